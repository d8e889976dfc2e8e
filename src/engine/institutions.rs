//! Institutions: ladders meet on their dates.
//!
//! First those who leave go, then places are filled from the top tier down, so that one exit at the top moves somebody on every
//! tier below. Invariant: nobody comes onto a tier that has no free seat, neither from below nor from above.

use super::ground::Ground;
use super::publish::bucket;
use super::settlement::Settlement;
use crate::incentives::ladder::{Otherwise, RankBy};
use crate::model::{Ladder, Tier};
use crate::world::World;
use crate::world::people::{NONE, Stage};
use crate::world::stream::Stream;

/// Times a year that a holder may vouch for somebody.
const VOUCHES_A_YEAR: f64 = 2.0;

/// One meeting of every ladder.
pub(super) fn meet(world: &mut World, ground: &Ground, settlement: &mut Settlement) {
    for (index, ladder) in ground.rules.ladders.iter().enumerate().filter(|(_, l)| l.on_now) {
        let meeting =
            Meeting { index, ladder, anew: ground.anew, luck: ground.luck.named("ladder").named(&ladder.name) };
        // From the bottom up: who is sent down finds the places of those who have just gone.
        for &k in ladder.top_first.iter().rev() {
            meeting.depart(world, k);
        }
        for &k in ladder.top_first.iter().filter(|k| ladder.tiers[**k].on_now) {
            meeting.fill(world, k, settlement);
        }
    }
}

/// Whether a date that comes every so many ticks falls in this one.
fn due(tick: u32, every: f64) -> bool {
    ((f64::from(tick) + 1.0) / every).floor() > (f64::from(tick) / every).floor()
}

/// What a meeting finds about a holder.
enum Verdict {
    /// Nothing.
    Stays,
    /// A review found them below the bar.
    Short,
    /// Down, or off.
    Goes(Otherwise),
}

struct Meeting<'a> {
    index: usize,
    /// Whether the rules changed with this tick.
    anew: bool,
    ladder: &'a Ladder,
    luck: Stream,
}

impl Meeting<'_> {
    fn draw(&self, world: &World, tier: &Tier, what: &str, dossier: u32) -> Stream {
        let id = world.dossiers.list[dossier as usize].id;
        self.luck.named(&tier.name).named(what).at(u64::from(world.tick)).at(u64::from(id))
    }

    /// Exits, terms, and reviews of one tier.
    fn depart(&self, world: &mut World, k: usize) {
        let tier = &self.ladder.tiers[k];
        let holders = std::mem::take(&mut world.ladders[self.index][k].holders);
        let mut stay = Vec::with_capacity(holders.len());
        for dossier in holders {
            let verdict = self.verdict(world, tier, dossier);
            match self.graced(world, tier, dossier, verdict) {
                None => stay.push(dossier),
                Some(Otherwise::Demote) => {
                    let to = self.below(world, tier.from);
                    self.go(world, k, dossier, to);
                }
                Some(Otherwise::Exit) => self.go(world, k, dossier, 0),
            }
        }
        world.ladders[self.index][k].holders = stay;
    }

    /// Somebody whom a review finds short has a grace to make up for it; who then still falls short goes.
    fn graced(&self, world: &mut World, tier: &Tier, dossier: u32, verdict: Verdict) -> Option<Otherwise> {
        let now = world.tick as f32;
        let short = matches!(verdict, Verdict::Short) || self.short(world, tier, dossier);
        let standing = world.dossiers.standing_mut(dossier, self.index);
        match (verdict, standing.warned) {
            (Verdict::Goes(how), _) => {
                standing.warned = None;
                Some(how)
            }
            (Verdict::Short, None) if tier.grace > 0.0 => {
                standing.warned = Some(now);
                None
            }
            (Verdict::Short, None) => Some(tier.otherwise),
            (_, Some(since)) if now - since >= tier.grace => {
                standing.warned = None;
                short.then_some(tier.otherwise)
            }
            _ => None,
        }
    }

    /// Whether somebody is below what the tier asks of its holders.
    fn short(&self, world: &World, tier: &Tier, dossier: u32) -> bool {
        let (points, deeds) =
            world.dossiers.standing(dossier, self.index).window(bucket(self.ladder, world.tick), tier.buckets);
        points < tier.keep_points * tier.hysteresis || deeds < tier.keep_deeds * tier.hysteresis
    }

    /// What becomes of a holder.
    fn verdict(&self, world: &World, tier: &Tier, dossier: u32) -> Verdict {
        let now = world.tick as f32;
        let file = &world.dossiers.list[dossier as usize];
        let standing = world.dossiers.standing(dossier, self.index);
        if !tier.on_now || world.people.stage[file.id as usize] == Stage::Left as u8 {
            return Verdict::Goes(Otherwise::Exit);
        }
        let idle = now - standing.last.max(standing.entered);
        let over = tier.inactive.is_some_and(|limit| idle > limit)
            || tier.term.is_some_and(|term| now + 1.0 - standing.entered >= term)
            || tier.goes > 0.0 && self.draw(world, tier, "goes", dossier).unit() < tier.goes;
        if over {
            return Verdict::Goes(Otherwise::Exit);
        }
        let Some(every) = tier.review else { return Verdict::Stays };
        let age = f64::from(now - standing.entered);
        if (age / every).floor() <= ((age - 1.0).max(0.0) / every).floor() {
            return Verdict::Stays;
        }
        if tier.fall > 0.0 && self.draw(world, tier, "review", dossier).unit() < tier.fall {
            return Verdict::Goes(tier.otherwise);
        }
        if self.short(world, tier, dossier) { Verdict::Short } else { Verdict::Stays }
    }

    /// Where somebody comes to rest who is sent down to a tier: on it, or on the next below that has a free seat.
    fn below(&self, world: &World, mut to: u8) -> u8 {
        while to > 0 {
            let k = usize::from(to) - 1;
            let held = world.ladders[self.index][k].holders.len() as u32;
            if self.ladder.tiers[k].seats.is_none_or(|seats| held < seats) {
                break;
            }
            to = self.ladder.tiers[k].from;
        }
        to
    }

    fn go(&self, world: &mut World, k: usize, dossier: u32, to: u8) {
        let now = world.tick as f32;
        let standing = world.dossiers.standing_mut(dossier, self.index);
        let dwelt = f64::from(now - standing.entered);
        standing.tier = to;
        standing.entered = now;
        let state = &mut world.ladders[self.index][k];
        state.dwelt += dwelt;
        if to > 0 {
            state.demoted += 1;
        } else {
            state.exited += 1;
        }
        if to > 0 {
            world.ladders[self.index][to as usize - 1].holders.push(dossier);
        }
    }

    /// Lets people in, best first.
    fn fill(&self, world: &mut World, k: usize, settlement: &mut Settlement) {
        let now = world.tick;
        world.ladders[self.index][k].since.get_or_insert(now);
        let tier = &self.ladder.tiers[k];
        let open = tier.seats.map_or(u32::MAX, |s| s.saturating_sub(world.ladders[self.index][k].holders.len() as u32));
        if tier.every.is_none_or(|every| due(world.tick, every)) {
            let candidates = self.candidates(world, tier, settlement);
            let mut vouches = self.vouches(world, k, tier);
            let mut places = open;
            for (_, dossier) in self.ranked(world, tier, candidates) {
                if places == 0 || tier.sponsors > 0 && vouches < f64::from(tier.sponsors) {
                    break;
                }
                if tier.chance < 1.0 && self.draw(world, tier, "entry", dossier).unit() >= tier.chance {
                    continue;
                }
                vouches -= f64::from(tier.sponsors);
                places = places.saturating_sub(1);
                self.enter(world, k, dossier, settlement);
            }
        }
        if tier.seats.is_some() {
            self.cut(world, k, tier);
        }
    }

    /// How many times those who may vouch can do so at this meeting: holders of the tier and above, and staff.
    fn vouches(&self, world: &World, k: usize, tier: &Tier) -> f64 {
        if tier.sponsors == 0 {
            return f64::INFINITY;
        }
        let above = self.ladder.top_first.iter().take_while(|t| **t != k).copied().chain([k]);
        let holders: usize = above.map(|t| world.ladders[self.index][t].holders.len()).sum();
        let staff = world
            .contributors
            .iter()
            .filter(|d| {
                let clock = &world.dossiers.list[**d as usize].clock;
                clock.engaged && clock.part == crate::world::dossier::Part::Staff
            })
            .count();
        let ticks = tier.every.unwrap_or(1.0).max(1.0) * f64::from(world.tick_days) / 365.25;
        // At least one act of vouching may always be gathered, or a ladder with dates close together would never begin.
        let times = ((holders + staff) as f64 * VOUCHES_A_YEAR * ticks).max(f64::from(tier.sponsors));
        if holders + staff >= tier.sponsors as usize { times } else { 0.0 }
    }

    /// Dossiers that meet what the tier asks.
    fn candidates(&self, world: &mut World, tier: &Tier, settlement: &Settlement) -> Vec<u32> {
        let asks = tier.points.is_some() || tier.deeds.is_some();
        let from = tier.from;
        let mut list: Vec<u32> = if from > 0 {
            world.ladders[self.index][from as usize - 1].holders.clone()
        } else if asks
            && !self.anew
            && tier.every.is_none()
            && tier.chance >= 1.0
            && tier.tenure == 0.0
            && tier.sponsors == 0
            && tier.seats.is_none()
        {
            // Nobody else can have come up to the bar since the last meeting.
            settlement.touched.clone()
        } else {
            if !asks {
                // The whole community may stand: everybody needs a dossier.
                for row in 0..world.people.len() {
                    if world.people.is_member(row) && world.people.dossier[row] == NONE {
                        world.people.dossier[row] = world.dossiers.open(row as u32, world.tick as f32);
                    }
                }
            }
            (0..world.dossiers.list.len() as u32).collect()
        };
        let now = world.tick as f32;
        let at = bucket(self.ladder, world.tick);
        list.retain(|&dossier| {
            let file = &world.dossiers.list[dossier as usize];
            let standing = world.dossiers.standing(dossier, self.index);
            if standing.tier != from || world.people.stage[file.id as usize] != Stage::Member as u8 {
                return false;
            }
            let since = if from > 0 || file.first_merged <= crate::world::people::NEVER {
                standing.entered
            } else {
                file.first_merged
            };
            if tier.tenure > 0.0 && now - since < tier.tenure {
                return false;
            }
            let (points, deeds) = if asks { standing.window(at, tier.buckets) } else { (0.0, 0.0) };
            tier.points.is_none_or(|p| points >= p) && tier.deeds.is_none_or(|d| deeds >= d)
        });
        list
    }

    /// Candidates with their rank, the best first; votes count where the tier asks for them.
    fn ranked(&self, world: &World, tier: &Tier, candidates: Vec<u32>) -> Vec<(f32, u32)> {
        let at = bucket(self.ladder, world.tick);
        let score = |dossier: u32| self.rank(world, tier, at, dossier);
        let mut list: Vec<(f32, u32)> = candidates.into_iter().map(|d| (score(d), d)).collect();
        if let Some((by, weight)) = tier.vote.filter(|(by, _)| *by > 0) {
            let voters = &world.ladders[self.index][by as usize - 1].holders;
            let best = list.iter().map(|(s, _)| *s).fold(1.0, f32::max);
            let mut votes = vec![0_u32; list.len()];
            for &voter in voters {
                let mut luck = self.draw(world, tier, "vote", voter).luck();
                // A voter leans to those who have done more, without counting.
                let total: f64 = list.iter().map(|(s, _)| f64::from(1.0 + s)).sum();
                let mut pick = luck.unit() * total;
                for (slot, (s, _)) in votes.iter_mut().zip(&list) {
                    pick -= f64::from(1.0 + s);
                    if pick < 0.0 {
                        *slot += 1;
                        break;
                    }
                }
            }
            let all = voters.len().max(1) as f32;
            for ((rank, _), n) in list.iter_mut().zip(votes) {
                *rank = (1.0 - weight) * *rank / best + weight * n as f32 / all;
            }
        }
        // One lot a candidate: a lot for each comparison would cost more than all else in a large community.
        let lot = |d: u32| self.draw(world, tier, "lottery", d).bits();
        let mut drawn: Vec<(f32, u64, u32)> = list.into_iter().map(|(rank, d)| (rank, lot(d), d)).collect();
        drawn.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        drawn.into_iter().map(|(rank, _, d)| (rank, d)).collect()
    }

    /// What places are ranked by.
    fn rank(&self, world: &World, tier: &Tier, at: u32, dossier: u32) -> f32 {
        let (points, deeds) = world.dossiers.standing(dossier, self.index).window(at, tier.buckets);
        match tier.rank_by {
            RankBy::Points => points,
            RankBy::Deeds => deeds,
            RankBy::Score => world.dossiers.list[dossier as usize].score_at(world.tick as f32),
        }
    }

    fn enter(&self, world: &mut World, k: usize, dossier: u32, settlement: &mut Settlement) {
        let now = world.tick as f32;
        let tier = &self.ladder.tiers[k];
        let standing = world.dossiers.standing_mut(dossier, self.index);
        let (from, dwelt) = (standing.tier, f64::from(now - standing.entered));
        standing.tier = k as u8 + 1;
        standing.entered = now;
        if from > 0 {
            let below = &mut world.ladders[self.index][from as usize - 1];
            below.holders.retain(|&d| d != dossier);
            below.promoted += 1;
            below.dwelt += dwelt;
        }
        let state = &mut world.ladders[self.index][k];
        state.holders.push(dossier);
        state.entered += 1;
        world.review_minutes -= tier.mentor_minutes;
        settlement.grant_tier(world.dossiers.list[dossier as usize].id, &tier.grants, tier.fame);
    }

    /// Where the line runs between those who would be let in and those who would not, as things stand.
    fn cut(&self, world: &mut World, k: usize, tier: &Tier) {
        let seats = tier.seats.unwrap_or(0) as usize;
        let at = bucket(self.ladder, world.tick);
        let below: Vec<u32> = if tier.from > 0 {
            world.ladders[self.index][tier.from as usize - 1].holders.clone()
        } else {
            (0..world.dossiers.list.len() as u32)
                .filter(|d| world.dossiers.standing(*d, self.index).tier == 0)
                .collect()
        };
        let mut scores: Vec<f32> = below.iter().map(|&d| self.rank(world, tier, at, d)).collect();
        scores.sort_by(|a, b| b.total_cmp(a));
        let free = seats.saturating_sub(world.ladders[self.index][k].holders.len());
        let places = if free > 0 { free } else { 1 };
        let state = &mut world.ladders[self.index][k];
        state.rivals = scores.len() as u32;
        state.cut = (scores.len() > places).then(|| (scores[places - 1] + scores[places]) / 2.0);
    }
}
