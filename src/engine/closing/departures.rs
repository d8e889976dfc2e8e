//! Departures: core contributors and staff go, and staff are replaced.
//!
//! Invariant: a drive of zero means that the person does not contribute, or was staff; a negative drive, that they have
//! stopped.

use crate::engine::context::TickContext;
use crate::engine::people::spells::stopped;
use crate::engine::settle::desks::overload;
use crate::world::calendar::YEAR;
use crate::world::dossier::{Clock, Part};
use crate::world::maths::{chance, exp};
use crate::world::people::{NEVER, NONE, Stage};
use crate::world::stream::Stream;
use crate::world::{Community, Population, Tally, Work};

/// Draws which core contributors and staff depart; staff may be replaced.
pub(in crate::engine) fn draw(
    population: &mut Population,
    community: &mut Community,
    work: &Work,
    tally: &mut Tally,
    ground: &TickContext,
) {
    let days = ground.days();
    let tick = ground.luck.named("departure").at(u64::from(ground.tick));
    for k in 0..community.contributors.len() {
        let dossier = community.contributors[k];
        let file = &community.dossiers.list[dossier as usize];
        let (id, clock) = (file.id, file.clock);
        if !clock.engaged || clock.departs <= 0.0 {
            continue;
        }
        let terms = &ground.rules.segments[population.segment_of(id)].terms;
        let Some(engagement) = terms.engagement.as_ref() else { continue };
        let strain = terms.review.as_ref().map_or(0.0, |r| r.burnout) * overload(ground, &work.desks, id);
        let plain = chance(f64::from(clock.departs));
        let strained = chance(f64::from(clock.departs) * exp(strain));
        let u = tick.at(u64::from(id)).unit();
        if u >= strained {
            continue;
        }
        if u >= plain {
            // They would have stayed if reviewers had had enough hours.
            tally.burnt_out += 1;
        }
        community.dossiers.list[dossier as usize].clock.engaged = false;
        population.people.drive[id as usize] = stopped(engagement.comeback * days / YEAR);
        if clock.part == Part::Staff {
            community.dossiers.list[dossier as usize].clock.part = Part::Core;
            population.people.drive[id as usize] = 0.0;
            let luck = tick.at(u64::from(id)).named("replaced");
            if luck.unit() < engagement.staff_replaced {
                replace(population, community, ground, luck.at(1));
            }
        }
    }
}

/// Stops the engaged contributors for whom `stops` is true; staff are not replaced.
pub(in crate::engine) fn stop(
    population: &mut Population,
    community: &mut Community,
    ground: &TickContext,
    stops: impl Fn(u32) -> bool,
) {
    for k in 0..community.contributors.len() {
        let file = &mut community.dossiers.list[community.contributors[k] as usize];
        if !file.clock.engaged || !stops(file.id) {
            continue;
        }
        file.clock.engaged = false;
        let id = file.id;
        if file.clock.part == Part::Staff {
            file.clock.part = Part::Core;
            population.people.drive[id as usize] = 0.0;
        } else if let Some(engagement) = &ground.rules.segments[population.segment_of(id)].terms.engagement {
            population.people.drive[id as usize] = stopped(engagement.comeback * ground.days() / YEAR);
        }
    }
}

/// Hires a member who does not contribute yet, of a segment that has staff.
fn replace(population: &mut Population, community: &mut Community, ground: &TickContext, luck: Stream) {
    let mut dice = luck.luck();
    for _ in 0..200 {
        let id = ((u128::from(dice.bits()) * population.people.len() as u128) >> 64) as u32;
        let terms = &ground.rules.segments[population.segment_of(id)].terms;
        let Some(engagement) = terms.engagement.as_ref().filter(|e| e.staff > 0) else { continue };
        if population.people.stage[id as usize] == Stage::Member as u8 && population.people.drive[id as usize] == 0.0 {
            let clock = engagement.staff_clock(ground.person(id), ground.days());
            hire(population, community, ground, id, clock, 0.0, 0.0);
            let dossier = population.people.dossier[id as usize];
            let file = &mut community.dossiers.list[dossier as usize];
            if !file.has_contributed() {
                file.first_merged = NEVER;
            }
            return;
        }
    }
}

/// Makes a person a contributor who has contributed for `age` ticks and was last active `since` ticks ago.
pub(in crate::engine) fn hire(
    population: &mut Population,
    community: &mut Community,
    ground: &TickContext,
    id: u32,
    clock: Clock,
    age: f32,
    since: f32,
) {
    let now = ground.tick as f32;
    let row = id as usize;
    let dossier = match population.people.dossier[row] {
        NONE => {
            let opened = community.dossiers.open(id, now);
            population.people.dossier[row] = opened;
            opened
        }
        there => there,
    };
    let file = &mut community.dossiers.list[dossier as usize];
    let known = file.clock.part != Part::None;
    file.clock = clock;
    if !known {
        file.first_merged = now - age.max(0.01);
        if ground.tick == 0 {
            file.last_merged = now - since.min(age).max(0.01);
        }
        community.contributors.push(dossier);
    }
    population.people.drive[row] = clock.rate;
}
