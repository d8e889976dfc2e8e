//! Ladders: how many stand on each tier, and how many moves there have been.

use super::{Metric, named};
use crate::shelf::Row;

pub(super) const ROW: Row<Metric> = Row {
    name: "tiers",
    says: "Holders of each tier, entries, promotions, demotions and exits so far.",
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
                }
            }
            names
        },
        read: |look, values| {
            for state in look.world.ladders.iter().flatten() {
                values.push(state.holders.len() as f64);
                values.extend([state.entered, state.promoted, state.demoted, state.exited].map(|n| n as f64));
            }
        },
    },
};
