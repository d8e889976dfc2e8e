//! Interventions that begin with a condition: whether each holds.

use super::{Metric, named};
use crate::shelf::Row;

pub(super) const ROW: Row<Metric> = Row {
    name: "interventions",
    says: "Whether each intervention with a condition holds: 1 or 0, and so a share over replicates.",
    knobs: &[],
    make: Metric {
        names: |model| {
            let name = |watch: &crate::model::Watch| {
                named(&format!("holds:{}", watch.name), &format!("Holds: {}", watch.says), "share")
            };
            model.watches.iter().map(name).collect()
        },
        read: |look, values| values.extend(look.world.watched.iter().map(|w| f64::from(u8::from(w.holds)))),
    },
};
