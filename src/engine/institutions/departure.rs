//! Departure: who leaves a tier, and on which tier they end up.
//!
//! Invariant: those who are sent down end up on a tier with a free seat, or in the open community.

use super::Meeting;
use crate::engine::closing::chapters::Room;
use crate::incentives::ladder::Otherwise;
use crate::model::Tier;
use crate::world::dossier::Suspended;
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
    /// From those who have served, back to a tier.
    Returns(usize),
}

/// How a holder leaves a tier.
#[derive(Clone, Copy)]
enum Exit {
    /// To the tier below, or off the ladder.
    Sent(Otherwise),
    /// To the tier of those who have served, or off the ladder.
    Retires,
    /// Back from there to the tier that they held before.
    Returns(usize),
}

impl Meeting<'_> {
    /// Exits, terms, and reviews of one tier.
    pub(super) fn depart(&self, population: &Population, community: &mut Community, k: usize) {
        let tier = &self.ladder.tiers[k];
        let voted_out = self.voted_out(community, k);
        let holders = std::mem::take(&mut community.ladders[self.index][k].holders);
        let mut stay = Vec::with_capacity(holders.len());
        for dossier in holders {
            self.lift(community, tier, dossier);
            let verdict = match self.verdict(population, community, tier, dossier) {
                Verdict::Stays | Verdict::Short if voted_out.contains(&dossier) => Verdict::Goes(tier.otherwise),
                verdict => verdict,
            };
            match self.after_grace(community, tier, dossier, verdict) {
                None => stay.push(dossier),
                Some(Exit::Sent(Otherwise::Demote)) => {
                    let to = self.resting_tier(community, tier.from, dossier);
                    self.move_down(community, k, dossier, to);
                    community.dossiers.standing_mut(dossier, self.index).lapsed = true;
                }
                Some(Exit::Sent(Otherwise::Exit)) => {
                    self.move_down(community, k, dossier, 0);
                    community.dossiers.standing_mut(dossier, self.index).lapsed = true;
                }
                Some(Exit::Sent(Otherwise::Suspend)) => {
                    let voted = voted_out.contains(&dossier) || !self.falls_short(community, tier, dossier);
                    let standing = community.dossiers.standing_mut(dossier, self.index);
                    standing.suspended = if voted { Suspended::Voted } else { Suspended::Short };
                    stay.push(dossier);
                }
                Some(Exit::Retires) => {
                    let idle = self.is_idle(community, tier, dossier);
                    self.retire(community, k, dossier);
                    community.dossiers.standing_mut(dossier, self.index).lapsed = idle;
                }
                Some(Exit::Returns(to)) => self.come_back(community, k, dossier, to),
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
            (Verdict::Returns(to), _) => Some(Exit::Returns(to)),
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

    /// Whether a holder is below the floors of the tier, and is not too new to be.
    fn falls_short(&self, community: &Community, tier: &Tier, dossier: u32) -> bool {
        let held = self.ground.tick as f32 - community.dossiers.standing(dossier, self.index).entered;
        if held < tier.immunity {
            return false;
        }
        let (points, deeds) = community.dossiers.window(dossier, tier.keep_window, self.ground.tick);
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
        let over = self.is_idle(community, tier, dossier)
            || self.term_ends(tier, now - standing.entered)
            || tier.goes > 0.0 && self.draw(community, tier, "goes", dossier).unit() < tier.goes;
        if over {
            return Verdict::Retires;
        }
        if tier.back_after.is_some_and(|deeds| standing.since >= deeds)
            && let Some(to) = usize::from(standing.came_from).checked_sub(1).filter(|to| self.has_room(community, *to))
        {
            return Verdict::Returns(to);
        }
        if !self.is_reviewed(community, tier, dossier) {
            return Verdict::Stays;
        }
        if tier.fall > 0.0 && self.draw(community, tier, "review", dossier).unit() < tier.fall {
            return Verdict::Goes(tier.otherwise);
        }
        if self.falls_short(community, tier, dossier) { Verdict::Short } else { Verdict::Stays }
    }

    /// Whether a holder has been idle for as long as the tier allows.
    fn is_idle(&self, community: &Community, tier: &Tier, dossier: u32) -> bool {
        let standing = community.dossiers.standing(dossier, self.index);
        let idle = self.ground.tick as f32 - standing.last.max(standing.entered);
        tier.inactive.is_some_and(|limit| idle > limit)
    }

    /// Whether the term of a holder ends in this tick, who has held the tier for some time.
    fn term_ends(&self, tier: &Tier, held: f32) -> bool {
        let over = |term: f32| held + 1.0 >= term;
        match tier.term_day {
            None => tier.term.is_some_and(over),
            Some(day) => held > 0.0 && self.is_day(day) && tier.term.is_none_or(over),
        }
    }

    /// Whether a review of a holder falls in this tick.
    pub(super) fn is_reviewed(&self, community: &Community, tier: &Tier, dossier: u32) -> bool {
        let age = f64::from(self.ground.tick as f32 - community.dossiers.standing(dossier, self.index).entered);
        tier.review.is_some_and(|every| (age / every).floor() > ((age - 1.0).max(0.0) / every).floor())
            || age > 0.0 && tier.review_day.is_some_and(|day| self.is_day(day))
    }

    /// Suspends a holder who has been idle for long, and ends a suspension whose reason is gone.
    fn lift(&self, community: &mut Community, tier: &Tier, dossier: u32) {
        if !tier.suspends() {
            return;
        }
        let standing = community.dossiers.standing(dossier, self.index);
        let idle = self.ground.tick as f32 - standing.last.max(standing.entered);
        let suspended = match standing.suspended {
            Suspended::No | Suspended::Idle if tier.suspended.is_some_and(|limit| idle > limit) => Suspended::Idle,
            Suspended::Short if self.falls_short(community, tier, dossier) => Suspended::Short,
            Suspended::Voted if !self.is_reviewed(community, tier, dossier) => Suspended::Voted,
            _ => Suspended::No,
        };
        community.dossiers.standing_mut(dossier, self.index).suspended = suspended;
    }

    /// Whether a tier has a free seat.
    fn has_room(&self, community: &Community, k: usize) -> bool {
        let held = community.ladders[self.index][k].holders.len() as u32;
        let tier = &self.ladder.tiers[k];
        tier.on_now && tier.places(self.members).is_none_or(|seats| held < seats)
    }

    /// A holder comes back from those who have served to the tier that they held before.
    fn come_back(&self, community: &mut Community, k: usize, dossier: u32, to: usize) {
        let now = self.ground.tick as f32;
        let standing = community.dossiers.standing_mut(dossier, self.index);
        let rested = f64::from(now - standing.entered);
        standing.moves(to as u8 + 1, now);
        let before = &mut community.ladders[self.index][k];
        before.promoted += 1;
        before.dwelt += rested;
        let state = &mut community.ladders[self.index][to];
        state.entered += 1;
        state.waited += rested;
        state.holders.push(dossier);
    }

    /// A holder goes by themselves: to the tier of those who have served, or off the ladder.
    fn retire(&self, community: &mut Community, k: usize, dossier: u32) {
        let to = self.ladder.tiers[k].to;
        let room = |into: usize| self.has_room(community, into);
        let Some(into) = usize::from(to).checked_sub(1).filter(|into| *into != k && room(*into)) else {
            return self.move_down(community, k, dossier, 0);
        };
        let now = self.ground.tick;
        let served = f64::from(now as f32 - community.dossiers.standing(dossier, self.index).entered);
        self.move_down(community, k, dossier, 0);
        let standing = community.dossiers.standing_mut(dossier, self.index);
        (standing.tier, standing.came_from) = (to, k as u8 + 1);
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
            let mut room = Room::new(community, self.ground, self.index, k);
            let has_room = room.takes(self.ground, community.dossiers.list[dossier as usize].id);
            if has_room && self.has_room(community, k) {
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
        standing.moves(to, now);
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
