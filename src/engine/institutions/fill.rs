//! Fill: who may stand for a tier, and who is let in.
//!
//! Invariant: a tier never holds more people than it has seats.

use super::{Meeting, due};
use crate::engine::settlement::Settlement;
use crate::model::Tier;
use crate::world::World;
use crate::world::dossier::Part;
use crate::world::people::{NONE, Stage};

impl Meeting<'_> {
    /// Lets people in, best first.
    pub(super) fn fill(&self, world: &mut World, k: usize, settlement: &mut Settlement) {
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
                clock.engaged && clock.part == Part::Staff
            })
            .count();
        let ticks = tier.every.unwrap_or(1.0).max(1.0);
        // At least one act of vouching may always be gathered, or a ladder with dates close together would never begin.
        let times = ((holders + staff) as f64 * self.ladder.vouches * ticks).max(f64::from(tier.sponsors));
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
        list.retain(|&dossier| {
            let file = &world.dossiers.list[dossier as usize];
            let standing = world.dossiers.standing(dossier, self.index);
            if standing.tier != from
                || !self.ladder.admits(file.clock.part)
                || world.people.stage[file.id as usize] != Stage::Member as u8
            {
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
            let (points, deeds) =
                if asks { world.dossiers.window(dossier, tier.window, world.tick) } else { (0.0, 0.0) };
            tier.points.is_none_or(|p| points >= p) && tier.deeds.is_none_or(|d| deeds >= d)
        });
        list
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
        settlement.grant_tier(world.dossiers.list[dossier as usize].id, tier.feeds, tier.fame);
    }
}
