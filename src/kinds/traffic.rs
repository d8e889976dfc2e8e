//! Traffic partner: a publisher or community that turns content into people who hear of the product.
//!
//! Content that it gets has heat for a while; the share of its audience that looks is heat/(heat + half). Limit: a constant flow c of
//! content holds heat at c·T.

use serde::Deserialize;

use super::{Around, Asks, Kind, Make};
use crate::registry::{Knob, Row};
use crate::world::maths::exp;
use crate::world::org::{Org, Resource};

pub(super) const ROW: Row<Make> = Row {
    name: "traffic",
    says: "A publisher or community that turns content into people who hear of the product.",
    knobs: &[
        Knob::number("audience", "people a month", 0.0..=1e12, 10_000.0).says("Whom one of size 1 reaches.").guess(),
        Knob::number("half", "units", 0.001..=1e9, 10.0)
            .says("Heat at which half of the audience looks, at size 1.")
            .guess(),
        Knob::number("traffic_audience", "people a unit", 0.0..=1e9, 0.0)
            .says("Traffic that it is given to its audience: people a month whom a unit a month adds.")
            .guess(),
        Knob::number("brand_audience", "times a unit", 0.0..=1e6, 0.0)
            .says("Brand that it is given to its audience: how much larger it is, a unit a month.")
            .guess(),
        Knob::number("capital_audience", "log a unit", 0.0..=10.0, 0.0)
            .says("Capital that it is given to its audience: log of what a unit adds, for good.")
            .guess(),
        Knob::duration("cools", 1.0..=3653.0, 30.0).says("Time constant of heat.").guess(),
    ],
    make: |settings, _| Box::new(settings.make::<Traffic>()),
};

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Traffic {
    audience: f64,
    half: f64,
    traffic_audience: f64,
    brand_audience: f64,
    capital_audience: f64,
    cools: f64,
}

impl Kind for Traffic {
    fn act(&self, org: &mut Org, _around: &Around, months: f64, _asks: &mut Asks) {
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
