//! Growth accounting of calendar months: A(t) = A(t−1) + new + returned − lapsed − left.
//!
//! Flows are per month of 30.4 days, counted over as many ticks in all months (four weeks), and in a row the mean of the months that ended
//! since the row before. Those who were kept are people. The quick ratio is (new + returned) / (lapsed + left).

use super::{Family, Unit, named, names, ratio};
use crate::say;
use crate::world::{Closed, Flow};

pub(super) const FAMILY: Family = Family {
    name: "accounting",
    names: |_| {
        let flow = |name, title| named(name, title, Unit::PeopleAMonth).undefined(say!("metric-undefined-first-month"));
        let kept = |name, title| named(name, title, Unit::People).undefined(say!("metric-undefined-second-month"));
        let quick = |name, title| named(name, title, Unit::Ratio).undefined(say!("metric-undefined-nobody-went"));
        vec![
            flow(names::NEW_PEOPLE, say!("metric-new-people")),
            flow(names::RETURNED_PEOPLE, say!("metric-returned-people")),
            flow(names::LAPSED_PEOPLE, say!("metric-lapsed-people")),
            flow(names::LEFT_PEOPLE, say!("metric-left-people")),
            kept(names::KEPT_PEOPLE, say!("metric-kept-people")),
            quick(names::QUICK_RATIO_PEOPLE, say!("metric-quick-ratio-people")),
            flow(names::NEW_CONTRIBUTORS, say!("metric-new-contributors")),
            flow(names::RETURNED_CONTRIBUTORS, say!("metric-returned-contributors")),
            flow(names::LAPSED_CONTRIBUTORS, say!("metric-lapsed-contributors")),
            flow(names::LEFT_CONTRIBUTORS, say!("metric-left-contributors")),
            kept(names::KEPT_CONTRIBUTORS, say!("metric-kept-contributors")),
            quick(names::QUICK_RATIO_CONTRIBUTORS, say!("metric-quick-ratio-contributors")),
            named(names::NEWCOMERS, say!("metric-newcomers"), Unit::PeopleAMonth)
                .undefined(say!("metric-undefined-start")),
        ]
    },
    read: |observation, values| {
        let observed = &observation.world.observed;
        match &observation.closed() {
            Some(closed) => {
                let kept = |flow: &Flow| if observed.account.months > 1 { flow.kept as f64 } else { f64::NAN };
                append(closed, &closed.people, kept(&closed.people), values);
                append(closed, &closed.contributors, kept(&closed.contributors), values);
            }
            None => values.extend([f64::NAN; 12]),
        }
        values.push(observation.rate(|counts| counts.newcomers as f64));
    },
};

/// Appends the six values of a flow.
fn append(closed: &Closed, flow: &Flow, kept: f64, values: &mut Vec<f64>) {
    values.extend([flow.new, flow.returned, flow.lapsed, flow.left].map(|n| n as f64 / closed.months));
    values.extend([kept, ratio((flow.new + flow.returned) as f64, (flow.lapsed + flow.left) as f64)]);
}
