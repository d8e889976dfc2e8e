//! Interventions and milestones that wait for a condition: whether each holds, or has been met, as 1 or 0.

use super::{Family, Unit, named_for, names};
use crate::say;

pub(super) const FAMILY: Family = Family {
    name: "interventions",
    names: |model| {
        let holds = model.watches.iter().map(|watch| {
            named_for(names::HOLDS, &watch.name, say!("metric-holds-of", condition = &watch.says), Unit::Share)
        });
        let met = model.milestones.iter().map(|watch| {
            named_for(names::MET, &watch.name, say!("metric-met-of", condition = &watch.says), Unit::Share)
        });
        holds.chain(met).collect()
    },
    read: |observation, values| {
        let met = observation.world.observed.milestones.iter().map(|met| &met.watched);
        values.extend(observation.world.observed.watched.iter().chain(met).map(|w| f64::from(u8::from(w.holds))));
    },
};
