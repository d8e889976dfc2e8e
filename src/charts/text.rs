//! Text, measured before it is drawn, from the fonts that the program carries.
//!
//! Always: a width is the sum of advances and kerning pairs of Inter, the same numbers that the PNG and the page use, so a
//! label that fits here fits everywhere. No system font is ever asked.

use std::sync::LazyLock;

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId};

/// Inter 400, 500 and 600, in this order.
pub const FONTS: [&[u8]; 3] = [
    include_bytes!("../../assets/fonts/Inter-Regular.ttf"),
    include_bytes!("../../assets/fonts/Inter-Medium.ttf"),
    include_bytes!("../../assets/fonts/Inter-SemiBold.ttf"),
];

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
        // A letter that Inter does not have is as wide as a Chinese one: the widest that a viewer's own font may put there.
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
    let Some(face) = Weight::Regular.face() else {
        return text.chars().collect();
    };
    text.chars().filter(|&c| face.glyph_index(c).is_none()).collect()
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
    let mut done: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut words = text.split(' ').filter(|w| !w.is_empty()).peekable();
    while let Some(word) = words.next() {
        let tried = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if width(&tried, size, weight) <= room {
            line = tried;
            continue;
        }
        if lines == 0 {
            return done;
        }
        if done.len() + 1 >= lines {
            let rest: Vec<&str> = words.collect();
            let all = if rest.is_empty() {
                tried
            } else {
                format!("{tried} {}", rest.join(" "))
            };
            done.push(shorten(&all, size, weight, room));
            return done;
        }
        if !line.is_empty() {
            done.push(std::mem::take(&mut line));
        }
        line = shorten(word, size, weight, room);
    }
    if !line.is_empty() && lines > 0 {
        done.push(line);
    }
    balance(done, size, weight, room)
}

/// Lines of nearly equal length: the narrowest room that needs no more lines.
fn balance(lines: Vec<String>, size: f64, weight: Weight, room: f64) -> Vec<String> {
    if lines.len() < 2 || lines.iter().any(|l| l.ends_with('…')) {
        return lines;
    }
    let text = lines.join(" ");
    let mut best = lines;
    let mut narrow = room * 0.97;
    while narrow > room * 0.5 {
        let mut tried: Vec<String> = vec![String::new()];
        for word in text.split(' ') {
            let line = tried.last().map_or("", String::as_str);
            let longer = if line.is_empty() {
                word.to_owned()
            } else {
                format!("{line} {word}")
            };
            if width(&longer, size, weight) > narrow {
                tried.push(word.to_owned());
            } else if let Some(last) = tried.last_mut() {
                *last = longer;
            }
        }
        if tried.len() > best.len() || tried.iter().any(|l| l.is_empty() || width(l, size, weight) > narrow) {
            break;
        }
        best = tried;
        narrow -= room * 0.03;
    }
    best
}
