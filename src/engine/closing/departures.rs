//! Departures: core contributors and staff go, and staff are replaced.

use crate::engine::context::Ground;
use crate::engine::people::spells::stopped;
use crate::engine::settle::desks::overload;
use crate::world::World;
use crate::world::calendar::YEAR;
use crate::world::dossier::{Clock, Part};
use crate::world::maths::{chance, exp};
use crate::world::people::{NEVER, NONE, Stage};
use crate::world::stream::Stream;

/// Core contributors and staff who depart; staff may be replaced.
pub(in crate::engine) fn departures(world: &mut World, ground: &Ground) {
    let days = f64::from(world.tick_days);
    let tick = ground.luck.named("departure").at(u64::from(world.tick));
    for k in 0..world.community.contributors.len() {
        let dossier = world.community.contributors[k];
        let file = &world.community.dossiers.list[dossier as usize];
        let (id, clock) = (file.id, file.clock);
        if !clock.engaged || clock.departs <= 0.0 {
            continue;
        }
        let terms = &ground.rules.segments[world.population.segment_of(id)].terms;
        let Some(engagement) = terms.engagement.as_ref() else { continue };
        let strain = terms.review.as_ref().map_or(0.0, |r| r.burnout) * overload(ground, &world.work.desks, id);
        let plain = chance(f64::from(clock.departs));
        let strained = chance(f64::from(clock.departs) * exp(strain));
        let u = tick.at(u64::from(id)).unit();
        if u >= strained {
            continue;
        }
        if u >= plain {
            // Would have stayed, had there been hours enough.
            world.tally.burnt_out += 1;
        }
        world.community.dossiers.list[dossier as usize].clock.engaged = false;
        world.population.people.drive[id as usize] = stopped(engagement.comeback * days / YEAR);
        if clock.part == Part::Staff {
            world.community.dossiers.list[dossier as usize].clock.part = Part::Core;
            world.population.people.drive[id as usize] = 0.0;
            let luck = tick.at(u64::from(id)).named("replaced");
            if luck.unit() < engagement.staff_replaced {
                replace(world, ground, luck.at(1));
            }
        }
    }
}

/// Engaged contributors stop, as they do of themselves; staff are not replaced.
pub(in crate::engine) fn stop(world: &mut World, ground: &Ground, stops: impl Fn(u32) -> bool) {
    for k in 0..world.community.contributors.len() {
        let file = &mut world.community.dossiers.list[world.community.contributors[k] as usize];
        if !file.clock.engaged || !stops(file.id) {
            continue;
        }
        file.clock.engaged = false;
        let id = file.id;
        if file.clock.part == Part::Staff {
            file.clock.part = Part::Core;
            world.population.people.drive[id as usize] = 0.0;
        } else if let Some(engagement) = &ground.rules.segments[world.population.segment_of(id)].terms.engagement {
            world.population.people.drive[id as usize] =
                stopped(engagement.comeback * f64::from(world.tick_days) / YEAR);
        }
    }
}

/// Hires somebody of the segment who does not contribute yet.
fn replace(world: &mut World, ground: &Ground, luck: Stream) {
    let mut dice = luck.luck();
    for _ in 0..200 {
        let id = ((u128::from(dice.bits()) * world.population.people.len() as u128) >> 64) as u32;
        let terms = &ground.rules.segments[world.population.segment_of(id)].terms;
        let Some(engagement) = terms.engagement.as_ref().filter(|e| e.staff > 0) else { continue };
        if world.population.people.stage[id as usize] == Stage::Member as u8
            && world.population.people.drive[id as usize] == 0.0
        {
            let clock = engagement.staff_clock(ground.person(id), f64::from(world.tick_days));
            hire(world, id, clock, 0.0, 0.0);
            let dossier = world.population.people.dossier[id as usize];
            let file = &mut world.community.dossiers.list[dossier as usize];
            if !file.has_contributed() {
                file.first_merged = NEVER;
            }
            return;
        }
    }
}

/// Opens the dossier of somebody who contributes already: since `age` ticks, last active `since` ticks ago.
pub(in crate::engine) fn hire(world: &mut World, id: u32, clock: Clock, age: f32, since: f32) {
    let now = world.tick as f32;
    let row = id as usize;
    let dossier = match world.population.people.dossier[row] {
        NONE => {
            let opened = world.community.dossiers.open(id, now);
            world.population.people.dossier[row] = opened;
            opened
        }
        there => there,
    };
    let file = &mut world.community.dossiers.list[dossier as usize];
    let known = file.clock.part != Part::None;
    file.clock = clock;
    if !known {
        file.first_merged = now - age.max(0.01);
        if world.tick == 0 {
            file.last_merged = now - since.min(age).max(0.01);
        }
        world.community.contributors.push(dossier);
    }
    world.population.people.drive[row] = clock.rate;
}
