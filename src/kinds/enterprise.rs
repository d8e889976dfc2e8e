//! Enterprise: a large user that looks at references in its industry and at the capacity to deliver.
//!
//! It adopts when the share of adopters in its industry, weighted by size, reaches its own threshold (Granovetter 1978,
//! AJS 83), and partners can deliver what it needs: all partners together, or those that it is matched with. A
//! lighthouse is an enterprise with a large weight. Limit: 100 equal enterprises with thresholds 0, 1, … 99 give 100
//! adopters, and 1 if the second threshold is raised by one.

use super::{Asks, Kind, Make, Outlook};
use crate::params;
use crate::registry::Entry;
use crate::world::org::{Org, Resource};
use crate::world::stream::Stream;

pub(super) const ROW: Entry<Make> = Entry {
    name: "enterprise",
    id: "kind-enterprise",
    knobs: Enterprise::KNOBS,
    make: |settings, _| Box::new(settings.make::<Enterprise>()),
};
params! {

    #[derive(Clone, Debug)]
    struct Enterprise: "kind-enterprise" {
        threshold_low: f64 = number("share", -1.0..=1.0, 0.0).guess();
        threshold_high: f64 = number("share", 0.0..=10.0, 0.5).guess();
        authority: f64 = number("power", 0.0..=5.0, 1.0).guess();
        coverage: f64 = number("share", 0.0..=10.0, 0.0).guess();
        quality: f64 = number("power", 0.0..=10.0, 0.0).guess();
        service: f64 = number("projects-a-month", 0.0..=1e6, 0.2).guess();
        references_threshold: f64 = number("share-a-unit", 0.0..=1e6, 0.0).guess();
        support_service: f64 = number("projects-a-unit", 0.0..=1e6, 0.0).guess();
        pays: f64 = number("money-a-year", 0.0..=1e12, 0.0).guess();
        requirements: f64 = number("log-a-year", 0.0..=10.0, 0.0).guess();
    }
}

impl Kind for Enterprise {
    fn born(&self, org: &mut Org, _luck: Stream) {
        // The weight of its reference; the threshold follows from its rank in the group.
        org.weight = libm::pow(org.size, self.authority);
    }
    fn would_join(&self, org: &Org, outlook: &Outlook, _luck: Stream) -> bool {
        let place = f64::from(org.ordinal) / f64::from(org.of.max(2) - 1);
        let threshold = self.threshold_low + (self.threshold_high - self.threshold_low) * place;
        let eased = threshold * libm::pow(outlook.quality.max(1e-9), -self.quality);
        let shown = outlook.references + self.references_threshold * outlook.shown;
        shown + 1e-9 >= eased && outlook.coverage >= self.coverage
    }
    fn act(&self, org: &mut Org, _outlook: &Outlook, months: f64, asks: &mut Asks) {
        let helped = self.support_service * (org.received(Resource::Support) + org.supported);
        org.demand = (self.service * org.size - helped).max(0.0);
        // In addition to what it gives in exchange.
        let given = &mut org.gave[Resource::References as usize];
        *given = given.max(org.weight);
        asks.revenue[0] += self.pays * org.size * months / 12.0;
        asks.quality += self.requirements * org.size * months / 12.0;
    }
}
