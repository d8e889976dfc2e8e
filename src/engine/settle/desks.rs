//! Desks: how many minutes of review each desk has, how long work waits there, and where its code goes when it is merged.
//!
//! Invariant: every minute that a holder of a tier or of a seat gives is given at one desk.

use crate::engine::context::TickContext;
use crate::mechanisms::review::Review;
use crate::world::calendar::MONTH;
use crate::world::groups::Desk;
use crate::world::org::Organisations;
use crate::world::{Community, Pending, Population, Work};

/// Minutes of review at each desk in this tick.
pub(in crate::engine) fn capacities(
    community: &Community,
    work: &Work,
    organisations: &Organisations,
    ground: &TickContext,
    term: Option<&Review>,
) -> Vec<i64> {
    let days = ground.days();
    let own = |hours: f64| (hours * 60.0 * days / 7.0) as i64;
    let mut given = vec![0.0; work.desks.len()];
    given_minutes(community, ground, &mut given);
    for (k, (sig, state)) in ground.rules.sigs.iter().zip(&work.sigs).enumerate().filter(|(_, (sig, _))| sig.on_now) {
        let sat = sig.seats.iter().zip(&state.seats).flat_map(|(rule, seats)| {
            seats.held.iter().map(|seat| rule.rule.hours * rule.rule.attendance(organisations.list[seat.org].diligence))
        });
        given[k + 1] += sat.sum::<f64>() * 60.0 * days / MONTH;
    }
    let everybody = match term {
        Some(review) => own(review.hours) + given[0] as i64,
        None => i64::MAX / 4,
    };
    let sigs = ground.rules.sigs.iter().zip(&given[1..]);
    let sigs = sigs.map(|(sig, given)| if sig.on_now { own(sig.rule.hours) + *given as i64 } else { 0 });
    std::iter::once(everybody).chain(sigs).collect()
}

/// Adds the review that holders of tiers give, minutes per tick, at the desks where they work.
fn given_minutes(community: &Community, ground: &TickContext, given: &mut [f64]) {
    let mut here = vec![0.0; given.len()];
    let ladders = ground.rules.ladders.iter().zip(&community.ladders).enumerate();
    for (index, (ladder, states)) in ladders.filter(|(_, (ladder, _))| ladder.on_now) {
        for (tier, state) in ladder.tiers.iter().zip(states).filter(|(t, _)| t.on_now && t.gives_minutes > 0.0) {
            if here.len() == 1 && !tier.engaged_only && !tier.suspends() {
                given[0] += tier.gives_minutes * state.holders.len() as f64;
                continue;
            }
            here.fill(0.0);
            let serves = |d: &&u32| community.dossiers.standing(**d, index).serves() > 0;
            let files = state.holders.iter().filter(serves).map(|dossier| &community.dossiers.list[*dossier as usize]);
            for file in files.filter(|file| file.clock.engaged || !tier.engaged_only) {
                for_each_desk(ground, file.id, |desk, share| here[desk] += share);
            }
            for (given, holders) in given.iter_mut().zip(&here) {
                *given += tier.gives_minutes * holders;
            }
        }
    }
}

/// Calls `each` with every desk that reviews a person's work, and with the share of the work that it reviews.
fn for_each_desk(ground: &TickContext, id: u32, mut each: impl FnMut(usize, f64)) {
    let (who, segment) = (ground.person(id), ground.model.segment_of(id));
    let reviewed = |a: &usize| ground.rules.actions[*a].reviewed && ground.rules.actions[*a].who[segment];
    let desks: Vec<usize> =
        (0..ground.rules.actions.len()).filter(reviewed).map(|a| ground.rules.desk(a, who)).collect();
    match desks.split_first() {
        // All the work is at one desk: it is not split, so that rounding loses nothing.
        None => each(0, 1.0),
        Some((&first, rest)) if rest.iter().all(|d| *d == first) => each(first, 1.0),
        Some(_) => desks.iter().for_each(|&desk| each(desk, 1.0 / desks.len() as f64)),
    }
}

/// The mean of a number over the desks of a person.
fn mean_over_desks(ground: &TickContext, desks: &[Desk], id: u32, number: fn(&Desk) -> f32) -> f64 {
    match desks {
        [] => 0.0,
        [one] => f64::from(number(one)),
        _ => {
            let mut sum = 0.0;
            for_each_desk(ground, id, |desk, share| sum += share * f64::from(number(&desks[desk])));
            sum
        }
    }
}

/// Weeks that a person's work waits for a first response.
pub(in crate::engine) fn wait(ground: &TickContext, desks: &[Desk], id: u32) -> f64 {
    mean_over_desks(ground, desks, id, |desk| desk.wait)
}

/// How far the reviewers of a person's work are overloaded.
pub(in crate::engine) fn overload(ground: &TickContext, desks: &[Desk], id: u32) -> f64 {
    mean_over_desks(ground, desks, id, |desk| desk.overload)
}

/// The desk that bears the review time that a person costs apart from their work.
pub(in crate::engine) fn first_desk(ground: &TickContext, id: u32) -> usize {
    let mut first = None;
    if !ground.rules.sigs.is_empty() {
        for_each_desk(ground, id, |desk, _| first = first.or(Some(desk)));
    }
    first.unwrap_or(0)
}

/// Deeds of a person, each weighted with the person's merit.
pub(in crate::engine) fn worth(population: &Population, id: u32, deeds: u16) -> f64 {
    let merit = population.people.merit.get(id as usize).map_or(0.0, |m| (f64::from(*m) * 1e6).round());
    f64::from(deeds) * (1.0 + merit * 1e-6)
}

/// Returns whether the code of some work will count only when it is merged on a branch, and holds it back if so.
pub(in crate::engine) fn hold_back(
    population: &Population,
    work: &mut Work,
    ground: &TickContext,
    id: u32,
    action: usize,
    deeds: u16,
) -> bool {
    let makes = ground.rules.actions[action].makes[1];
    let held_back = makes > 0.0 && ground.rules.branch(action, ground.person(id)).is_some();
    if held_back {
        work.held_back += makes * worth(population, id, deeds);
    }
    held_back
}

/// Code that was held back comes onto the branch of its SIG, or into the product if the SIG has no branch any more.
pub(in crate::engine) fn merge(
    population: &Population,
    work: &mut Work,
    ground: &TickContext,
    done: &Pending,
    deeds: u16,
) {
    let action = done.action as usize;
    let code = ground.rules.actions[action].makes[1] * worth(population, done.id, deeds);
    match ground.rules.branch(action, ground.person(done.id)) {
        Some(sig) => work.sigs[sig].fresh += code,
        None => work.held_back -= code,
    }
}
