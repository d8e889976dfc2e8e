//! People: one tick of every crowd.
//!
//! People who are not quiet are examined one by one. Invariant: everything read is as it stood when the tick began; everything written
//! is the crowd's own.

use rayon::prelude::*;

use super::context::TickContext;
use crate::mechanisms::{Doer, Idle, Mechanism, Rates, relax};
use crate::world::maths::exp;
use crate::world::people::{Crowd, Person, Stage};
use crate::world::requests::Requests;
use crate::world::{Outcome, Seen};
use choice::choose;
use drives::open_actions;
use membership::part;
use quiet::candidates;
use triggers::Spark;

pub(super) mod choice;
pub(super) mod drives;
pub(super) mod membership;
mod quiet;
pub(super) mod spells;
mod transitions;
mod triggers;

/// One tick of all crowds, in parallel. `outcomes` are those of everybody, in the order of people.
pub(super) fn act(crowds: Vec<Crowd>, ground: &TickContext, seen: &Seen, outcomes: &[Outcome]) -> Requests {
    let act = |mut crowd: Crowd| {
        let ids = crowd.first..crowd.first + crowd.len() as u32;
        let from = outcomes.partition_point(|o| o.id < ids.start);
        let to = outcomes.partition_point(|o| o.id < ids.end);
        tick(&mut crowd, ground, seen, &outcomes[from..to])
    };
    // Joined in crowd order, not in the order in which threads finish, so that results do not depend on threads.
    let all: Vec<Requests> = if crowds.len() > 1 {
        crowds.into_par_iter().map(act).collect()
    } else {
        crowds.into_iter().map(act).collect()
    };
    let mut requests = Requests::default();
    for next in all {
        requests.join(next);
    }
    requests
}

/// One tick of a crowd. `outcomes` are those of its people, in their order.
fn tick(crowd: &mut Crowd, ground: &TickContext, seen: &Seen, outcomes: &[Outcome]) -> Requests {
    let segment = &ground.rules.segments[crowd.segment];
    let mut rates = Rates::default();
    for mechanism in &segment.mechanisms {
        mechanism.hazards(seen, &mut rates);
    }
    if let Some(heard) = seen.heard.get(crowd.segment) {
        // Like all adoption from outside, it is subject to the weather and depends on the product.
        rates.external += heard.adoption * exp(f64::from(seen.weather)) * seen.factors.reach;
        rates.paid += heard.paid;
        rates.others += heard.free;
    }
    if rates.each && !ground.model.contact_kind.is_network() {
        rates.social *= ground.model.mean_degree;
    }
    let mut requests = Requests::default();
    let close = candidates(crowd, ground, seen, &rates);
    let scene = Scene { ground, seen, rates: &rates, mechanisms: &segment.mechanisms };
    let mut doers = scene.doers(crowd, &close, outcomes, &mut requests);
    if doers.is_empty() {
        return requests;
    }
    seen.dossiers.prefetch(doers.iter().map(|doer| doer.person.dossier));
    scene.value(&mut doers);
    for doer in &mut doers {
        choose(doer, ground, seen, &rates, &mut requests);
    }
    for mechanism in &segment.mechanisms {
        mechanism.learn(&mut doers, seen, ground.people, &mut requests);
    }
    for doer in &mut doers {
        if doer.parts && doer.person.is_member() {
            part(&mut doer.person);
            requests.sums.left += 1;
            requests.parted.push(doer.id);
        }
        crowd.write(doer.row, &doer.person);
    }
    requests
}

/// A member who stays in this tick.
struct Stays<'a> {
    row: usize,
    /// The rest of their draw, uniform on 0 to 1.
    rest: f64,
    /// The outcome that they are about to feel.
    outcome: Option<&'a Outcome>,
}

/// All that a crowd reads in this tick.
struct Scene<'a> {
    ground: &'a TickContext<'a>,
    seen: &'a Seen<'a>,
    rates: &'a Rates,
    mechanisms: &'a [Box<dyn Mechanism>],
}

impl Scene<'_> {
    /// Those who act or have an outcome to feel, in the order of rows. The others of `close` adopt, return, leave or do nothing.
    fn doers(&self, crowd: &mut Crowd, close: &[u32], outcomes: &[Outcome], requests: &mut Requests) -> Vec<Doer> {
        let mut stay: Vec<Stays> = Vec::with_capacity(close.len() + outcomes.len());
        for &row in close {
            self.transition(crowd, row as usize, &mut stay, requests);
        }
        let examined = stay.len();
        for outcome in outcomes {
            let row = (outcome.id - crowd.first) as usize;
            if crowd.stage[row] == Stage::Member as u8 {
                match stay[..examined].binary_search_by_key(&row, |s| s.row) {
                    Ok(at) => stay[at].outcome = Some(outcome),
                    Err(_) => stay.push(Stays { row, rest: 1.0, outcome: Some(outcome) }),
                }
            }
        }
        stay.sort_by_key(|s| s.row);
        let now = self.seen.tick as f32;
        let rows: Vec<u32> = stay.iter().map(|s| s.row as u32).collect();
        let taken = |person: Person| Idle { ticks: now - person.touched, person };
        let mut idle: Vec<Idle> = crowd.people(&rows).into_iter().map(taken).collect();
        relax(self.mechanisms, &mut idle, now);
        let mut doers = Vec::with_capacity(stay.len());
        for (stays, Idle { person, .. }) in stay.iter().zip(idle) {
            let id = crowd.first + stays.row as u32;
            let spark = self.trigger(crowd.segment, id, &person, stays.rest);
            if spark.is_none() && stays.outcome.is_none() && !self.ground.anew {
                continue;
            }
            let mut doer = Doer::new(stays.row, id, person);
            doer.outcome = stays.outcome.copied().unwrap_or_default();
            if let Some(Spark { deeds, engaged, stops, trigger }) = spark {
                (doer.deeds, doer.engaged, doer.stops, doer.trigger) = (deeds, engaged, stops, trigger);
            }
            doers.push(doer);
        }
        doers
    }

    /// The value of each action to each doer.
    fn value(&self, doers: &mut [Doer]) {
        let weather = exp(self.rates.weather);
        for doer in doers.iter_mut() {
            open_actions(doer, self.ground, self.seen, weather);
        }
        for mechanism in self.mechanisms {
            mechanism.utilities(doers, self.seen);
        }
    }
}
