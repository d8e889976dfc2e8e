//! Areas of the paper and types of text: size, weight, colour and anchor.
//!
//! Always: no type is smaller than 20 px.

use super::colour::{self, Colour};
use super::lines;
use super::text::{self, Weight};

/// The smallest text, px.
pub const SMALL: f64 = 20.0;
/// Subtitles and values in labels, px.
pub const LARGE: f64 = 28.0;

/// A rectangle on the paper, px from the top left.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    /// Its width.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }
    /// Its height.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }
    /// `columns` × `rows` equal parts with gaps between them, row by row.
    pub fn parts(&self, columns: usize, rows: usize, across: f64, down: f64) -> Vec<Area> {
        let wide = (self.width() - across * (columns as f64 - 1.0)) / columns as f64;
        let high = (self.height() - down * (rows as f64 - 1.0)) / rows as f64;
        let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (row as f64, column as f64)));
        places
            .map(|(row, column)| {
                let (left, top) = (self.left + column * (wide + across), self.top + row * (high + down));
                Area { left, top, right: left + wide, bottom: top + high }
            })
            .collect()
    }
}

/// Which part of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// The look of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Type {
    pub size: f64,
    pub weight: Weight,
    pub colour: Colour,
    pub anchor: Anchor,
}

impl Type {
    /// Explanations: 20 px, secondary ink.
    pub const NOTE: Type =
        Type { size: SMALL, weight: Weight::Regular, colour: colour::SECONDARY, anchor: Anchor::Start };
    /// Values and names: 28 px semi-bold ink.
    pub const VALUE: Type = Type { size: LARGE, weight: Weight::SemiBold, colour: colour::INK, anchor: Anchor::Start };

    /// In another size.
    pub const fn sized(self, size: f64) -> Type {
        Type { size, ..self }
    }
    /// In another colour.
    pub const fn coloured(self, colour: Colour) -> Type {
        Type { colour, ..self }
    }
    /// In another weight.
    pub const fn weighing(self, weight: Weight) -> Type {
        Type { weight, ..self }
    }
    /// With another anchor.
    pub const fn anchored(self, anchor: Anchor) -> Type {
        Type { anchor, ..self }
    }
    /// Width of a text in this type.
    pub fn width(&self, text: &str) -> f64 {
        text::width(text, self.size, self.weight)
    }
    /// The text, or as much of it as fits into `room` px before an ellipsis.
    pub fn shorten(&self, text: &str, room: f64) -> String {
        lines::shorten(text, self.size, self.weight, room)
    }
    /// The whole text in at most `most` lines of `room` px, in letters as large as that allows, with the type of these letters. Only if
    /// the smallest letters are too large is it cut.
    pub fn fitting(self, text: &str, room: f64, most: usize) -> (Type, Vec<String>) {
        let sizes = [self.size, 26.0, 24.0, 22.0].into_iter().filter(|size| *size <= self.size);
        let set = |size: f64| (self.sized(size), self.sized(size).wrap(text, room, most));
        let whole = |(_, set): &(Type, Vec<String>)| lines::are_whole(set);
        sizes.map(set).find(whole).unwrap_or_else(|| set(SMALL))
    }
    /// The text in at most `most` lines of `room` px.
    pub fn wrap(&self, text: &str, room: f64, most: usize) -> Vec<String> {
        lines::wrap(text, self.size, self.weight, room, most)
    }
}
