//! Triggers: the shares of deeds by what triggered them, and the number of deeds by action.

use super::{Family, Unit, named, named_for, names};
use crate::say;

pub(super) const FAMILY: Family = Family {
    name: "triggers",
    names: |model| {
        let mut names = vec![
            named(names::TRIGGER_PAID, say!("metric-trigger-paid"), Unit::Share),
            named(names::TRIGGER_ORGANIC, say!("metric-trigger-organic"), Unit::Share),
            named(names::TRIGGER_SOCIAL, say!("metric-trigger-social"), Unit::Share),
            named(names::TRIGGER_INTERNAL, say!("metric-trigger-internal"), Unit::Share),
            named(names::SELF_DRIVEN, say!("metric-self-driven"), Unit::Share),
        ];
        let (rules, _) = model.rules(0);
        names.extend(rules.actions.iter().map(|action| {
            named_for(names::DEEDS, &action.name, say!("metric-deeds-of", action = &action.title), Unit::Deeds)
        }));
        names
    },
    read: |observation, values| {
        let since = &observation.world.observed.since;
        let all: u64 = since.by_trigger.iter().sum();
        let share = |n: u64| if all > 0 { n as f64 / all as f64 } else { 0.0 };
        values.extend(since.by_trigger.map(share));
        values.push(share(all - since.by_trigger[0]));
        let (rules, _) = observation.model.rules(0);
        values.extend(since.by_action.iter().take(rules.actions.len()).map(|&n| n as f64));
    },
};
