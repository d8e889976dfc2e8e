//! Vendors: partners who repackage the product take a share of what enterprises would pay the hub.
//!
//! Invariant: what they take is what the hub lacks; n of size 1 that take a share c leave (1 − c)ⁿ.

use super::context::Ground;
use crate::kinds::Asks;
use crate::world::World;
use crate::world::org::{Bond, Org};

/// Share of what enterprises pay that is left to the hub by those who repackage its product.
pub(super) fn kept(world: &World, ground: &Ground) -> f64 {
    let takes = |org: &Org| libm::pow(1.0 - ground.rules.organisations[org.group].kind.takes(), org.size);
    world.orgs.iter().filter(|o| o.bond == Bond::Inside).map(takes).product()
}

/// Vendors take their share of what was paid, by what each of them takes.
pub(super) fn cannibalise(world: &mut World, ground: &Ground, orgs: &mut [Org], asks: &mut Asks, kept: f64) {
    let taken = asks.revenue[0] * (1.0 - kept);
    if taken <= 0.0 {
        return;
    }
    asks.revenue[0] -= taken;
    asks.revenue[1] += taken;
    world.hub.cannibalised += taken;
    let takes = |org: &Org| match org.bond {
        Bond::Inside => ground.rules.organisations[org.group].kind.takes() * org.size,
        _ => 0.0,
    };
    let all: f64 = orgs.iter().map(takes).sum();
    orgs.iter_mut().for_each(|org| org.taken += taken * takes(org) / all.max(1e-300));
}
