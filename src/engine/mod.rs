//! The engine runs one replicate: the world is set up, ticks pass (`tick` holds their order), rows are observed, and, if asked for, the run
//! continues twice after the horizon: as it is, and in a twin in which all spending has stopped. Both meet the same luck, so the difference
//! is the effect of the spending.
//!
//! Invariant: the bytes of a trajectory depend on the model and the address alone, not on threads or on the size of crowds.

use std::sync::Arc;

use crate::model::Model;
use crate::world::World;
use crate::world::contacts::Contacts;
use crate::world::stream::Stream;

mod calendar;
mod closing;
mod context;
mod institutions;
mod observation;
mod organisations;
mod people;
mod publish;
mod settle;
mod setup;
mod tick;
mod trajectory;

use observation::observe;
pub use trajectory::{Coast, Contributor, RunOptions, Trace, Traces, Trajectory};

/// Default number of people in a crowd. The data of those who act in one tick then fit into the second-level cache.
pub const CROWD: usize = 2_048;

/// Runs one replicate. Cannot fail: the model was checked.
pub fn run(model: &Model, luck: Stream, contacts: Arc<Contacts>, options: RunOptions) -> Trajectory {
    let mut world = setup::set_up(model, luck, contacts);
    let mut trajectory = Trajectory {
        rows: Vec::with_capacity(model.rows.len()),
        coast: None,
        tiers: Vec::new(),
        paths: Vec::new(),
        cohorts: Vec::new(),
        traces: Vec::new(),
        agent_ticks: u64::from(model.ticks) * world.population.people.len() as u64,
        bytes_per_agent: 0.0,
    };
    // Records who is active at the start, so that the first month has something to compare with.
    observation::open_month(&mut world, model);
    world.observed.account.ended = world.observed.account.opened.0.clone();
    calendar::conditions::set_up(&mut world.observed, model);
    let mut next = 0;
    for _ in 0..model.ticks {
        tick::advance(&mut world, model, luck, options.crowd);
        match options.traces {
            Traces::None => {}
            Traces::Kept => observation::trace(&world, model, &mut |some| trajectory.traces.extend_from_slice(some)),
            Traces::Given(give) => observation::trace(&world, model, &mut |some| give(some)),
        }
        if model.rows.get(next).is_some_and(|row| row.after == world.tick) {
            trajectory.rows.push(observe(&mut world, model));
            next += 1;
        }
    }
    trajectory.bytes_per_agent = world.bytes_per_person();
    trajectory.tiers = world.community.ladders.clone();
    trajectory.paths = world.organisations.paths.clone();
    trajectory.cohorts = observation::cohorts(&world);
    if options.coast {
        trajectory.agent_ticks += 2 * u64::from(model.coast_ticks) * world.population.people.len() as u64;
        trajectory.coast = Some(coast(world, model, options, |world| tick::advance(world, model, luck, options.crowd)));
    }
    trajectory
}

/// Activity after all spending has stopped, and in the twin in which it goes on; `advance` runs one tick.
fn coast(mut going: World, model: &Model, options: RunOptions, advance: impl Fn(&mut World) + Sync) -> Coast {
    let mut twin = going.clone();
    twin.ledger.stopped = true;
    let (going, stopped) = rayon::join(
        || activity(&mut going, model, options, &advance),
        || activity(&mut twin, model, options, &advance),
    );
    // Single rows vary much if few people are active, so the last quarter of the time is compared.
    let lately = |rows: &[f64]| rows[model.late_marks()..].iter().sum::<f64>();
    Coast { left: Coast::share(lately(&stopped), lately(&going)), stopped, going }
}

/// The headline at each mark of the coast.
fn activity(world: &mut World, model: &Model, options: RunOptions, advance: impl Fn(&mut World)) -> Vec<f64> {
    let (mut rows, mut now) = (Vec::new(), 0);
    for mark in model.coast_marks() {
        (now..mark).for_each(|_| advance(world));
        now = mark;
        rows.push(options.headline(&observe(world, model)));
    }
    rows
}
