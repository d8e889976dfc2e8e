//! Milestone: money paid once a condition holds.
//!
//! The condition may name any metric. The money is paid once, into the pools by their shares, when the condition holds
//! and the payer is inside. Limits: a milestone that is never met does not change the budget; one that holds from the
//! start pays in the second tick.

use crate::params;
use crate::registry::Form;

/// `[milestone.series-a]`.
pub const FORM: Form = Form { id: "milestone", knobs: Milestone::KNOBS, parts: &[] };
params! {

    /// The knobs of a milestone.
    #[derive(Clone, Debug)]
    pub struct Milestone: "milestone" {
        pub says: String = text("");
        pub when: String = needed_text();
        pub every: f64 = duration(1.0..=3653.0, 7.0);
        pub tranche: i64 = count("money", 0..=1_000_000_000_000_000, 0);
        pub announce: bool = flag(true);
        pub from: Option<String> = maybe_reference("organisation");
    }
}
