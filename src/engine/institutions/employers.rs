//! Employers: for whom people work, and how much of a tier the people of one employer hold.
//!
//! Invariant: a person whose segment has no employers works for nobody else's employer: they count as one of their own.

use std::collections::BTreeMap;

use super::Meeting;
use crate::model::Tier;
use crate::world::{Community, Population};

/// An employer; or a segment, where people need only be of different segments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Employer(usize, u64);

impl Employer {
    /// A segment as if it were an employer.
    pub(super) fn segment(segment: usize) -> Self {
        Employer(segment, 0)
    }
}

impl Meeting<'_> {
    /// The employer of a person: one of those of their segment, drawn once.
    pub(super) fn employer(&self, population: &Population, id: u32) -> Employer {
        let segment = population.segment_of(id);
        match self.ground.model.segments[segment].employers {
            0 => Employer(usize::MAX, u64::from(id)),
            n => Employer(segment, self.ground.person(id).named("employer").bits() % u64::from(n)),
        }
    }
}

/// The people of a tier by employer.
pub(super) struct Shares {
    held: BTreeMap<Employer, u32>,
    all: u32,
}

impl Shares {
    pub(super) fn of(meeting: &Meeting, population: &Population, community: &Community, k: usize) -> Self {
        let mut shares = Shares { held: BTreeMap::new(), all: 0 };
        for &dossier in &community.ladders[meeting.index][k].holders {
            shares.add(meeting.employer(population, community.dossiers.list[dossier as usize].id));
        }
        shares
    }

    /// Whether one more person of an employer may come onto a tier. One is always allowed: otherwise nobody could begin.
    pub(super) fn have_room(&self, tier: &Tier, employer: Employer) -> bool {
        let after = self.held.get(&employer).copied().unwrap_or(0) + 1;
        let most = tier.employer_share * f64::from(self.all + 1) + 1e-9;
        tier.employer_seats.is_none_or(|seats| after <= seats) && (after == 1 || f64::from(after) <= most)
    }

    pub(super) fn add(&mut self, employer: Employer) {
        *self.held.entry(employer).or_default() += 1;
        self.all += 1;
    }
}
