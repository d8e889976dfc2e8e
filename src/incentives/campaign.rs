//! Campaign: paid attention between two dates.
//!
//! Invariant: a campaign whose pool is empty does not run.

use crate::params;
use crate::registry::Form;

/// `[campaign.ads]`.
pub const FORM: Form = Form { id: "campaign", knobs: Campaign::KNOBS, parts: &[] };
params! {

    /// The knobs of a campaign.
    #[derive(Clone, Debug)]
    pub struct Campaign: "campaign" {
        pub intensity: f64 = number("times", 0.0..=1000.0, 1.0).guess();
        pub reach: f64 = number("times", 0.0..=1000.0, 0.0).guess();
        pub from: Option<String> = maybe_date();
        pub until: Option<String> = maybe_date();
        pub cost: Option<(f64, f64)> = maybe_quota(0.0..=1e12).scales();
        pub pool: Option<String> = maybe_reference("budget.pools");
    }
}
