//! Points: so many for a deed, with a cap per period.
//!
//! Invariant: issued − spent − expired − clawed back = the sum of all balances, to the integer.

use serde::Deserialize;

use crate::registry::{Form, Knob};

/// `[points.answer]`.
pub const FORM: Form = Form {
    says: "Points for a deed.",
    knobs: &[
        Knob::maybe_reference("action", "action")
            .says("The action that earns them; the rule's own name where it is absent."),
        Knob::count("points", "points", 0..=1_000_000_000, 1).says("Points for one deed."),
        Knob::maybe_quota("cap", 1.0..=1e9).says("The most that one person may earn by this rule."),
        Knob::choice("on", &["done", "merged"], "done").says("Whether the deed counts when done or only when merged."),
        Knob::number("quality", "weight", 0.0..=1.0, 0.0)
            .says("How much the points follow the deed's quality: 0 all deeds alike, 1 in proportion.")
            .guess(),
        Knob::number("noise", "share", 0.0..=100.0, 0.4)
            .says("Luck in that quality beside the merit of whoever did the deed: standard deviation, as a share of the mean.")
            .guess(),
        Knob::maybe_duration("half_life", 1.0..=36_525.0)
            .says("The time in which the score (not the balance) loses half."),
        Knob::number("removed", "chance", 0.0..=1.0, 0.0)
            .says("The chance that what earned them is removed later, and its points are taken back.")
            .guess(),
        Knob::duration("removed_within", 1.0..=3653.0, 30.0)
            .says("With removed: the longest time until then, any moment of it as likely as any other.")
            .guess(),
    ],
    parts: &[],
};

/// When a deed counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum On {
    /// As soon as it is done.
    Done,
    /// Only when a reviewer has merged it.
    Merged,
}

/// A points rule as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Points {
    /// The action's name.
    pub action: Option<String>,
    /// Points for one deed.
    pub points: i64,
    /// Most per person: points, and the days they are counted over.
    pub cap: Option<(f64, f64)>,
    /// When the deed counts.
    pub on: On,
    /// Weight of the deed's quality, 0 to 1.
    pub quality: f64,
    /// Standard deviation of what quality owes to luck.
    pub noise: f64,
    /// Half-life of the score, days.
    pub half_life: Option<f64>,
    /// Chance that the points of a deed are taken back.
    pub removed: f64,
    /// Days within which they are.
    pub removed_within: f64,
}
