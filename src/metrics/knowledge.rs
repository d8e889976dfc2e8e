//! Knowledge: how much members differ in it, and how many newcomers there are to teach.
//!
//! If all know the same, nothing is left to pass on: a community stagnates if the spread is below 0.05 and fewer than a tenth of its
//! members came within a year.

use super::{Family, Unit, named, names, ratio};
use crate::model::Model;
use crate::say;
use crate::world::people::Column;

pub(super) const FAMILY: Family = Family {
    name: "knowledge",
    names: |model| {
        let mut names = vec![
            named(names::INFLOW, say!("metric-inflow"), Unit::Share).undefined(say!("metric-undefined-no-member")),
        ];
        if has_knowledge(model) {
            let spread = named(names::KNOWLEDGE_SPREAD, say!("metric-knowledge-spread"), Unit::Share);
            names.push(spread.undefined(say!("metric-undefined-no-member")));
            let stagnation = named(names::STAGNATION, say!("metric-stagnation"), Unit::Share);
            names.push(stagnation.undefined(say!("metric-undefined-no-member")));
        }
        names
    },
    read: |observation, values| {
        let world = observation.world;
        let adopted = observation.rate(|counts| counts.sums.adopted as f64);
        let inflow = ratio(12.0 * adopted, world.population.all_members() as f64);
        values.push(inflow);
        if has_knowledge(observation.model) {
            let spread = observation.means().knowledge_spread;
            let stagnates = f64::from(u8::from(spread < 0.05 && inflow < 0.1));
            values.extend([spread, if inflow.is_nan() { f64::NAN } else { stagnates }]);
        }
    },
};

/// Whether people have knowledge in this model.
fn has_knowledge(model: &Model) -> bool {
    model.columns().contains(&Column::Knowledge)
}
