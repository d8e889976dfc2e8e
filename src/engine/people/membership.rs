//! Membership: people come in, by themselves or by invitation, and go.
//!
//! Invariant: the members of a segment are counted with every step in or out, and so are the contacts of each person.

use std::sync::Arc;

use crate::engine::context::Ground;
use crate::mechanisms::Mechanism;
use crate::world::World;
use crate::world::people::{Person, Stage};
use crate::world::requests::Requests;
use crate::world::stream::Stream;

/// Becomes a member: traits are drawn from the person's own address.
pub(in crate::engine) fn join(person: &mut Person, mechanisms: &[Box<dyn Mechanism>], who: Stream, now: f32) {
    person.stage = Stage::Member as u8;
    person.born = now;
    person.touched = now;
    for mechanism in mechanisms {
        mechanism.join(person, who);
    }
}

/// Leaves: gone, with nothing that triggers any more.
pub(in crate::engine) fn part(person: &mut Person) {
    person.stage = Stage::Left as u8;
    person.need = 0.0;
    person.drive = 0.0;
    person.leave = 0.0;
    person.habit = 0.0;
    person.urge = 1.0;
}

/// Counts those who joined and those who parted in a tick.
pub(in crate::engine) fn count(world: &mut World, requests: &Requests) {
    let network = world.population.contacts.is_network();
    for &id in &requests.joined {
        let segment = world.population.segment_of(id);
        world.population.members[segment] += 1;
        if network {
            world.population.tie(id);
        }
    }
    for &id in &requests.parted {
        let segment = world.population.segment_of(id);
        world.population.members[segment] -= 1;
        if network {
            world.population.untie(id);
        }
        if let Some(file) = world.community.dossiers.list.get_mut(world.population.people.dossier[id as usize] as usize)
        {
            file.clock.engaged = false;
        }
    }
    world.tally.adopted += requests.sums.adopted;
    world.tally.left += requests.sums.left;
    world.tally.returned += requests.sums.returned;
}

/// An invitation reaches one contact, or anybody where contacts are not stored.
pub(in crate::engine) fn invite(world: &mut World, ground: &Ground, id: u32, ordinal: u16) {
    let luck = ground.luck.named("referral").at(u64::from(world.tick)).at(u64::from(id)).at(u64::from(ordinal));
    let mut dice = luck.luck();
    let contacts = Arc::clone(&world.population.contacts);
    let known = contacts.of_person(id);
    let any = |n: usize, bits: u64| ((u128::from(bits) * n as u128) >> 64) as usize;
    let friend = match known.is_empty() {
        false => known[any(known.len(), dice.bits())],
        true if world.population.contacts.is_network() => return,
        true => any(world.population.people.len(), dice.bits()) as u32,
    };
    let segment = world.population.segment_of(friend);
    let rules = &ground.rules.segments[segment];
    let conversion = rules.terms.referral.map_or(0.0, |r| r.conversion);
    if world.population.people.stage[friend as usize] == Stage::Potential as u8 && dice.unit() < conversion {
        let mut person = world.population.people.person(friend as usize);
        join(&mut person, &rules.mechanisms, ground.person(friend), world.tick as f32 + 1.0);
        world.population.people.keep(friend as usize, &person);
        world.population.members[segment] += 1;
        world.tally.adopted += 1;
        world.tally.referred += 1;
        if world.population.contacts.is_network() {
            world.population.tie(friend);
        }
    }
}
