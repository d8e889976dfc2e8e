//! Investors: what they do for the product beside their money, the money that comes with milestones, and how a sale of shares dilutes the
//! others.
//!
//! Invariants: without an investor that has put money in, nothing is changed; if several investors block a part of a bid, the parts that
//! they let through multiply; a milestone pays once; shares of the hub add up to 1 at most.

use crate::engine::context::TickContext;
use crate::kinds::{Asks, Backing};
use crate::world::MilestoneState;
use crate::world::hub::Hub;
use crate::world::ledger::Ledger;
use crate::world::org::{Bond, Organisations};

/// What all investors do together, beside their money.
pub(in crate::engine) fn backing(organisations: &Organisations, ground: &TickContext) -> Backing {
    let mut all = Backing { defends: 0.0, orders: 0.0, circle: 0.0, beyond: 0.0 };
    for org in organisations.list.iter().filter(|org| org.bond == Bond::Inside) {
        if let Some(one) = ground.rules.organisations[org.group].kind.backs(org, ground.years()) {
            all.defends = 1.0 - (1.0 - all.defends) * (1.0 - one.defends);
            all.orders += one.orders;
            all.circle += one.circle;
            all.beyond += one.beyond;
        }
    }
    all
}

/// Milestones that have been met pay, if the investor who pays is inside.
pub(in crate::engine) fn pay_milestones(
    organisations: &mut Organisations,
    milestones: &mut [MilestoneState],
    ledger: &Ledger,
    hub: &Hub,
    ground: &TickContext,
    asks: &mut Asks,
) {
    for (k, milestone) in ground.rules.milestones.iter().enumerate() {
        let state = &milestones[k];
        if !state.watched.holds || state.paid || !milestone.on_now || ledger.stopped {
            continue;
        }
        if let Some(from) = milestone.from {
            let Some(org) = organisations.list.iter_mut().find(|org| org.group == from && org.bond == Bond::Inside)
            else {
                continue;
            };
            let kind = &ground.rules.organisations[from].kind;
            asks.sold
                .push(((from, org.ordinal), kind.puts_in(org, ground.years(), milestone.tranche as f64, hub.yearly)));
        }
        asks.capital += milestone.tranche;
        asks.announced += u64::from(milestone.announce);
        milestones[k].paid = true;
    }
    dilute(organisations, &asks.sold);
}

/// For each sale, the shares of all shrink by what was sold, and the buyer holds that much more.
fn dilute(organisations: &mut Organisations, sold: &[((usize, u32), f64)]) {
    for ((group, ordinal), share) in sold {
        for org in &mut organisations.list {
            org.stake.share *= 1.0 - share;
            if (org.group, org.ordinal) == (*group, *ordinal) {
                org.stake.share += share;
            }
        }
    }
}
