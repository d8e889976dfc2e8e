//! Prize: a reward for a deed, fixed or variable.
//!
//! A variable prize of the same mean comes rarely and large; the chance of money may weigh more or less than it is, w(ρ) = ρ^g/(ρ^g +
//! (1−ρ)^g)^(1/g) (Tversky & Kahneman 1992, J. Risk and Uncertainty 5). Limit: g = 1 weighs it as it is. Invariant: a prize that its pool
//! cannot pay is not felt.

use serde::Deserialize;

use super::points::On;
use super::{Controlling, Need};
use crate::registry::{Form, Knob};
use crate::world::maths::weighed;

/// `[prize.answer]`.
pub const FORM: Form = Form {
    says: "A reward for a deed, fixed or by chance.",
    knobs: &[
        Knob::maybe_reference("action", "action")
            .says("The action that it rewards; the rule's own name where it is absent."),
        Knob::choice("on", &["done", "merged"], "done").says("Whether the deed counts when done or only when merged."),
        Knob::choice("schedule", &["fixed", "variable"], "fixed").says("Each time, or by chance with the same mean."),
        Knob::number("mean", "felt units", 0.0..=100.0, 1.0).says("The mean reward of one deed.").guess(),
        Knob::number("chance", "chance", 0.001..=1.0, 0.1)
            .says("With variable: the chance that a deed is rewarded.")
            .guess(),
        Knob::number("weighting", "exponent", 0.3..=1.0, 1.0)
            .says("With variable: how the chance of money weighs before it is won; below 1 a small one weighs more than it is.")
            .cited("Tversky & Kahneman 1992, J. Risk and Uncertainty 5: .61 for gains; 1 weighs a chance as it is"),
        Knob::number("paid", "share", 0.0..=1.0, 1.0).says("The share of promised prizes that is in fact handed over."),
        Knob::count("cost", "money", 0..=1_000_000_000, 0).says("Money that one prize costs."),
        Knob::maybe_reference("pool", "budget.pools").says("The pool that pays."),
        Knob::choice("feeds", Need::NAMES, "esteem").says("The need that it feeds."),
        Knob::number("relief", "relief", 0.0..=1.0, 0.1).says("How much of that need it relieves.").guess(),
        Knob::choice("controlling", Controlling::NAMES, "none").says("What it is felt to be pay for, if for anything."),
    ],
    parts: &[],
};

/// Whether each deed is rewarded or some by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Schedule {
    /// Each deed, the mean.
    Fixed,
    /// By chance, mean / chance.
    Variable,
}

/// A prize as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prize {
    /// The action's name.
    pub action: Option<String>,
    /// When the deed counts.
    pub on: On,
    /// Fixed or variable.
    pub schedule: Schedule,
    /// Mean reward of a deed, felt units.
    pub mean: f64,
    /// Chance of a reward, with a variable schedule.
    pub chance: f64,
    /// Exponent of the weight of that chance.
    pub weighting: f64,
    /// Share handed over.
    pub paid: f64,
    /// Money for one prize.
    pub cost: i64,
    /// Pool.
    pub pool: Option<String>,
    /// Need fed.
    pub feeds: Need,
    /// Share of that need that it relieves.
    pub relief: f64,
    /// Type of reward.
    pub controlling: Controlling,
}

impl Prize {
    /// Chance that one deed wins, and what the winner feels.
    pub fn odds(&self) -> (f64, f64) {
        match self.schedule {
            Schedule::Fixed => (1.0, self.mean),
            Schedule::Variable => (self.chance, self.mean / self.chance),
        }
    }
    /// How much the chance that one deed wins weighs with those who think of it.
    pub fn weight(&self) -> f64 {
        weighed(self.odds().0, self.weighting)
    }
}
