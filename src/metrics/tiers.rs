//! Tiers of ladders: how many people hold each, moves so far, and the merit of holders.

use super::{Family, Unit, named_for, names, ratio};
use crate::say;
use crate::world::calendar::YEAR;
use crate::world::people::Column;
use crate::world::{TierState, World};

pub(super) const FAMILY: Family = Family {
    name: "tiers",
    names: |model| {
        let (rules, _) = model.rules(0);
        let merit = model.columns().contains(&Column::Merit);
        let mut names = Vec::new();
        for (ladder, tier) in rules.ladders.iter().flat_map(|l| l.tiers.iter().map(move |tier| (l, tier))) {
            let (place, title) = (format!("{}.{}", ladder.name, tier.name), &tier.title);
            names.extend([
                named_for(names::HOLDERS, &place, say!("metric-holders-of", tier = title), Unit::People),
                named_for(names::ENTERED, &place, say!("metric-entered-of", tier = title), Unit::People),
                named_for(names::PROMOTED, &place, say!("metric-promoted-of", tier = title), Unit::People),
                named_for(names::DEMOTED, &place, say!("metric-demoted-of", tier = title), Unit::People),
                named_for(names::EXITED, &place, say!("metric-exited-of", tier = title), Unit::People),
                named_for(names::YEARLY, &place, say!("metric-yearly-of", tier = title), Unit::PeopleAYear)
                    .undefined(say!("metric-undefined-not-open")),
            ]);
            if merit {
                let merit = named_for(names::MERIT, &place, say!("metric-merit-of", tier = title), Unit::Share);
                names.push(merit.undefined(say!("metric-undefined-no-holder")));
            }
        }
        names
    },
    read: |observation, values| {
        let world = observation.world;
        for state in world.community.ladders.iter().flatten() {
            values.push(state.holders.len() as f64);
            values.extend([state.entered, state.promoted, state.demoted, state.exited].map(|n| n as f64));
            values.push(if state.since.is_some() { state.entered as f64 / years(state, world) } else { f64::NAN });
            if observation.model.columns().contains(&Column::Merit) {
                let merit = |d: &u32| {
                    f64::from(world.population.people.merit[world.community.dossiers.list[*d as usize].id as usize])
                };
                let sum = state.holders.iter().map(merit).fold(0.0, |sum, m| sum + m);
                values.push(ratio(sum, state.holders.len() as f64));
            }
        }
    },
};

/// Years since a tier was opened, at least a quarter.
pub(super) fn years(state: &TierState, world: &World) -> f64 {
    let ticks = world.tick.saturating_sub(state.since.unwrap_or(world.tick));
    (f64::from(ticks) * f64::from(world.tick_days) / YEAR).max(0.25)
}
