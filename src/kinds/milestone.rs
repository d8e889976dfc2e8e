//! Milestone: money that comes once something has come about.
//!
//! The condition may name any metric; the money goes into the pools by their shares, once, when it holds and whoever pays is inside. Limits:
//! a milestone that is never met leaves the budget what it is; one that holds from the start pays with the second tick.

use crate::params;
use crate::registry::Form;

/// `[milestone.series-a]`.
pub const FORM: Form = Form { id: "milestone", knobs: Milestone::KNOBS, parts: &[] };
params! {

    /// A milestone as written.
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
