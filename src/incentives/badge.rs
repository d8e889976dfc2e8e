//! Badge: a mark for having done something so many times.
//!
//! Invariant: a badge is given once; after it the boundary is gone and effort falls back.

use serde::Deserialize;

use super::Need;
use crate::registry::{Form, Knob};

/// `[badge.hundred]`.
pub const FORM: Form = Form {
    says: "A mark for having done something so many times.",
    knobs: &[
        Knob::reference("action", "action").says("The action that is counted."),
        Knob::count("at", "deeds", 1..=1_000_000, 25).says("How many deeds it takes."),
        Knob::count("endowed", "deeds", 0..=1_000_000, 0).says("How many are given at the start."),
        Knob::number("value", "logits", 0.0..=10.0, 0.6).says("What reaching it is worth to a responder.").guess(),
        Knob::choice("feeds", Need::NAMES, "esteem").says("The need that it feeds."),
        Knob::number("relief", "relief", 0.0..=1.0, 0.5).says("How much of that need it relieves.").guess(),
    ],
    parts: &[],
};

/// A badge as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Badge {
    /// The action's name.
    pub action: String,
    /// Deeds to reach.
    pub at: i64,
    /// Deeds given at the start.
    pub endowed: i64,
    /// Logits.
    pub value: f64,
    /// Need fed.
    pub feeds: Need,
    /// Share of that need that it relieves.
    pub relief: f64,
}
