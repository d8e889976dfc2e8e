//! Investors: what they do for the product beside their money, the money that comes with milestones, and what a share that is sold
//! leaves to the others.
//!
//! Invariants: without an investor that has put money in, nothing is changed; the shares of a bid that several block multiply; a
//! milestone pays once; shares of the hub add up to 1 at most.

use crate::engine::context::Ground;
use crate::kinds::{Asks, Backing};
use crate::world::World;
use crate::world::calendar::YEAR;
use crate::world::org::Bond;

/// What all investors do together.
pub(in crate::engine) fn backing(world: &World, ground: &Ground) -> Backing {
    let years = f64::from(world.tick) * f64::from(world.tick_days) / YEAR;
    let mut all = Backing { defends: 0.0, orders: 0.0, circle: 0.0, beyond: 0.0 };
    for org in world.organisations.list.iter().filter(|org| org.bond == Bond::Inside) {
        if let Some(one) = ground.rules.organisations[org.group].kind.backs(org, years) {
            all.defends = 1.0 - (1.0 - all.defends) * (1.0 - one.defends);
            all.orders += one.orders;
            all.circle += one.circle;
            all.beyond += one.beyond;
        }
    }
    all
}

/// Milestones that have been met pay, where whoever pays is inside.
pub(in crate::engine) fn pay(world: &mut World, ground: &Ground, asks: &mut Asks) {
    let years = f64::from(world.tick) * f64::from(world.tick_days) / YEAR;
    let revenue = world.hub.yearly;
    for (k, milestone) in ground.rules.milestones.iter().enumerate() {
        let state = &world.observed.milestones[k];
        if !state.watched.holds || state.paid || !milestone.on_now || world.ledger.stopped {
            continue;
        }
        if let Some(from) = milestone.from {
            let Some(org) =
                world.organisations.list.iter_mut().find(|org| org.group == from && org.bond == Bond::Inside)
            else {
                continue;
            };
            let kind = &ground.rules.organisations[from].kind;
            asks.sold.push(((from, org.ordinal), kind.puts_in(org, years, milestone.tranche as f64, revenue)));
        }
        asks.capital += milestone.tranche;
        asks.announced += u64::from(milestone.announce);
        world.observed.milestones[k].paid = true;
    }
    dilute(world, &asks.sold);
}

/// Sale by sale: everybody holds as much less of the hub as was sold, and whoever bought holds that more.
fn dilute(world: &mut World, sold: &[((usize, u32), f64)]) {
    for ((group, ordinal), share) in sold {
        for org in &mut world.organisations.list {
            org.stake.share *= 1.0 - share;
            if (org.group, org.ordinal) == (*group, *ordinal) {
                org.stake.share += share;
            }
        }
    }
}
