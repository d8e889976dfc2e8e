//! Ration: the hours of the hub, and for whom they are.
//!
//! Invariant: the hub works no more hours than it has.

use super::committed_hours::{hub_hours, promised};
use super::context::Ground;
use super::exchange_offer::side;
use crate::kinds::barter::{Side, deal};
use crate::world::World;
use crate::world::org::Bond;

/// The hub's side of the star, with the hours that it can put into exchange now.
pub(super) fn hub_side(world: &World, ground: &Ground) -> Side {
    let (hours, promised) = (hub_hours(world, ground), promised(world, ground));
    let left = if ground.rules.middle.is_mesh() { 0.0 } else { hours - promised.min(hours) };
    Side { hours: left, ..ground.rules.middle.side }
}

/// The hub's hours for each organisation: where they do not reach, everybody goes short alike, or the best come first.
pub(super) fn ration(world: &mut World, ground: &Ground, hub: &Side) -> Vec<f64> {
    let mut inside: Vec<usize> = (0..world.orgs.len()).filter(|k| world.orgs[*k].bond == Bond::Inside).collect();
    for &k in &inside {
        let org = &mut world.orgs[k];
        let group = &ground.rules.organisations[org.group];
        if group.barters() {
            let open = deal(&side(org, group), hub, hub.hours);
            org.wants = open.hub_hours;
            org.yields = if open.hub_hours > 0.0 { open.hub_gain / open.hub_hours } else { 0.0 };
        }
    }
    let asked: f64 = inside.iter().map(|k| world.orgs[*k].wants).sum();
    world.hub.rationed = if asked > hub.hours { hub.hours / asked } else { 1.0 };
    let mut allotted = vec![0.0; world.orgs.len()];
    if ground.rules.middle.best_first {
        inside.sort_by(|a, b| world.orgs[*b].yields.total_cmp(&world.orgs[*a].yields).then(a.cmp(b)));
        let mut left = hub.hours;
        for k in inside {
            allotted[k] = world.orgs[k].wants.min(left);
            left -= allotted[k];
        }
    } else {
        for k in inside {
            allotted[k] = world.orgs[k].wants * world.hub.rationed;
        }
    }
    allotted
}
