//! Knowledge: how unlike members are in it, and how many newcomers there are to tell.
//!
//! A community of those who know as much as each other has nothing left to pass on: it stagnates where the spread falls below a twentieth while
//! fewer than a tenth of its members have come within a year.

use super::{Metric, named};
use crate::model::Model;
use crate::registry::Row;
use crate::world::calendar::YEAR;
use crate::world::people::Column;

pub(super) const ROW: Row<Metric> = Row {
    name: "knowledge",
    says: "Spread of knowledge among members, newcomers a year as a share of members, and whether it stagnates.",
    knobs: &[],
    make: Metric {
        names: |model| {
            let mut names = vec![named("inflow", "Newcomers a year as a share of members", "share")];
            if knows(model) {
                names.push(named("knowledge-spread", "Spread of knowledge among members", "share"));
                names.push(named("stagnation", "Stagnates: members know alike, and few are new", "share"));
            }
            names
        },
        read: |look, values| {
            let world = look.world;
            let years = f64::from(world.observed.since_ticks) * f64::from(world.tick_days) / YEAR;
            let members = world.population.all_members().max(1) as f64;
            let inflow = if years > 0.0 { world.observed.since.adopted as f64 / members / years } else { 0.0 };
            values.push(inflow);
            if knows(look.model) {
                let spread = look.means().knowledge_spread;
                values.extend([spread, f64::from(u8::from(spread < 0.05 && inflow < 0.1))]);
            }
        },
    },
};

fn knows(model: &Model) -> bool {
    model.columns().contains(&Column::Knowledge)
}
