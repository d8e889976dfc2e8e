//! Balance: what becomes of points that nobody turns in.
//!
//! A season may end them, and a time may pass over them; the oldest are turned in first, and expire first. Limit: without a season
//! and without an expiry all points are kept for ever.

use serde::Deserialize;

use crate::registry::{Form, Knob};

/// `[balance]`.
pub const FORM: Form = Form {
    says: "What becomes of points that nobody turns in.",
    knobs: &[
        Knob::maybe_duration("season", 1.0..=36_525.0)
            .says("How long a season is, at whose end balances are cleared; none where it is absent."),
        Knob::number("carried", "share", 0.0..=1.0, 0.0)
            .says("With season: the share of a balance that is carried over into the next."),
        Knob::maybe_duration("expires", 1.0..=36_525.0)
            .says("The time after which points that were not turned in expire."),
        Knob::flag("debt", false)
            .says("Whether points that are taken back with the content may leave a balance below zero."),
    ],
    parts: &[],
};

/// As written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Balance {
    /// Days of a season.
    pub season: Option<f64>,
    /// Share that is carried over.
    pub carried: f64,
    /// Days until points expire.
    pub expires: Option<f64>,
    /// Whether a balance may fall below zero.
    pub debt: bool,
}
