//! Frameworks: organisations take up what the hub offers, and it brings students and readers with a delay.
//!
//! Coverage comes near its most as c' = spreads · (most − c); students pass three stages of equal length; content has heat that cools.
//! Invariant: nothing is taken up that its pool cannot pay. Limits: with S students a year, covered wholly, and a mean delay of D years,
//! S·D are on the way (Little 1961); a constant flow of content holds heat at c·T, and heat that nothing feeds falls by e in T.

use crate::engine::context::Ground;
use crate::incentives::framework::{Traffic, University};
use crate::kinds::Asks;
use crate::kinds::university::{STAGES, pass};
use crate::model::{Brings, Framework};
use crate::world::World;
use crate::world::calendar::{MONTH, YEAR};
use crate::world::maths::exp;
use crate::world::org::{Agreed, Bond, Org};

/// One tick of all frameworks.
pub(in crate::engine) fn turn(world: &mut World, ground: &Ground, asks: &mut Asks) {
    if ground.rules.frameworks.is_empty() {
        return;
    }
    let mut orgs = std::mem::take(&mut world.organisations.list);
    for org in orgs.iter_mut().filter(|org| !org.agreed.is_empty()) {
        let group = org.group;
        org.brings = [0.0; 2];
        for (f, framework) in ground.rules.frameworks.iter().enumerate().filter(|(_, f)| f.admits[group]) {
            let mut agreed = std::mem::take(&mut org.agreed[f]);
            let runs = runs(world, ground, org, &mut agreed, framework);
            match &framework.brings {
                Brings::Students(own, into) => students(world, org, &mut agreed, (own, *into), runs, asks),
                Brings::Readers(own) => readers(world, org, &mut agreed, own, runs),
            }
            org.agreed[f] = agreed;
        }
    }
    world.organisations.list = orgs;
}

/// Hours of the hub's a month that those who have taken something up count on.
pub(in crate::engine) fn hours(world: &World, ground: &Ground) -> f64 {
    let of = |org: &Org| {
        let taken = ground.rules.frameworks.iter().zip(&org.agreed);
        let taken = taken.filter(|(framework, agreed)| framework.on_now && agreed.since.is_some());
        taken.map(|(framework, _)| framework.hours).sum::<f64>()
    };
    world.organisations.list.iter().filter(|org| org.bond == Bond::Inside).map(of).sum()
}

/// Whether it runs with an organisation now: it is taken up, if it can be, and kept up.
fn runs(world: &mut World, ground: &Ground, org: &mut Org, agreed: &mut Agreed, framework: &Framework) -> bool {
    let group = &ground.rules.organisations[org.group];
    if org.bond == Bond::Gone {
        agreed.since = None;
    }
    if !framework.on_now || !group.on_now || org.bond == Bond::Gone {
        return false;
    }
    let now = f64::from(world.tick);
    if agreed.since.is_none() {
        let years = f64::from(world.tick_days) / YEAR;
        let luck = ground.organisation(group, org.ordinal).named("framework").named(&framework.name);
        let takes = luck.at(u64::from(world.tick)).unit() < 1.0 - exp(-framework.takes_up * years);
        if !takes || !world.ledger.can_pay(framework.pool, framework.cost) {
            return false;
        }
        world.ledger.pay(framework.pool, framework.cost);
        agreed.since = Some(now);
        if org.bond == Bond::Outside {
            (org.bond, org.since) = (Bond::Inside, now);
        }
    }
    if let (Some((amount, ticks)), Some(since)) = (framework.upkeep, agreed.since) {
        let dates = ((now + 1.0 - since) / ticks).floor() - ((now - since) / ticks).floor();
        if dates > 0.0 {
            agreed.unpaid = !world.ledger.pay(framework.pool, amount * dates as i64);
            world.tally.kept += u64::from(!agreed.unpaid);
            world.tally.broken += u64::from(agreed.unpaid);
        }
    }
    !agreed.unpaid
}

/// Students come in as far as it covers them, and go on as they did where it runs no more.
fn students(
    world: &World,
    org: &mut Org,
    agreed: &mut Agreed,
    (own, into): (&University, usize),
    runs: bool,
    asks: &mut Asks,
) {
    let years = f64::from(world.tick_days) / YEAR;
    let before = agreed.covers;
    if runs {
        // A teacher whom the hub has no hours for teaches nobody new.
        let served = if own.hours > 0.0 { world.hub.served } else { 1.0 };
        agreed.covers += (own.coverage - before) * (1.0 - exp(-own.spreads * years * served));
        org.brings[0] += own.research * org.size * agreed.covers;
    }
    let reached = own.students * org.size * (before + agreed.covers) / 2.0;
    let coming = if runs { reached * years } else { 0.0 };
    let leaves = 1.0 - exp(-(STAGES as f64) * f64::from(world.tick_days) / own.delay);
    agreed.carry += pass(&mut agreed.stages, coming, leaves) * own.adopts;
    let whole = agreed.carry.floor();
    agreed.carry -= whole;
    if whole > 0.0 {
        asks.graduates.push((into, whole as u64, own.knowledge));
    }
}

/// Content has heat, and heat has readers.
fn readers(world: &World, org: &mut Org, agreed: &mut Agreed, own: &Traffic, runs: bool) {
    let (months, cools) = (f64::from(world.tick_days) / MONTH, own.cools / MONTH);
    let left = exp(-months / cools);
    let content = if runs { own.content * world.hub.served } else { 0.0 };
    agreed.heat = agreed.heat * left + content * cools * (1.0 - left);
    org.brings[1] += own.audience * org.size * agreed.heat / (agreed.heat + own.half * org.size);
}
