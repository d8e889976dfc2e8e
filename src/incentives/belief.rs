//! Belief: what is promised counts as far as it is believed.
//!
//! Worth of places and things is multiplied by a common belief, 1 where all is kept. What cannot be paid lowers it,
//! b ← b·e^(−loss·broken/(broken + kept)); news of money and lighthouses raises it; either way it returns to 1 in time. A promise
//! that a shock exposes is believed f times as far, and all others 1 − spills · (1 − f) times; both return alike. Limits: while everything
//! is paid and nothing announced it is 1; without returning, a loss of ln 2 with nothing kept halves it each time; with spills 0 an
//! exposed promise falls alone, and with spills 1 all fall as far.

use crate::params;
use crate::registry::Form;
use crate::world::maths::exp;

/// `[belief]`.
pub const FORM: Form = Form { id: "belief", knobs: Belief::KNOBS, parts: &[] };
params! {

    /// How belief moves.
    #[derive(Clone, Copy, Debug)]
    pub struct Belief: "belief" {
        pub at_start: f64 = number("times", 0.0..=10.0, 1.0).guess();
        pub loss: f64 = number("log", 0.0..=100.0, 0.5).guess();
        pub announcement: f64 = number("share", 0.0..=1.0, 0.0).guess();
        pub most: f64 = number("times", 1.0..=10.0, 1.5).guess();
        pub returns: f64 = duration(1.0..=36_525.0, 365.25).guess();
        pub spills: f64 = number("share", 0.0..=1.0, 0.3).guess();
    }
}

impl Belief {
    /// Times the common belief, and times what the exposed promise is believed beside it, where one is believed so many times as far.
    pub fn exposed(&self, factor: f64) -> (f64, f64) {
        let rest = 1.0 - self.spills * (1.0 - factor);
        (rest, if rest > 0.0 { factor / rest } else { 1.0 })
    }
    /// What is left of a distance from whole belief after so many days.
    pub fn kept(&self, days: f64) -> f64 {
        exp(-days / self.returns)
    }
    /// Belief after so many days in which so many payments were kept and broken, and so many things announced.
    pub fn after(&self, belief: f64, days: f64, kept: u64, broken: u64, announced: u64) -> f64 {
        let mut b = 1.0 + (belief - 1.0) * self.kept(days);
        if broken > 0 {
            b *= exp(-self.loss * broken as f64 / (broken + kept) as f64);
        }
        for _ in 0..announced {
            b += (self.most - b).max(0.0) * self.announcement;
        }
        b
    }
}
