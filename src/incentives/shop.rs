//! Shop: points buy things that cost money.
//!
//! Invariant: a thing is handed over only if its pool can pay for it; otherwise the points stay.

use serde::Deserialize;

use super::{Controlling, Need, grows};
use crate::registry::{Form, Knob, Part, Shape};

/// `[shop.hoodie]`.
pub const FORM: Form = Form {
    says: "A thing that points buy.",
    knobs: &[
        Knob::count("price", "points", 1..=1_000_000_000, 300).says("Points that it costs a person."),
        Knob::count("cost", "money", 0..=1_000_000_000, 0).says("Money that it costs the pool."),
        Knob::maybe_reference("pool", "budget.pools").says("The pool that pays; free of cost where it is absent."),
        Knob::number("value", "logits", 0.0..=10.0, 1.0).says("What reaching it is worth to a responder.").guess(),
        Knob::number("reward", "felt units", 0.0..=100.0, 1.0).says("What handing it over is felt as.").guess(),
        Knob::choice("feeds", Need::NAMES, "safety").says("The need that it feeds."),
        Knob::number("relief", "relief", 0.0..=1.0, 0.3).says("How much of that need it relieves.").guess(),
        Knob::choice("controlling", Controlling::NAMES, "completion")
            .says("What it is felt to be pay for, if for anything."),
    ],
    parts: &[Part { name: "grows", shape: Shape::One(&grows::FORM) }],
};

/// A shop item as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Points.
    pub price: i64,
    /// Money.
    pub cost: i64,
    /// Pool.
    pub pool: Option<String>,
    /// Logits.
    pub value: f64,
    /// Felt units.
    pub reward: f64,
    /// Need fed.
    pub feeds: Need,
    /// Share of that need that it relieves.
    pub relief: f64,
    /// Type of reward.
    pub controlling: Controlling,
}
