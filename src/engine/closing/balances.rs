//! Balances: points that are taken back with what earned them, points that expire, and the end of a season.
//!
//! Invariant: every point that leaves a balance here is in the ledger, as taken back or as expired.

use crate::engine::context::{Ground, due};
use crate::world::dossier::Dossier;
use crate::world::ledger::Ledger;
use crate::world::{Removal, World};

/// What the end of a tick does to balances.
pub(in crate::engine) fn close(world: &mut World, ground: &Ground) {
    for removal in world.ledger.removals.remove(&world.tick).unwrap_or_default() {
        take_back(world, ground, removal);
    }
    if let Some(ticks) = ground.rules.balance.expires {
        expire(world, ticks);
    }
    if ground.rules.balance.season.is_some_and(|season| due(world.tick, season)) {
        wipe(world, 1.0 - ground.rules.balance.carried, |_| true);
    }
}

/// Takes a share of the balances of some people, in whole points.
pub(in crate::engine) fn wipe(world: &mut World, share: f64, whose: impl Fn(u32) -> bool) {
    for file in world.community.dossiers.list.iter_mut().filter(|file| whose(file.id)) {
        let lost = (file.balance.max(0) as f64 * share).round() as i64;
        lose(&mut world.ledger, file, lost);
    }
}

fn lose(ledger: &mut Ledger, file: &mut Dossier, points: i64) {
    file.balance -= points;
    ledger.expired += points;
}

/// Points go with what earned them: out of the balance, out of the windows of ladders, out of the score.
fn take_back(world: &mut World, ground: &Ground, removal: Removal) {
    let Removal { dossier, rule: index, points, since } = removal;
    let rule = &ground.rules.points[index];
    let file = &mut world.community.dossiers.list[dossier as usize];
    world.ledger.debt |= ground.rules.balance.debt;
    let taken = if ground.rules.balance.debt { points } else { points.min(file.balance.max(0)) };
    file.balance -= taken;
    world.ledger.clawed_back += taken;
    world.community.dossiers.unscore(dossier, rule.score, points as f32, since as f32, world.tick as f32);
    for ladder in ground.rules.ladders.iter().filter(|ladder| ladder.counts[rule.action]) {
        for ring in ladder.rings.clone() {
            world.community.dossiers.uncount(dossier, ring, f64::from(since), points.min(i64::from(u32::MAX)) as u32);
        }
    }
}

/// Of the points that are older than so many ticks, those that were not turned in; the oldest are turned in first, so what is
/// left of them is what the balance holds beyond all that was earned since.
fn expire(world: &mut World, ticks: f64) {
    while let Some(&(since, dossier, points)) = world.ledger.lots.front() {
        if f64::from(world.tick - since) < ticks {
            break;
        }
        world.ledger.lots.pop_front();
        let file = &mut world.community.dossiers.list[dossier as usize];
        file.fresh -= points;
        let old = file.balance - file.fresh;
        if old > 0 {
            lose(&mut world.ledger, file, old);
        }
    }
}
