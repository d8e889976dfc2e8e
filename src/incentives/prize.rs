//! Prize: a reward for a deed, fixed or variable.
//!
//! A variable prize of the same mean comes rarely and large; the chance of money may weigh more or less than it is, w(ρ) = ρ^g/(ρ^g +
//! (1−ρ)^g)^(1/g) (Tversky & Kahneman 1992, J. Risk and Uncertainty 5). Limit: g = 1 weighs it as it is. Invariant: a prize that its pool
//! cannot pay is not felt.

use serde::Deserialize;

use super::points::On;
use super::{Controlling, Need};
use crate::params;
use crate::registry::Form;
use crate::world::maths::weighed;

/// `[prize.answer]`.
pub const FORM: Form = Form { id: "prize", knobs: Prize::KNOBS, parts: &[] };

/// Whether each deed is rewarded or some by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Schedule {
    /// Each deed, the mean.
    Fixed,
    /// By chance, mean / chance.
    Variable,
}
params! {

    /// A prize as written.
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
