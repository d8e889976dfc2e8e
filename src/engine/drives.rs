//! Drives: how often contributors act while a boundary is near.
//!
//! A contributor follows a clock of their own; what is to be gained or kept speeds it up before anything is drawn from it.

use super::choose::open;
use super::ground::Ground;
use crate::mechanisms::{Doer, Idle, Rates, relax};
use crate::world::{Seen, World};

/// The drive of each engaged contributor who responds to boundaries.
pub(super) fn drives(world: &World, ground: &Ground, seen: &Seen) -> Vec<(u32, f32)> {
    let Some(action) = ground.rules.actions.iter().position(|a| a.contribution) else { return Vec::new() };
    let mut list = Vec::new();
    if seen.menu.offers.is_empty() {
        return list;
    }
    for &dossier in &world.contributors {
        let file = &world.dossiers.list[dossier as usize];
        if !file.clock.engaged {
            continue;
        }
        let rules = &ground.rules.segments[world.segment_of(file.id)];
        if !rules.terms.effort.is_some_and(|e| e.responds(ground.person(file.id))) {
            continue;
        }
        let person = world.people.person(file.id as usize);
        let now = world.tick as f32;
        let mut idle = [Idle { person, ticks: now - person.touched }];
        relax(&rules.mechanisms, &mut idle, now);
        let mut rates = Rates::default();
        for mechanism in &rules.mechanisms {
            mechanism.hazards(seen, &mut rates);
        }
        let mut doer = [Doer::of(file.id as usize, file.id, idle[0].person)];
        open(&mut doer[0], ground, seen, 1.0);
        for mechanism in &rules.mechanisms {
            mechanism.utilities(&mut doer, seen);
        }
        let times = rates.form.times(f64::from(doer[0].gain[action]));
        list.push((file.id, (f64::from(file.clock.rate) * times) as f32));
    }
    list
}
