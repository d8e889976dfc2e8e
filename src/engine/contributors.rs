//! Contributors: what is kept of their contributions, and the clocks by which they go on, stop and are hired.
//!
//! Invariant: a drive of zero means that somebody has not begun; whoever has stopped keeps a negative one.

use super::context::Ground;
use super::desks::{overload, wait};
use super::settlement::Settlement;
use crate::mechanisms::Doer;
use crate::world::calendar::{MONTH, YEAR};
use crate::world::dossier::{Clock, Dossiers, MONTHS, Part};
use crate::world::groups::Desk;
use crate::world::maths::{chance, exp, ln, logistic};
use crate::world::people::{NEVER, NONE, Person, Stage};
use crate::world::requests::ACTIONS;
use crate::world::stream::Stream;
use crate::world::{Outcome, Seen, World};

impl Settlement<'_> {
    /// Contributions that counted, on the record of who made them.
    pub(super) fn contributed(&mut self, world: &mut World, id: u32, dossier: u32, deeds: u16) {
        let now = world.tick as f32;
        let days = f64::from(world.tick_days);
        // Where in the tick it falls: for windows of a month.
        let u = self.ground.draws.at(u64::from(id)).named("merged").unit();
        // The last of so many.
        let within = if deeds == 1 { u } else { exp(ln(u.max(1e-300)) / f64::from(deeds)) } as f32;
        let at = now + within.min(0.999);
        let file = &mut world.dossiers.list[dossier as usize];
        if !file.has_contributed() {
            file.first_merged = at;
            world.tally.newcomers += 1;
        }
        file.last_merged = file.last_merged.max(at);
        let before = file.merged;
        file.merged += u32::from(deeds);
        if before < 10 && file.merged >= 10 {
            file.tenth = at;
        }
        let month = (f64::from(at) * days / MONTH) as i32;
        file.turn(month);
        let slot = &mut file.year[month.rem_euclid(12) as usize];
        *slot = slot.saturating_add(deeds);
        let age = (f64::from(at - file.first_merged) * days / MONTH) as u32;
        if age < MONTHS {
            file.presence |= 1 << age;
        }
        world.tally.merged += u64::from(deeds);
        self.credit(world, id, deeds);
    }

    /// Fame for contributions, to whoever made them or to somebody who is known.
    fn credit(&mut self, world: &mut World, id: u32, deeds: u16) {
        let terms = &self.ground.rules.segments[world.segment_of(id)].terms;
        let matthew = terms.status.as_ref().map_or(0.0, |s| s.matthew);
        if matthew == 0.0 {
            self.outcomes.push(Outcome { id, fame: f32::from(deeds), ..Outcome::default() });
            return;
        }
        let given = world.credits.len() as u128;
        let mut luck = self.ground.luck.named("credit").at(u64::from(world.tick)).at(given as u64).luck();
        for _ in 0..deeds {
            // A credit picked at random is a person picked in proportion to their credits.
            let known = world.credits.get(((u128::from(luck.bits()) * given) >> 64) as usize).copied();
            let id = known.filter(|_| luck.unit() < matthew).unwrap_or(id);
            world.credits.push(id);
            self.outcomes.push(Outcome { id, fame: 1.0, ..Outcome::default() });
        }
    }

    /// A contributor's clock begins with the first contribution.
    pub(super) fn begin(&self, world: &mut World, id: u32, dossier: u32) {
        let terms = &self.ground.rules.segments[world.segment_of(id)].terms;
        let Some(engagement) = terms.engagement.as_ref() else { return };
        if world.dossiers.list[dossier as usize].clock.part != Part::None {
            return;
        }
        let mut clock = engagement.clock(self.ground.person(id), f64::from(world.tick_days));
        if let Some(mentoring) = terms.mentoring.filter(|_| self.mentored.binary_search(&id).is_ok()) {
            clock.drop -= mentoring.holds as f32;
        }
        world.dossiers.list[dossier as usize].clock = clock;
        world.contributors.push(dossier);
        world.people.drive[id as usize] = clock.rate;
    }

    /// A contributor's clock after some activity: it goes on, begins again, or stops for good.
    pub(super) fn engage(&self, world: &mut World, id: u32, dossier: u32, stops: Option<bool>) {
        let terms = &self.ground.rules.segments[world.segment_of(id)].terms;
        let Some(engagement) = terms.engagement.as_ref() else { return };
        let days = f64::from(world.tick_days);
        let row = id as usize;
        let clock = &mut world.dossiers.list[dossier as usize].clock;
        // Whoever contributes and parts in the same tick does not go on.
        if world.people.stage[row] != Stage::Member as u8 {
            clock.engaged = false;
            world.people.drive[row] = 0.0;
            return;
        }
        clock.engaged = true;
        if world.people.drive[row] <= 0.0 {
            world.people.drive[row] = clock.rate;
        }
        let stops = stops.unwrap_or_else(|| {
            let chance = stops_after(self.ground, &world.dossiers, &world.people.person(row), &world.desks);
            self.ground.draws.at(u64::from(id)).named("stops").unit() < chance
        });
        if stops {
            world.dossiers.list[dossier as usize].clock.engaged = false;
            world.people.drive[row] = stopped(engagement.comeback * days / YEAR);
        }
    }
}

/// The first spell of a contributor may hold more than the one deed that begins it.
pub(super) fn first_spell(doer: &mut Doer, ground: &Ground, seen: &Seen) {
    let Some(action) = (0..ACTIONS).find(|&a| doer.did[a] > 0 && ground.rules.contributes(a)) else { return };
    let terms = &ground.rules.segments[ground.model.segment_of(doer.id)].terms;
    let file = seen.dossiers.list.get(doer.person.dossier as usize);
    if let Some(engagement) = terms.engagement.as_ref().filter(|_| file.is_none_or(|f| f.clock.part == Part::None)) {
        let clock = engagement.clock(ground.person(doer.id), f64::from(seen.days));
        let mut luck = ground.draws.at(u64::from(doer.id)).named("first").luck();
        let more = engagement.deeds(&clock, true, &mut luck) - 1;
        doer.did[action] = doer.did[action].saturating_add(more.min(u32::from(u16::MAX)) as u16);
    }
}

/// The chance that a contributor stops for good after a spell: their own, slow review, what their titles hold.
pub(super) fn stops_after(ground: &Ground, dossiers: &Dossiers, person: &Person, desks: &[Desk]) -> f64 {
    let file = &dossiers.list[person.dossier as usize];
    if file.clock.part != Part::Occasional {
        return 0.0;
    }
    let terms = &ground.rules.segments[ground.model.segment_of(file.id)].terms;
    let slow = terms.review.as_ref().map_or(0.0, |r| r.slowness(wait(ground, desks, file.id)));
    let held: f64 = (ground.rules.ladders.iter().enumerate())
        .filter(|(_, l)| l.on_now)
        .filter_map(|(index, l)| {
            let tier = dossiers.standing(person.dossier, index).tier;
            (tier > 0).then(|| f64::from(l.tiers[tier as usize - 1].retention))
        })
        .sum();
    // An incentive that makes people act more often must not use them up faster.
    let bare = if person.drive > 0.0 { f64::from(file.clock.rate / person.drive).min(1.0) } else { 1.0 };
    logistic(f64::from(file.clock.drop) + slow - held) * bare
}

/// The drive of somebody who has stopped: never quite zero, for zero means that they have not begun.
fn stopped(comeback: f64) -> f32 {
    -(comeback as f32).max(f32::MIN_POSITIVE)
}

/// Core contributors and staff who depart; staff may be replaced.
pub(super) fn departures(world: &mut World, ground: &Ground) {
    let days = f64::from(world.tick_days);
    let tick = ground.luck.named("departure").at(u64::from(world.tick));
    for k in 0..world.contributors.len() {
        let dossier = world.contributors[k];
        let file = &world.dossiers.list[dossier as usize];
        let (id, clock) = (file.id, file.clock);
        if !clock.engaged || clock.departs <= 0.0 {
            continue;
        }
        let terms = &ground.rules.segments[world.segment_of(id)].terms;
        let Some(engagement) = terms.engagement.as_ref() else { continue };
        let strain = terms.review.as_ref().map_or(0.0, |r| r.burnout) * overload(ground, &world.desks, id);
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
        world.dossiers.list[dossier as usize].clock.engaged = false;
        world.people.drive[id as usize] = stopped(engagement.comeback * days / YEAR);
        if clock.part == Part::Staff {
            world.dossiers.list[dossier as usize].clock.part = Part::Core;
            world.people.drive[id as usize] = 0.0;
            let luck = tick.at(u64::from(id)).named("replaced");
            if luck.unit() < engagement.staff_replaced {
                replace(world, ground, luck.at(1));
            }
        }
    }
}

/// Engaged contributors stop, as they do of themselves; staff are not replaced.
pub(super) fn stop(world: &mut World, ground: &Ground, stops: impl Fn(u32) -> bool) {
    for k in 0..world.contributors.len() {
        let file = &mut world.dossiers.list[world.contributors[k] as usize];
        if !file.clock.engaged || !stops(file.id) {
            continue;
        }
        file.clock.engaged = false;
        let id = file.id;
        if file.clock.part == Part::Staff {
            file.clock.part = Part::Core;
            world.people.drive[id as usize] = 0.0;
        } else if let Some(engagement) = &ground.rules.segments[world.segment_of(id)].terms.engagement {
            world.people.drive[id as usize] = stopped(engagement.comeback * f64::from(world.tick_days) / YEAR);
        }
    }
}

/// Hires somebody of the segment who does not contribute yet.
fn replace(world: &mut World, ground: &Ground, luck: Stream) {
    let mut dice = luck.luck();
    for _ in 0..200 {
        let id = ((u128::from(dice.bits()) * world.people.len() as u128) >> 64) as u32;
        let terms = &ground.rules.segments[world.segment_of(id)].terms;
        let Some(engagement) = terms.engagement.as_ref().filter(|e| e.staff > 0) else { continue };
        if world.people.stage[id as usize] == Stage::Member as u8 && world.people.drive[id as usize] == 0.0 {
            let clock = engagement.staff_clock(ground.person(id), f64::from(world.tick_days));
            hire(world, id, clock, 0.0, 0.0);
            let dossier = world.people.dossier[id as usize];
            let file = &mut world.dossiers.list[dossier as usize];
            if !file.has_contributed() {
                file.first_merged = NEVER;
            }
            return;
        }
    }
}

/// Opens the dossier of somebody who contributes already: since `age` ticks, last active `since` ticks ago.
pub(super) fn hire(world: &mut World, id: u32, clock: Clock, age: f32, since: f32) {
    let now = world.tick as f32;
    let row = id as usize;
    let dossier = match world.people.dossier[row] {
        NONE => {
            let opened = world.dossiers.open(id, now);
            world.people.dossier[row] = opened;
            opened
        }
        there => there,
    };
    let file = &mut world.dossiers.list[dossier as usize];
    let known = file.clock.part != Part::None;
    file.clock = clock;
    if !known {
        file.first_merged = now - age.max(0.01);
        if world.tick == 0 {
            file.last_merged = now - since.min(age).max(0.01);
        }
        world.contributors.push(dossier);
    }
    world.people.drive[row] = clock.rate;
}
