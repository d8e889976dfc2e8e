//! Ladders: how many stand on each tier, how many moves there have been, and how good those are whom each tier has picked.

use super::{Metric, named};
use crate::registry::Row;
use crate::world::calendar::YEAR;
use crate::world::people::Column;
use crate::world::{TierState, World};

pub(super) const ROW: Row<Metric> = Row {
    name: "tiers",
    says: "Holders of each tier, entries, promotions, demotions and exits so far, entries a year; mean merit where people differ in it.",
    knobs: &[],
    make: Metric {
        names: |model| {
            let (rules, _) = model.rules(0);
            let mut names = Vec::new();
            for ladder in &rules.ladders {
                for tier in &ladder.tiers {
                    for (what, title) in [
                        ("holders", "holders"),
                        ("entered", "entries so far"),
                        ("promoted", "promotions so far"),
                        ("demoted", "demotions so far"),
                        ("exited", "exits so far"),
                    ] {
                        let name = format!("{what}:{}.{}", ladder.name, tier.name);
                        names.push(named(&name, &format!("{}: {title}", tier.title), "people"));
                    }
                    let name = format!("yearly:{}.{}", ladder.name, tier.name);
                    names.push(named(&name, &format!("{}: entries a year so far", tier.title), "people a year"));
                    if model.columns().contains(&Column::Merit) {
                        let name = format!("merit:{}.{}", ladder.name, tier.name);
                        names.push(named(&name, &format!("{}: mean merit of holders", tier.title), "share"));
                    }
                }
            }
            names
        },
        read: |look, values| {
            let world = look.world;
            for state in world.community.ladders.iter().flatten() {
                values.push(state.holders.len() as f64);
                values.extend([state.entered, state.promoted, state.demoted, state.exited].map(|n| n as f64));
                values.push(state.entered as f64 / years(state, world));
                if look.model.columns().contains(&Column::Merit) {
                    let merit = |d: &u32| {
                        f64::from(world.population.people.merit[world.community.dossiers.list[*d as usize].id as usize])
                    };
                    values.push(
                        state.holders.iter().map(merit).fold(0.0, |sum, m| sum + m) / state.holders.len().max(1) as f64,
                    );
                }
            }
        },
    },
};

/// Years that a tier has been there, a quarter of one at least.
pub(super) fn years(state: &TierState, world: &World) -> f64 {
    let ticks = world.tick.saturating_sub(state.since.unwrap_or(world.tick));
    (f64::from(ticks) * f64::from(world.tick_days) / YEAR).max(0.25)
}
