//! The design table: the points that are run, one row each.
//!
//! Invariant: the same points give the same bytes, and their hash names the sweep.

use super::frame::{Column, Frame};
use crate::plan::Level;

/// The design of a run: one point that sets nothing.
pub fn one_point() -> Vec<u8> {
    // A frame of one column can always be written.
    points(&[], &[Vec::new()]).to_parquet().unwrap_or_default()
}

/// The points of a plan as a frame; `points` is `[point][factor]`. A factor with words becomes a text column.
pub fn points(names: &[String], points: &[Vec<Option<Level>>]) -> Frame {
    let mut frame = Frame::default().with("point", Column::Whole((0..points.len() as i64).collect()));
    for (j, name) in names.iter().enumerate() {
        let words = points.iter().any(|point| matches!(point[j], Some(Level::Word(_))));
        let column = if words {
            let word = |point: &Vec<Option<Level>>| match &point[j] {
                Some(Level::Word(word)) => word.clone(),
                Some(Level::Number(x)) => x.to_string(),
                None => String::new(),
            };
            Column::Text(points.iter().map(word).collect())
        } else {
            let number = |point: &Vec<Option<Level>>| match point[j] {
                Some(Level::Number(x)) => x,
                _ => f64::NAN,
            };
            Column::Real(points.iter().map(number).collect())
        };
        frame = frame.with(name, column);
    }
    frame
}
