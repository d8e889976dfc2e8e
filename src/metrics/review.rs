//! Review: how long contributions wait, how many are given up, and the hours that review and paid staff take.
//!
//! Hours of staff are those of their deeds, and those that complaints take.

use super::{Family, Unit, named, names};
use crate::say;

pub(super) const FAMILY: Family = Family {
    name: "review",
    names: |_| {
        vec![
            named(names::REVIEW_WAIT, say!("metric-review-wait"), Unit::Weeks),
            named(names::REVIEW_QUEUE, say!("metric-review-queue"), Unit::Deeds),
            named(names::ABANDONED, say!("metric-abandoned"), Unit::Deeds),
            named(names::REVIEW_HOURS, say!("metric-review-hours"), Unit::Hours),
            named(names::STAFF_HOURS, say!("metric-staff-hours"), Unit::Hours),
        ]
    },
    read: |observation, values| {
        let queue: u64 = observation.world.work.queue.iter().map(|p| u64::from(p.deeds)).sum();
        let tally = &observation.world.tally;
        let hours = |minutes: u64| minutes as f64 / 60.0;
        values.extend([f64::from(observation.world.work.wait), queue as f64, tally.abandoned as f64]);
        values.extend([hours(tally.review_minutes), hours(tally.staff_minutes)]);
    },
};
