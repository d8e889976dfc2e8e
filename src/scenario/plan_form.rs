//! The tables of an experimental plan: levers, which we set; uncertainties, which the world sets; and how a sweep samples them.
//!
//! Numbers are in the unit of the knob that they set: rates per year, spans of time in days.

use crate::params;
use crate::registry::Form;

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

params! {
    /// `[lever.first-step]`.
    pub struct Lever: "lever" {
        pub path: String = needed_text();
        pub says: String = text("");
        pub values: Vec<f64> = numbers("", -1e15..=1e15);
        pub words: Vec<String> = references("<words>");
        pub low: Option<f64> = maybe("", -1e15..=1e15);
        pub high: Option<f64> = maybe("", -1e15..=1e15);
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
        pub low: Option<f64> = maybe("", -1e15..=1e15);
        pub high: Option<f64> = maybe("", -1e15..=1e15);
        pub mode: Option<f64> = maybe("", -1e15..=1e15);
        pub mean: Option<f64> = maybe("", -1e15..=1e15);
        pub sd: Option<f64> = maybe("", 0.0..=1e15);
        pub median: Option<f64> = maybe("", 0.0..=1e15);
        pub spread: Option<f64> = maybe("log-sd", 0.0..=10.0);
        pub values: Vec<f64> = numbers("", -1e15..=1e15);
        pub words: Vec<String> = references("<words>");
        pub weights: Vec<f64> = numbers("", 0.0..=1e15);
        pub steps: i64 = count("values", 2..=1000, 3);
        pub source: String = text("");
    }
}

/// `[uncertainty.own-need]`.
pub(super) const UNCERTAINTY: Form = Form { id: "uncertainty", knobs: Uncertainty::KNOBS, parts: &[] };
