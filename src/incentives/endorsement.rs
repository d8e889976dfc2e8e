//! Endorsement: somebody whom many follow steps onto the stage, before anything is delivered.
//!
//! On its day it closes a share of the gap between belief and the most that can be believed, and adds to the hazard of adoption from
//! outside; the second fades as e^(−t/T). Limits: a share of 1 brings belief to its most; in all it adds reach·T times the external
//! hazard. Invariant: nothing happens unless it can be paid.

use crate::params;
use crate::registry::Form;

/// `[endorsement.founder]`.
pub const FORM: Form = Form { id: "endorsement", knobs: Endorsement::KNOBS, parts: &[] };
params! {

    /// An endorsement as written.
    #[derive(Clone, Debug)]
    pub struct Endorsement: "endorsement" {
        pub on: String = date();
        pub reach: f64 = number("times", 0.0..=1000.0, 1.0).guess();
        pub trust: f64 = number("share", 0.0..=1.0, 0.2).guess();
        pub fades: f64 = duration(1.0..=36_525.0, 90.0).guess();
        pub cost: i64 = count("money", 0..=1_000_000_000_000, 0);
        pub pool: Option<String> = maybe_reference("budget.pools");
    }
}
