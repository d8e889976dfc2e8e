//! Interventions that begin with a condition, and milestones: whether each holds, or has been met.

use super::{Metric, named};
use crate::registry::Row;

pub(super) const ROW: Row<Metric> = Row {
    name: "interventions",
    says: "Whether each intervention with a condition holds, and each milestone has been met: 1 or 0, and so a share over replicates.",
    knobs: &[],
    make: Metric {
        names: |model| {
            let holds = model.watches.iter().map(|watch| ("holds", "Holds", watch));
            let met = model.milestones.iter().map(|watch| ("met", "Met", watch));
            holds
                .chain(met)
                .map(|(what, says, w)| named(&format!("{what}:{}", w.name), &format!("{says}: {}", w.says), "share"))
                .collect()
        },
        read: |look, values| {
            let met = look.world.observed.milestones.iter().map(|met| &met.watched);
            values.extend(look.world.observed.watched.iter().chain(met).map(|w| f64::from(u8::from(w.holds))));
        },
    },
};
