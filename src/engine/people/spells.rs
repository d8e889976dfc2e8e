//! Spells: a contributor is active in spells, and each of them may be the last.
//!
//! Invariant: a drive of zero means that the person has not begun; a negative drive, that they have stopped.

use crate::engine::context::TickContext;
use crate::engine::settle::desks::wait;
use crate::mechanisms::Doer;
use crate::world::Seen;
use crate::world::dossier::{Dossiers, Part};
use crate::world::groups::Desk;
use crate::world::maths::logistic;
use crate::world::people::Person;
use crate::world::requests::ACTIONS;

/// The first spell of a contributor may hold more than the one deed that begins it.
pub(in crate::engine) fn first_spell(doer: &mut Doer, ground: &TickContext, seen: &Seen) {
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

/// The chance that a contributor stops for good after a spell, from their own trait, slow review, and the titles that they hold.
pub(in crate::engine) fn stops_after(
    ground: &TickContext,
    dossiers: &Dossiers,
    person: &Person,
    desks: &[Desk],
) -> f64 {
    let file = &dossiers.list[person.dossier as usize];
    if file.clock.part != Part::Occasional {
        return 0.0;
    }
    let terms = &ground.rules.segments[ground.model.segment_of(file.id)].terms;
    let slow = terms.review.as_ref().map_or(0.0, |r| r.slowness(wait(ground, desks, file.id)));
    let held: f64 = (ground.rules.ladders.iter().enumerate())
        .filter(|(_, l)| l.on_now)
        .filter_map(|(index, l)| {
            let tier = dossiers.standing(person.dossier, index).serves();
            (tier > 0).then(|| f64::from(l.tiers[tier as usize - 1].retention))
        })
        .sum();
    // An incentive that makes people act more often must not make them stop sooner.
    let bare = if person.drive > 0.0 { f64::from(file.clock.rate / person.drive).min(1.0) } else { 1.0 };
    logistic(f64::from(file.clock.drop) + slow - held) * bare
}

/// The drive of a person who has stopped: never quite zero, since zero means that they have not begun.
pub(in crate::engine) fn stopped(comeback: f64) -> f32 {
    -(comeback as f32).max(f32::MIN_POSITIVE)
}
