//! Promised: the hours of the hub, and those that tiers and frameworks count on before any exchange.
//!
//! Invariant: the hub works no more hours than it has; where they do not reach, all that is promised goes short alike.

use super::context::Ground;
use super::frameworks;
use crate::kinds::flywheel::grown;
use crate::world::World;
use crate::world::org::Resource;

/// The hours of the hub, before what it has promised.
pub(super) fn hub_hours(world: &World, ground: &Ground) -> f64 {
    let wheel = &ground.rules.flywheel;
    let own = ground.rules.middle.side.hours * grown(world.all_members(), world.hub.founders, wheel.members_hub);
    own + wheel.talent_hub * world.hub.got[Resource::Talent as usize]
}

/// Hours a month that paths and frameworks promise.
pub(super) fn promised(world: &World, ground: &Ground) -> f64 {
    let tiers = ground.rules.paths.iter().zip(&world.paths).filter(|(path, _)| path.on_now);
    let tiers = tiers.flat_map(|(path, states)| path.tiers.iter().zip(states)).filter(|(tier, _)| tier.on_now);
    let paths: f64 = tiers.map(|(tier, state)| tier.support_hours * state.holders.len() as f64).sum();
    paths + frameworks::hours(world, ground)
}

/// What share of the hours that are promised the hub has.
pub(super) fn serve(world: &mut World, ground: &Ground) {
    let (hours, promised) = (hub_hours(world, ground), promised(world, ground));
    world.hub.served = if promised > hours { hours / promised } else { 1.0 };
}
