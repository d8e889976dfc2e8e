//! Endorsement: somebody whom many follow steps onto the stage, before anything is delivered.
//!
//! On its day it closes a share of the gap between belief and the most that can be believed, and adds to the hazard of adoption from
//! outside; the second fades as e^(−t/T). Limits: a share of 1 brings belief to its most; in all it adds reach·T times the external
//! hazard. Invariant: nothing happens unless it can be paid.

use serde::Deserialize;

use crate::registry::{Form, Knob};

/// `[endorsement.founder]`.
pub const FORM: Form = Form {
    says: "Somebody whom many follow steps onto the stage.",
    knobs: &[
        Knob::date("on").says("The day on which it happens."),
        Knob::number("reach", "times", 0.0..=1000.0, 1.0)
            .says("How many times the external adoption hazard it adds on that day.")
            .guess(),
        Knob::number("trust", "share", 0.0..=1.0, 0.2)
            .says("With belief: how far it closes the gap to the highest belief.")
            .guess(),
        Knob::duration("fades", 1.0..=36_525.0, 90.0).says("Time constant of its reach.").guess(),
        Knob::count("cost", "money", 0..=1_000_000_000_000, 0).says("What it costs, once."),
        Knob::maybe_reference("pool", "budget.pools").says("The pool that pays."),
    ],
    parts: &[],
};

/// An endorsement as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Endorsement {
    pub on: String,
    pub reach: f64,
    pub trust: f64,
    pub fades: f64,
    pub cost: i64,
    pub pool: Option<String>,
}
