//! The tables of an experimental plan: levers, which we set; uncertainties, which the world sets; and how a sweep samples them.
//!
//! A value is one of the knob that it sets: a number is in that knob's unit (rates per year, spans of time in days), a text has its own, and
//! a date is a date.

use crate::params;
use crate::registry::{Form, Given};

params! {
    /// `[plan]`.
    pub struct Plan: "plan" {
        pub sampling: String = choice(&["sobol", "latin-hypercube", "grid", "one-at-a-time", "table"], "sobol");
        pub points: i64 = count("points", 1..=65_536, 64);
        pub replicates: i64 = count("runs", 1..=100_000, 4);
        pub file: String = text("");
        pub designs: Vec<String> = references("treatment");
        pub series: bool = flag(false);
        pub series_of: Vec<String> = references("<metrics>");
        pub choices: Option<String> = maybe_reference("treatment");
    }
}

/// `[plan]`.
pub(super) const PLAN: Form = Form { id: "plan", knobs: Plan::KNOBS, parts: &[] };

/// The steps between the dates of a range.
const EVERY: &[&str] = &["day", "week", "month", "quarter", "year"];

params! {
    /// `[lever.first-step]`.
    pub struct Lever: "lever" {
        pub path: String = needed_text();
        pub says: String = text("");
        pub values: Vec<Given> = givens();
        pub words: Vec<String> = references("<words>");
        pub low: Option<Given> = given();
        pub high: Option<Given> = given();
        pub every: String = choice(EVERY, "day");
        pub steps: i64 = count("values", 2..=1000, 5);
    }
}

/// `[lever.first-step]`.
pub(super) const LEVER: Form = Form { id: "lever", knobs: Lever::KNOBS, parts: &[] };

params! {
    /// `[uncertainty.own-need]`.
    #[derive(Default)]
    pub struct Uncertainty: "uncertainty" {
        pub path: String = needed_text();
        pub says: String = text("");
        pub distribution: String = choice(&["uniform", "normal", "triangular", "log-normal", "discrete"], "uniform");
        pub low: Option<Given> = given();
        pub high: Option<Given> = given();
        pub every: String = choice(EVERY, "day");
        pub mode: Option<Given> = given();
        pub mean: Option<Given> = given();
        pub sd: Option<Given> = given();
        pub median: Option<Given> = given();
        pub spread: Option<f64> = maybe("log-sd", 0.0..=10.0);
        pub values: Vec<Given> = givens();
        pub words: Vec<String> = references("<words>");
        pub weights: Vec<f64> = numbers("", 0.0..=1e15);
        pub steps: i64 = count("values", 2..=1000, 3);
        pub source: String = text("");
    }
}

/// `[uncertainty.own-need]`.
pub(super) const UNCERTAINTY: Form = Form { id: "uncertainty", knobs: Uncertainty::KNOBS, parts: &[] };
