//! Membership: people come in, by themselves or by invitation, and go.
//!
//! Invariant: the members of a segment are counted with every step in or out, and so are the contacts of each person.

use crate::engine::context::TickContext;
use crate::mechanisms::Mechanism;
use crate::mechanisms::trial::Trial;
use crate::world::people::{Person, Stage};
use crate::world::requests::Requests;
use crate::world::stream::Stream;
use crate::world::{Community, Population, Tally};

/// A person becomes a member at the time `now`; traits are drawn at the person's own address.
pub(in crate::engine) fn join(person: &mut Person, mechanisms: &[Box<dyn Mechanism>], who: Stream, now: f32) {
    person.stage = Stage::Member as u8;
    person.born = now;
    person.touched = now;
    for mechanism in mechanisms {
        mechanism.join(person, who);
    }
}

/// A person leaves: nothing triggers them any more.
pub(in crate::engine) fn part(person: &mut Person) {
    person.stage = Stage::Left as u8;
    person.need = 0.0;
    person.drive = 0.0;
    person.leave = 0.0;
    person.habit = 0.0;
    person.urge = 1.0;
}

/// What a person becomes who adopts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::engine) enum First {
    /// A member at once.
    Member,
    /// In trial.
    Trial,
    /// Gone after a trial that took no time.
    Gone,
}

/// What a person becomes who adopts now.
pub(in crate::engine) fn first_stage(ground: &TickContext, id: u32) -> First {
    match &ground.rules.segments[ground.model.segment_of(id)].terms.trial {
        None => First::Member,
        Some(trial) if !trial.is_instant() => First::Trial,
        Some(trial) if is_convinced(trial, ground, id) => First::Member,
        Some(_) => First::Gone,
    }
}

/// Whether a person stays when a trial ends: a trait, so that it is the same in every design.
pub(in crate::engine) fn is_convinced(trial: &Trial, ground: &TickContext, id: u32) -> bool {
    ground.person(id).named("trial.converts").unit() < trial.converts
}

/// A person begins a trial at the end of the tick.
pub(in crate::engine) fn try_out(stage: &mut u8, born: &mut f32, ground: &TickContext) {
    *stage = Stage::Trial as u8;
    *born = ground.tick as f32 + 1.0;
}

/// A person becomes a member outside the crowds, from the end of the tick on.
pub(in crate::engine) fn adopt(population: &mut Population, tally: &mut Tally, ground: &TickContext, id: u32) {
    let segment = population.segment_of(id);
    let mut person = population.people.person(id as usize);
    join(&mut person, &ground.rules.segments[segment].mechanisms, ground.person(id), ground.tick as f32 + 1.0);
    population.people.write(id as usize, &person);
    population.members[segment] += 1;
    tally.adopted += 1;
    if population.contacts.is_network() {
        population.tie(id);
    }
}

/// Counts those who joined and those who left in a tick.
pub(in crate::engine) fn count(
    population: &mut Population,
    community: &mut Community,
    tally: &mut Tally,
    requests: &Requests,
) {
    let network = population.contacts.is_network();
    requests.tries.iter().for_each(|&id| population.begin_trial(id));
    requests.ends.iter().for_each(|&id| population.end_trial(id));
    for &id in &requests.joined {
        let segment = population.segment_of(id);
        population.members[segment] += 1;
        if network {
            population.tie(id);
        }
    }
    for &id in &requests.parted {
        let segment = population.segment_of(id);
        population.members[segment] -= 1;
        if network {
            population.untie(id);
        }
        if let Some(file) = community.dossiers.list.get_mut(population.people.dossier[id as usize] as usize) {
            file.clock.engaged = false;
        }
    }
    tally.adopted += requests.sums.adopted;
    tally.tried += requests.sums.tried;
    tally.left += requests.sums.left;
    tally.returned += requests.sums.returned;
}

/// An invitation reaches one contact (or anybody, if contacts are not stored), who may become a member.
pub(in crate::engine) fn invite(
    population: &mut Population,
    tally: &mut Tally,
    ground: &TickContext,
    id: u32,
    ordinal: u16,
) {
    let luck = ground.luck.named("referral").at(u64::from(ground.tick)).at(u64::from(id)).at(u64::from(ordinal));
    let mut dice = luck.luck();
    let known = population.contacts.of_person(id);
    let index = |n: usize, bits: u64| ((u128::from(bits) * n as u128) >> 64) as usize;
    let friend = match known.is_empty() {
        false => known[index(known.len(), dice.bits())],
        true if population.contacts.is_network() => return,
        true => index(population.people.len(), dice.bits()) as u32,
    };
    let terms = &ground.rules.segments[population.segment_of(friend)].terms;
    let conversion = terms.referral.map_or(0.0, |r| r.conversion);
    if population.people.stage[friend as usize] == Stage::Potential as u8 && dice.unit() < conversion {
        match first_stage(ground, friend) {
            First::Member => adopt(population, tally, ground, friend),
            First::Trial => {
                tally.tried += 1;
                try_out(
                    &mut population.people.stage[friend as usize],
                    &mut population.people.born[friend as usize],
                    ground,
                );
                population.begin_trial(friend);
            }
            First::Gone => {
                tally.tried += 1;
                population.people.stage[friend as usize] = Stage::Left as u8;
                return;
            }
        }
        tally.referred += 1;
    }
}
