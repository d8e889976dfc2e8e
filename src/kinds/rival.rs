//! Rival: another product, with a quality of its own and bids for partners.
//!
//! People turn to the better product (the flywheel's pull of quality is relative to the best rival); partners whom a bid offers more
//! than they gain here go, unless what they have put into this relation holds them. Limit: without a bid and at equal quality
//! nothing changes.

use serde::Deserialize;

use super::{Kind, Make, Pressure};
use crate::registry::{Knob, Row};
use crate::world::maths::exp;
use crate::world::org::Org;

pub(super) const ROW: Row<Make> = Row {
    name: "rival",
    says: "Another product: its quality draws people, its bids draw partners.",
    knobs: &[
        Knob::number("quality", "times", 0.0..=1000.0, 1.0).says("Its quality at the start; the hub's is 1.").guess(),
        Knob::number("improves", "log a year", -10.0..=10.0, 0.0).says("How fast that grows.").guess(),
        Knob::number("bid", "share of hours", 0.0..=1e6, 0.0).says("What it offers partners for going over.").guess(),
    ],
    make: |settings, _| Box::new(settings.make::<Rival>()),
};

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rival {
    quality: f64,
    improves: f64,
    bid: f64,
}

impl Kind for Rival {
    fn barters(&self) -> bool {
        false
    }
    fn presses(&self, _org: &Org, years: f64) -> Option<Pressure> {
        Some(Pressure { quality: self.quality * exp(self.improves * years), bid: self.bid })
    }
}
