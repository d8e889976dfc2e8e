//! Review: finite hours for merging what is contributed.
//!
//! What is reviewed waits, oldest first, and is given up after `patience`; a slow first response raises the odds that newcomers
//! stop, and work beyond the hours wears reviewers out. A share of the hours may be
//! kept for first contributions. Limits: as long as those take no more than that share, they merge in their own tick, however long the
//! queue is; with hours to spare, everything merges in its own tick.

use serde::Deserialize;

use super::{Make, Mechanism, Terms};
use crate::registry::{Knob, Row};

pub(super) const ROW: Row<Make> = Row {
    name: "review",
    says: "Contributions wait for reviewers with finite hours.",
    knobs: &[
        Knob::number("hours", "hours a week", 0.0..=1e6, 40.0).says("Review by staff and maintainers, apart from ladders.").guess(),
        Knob::duration("patience", 1.0..=3653.0, 56.0).says("How long work waits before it is given up.").guess(),
        Knob::number("slow", "logits a week", 0.0..=10.0, 0.5)
            .says("What each week of waiting adds to the odds that a contributor stops.")
            .cited("Zhou & Mockus 2012, ICSE: low attention at the start halves the odds of a long-term contributor (direction; size a guess)"),
        Knob::number("slow_most", "logits", 0.0..=20.0, 4.0).says("The most that waiting adds.").guess(),
        Knob::number("burnout", "logits", 0.0..=10.0, 1.0)
            .says("What twice the hours add to the log hazard that reviewers leave.")
            .guess(),
        Knob::number("newcomers", "share", 0.0..=1.0, 0.0)
            .says("Share of the hours in which the first work of whoever has contributed nothing yet comes before all that is older."),
    ],
    make: |settings, _| Box::new(settings.make::<Review>()),
};

/// How review works.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Review {
    pub hours: f64,
    pub patience: f64,
    pub slow: f64,
    pub slow_most: f64,
    pub burnout: f64,
    pub newcomers: f64,
}

impl Mechanism for Review {
    fn terms(&self, terms: &mut Terms) {
        terms.review = Some(self.clone());
    }
}

impl Review {
    /// What a wait of so many weeks adds to the odds of stopping, logits.
    pub fn slowness(&self, weeks: f64) -> f64 {
        (self.slow * weeks).min(self.slow_most)
    }
}
