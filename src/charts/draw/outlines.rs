//! A drawing as a reader sees it: its texts as outlines, the letters that no font draws, and the faults of its texts.
//!
//! Always: only a text with letters that other fonts have stays a text; a letter that no font has is a box.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::Canvas;
use super::fonts::Fonts;
use super::layout::{Anchor, Type};
use super::svg::{self, px};
use super::text::{self, FAMILY};
use crate::say;

impl Canvas {
    /// The whole drawing as SVG, with texts as outlines: it needs no font. A text with letters that only other fonts have stays a text,
    /// and a box stands for a letter that no font has; `sizes` are those of these texts, as shares of their own.
    pub(super) fn outlined(&self, drawable: &BTreeMap<char, fontdb::ID>, sizes: &[f64]) -> String {
        let mut body = String::with_capacity(self.body.len());
        let (mut at, mut lives) = (0, 0);
        for text in &self.written {
            let Type { size, weight, colour, .. } = text.style;
            body.push_str(&self.body[at..text.tag.start]);
            at = text.tag.end;
            let missing = text::missing(&text.text);
            let boxed = |c: char| if missing.contains(&c) && !drawable.contains_key(&c) { text::BOX } else { c };
            let letters: String = text.text.chars().map(boxed).collect();
            let (left, y) = (text.area.left, text.baseline);
            if missing.iter().any(|c| drawable.contains_key(c)) {
                let size = size * sizes.get(lives).copied().unwrap_or(1.0);
                lives += 1;
                let anchor = match text.style.anchor {
                    Anchor::Start => (left, "start"),
                    Anchor::Middle => (f64::midpoint(left, text.area.right), "middle"),
                    Anchor::End => (text.area.right, "end"),
                };
                let _ = writeln!(
                    body,
                    "<text x=\"{}\" y=\"{}\" font-family=\"{FAMILY}\" font-weight=\"{}\" font-size=\"{size}\" fill=\"{}\" \
                     text-anchor=\"{}\">{}</text>",
                    px(anchor.0),
                    px(y),
                    weight.number(),
                    colour.hex(),
                    anchor.1,
                    svg::escaped(&letters)
                );
            } else {
                let outline = text::outline(&letters, size, weight, left, y);
                let _ = writeln!(body, "<path d=\"{outline}\" fill=\"{}\"/>", colour.hex());
            }
        }
        body.push_str(&self.body[at..]);
        self.document(&body)
    }

    /// The letters on the paper that the own fonts lack.
    pub(super) fn missing(&self) -> BTreeSet<char> {
        self.written.iter().flat_map(|text| text::missing(&text.text)).collect()
    }

    /// The texts with letters that no font draws, and these letters.
    pub fn lacking(&self, fonts: &Fonts) -> BTreeMap<String, Vec<char>> {
        let lacking = self.written.iter().map(|text| (text.text.clone(), fonts.lacking(&text.text)));
        lacking.filter(|(_, letters)| !letters.is_empty()).collect()
    }

    /// A sentence for each fault of a text; empty for a chart that may be shown.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let whole: String = self.written.iter().filter(|text| !text.cut).map(|text| bare(&text.text)).collect();
        for (i, one) in self.written.iter().enumerate() {
            let a = one.area;
            if a.left < 0.0 || a.top < 0.0 || a.right > self.width || a.bottom > self.height {
                faults.push(say!("chart-fault-leaves", text = quoted(&one.text)));
            }
            if one.cut && !whole.contains(&bare(one.text.trim_end_matches('…'))) {
                faults.push(say!("chart-fault-cut", text = quoted(&one.text)));
            }
            for other in &self.written[i + 1..] {
                let b = other.area;
                // One pixel of tolerance: a box has room for ascenders and descenders, even if its text has none.
                if a.left + 1.0 < b.right && b.left + 1.0 < a.right && a.top + 1.0 < b.bottom && b.top + 1.0 < a.bottom
                {
                    faults.push(say!("chart-fault-meets", text = quoted(&one.text), other = quoted(&other.text)));
                }
            }
        }
        faults
    }
}

/// A text of the paper in a sentence.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\u{a0}', " "))
}
