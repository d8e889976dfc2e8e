//! Growth accounting: A(t) = A(t−1) + new + returned − lapsed − left, in whole people.
//!
//! The quick ratio is (new + returned) / (lapsed + left).

use super::observation::Flow;
use super::{Family, Unit, named, names};
use crate::say;

pub(super) const FAMILY: Family = Family {
    name: "accounting",
    names: |_| {
        vec![
            named(names::NEW_PEOPLE, say!("metric-new-people"), Unit::People),
            named(names::RETURNED_PEOPLE, say!("metric-returned-people"), Unit::People),
            named(names::LAPSED_PEOPLE, say!("metric-lapsed-people"), Unit::People),
            named(names::LEFT_PEOPLE, say!("metric-left-people"), Unit::People),
            named(names::KEPT_PEOPLE, say!("metric-kept-people"), Unit::People),
            named(names::QUICK_RATIO_PEOPLE, say!("metric-quick-ratio-people"), Unit::Ratio),
            named(names::NEW_CONTRIBUTORS, say!("metric-new-contributors"), Unit::People),
            named(names::RETURNED_CONTRIBUTORS, say!("metric-returned-contributors"), Unit::People),
            named(names::LAPSED_CONTRIBUTORS, say!("metric-lapsed-contributors"), Unit::People),
            named(names::LEFT_CONTRIBUTORS, say!("metric-left-contributors"), Unit::People),
            named(names::KEPT_CONTRIBUTORS, say!("metric-kept-contributors"), Unit::People),
            named(names::QUICK_RATIO_CONTRIBUTORS, say!("metric-quick-ratio-contributors"), Unit::Ratio),
            named(names::NEWCOMERS, say!("metric-newcomers"), Unit::People),
        ]
    },
    read: |observation, values| {
        for flow in observation.flows() {
            append(&flow, values);
        }
        let tally = &observation.world.tally;
        values.push((tally.newcomers - observation.world.observed.account.tally.newcomers) as f64);
    },
};

/// Appends the six values of a flow.
fn append(flow: &Flow, values: &mut Vec<f64>) {
    let (came, went) = (flow.new + flow.returned, flow.lapsed + flow.left);
    values.extend([flow.new, flow.returned, flow.lapsed, flow.left, flow.kept].map(|n| n as f64));
    // If nobody went, the denominator is 1.
    values.push(came as f64 / went.max(1) as f64);
}
