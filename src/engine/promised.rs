//! Promised: hours of the hub that tiers and frameworks count on, before any exchange.
//!
//! Invariant: the hub works no more hours than it has; where they do not reach, all that is promised goes short alike.

use super::frameworks;
use super::ground::Ground;
use super::ration::hub_hours;
use crate::world::World;

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
