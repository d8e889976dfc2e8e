//! Milestones: the money that comes with them, and what a share that is sold leaves to the others.
//!
//! Invariant: a milestone pays once; shares of the hub add up to 1 at most.

use super::context::Ground;
use crate::kinds::Asks;
use crate::world::World;
use crate::world::calendar::YEAR;
use crate::world::org::Bond;

/// Milestones that have been met pay, where whoever pays is inside.
pub(super) fn pay(world: &mut World, ground: &Ground, asks: &mut Asks) {
    let years = f64::from(world.tick) * f64::from(world.tick_days) / YEAR;
    let revenue = world.hub.yearly;
    for (k, milestone) in ground.rules.milestones.iter().enumerate() {
        let state = &world.milestones[k];
        if !state.watched.holds || state.paid || !milestone.on_now || world.ledger.stopped {
            continue;
        }
        if let Some(from) = milestone.from {
            let Some(org) = world.orgs.iter_mut().find(|org| org.group == from && org.bond == Bond::Inside) else {
                continue;
            };
            let kind = &ground.rules.organisations[from].kind;
            asks.sold.push(((from, org.ordinal), kind.puts_in(org, years, milestone.tranche as f64, revenue)));
        }
        asks.capital += milestone.tranche;
        asks.announced += u64::from(milestone.announce);
        world.milestones[k].paid = true;
    }
    dilute(world, &asks.sold);
}

/// Sale by sale: everybody holds as much less of the hub as was sold, and whoever bought holds that more.
fn dilute(world: &mut World, sold: &[((usize, u32), f64)]) {
    for ((group, ordinal), share) in sold {
        for org in &mut world.orgs {
            org.stake.share *= 1.0 - share;
            if (org.group, org.ordinal) == (*group, *ordinal) {
                org.stake.share += share;
            }
        }
    }
}
