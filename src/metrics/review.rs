//! Review: how long contributions wait, and how many are given up.

use super::{Family, Unit, named, names};
use crate::say;

pub(super) const FAMILY: Family = Family {
    name: "review",
    names: |_| {
        vec![
            named(names::REVIEW_WAIT, say!("metric-review-wait"), Unit::Weeks),
            named(names::REVIEW_QUEUE, say!("metric-review-queue"), Unit::Deeds),
            named(names::ABANDONED, say!("metric-abandoned"), Unit::Deeds),
        ]
    },
    read: |observation, values| {
        let queue: u64 = observation.world.work.queue.iter().map(|p| u64::from(p.deeds)).sum();
        values.extend([f64::from(observation.world.work.wait), queue as f64, observation.world.tally.abandoned as f64]);
    },
};
