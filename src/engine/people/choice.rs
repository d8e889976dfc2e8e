//! Choice: the weight of each action that is open to a person, and which of these actions each deed is.
//!
//! Invariant: weights are products, so a closed action stays closed, however much could be gained by it.

use super::drives::Pace;
use super::spells::first_spell;
use crate::engine::context::TickContext;
use crate::mechanisms::{Doer, Rates};
use crate::world::Seen;
use crate::world::maths::{exp, ln};
use crate::world::people::NEVER;
use crate::world::requests::{ACTIONS, Effect, Requests, Trigger};
use crate::world::stream::Luck;

/// Chooses an action for each deed, and writes what follows for the person.
#[inline(never)]
pub(in crate::engine) fn choose(
    doer: &mut Doer,
    ground: &TickContext,
    seen: &Seen,
    rates: &Rates,
    requests: &mut Requests,
) {
    let actions = &ground.rules.actions;
    let (weights, total, urge) = weights(doer, rates, actions.len());
    doer.person.urge = urge as f32;
    let pace = (doer.person.drive > 0.0 || doer.engaged > 0).then(|| Pace::new(doer, ground, seen, rates.form));
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

/// Weight of each action, their sum, and the intensity: the factor on the bare rate of acting.
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
pub(in crate::engine) fn pick(weights: &[f64], total: f64, luck: &mut Luck) -> usize {
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
