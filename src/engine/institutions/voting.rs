//! Voting: a vote on those who qualify, and on those who are reviewed.
//!
//! Each voter names as many candidates as there are places, or the better half if places are not limited. The voter's opinion of a
//! candidate is weight × rank by true value + (1 − weight) × luck + noise. Limits: with weight 1 and no noise the best true contributors
//! are named by all; with weight 0 it is a lottery. In a review each voter votes against a holder if the voter's opinion of them is below
//! the floor f: with weight 1 and no noise the lowest share f of the tier goes, with weight 0 as many by lot.

use std::collections::{BTreeMap, BTreeSet};

use super::Meeting;
use super::employers::Employer;
use crate::incentives::ladder::{Passes, Vote};
use crate::model::{Rules, Tier};
use crate::world::maths::normal;
use crate::world::{Community, Population};

/// Shares are meant to three digits, so that 0.667 is two thirds: two of three votes reach it.
const ROUNDING: f64 = 0.0005;

/// Somebody to be voted on.
struct Candidate {
    dossier: u32,
    /// Their standing with all voters, 0 to 1.
    standing: f64,
    lot: u64,
    votes: u32,
    against: u32,
}

impl Meeting<'_> {
    /// Those whom the vote lets in, with their votes, the most votes first; nobody without a quorum.
    pub(super) fn elected(
        &self,
        population: &Population,
        community: &Community,
        tier: &Tier,
        (by, vote): (u8, &Vote),
        candidates: Vec<u32>,
        places: u32,
    ) -> Vec<(f32, u32)> {
        let cast = self.voters(community, tier, "turnout", by, vote.turnout, vote.quorum);
        let cast = self.counted(population, community, tier, vote, cast);
        // Where no share is asked for, silence is consent.
        let silent = vote.share <= 0.0 && vote.least == 0;
        if cast.is_empty() && !(silent && vote.quorum <= 0.0) {
            return Vec::new();
        }
        let rules = self.ground.rules;
        let mut list = self.with_standings(community, rules, (tier, "name"), vote.weight_of_value, candidates);
        let ballots = if vote.noise > 0.0 { cast.len() } else { cast.len().min(1) };
        for &voter in &cast[..ballots] {
            let mut luck = self.draw(community, tier, "ballot", voter).luck();
            let views: Vec<f64> = list.iter().map(|c| c.standing + vote.noise * normal(&mut luck)).collect();
            // Without noise all ballots are the same.
            let weight = if vote.noise > 0.0 { 1 } else { cast.len() as u32 };
            for k in ballot(&list, &views, places) {
                list[k].votes += weight;
            }
            for (candidate, view) in list.iter_mut().zip(&views) {
                candidate.against += if *view < vote.opposes { weight } else { 0 };
            }
        }
        let cast = cast.len() as f64;
        let (reached, exceeded) = ((vote.share - ROUNDING) * cast, (vote.share + ROUNDING) * cast);
        list.retain(|c| {
            let votes = f64::from(c.votes);
            let passes = match vote.passes {
                Passes::AtShare => votes >= reached,
                Passes::AboveShare => votes > exceeded,
            };
            let least = i64::from(c.votes) >= vote.least;
            (c.votes > 0 || silent) && passes && least && vote.against.is_none_or(|most| i64::from(c.against) <= most)
        });
        list.sort_by(|a, b| b.votes.cmp(&a.votes).then(b.standing.total_cmp(&a.standing)).then(a.lot.cmp(&b.lot)));
        list.into_iter().map(|c| (c.votes as f32, c.dossier)).collect()
    }

    /// Those of a tier who are reviewed now and voted out.
    pub(super) fn voted_out(&self, community: &Community, k: usize) -> Vec<u32> {
        let tier = &self.ladder.tiers[k];
        let Some((by, vote)) = &tier.removal else { return Vec::new() };
        let holders = &community.ladders[self.index][k].holders;
        let reviewed: Vec<u32> = holders.iter().copied().filter(|d| self.is_reviewed(community, tier, *d)).collect();
        if reviewed.is_empty() {
            return Vec::new();
        }
        let cast = self.voters(community, tier, "removal", *by, vote.turnout, vote.quorum);
        let list =
            self.with_standings(community, self.ground.rules, (tier, "held"), vote.weight_of_value, holders.clone());
        let against = |one: &Candidate| {
            // Nobody votes on themselves.
            let voters = cast.iter().filter(|voter| **voter != one.dossier);
            let (mut all, mut against) = (0.0, 0.0);
            for voter in voters {
                let mut luck = self.draw(community, tier, "against", *voter).at(u64::from(one.dossier)).luck();
                let view = if vote.noise > 0.0 { one.standing + vote.noise * normal(&mut luck) } else { one.standing };
                all += 1.0;
                against += f64::from(view < vote.floor);
            }
            all > 0.0 && against > 0.0 && against >= (vote.share - ROUNDING) * all
        };
        let mut gone: Vec<u32> =
            list.iter().filter(|one| reviewed.contains(&one.dossier) && against(one)).map(|one| one.dossier).collect();
        gone.sort_unstable();
        gone
    }

    /// The votes that count: of those of one employer only a few, by lot.
    fn counted(
        &self,
        population: &Population,
        community: &Community,
        tier: &Tier,
        vote: &Vote,
        cast: Vec<u32>,
    ) -> Vec<u32> {
        let Some(most) = vote.employer_votes else { return cast };
        let mut drawn: Vec<(u64, u32)> =
            cast.iter().map(|&d| (self.draw(community, tier, "counted", d).bits(), d)).collect();
        drawn.sort_unstable();
        let mut counted: BTreeMap<Employer, i64> = BTreeMap::new();
        drawn.retain(|&(_, d)| {
            let of = counted.entry(self.employer(population, community.dossiers.list[d as usize].id)).or_default();
            *of += 1;
            *of <= most
        });
        let kept: BTreeSet<u32> = drawn.into_iter().map(|(_, d)| d).collect();
        cast.into_iter().filter(|d| kept.contains(d)).collect()
    }

    /// Those of a tier who vote now; nobody without a quorum.
    fn voters(&self, community: &Community, tier: &Tier, what: &str, by: u8, turnout: f64, quorum: f64) -> Vec<u32> {
        let holders: &[u32] = match by {
            0 => &[],
            by => &community.ladders[self.index][by as usize - 1].holders,
        };
        let serves = |d: &u32| community.dossiers.standing(*d, self.index).serves() > 0;
        let voters: Vec<u32> = holders.iter().copied().filter(serves).collect();
        let votes = |&v: &u32| turnout >= 1.0 || self.draw(community, tier, what, v).unit() < turnout;
        let cast: Vec<u32> = voters.iter().copied().filter(votes).collect();
        if (cast.len() as f64) < (quorum - ROUNDING) * voters.len() as f64 { Vec::new() } else { cast }
    }

    /// Candidates with their standings: their rank by true value, mixed with luck.
    fn with_standings(
        &self,
        community: &Community,
        rules: &Rules,
        (tier, what): (&Tier, &str),
        weight: f64,
        candidates: Vec<u32>,
    ) -> Vec<Candidate> {
        let worth = |dossier: u32| -> f64 {
            let counts = &community.dossiers.list[dossier as usize].counts;
            rules.actions.iter().zip(counts).map(|(action, &n)| f64::from(action.value) * f64::from(n)).sum()
        };
        let worths: Vec<f64> = candidates.iter().map(|&d| worth(d)).collect();
        let mut sorted = worths.clone();
        sorted.sort_by(f64::total_cmp);
        let last = (sorted.len().max(2) - 1) as f64;
        let candidate = |(dossier, worth): (u32, f64)| {
            // The rank is in the middle of all who are worth the same.
            let (below, upto) = (sorted.partition_point(|w| *w < worth), sorted.partition_point(|w| *w <= worth));
            // A single candidate stands in the middle.
            let rank = if sorted.len() > 1 { (below + upto - 1) as f64 / 2.0 / last } else { 0.5 };
            let address = self.draw(community, tier, what, dossier);
            let standing = weight * rank + (1.0 - weight) * address.unit();
            Candidate { dossier, standing, lot: address.at(1).bits(), votes: 0, against: 0 }
        };
        candidates.into_iter().zip(worths).map(candidate).collect()
    }
}

/// Indices of the candidates whom one voter names.
fn ballot(list: &[Candidate], views: &[f64], places: u32) -> Vec<usize> {
    if places == u32::MAX {
        return (0..list.len()).filter(|&k| views[k] >= 0.5).collect();
    }
    let mut order: Vec<usize> = (0..list.len()).collect();
    order.sort_by(|&a, &b| views[b].total_cmp(&views[a]).then(list[a].lot.cmp(&list[b].lot)));
    order.truncate(places as usize);
    order
}
