//! Ladders: how many stand on each tier, how many moves there have been, and how good those are whom each tier has picked.

use super::{Metric, named};
use crate::shelf::Row;
use crate::world::people::Column;

pub(super) const ROW: Row<Metric> = Row {
    name: "tiers",
    says: "Holders of each tier, entries, promotions, demotions and exits so far; mean merit where people differ in it.",
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
            for state in world.ladders.iter().flatten() {
                values.push(state.holders.len() as f64);
                values.extend([state.entered, state.promoted, state.demoted, state.exited].map(|n| n as f64));
                if look.model.columns().contains(&Column::Merit) {
                    let merit = |d: &u32| f64::from(world.people.merit[world.dossiers.list[*d as usize].id as usize]);
                    values.push(
                        state.holders.iter().map(merit).fold(0.0, |sum, m| sum + m) / state.holders.len().max(1) as f64,
                    );
                }
            }
        },
    },
};
