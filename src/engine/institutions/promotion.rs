//! Promotion: who may stand for a tier, and who is let in.
//!
//! Invariant: a tier never holds more people than it has seats.

use crate::world::{Community, Population, Work};
use rayon::prelude::*;

use super::Meeting;
use super::employers::Shares;
use super::sponsors::{Sponsors, staff};
use crate::engine::closing::chapters::Room;
use crate::engine::settle::Settlement;
use crate::engine::settle::desks;
use crate::model::Tier;
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
            if tier.is_limited() {
                self.update_cut(community, k, tier);
            }
            return;
        }
        community.ladders[self.index][k].since.get_or_insert(now);
        let mut sponsors = Sponsors::of(self, population, community, k);
        let held = community.ladders[self.index][k].holders.len() as u32;
        let open = tier.places(self.members).map_or(u32::MAX, |seats| seats.saturating_sub(held));
        if self.decides(tier) {
            let mut room = Room::new(community, self.ground, self.index, k);
            let mut candidates = self.candidates(population, community, tier, settlement, room.caps());
            let (stood, before) = (candidates.len(), community.ladders[self.index][k].entered);
            if tier.nominated_by > 0 {
                candidates = self.nominated(community, tier, candidates);
            }
            let mut shares = tier.is_capped().then(|| Shares::of(self, population, community, k));
            let mut places = open;
            let ranked = match &tier.judged {
                Some((by, vote)) => self.elected(population, community, tier, (*by, vote), candidates, open),
                None => self.ranked(community, tier, candidates),
            };
            for (_, dossier) in ranked {
                if places == 0 || sponsors.are_spent() {
                    break;
                }
                if tier.chance < 1.0 && self.draw(community, tier, "entry", dossier).unit() >= tier.chance {
                    continue;
                }
                let id = community.dossiers.list[dossier as usize].id;
                let employer = self.employer(population, id);
                let may = sponsors.can_vouch(employer) && shares.as_ref().is_none_or(|s| s.have_room(tier, employer));
                if !may || !room.takes(self.ground, id) {
                    continue;
                }
                sponsors.vouch();
                if let Some(shares) = &mut shares {
                    shares.add(employer);
                }
                places = places.saturating_sub(1);
                self.enter(community, work, k, dossier, settlement);
            }
            if tier.is_decided() {
                let state = &mut community.ladders[self.index][k];
                let fades = libm::exp2(-tier.between_dates(self.year()) / self.year()) as f32;
                let entered = state.entered - before;
                state.stood = state.stood * fades + stood as f32;
                state.let_in = state.let_in * fades + entered as f32;
            }
            sponsors.keep(&mut community.ladders[self.index][k]);
        }
        if tier.is_limited() {
            self.update_cut(community, k, tier);
        }
    }

    /// The candidates whom holders of a tier, and staff, nominate: the best of them, as many as nominations are made.
    fn nominated(&self, community: &Community, tier: &Tier, candidates: Vec<u32>) -> Vec<u32> {
        let each = self.ladder.nominates * tier.between_dates(self.year());
        let nominators =
            self.serving(community, usize::from(tier.nominated_by) - 1).into_iter().chain(staff(community));
        let made = |d: u32| each.floor() + f64::from(self.draw(community, tier, "nominates", d).unit() < each.fract());
        let most = nominators.map(made).fold(0.0, |sum, n| sum + n) as usize;
        let ranked = self.ranked(community, tier, candidates);
        ranked.into_iter().take(most).map(|(_, dossier)| dossier).collect()
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
            && !tier.is_limited()
            && tier.nominated_by == 0
            && tier.on_day.is_none()
            && !tier.is_capped()
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
            if standing.tier != from || asks && standing.lapsed && tier.within.is_infinite() {
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
        standing.moves(k as u8 + 1, now);
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
