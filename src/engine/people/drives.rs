//! Drives: which actions are open to a person, how often contributors act, and what their contributions are.
//!
//! A contributor follows a clock of their own. What they can gain or keep speeds it up before anything is drawn from it. Invariants: an
//! action that is closed weighs nothing, whatever is to be gained from it; a contribution that is not open to a person neither speeds their
//! clock nor is done by it.

use crate::engine::context::TickContext;
use crate::mechanisms::{Doer, Form, Idle, Rates, relax};
use crate::model::Action;
use crate::world::dossier::Part;
use crate::world::requests::ACTIONS;
use crate::world::{Community, Population, Seen};

/// Sets the weights of the actions that are open to a person. Which are open depends on the segment; some are open only to those who would
/// game the rules, or only to those who do not contribute yet.
pub(in crate::engine) fn open_actions(doer: &mut Doer, ground: &TickContext, seen: &Seen, weather: f64) {
    let segment = ground.model.segment_of(doer.id);
    let rules = &ground.rules.segments[segment];
    doer.plain = rules.plain;
    let who = ground.person(doer.id);
    let file = seen.dossiers.list.get(doer.person.dossier as usize);
    // Prizes are not for staff.
    if file.is_none_or(|f| f.clock.part != Part::Staff) {
        doer.gain = seen.menu.pull;
    }
    doer.responds = rules.terms.effort.is_some_and(|e| e.responds(who));
    for (a, action) in ground.rules.actions.iter().enumerate() {
        if action.mimics.is_some() && !(seen.menu.pointed[a] && rules.terms.farming.is_some_and(|f| f.games(who))) {
            doer.plain[a] = 0.0;
        } else if action.contribution && doer.person.drive != 0.0 {
            // Those who contribute, or have stopped, follow their own clock.
            doer.plain[a] = 0.0;
        } else {
            if action.contribution {
                doer.plain[a] *= weather;
            }
            doer.plain[a] *= first_time(action, file.map_or(0, |f| f.counts[a]));
        }
    }
}

/// Factor on the weight of an action that a person has done `done` times: the first time costs more.
pub(in crate::engine) fn first_time(action: &Action, done: u32) -> f64 {
    if done == 0 && action.barrier > 0.0 { action.first_time } else { 1.0 }
}

/// The drive of each engaged contributor who responds to boundaries.
pub(in crate::engine) fn drives(
    population: &Population,
    community: &Community,
    ground: &TickContext,
    seen: &Seen,
) -> Vec<(u32, f32)> {
    let mut list = Vec::new();
    // Without offers nothing speeds up a clock. If offers were withdrawn in this tick, clocks are reset.
    if seen.menu.offers.is_empty() && !ground.anew {
        return list;
    }
    for &dossier in &community.contributors {
        let file = &community.dossiers.list[dossier as usize];
        if !file.clock.engaged {
            continue;
        }
        let rules = &ground.rules.segments[population.segment_of(file.id)];
        if !rules.terms.effort.is_some_and(|e| e.responds(ground.person(file.id))) {
            continue;
        }
        let person = population.people.person(file.id as usize);
        let now = ground.tick as f32;
        let mut idle = [Idle { person, ticks: now - person.touched }];
        relax(&rules.mechanisms, &mut idle, now);
        let mut rates = Rates::default();
        for mechanism in &rules.mechanisms {
            mechanism.hazards(seen, &mut rates);
        }
        let mut doer = [Doer::new(file.id as usize, file.id, idle[0].person)];
        open_actions(&mut doer[0], ground, seen, 1.0);
        for mechanism in &rules.mechanisms {
            mechanism.utilities(&mut doer, seen);
        }
        let pace = Pace::new(&doer[0], ground, seen, rates.form);
        list.push((file.id, (f64::from(file.clock.rate) * pace.times) as f32));
    }
    list
}

/// The pace of a contributor's clock.
pub(in crate::engine) struct Pace {
    /// Weight of each contribution that is open to them.
    pub weights: [f64; ACTIONS],
    /// Their sum.
    pub total: f64,
    /// Factor on the bare rate of the clock.
    pub times: f64,
}

impl Pace {
    /// The pace of a person whose gains are known.
    pub(in crate::engine) fn new(doer: &Doer, ground: &TickContext, seen: &Seen, form: Form) -> Self {
        let plain = &ground.rules.segments[ground.model.segment_of(doer.id)].plain;
        let file = seen.dossiers.list.get(doer.person.dossier as usize);
        let mut pace = Pace { weights: [0.0; ACTIONS], total: 0.0, times: 1.0 };
        let mut bare = 0.0;
        for (a, action) in ground.rules.actions.iter().enumerate().filter(|(_, a)| a.contribution) {
            let weight = plain[a] * first_time(action, file.map_or(0, |f| f.counts[a]));
            pace.weights[a] = weight * form.times(f64::from(doer.gain[a]));
            pace.total += pace.weights[a];
            bare += weight;
        }
        if bare > 0.0 {
            pace.times = pace.total / bare;
        }
        pace
    }
}
