//! Investor: puts money in when milestones are met, round after round.
//!
//! A round pays a tranche once members, momentum and revenue are all there; the next asks for so many times as much. Limit: without
//! a milestone that can be met, the budget stays what it is.

use serde::Deserialize;

use super::{Around, Asks, Kind, Make};
use crate::shelf::{Knob, Row};
use crate::world::org::Org;

pub(super) const ROW: Row<Make> = Row {
    name: "investor",
    says: "A strategic investor or bank: puts money in when milestones are met.",
    knobs: &[
        Knob::number("members", "people", 0.0..=1e12, 0.0).says("Members that the first round asks for."),
        Knob::number("momentum", "log a half-year", -10.0..=10.0, -10.0)
            .says("Growth that every round asks for.")
            .guess(),
        Knob::number("revenue", "money a year", 0.0..=1e15, 0.0)
            .says("Revenue of the hub that the first round asks for.")
            .guess(),
        Knob::number("step", "times", 1.0..=100.0, 3.0)
            .says("How many times as much the next round asks for.")
            .cited("T2D3, a rule of thumb of venture capital: triple twice, then double"),
        Knob::count("rounds", "rounds", 0..=100, 3).says("How many rounds there are."),
        Knob::count("tranche", "money", 0..=1_000_000_000_000_000, 0).says("Money of the first round, at size 1."),
        Knob::number("grows", "times", 0.0..=100.0, 2.0)
            .says("How many times as much money the next round brings.")
            .guess(),
    ],
    make: |settings, _| Box::new(settings.make::<Investor>()),
};

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Investor {
    members: f64,
    momentum: f64,
    revenue: f64,
    step: f64,
    rounds: u64,
    tranche: i64,
    grows: f64,
}

impl Kind for Investor {
    fn barters(&self) -> bool {
        false
    }
    fn act(&self, org: &mut Org, around: &Around, _months: f64, asks: &mut Asks) {
        let asked = libm::pow(self.step, org.done as f64);
        let met = around.members >= self.members * asked
            && around.revenue >= self.revenue * asked
            && around.momentum >= self.momentum;
        if org.done < self.rounds && met {
            asks.capital += (self.tranche as f64 * org.size * libm::pow(self.grows, org.done as f64)).round() as i64;
            asks.announced += 1;
            org.done += 1;
        }
    }
}
