//! Choose: which actions are open to somebody, what they weigh, and which of them each deed is.
//!
//! Invariant: weights are products, so that an action that is closed stays closed, whatever is to be gained from it.

use super::contributors::first_spell;
use super::drives::Pace;
use super::ground::Ground;
use crate::mechanisms::{Doer, Rates};
use crate::model::Action;
use crate::world::Seen;
use crate::world::dossier::Part;
use crate::world::maths::{exp, ln};
use crate::world::people::NEVER;
use crate::world::requests::{ACTIONS, Effect, Requests, Trigger};
use crate::world::stream::Luck;

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

/// Which of the actions each deed is, and what follows for the person.
#[inline(never)]
pub(super) fn choose(doer: &mut Doer, ground: &Ground, seen: &Seen, rates: &Rates, requests: &mut Requests) {
    let actions = &ground.rules.actions;
    let (weights, total, urge) = weights(doer, rates, actions.len());
    doer.person.urge = urge as f32;
    let pace = (doer.person.drive > 0.0 || doer.engaged > 0).then(|| Pace::of(doer, ground, seen, rates.form));
    if let Some(pace) = pace.as_ref().filter(|_| doer.person.drive > 0.0) {
        let clock = &seen.dossiers.list[doer.person.dossier as usize].clock;
        doer.person.drive = (f64::from(clock.rate) * pace.times) as f32;
    }
    if doer.deeds + doer.engaged == 0 {
        return;
    }
    let mut luck = ground.choices.at(u64::from(doer.id)).luck();
    if total > 0.0 {
        for _ in 0..doer.deeds {
            doer.did[pick(&weights[..actions.len()], total, &mut luck)] += 1;
        }
    }
    first_spell(doer, ground, seen);
    let general = doer.did;
    if let Some(pace) = pace.filter(|pace| pace.total > 0.0) {
        for _ in 0..doer.engaged {
            let which = pick(&pace.weights, pace.total, &mut luck);
            doer.did[which] = doer.did[which].saturating_add(1);
        }
    }
    let did = &doer.did[..actions.len()];
    let all = did.iter().map(|&n| u32::from(n)).sum();
    doer.done = all;
    if all == 0 {
        return;
    }
    // The time of the last of n deeds in the tick.
    let u = luck.unit();
    let within = if all == 1 { u } else { exp(ln(u.max(1e-300)) / f64::from(all)) } as f32;
    doer.person.last = seen.tick as f32 + within.min(0.999);
    if doer.person.first_deed <= NEVER {
        doer.person.first_deed = doer.person.last;
    }
    requests.sums.deeds += u64::from(all);
    let by_clock = all - general[..actions.len()].iter().map(|&n| u32::from(n)).sum::<u32>();
    requests.sums.by_trigger[doer.trigger as usize] += u64::from(all - by_clock);
    requests.sums.by_trigger[Trigger::Organic as usize] += u64::from(by_clock);
    for (a, &times) in did.iter().enumerate().filter(|(_, n)| **n > 0) {
        requests.sums.by_action[a] += u64::from(times);
        requests.sums.merit[a] += i64::from(times) * (f64::from(doer.person.merit) * 1e6).round() as i64;
        if ground.rules.counted[a] {
            let stops = (ground.rules.contributes(a) && doer.engaged > 0).then_some(doer.stops);
            let (id, trigger) = (doer.id, doer.trigger);
            requests.effects.push(Effect::Did { id, action: a as u8, deeds: times, stops, trigger });
        }
    }
}

/// Weight of each action, their sum, and the intensity: how many times the bare rate people act.
fn weights(doer: &Doer, rates: &Rates, actions: usize) -> ([f64; ACTIONS], f64, f64) {
    let mut weights = doer.plain;
    let (mut total, mut bare) = (0.0, 0.0);
    for (weight, &gain) in weights[..actions].iter_mut().zip(&doer.gain) {
        bare += *weight;
        if gain != 0.0 && *weight > 0.0 {
            *weight *= rates.form.times(f64::from(gain));
        }
        total += *weight;
    }
    (weights, total, if bare > 0.0 { total / bare } else { 1.0 })
}

/// An action, by weight.
pub(super) fn pick(weights: &[f64], total: f64, luck: &mut Luck) -> usize {
    let mut at = luck.unit() * total;
    let mut last = 0;
    for (a, &weight) in weights.iter().enumerate().filter(|(_, w)| **w > 0.0) {
        last = a;
        if at < weight {
            return a;
        }
        at -= weight;
    }
    last
}
