//! Frameworks with universities and traffic partners, resolved from the scenario.
//!
//! Invariant: frameworks that are off keep their index.

use super::names::Names;
use super::ordered::ordered;
use super::organisations::{Group, kind_names};
use super::paths::admits;
use super::segments::Segment;
use crate::incentives::framework::{Traffic, University};
use crate::kinds::barter::Side;
use crate::world::org::Resource;

/// An agreement that the hub offers to organisations. Durations are in ticks.
#[derive(Clone, Debug)]
pub struct Framework {
    /// As the scenario names it.
    pub name: String,
    /// Whether it is in force.
    pub on_now: bool,
    /// Whether it is offered to the organisations of each group.
    pub admits: Vec<bool>,
    /// Rate at which an organisation takes it up, per year.
    pub takes_up: f64,
    /// Cost of taking it up.
    pub cost: i64,
    /// Later payments, and the ticks between them.
    pub upkeep: Option<(i64, f64)>,
    /// Which pool pays.
    pub pool: Option<usize>,
    /// Hours of the hub per month for each organisation.
    pub hours: f64,
    /// What it gives the hub.
    pub gives: Gives,
}

/// What a framework gives the hub.
#[derive(Clone, Debug)]
pub enum Gives {
    /// Students, and the index of the segment that they join.
    Students(University, usize),
    /// Readers.
    Readers(Traffic),
}

/// All frameworks of a scenario, those with universities first.
pub(super) fn frameworks(names: &Names, groups: &[Group], segments: &[Segment], hub: &Side) -> Vec<Framework> {
    let scenario = names.scenario;
    let mut list = Vec::new();
    for kind in [kind_names::UNIVERSITY, kind_names::TRAFFIC] {
        for name in ordered(scenario.all_names(&format!("framework.{kind}"))) {
            let path = format!("framework.{kind}.{name}");
            let (named, takes_up, cost, upkeep, hours, pool, gives) = if kind == kind_names::UNIVERSITY {
                let own: University = scenario.table(&path);
                let pool = names.pool(own.pool.as_deref());
                let into = segments.iter().position(|s| s.name == own.enters).unwrap_or(0);
                let upkeep = own.upkeep;
                (own.organisations.clone(), own.takes_up, own.cost, upkeep, own.hours, pool, Gives::Students(own, into))
            } else {
                let own: Traffic = scenario.table(&path);
                let pool = names.pool(own.pool.as_deref());
                let hours = own.content * hub.costs[Resource::Content as usize];
                (own.organisations.clone(), own.takes_up, own.cost, own.upkeep, hours, pool, Gives::Readers(own))
            };
            list.push(Framework {
                on_now: scenario.is_on(&path),
                admits: admits(groups, &named, kind),
                takes_up,
                cost,
                upkeep: upkeep.map(|(amount, days)| (amount.round() as i64, days / names.days)),
                pool,
                hours,
                gives,
                name,
            });
        }
    }
    list
}
