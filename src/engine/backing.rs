//! Backing: what investors do for the product beside their money.
//!
//! Invariant: without an investor that has put money in, nothing is changed; the shares of a bid that several block multiply.

use super::context::Ground;
use crate::kinds::Backing;
use crate::world::World;
use crate::world::calendar::YEAR;
use crate::world::org::Bond;

/// What all investors do together.
pub(super) fn backing(world: &World, ground: &Ground) -> Backing {
    let years = f64::from(world.tick) * f64::from(world.tick_days) / YEAR;
    let mut all = Backing { defends: 0.0, orders: 0.0, circle: 0.0, beyond: 0.0 };
    for org in world.orgs.iter().filter(|org| org.bond == Bond::Inside) {
        if let Some(one) = ground.rules.organisations[org.group].kind.backs(org, years) {
            all.defends = 1.0 - (1.0 - all.defends) * (1.0 - one.defends);
            all.orders += one.orders;
            all.circle += one.circle;
            all.beyond += one.beyond;
        }
    }
    all
}
