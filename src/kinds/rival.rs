//! Rival: another product, with its own quality and with bids for partners.
//!
//! People turn to the better product (the flywheel's effect of quality is relative to the best rival). A partner leaves
//! if a bid offers more than it gains here, unless its investment in this relation keeps it. Limit: without a bid and
//! at equal quality nothing changes.

use super::{Kind, Make, Pressure};
use crate::params;
use crate::registry::Entry;
use crate::world::maths::exp;
use crate::world::org::Org;

pub(super) const ROW: Entry<Make> = Entry {
    name: "rival",
    id: "kind-rival",
    knobs: Rival::KNOBS,
    make: |settings, _| Box::new(settings.make::<Rival>()),
};
params! {

    #[derive(Clone, Debug)]
    struct Rival: "kind-rival" {
        quality: f64 = number("times", 0.0..=1000.0, 1.0).guess();
        improves: f64 = number("log-a-year", -10.0..=10.0, 0.0).guess();
        bid: f64 = number("share-of-hours", 0.0..=1e6, 0.0).guess();
    }
}

impl Kind for Rival {
    fn barters(&self) -> bool {
        false
    }
    fn presses(&self, _org: &Org, years: f64) -> Option<Pressure> {
        Some(Pressure { quality: self.quality * exp(self.improves * years), bid: self.bid })
    }
}
