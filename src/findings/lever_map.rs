//! A map of two levers, with the reason at each place that is infeasible.

use crate::say;
use crate::stats::lever_map::{Infeasible, Map};
use crate::stats::sweep_points::Points;

/// The map of a design over two levers of a sweep, given by their indices into [`Points::axes`]; `target`: the level to
/// reach.
pub fn map(points: &Points, design: usize, levers: [usize; 2], target: Option<f64>) -> Map {
    let mut map = Map::of(points, design, levers, target);
    for place in &mut map.places {
        place.infeasible = place.why.map(|why| match why {
            Infeasible::CannotRun => say!("finding-place-cannot-run"),
            Infeasible::Unpaid => say!("finding-place-unpaid"),
        });
    }
    map
}
