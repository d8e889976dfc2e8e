//! Points: a fixed number of points for a deed, with a cap per period.
//!
//! Invariant: issued − spent − expired − clawed back = the sum of all balances, to the integer.

use serde::Deserialize;

use crate::params;
use crate::registry::{Form, Part, Shape};

/// `[points.answer]`.
pub const FORM: Form =
    Form { id: "points", knobs: Points::KNOBS, parts: &[Part { name: "grade", shape: Shape::Named(&GRADE) }] };

/// `[points.report.grade.critical]`: a share of the deeds that earns another number of points.
pub const GRADE: Form = Form { id: "points-grade", knobs: Grade::KNOBS, parts: &[] };

/// When a deed counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum On {
    /// As soon as it is done.
    Done,
    /// Only when a reviewer merges it.
    Merged,
}
params! {

    /// The knobs of a points rule.
    #[derive(Clone, Debug)]
    pub struct Points: "points" {
        pub action: Option<String> = maybe_reference("action");
        pub points: i64 = count("points", 0..=1_000_000_000, 1);
        pub cap: Option<(f64, f64)> = maybe_quota(1.0..=1e9);
        pub on: On = choice(&["done", "merged"], "done");
        pub from_day: String = text("");
        pub until_day: String = text("");
        pub quality: f64 = number("weight", 0.0..=1.0, 0.0).guess();
        pub noise: f64 = number("share", 0.0..=100.0, 0.4).guess();
        pub half_life: Option<f64> = maybe_duration(1.0..=36_525.0);
        pub removed: f64 = number("chance", 0.0..=1.0, 0.0).guess();
        pub removed_within: f64 = duration(1.0..=3653.0, 30.0).guess();
        pub penalty: i64 = count("points", 0..=1_000_000_000, 0);
    }
}
params! {

    /// The knobs of a grade.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Grade: "points-grade" {
        pub share: f64 = number("share", 0.0..=1.0, 0.1).guess();
        pub points: i64 = count("points", -1_000_000_000..=1_000_000_000, 1);
    }
}
