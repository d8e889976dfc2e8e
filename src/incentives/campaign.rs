//! Campaign: paid attention, from a day to a day.
//!
//! Invariant: a campaign whose pool is empty does not run.

use serde::Deserialize;

use crate::registry::{Form, Knob};

/// `[campaign.ads]`.
pub const FORM: Form = Form {
    says: "Paid attention.",
    knobs: &[
        Knob::number("intensity", "times", 0.0..=1000.0, 1.0)
            .says("How many times the triggers mechanism's paid rate it adds.")
            .guess(),
        Knob::number("reach", "times", 0.0..=1000.0, 0.0)
            .says("How many times the external adoption hazard it adds.")
            .guess(),
        Knob::maybe_date("from").says("The first day; the start of the run where it is absent."),
        Knob::maybe_date("until").says("The day on which it ends; never where it is absent."),
        Knob::maybe_quota("cost", 0.0..=1e12).says("Money that it costs, such as \"2000 per month\"."),
        Knob::maybe_reference("pool", "budget.pools").says("The pool that pays."),
    ],
    parts: &[],
};

/// A campaign as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    /// Times the paid trigger rate.
    pub intensity: f64,
    /// Times the external adoption hazard.
    pub reach: f64,
    /// First day, ISO.
    pub from: Option<String>,
    /// Day after the last, ISO.
    pub until: Option<String>,
    /// Money and days.
    pub cost: Option<(f64, f64)>,
    /// Pool.
    pub pool: Option<String>,
}
