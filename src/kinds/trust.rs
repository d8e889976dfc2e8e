//! Trust: how far an organisation believes that the hub keeps its promises to it.
//!
//! Each organisation has its own trust T between 0 and 1. If a share d of what it was promised is delivered, it moves
//! as T' = builds · d · (1 − T) − loses · (1 − d) · T, slow to rise and fast to fall (Slovic 1993, Risk Analysis 13).
//! In its decisions, the hours that a unit from the hub saves it are multiplied by T: for the pairs of resources and
//! their prices, for joining, for the worth of a tier, and for the bid of a rival. Limits: with constant d, T tends to
//! builds · d / (builds · d + loses · (1 − d)), at that rate; without promises it does not change; a single pair with a
//! range of prices ρ is traded while T · ρ > 1 (otherwise nothing is traded, and the organisation learns nothing about
//! the hub); if its own hours are short, the organisation gains √(T · ρ) − 1 of them, so a bid b takes it if T < (1 +
//! b)² / ρ.

use crate::params;
use crate::registry::Form;
use crate::world::maths::exp;

/// `[trust]`.
pub const FORM: Form = Form { id: "trust", knobs: Trust::KNOBS, parts: &[] };
params! {

    /// The knobs of trust.
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
    /// Trust after `years` in which a share `delivered` of the promises was kept.
    pub fn after(&self, trust: f64, years: f64, delivered: f64) -> f64 {
        let (up, down) = (self.builds * delivered, self.loses * (1.0 - delivered));
        let rate = up + down;
        if rate <= 0.0 {
            return trust;
        }
        let settles = up / rate;
        settles + (trust - settles) * exp(-rate * years)
    }
    /// Trust of an organisation outside, from the mean trust of those inside.
    pub fn heard(&self, inside: Option<f64>) -> f64 {
        self.at_start + self.told * (inside.unwrap_or(self.at_start) - self.at_start)
    }
    /// Trust after a share of a promise was taken back.
    pub fn broken(&self, trust: f64, share: f64) -> f64 {
        trust * (1.0 - self.broken * share)
    }
}
