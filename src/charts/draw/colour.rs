//! Colours: one per design through the whole deck, and the greys of the page.
//!
//! Always: a design has the same colour on every chart of a summary; the baseline is grey, and a design without a colour of its own pale
//! grey. Colours differ from each other for readers with each kind of colour blindness, and stand out from white at least 3 : 1
//! (`tests/it/pictures.rs`); marks differ in shape too, and lines have names at their ends, so a grey print can be read.

use crate::findings::chart_titles::{SHOWN, shown};
use crate::stats::Summary;

/// Red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// Text and values.
pub const INK: Colour = Colour(0x1B, 0x1F, 0x2A);
/// Explanations, tick labels, ranges.
pub const SECONDARY: Colour = Colour(0x5B, 0x64, 0x72);
/// Horizontal grid.
pub const GRID: Colour = Colour(0xE3, 0xE6, 0xEB);
/// The base line of an axis.
pub const AXIS: Colour = Colour(0x9A, 0xA2, 0xAE);
/// Quiet surfaces: cards, the backdrop of bars.
pub const PAPER: Colour = Colour(0xF5, 0xF6, 0xF8);
/// The baseline.
pub const GREY: Colour = Colour(0x6B, 0x72, 0x80);
/// The paper.
pub const WHITE: Colour = Colour(0xFF, 0xFF, 0xFF);
/// The colours of the designs, in this order.
pub const DESIGNS: [Colour; 6] = [
    Colour(0x00, 0x72, 0xB2),
    Colour(0xD5, 0x5E, 0x00),
    Colour(0x00, 0x9E, 0x73),
    Colour(0x7A, 0x00, 0xCC),
    Colour(0x66, 0x29, 0x00),
    Colour(0xCC, 0x67, 0xE6),
];
/// Designs without a colour of their own.
pub const REST: Colour = Colour(0xC2, 0xC7, 0xCF);

impl Colour {
    /// As SVG and CSS write it.
    pub fn hex(self) -> String {
        format!("#{:02X}{:02X}{:02X}", self.0, self.1, self.2)
    }

    /// The colour mixed with white; `share` is the part of the colour.
    pub fn tint(self, share: f64) -> Colour {
        let mix = |c: u8| (255.0 - (255.0 - f64::from(c)) * share).round() as u8;
        Colour(mix(self.0), mix(self.1), mix(self.2))
    }
}

/// The colour of a design. The designs that charts show have one each, in the order of the scenario.
pub fn of_design(summary: &Summary, design: usize) -> Colour {
    if design == 0 {
        return GREY;
    }
    let others = shown(summary, SHOWN).into_iter().filter(|&d| d > 0);
    others.zip(DESIGNS).find(|(d, _)| *d == design).map_or(REST, |(_, colour)| colour)
}
