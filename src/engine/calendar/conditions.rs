//! Conditions: each is evaluated on its dates, and the interventions and milestones that wait for it begin.
//!
//! Here, what happens is counted over the last 30.4 days, and comings and goings over the last calendar month that has ended.
//! Invariant: neither an evaluation nor a row changes what a condition reads.

use crate::engine::context::due;
use crate::engine::observation::last_rules;
use crate::metrics::{self, Observation};
use crate::model::{Model, Watch};
use crate::scenario::condition::Condition;
use crate::world::{ConditionState, MilestoneState, Observed, Window, World};

/// At the start no condition holds.
pub(in crate::engine) fn set_up(observed: &mut Observed, model: &Model) {
    let blank = |watch: &Watch| ConditionState {
        holds: false,
        places: metrics::places(model, &metric_names(&watch.condition)),
        since: vec![None; watch.condition.spans],
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

/// Whether a condition holds.
fn holds_now(world: &World, model: &Model, watch: &Watch, watched: &mut ConditionState) -> bool {
    let look = Observation::new(world, model, last_rules(world, model), Window::Month);
    let found = metrics::read_places(&look, &watched.places);
    let names = metric_names(&watch.condition);
    let value = |name: &str| names.iter().zip(&found).find(|(own, _)| **own == name).map_or(f64::NAN, |found| *found.1);
    let now = f64::from(world.tick) * f64::from(world.tick_days);
    watch.condition.holds(&value, now, &mut watched.since)
}

/// The metrics that a condition names, in their order.
fn metric_names(condition: &Condition) -> Vec<&str> {
    condition.metrics().into_iter().map(|(name, _)| name).collect()
}
