//! Review: how long work waits, and how much is given up.

use super::{Metric, named};
use crate::registry::Row;

pub(super) const ROW: Row<Metric> = Row {
    name: "review",
    says: "Weeks of waiting, length of the queue, contributions given up.",
    knobs: &[],
    make: Metric {
        names: |_| {
            vec![
                named("review-wait", "Weeks until a review", "weeks"),
                named("review-queue", "Contributions that wait for review", "deeds"),
                named("abandoned", "Contributions given up after waiting, so far", "deeds"),
            ]
        },
        read: |look, values| {
            let queue: u64 = look.world.work.queue.iter().map(|p| u64::from(p.deeds)).sum();
            values.extend([f64::from(look.world.work.wait), queue as f64, look.world.tally.abandoned as f64]);
        },
    },
};
