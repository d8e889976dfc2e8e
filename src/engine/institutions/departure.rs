//! Departure: who leaves a tier, and on which tier they end up.
//!
//! Invariant: those who are sent down end up on a tier with a free seat, or in the open community.

use super::Meeting;
use crate::engine::closing::chapters::Room;
use crate::incentives::ladder::Otherwise;
use crate::model::Tier;
use crate::world::people::Stage;
use crate::world::{Community, Population};

/// What a meeting finds about a holder.
enum Verdict {
    /// Nothing.
    Stays,
    /// A review found them below the bar.
    Short,
    /// Down, or off.
    Goes(Otherwise),
    /// By themselves.
    Retires,
}

/// How a holder leaves a tier.
#[derive(Clone, Copy)]
enum Exit {
    /// To the tier below, or off the ladder.
    Sent(Otherwise),
    /// To the tier of those who have served, or off the ladder.
    Retires,
}

impl Meeting<'_> {
    /// Exits, terms, and reviews of one tier.
    pub(super) fn depart(&self, population: &Population, community: &mut Community, k: usize) {
        let tier = &self.ladder.tiers[k];
        let voted_out = self.voted_out(community, k);
        let holders = std::mem::take(&mut community.ladders[self.index][k].holders);
        let mut stay = Vec::with_capacity(holders.len());
        for dossier in holders {
            let verdict = match self.verdict(population, community, tier, dossier) {
                Verdict::Stays | Verdict::Short if voted_out.contains(&dossier) => Verdict::Goes(tier.otherwise),
                verdict => verdict,
            };
            match self.after_grace(community, tier, dossier, verdict) {
                None => stay.push(dossier),
                Some(Exit::Sent(Otherwise::Demote)) => {
                    let to = self.resting_tier(community, tier.from, dossier);
                    self.move_down(community, k, dossier, to);
                }
                Some(Exit::Sent(Otherwise::Exit)) => self.move_down(community, k, dossier, 0),
                Some(Exit::Retires) => self.retire(community, k, dossier),
            }
        }
        community.ladders[self.index][k].holders = stay;
    }

    /// A holder whom a review finds below the bar has a grace period, and goes if they are still below the bar when it ends.
    fn after_grace(&self, community: &mut Community, tier: &Tier, dossier: u32, verdict: Verdict) -> Option<Exit> {
        let now = self.ground.tick as f32;
        let short = matches!(verdict, Verdict::Short) || self.falls_short(community, tier, dossier);
        let standing = community.dossiers.standing_mut(dossier, self.index);
        match (verdict, standing.warned) {
            (Verdict::Goes(how), _) => {
                standing.warned = None;
                Some(Exit::Sent(how))
            }
            (Verdict::Retires, _) => {
                standing.warned = None;
                Some(Exit::Retires)
            }
            (Verdict::Short, None) if tier.grace > 0.0 => {
                standing.warned = Some(now);
                None
            }
            (Verdict::Short, None) => Some(Exit::Sent(tier.otherwise)),
            (_, Some(since)) if now - since >= tier.grace => {
                standing.warned = None;
                short.then_some(Exit::Sent(tier.otherwise))
            }
            _ => None,
        }
    }

    /// Whether a holder is below the floors of the tier.
    fn falls_short(&self, community: &Community, tier: &Tier, dossier: u32) -> bool {
        let (points, deeds) = community.dossiers.window(dossier, tier.window, self.ground.tick);
        points < tier.keep_points * tier.hysteresis || deeds < tier.keep_deeds * tier.hysteresis
    }

    /// What the meeting finds about a holder.
    fn verdict(&self, population: &Population, community: &Community, tier: &Tier, dossier: u32) -> Verdict {
        let now = self.ground.tick as f32;
        let file = &community.dossiers.list[dossier as usize];
        let standing = community.dossiers.standing(dossier, self.index);
        if !tier.on_now
            || !self.ladder.admits(file.clock.part)
            || population.people.stage[file.id as usize] != Stage::Member as u8
        {
            return Verdict::Goes(Otherwise::Exit);
        }
        let idle = now - standing.last.max(standing.entered);
        let over = tier.inactive.is_some_and(|limit| idle > limit)
            || tier.term.is_some_and(|term| now + 1.0 - standing.entered >= term)
            || tier.goes > 0.0 && self.draw(community, tier, "goes", dossier).unit() < tier.goes;
        if over {
            return Verdict::Retires;
        }
        if !self.is_reviewed(community, tier, dossier) {
            return Verdict::Stays;
        }
        if tier.fall > 0.0 && self.draw(community, tier, "review", dossier).unit() < tier.fall {
            return Verdict::Goes(tier.otherwise);
        }
        if self.falls_short(community, tier, dossier) { Verdict::Short } else { Verdict::Stays }
    }

    /// Whether a review of a holder falls in this tick.
    pub(super) fn is_reviewed(&self, community: &Community, tier: &Tier, dossier: u32) -> bool {
        let age = f64::from(self.ground.tick as f32 - community.dossiers.standing(dossier, self.index).entered);
        tier.review.is_some_and(|every| (age / every).floor() > ((age - 1.0).max(0.0) / every).floor())
    }

    /// A holder goes by themselves: to the tier of those who have served, or off the ladder.
    fn retire(&self, community: &mut Community, k: usize, dossier: u32) {
        let to = self.ladder.tiers[k].to;
        let room = |k: usize| {
            let held = community.ladders[self.index][k].holders.len() as u32;
            let tier = &self.ladder.tiers[k];
            tier.on_now && tier.seats.is_none_or(|seats| held < seats)
        };
        let Some(into) = usize::from(to).checked_sub(1).filter(|into| *into != k && room(*into)) else {
            return self.move_down(community, k, dossier, 0);
        };
        let now = self.ground.tick;
        let served = f64::from(now as f32 - community.dossiers.standing(dossier, self.index).entered);
        self.move_down(community, k, dossier, 0);
        community.dossiers.standing_mut(dossier, self.index).tier = to;
        let state = &mut community.ladders[self.index][into];
        state.since.get_or_insert(now);
        state.entered += 1;
        state.waited += served;
        state.holders.push(dossier);
    }

    /// The tier on which a holder ends up who is sent down to tier `to`: this one, or the next one below that has a free seat.
    fn resting_tier(&self, community: &Community, mut to: u8, dossier: u32) -> u8 {
        while to > 0 {
            let k = usize::from(to) - 1;
            let held = community.ladders[self.index][k].holders.len() as u32;
            let mut room = Room::new(community, self.ground, self.index, k);
            let has_room = room.takes(self.ground, community.dossiers.list[dossier as usize].id);
            if has_room && self.ladder.tiers[k].seats.is_none_or(|seats| held < seats) {
                break;
            }
            to = self.ladder.tiers[k].from;
        }
        to
    }

    /// Takes a holder off tier `k`, down to tier `to`; 0: off the ladder.
    pub(super) fn move_down(&self, community: &mut Community, k: usize, dossier: u32, to: u8) {
        let now = self.ground.tick as f32;
        let standing = community.dossiers.standing_mut(dossier, self.index);
        let dwelt = f64::from(now - standing.entered);
        standing.tier = to;
        standing.entered = now;
        let state = &mut community.ladders[self.index][k];
        state.dwelt += dwelt;
        if to > 0 {
            state.demoted += 1;
        } else {
            state.exited += 1;
        }
        if to > 0 {
            community.ladders[self.index][to as usize - 1].holders.push(dossier);
        }
    }
}
