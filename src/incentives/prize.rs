//! Prize: a reward for a deed, fixed or variable.
//!
//! A variable prize with the same mean is rare and large. People may over- or underweight the chance of money, w(ρ) =
//! ρ^g/(ρ^g + (1−ρ)^g)^(1/g) (Tversky & Kahneman 1992, J. Risk and Uncertainty 5). Limit: g = 1 gives w(ρ) = ρ.
//! Invariant: a prize that its pool cannot pay is not felt.

use serde::Deserialize;

use super::points::On;
use super::{Controlling, Need};
use crate::params;
use crate::registry::Form;
use crate::world::maths::weighed;

/// `[prize.answer]`.
pub const FORM: Form = Form { id: "prize", knobs: Prize::KNOBS, parts: &[] };

/// Whether every deed is rewarded, or a random part of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Schedule {
    /// Every deed, with the mean.
    Fixed,
    /// At random, with mean / chance.
    Variable,
}
params! {

    /// The knobs of a prize.
    #[derive(Clone, Debug)]
    pub struct Prize: "prize" {
        pub action: Option<String> = maybe_reference("action");
        pub on: On = choice(&["done", "merged"], "done");
        pub schedule: Schedule = choice(&["fixed", "variable"], "fixed");
        pub mean: f64 = number("felt-units", 0.0..=100.0, 1.0).guess();
        pub chance: f64 = number("chance", 0.001..=1.0, 0.1).guess();
        pub weighting: f64 = number("exponent", 0.3..=1.0, 1.0).cited("Tversky & Kahneman 1992, J. Risk and Uncertainty 5", "https://doi.org/10.1007/BF00122574");
        pub paid: f64 = number("share", 0.0..=1.0, 1.0);
        pub cost: i64 = count("money", 0..=1_000_000_000, 0);
        pub pool: Option<String> = maybe_reference("budget.pools");
        pub feeds: Need = choice(Need::NAMES, "esteem");
        pub relief: f64 = number("relief", 0.0..=1.0, 0.1).guess();
        pub controlling: Controlling = choice(Controlling::NAMES, "none");
    }
}

impl Prize {
    /// The chance that one deed wins, and the value that the winner feels.
    pub fn odds(&self) -> (f64, f64) {
        match self.schedule {
            Schedule::Fixed => (1.0, self.mean),
            Schedule::Variable => (self.chance, self.mean / self.chance),
        }
    }
    /// The weight that people give to the chance that one deed wins.
    pub fn weight(&self) -> f64 {
        weighed(self.odds().0, self.weighting)
    }
}
