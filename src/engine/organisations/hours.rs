//! Hours: what organisations and the hub bring to the table, what the hub has promised, and for whom the rest is.
//!
//! Invariant: the hub works no more hours than it has; where they do not reach, all that is promised goes short alike.

use super::frameworks;
use crate::engine::context::Ground;
use crate::kinds::barter::{Side, deal};
use crate::kinds::flywheel::grown;
use crate::model::Group;
use crate::world::Population;
use crate::world::hub::Hub;
use crate::world::org::{Bond, Org, Organisations, Resource};

/// Hours a month that its tiers and seats leave it.
pub(in crate::engine) fn open(org: &Org, group: &Group) -> f64 {
    (group.side.hours * org.size * (1.0 + org.seeks) - org.busy - org.sits).max(0.0)
}

/// What one of its size makes and needs, in the hours that its tiers, seats and others leave; what it needs counts as far as it trusts the hub.
pub(in crate::engine) fn side(org: &Org, group: &Group) -> Side {
    Side {
        worth: group.side.worth.map(|hours| hours * org.trust),
        hours: (open(org, group) - org.peers.hours).max(0.0),
        absorbs: group.side.absorbs * org.size - org.peers.got.iter().fold(0.0, |most: f64, units| most.max(*units)),
        ..group.side
    }
}

/// The hours of the hub, before what it has promised.
pub(in crate::engine) fn hub_hours(population: &Population, hub: &Hub, ground: &Ground) -> f64 {
    let wheel = &ground.rules.flywheel;
    let own = ground.rules.middle.side.hours * grown(population.all_members(), hub.founders, wheel.members_hub);
    own + wheel.talent_hub * hub.got[Resource::Talent as usize]
}

/// Hours a month that paths and frameworks promise.
pub(in crate::engine) fn promised(organisations: &Organisations, ground: &Ground) -> f64 {
    let tiers = ground.rules.paths.iter().zip(&organisations.paths).filter(|(path, _)| path.on_now);
    let tiers = tiers.flat_map(|(path, states)| path.tiers.iter().zip(states)).filter(|(tier, _)| tier.on_now);
    let paths: f64 = tiers.map(|(tier, state)| tier.support_hours * state.holders.len() as f64).sum();
    paths + frameworks::hours(organisations, ground)
}

/// What share of the hours that are promised the hub has.
pub(in crate::engine) fn serve(population: &Population, organisations: &Organisations, hub: &mut Hub, ground: &Ground) {
    let (hours, promised) = (hub_hours(population, hub, ground), promised(organisations, ground));
    hub.served = if promised > hours { hours / promised } else { 1.0 };
}

/// The hub's side of the star, with the hours that it can put into exchange now.
pub(in crate::engine) fn hub_side(
    population: &Population,
    organisations: &Organisations,
    hub: &Hub,
    ground: &Ground,
) -> Side {
    let (hours, promised) = (hub_hours(population, hub, ground), promised(organisations, ground));
    let left = if ground.rules.middle.is_mesh() { 0.0 } else { hours - promised.min(hours) };
    Side { hours: left, ..ground.rules.middle.side }
}

/// The hub's hours for each organisation: where they do not reach, everybody goes short alike, or the best come first.
pub(in crate::engine) fn ration(
    organisations: &mut Organisations,
    hub: &mut Hub,
    ground: &Ground,
    side_of_hub: &Side,
) -> Vec<f64> {
    let mut inside: Vec<usize> =
        (0..organisations.list.len()).filter(|k| organisations.list[*k].bond == Bond::Inside).collect();
    for &k in &inside {
        let org = &mut organisations.list[k];
        let group = &ground.rules.organisations[org.group];
        if group.barters() {
            let open = deal(&side(org, group), side_of_hub, side_of_hub.hours);
            org.wants = open.hub_hours;
            org.yields = if open.hub_hours > 0.0 { open.hub_gain / open.hub_hours } else { 0.0 };
        }
    }
    let asked: f64 = inside.iter().map(|k| organisations.list[*k].wants).sum();
    hub.rationed = if asked > side_of_hub.hours { side_of_hub.hours / asked } else { 1.0 };
    let mut allotted = vec![0.0; organisations.list.len()];
    if ground.rules.middle.best_first {
        inside.sort_by(|a, b| organisations.list[*b].yields.total_cmp(&organisations.list[*a].yields).then(a.cmp(b)));
        let mut left = side_of_hub.hours;
        for k in inside {
            allotted[k] = organisations.list[k].wants.min(left);
            left -= allotted[k];
        }
    } else {
        for k in inside {
            allotted[k] = organisations.list[k].wants * hub.rationed;
        }
    }
    allotted
}
