//! Triggers: the shares of deeds by what triggered them, and the number of deeds by action.

use super::{Family, Unit, named, named_for, names, ratio};
use crate::say;

pub(super) const FAMILY: Family = Family {
    name: "triggers",
    names: |model| {
        let share = |name, title| named(name, title, Unit::Share).undefined(say!("metric-undefined-no-deed"));
        let mut names = vec![
            share(names::TRIGGER_PAID, say!("metric-trigger-paid")),
            share(names::TRIGGER_ORGANIC, say!("metric-trigger-organic")),
            share(names::TRIGGER_SOCIAL, say!("metric-trigger-social")),
            share(names::TRIGGER_INTERNAL, say!("metric-trigger-internal")),
            share(names::SELF_DRIVEN, say!("metric-self-driven")),
        ];
        let (rules, _) = model.rules(0);
        names.extend(rules.actions.iter().map(|action| {
            let deeds = say!("metric-deeds-of", action = &action.title);
            named_for(names::DEEDS, &action.name, deeds, Unit::DeedsAMonth).undefined(say!("metric-undefined-start"))
        }));
        names
    },
    read: |observation, values| {
        let all = observation.rate(|counts| counts.sums.by_trigger.iter().sum::<u64>() as f64);
        let by_trigger = [0, 1, 2, 3].map(|t| observation.rate(|counts| counts.sums.by_trigger[t] as f64));
        values.extend(by_trigger.map(|deeds| ratio(deeds, all)));
        values.push(ratio(all - by_trigger[0], all));
        let (rules, _) = observation.model.rules(0);
        values.extend((0..rules.actions.len()).map(|a| observation.rate(|counts| counts.sums.by_action[a] as f64)));
    },
};
