//! Widths, line breaks and outlines of text, from the fonts that the program carries.
//!
//! Always: a width is the sum of advances and kerning pairs of Inter, and the outline of a text stands on the same advances, so a label
//! that fits here fits in the PNG and on the page. Chinese is set in Noto Sans SC and may break between any two characters. No system
//! font is used.

use std::fmt::Write;
use std::sync::LazyLock;

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, OutlineBuilder, Tag};

/// Inter 400, 500 and 600, in this order.
pub const FONTS: [&[u8]; 3] = [
    include_bytes!("../../../assets/fonts/Inter-Regular.ttf"),
    include_bytes!("../../../assets/fonts/Inter-Medium.ttf"),
    include_bytes!("../../../assets/fonts/Inter-SemiBold.ttf"),
];

/// Noto Sans SC 500, the characters of GB 2312 that Inter does not have.
pub const CHINESE: &[u8] = include_bytes!("../../../assets/fonts/NotoSansSC-Medium.ttf");

/// The name under which SVG and CSS ask for the fonts.
pub const FAMILY: &str = "Inter";

/// How heavy a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// 400: explanations.
    Regular,
    /// 500: names in tables.
    Medium,
    /// 600: titles and values.
    SemiBold,
}

impl Weight {
    /// As SVG and CSS write it.
    pub fn number(self) -> u16 {
        match self {
            Weight::Regular => 400,
            Weight::Medium => 500,
            Weight::SemiBold => 600,
        }
    }

    fn face(self) -> Option<&'static Face<'static>> {
        static FACES: LazyLock<Vec<Option<Face<'static>>>> =
            LazyLock::new(|| FONTS.iter().map(|bytes| Face::parse(bytes, 0).ok()).collect());
        FACES.get(self as usize).and_then(Option::as_ref)
    }
}

/// Width in px of a text set in one line.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    set(text, weight, |_, _, _| {}) * size
}

/// Calls `place` with the face, the glyph and the start of each letter of a line, in em; returns the width of the line, in em.
fn set(text: &str, weight: Weight, mut place: impl FnMut(&'static Face<'static>, GlyphId, f64)) -> f64 {
    let Some(face) = weight.face() else {
        return text.chars().count() as f64;
    };
    let em = f64::from(face.units_per_em());
    let mut units = 0.0;
    let mut before = None;
    for letter in text.chars() {
        // A letter that Inter does not have is as wide as a Chinese one.
        let Some(glyph) = face.glyph_index(letter) else {
            match chinese().and_then(|face| Some((face, face.glyph_index(letter)?))) {
                Some((chinese, glyph)) => place(chinese, glyph, units / em),
                None => place(face, GlyphId(0), units / em),
            }
            units += em;
            before = None;
            continue;
        };
        if let Some(before) = before {
            units += kerning(face, before, glyph);
        }
        place(face, glyph, units / em);
        units += f64::from(face.glyph_hor_advance(glyph).unwrap_or(0));
        before = Some(glyph);
    }
    units / em
}

/// The letters of a line as SVG path text; `x` and `y` are the start of its baseline, px.
pub fn outline(text: &str, size: f64, weight: Weight, x: f64, y: f64) -> String {
    let mut path = Path { d: String::new(), x, y, scale: 1.0 };
    set(text, weight, |face, glyph, start| {
        path.x = x + start * size;
        path.scale = size / f64::from(face.units_per_em());
        face.outline_glyph(glyph, &mut path);
    });
    path.d
}

/// Writes the outline of a glyph as SVG path text.
struct Path {
    d: String,
    /// Where the origin of the glyph stands on the paper, px.
    x: f64,
    y: f64,
    /// Pixels of one unit of the font.
    scale: f64,
}

impl Path {
    fn add(&mut self, command: char, points: &[(f32, f32)]) {
        self.d.push(command);
        for (i, &(x, y)) in points.iter().enumerate() {
            let (x, y) = (self.x + f64::from(x) * self.scale, self.y - f64::from(y) * self.scale);
            let _ = write!(self.d, "{}{x:.3},{y:.3}", if i == 0 { "" } else { " " });
        }
    }
}

impl OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add('M', &[(x, y)]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.add('L', &[(x, y)]);
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.add('Q', &[(x1, y1), (x, y)]);
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.add('C', &[(x1, y1), (x2, y2), (x, y)]);
    }
    fn close(&mut self) {
        self.d.push('Z');
    }
}

/// Letters of a text that the fonts cannot draw.
pub fn missing(text: &str) -> Vec<char> {
    text.chars().filter(|&c| !is_latin(c) && !is_chinese(c)).collect()
}

/// Whether a text has letters that only the Chinese font can draw.
pub fn needs_chinese(text: &str) -> bool {
    text.chars().any(|c| !c.is_control() && !is_latin(c))
}

fn is_latin(letter: char) -> bool {
    Weight::Regular.face().is_some_and(|face| face.glyph_index(letter).is_some())
}

fn is_chinese(letter: char) -> bool {
    chinese().is_some_and(|face| face.glyph_index(letter).is_some())
}

fn chinese() -> Option<&'static Face<'static>> {
    static FACE: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(CHINESE, 0).ok());
    FACE.as_ref()
}

/// What the font's kerning adds between two letters, in its units: the sum over the lookups of `kern`; in each of them the first table that
/// covers the pair decides, as a shaper does it.
fn kerning(face: &Face, left: GlyphId, right: GlyphId) -> f64 {
    let Some(gpos) = face.tables().gpos else { return 0.0 };
    let Some(kern) = gpos.features.into_iter().find(|feature| feature.tag == Tag::from_bytes(b"kern")) else {
        return 0.0;
    };
    let lookups = kern.lookup_indices.into_iter().filter_map(|index| gpos.lookups.get(index));
    let added = lookups.filter_map(|lookup| {
        lookup.subtables.into_iter::<PositioningSubtable>().find_map(|table| {
            let PositioningSubtable::Pair(pair) = table else { return None };
            let row = pair.coverage().get(left)?;
            let (first, _) = match pair {
                PairAdjustment::Format1 { sets, .. } => sets.get(row)?.get(right)?,
                PairAdjustment::Format2 { classes, matrix, .. } => {
                    matrix.get((classes.0.get(left), classes.1.get(right)))?
                }
            };
            Some(f64::from(first.x_advance))
        })
    });
    added.sum()
}

/// The text, or as much of it as fits before an ellipsis.
pub fn shorten(text: &str, size: f64, weight: Weight, room: f64) -> String {
    if width(text, size, weight) <= room {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    for kept in (0..letters.len()).rev() {
        let start: String = letters[..kept].iter().collect();
        let tried = format!("{}…", start.trim_end());
        if width(&tried, size, weight) <= room {
            return tried;
        }
    }
    String::new()
}

/// The text in lines no wider than `room`; what does not fit into `lines` ends in an ellipsis.
pub fn wrap(text: &str, size: f64, weight: Weight, room: f64, lines: usize) -> Vec<String> {
    let pieces = pieces(text);
    let fits = |line: &str, room: f64| width(line, size, weight) <= room;
    let set = |room: f64| -> Vec<Vec<&Piece>> {
        let mut done: Vec<Vec<&Piece>> = Vec::new();
        for piece in &pieces {
            let fitting = done.last().is_some_and(|line| {
                let mut longer = line.clone();
                longer.push(piece);
                fits(&joined(&longer), room)
            });
            match done.last_mut() {
                Some(line) if fitting => line.push(piece),
                _ => done.push(vec![piece]),
            }
        }
        done
    };
    let mut best = set(room);
    if best.len() > lines {
        let Some(last) = lines.checked_sub(1) else {
            return Vec::new();
        };
        let rest: Vec<&Piece> = best[last..].concat();
        let mut cut: Vec<String> = best[..last].iter().map(|line| shorten(&joined(line), size, weight, room)).collect();
        cut.push(shorten(&joined(&rest), size, weight, room));
        return cut;
    }
    // Lines of nearly equal length: the narrowest room that needs no more lines.
    let mut narrow = room * 0.97;
    while best.len() > 1 && narrow > room * 0.5 {
        let tried = set(narrow);
        if tried.len() > best.len() || tried.iter().any(|line| !fits(&joined(line), narrow)) {
            break;
        }
        best = tried;
        narrow -= room * 0.03;
    }
    best.iter().map(|line| shorten(&joined(line), size, weight, room)).collect()
}

/// A piece of text inside which no line may break, and whether a space comes before it.
struct Piece {
    space: bool,
    text: String,
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut space = false;
    let mut before = ' ';
    for letter in text.chars() {
        if letter == ' ' {
            space = true;
        } else {
            let wide = |c: char| matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}');
            let closes = "，。、；：？！）》」』”’".contains(letter);
            let opens = "（《「『“‘".contains(before);
            let apart = space || ((wide(letter) || wide(before)) && !closes && !opens);
            match pieces.last_mut() {
                Some(piece) if !apart => piece.text.push(letter),
                _ => pieces.push(Piece { space, text: letter.to_string() }),
            }
            space = false;
        }
        before = letter;
    }
    pieces
}

fn joined(line: &[&Piece]) -> String {
    let mut text = String::new();
    for (i, piece) in line.iter().enumerate() {
        if i > 0 && piece.space {
            text.push(' ');
        }
        text.push_str(&piece.text);
    }
    text
}
