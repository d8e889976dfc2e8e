//! Benefits: the money that tiers pay and charge on their dates, and the hours that they promise.
//!
//! Invariant: every payment goes through the ledger; what a pool cannot pay, and hours that the hub does not have, are broken promises.

use crate::engine::context::{TickContext, times};
use crate::world::Tally;
use crate::world::calendar::MONTH;
use crate::world::hub::Hub;
use crate::world::ledger::Ledger;
use crate::world::org::Organisations;

/// Pays funds, takes fees, and counts what was promised and not given.
pub(in crate::engine) fn pay_benefits(
    organisations: &mut Organisations,
    ledger: &mut Ledger,
    hub: &mut Hub,
    tally: &mut Tally,
    ground: &TickContext,
) {
    let Organisations { list: orgs, paths } = organisations;
    let month = MONTH / ground.days();
    for (p, path) in ground.rules.paths.iter().enumerate().filter(|(_, path)| path.on_now) {
        for (k, tier) in path.tiers.iter().enumerate().filter(|(_, tier)| tier.on_now) {
            let holders = &paths[p][k].holders;
            for &h in holders {
                let org = &mut orgs[h as usize];
                let times = |ticks: f64| times(ground.tick, ticks);
                if let Some((amount, ticks)) = tier.fund
                    && amount * times(ticks) > 0
                {
                    let paid = ledger.pay(tier.pool, amount * times(ticks));
                    org.stands[p].unpaid = !paid;
                    org.spent -= if paid { (amount * times(ticks)) as f64 } else { 0.0 };
                    tally.promises_kept += u64::from(paid);
                    tally.promises_broken += u64::from(!paid);
                }
                if let Some((_, ticks)) = tier.fee {
                    let fee = tier.fee_of(org.size) * times(ticks);
                    ledger.fund(fee);
                    hub.fees += fee;
                    org.spent += fee as f64;
                }
            }
            if tier.support_hours > 0.0 && ground.due(month) {
                let given = hub.served >= 1.0;
                let count = if given { &mut tally.promises_kept } else { &mut tally.promises_broken };
                *count += holders.len() as u64;
            }
        }
    }
}
