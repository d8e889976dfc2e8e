//! Open: which actions somebody may do now, and what the first time of each weighs.
//!
//! Invariant: an action that is closed weighs nothing, whatever is to be gained from it.

use super::context::Ground;
use crate::mechanisms::Doer;
use crate::model::Action;
use crate::world::Seen;
use crate::world::dossier::Part;

/// What is open to somebody: by segment, to those who would game the rules, to those who do not contribute yet.
pub(super) fn open(doer: &mut Doer, ground: &Ground, seen: &Seen, weather: f64) {
    let segment = ground.model.segment_of(doer.id);
    let rules = &ground.rules.segments[segment];
    doer.plain = rules.plain;
    let who = ground.person(doer.id);
    let file = seen.dossiers.list.get(doer.person.dossier as usize);
    // Prizes are not for those who are paid anyway.
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

/// Times its weight to somebody who has done an action so many times: the first time costs more.
pub(super) fn first_time(action: &Action, done: u32) -> f64 {
    if done == 0 && action.barrier > 0.0 { action.first_time } else { 1.0 }
}
