//! Widths and outlines of text, from the fonts that the program carries.
//!
//! Always: a width is the sum of advances and kerning pairs of Inter, and the outline of a text stands on the same advances, so a label
//! that fits here fits in the PNG and on the page. Chinese is set in Noto Sans SC and may break between any two characters. No system
//! font is used here: a letter that these fonts lack has a width by its kind, which is the same on every machine ([`super::fonts`] finds
//! a font that draws it).

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, OutlineBuilder, Tag};
use unicode_width::UnicodeWidthChar;

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
    for letter in text.chars().filter(|c| !is_invisible(*c)) {
        let Some(glyph) = face.glyph_index(letter) else {
            match chinese().and_then(|face| Some((face, face.glyph_index(letter)?))) {
                Some((chinese, glyph)) => {
                    place(chinese, glyph, units / em);
                    units += em;
                }
                None => units += em * unknown_width(letter),
            }
            before = None;
            continue;
        };
        if let Some(before) = before {
            units += kept_kerning(face, weight, before, glyph);
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
    text.chars().filter(|&c| !is_invisible(c) && !is_latin(c) && !is_chinese(c)).collect()
}

/// Whether a text has letters that only the Chinese font can draw.
pub fn needs_chinese(text: &str) -> bool {
    text.chars().any(|c| !is_latin(c) && is_chinese(c))
}

/// Width in em of a letter that the fonts lack: wide if it is an ideograph, a syllable of Hangul or an emoji, nothing if it is a mark on
/// another letter. Most fonts of other scripts need less.
fn unknown_width(letter: char) -> f64 {
    match letter.width() {
        Some(0) | None => 0.0,
        Some(1) => 0.72,
        Some(_) => 1.0,
    }
}

/// Whether a letter shows nothing by itself: a joiner, a selector of a variant, a soft hyphen.
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}')
}

/// The text as it may be shown: a box stands for each control character and for each mark that turns the direction of writing.
pub fn harmless(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if c.is_control() || turns(c) { BOX } else { c }).collect()
}

/// What stands for a letter that cannot be shown.
pub const BOX: char = '□';

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

/// The same as [`kerning`], which is looked up once for each pair: layouts measure the same letters again and again.
fn kept_kerning(face: &Face, weight: Weight, left: GlyphId, right: GlyphId) -> f64 {
    thread_local! {
        static KEPT: RefCell<BTreeMap<(u16, GlyphId, GlyphId), f64>> = RefCell::default();
    }
    let pair = (weight.number(), left, right);
    KEPT.with_borrow_mut(|kept| *kept.entry(pair).or_insert_with(|| kerning(face, left, right)))
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
