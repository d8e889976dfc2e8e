//! Review: limited hours for merging contributions.
//!
//! Contributions wait for review, oldest first, and are dropped after `patience`; a slow first response raises the odds
//! that newcomers stop, and work beyond the hours tires reviewers. A share of the hours may be reserved for first
//! contributions. Limits: first contributions that take no more than that share merge in their own tick, however long
//! the queue is; with spare hours, everything merges in its own tick.

use super::{Make, Mechanism, Terms};
use crate::params;
use crate::registry::Entry;

pub(super) const ROW: Entry<Make> = Entry {
    name: "review",
    id: "mechanism-review",
    knobs: Review::KNOBS,
    make: |settings, _| Box::new(settings.make::<Review>()),
};
params! {

    /// The knobs of review.
    #[derive(Clone, Debug)]
    pub struct Review: "mechanism-review" {
        pub hours: f64 = number("hours-a-week", 0.0..=1e6, 40.0).guess().scales();
        pub patience: f64 = duration(1.0..=3653.0, 56.0).guess();
        pub slow: f64 = number("logits-a-week", 0.0..=10.0, 0.5).cited("Zhou & Mockus 2012, ICSE", "https://doi.org/10.1109/ICSE.2012.6227164");
        pub slow_most: f64 = number("logits", 0.0..=20.0, 4.0).guess();
        pub burnout: f64 = number("logits", 0.0..=10.0, 1.0).guess();
        pub newcomers: f64 = number("share", 0.0..=1.0, 0.0);
    }
}

impl Mechanism for Review {
    fn terms(&self, terms: &mut Terms) {
        terms.review = Some(self.clone());
    }
}

impl Review {
    /// What a wait of `weeks` adds to the odds of stopping, logits.
    pub fn slowness(&self, weeks: f64) -> f64 {
        (self.slow * weeks).min(self.slow_most)
    }
}
