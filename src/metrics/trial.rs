//! Trial: people in the first stage of membership, and those who ever were.
//!
//! These metrics exist only if a segment has a trial at some time.

use super::{Family, Unit, named, names};
use crate::model::Model;
use crate::say;

pub(super) const FAMILY: Family = Family {
    name: "trial",
    names: |model| match tries(model) {
        true => vec![
            named(names::IN_TRIAL, say!("metric-in-trial"), Unit::People),
            named(names::TRIED, say!("metric-tried"), Unit::People),
        ],
        false => Vec::new(),
    },
    read: |observation, values| {
        if tries(observation.model) {
            let in_trial: u64 = observation.world.population.trying.iter().sum();
            values.extend([in_trial as f64, observation.world.tally.tried as f64]);
        }
    },
};

/// Whether any segment has a trial at any time.
fn tries(model: &Model) -> bool {
    model.ever(|rules| rules.segments.iter().any(|segment| segment.terms.trial.is_some()))
}
