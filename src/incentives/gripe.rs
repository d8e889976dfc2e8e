//! Gripe: people at an occasion complain, and resolved complaints raise quality.
//!
//! Complaints are Poisson. Their mean per person is a base number plus a part that grows with the gap, as a log,
//! between quality and what users expect: the quality of the best rival, or 1. They wait in order of arrival; a number
//! of hours a month resolves them, each with a log step of quality. A complaint that waits longer than its patience is
//! ignored, which breaks a promise and may cost a member. Limits: open complaints = rate of arrival × waiting time
//! (Little 1961, Operations Research 9); quality gains resolved × step.

use crate::params;
use crate::registry::Form;
use crate::world::maths::ln;

/// `[occasion.gripe-session.gripe]`.
pub const FORM: Form = Form { id: "gripe", knobs: Gripe::KNOBS, parts: &[] };
params! {

    /// How complaints are made and resolved.
    #[derive(Clone, Debug)]
    pub struct Gripe: "gripe" {
        pub complaints: f64 = number("complaints-a-person", 0.0..=1000.0, 0.5).guess();
        pub more: f64 = number("complaints-a-person", 0.0..=1000.0, 2.0).guess();
        pub hours: f64 = number("hours-a-month", 0.0..=1e9, 80.0).scales();
        pub hours_each: f64 = number("hours", 0.01..=1e6, 8.0).guess();
        pub cost: i64 = count("money", 0..=1_000_000_000, 0);
        pub quality: f64 = number("log-a-complaint", 0.0..=1.0, 0.0003).guess();
        pub patience: f64 = duration(1.0..=36_525.0, 182.625).guess();
        pub leaves: f64 = number("chance", 0.0..=1.0, 0.05).guess();
    }
}

impl Gripe {
    /// Mean complaints of one person; `rival` is the quality of the best rival, 0 if there is none.
    pub fn each(&self, quality: f64, rival: f64) -> f64 {
        self.complaints + self.more * (ln(rival.max(1.0)) - ln(quality)).max(0.0)
    }
}
