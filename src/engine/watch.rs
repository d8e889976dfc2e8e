//! Watch: conditions are looked at on their dates, and the interventions that wait for them begin.
//!
//! What a period's metric means here is what happened since the condition was last looked at. Invariant: a look changes nothing
//! but the account of what was looked at.

use super::institutions::due;
use super::observe::held;
use crate::metrics::{self, Look};
use crate::model::Model;
use crate::scenario::condition::Condition;
use crate::world::requests::Sums;
use crate::world::{Watched, World};

/// Nothing holds yet, and the first look compares with the world as it begins.
pub(super) fn begin(world: &mut World, model: &Model) {
    let account = world.account.clone();
    let blank = |watch: &crate::model::Watch| Watched {
        holds: false,
        places: metrics::places(model, &named(&watch.condition)),
        since: vec![None; watch.condition.spans],
        account: account.clone(),
        sums: Sums::default(),
        ticks: 0,
    };
    world.watched = model.watches.iter().map(blank).collect();
}

/// Looks at all conditions that are due before a tick; whether that changes the rules.
pub(super) fn watch(world: &mut World, model: &Model) -> bool {
    let before = world.holding();
    let due: Vec<usize> =
        (0..world.watched.len()).filter(|k| world.tick > 0 && due(world.tick - 1, model.watches[*k].every)).collect();
    let found: Vec<bool> = due.iter().map(|&k| look(world, model, k)).collect();
    for (k, holds) in due.into_iter().zip(found) {
        let watched = &mut world.watched[k];
        watched.holds = holds || watched.holds && !model.watches[k].again;
    }
    world.holding() != before
}

/// Whether the condition of a watch holds, with metrics since its last look.
fn look(world: &mut World, model: &Model, k: usize) -> bool {
    turn(world, k);
    let look = Look::at(world, model, held(world, model));
    let found = metrics::some(&look, &world.watched[k].places);
    let account = look.account();
    turn(world, k);
    let names = named(&model.watches[k].condition);
    let value = |name: &str| names.iter().zip(&found).find(|(own, _)| **own == name).map_or(f64::NAN, |found| *found.1);
    let now = f64::from(world.tick) * f64::from(world.tick_days);
    let watched = &mut world.watched[k];
    (watched.account, watched.sums, watched.ticks) = (account, Sums::default(), 0);
    model.watches[k].condition.holds(&value, now, &mut watched.since)
}

/// The metrics that a condition names, in their order.
fn named(condition: &Condition) -> Vec<&str> {
    condition.metrics().into_iter().map(|(name, _)| name).collect()
}

/// Exchanges the account of the rows for the watch's own, and back.
fn turn(world: &mut World, k: usize) {
    let watched = &mut world.watched[k];
    std::mem::swap(&mut world.account, &mut watched.account);
    std::mem::swap(&mut world.since, &mut watched.sums);
    std::mem::swap(&mut world.since_ticks, &mut watched.ticks);
}
