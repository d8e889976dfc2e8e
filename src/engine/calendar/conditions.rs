//! Conditions: each is evaluated on its dates, and the interventions and milestones that wait for it begin.
//!
//! Here, a metric that covers a period covers the time since the last evaluation of the condition. Invariant: an evaluation changes nothing
//! but its own account.

use crate::engine::context::due;
use crate::engine::observation::last_rules;
use crate::metrics::{self, Observation};
use crate::model::{Model, Watch};
use crate::scenario::condition::Condition;
use crate::world::requests::Sums;
use crate::world::{ConditionState, MilestoneState, Observed, World};

/// At the start no condition holds, and the first evaluation compares with the world at the start.
pub(in crate::engine) fn set_up(observed: &mut Observed, model: &Model) {
    let account = observed.account.clone();
    let blank = |watch: &Watch| ConditionState {
        holds: false,
        places: metrics::places(model, &metric_names(&watch.condition)),
        since: vec![None; watch.condition.spans],
        account: account.clone(),
        sums: Sums::default(),
        ticks: 0,
    };
    observed.watched = model.watches.iter().map(blank).collect();
    observed.milestones =
        model.milestones.iter().map(|watch| MilestoneState { watched: blank(watch), paid: false }).collect();
}

/// Evaluates all conditions that are due before a tick. Returns whether that changes the rules.
pub(in crate::engine) fn evaluate(world: &mut World, model: &Model) -> bool {
    let before = world.observed.holding();
    let found = evaluate_due(world, model, &model.watches, |world, k| &mut world.observed.watched[k]);
    // A milestone that is off waits for nothing.
    let off = |(k, milestone): (usize, &crate::model::Milestone)| (!milestone.on_now).then_some(k);
    let rules = model.rules_under(world.tick, before, world.ledger.stopped).0;
    let off: Vec<usize> = rules.milestones.iter().enumerate().filter_map(off).collect();
    let mut met = evaluate_due(world, model, &model.milestones, |world, k| &mut world.observed.milestones[k].watched);
    for k in off {
        met[k] = None;
        world.observed.milestones[k].watched.since.fill(None);
    }
    for (watched, (holds, watch)) in world.observed.watched.iter_mut().zip(found.into_iter().zip(&model.watches)) {
        if let Some(holds) = holds {
            watched.holds = holds || watched.holds && !watch.again;
        }
    }
    for (milestone, met) in world.observed.milestones.iter_mut().zip(met) {
        milestone.watched.holds |= met == Some(true);
    }
    world.observed.holding() != before
}

/// Which of some conditions hold; `None` for those that are not due.
fn evaluate_due(
    world: &mut World,
    model: &Model,
    watches: &[Watch],
    at: impl Fn(&mut World, usize) -> &mut ConditionState,
) -> Vec<Option<bool>> {
    let mut one = |(k, watch): (usize, &Watch)| {
        if world.tick == 0 || !due(world.tick - 1, watch.every) {
            return None;
        }
        let mut watched = std::mem::take(at(world, k));
        // A condition may ask whether an intervention holds, even its own.
        at(world, k).holds = watched.holds;
        let holds = holds_now(world, model, watch, &mut watched);
        *at(world, k) = watched;
        Some(holds)
    };
    watches.iter().enumerate().map(&mut one).collect()
}

/// Whether a condition holds, with metrics since its last evaluation.
fn holds_now(world: &mut World, model: &Model, watch: &Watch, watched: &mut ConditionState) -> bool {
    swap_account(world, watched);
    let look = Observation::new(world, model, last_rules(world, model));
    let found = metrics::read_places(&look, &watched.places);
    let account = look.account();
    swap_account(world, watched);
    let names = metric_names(&watch.condition);
    let value = |name: &str| names.iter().zip(&found).find(|(own, _)| **own == name).map_or(f64::NAN, |found| *found.1);
    let now = f64::from(world.tick) * f64::from(world.tick_days);
    (watched.account, watched.sums, watched.ticks) = (account, Sums::default(), 0);
    watch.condition.holds(&value, now, &mut watched.since)
}

/// The metrics that a condition names, in their order.
fn metric_names(condition: &Condition) -> Vec<&str> {
    condition.metrics().into_iter().map(|(name, _)| name).collect()
}

/// Swaps the account of the rows and the condition's own account; a second call swaps them back.
fn swap_account(world: &mut World, watched: &mut ConditionState) {
    std::mem::swap(&mut world.observed.account, &mut watched.account);
    std::mem::swap(&mut world.observed.since, &mut watched.sums);
    std::mem::swap(&mut world.observed.since_ticks, &mut watched.ticks);
}
