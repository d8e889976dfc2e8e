//! Founders: those with whom a tier begins, on the day from which it is in force.
//!
//! The most active come first, onto the highest tier that has room. Invariant: a tier gets founders once, and none stays longer than its
//! term.

use crate::engine::closing::chapters::Room;
use crate::engine::context::TickContext;
use crate::world::window::{BUCKETS, Span};
use crate::world::{Community, Population};

/// Gives founders to the tiers of a ladder that begin now. Returns tier and dossier of each founder.
pub(in crate::engine) fn seat_founders(
    population: &Population,
    community: &mut Community,
    ground: &TickContext,
    index: usize,
) -> Vec<(usize, u32)> {
    let ladder = &ground.rules.ladders[index];
    let begins = |community: &Community, k: usize| {
        let tier = &ladder.tiers[k];
        let open = ground.tick >= tier.opens;
        ladder.on_now && tier.on_now && open && tier.at_start > 0 && community.ladders[index][k].since.is_none()
    };
    let mut founders = Vec::new();
    if !(0..ladder.tiers.len()).any(|k| begins(community, k)) {
        return founders;
    }
    let widest = ladder.rings.clone().last().map(|ring| Span { ring, buckets: BUCKETS as u32 });
    let deeds = |d: u32| widest.map_or(0.0, |span| community.dossiers.window(d, span, ground.tick).1);
    let is_eligible = |d: &&u32| {
        let file = &community.dossiers.list[**d as usize];
        let free = file.has_contributed() && community.dossiers.standing(**d, index).tier == 0;
        free && file.clock.engaged && ladder.admits(file.clock.part) && population.people.is_member(file.id as usize)
    };
    let mut ranked: Vec<(f32, u32)> =
        community.contributors.iter().filter(is_eligible).map(|&d| (deeds(d), d)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut next: Vec<u32> = ranked.into_iter().map(|(_, dossier)| dossier).collect();
    let now = ground.tick as f32;
    let beginning: Vec<usize> = ladder.top_first.iter().copied().filter(|k| begins(community, *k)).collect();
    for k in beginning {
        let tier = &ladder.tiers[k];
        let places = tier.at_start.min(tier.places(population.all_members()).unwrap_or(u32::MAX)) as usize;
        let mut local = Room::new(community, ground, index, k);
        for dossier in std::mem::take(&mut next) {
            let id = community.dossiers.list[dossier as usize].id;
            if community.ladders[index][k].holders.len() == places || !local.takes(ground, id) {
                next.push(dossier);
                continue;
            }
            // Entries are spread over the time for which they have contributed, so that terms do not all end on one day.
            let u = ground.person(id).named("ladder.start").named(&ladder.name).unit() as f32;
            let there =
                (now - community.dossiers.list[dossier as usize].first_merged).min(tier.term.unwrap_or(f32::INFINITY));
            community.dossiers.standing_mut(dossier, index).moves(k as u8 + 1, now - there * u);
            community.ladders[index][k].holders.push(dossier);
            founders.push((k, dossier));
        }
        let state = &mut community.ladders[index][k];
        (state.at_start, state.since) = (state.holders.len() as u32, Some(ground.tick));
    }
    founders
}
