//! One replicate, and the order of a tick, written once:
//!
//! 0. *calendar*: the rules in force; money comes into the pools
//! 1. *publish*: the rules put their offers on the menu, with last tick's cut-offs
//! 2. *look*: what everybody knows is fixed; nobody reads anything newer until the next tick
//! 3. *organisations* decide (none yet)
//! 4. *people*, crowds in parallel: rates → one draw → who is triggered, from which source, how many deeds → value of each
//!    action → which → learn, with last tick's outcomes → requests
//! 5. *settle*: requests are joined in crowd order; reviewers' hours and pools of money are met; outcomes wait for the next tick
//! 6. *institutions*: those who leave a ladder go, then places are filled from the top down; benefits are paid
//! 7. *world*: the weather of arrivals, departures of core and staff, fame
//! 8. *observe*: where a row is due, every metric reads the world; conservation is asserted
//!
//! Invariant: the bytes of a trajectory depend on the model and the address alone, not on threads or on the size of crowds.

use std::sync::Arc;

use rayon::prelude::*;

use crate::metrics::{self, Look};
use crate::model::{Model, Rules};
use crate::world::contacts::Contacts;
use crate::world::maths::{exp, normal};
use crate::world::requests::{Requests, Sums};
use crate::world::stream::Stream;
use crate::world::{Seen, World};

mod audit;
mod born;
mod institutions;
mod people;
mod publish;
mod settle;
mod turn;

use people::Ground;
use settle::Settlement;

/// People in a crowd, unless said otherwise: a crowd's hot columns fit the second-level cache.
pub const CROWD: usize = 16_384;

/// One person's story in a replicate: a line a tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// Who.
    pub id: u32,
    /// The tick.
    pub tick: u32,
    /// The properties, decayed to the end of the tick.
    pub person: crate::world::people::Person,
}

/// What one replicate of one treatment gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Trajectory {
    /// `rows[row][metric]`.
    pub rows: Vec<Vec<f64>>,
    /// Activity a while after spending stopped over activity in the twin that went on; `None` without a coast.
    pub coast: Option<f64>,
    /// State of each tier of each ladder at the horizon, holders as numbers.
    pub tiers: Vec<Vec<crate::world::TierState>>,
    /// Per contributor: first contribution (ticks), presence by month since, deeds, whether staff.
    pub cohorts: Vec<Contributor>,
    /// Traces, where they were asked for.
    pub traces: Vec<Trace>,
    /// Ticks times people.
    pub agent_ticks: u64,
}

/// A contributor's record, for retention by cohort.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contributor {
    /// First contribution that counted, ticks; below zero before the run.
    pub first: f32,
    /// Bit m: active in the m-th month since.
    pub presence: u128,
    /// Contributions in the run.
    pub merged: u32,
}

/// How a replicate is run, apart from the model.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// People in a crowd.
    pub crowd: usize,
    /// Whether the run goes on twice after the horizon.
    pub coast: bool,
    /// Metric whose activity the coast compares.
    pub headline: usize,
    /// Whether traces are kept.
    pub traces: bool,
}

/// Runs one replicate. Cannot fail: the model was checked.
pub fn run(model: &Model, luck: Stream, contacts: Arc<Contacts>, manner: Manner) -> Trajectory {
    let mut world = born::world(model, luck, contacts);
    let mut trajectory = Trajectory {
        rows: Vec::with_capacity(model.rows.len()),
        coast: None,
        tiers: Vec::new(),
        cohorts: Vec::new(),
        traces: Vec::new(),
        agent_ticks: u64::from(model.ticks) * world.people.len() as u64,
    };
    for state in world.ladders.iter_mut().flatten() {
        state.at_start = state.holders.len() as u32;
    }
    // Who is active as the run begins, for the first row to compare with.
    observe(&mut world, model);
    let mut next = 0;
    for _ in 0..model.ticks {
        advance(&mut world, model, luck, manner.crowd);
        if manner.traces {
            trace(&world, model, &mut trajectory.traces);
        }
        if model.rows.get(next).is_some_and(|row| row.after == world.tick) {
            trajectory.rows.push(observe(&mut world, model));
            next += 1;
        }
    }
    trajectory.tiers = world.ladders.clone();
    trajectory.cohorts = cohorts(&world);
    if manner.coast {
        trajectory.agent_ticks += 2 * u64::from(model.coast_ticks) * world.people.len() as u64;
        trajectory.coast = Some(coast(world, model, luck, manner));
    }
    trajectory
}

fn cohorts(world: &World) -> Vec<Contributor> {
    let of = |d: &u32| {
        let file = &world.dossiers.list[*d as usize];
        Contributor { first: file.first_merged, presence: file.presence, merged: file.merged }
    };
    world.contributors.iter().filter(|d| world.dossiers.list[**d as usize].has_contributed()).map(of).collect()
}

/// Activity after all spending has stopped, over activity in the twin that goes on.
fn coast(mut going: World, model: &Model, luck: Stream, manner: Manner) -> f64 {
    let mut stopped = going.clone();
    stopped.ledger.stopped = true;
    let (at_once, in_twin) =
        rayon::join(|| activity(&mut going, model, luck, manner), || activity(&mut stopped, model, luck, manner));
    if at_once > 0.0 { in_twin / at_once } else { 1.0 }
}

/// Mean of the headline over the last quarter of the coast.
fn activity(world: &mut World, model: &Model, luck: Stream, manner: Manner) -> f64 {
    let (mut sum, mut n) = (0.0, 0.0);
    for k in 0..model.coast_ticks {
        advance(world, model, luck, manner.crowd);
        let left = model.coast_ticks - k - 1;
        if left * 4 < model.coast_ticks && left.is_multiple_of(4) {
            sum += observe(world, model)[manner.headline];
            n += 1.0;
        }
    }
    sum / f64::max(n, 1.0)
}

/// The rules in force, with spending taken out where it has stopped.
fn in_force<'a>(world: &World, model: &'a Model) -> (&'a Rules, bool) {
    let (rules, anew) = if world.ledger.stopped { model.unfunded(world.tick) } else { model.rules(world.tick) };
    (rules, anew || world.ledger.stopped && world.tick == model.ticks)
}

/// One tick.
fn advance(world: &mut World, model: &Model, luck: Stream, crowd: usize) {
    // 0. calendar
    let (rules, anew) = in_force(world, model);
    let ground = Ground::of(model, rules, luck, world.tick, anew);
    if anew && world.tick > 0 {
        turn::turn(world, &ground, held(world, model));
    }
    fund(world, rules);
    // 1. publish
    let menu = publish::menu(world, rules);
    // 2. look
    let shares: Vec<f32> =
        world.members.iter().zip(&world.segments).map(|(m, r)| *m as f32 / (r.end - r.start) as f32).collect();
    let all = world.all_members();
    let outcomes = std::mem::take(&mut world.outcomes);
    let contacts = Arc::clone(&world.contacts);
    let drives = {
        let seen = seen(world, &shares, all, &menu, &contacts);
        settle::drives(world, &ground, &seen)
    };
    for (id, drive) in drives {
        world.people.drive[id as usize] = drive;
    }
    // 4. people
    let requests = {
        let (tick, days, wait, fame, shown) = (world.tick, world.tick_days, world.wait, world.fame, world.shown);
        let weather = world.weather as f32;
        let World { people, segments, dossiers, last, .. } = &mut *world;
        let seen = Seen {
            tick,
            days,
            share: all as f32 / people.len().max(1) as f32,
            shares: &shares,
            deeds_per_member: last.deeds as f32 / all.max(1) as f32,
            wait,
            fame,
            shown,
            weather,
            menu: &menu,
            dossiers,
            contacts: &contacts,
        };
        let crowds = people.crowds(segments, crowd);
        let one = |mut crowd: crate::world::people::Crowd| {
            let ids = crowd.first..crowd.first + crowd.len() as u32;
            let from = outcomes.partition_point(|o| o.id < ids.start);
            let to = outcomes.partition_point(|o| o.id < ids.end);
            people::tick(&mut crowd, &ground, &seen, &outcomes[from..to])
        };
        // Joined in crowd order, not in the order in which threads finish: results must not know about threads.
        let asked: Vec<Requests> = if crowds.len() > 1 {
            crowds.into_par_iter().map(one).collect()
        } else {
            crowds.into_iter().map(one).collect()
        };
        let mut requests = Requests::default();
        for next in asked {
            requests.join(next);
        }
        requests
    };
    // 5. settle
    let mut settlement = Settlement::new(&ground);
    settlement.settle(world, requests);
    // 6. institutions
    institutions::meet(world, &ground, &mut settlement);
    settlement.cash(world);
    settlement.pay(world);
    settlement.close(world);
    // 7. world
    settle::departures(world, &ground);
    weather(world, &ground);
    fame(world, &ground);
    let last = world.last.clone();
    world.since.add(&last);
    world.since_ticks += 1;
    world.tick += 1;
    if cfg!(debug_assertions) {
        audit::audit(world);
    }
}

fn seen<'w>(
    world: &'w World,
    shares: &'w [f32],
    all: u64,
    menu: &'w crate::world::menu::Menu,
    contacts: &'w Contacts,
) -> Seen<'w> {
    Seen {
        tick: world.tick,
        days: world.tick_days,
        share: all as f32 / world.people.len().max(1) as f32,
        shares,
        deeds_per_member: world.last.deeds as f32 / all.max(1) as f32,
        wait: world.wait,
        fame: world.fame,
        shown: world.shown,
        weather: world.weather as f32,
        menu,
        dossiers: &world.dossiers,
        contacts,
    }
}

/// Money comes into the pools at the beginning of each period.
fn fund(world: &mut World, rules: &Rules) {
    let (total, ticks) = rules.budget;
    if total == 0 || world.ledger.stopped {
        return;
    }
    for (pool, &share) in world.ledger.pools.iter_mut().zip(&rules.shares) {
        pool.share = share;
    }
    let t = f64::from(world.tick);
    if world.tick == 0 || (t / ticks).floor() > ((t - 1.0) / ticks).floor() {
        world.ledger.fund(total);
    }
}

/// The fame that everybody sees: the mean of the members who have any, faded to the end of the tick.
fn fame(world: &mut World, ground: &Ground) {
    if world.people.fame.is_empty() {
        return;
    }
    let now = world.tick as f32 + 1.0;
    let (mut sum, mut known) = (0.0_f64, 0_u32);
    for file in &world.dossiers.list {
        let row = file.id as usize;
        let fame = world.people.fame[row];
        if fame > 0.0
            && world.people.is_member(row)
            && let Some(status) = &ground.rules.segments[world.segment_of(file.id)].terms.status
        {
            sum += f64::from(fame * status.left(now - world.people.touched[row]));
            known += 1;
        }
    }
    world.fame = (sum / f64::from(known.max(1))) as f32;
}

/// The common luck of arrivals moves on.
fn weather(world: &mut World, ground: &Ground) {
    let Some(weather) = ground.rules.segments.iter().find_map(|s| s.terms.weather) else { return };
    let keeps = exp(-f64::from(world.tick_days) / weather.memory);
    let z = normal(&mut ground.luck.named("weather").at(u64::from(world.tick)).luck());
    world.weather = world.weather * keeps + weather.sd * libm::sqrt(1.0 - keeps * keeps) * z;
}

/// The rules that held in the tick that is over: what begins to hold with the next one is not seen before it.
fn held<'a>(world: &World, model: &'a Model) -> &'a Rules {
    let tick = world.tick.saturating_sub(1);
    if world.ledger.stopped { model.unfunded(tick).0 } else { model.rules(tick).0 }
}

/// A row: every metric reads the world.
fn observe(world: &mut World, model: &Model) -> Vec<f64> {
    let rules = held(world, model);
    assert!(world.ledger.balances(world.dossiers.points_held()), "money or points were made or lost");
    let look = Look::at(world, model, rules);
    let row = metrics::read(&look);
    let account = look.account();
    world.account = account;
    world.since = Sums::default();
    world.since_ticks = 0;
    row
}

fn trace(world: &World, model: &Model, traces: &mut Vec<Trace>) {
    let rules = held(world, model);
    let people = world.people.len() as u64;
    let kept = u64::from(model.traces).min(people);
    for k in 0..kept {
        let id = (k * people / kept) as u32;
        let segment = model.segment_of(id);
        let mut person = world.people.person(id as usize);
        let now = world.tick as f32;
        let idle = now - person.touched;
        for mechanism in &rules.segments[segment].mechanisms {
            mechanism.relax(&mut person, now, idle);
        }
        traces.push(Trace { id, tick: world.tick, person });
    }
}
