//! Traffic partner: a publisher or community that turns content into people who hear of the product.
//!
//! Content that it gets stays hot for a time; the share of its audience that looks is heat/(heat + half). Limit: a
//! constant flow c of content keeps heat at c·T.

use super::{Asks, Kind, Make, Outlook};
use crate::params;
use crate::registry::Entry;
use crate::world::maths::exp;
use crate::world::org::{Org, Resource};

pub(super) const ROW: Entry<Make> = Entry {
    name: "traffic",
    id: "kind-traffic",
    knobs: Traffic::KNOBS,
    make: |settings, _| Box::new(settings.make::<Traffic>()),
};
params! {

    #[derive(Clone, Debug)]
    struct Traffic: "kind-traffic" {
        audience: f64 = number("people-a-month", 0.0..=1e12, 10_000.0).guess();
        half: f64 = number("units", 0.001..=1e9, 10.0).guess();
        traffic_audience: f64 = number("people-a-unit", 0.0..=1e9, 0.0).guess();
        brand_audience: f64 = number("times-a-unit", 0.0..=1e6, 0.0).guess();
        capital_audience: f64 = number("log-a-unit", 0.0..=10.0, 0.0).guess();
        cools: f64 = duration(1.0..=3653.0, 30.0).guess();
    }
}

impl Kind for Traffic {
    fn act(&self, org: &mut Org, _outlook: &Outlook, months: f64, _asks: &mut Asks) {
        let cools = self.cools / 30.4375;
        let left = exp(-months / cools);
        org.state[0] = org.state[0] * left + org.received(Resource::Content) * cools * (1.0 - left);
        let got = |resource: Resource| org.received(resource);
        let larger = (1.0 + self.brand_audience * got(Resource::Brand)) * exp(org.raised);
        let audience = self.audience * org.size * larger + self.traffic_audience * got(Resource::Traffic);
        org.traffic = audience * org.state[0] / (org.state[0] + self.half * org.size);
        org.raised += self.capital_audience * org.received(Resource::Capital) * months;
    }
}
