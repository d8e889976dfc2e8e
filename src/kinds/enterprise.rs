//! Enterprise: a large user that looks at the references of its industry, and at who can deliver.
//!
//! It adopts once the share of its industry that has done so, weighted by size, reaches a threshold of its own (Granovetter 1978,
//! AJS 83), where partners can deliver what it needs, all together or each to those whom it is matched with; a lighthouse is one whose weight moves many. Limit: thresholds 0, 1, … 99 of
//! 100 equals give 100, and 1 where the second is raised by one.

use serde::Deserialize;

use super::{Around, Asks, Kind, Make};
use crate::registry::{Knob, Row};
use crate::world::org::{Org, Resource};
use crate::world::stream::Stream;

pub(super) const ROW: Row<Make> = Row {
    name: "enterprise",
    says: "A large user: adopts by the references of its industry, pays, and says what it needs.",
    knobs: &[
        Knob::number("threshold_low", "share", -1.0..=1.0, 0.0).says("The lowest threshold of a group.").guess(),
        Knob::number("threshold_high", "share", 0.0..=10.0, 0.5)
            .says("The highest; those between are spaced evenly.")
            .guess(),
        Knob::number("authority", "power", 0.0..=5.0, 1.0)
            .says("How much more a large reference counts: weight = size^authority; 0: all alike.")
            .guess(),
        Knob::number("coverage", "share", 0.0..=10.0, 0.0)
            .says("Partners' service over what is needed, below which none adopts.")
            .guess(),
        Knob::number("quality", "power", 0.0..=10.0, 0.0)
            .says("How much a better product lowers its threshold.")
            .guess(),
        Knob::number("service", "projects a month", 0.0..=1e6, 0.2)
            .says("Service that one of size 1 needs once it has adopted.")
            .guess(),
        Knob::number("references_threshold", "share a unit", 0.0..=1e6, 0.0)
            .says("References that those inside of its industry are given to its threshold: what a unit a month is counted for.")
            .guess(),
        Knob::number("support_service", "projects a unit", 0.0..=1e6, 0.0)
            .says("Support that it is given to the service that it needs: what a unit a month spares it.")
            .guess(),
        Knob::number("pays", "money a year", 0.0..=1e12, 0.0).says("What one of size 1 pays.").guess(),
        Knob::number("requirements", "log a year", 0.0..=10.0, 0.0).says("Quality that what it asks for adds.").guess(),
    ],
    make: |settings, _| Box::new(settings.make::<Enterprise>()),
};

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Enterprise {
    threshold_low: f64,
    threshold_high: f64,
    authority: f64,
    coverage: f64,
    quality: f64,
    service: f64,
    references_threshold: f64,
    support_service: f64,
    pays: f64,
    requirements: f64,
}

impl Kind for Enterprise {
    fn born(&self, org: &mut Org, _luck: Stream) {
        // The weight of its reference; the threshold follows from its place in the group.
        org.weight = libm::pow(org.size, self.authority);
    }
    fn would_join(&self, org: &Org, around: &Around, _luck: Stream) -> bool {
        let place = f64::from(org.ordinal) / f64::from(org.of.max(2) - 1);
        let threshold = self.threshold_low + (self.threshold_high - self.threshold_low) * place;
        let eased = threshold * libm::pow(around.quality.max(1e-9), -self.quality);
        let shown = around.references + self.references_threshold * around.shown;
        shown + 1e-9 >= eased && around.coverage >= self.coverage
    }
    fn act(&self, org: &mut Org, _around: &Around, months: f64, asks: &mut Asks) {
        let helped = self.support_service * (org.received(Resource::Support) + org.supported);
        org.demand = (self.service * org.size - helped).max(0.0);
        // Beside what it gives in exchange.
        let given = &mut org.gave[Resource::References as usize];
        *given = given.max(org.weight);
        asks.revenue[0] += self.pays * org.size * months / 12.0;
        asks.quality += self.requirements * org.size * months / 12.0;
    }
}
