//! Stage: endorsements happen on their days and fade; announced sizes are reckoned with, and are met or not.
//!
//! Invariant: where nothing is announced and nobody endorses, nothing changes; an announcement is judged once.

use super::context::Ground;
use super::trust;
use crate::model::Rules;
use crate::world::World;
use crate::world::maths::exp;
use crate::world::menu::Expects;
use crate::world::promises::Promise;

/// Reach that nobody notices any more, times the external hazard.
const GONE: f64 = 1e-6;

/// What happens before anybody acts.
pub(super) fn turn(world: &mut World, ground: &Ground) {
    let (now, rules) = (world.tick, ground.rules);
    world.hub.endorsed.iter_mut().for_each(|(reach, keeps)| *reach *= *keeps);
    world.hub.endorsed.retain(|(reach, _)| *reach > GONE);
    for star in rules.endorsements.iter().filter(|star| star.at == now) {
        if !world.ledger.pay(star.pool, star.cost) {
            continue;
        }
        world.hub.endorsed.push((star.reach, star.keeps));
        if let Some(belief) = &rules.belief {
            world.hub.belief += (belief.most - world.hub.belief).max(0.0) * star.trust;
        }
    }
    let members = world.all_members();
    for announced in rules.announcements.iter().filter(|announced| announced.by == now) {
        // The books of promises, without the share of payments that moves belief by itself.
        if members >= announced.size {
            world.tally.kept += 1;
            world.hub.promises.0 += 1;
        } else {
            world.tally.broken += 1;
            world.hub.promises.1 += 1;
            if rules.belief.is_some() {
                world.hub.belief *= exp(-announced.costs);
            }
            trust::broken(world, ground, &Promise::Announcement(announced.name.clone()), 1.0);
        }
    }
}

/// What people reckon with: the largest size that is announced now.
pub(super) fn expects(world: &World, rules: &Rules) -> Expects {
    let stands = rules.announcements.iter().filter(|a| (a.at..a.by).contains(&world.tick));
    let largest = stands.max_by(|a, b| a.size.cmp(&b.size).then(a.trust.total_cmp(&b.trust)));
    largest.map_or(Expects::default(), |a| {
        let believed = world.hub.believes(&Promise::Announcement(a.name.clone()));
        Expects { share: a.share, weight: (a.trust * believed).min(1.0) }
    })
}
