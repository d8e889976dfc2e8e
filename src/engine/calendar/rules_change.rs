//! A change of the rules on a date: what it does to those who are there already.
//!
//! Traits are drawn at a person's own address, so under the new numbers each person has the same luck as before: if the new numbers double
//! a need, the person's need doubles on that day. Invariant: a trait that the change does not affect keeps its bytes.

use crate::engine::context::TickContext;
use crate::engine::people::membership::join;
use crate::engine::setup::word;
use crate::model::Rules;
use crate::world::{Community, Population};

/// Moves members and contributors from the rules before to the rules in force.
pub(in crate::engine) fn apply(
    population: &mut Population,
    community: &mut Community,
    ground: &TickContext,
    before: &Rules,
) {
    for (segment, range) in population.segments.clone().into_iter().enumerate() {
        let (old, new) = (&before.segments[segment].mechanisms, &ground.rules.segments[segment].mechanisms);
        for row in range.start as usize..range.end as usize {
            if !population.people.is_member(row) {
                continue;
            }
            let mut person = population.people.person(row);
            let who = ground.person(row as u32);
            let (mut was, mut is) = (person, person);
            // Both copies begin without these two traits, so that they differ only by the rules.
            (was.need, was.leave, is.need, is.leave) = (0.0, 0.0, 0.0, 0.0);
            join(&mut was, old, who, 0.0);
            join(&mut is, new, who, 0.0);
            if was.need != is.need {
                person.need = is.need;
            }
            if was.leave != is.leave {
                // Stake and titles have changed the hazard of leaving by factors; these stay.
                person.leave = if was.leave > 0.0 { person.leave * is.leave / was.leave } else { is.leave };
            }
            population.people.write(row, &person);
        }
    }
    population.set_word(word(ground.rules));
    clocks(population, community, ground, before);
}

fn clocks(population: &mut Population, community: &mut Community, ground: &TickContext, before: &Rules) {
    let days = ground.days();
    for k in 0..community.contributors.len() {
        let dossier = community.contributors[k] as usize;
        let file = &community.dossiers.list[dossier];
        let (id, segment) = (file.id, population.segment_of(file.id));
        let engagement = |rules: &Rules| rules.segments[segment].terms.engagement.clone();
        let (Some(old), Some(new)) = (engagement(before), engagement(ground.rules)) else { continue };
        let who = ground.person(id);
        let (was, is) = match file.clock.part {
            crate::world::dossier::Part::Staff => (old.staff_clock(who, days), new.staff_clock(who, days)),
            _ => (old.clock(who, days), new.clock(who, days)),
        };
        if was == is || was.part != is.part {
            continue;
        }
        let clock = &mut community.dossiers.list[dossier].clock;
        (clock.rate, clock.extra, clock.drop, clock.departs) = (is.rate, is.extra, is.drop, is.departs);
        let drive = &mut population.people.drive[id as usize];
        if *drive > 0.0 && was.rate > 0.0 {
            *drive *= is.rate / was.rate;
        }
    }
}
