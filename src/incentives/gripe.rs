//! Gripe: those who come to an occasion complain, and what is done about it is quality.
//!
//! Complaints are Poisson, a usual number a person and more the further quality, as a log, lies below what users expect: that of the
//! best rival, or 1. They wait in the order in which they came; so many hours a month resolve them, each with a log step of quality;
//! one that has waited longer than its patience was heard and ignored, which breaks a promise and may cost a member. Limits: what is
//! open is what comes in times how long it waits (Little 1961, Operations Research 9); quality gains resolved × step.

use serde::Deserialize;

use crate::registry::{Form, Knob};
use crate::world::maths::ln;

/// `[occasion.gripe-session.gripe]`.
pub const FORM: Form = Form {
    says: "Those who come complain: complaints that are resolved raise quality, and those that are ignored cost belief and members.",
    knobs: &[
        Knob::number("complaints", "complaints a person", 0.0..=1000.0, 0.5)
            .says("Complaints where quality is what users expect.")
            .guess(),
        Knob::number("more", "complaints a person", 0.0..=1000.0, 2.0)
            .says("Complaints on top for each e-fold by which quality lies below what users expect.")
            .guess(),
        Knob::number("hours", "hours a month", 0.0..=1e9, 80.0).says("Hours that go into complaints."),
        Knob::number("hours_each", "hours", 0.01..=1e6, 8.0).says("Hours that one complaint takes.").guess(),
        Knob::count("cost", "money", 0..=1_000_000_000, 0)
            .says("Money that resolving one costs, from the occasion's pool."),
        Knob::number("quality", "log a complaint", 0.0..=1.0, 0.0003).says("Quality that resolving one adds.").guess(),
        Knob::duration("patience", 1.0..=36_525.0, 182.625)
            .says("For how long a complaint waits before it was ignored.")
            .guess(),
        Knob::number("leaves", "chance", 0.0..=1.0, 0.05).says("Chance that somebody who was ignored leaves.").guess(),
    ],
    parts: &[],
};

/// What becomes of complaints.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Gripe {
    pub complaints: f64,
    pub more: f64,
    pub hours: f64,
    pub hours_each: f64,
    pub cost: i64,
    pub quality: f64,
    pub patience: f64,
    pub leaves: f64,
}

impl Gripe {
    /// Complaints of one person, on average, where the best rival is so good; 0: there is none.
    pub fn each(&self, quality: f64, rival: f64) -> f64 {
        self.complaints + self.more * (ln(rival.max(1.0)) - ln(quality)).max(0.0)
    }
}
