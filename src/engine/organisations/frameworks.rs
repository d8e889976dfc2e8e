//! Frameworks: organisations take up what the hub offers, and it brings students and readers with a delay.
//!
//! Coverage c approaches its maximum as c' = spreads · (most − c); students pass three stages of equal length; content has heat that cools.
//! Invariant: nothing is taken up that its pool cannot pay. Limits: with S students a year, covered wholly, and a mean delay of D years,
//! S·D are on the way (Little 1961); a constant flow of content holds heat at c·T, and heat that nothing feeds falls by e in T.

use crate::engine::context::TickContext;
use crate::incentives::framework::{Traffic, University};
use crate::kinds::Asks;
use crate::kinds::university::{STAGES, pass};
use crate::model::{Framework, Gives};
use crate::world::Tally;
use crate::world::calendar::{MONTH, YEAR};
use crate::world::hub::Hub;
use crate::world::ledger::Ledger;
use crate::world::maths::exp;
use crate::world::org::{Bond, FrameworkState, Org, Organisations};

/// One tick of all frameworks.
pub(in crate::engine) fn advance(
    organisations: &mut Organisations,
    ledger: &mut Ledger,
    hub: &Hub,
    tally: &mut Tally,
    ground: &TickContext,
    asks: &mut Asks,
) {
    if ground.rules.frameworks.is_empty() {
        return;
    }
    for org in organisations.list.iter_mut().filter(|org| !org.agreed.is_empty()) {
        let group = org.group;
        org.brings = [0.0; 2];
        for (f, framework) in ground.rules.frameworks.iter().enumerate().filter(|(_, f)| f.admits[group]) {
            let mut agreed = std::mem::take(&mut org.agreed[f]);
            let runs = is_kept_up((ledger, tally), ground, org, &mut agreed, framework);
            match &framework.gives {
                Gives::Students(own, into) => students(hub, ground, org, &mut agreed, (own, *into), runs, asks),
                Gives::Readers(own) => readers(hub, ground, org, &mut agreed, own, runs),
            }
            org.agreed[f] = agreed;
        }
    }
}

/// Hours of the hub a month that frameworks promise.
pub(in crate::engine) fn promised_hours(organisations: &Organisations, ground: &TickContext) -> f64 {
    let hours = |org: &Org| {
        let taken = ground.rules.frameworks.iter().zip(&org.agreed);
        let taken = taken.filter(|(framework, agreed)| framework.on_now && agreed.since.is_some());
        taken.map(|(framework, _)| framework.hours).sum::<f64>()
    };
    organisations.list.iter().filter(|org| org.bond == Bond::Inside).map(hours).sum()
}

/// Lets the organisation take the framework up, if it does so now, and pays the upkeep. Returns whether the framework runs with this
/// organisation now.
fn is_kept_up(
    (ledger, tally): (&mut Ledger, &mut Tally),
    ground: &TickContext,
    org: &mut Org,
    agreed: &mut FrameworkState,
    framework: &Framework,
) -> bool {
    let group = &ground.rules.organisations[org.group];
    if org.bond == Bond::Gone {
        agreed.since = None;
    }
    if !framework.on_now || !group.on_now || org.bond == Bond::Gone {
        return false;
    }
    let now = f64::from(ground.tick);
    if agreed.since.is_none() {
        let years = ground.days() / YEAR;
        let luck = ground.organisation(group, org.ordinal).named("framework").named(&framework.name);
        let takes = luck.at(u64::from(ground.tick)).unit() < 1.0 - exp(-framework.takes_up * years);
        if !takes || !ledger.can_pay(framework.pool, framework.cost) {
            return false;
        }
        ledger.pay(framework.pool, framework.cost);
        agreed.since = Some(now);
        if org.bond == Bond::Outside {
            (org.bond, org.since) = (Bond::Inside, now);
        }
    }
    if let (Some((amount, ticks)), Some(since)) = (framework.upkeep, agreed.since) {
        let dates = ((now + 1.0 - since) / ticks).floor() - ((now - since) / ticks).floor();
        if dates > 0.0 {
            agreed.unpaid = !ledger.pay(framework.pool, amount * dates as i64);
            tally.promises_kept += u64::from(!agreed.unpaid);
            tally.promises_broken += u64::from(agreed.unpaid);
        }
    }
    !agreed.unpaid
}

/// New students come in as far as the framework covers them. If it no longer runs, the students on the way still finish.
fn students(
    hub: &Hub,
    ground: &TickContext,
    org: &mut Org,
    agreed: &mut FrameworkState,
    (own, into): (&University, usize),
    runs: bool,
    asks: &mut Asks,
) {
    let years = ground.days() / YEAR;
    let before = agreed.covers;
    if runs {
        // Without hours of the hub for its teachers, coverage does not spread.
        let served = if own.hours > 0.0 { hub.served } else { 1.0 };
        agreed.covers += (own.coverage - before) * (1.0 - exp(-own.spreads * years * served));
        org.brings[0] += own.research * org.size * agreed.covers;
    }
    let reached = own.students * org.size * (before + agreed.covers) / 2.0;
    let coming = if runs { reached * years } else { 0.0 };
    let leaves = 1.0 - exp(-(STAGES as f64) * ground.days() / own.delay);
    agreed.carry += pass(&mut agreed.stages, coming, leaves) * own.adopts;
    let whole = agreed.carry.floor();
    agreed.carry -= whole;
    if whole > 0.0 {
        asks.graduates.push((into, whole as u64, own.knowledge));
    }
}

/// Content has heat, and heat has readers.
fn readers(hub: &Hub, ground: &TickContext, org: &mut Org, agreed: &mut FrameworkState, own: &Traffic, runs: bool) {
    let (months, cools) = (ground.days() / MONTH, own.cools / MONTH);
    let left = exp(-months / cools);
    let content = if runs { own.content * hub.served } else { 0.0 };
    agreed.heat = agreed.heat * left + content * cools * (1.0 - left);
    org.brings[1] += own.audience * org.size * agreed.heat / (agreed.heat + own.half * org.size);
}
