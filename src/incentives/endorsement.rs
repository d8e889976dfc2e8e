//! Endorsement: a person with many followers supports the product in public, before anything is delivered.
//!
//! On its day it closes a share of the gap between belief and the highest possible belief, and adds to the external
//! hazard of adoption; the second effect fades as e^(−t/T). Limits: a share of 1 raises belief to its maximum; in total
//! it adds reach·T times the external hazard. Invariant: an endorsement that cannot be paid has no effect.

use crate::params;
use crate::registry::Form;

/// `[endorsement.founder]`.
pub const FORM: Form = Form { id: "endorsement", knobs: Endorsement::KNOBS, parts: &[] };
params! {

    /// The knobs of an endorsement.
    #[derive(Clone, Debug)]
    pub struct Endorsement: "endorsement" {
        pub on: String = date();
        pub reach: f64 = number("times", 0.0..=1000.0, 1.0).guess();
        pub trust: f64 = number("share", 0.0..=1.0, 0.2).guess();
        pub fades: f64 = duration(1.0..=36_525.0, 90.0).guess();
        pub cost: i64 = count("money", 0..=1_000_000_000_000, 0).scales();
        pub pool: Option<String> = maybe_reference("budget.pools");
    }
}
