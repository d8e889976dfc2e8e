//! Belief: a promise counts in proportion to how far it is believed.
//!
//! The worth of seats and goods is multiplied by a common belief, which is 1 while every promise is kept. Payments that
//! cannot be made lower it, b ← b·e^(−loss·broken/(broken + kept)); announced funding and lighthouses raise it; it
//! returns to 1 in time from both sides. A shock that exposes one promise multiplies belief in that promise by f and
//! belief in all others by 1 − spills · (1 − f); both return alike. Limits: while everything is paid and nothing is
//! announced, belief is 1; if belief never returns, a loss of ln 2 with no payment kept halves it each time; with
//! spills 0 only the exposed promise falls, and with spills 1 all fall by the same factor.

use crate::params;
use crate::registry::Form;
use crate::world::maths::exp;

/// `[belief]`.
pub const FORM: Form = Form { id: "belief", knobs: Belief::KNOBS, parts: &[] };
params! {

    /// The knobs of belief.
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
    /// Factors of a shock that multiplies belief in one promise by `factor`: that on the common belief, and that on the
    /// exposed promise relative to the common belief.
    pub fn exposed(&self, factor: f64) -> (f64, f64) {
        let rest = 1.0 - self.spills * (1.0 - factor);
        (rest, if rest > 0.0 { factor / rest } else { 1.0 })
    }
    /// The share of the distance from full belief that is left after `days`.
    pub fn kept(&self, days: f64) -> f64 {
        exp(-days / self.returns)
    }
    /// Belief after `days` with `kept` and `broken` payments and `announced` announcements.
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
