//! Trust: how far an organisation believes that what the hub promises it will come.
//!
//! Each organisation has trust T of its own between 0 and 1. With a share d of what it was promised delivered, it moves as
//! T' = builds · d · (1 − T) − loses · (1 − d) · T, slow to come and quick to go (Slovic 1993, Risk Analysis 13). What a unit from the
//! hub spares it counts T times where it decides: which pairs of resources it trades and at which terms, whether it comes in, what a
//! tier is worth to it, and which bid of a rival takes it. Limits: with d for ever T tends to builds · d / (builds · d + loses · (1 − d)),
//! at that rate; without anything promised it stays what it is; one pair whose range of terms is ρ is traded while T · ρ > 1 (below, nothing is traded and nothing
//! is learnt), and gains √(T · ρ) − 1 of its own hours where those are
//! short, so that a bid b takes it at T < (1 + b)² / ρ.

use crate::params;
use crate::registry::Form;
use crate::world::maths::exp;

/// `[trust]`.
pub const FORM: Form = Form { id: "trust", knobs: Trust::KNOBS, parts: &[] };
params! {

    /// How trust moves.
    #[derive(Clone, Copy, Debug)]
    pub struct Trust: "trust" {
        pub at_start: f64 = number("share", 0.0..=1.0, 0.5).guess();
        pub builds: f64 = rate(0.0..=1000.0, 1.0).guess();
        pub loses: f64 = rate(0.0..=1000.0, 3.0).guess();
        pub broken: f64 = number("share", 0.0..=1.0, 0.3).guess();
        pub told: f64 = number("share", 0.0..=1.0, 0.5).guess();
    }
}

impl Trust {
    /// Trust after so many years in which such a share of what was promised was delivered.
    pub fn after(&self, trust: f64, years: f64, delivered: f64) -> f64 {
        let (up, down) = (self.builds * delivered, self.loses * (1.0 - delivered));
        let rate = up + down;
        if rate <= 0.0 {
            return trust;
        }
        let settles = up / rate;
        settles + (trust - settles) * exp(-rate * years)
    }
    /// Trust of somebody outside, where those inside have this mean.
    pub fn heard(&self, inside: Option<f64>) -> f64 {
        self.at_start + self.told * (inside.unwrap_or(self.at_start) - self.at_start)
    }
    /// Trust after a promise of which so large a share was taken back.
    pub fn broken(&self, trust: f64, share: f64) -> f64 {
        trust * (1.0 - self.broken * share)
    }
}
