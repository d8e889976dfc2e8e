//! Potentials: the incentive to trade each resource between the hub and organisations.
//!
//! The potential is ln(highest/lowest) of the terms at which both sides would trade, 0 if there are none, times the unmet share of what the
//! receiver could absorb; it is the mean over organisations that have not gone and over both directions. It compares opportunity costs,
//! never the hours of two sides. It is 0 if the ratios of costs are equal (Ricardo 1817) or the need is met. The metric exists only for
//! resources that one side can make and the other can use.

use super::{Family, Unit, named_for, names, ratio};
use crate::kinds::barter::{Side, potentials};
use crate::model::{Group, Model, Rules};
use crate::say;
use crate::world::maths::ln;
use crate::world::org::{Bond, ByResource, RESOURCES, Resource};

pub(super) const FAMILY: Family = Family {
    name: "potentials",
    names: |model| {
        let potential = |resource: &str| {
            named_for(names::POTENTIAL, resource, say!("metric-potential-of", resource = resource), Unit::Log)
                .undefined(say!("metric-undefined-no-organisation"))
        };
        traded(model).map(|r| potential(Resource::NAMES[r])).collect()
    },
    read: |observation, values| {
        let mut traded = traded(observation.model).peekable();
        if traded.peek().is_none() {
            return;
        }
        let (rules, hub) = (observation.rules, &observation.rules.hub_terms.side);
        let drives: Vec<_> = rules.organisations.iter().map(|group| potentials(&group.side, hub)).collect();
        let (mut sums, mut directions): (ByResource, ByResource) = ([0.0; RESOURCES], [0.0; RESOURCES]);
        for org in observation
            .world
            .organisations
            .list
            .iter()
            .filter(|org| org.bond != Bond::Gone && trades(&rules.organisations[org.group]))
        {
            let group = &rules.organisations[org.group];
            let trusted = ln(org.trust.max(1e-9));
            let sides = [(&org.gave, hub.absorbs), (&org.got, group.side.absorbs * org.size)];
            for (drive, (flows, most)) in drives[org.group].iter().zip(sides) {
                for r in 0..RESOURCES {
                    let Some(drive) = drive[r] else { continue };
                    let unmet = if most > 0.0 { (1.0 - flows[r] / most).clamp(0.0, 1.0) } else { 0.0 };
                    sums[r] += (drive + trusted).max(0.0) * unmet;
                    directions[r] += 1.0;
                }
            }
        }
        values.extend(traded.map(|r| ratio(sums[r], directions[r])));
    },
};

/// Whether a group exchanges with the hub now.
fn trades(group: &Group) -> bool {
    group.on_now && group.barters()
}

/// Indices of resources that can flow in one of the two directions at any date.
fn traded(model: &Model) -> impl Iterator<Item = usize> + '_ {
    let flows = |from: &Side, to: &Side, r: usize| from.costs[r] > 0.0 && to.worth[r] > 0.0;
    let either = move |rules: &Rules, r: usize| {
        let hub = &rules.hub_terms.side;
        let groups = rules.organisations.iter().filter(|group| group.barters());
        groups.map(|group| &group.side).any(|side| flows(side, hub, r) || flows(hub, side, r))
    };
    (0..RESOURCES).filter(move |r| model.ever(|rules| either(rules, *r)))
}
