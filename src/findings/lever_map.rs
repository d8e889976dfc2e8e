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
            Infeasible::Undefined => say!("finding-place-undefined"),
            Infeasible::Unpaid => say!("finding-place-unpaid"),
        });
    }
    map
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Design;
    use crate::stats::sweep_points::{Axis, Origin, Values};

    #[test]
    fn a_map_says_why_each_place_does_not_count_and_how_many_there_are() {
        let axis = |name: &str, values: [f64; 4]| Axis {
            name: name.to_owned(),
            says: name.to_owned(),
            path: name.to_owned(),
            lever: true,
            standing: "lever".to_owned(),
            unit: String::new(),
            values: Values::Numbers(values.to_vec()),
            set: vec![true; 4],
            own: None,
        };
        let points = Points {
            origin: Origin::default(),
            designs: vec![Design { name: "base".to_owned(), says: "base".to_owned() }],
            axes: vec![axis("a", [0.0, 1.0, 0.0, 1.0]), axis("b", [0.0, 0.0, 1.0, 1.0])],
            runs: vec![vec![vec![f64::NAN; 2], vec![2.0, 3.0], vec![f64::NAN; 2], Vec::new()]],
            unpaid: vec![vec![0.0; 4]],
        };
        let map = map(&points, 0, [0, 1], None);
        assert_eq!(map.reasons(), [("no value in any run", 2), ("cannot be run", 1)]);
        assert!(map.places[0].level.is_none());
    }
}
