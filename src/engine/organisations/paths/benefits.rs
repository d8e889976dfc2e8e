//! Benefits: the money that tiers grant and ask for, on its dates, and the hours that they promise.
//!
//! Invariant: every payment goes through the ledger; what a pool cannot pay, and hours that the hub does not have, are broken promises.

use crate::engine::context::{Ground, due, times};
use crate::world::World;
use crate::world::calendar::MONTH;

/// Pays funds, takes fees, and counts what was promised and not given.
pub(in crate::engine) fn pay(world: &mut World, ground: &Ground) {
    let month = MONTH / f64::from(world.tick_days);
    for (p, path) in ground.rules.paths.iter().enumerate().filter(|(_, path)| path.on_now) {
        for (k, tier) in path.tiers.iter().enumerate().filter(|(_, tier)| tier.on_now) {
            let holders = std::mem::take(&mut world.organisations.paths[p][k].holders);
            for &h in &holders {
                let org = &mut world.organisations.list[h as usize];
                let times = |ticks: f64| times(world.tick, ticks);
                if let Some((amount, ticks)) = tier.fund
                    && amount * times(ticks) > 0
                {
                    let paid = world.ledger.pay(tier.pool, amount * times(ticks));
                    org.stands[p].unpaid = !paid;
                    org.spent -= if paid { (amount * times(ticks)) as f64 } else { 0.0 };
                    world.tally.kept += u64::from(paid);
                    world.tally.broken += u64::from(!paid);
                }
                if let Some((_, ticks)) = tier.fee {
                    let fee = tier.fee_of(org.size) * times(ticks);
                    world.ledger.fund(fee);
                    world.hub.fees += fee;
                    org.spent += fee as f64;
                }
            }
            if tier.support_hours > 0.0 && due(world.tick, month) {
                let given = world.hub.served >= 1.0;
                let told = if given { &mut world.tally.kept } else { &mut world.tally.broken };
                *told += holders.len() as u64;
            }
            world.organisations.paths[p][k].holders = holders;
        }
    }
}
