//! Mentoring: mentors help newcomers with their first contribution.
//!
//! Mentors have a number of hours a week, and each newcomer takes some of them; if the hours are short, the newcomers
//! served are drawn by lot. A person with a mentor stops less readily after each spell of activity. Limits: with N
//! newcomers a week, a share min(1, hours/(each·N)) has a mentor; the chance p to stop becomes logistic(logit p −
//! holds).

use super::{Make, Mechanism, Terms};
use crate::params;
use crate::registry::Entry;

pub(super) const ROW: Entry<Make> = Entry {
    name: "mentoring",
    id: "mechanism-mentoring",
    knobs: Mentoring::KNOBS,
    make: |settings, _| Box::new(settings.make::<Mentoring>()),
};
params! {

    /// The knobs of mentoring.
    #[derive(Clone, Copy, Debug)]
    pub struct Mentoring: "mechanism-mentoring" {
        pub hours: f64 = number("hours-a-week", 0.0..=1e6, 10.0).guess().scales();
        pub each: f64 = number("hours", 0.01..=1000.0, 4.0).guess();
        pub holds: f64 = number("logits", 0.0..=10.0, 0.7).guess();
    }
}

impl Mechanism for Mentoring {
    fn terms(&self, terms: &mut Terms) {
        terms.mentoring = Some(*self);
    }
}
