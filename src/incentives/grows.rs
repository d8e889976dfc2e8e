//! Grows: a threshold that rises with the size of the community.
//!
//! times(n) = max(1, (n / from)^power), where n is the number of members. Limit: with power 0, or below `from`, the
//! threshold keeps its written value. Some platforms have one set of thresholds for each size; a scenario writes them
//! as interventions: `when = "members >= 1000"`.

use crate::params;
use crate::registry::Form;
use crate::world::maths::{exp, ln};

/// `[shop.hoodie.grows]`, `[ladder.contributor.tier.sig.entry.grows]`.
pub const FORM: Form = Form { id: "grows", knobs: Grows::KNOBS, parts: &[] };
params! {

    /// The knobs of a growing threshold.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Grows: "grows" {
        pub from: i64 = count("people", 1..=1_000_000_000, 1000).scales();
        pub power: f64 = number("", 0.0..=2.0, 0.0).guess();
    }
}

impl Grows {
    /// Whether the threshold can grow.
    pub fn at_all(&self) -> bool {
        self.power > 0.0
    }
    /// The factor on the threshold at a number of members.
    pub fn times(&self, members: u64) -> f64 {
        let over = members as f64 / self.from as f64;
        if self.at_all() && over > 1.0 { exp(self.power * ln(over)) } else { 1.0 }
    }
}
