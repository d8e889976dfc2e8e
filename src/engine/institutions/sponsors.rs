//! Sponsors: how many people holders and staff can vouch for at a meeting, and for whom.
//!
//! Invariant: sponsors do not vouch more often than the ladder allows; what they did not use within a year is gone.

use std::collections::BTreeMap;

use super::Meeting;
use super::employers::Employer;
use crate::incentives::ladder::Apart;
use crate::world::dossier::Part;
use crate::world::{Community, Population, TierState};

/// Staff who work on the product now: they vouch and nominate like holders of the highest tier.
pub(super) fn staff(community: &Community) -> impl Iterator<Item = u32> {
    community.contributors.iter().copied().filter(|d| {
        let clock = &community.dossiers.list[*d as usize].clock;
        clock.engaged && clock.part == Part::Staff
    })
}

/// What is left of the sponsorships of a tier.
pub(super) struct Sponsors {
    /// People who can still be sponsored at this meeting.
    left: u32,
    /// Sponsors that one person needs, and how many of them must work elsewhere.
    needs: (u32, u32),
    /// Times that sponsors may vouch from now on.
    vouches: f64,
    /// People who may vouch, by employer; empty if it does not matter who employs them.
    people: BTreeMap<Employer, u32>,
}

impl Sponsors {
    /// Adds what a tick allows to what was left, and counts how many people that is enough for.
    pub(super) fn of(meeting: &Meeting, population: &Population, community: &mut Community, k: usize) -> Self {
        let tier = &meeting.ladder.tiers[k];
        let needs = (tier.sponsors, tier.sponsors_outside);
        if tier.sponsors == 0 {
            return Sponsors { left: u32::MAX, needs, vouches: 0.0, people: BTreeMap::new() };
        }
        let lowest = usize::from(tier.sponsors_at).saturating_sub(1);
        let vouchers: Vec<u32> = meeting.serving(community, lowest).into_iter().chain(staff(community)).collect();
        let n = vouchers.len() as f64;
        let sponsors = f64::from(tier.sponsors);
        // A ladder begins with one sponsorship for each who may vouch, and never keeps more than those of a year.
        let (first, tick) = (if meeting.ladder.vouches > 0.0 { n } else { 0.0 }, n * meeting.ladder.vouches);
        let most = (n * meeting.ladder.vouches * meeting.year()).max(first);
        let vouches = community.ladders[meeting.index][k].vouches.map_or(first, |left| (left + tick).min(most));
        let mut sides: BTreeMap<Employer, u32> = BTreeMap::new();
        let mut people: BTreeMap<Employer, u32> = BTreeMap::new();
        for &dossier in &vouchers {
            let id = community.dossiers.list[dossier as usize].id;
            let side = match tier.sponsors_from {
                Apart::Anywhere => Employer::default(),
                Apart::DifferentSegments => Employer::segment(population.segment_of(id)),
                Apart::DifferentEmployers => meeting.employer(population, id),
            };
            *sides.entry(side).or_default() += 1;
            if tier.sponsors_outside > 0 {
                *people.entry(meeting.employer(population, id)).or_default() += 1;
            }
        }
        let left = if vouchers.len() < tier.sponsors as usize {
            0
        } else if tier.sponsors_from == Apart::Anywhere {
            (vouches / sponsors) as u32
        } else {
            // One side counts once for each person that it sponsors.
            let acts = |people: u32| {
                let of = |held: &u32| (vouches * f64::from(*held) / n).min(f64::from(people));
                sides.values().map(of).sum::<f64>()
            };
            (1..).take_while(|&people| acts(people) >= sponsors * f64::from(people) - 1e-9).last().unwrap_or(0)
        };
        community.ladders[meeting.index][k].vouches = Some(vouches);
        Sponsors { left, needs, vouches, people }
    }

    pub(super) fn are_spent(&self) -> bool {
        self.left == 0
    }

    /// Whether a person of an employer can be sponsored.
    pub(super) fn can_vouch(&self, candidate: Employer) -> bool {
        let elsewhere = || self.people.iter().filter(|(of, _)| **of != candidate).map(|(_, n)| n).sum::<u32>();
        self.left > 0 && (self.needs.1 == 0 || elsewhere() >= self.needs.1)
    }

    /// One more person is sponsored.
    pub(super) fn vouch(&mut self) {
        self.left = self.left.saturating_sub(1);
        self.vouches -= f64::from(self.needs.0);
    }

    /// Leaves what was not used to later meetings.
    pub(super) fn keep(self, state: &mut TierState) {
        if self.needs.0 > 0 {
            state.vouches = Some(self.vouches.max(0.0));
        }
    }
}
