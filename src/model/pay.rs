//! Pay: what money moves in people.
//!
//! felt · ln(1 + pay an hour / what an hour is worth to them): a concave utility, so that twice the money moves them less than twice as
//! far. Limit: with felt 0 money moves nobody.

use crate::scenario::schema::Budget;
use crate::world::maths::ln;

/// How pay is felt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pay {
    hour: f64,
    felt: f64,
}

impl Pay {
    pub(super) fn of(budget: &Budget) -> Self {
        Pay { hour: budget.hour, felt: budget.felt }
    }
    /// What so much money an hour adds, logits.
    pub fn pull(self, an_hour: f64) -> f64 {
        self.felt * ln(1.0 + an_hour / self.hour)
    }
}
