//! Balance: how unspent points expire.
//!
//! Points may expire at the end of a season, or a fixed time after they were issued. The oldest points are spent first
//! and expire first. Limit: without a season and without an expiry, points are kept for ever.

use crate::params;
use crate::registry::Form;

/// `[balance]`.
pub const FORM: Form = Form { id: "balance", knobs: Balance::KNOBS, parts: &[] };
params! {

    /// The knobs of a balance.
    #[derive(Clone, Debug)]
    pub struct Balance: "balance" {
        pub season: Option<f64> = maybe_duration(1.0..=36_525.0);
        pub on_day: String = text("");
        pub carried: f64 = number("share", 0.0..=1.0, 0.0);
        pub expires: Option<f64> = maybe_duration(1.0..=36_525.0);
        pub debt: bool = flag(false);
    }
}
