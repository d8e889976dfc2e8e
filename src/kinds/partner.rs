//! Partner: delivers the product to enterprises, on four innovation curves.
//!
//! Demand moves from staffing services to on-premise product, cross-cloud native product and cloud service as generations of a
//! market (Norton & Bass 1987, Management Science 33); a partner earns from those curves on which it has skill, and learns by doing
//! and by the training that it gets. One that repackages the product is a competitor too: it takes a share c of the hub's revenue, so
//! that n of them leave (1 − c)ⁿ, and may give code back. Limits: S₁ + S₂ tends to m₁ + m₂; projects for each fall with the number of
//! partners; shares of projects add up to 1, whatever tiers lead; what leads, brand, references and capital
//! bring is cut where their arrow is 0.

use serde::Deserialize;

use super::{Around, Asks, Kind, Make};
use crate::registry::{Knob, Row};
use crate::world::maths::exp;
use crate::world::org::{CURVES, Org, Resource};
use crate::world::stream::Stream;

pub(super) const ROW: Row<Make> = Row {
    name: "partner",
    says: "Delivers the product on four innovation curves: staffing services, on-premise product, cross-cloud product, cloud service.",
    knobs: &[
        Knob::numbers("markets", "projects a month", 0.0..=1e9)
            .says("Size of each curve's market, in order; four, or none for no market."),
        Knob::numbers("begins", "years", -100.0..=100.0)
            .says("When each curve's market opens, in years from the start."),
        Knob::rate("external", 0.0..=100.0, 0.03)
            .says("How fast a curve is taken up from outside.")
            .cited("Sultan, Farley & Lehmann 1990, J. Marketing Research 27: mean p .03"),
        Knob::rate("social", 0.0..=100.0, 0.38)
            .says("How fast a curve is taken up from those who have.")
            .cited("Sultan, Farley & Lehmann 1990, J. Marketing Research 27: mean q .38"),
        Knob::numbers("skill", "skill", 0.0..=1.0)
            .says("Skill on each curve at the start, in order; four, or none for no skill."),
        Knob::rate("learning", 0.0..=100.0, 0.2).says("Rate at which skill grows by doing nothing but that.").guess(),
        Knob::number("training", "skill a unit", 0.0..=10.0, 0.02)
            .says("What a unit of talent or support adds to skill.")
            .guess(),
        Knob::number("capacity", "projects a month", 0.0..=1e9, 1.0)
            .says("Most that one of size 1 and full skill delivers on a curve.")
            .guess(),
        Knob::number("price", "money", 0.0..=1e12, 100_000.0).says("What a project brings.").guess(),
        Knob::number("crowding", "power", 0.0..=5.0, 0.0)
            .says("How much of all projects is lost where many partners scramble for them: n^−crowding.")
            .guess(),
        Knob::number("takes", "share", 0.0..=1.0, 0.0)
            .says("Cannibalisation: the share of what enterprises would pay the hub that one of size 1 takes.")
            .guess(),
        Knob::number("leads_projects", "projects a unit", 0.0..=1e6, 0.0)
            .says("Leads that it is given to projects: what a unit a month brings it, as far as it has capacity.")
            .guess(),
        Knob::number("brand_draws", "times a unit", 0.0..=1e6, 0.0)
            .says("Brand that it is given to its share of projects: how much more it draws, a unit a month.")
            .guess(),
        Knob::number("references_draws", "times a unit", 0.0..=1e6, 0.0)
            .says("References that it is given to its share of projects: how much more it draws, a unit a month.")
            .guess(),
        Knob::number("capital_capacity", "log a unit", 0.0..=10.0, 0.0)
            .says("Capital that it is given to capacity: log of what a unit adds, for good.")
            .guess(),
        Knob::number("gives_back", "units a project", 0.0..=1e6, 0.0)
            .says("Contribution back: code that comes back from a project, beside the exchange.")
            .guess(),
    ],
    make: |settings, _| Box::new(settings.make::<Partner>()),
};

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Partner {
    markets: Vec<f64>,
    begins: Vec<f64>,
    external: f64,
    social: f64,
    skill: Vec<f64>,
    learning: f64,
    training: f64,
    capacity: f64,
    price: f64,
    crowding: f64,
    leads_projects: f64,
    brand_draws: f64,
    references_draws: f64,
    capital_capacity: f64,
    takes: f64,
    gives_back: f64,
}

impl Partner {
    /// The share of a curve's market that has taken it up, so many years after it opened.
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
    fn act(&self, org: &mut Org, around: &Around, months: f64, asks: &mut Asks) {
        let support = org.received(Resource::Support) + org.supported;
        let taught = (org.received(Resource::Talent) + support) * months / org.size;
        let capacity = self.capacity * exp(org.raised) * org.size;
        let skill: f64 = org.state.iter().sum();
        let leads = self.leads_projects * org.received(Resource::Leads) / skill.max(1e-9);
        let mut delivered = 0.0;
        for k in 0..CURVES {
            let draws = org.size * org.state[k] * (1.0 + org.brand);
            let open = if around.skill[k] > 0.0 { draws / around.skill[k] } else { 0.0 };
            let share = open * (1.0 - around.steered[k]) + org.steered[k];
            let scramble = libm::pow(around.partners.max(1.0), -self.crowding);
            let asked = around.demand[k] * share * scramble + leads * org.state[k];
            delivered += asked.min(capacity * org.state[k]);
            // A skill that nobody has anywhere grows by training alone.
            let grows = (self.learning * months / 12.0 * org.state[k] + self.training * taught) * around.talent;
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
            // Each takes what has moved on from all before it, and loses what moves on to the next.
            potential = taken(k) * (market + potential);
            *slot = potential * (1.0 - taken(k + 1));
        }
        Some(demand)
    }
}
