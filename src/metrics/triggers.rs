//! Where deeds come from: paid attention, own need, others, habit; and which deeds they are.

use super::{Metric, named};
use crate::registry::Row;

pub(super) const ROW: Row<Metric> = Row {
    name: "triggers",
    says: "Share of deeds by the source of their trigger, self-driven share, deeds by action.",
    knobs: &[],
    make: Metric {
        names: |model| {
            let mut names = vec![
                named("trigger-paid", "Deeds that paid attention triggered", "share"),
                named("trigger-organic", "Deeds that own need triggered", "share"),
                named("trigger-social", "Deeds that others triggered", "share"),
                named("trigger-internal", "Deeds that habit triggered", "share"),
                named("self-driven", "Deeds that were not paid for", "share"),
            ];
            let (rules, _) = model.rules(0);
            names.extend(
                rules
                    .actions
                    .iter()
                    .map(|a| named(&format!("deeds:{}", a.name), &format!("Deeds: {}", a.title), "deeds")),
            );
            names
        },
        read: |look, values| {
            let since = &look.world.observed.since;
            let all: u64 = since.by_trigger.iter().sum();
            let share = |n: u64| if all > 0 { n as f64 / all as f64 } else { 0.0 };
            values.extend(since.by_trigger.map(share));
            values.push(share(all - since.by_trigger[0]));
            let (rules, _) = look.model.rules(0);
            values.extend(since.by_action.iter().take(rules.actions.len()).map(|&n| n as f64));
        },
    },
};
