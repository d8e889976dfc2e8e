//! Widths and line breaks of text, measured with the fonts that the program carries.
//!
//! Always: a width is the sum of advances and kerning pairs of Inter, as in the PNG and on the page, so a label that fits here fits
//! there. Chinese is set in Noto Sans SC and may break between any two characters. No system font is used.

use std::sync::LazyLock;

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId};

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
    let Some(face) = weight.face() else {
        return text.chars().count() as f64 * size;
    };
    let em = f64::from(face.units_per_em());
    let mut units = 0.0;
    let mut before = None;
    for letter in text.chars() {
        // A letter that Inter does not have is as wide as a Chinese one.
        let Some(glyph) = face.glyph_index(letter) else {
            units += em;
            before = None;
            continue;
        };
        units += f64::from(face.glyph_hor_advance(glyph).unwrap_or(0));
        if let Some(before) = before {
            units += kerning(face, before, glyph);
        }
        before = Some(glyph);
    }
    units / em * size
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
    static FACE: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(CHINESE, 0).ok());
    FACE.as_ref().is_some_and(|face| face.glyph_index(letter).is_some())
}

fn kerning(face: &Face, left: GlyphId, right: GlyphId) -> f64 {
    let Some(gpos) = face.tables().gpos else { return 0.0 };
    for lookup in gpos.lookups {
        for table in lookup.subtables.into_iter::<PositioningSubtable>() {
            let PositioningSubtable::Pair(pair) = table else {
                continue;
            };
            let Some(row) = pair.coverage().get(left) else { continue };
            let found = match pair {
                PairAdjustment::Format1 { sets, .. } => sets.get(row).and_then(|set| set.get(right)),
                PairAdjustment::Format2 { classes, matrix, .. } => {
                    matrix.get((classes.0.get(left), classes.1.get(right)))
                }
            };
            // The first table that covers the pair decides, as a shaper does it.
            if let Some((first, _)) = found {
                return f64::from(first.x_advance);
            }
        }
    }
    0.0
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

/// What a line may not be broken inside of, and whether a space stands before it.
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
