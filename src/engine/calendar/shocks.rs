//! Shocks: each strikes once, on its day, before anybody acts.
//!
//! Whether it strikes a person is drawn at the person's own address. Invariant: a shock of share 0 changes nothing; one of share 1 spares
//! nobody.

use crate::engine::closing::{balances, departures};
use crate::engine::context::TickContext;
use crate::engine::institutions;
use crate::engine::organisations::trust;
use crate::engine::people::membership;
use crate::world::requests::Requests;
use crate::world::{Community, Population, Tally, World};

/// All shocks of the tick strike.
pub(in crate::engine) fn strike(world: &mut World, ground: &TickContext) {
    let now = world.tick;
    for shock in ground.rules.shocks.iter().filter(|shock| shock.at == now) {
        let luck = ground.luck.named("shock").named(&shock.name);
        let segments = world.population.segments.clone();
        let is_exposed = |id: u32| {
            let segment = segments.partition_point(|range| range.end <= id);
            shock.strikes.get(segment).copied().unwrap_or(false)
        };
        let is_struck = |what: &str, id: u32, share: f64| {
            is_exposed(id) && (share >= 1.0 || luck.named(what).at(u64::from(id)).unit() < share)
        };
        if shock.leave > 0.0 {
            leave(&mut world.population, &mut world.community, &mut world.tally, |id| {
                is_struck("leave", id, shock.leave)
            });
        }
        if shock.stop > 0.0 {
            departures::stop(&mut world.population, &mut world.community, ground, |id| {
                is_struck("stop", id, shock.stop)
            });
        }
        if shock.vacate > 0.0 {
            let members = world.population.all_members();
            institutions::vacate(&mut world.community, ground, members, |id| is_struck("vacate", id, shock.vacate));
        }
        if shock.wipe > 0.0 {
            balances::wipe(&mut world.community, &mut world.ledger, shock.wipe, is_exposed);
        }
        if let Some(belief) = &ground.rules.belief {
            world.hub.belief *= 1.0 - shock.doubt;
            if let Some((_, promise)) = &shock.exposes {
                let (rest, beside) = belief.exposed(shock.factor);
                world.hub.belief *= rest;
                world.hub.exposed.expose(promise, beside);
            }
        }
        if let Some((_, promise)) = &shock.exposes {
            trust::break_promise(&mut world.organisations, ground, promise, 1.0 - shock.factor);
        }
    }
}

/// Members leave for good.
fn leave(population: &mut Population, community: &mut Community, tally: &mut Tally, leaves: impl Fn(u32) -> bool) {
    let mut gone = Requests::default();
    for row in 0..population.people.len() {
        if population.people.is_member(row) && leaves(row as u32) {
            let mut person = population.people.person(row);
            membership::part(&mut person);
            population.people.write(row, &person);
            gone.sums.left += 1;
            gone.parted.push(row as u32);
        }
    }
    membership::count(population, community, tally, &gone);
}
