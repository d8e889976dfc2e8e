//! A tornado with the values at the ends of its bars.

use crate::say;
use crate::stats::sweep_points::{Axis, Points};
use crate::stats::tornado::{Position, Tornado};

/// The tornado of a design (0: the baseline alone) over the points of a sweep; `None` if the baseline is zero.
pub fn tornado(points: &Points, design: usize) -> Option<Tornado> {
    let mut found = Tornado::of(points, design)?;
    for bar in &mut found.bars {
        let axis = points.axes.iter().find(|axis| axis.name == bar.factor && axis.path == bar.path);
        for end in [&mut bar.low, &mut bar.high] {
            end.value = axis.map_or(String::new(), |axis| value(axis, &end.at));
        }
    }
    Some(found)
}

fn value(axis: &Axis, position: &Position) -> String {
    match position {
        Position::At(x) => axis.number(*x),
        Position::UpTo(x) => say!("finding-value-up-to", value = axis.number(*x)),
        Position::From(x) => say!("finding-value-from", value = axis.number(*x)),
        Position::Word(word) => word.clone(),
    }
}
