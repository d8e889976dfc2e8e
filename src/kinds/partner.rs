//! Partner: delivers the product to enterprises, on four innovation curves.
//!
//! Demand moves from staffing services to on-premise product, cross-cloud native product and cloud service, as
//! generations of a market (Norton & Bass 1987, Management Science 33). A partner earns on the curves on which it has
//! skill, and learns by doing and by training. A partner that repackages the product is a competitor too: it takes a
//! share c of the hub's revenue, so n of them leave (1 − c)ⁿ, and may give code back. Limits: S₁ + S₂ tends to m₁ + m₂;
//! projects for each partner fall with the number of partners; shares of projects add up to 1, however much tiers lead
//! to their holders; leads, brand, references and capital have no effect if their arrow is 0.

use super::{Asks, Kind, Make, Outlook};
use crate::params;
use crate::registry::Entry;
use crate::world::maths::exp;
use crate::world::org::{CURVES, Org, Resource};
use crate::world::stream::Stream;

pub(super) const ROW: Entry<Make> = Entry {
    name: "partner",
    id: "kind-partner",
    knobs: Partner::KNOBS,
    make: |settings, _| Box::new(settings.make::<Partner>()),
};
params! {

    #[derive(Clone, Debug)]
    struct Partner: "kind-partner" {
        markets: Vec<f64> = numbers("projects-a-month", 0.0..=1e9);
        begins: Vec<f64> = numbers("years", -100.0..=100.0);
        external: f64 = rate(0.0..=100.0, 0.03).cited("Sultan, Farley & Lehmann 1990, J. Marketing Research 27", "https://doi.org/10.1177/002224379002700107");
        social: f64 = rate(0.0..=100.0, 0.38).cited("Sultan, Farley & Lehmann 1990, J. Marketing Research 27", "https://doi.org/10.1177/002224379002700107");
        skill: Vec<f64> = numbers("skill", 0.0..=1.0);
        learning: f64 = rate(0.0..=100.0, 0.2).guess();
        training: f64 = number("skill-a-unit", 0.0..=10.0, 0.02).guess();
        capacity: f64 = number("projects-a-month", 0.0..=1e9, 1.0).guess();
        price: f64 = number("money", 0.0..=1e12, 100_000.0).guess();
        crowding: f64 = number("power", 0.0..=5.0, 0.0).guess();
        takes: f64 = number("share", 0.0..=1.0, 0.0).guess();
        leads_projects: f64 = number("projects-a-unit", 0.0..=1e6, 0.0).guess();
        brand_draws: f64 = number("times-a-unit", 0.0..=1e6, 0.0).guess();
        references_draws: f64 = number("times-a-unit", 0.0..=1e6, 0.0).guess();
        capital_capacity: f64 = number("log-a-unit", 0.0..=10.0, 0.0).guess();
        gives_back: f64 = number("units-a-project", 0.0..=1e6, 0.0).guess();
    }
}

impl Partner {
    /// The share of a curve's market that has adopted, `years` after the curve opened.
    fn taken(&self, years: f64) -> f64 {
        if years <= 0.0 || self.external <= 0.0 {
            return 0.0;
        }
        let decay = exp(-(self.external + self.social) * years);
        (1.0 - decay) / (1.0 + self.social / self.external * decay)
    }
}

impl Kind for Partner {
    fn born(&self, org: &mut Org, _luck: Stream) {
        for (slot, skill) in org.state.iter_mut().zip(&self.skill) {
            *slot = *skill;
        }
    }
    fn act(&self, org: &mut Org, outlook: &Outlook, months: f64, asks: &mut Asks) {
        let support = org.received(Resource::Support) + org.supported;
        let taught = (org.received(Resource::Talent) + support) * months / org.size;
        let capacity = self.capacity * exp(org.raised) * org.size;
        let skill: f64 = org.state.iter().sum();
        let leads = self.leads_projects * org.received(Resource::Leads) / skill.max(1e-9);
        let mut delivered = 0.0;
        for k in 0..CURVES {
            let draws = org.size * org.state[k] * (1.0 + org.brand);
            let open = if outlook.skill[k] > 0.0 { draws / outlook.skill[k] } else { 0.0 };
            let share = open * (1.0 - outlook.steered[k]) + org.steered[k];
            let scramble = libm::pow(outlook.partners.max(1.0), -self.crowding);
            let asked = outlook.demand[k] * share * scramble + leads * org.state[k];
            delivered += asked.min(capacity * org.state[k]);
            // Without any skill on a curve, a partner learns by training alone.
            let grows = (self.learning * months / 12.0 * org.state[k] + self.training * taught) * outlook.talent;
            org.state[k] += (1.0 - org.state[k]) * (1.0 - exp(-grows));
        }
        asks.revenue[1] += delivered * months * self.price;
        org.service = capacity * org.state.iter().fold(0.0, |most: f64, s| most.max(*s));
        org.earns = delivered * self.price;
        org.projects = delivered;
        org.returned += delivered * self.gives_back;
        org.raised += self.capital_capacity * org.received(Resource::Capital) * months;
    }
    fn draws(&self, org: &Org) -> f64 {
        self.brand_draws * org.received(Resource::Brand) + self.references_draws * org.received(Resource::References)
    }
    fn takes(&self) -> f64 {
        self.takes
    }
    fn demand(&self, years: f64) -> Option<[f64; 4]> {
        let taken = |k: usize| match self.markets.get(k) {
            Some(_) => self.taken(years - self.begins.get(k).copied().unwrap_or(0.0)),
            None => 0.0,
        };
        let (mut demand, mut potential) = ([0.0; CURVES], 0.0);
        for (k, (slot, market)) in demand.iter_mut().zip(&self.markets).enumerate() {
            // Each curve receives what left the earlier curves, and loses what moves on to the next.
            potential = taken(k) * (market + potential);
            *slot = potential * (1.0 - taken(k + 1));
        }
        Some(demand)
    }
}
