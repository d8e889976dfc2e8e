//! A tornado with the values at the ends of its bars, and the ends of ranges that have none.

use crate::say;
use crate::stats::sweep_points::{Axis, Points, Values};
use crate::stats::tornado::{Position, Tornado};

/// The tornado of a design (0: the baseline alone) over the points of a sweep; `None` if the baseline is zero.
pub fn tornado(points: &Points, design: usize) -> Option<Tornado> {
    let mut found = Tornado::of(points, design)?;
    let sound = points.sound();
    for axis in points.axes.iter().filter(|_| found.one_at_a_time) {
        let Values::Numbers(list) = &axis.values else { continue };
        let value = |p: &usize| list[*p];
        let planned: Vec<usize> = (0..points.len()).filter(|p| axis.set[*p]).collect();
        let ends = [
            planned.iter().copied().min_by(|a, b| value(a).total_cmp(&value(b))),
            planned.iter().copied().max_by(|a, b| value(a).total_cmp(&value(b))),
        ];
        let mut lost: Vec<usize> = ends.into_iter().flatten().filter(|p| !sound.contains(p)).collect();
        lost.dedup();
        let gap = |p: usize| say!("finding-tornado-gap", factor = &axis.says, value = axis.number(list[p]));
        found.gaps.extend(lost.into_iter().map(gap));
    }
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
