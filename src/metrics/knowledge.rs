//! Knowledge: how much members differ in it, and how many newcomers there are to teach.
//!
//! If all know the same, nothing is left to pass on: a community stagnates if the spread is below 0.05 and fewer than a tenth of its
//! members came within a year.

use super::{Family, Unit, named, names};
use crate::model::Model;
use crate::say;
use crate::world::calendar::YEAR;
use crate::world::people::Column;

pub(super) const FAMILY: Family = Family {
    name: "knowledge",
    names: |model| {
        let mut names = vec![named(names::INFLOW, say!("metric-inflow"), Unit::Share)];
        if has_knowledge(model) {
            names.push(named(names::KNOWLEDGE_SPREAD, say!("metric-knowledge-spread"), Unit::Share));
            names.push(named(names::STAGNATION, say!("metric-stagnation"), Unit::Share));
        }
        names
    },
    read: |observation, values| {
        let world = observation.world;
        let years = f64::from(world.observed.since_ticks) * f64::from(world.tick_days) / YEAR;
        let members = world.population.all_members().max(1) as f64;
        let inflow = if years > 0.0 { world.observed.since.adopted as f64 / members / years } else { 0.0 };
        values.push(inflow);
        if has_knowledge(observation.model) {
            let spread = observation.means().knowledge_spread;
            values.extend([spread, f64::from(u8::from(spread < 0.05 && inflow < 0.1))]);
        }
    },
};

/// Whether people have knowledge in this model.
fn has_knowledge(model: &Model) -> bool {
    model.columns().contains(&Column::Knowledge)
}
