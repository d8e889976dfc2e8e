//! Mentoring: somebody takes the time to see newcomers through their first contribution.
//!
//! Mentors have so many hours a week, and a newcomer takes some of them; who comes first where they do not reach is drawn by lot.
//! Whoever has had a mentor stops less readily after each spell of activity. Limits: with N newcomers a week, min(1, hours/(each·N)) of
//! them have a mentor; the chance p to stop becomes logistic(logit p − holds).

use serde::Deserialize;

use super::{Make, Mechanism, Terms};
use crate::registry::{Knob, Row};

pub(super) const ROW: Row<Make> = Row {
    name: "mentoring",
    says: "Mentors see newcomers through their first contribution.",
    knobs: &[
        Knob::number("hours", "hours a week", 0.0..=1e6, 10.0).says("Hours of mentors, apart from review.").guess(),
        Knob::number("each", "hours", 0.01..=1000.0, 4.0).says("Hours that one newcomer takes.").guess(),
        Knob::number("holds", "logits", 0.0..=10.0, 0.7)
            .says("How much the odds of stopping after a spell fall for whoever has had a mentor.")
            .guess(),
    ],
    make: |settings, _| Box::new(settings.make::<Mentoring>()),
};

/// How newcomers are mentored.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Mentoring {
    pub hours: f64,
    pub each: f64,
    pub holds: f64,
}

impl Mechanism for Mentoring {
    fn terms(&self, terms: &mut Terms) {
        terms.mentoring = Some(*self);
    }
}
