//! Balances: points that are taken back with what earned them, points that expire, and the end of a season.
//!
//! Invariant: every point that leaves a balance here is in the ledger, as taken back or as expired.

use crate::engine::context::TickContext;
use crate::world::calendar::Yearly;
use crate::world::dossier::Dossier;
use crate::world::ledger::Ledger;
use crate::world::{Community, Removal};

/// Takes points back, lets points expire, and ends a season if it is due.
pub(in crate::engine) fn close(community: &mut Community, ledger: &mut Ledger, ground: &TickContext) {
    for removal in ledger.removals.remove(&ground.tick).unwrap_or_default() {
        take_back(community, ledger, ground, removal);
    }
    if let Some(ticks) = ground.rules.balance.expires {
        expire(community, ledger, ground, ticks);
    }
    let balance = &ground.rules.balance;
    let ends = |day: Yearly| ground.model.calendar.has(ground.tick, day);
    if balance.season.is_some_and(|season| ground.due(season)) || balance.day.is_some_and(ends) {
        wipe(community, ledger, 1.0 - balance.carried, |_| true);
    }
}

/// Takes a share of the balances of those for whom `whose` is true, in whole points.
pub(in crate::engine) fn wipe(community: &mut Community, ledger: &mut Ledger, share: f64, whose: impl Fn(u32) -> bool) {
    for file in community.dossiers.list.iter_mut().filter(|file| whose(file.id)) {
        let lost = (file.balance.max(0) as f64 * share).round() as i64;
        lose(ledger, file, lost);
    }
}

fn lose(ledger: &mut Ledger, file: &mut Dossier, points: i64) {
    file.balance -= points;
    ledger.expired += points;
}

/// Takes points out of the balance, the windows of ladders, and the score.
fn take_back(community: &mut Community, ledger: &mut Ledger, ground: &TickContext, removal: Removal) {
    let Removal { dossier, rule: index, points, since } = removal;
    let rule = &ground.rules.points[index];
    let file = &mut community.dossiers.list[dossier as usize];
    ledger.debt |= ground.rules.balance.debt;
    let all = points + rule.penalty;
    let taken = if ground.rules.balance.debt { all } else { all.min(file.balance.max(0)) };
    file.balance -= taken;
    ledger.clawed_back += taken;
    community.dossiers.unscore(dossier, rule.score, all as f32, since as f32, ground.tick as f32);
    for ladder in ground.rules.ladders.iter().filter(|ladder| ladder.counts[rule.action]) {
        for ring in ladder.rings.clone() {
            community.dossiers.uncount(dossier, ring, f64::from(since), all.min(i64::from(u32::MAX)) as u32);
        }
    }
}

/// Points older than `ticks` expire, unless they were spent. The oldest are spent first, so the old points that are left are the balance
/// minus all points earned since.
fn expire(community: &mut Community, ledger: &mut Ledger, ground: &TickContext, ticks: f64) {
    while let Some(&(since, dossier, points)) = ledger.lots.front() {
        if f64::from(ground.tick - since) < ticks {
            break;
        }
        ledger.lots.pop_front();
        let file = &mut community.dossiers.list[dossier as usize];
        file.fresh -= points;
        let old = file.balance - file.fresh;
        if old > 0 {
            lose(ledger, file, old);
        }
    }
}
