//! Hours: those that organisations and the hub have for exchange, those that the hub has promised, and who gets the rest.
//!
//! Invariant: the hub works no more hours than it has; if it has too few, all promises are cut by the same share.

use super::frameworks;
use crate::engine::context::TickContext;
use crate::kinds::barter::{Side, deal};
use crate::kinds::flywheel::grown;
use crate::model::Group;
use crate::world::Population;
use crate::world::hub::Hub;
use crate::world::org::{Bond, Org, Organisations, Resource};

/// Hours a month that its tiers and seats leave it.
pub(in crate::engine) fn open_hours(org: &Org, group: &Group) -> f64 {
    (group.side.hours * org.size * (1.0 + org.seeks) - org.busy - org.sits).max(0.0)
}

/// What an organisation of its size makes and needs, in the hours that its tiers, seats and others leave. The worth of what it needs is
/// multiplied by its trust in the hub.
pub(in crate::engine) fn side(org: &Org, group: &Group) -> Side {
    Side {
        worth: group.side.worth.map(|hours| hours * org.trust),
        hours: (open_hours(org, group) - org.peers.hours).max(0.0),
        absorbs: group.side.absorbs * org.size - org.peers.got.iter().fold(0.0, |most: f64, units| most.max(*units)),
        ..group.side
    }
}

/// Hours a month of the hub, those that it has promised included.
pub(in crate::engine) fn hub_hours(population: &Population, hub: &Hub, ground: &TickContext) -> f64 {
    let wheel = &ground.rules.flywheel;
    let own = ground.rules.hub_terms.side.hours * grown(population.all_members(), hub.founders, wheel.members_hub);
    own + wheel.talent_hub * hub.got[Resource::Talent as usize]
}

/// Hours a month that paths and frameworks promise.
pub(in crate::engine) fn promised_hours(organisations: &Organisations, ground: &TickContext) -> f64 {
    let tiers = ground.rules.paths.iter().zip(&organisations.paths).filter(|(path, _)| path.on_now);
    let tiers = tiers.flat_map(|(path, states)| path.tiers.iter().zip(states)).filter(|(tier, _)| tier.on_now);
    let paths: f64 = tiers.map(|(tier, state)| tier.support_hours * state.holders.len() as f64).sum();
    paths + frameworks::promised_hours(organisations, ground)
}

/// Computes the share of the promised hours that the hub has.
pub(in crate::engine) fn update_served(
    population: &Population,
    organisations: &Organisations,
    hub: &mut Hub,
    ground: &TickContext,
) {
    let (hours, promised) = (hub_hours(population, hub, ground), promised_hours(organisations, ground));
    hub.served = if promised > hours { hours / promised } else { 1.0 };
}

/// The hub's side of the star, with the hours that it can put into exchange now.
pub(in crate::engine) fn hub_side(
    population: &Population,
    organisations: &Organisations,
    hub: &Hub,
    ground: &TickContext,
) -> Side {
    let (hours, promised) = (hub_hours(population, hub, ground), promised_hours(organisations, ground));
    let left = if ground.rules.hub_terms.is_mesh() { 0.0 } else { hours - promised.min(hours) };
    Side { hours: left, ..ground.rules.hub_terms.side }
}

/// The hub's hours for each organisation, by index. If they are too few, all are cut by the same share, or the best organisations are
/// served first.
pub(in crate::engine) fn ration(
    organisations: &mut Organisations,
    hub: &mut Hub,
    ground: &TickContext,
    hub_side: &Side,
) -> Vec<f64> {
    let mut inside: Vec<usize> =
        (0..organisations.list.len()).filter(|k| organisations.list[*k].bond == Bond::Inside).collect();
    for &k in &inside {
        let org = &mut organisations.list[k];
        let group = &ground.rules.organisations[org.group];
        if group.barters() {
            let open = deal(&side(org, group), hub_side, hub_side.hours);
            org.wants = open.hub_hours;
            org.yields = if open.hub_hours > 0.0 { open.hub_gain / open.hub_hours } else { 0.0 };
        }
    }
    let requested: f64 = inside.iter().map(|k| organisations.list[*k].wants).sum();
    hub.rationed = if requested > hub_side.hours { hub_side.hours / requested } else { 1.0 };
    let mut allotted = vec![0.0; organisations.list.len()];
    if ground.rules.hub_terms.best_first {
        inside.sort_by(|a, b| organisations.list[*b].yields.total_cmp(&organisations.list[*a].yields).then(a.cmp(b)));
        let mut left = hub_side.hours;
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
