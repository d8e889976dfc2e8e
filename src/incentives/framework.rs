//! Framework: a programme of several years that the hub offers to organisations, with a cost and a delayed effect.
//!
//! Books, courses, branches, contest stages and teaching material have one form with different numbers; so have columns
//! and programmes with traffic partners. Invariant: a framework that its pool cannot pay does not begin.

use crate::params;
use crate::registry::{Form, Part, Shape};

/// `[framework]`.
pub const FORM: Form = Form {
    id: "framework",
    knobs: &[],
    parts: &[
        Part { name: "university", shape: Shape::Named(&UNIVERSITY) },
        Part { name: "traffic", shape: Shape::Named(&TRAFFIC) },
    ],
};

/// `[framework.university.course]`.
pub const UNIVERSITY: Form = Form { id: "framework-university", knobs: University::KNOBS, parts: &[] };

/// `[framework.traffic.column]`.
pub const TRAFFIC: Form = Form { id: "framework-traffic", knobs: Traffic::KNOBS, parts: &[] };
params! {

    /// The knobs of a framework with universities.
    #[derive(Clone, Debug)]
    pub struct University: "framework-university" {
        pub organisations: Vec<String> = references("organisation");
        pub takes_up: f64 = rate(0.0..=1000.0, 1.0).guess();
        pub cost: i64 = count("money", 0..=1_000_000_000_000, 0);
        pub upkeep: Option<(f64, f64)> = maybe_quota(0.0..=1e12);
        pub pool: Option<String> = maybe_reference("budget.pools");
        pub hours: f64 = number("hours-a-month", 0.0..=1e6, 0.0).guess();
        pub students: f64 = number("students-a-year", 0.0..=1e9, 100.0).guess();
        pub coverage: f64 = number("share", 0.0..=1.0, 1.0).guess();
        pub spreads: f64 = rate(0.0..=1000.0, 1.0).guess();
        pub delay: f64 = duration(1.0..=36_525.0, 730.5).guess();
        pub enters: String = reference("segment");
        pub adopts: f64 = number("chance", 0.0..=1.0, 0.3).guess();
        pub knowledge: f64 = number("share", 0.0..=1.0, 0.3).guess();
        pub research: f64 = number("units-a-month", 0.0..=1e6, 0.0).guess();
    }
}
params! {

    /// The knobs of a framework with traffic partners.
    #[derive(Clone, Debug)]
    pub struct Traffic: "framework-traffic" {
        pub organisations: Vec<String> = references("organisation");
        pub takes_up: f64 = rate(0.0..=1000.0, 1.0).guess();
        pub cost: i64 = count("money", 0..=1_000_000_000_000, 0);
        pub upkeep: Option<(f64, f64)> = maybe_quota(0.0..=1e12);
        pub pool: Option<String> = maybe_reference("budget.pools");
        pub content: f64 = number("units-a-month", 0.0..=1e6, 5.0).guess();
        pub audience: f64 = number("people-a-month", 0.0..=1e12, 10_000.0).guess();
        pub half: f64 = number("units", 0.001..=1e9, 10.0).guess();
        pub cools: f64 = duration(1.0..=3653.0, 30.0).guess();
    }
}
