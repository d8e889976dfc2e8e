//! Framework: what the hub offers to organisations for years, at a cost, and what it brings with a delay.
//!
//! Books, courses, branches, contest stages and teaching material are one form with other numbers; so are columns and programmes
//! with traffic partners. Invariant: what a pool cannot pay does not begin.

use serde::Deserialize;

use crate::registry::{Form, Knob, Part, Shape};

/// `[framework]`.
pub const FORM: Form = Form {
    says: "What the hub agrees with organisations for years.",
    knobs: &[],
    parts: &[
        Part { name: "university", shape: Shape::Named(&UNIVERSITY) },
        Part { name: "traffic", shape: Shape::Named(&TRAFFIC) },
    ],
};

const COST: Knob =
    Knob::count("cost", "money", 0..=1_000_000_000_000, 0).says("What each organisation that takes it up costs once.");
const UPKEEP: Knob =
    Knob::maybe_quota("upkeep", 0.0..=1e12).says("What each of them costs after that, such as \"10000 per year\".");
const POOL: Knob = Knob::maybe_reference("pool", "budget.pools").says("The pool that pays.");
const TAKES_UP: Knob = Knob::rate("takes_up", 0.0..=1000.0, 1.0)
    .says("Rate at which an organisation takes it up, and comes in by it.")
    .guess();

/// `[framework.university.course]`.
pub const UNIVERSITY: Form = Form {
    says: "A book, a course, a branch, a contest stage or teaching material for universities.",
    knobs: &[
        Knob::references("organisations", "organisation")
            .says("The groups that it is offered to; all universities, where it is empty."),
        TAKES_UP,
        COST,
        UPKEEP,
        POOL,
        Knob::number("hours", "hours a month", 0.0..=1e6, 0.0)
            .says("Hours of the hub's that each of them takes, before any exchange.")
            .guess(),
        Knob::number("students", "students a year", 0.0..=1e9, 100.0)
            .says("Students whom it reaches where it covers all, at size 1.")
            .guess(),
        Knob::number("coverage", "share", 0.0..=1.0, 1.0).says("The most of them that it ever covers.").guess(),
        Knob::rate("spreads", 0.0..=1000.0, 1.0).says("Rate at which it comes near that, once it is taken up.").guess(),
        Knob::duration("delay", 1.0..=36_525.0, 730.5)
            .says("From the first lesson to the product, on average.")
            .guess(),
        Knob::reference("enters", "segment").says("The segment that students come into."),
        Knob::number("adopts", "chance", 0.0..=1.0, 0.3).says("Chance that one of them becomes a member.").guess(),
        Knob::number("knowledge", "share", 0.0..=1.0, 0.3).says("What they know then.").guess(),
        Knob::number("research", "units a month", 0.0..=1e6, 0.0)
            .says("Research that a university of size 1 gives back where it covers all.")
            .guess(),
    ],
    parts: &[],
};

/// `[framework.traffic.column]`.
pub const TRAFFIC: Form = Form {
    says: "A column or programme with traffic partners: the hub's content against their audience.",
    knobs: &[
        Knob::references("organisations", "organisation")
            .says("The groups that it is offered to; all traffic partners, where it is empty."),
        TAKES_UP,
        COST,
        UPKEEP,
        POOL,
        Knob::number("content", "units a month", 0.0..=1e6, 5.0)
            .says("Content that the hub writes for each of them, in its own hours before any exchange.")
            .guess(),
        Knob::number("audience", "people a month", 0.0..=1e12, 10_000.0).says("Whom one of size 1 reaches.").guess(),
        Knob::number("half", "units", 0.001..=1e9, 10.0)
            .says("Heat at which half of the audience looks, at size 1.")
            .guess(),
        Knob::duration("cools", 1.0..=3653.0, 30.0).says("Time constant of heat.").guess(),
    ],
    parts: &[],
};

/// A framework with universities, as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct University {
    pub organisations: Vec<String>,
    pub takes_up: f64,
    pub cost: i64,
    pub upkeep: Option<(f64, f64)>,
    pub pool: Option<String>,
    pub hours: f64,
    pub students: f64,
    pub coverage: f64,
    pub spreads: f64,
    pub delay: f64,
    pub enters: String,
    pub adopts: f64,
    pub knowledge: f64,
    pub research: f64,
}

/// A framework with traffic partners, as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Traffic {
    pub organisations: Vec<String>,
    pub takes_up: f64,
    pub cost: i64,
    pub upkeep: Option<(f64, f64)>,
    pub pool: Option<String>,
    pub content: f64,
    pub audience: f64,
    pub half: f64,
    pub cools: f64,
}
