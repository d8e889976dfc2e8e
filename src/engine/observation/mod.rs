//! Observation: rows, traces and records that are read off the world.
//!
//! Invariants: a row changes nothing but the counts of the next row; at every row, money and points are conserved.

use super::trajectory::{Contributor, Trace};
use crate::mechanisms::{Idle, relax};
use crate::metrics::{self, Observation};
use crate::model::{Model, Rules};
use crate::world::calendar::MONTH;
use crate::world::{Window, World};

pub(super) mod audit;

/// The rules of the tick that is over; rules that begin with the next tick are not visible yet.
pub(super) fn last_rules<'a>(world: &World, model: &'a Model) -> &'a Rules {
    let tick = world.tick.saturating_sub(1);
    model.rules_under(tick, world.observed.holding(), world.ledger.stopped).0
}

/// A row: every metric reads the world.
pub(super) fn observe(world: &mut World, model: &Model) -> Vec<f64> {
    assert!(world.ledger.balances(world.community.dossiers.points_held()), "money or points were made or lost");
    let row = metrics::read_all(&Observation::new(world, model, last_rules(world, model), Window::Row));
    world.observed.recent.close_row();
    world.observed.account.row = None;
    row
}

/// Opens a calendar month: records who is active.
pub(super) fn open_month(world: &mut World, model: &Model) {
    let activity = Observation::new(world, model, last_rules(world, model), Window::Month).activity();
    world.observed.account.opened = (activity, world.tick as f32);
}

/// Closes a calendar month: counts who came and who went since it was opened.
pub(super) fn close_month(world: &mut World, model: &Model) {
    world.observed.account = Observation::new(world, model, last_rules(world, model), Window::Month).close_month();
}

/// Traces that are given together.
const TOGETHER: usize = 4096;

/// Gives the traces of the people for whom the model asks, some at a time.
pub(super) fn trace(world: &World, model: &Model, give: &mut dyn FnMut(&[Trace])) {
    let mut traces = Vec::new();
    let rules = last_rules(world, model);
    let people = world.population.people.len() as u64;
    let traced = u64::from(model.traces).min(people);
    for k in 0..traced {
        let id = (k * people / traced) as u32;
        let segment = model.segment_of(id);
        let person = world.population.people.person(id as usize);
        let now = world.tick as f32;
        let mut idle = [Idle { person, ticks: now - person.touched }];
        relax(&rules.segments[segment].mechanisms, &mut idle, now);
        traces.push(Trace { id, tick: world.tick, person: idle[0].person });
        if traces.len() == TOGETHER {
            give(&traces);
            traces.clear();
        }
    }
    give(&traces);
}

/// The records of all contributors.
pub(super) fn cohorts(world: &World) -> Vec<Contributor> {
    let month = ((f64::from(world.tick) - 0.5) * f64::from(world.tick_days) / MONTH) as i32;
    let record = |d: &u32| {
        let file = &world.community.dossiers.list[*d as usize];
        Contributor {
            first: file.first_merged,
            presence: file.presence,
            merged: file.merged,
            year: file.trailing_year(month),
            tenth: (file.merged >= 10).then_some(file.tenth),
        }
    };
    world
        .community
        .contributors
        .iter()
        .filter(|d| world.community.dossiers.list[**d as usize].has_contributed())
        .map(record)
        .collect()
}
