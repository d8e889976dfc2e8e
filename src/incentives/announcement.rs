//! Announcement: a size that is shown in advance.
//!
//! From its day until the day by which it must be met, people join as if they met a share b·a + (1 − b)·s of members, where s is what
//! they meet, a the size announced over everybody, and b its trust times belief, 1 at most; a size below what they meet is no news
//! (fulfilled expectations: Katz & Shapiro 1985, AER 75). Where it is not met belief pays. Limits: linear contagion becomes a Bass
//! process with p + q·b·a and q·(1 − b); with critical mass it carries a market over the lesser equilibrium n₋ iff a > n₋ and, from
//! nobody, b·a is more than the price.

use serde::Deserialize;

use crate::registry::{Form, Knob};

/// `[announcement.scale]`.
pub const FORM: Form = Form {
    says: "A size that is shown in advance, and must be met by a day.",
    knobs: &[
        Knob::count("size", "people", 1..=1_000_000_000, 1000).says("Members that are announced."),
        Knob::date("on").says("The day from which it is heard."),
        Knob::date("by").says("The day by which they must be there; nobody reckons with it any more from then on."),
        Knob::number("trust", "share", 0.0..=1.0, 0.3)
            .says("How far people reckon with it instead of what they meet, at a belief of 1.")
            .guess(),
        Knob::number("costs", "log", 0.0..=100.0, 0.5)
            .says("With belief: what is taken from it where they are not there in time.")
            .guess(),
    ],
    parts: &[],
};

/// An announcement as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Announcement {
    pub size: i64,
    pub on: String,
    pub by: String,
    pub trust: f64,
    pub costs: f64,
}
