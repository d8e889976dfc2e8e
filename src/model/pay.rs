//! Utility of pay: felt · ln(1 + pay per hour / worth of an hour), in logits.
//!
//! The utility is concave: twice the money moves people less than twice as far. Limit: with felt 0 money has no effect.

use crate::scenario::schema::Budget;
use crate::world::maths::ln;

/// Parameters of the utility of pay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pay {
    hour: f64,
    felt: f64,
}

impl Pay {
    pub(super) fn from_budget(budget: &Budget) -> Self {
        Pay { hour: budget.hour, felt: budget.felt }
    }
    /// Utility of an amount of money per hour, logits.
    pub fn pull(self, an_hour: f64) -> f64 {
        self.felt * ln(1.0 + an_hour / self.hour)
    }
}
