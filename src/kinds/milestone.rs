//! Milestone: money that comes once something has come about.
//!
//! The condition may name any metric; the money goes into the pools by their shares, once, when it holds and whoever pays is inside. Limits:
//! a milestone that is never met leaves the budget what it is; one that holds from the start pays with the second tick.

use serde::Deserialize;

use crate::registry::{Form, Knob};

/// `[milestone.series-a]`.
pub const FORM: Form = Form {
    says: "Money that comes once something has come about.",
    knobs: &[
        Knob::text("says", "").says("What charts call it."),
        Knob::needed_text("when")
            .says("What must have come about, such as \"members >= 20000 and quick-ratio-people > 2 for 12 weeks\"."),
        Knob::duration("every", 1.0..=3653.0, 7.0).says("How often the condition is looked at."),
        Knob::count("tranche", "money", 0..=1_000_000_000_000_000, 0).says("Money that comes then, once."),
        Knob::flag("announce", true).says("Whether everybody hears of it, as of an investor's round."),
        Knob::maybe_reference("from", "organisation")
            .says("The group whose first one inside pays, and stands by the product from then on as after a round of its own; nobody's money where it is absent."),
    ],
    parts: &[],
};

/// A milestone as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Milestone {
    pub says: String,
    pub when: String,
    pub every: f64,
    pub tranche: i64,
    pub announce: bool,
    pub from: Option<String>,
}
