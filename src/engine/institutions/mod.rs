//! Institutions: ladders meet on their dates.
//!
//! Holders who leave go first. Then places are filled from the top tier down, so that one exit at the top moves one person up on every tier
//! below. Invariant: nobody comes onto a tier that has no free seat, neither from below nor from above.

use crate::engine::context::TickContext;
use crate::engine::settle::Settlement;
use crate::model::{Ladder, Tier};
use crate::world::calendar::{YEAR, Yearly};
use crate::world::stream::Stream;
use crate::world::{Community, Population, Work};

mod departure;
mod employers;
mod founders;
mod promotion;
mod ranking;
mod sponsors;
mod voting;

pub(super) use founders::seat_founders;

/// One meeting of every ladder.
pub(super) fn meet(
    population: &mut Population,
    community: &mut Community,
    work: &mut Work,
    ground: &TickContext,
    settlement: &mut Settlement,
) {
    for (index, ladder) in ground.rules.ladders.iter().enumerate().filter(|(_, l)| l.on_now) {
        let luck = ground.luck.named("ladder").named(&ladder.name);
        let meeting = Meeting { index, ladder, ground, luck, members: population.all_members() };
        for (k, dossier) in seat_founders(population, community, ground, index) {
            meeting.welcome(community, work, k, dossier, settlement);
        }
        // From the bottom up, so that places on lower tiers become free before holders are sent down to them.
        for &k in ladder.top_first.iter().rev() {
            meeting.depart(population, community, k);
        }
        for &k in ladder.top_first.iter().filter(|k| ladder.tiers[**k].on_now) {
            meeting.fill(population, community, work, k, settlement);
        }
    }
}

/// Holders for whom `goes` is true give up their places, on every ladder.
pub(super) fn vacate(community: &mut Community, ground: &TickContext, members: u64, goes: impl Fn(u32) -> bool) {
    for (index, ladder) in ground.rules.ladders.iter().enumerate() {
        let luck = ground.luck.named("ladder").named(&ladder.name);
        let meeting = Meeting { index, ladder, ground, luck, members };
        for k in 0..ladder.tiers.len() {
            let holders = std::mem::take(&mut community.ladders[index][k].holders);
            let (gone, stay): (Vec<u32>, Vec<u32>) =
                holders.into_iter().partition(|&dossier| goes(community.dossiers.list[dossier as usize].id));
            community.ladders[index][k].holders = stay;
            for dossier in gone {
                meeting.move_down(community, k, dossier, 0);
            }
        }
    }
}

/// One meeting of one ladder.
struct Meeting<'a> {
    index: usize,
    ground: &'a TickContext<'a>,
    ladder: &'a Ladder,
    luck: Stream,
    /// Members of the community.
    members: u64,
}

impl Meeting<'_> {
    /// Whether a day of the year falls in this tick.
    fn is_day(&self, day: Yearly) -> bool {
        self.ground.model.calendar.has(self.ground.tick, day)
    }

    /// Whether people are let in on a tier in this tick.
    fn decides(&self, tier: &Tier) -> bool {
        match (tier.every, tier.on_day) {
            (None, None) => true,
            (every, day) => {
                every.is_some_and(|every| self.ground.due(every)) || day.is_some_and(|day| self.is_day(day))
            }
        }
    }

    /// Ticks of a year.
    fn year(&self) -> f64 {
        YEAR / self.ground.days()
    }

    /// Holders of a tier and of those above who are not suspended.
    fn serving(&self, community: &Community, lowest: usize) -> Vec<u32> {
        let from = self.ladder.top_first.iter().filter(|t| self.ladder.is_upon(**t, lowest));
        let holders = from.flat_map(|t| community.ladders[self.index][*t].holders.iter().copied());
        let serves = |d: &u32| community.dossiers.standing(*d, self.index).serves() > 0;
        holders.filter(serves).collect()
    }

    /// The address of a holder's draw for a purpose, in this tick.
    fn draw(&self, community: &Community, tier: &Tier, what: &str, dossier: u32) -> Stream {
        let id = community.dossiers.list[dossier as usize].id;
        self.luck.named(&tier.name).named(what).at(u64::from(self.ground.tick)).at(u64::from(id))
    }
}
