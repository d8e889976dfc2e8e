//! Promotion: who may stand for a tier, and who is let in.
//!
//! Invariant: a tier never holds more people than it has seats.

use crate::world::{Community, Population, Work};
use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Meeting;
use crate::engine::closing::chapters::Room;
use crate::engine::context::TickContext;
use crate::engine::settle::Settlement;
use crate::engine::settle::desks;
use crate::incentives::ladder::Apart;
use crate::model::Tier;
use crate::world::dossier::Part;
use crate::world::people::NONE;

impl Meeting<'_> {
    /// Lets people in, best first.
    pub(super) fn fill(
        &self,
        population: &mut Population,
        community: &mut Community,
        work: &mut Work,
        k: usize,
        settlement: &mut Settlement,
    ) {
        let now = self.ground.tick;
        let tier = &self.ladder.tiers[k];
        if now < tier.opens || tier.chance <= 0.0 {
            if tier.seats.is_some() {
                self.update_cut(community, k, tier);
            }
            return;
        }
        community.ladders[self.index][k].since.get_or_insert(now);
        let open =
            tier.seats.map_or(u32::MAX, |s| s.saturating_sub(community.ladders[self.index][k].holders.len() as u32));
        if tier.every.is_none_or(|every| self.ground.due(every)) {
            let mut room = Room::new(community, self.ground, self.index, k);
            let candidates = self.candidates(population, community, tier, settlement, room.caps());
            let mut sponsored = self.sponsored(population, community, settlement.ground, k, tier);
            let mut places = open;
            let ranked = match &tier.judged {
                Some((by, vote)) => {
                    self.elected(community, settlement.ground.rules, tier, (*by, vote), candidates, open)
                }
                None => self.ranked(community, tier, candidates),
            };
            for (_, dossier) in ranked {
                if places == 0 || sponsored == 0 {
                    break;
                }
                if tier.chance < 1.0 && self.draw(community, tier, "entry", dossier).unit() >= tier.chance {
                    continue;
                }
                if !room.takes(self.ground, community.dossiers.list[dossier as usize].id) {
                    continue;
                }
                sponsored = sponsored.saturating_sub(1);
                places = places.saturating_sub(1);
                self.enter(community, work, k, dossier, settlement);
            }
        }
        if tier.seats.is_some() {
            self.update_cut(community, k, tier);
        }
    }

    /// How many people can be sponsored at this meeting. Holders of the tier and above may sponsor, and staff.
    fn sponsored(
        &self,
        population: &Population,
        community: &Community,
        ground: &TickContext,
        k: usize,
        tier: &Tier,
    ) -> u32 {
        if tier.sponsors == 0 {
            return u32::MAX;
        }
        let above = self.ladder.top_first.iter().take_while(|t| **t != k).copied().chain([k]);
        let holders = above.flat_map(|t| community.ladders[self.index][t].holders.iter().copied());
        let staff = community.contributors.iter().copied().filter(|d| {
            let clock = &community.dossiers.list[*d as usize].clock;
            clock.engaged && clock.part == Part::Staff
        });
        let times = self.ladder.vouches * tier.every.unwrap_or(1.0).max(1.0);
        let mut sides: BTreeMap<(usize, u64), f64> = BTreeMap::new();
        let mut people = 0_u32;
        for dossier in holders.chain(staff) {
            people += 1;
            *sides.entry(side(population, community, ground, tier.sponsors_from, dossier)).or_default() += times;
        }
        let sponsors = f64::from(tier.sponsors);
        if tier.sponsors_from == Apart::Anywhere {
            // One sponsorship is always possible; otherwise a ladder with dates close together would never begin.
            let acts = (f64::from(people) * times).max(sponsors);
            return if people >= tier.sponsors { (acts / sponsors) as u32 } else { 0 };
        }
        // One side counts once for each person that it sponsors.
        let acts = |n: u32| sides.values().map(|acts| acts.max(1.0).min(f64::from(n))).sum::<f64>();
        (1..).take_while(|&n| acts(n) >= sponsors * f64::from(n)).last().unwrap_or(0)
    }

    /// Dossiers that meet what the tier asks; `capped`: whether chapters have seats of their own.
    fn candidates(
        &self,
        population: &mut Population,
        community: &mut Community,
        tier: &Tier,
        settlement: &Settlement,
        capped: bool,
    ) -> Vec<u32> {
        let asks = tier.points.is_some() || tier.deeds.is_some();
        let from = tier.from;
        let list: Vec<u32> = if from > 0 {
            community.ladders[self.index][from as usize - 1].holders.clone()
        } else if asks
            && !self.ground.anew
            && tier.every.is_none()
            && tier.chance >= 1.0
            && tier.tenure == 0.0
            && tier.sponsors == 0
            && tier.judged.is_none()
            && tier.seats.is_none()
            && !tier.grows.at_all()
            && !capped
        {
            // Only people of whom something was counted can have reached the bar since the last meeting.
            settlement.touched.clone()
        } else {
            if !asks {
                // The whole community may stand, so everybody needs a dossier.
                for row in 0..population.people.len() {
                    if population.people.is_member(row) && population.people.dossier[row] == NONE {
                        population.people.dossier[row] = community.dossiers.open(row as u32, self.ground.tick as f32);
                    }
                }
            }
            (0..community.dossiers.list.len() as u32).collect()
        };
        let now = self.ground.tick as f32;
        let grown = tier.grows.times(population.all_members()) as f32;
        let meets = |dossier: u32| {
            let standing = community.dossiers.standing(dossier, self.index);
            if standing.tier != from {
                return false;
            }
            // The test that rules out the most comes first; the dossier itself lies furthest away in memory.
            if asks {
                let (points, deeds) = community.dossiers.window(dossier, tier.window, self.ground.tick);
                if tier.points.is_some_and(|p| points < p * grown) || tier.deeds.is_some_and(|d| deeds < d * grown) {
                    return false;
                }
            }
            let file = &community.dossiers.list[dossier as usize];
            let since = if from > 0 || file.first_merged <= crate::world::people::NEVER {
                standing.entered
            } else {
                file.first_merged
            };
            self.ladder.admits(file.clock.part)
                && population.people.is_member(file.id as usize)
                && !(tier.tenure > 0.0 && now - since < tier.tenure)
        };
        // The first tier has many candidates, so this is parallel; their order is kept.
        list.into_par_iter().filter(|dossier| meets(*dossier)).collect()
    }

    /// A candidate comes onto the tier.
    fn enter(&self, community: &mut Community, work: &mut Work, k: usize, dossier: u32, settlement: &mut Settlement) {
        let now = self.ground.tick as f32;
        let standing = community.dossiers.standing_mut(dossier, self.index);
        let (from, dwelt) = (standing.tier, f64::from(now - standing.entered));
        standing.tier = k as u8 + 1;
        standing.entered = now;
        if from > 0 {
            let below = &mut community.ladders[self.index][from as usize - 1];
            below.holders.retain(|&d| d != dossier);
            below.promoted += 1;
            below.dwelt += dwelt;
        }
        let first = community.dossiers.list[dossier as usize].first_merged;
        let state = &mut community.ladders[self.index][k];
        state.holders.push(dossier);
        state.entered += 1;
        // Waiting counts from the tier below, or from the first contribution, or else from the first counted deed.
        let begun = first > crate::world::people::NEVER && from == 0;
        state.waited += if begun { f64::from(now - first).max(0.0) } else { dwelt };
        self.welcome(community, work, k, dossier, settlement);
    }

    /// What a tier costs reviewers, and gives to a person who comes onto it.
    pub(super) fn welcome(
        &self,
        community: &Community,
        work: &mut Work,
        k: usize,
        dossier: u32,
        settlement: &mut Settlement,
    ) {
        let (id, tier) = (community.dossiers.list[dossier as usize].id, &self.ladder.tiers[k]);
        work.desks[desks::first_desk(self.ground, id)].minutes -= tier.mentor_minutes;
        settlement.grant_tier(id, tier.feeds, tier.fame);
    }
}

/// The side of a sponsor: sponsors of one side count as one if sponsors must come from different sides.
fn side(
    population: &Population,
    community: &Community,
    ground: &TickContext,
    apart: Apart,
    dossier: u32,
) -> (usize, u64) {
    let id = community.dossiers.list[dossier as usize].id;
    let segment = population.segment_of(id);
    match (apart, ground.model.segments[segment].employers) {
        (Apart::Anywhere, _) => (0, 0),
        (Apart::DifferentSegments, _) => (segment, 0),
        (Apart::DifferentEmployers, 0) => (usize::MAX, u64::from(id)),
        (Apart::DifferentEmployers, n) => (segment, ground.person(id).named("employer").bits() % u64::from(n)),
    }
}
