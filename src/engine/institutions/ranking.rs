//! Ranking: who comes first when seats are short, and where the cut-off lies.
//!
//! Invariant: candidates of one rank are ordered by a lot of their own, not by row.

use super::Meeting;
use crate::incentives::ladder::RankBy;
use crate::model::Tier;
use crate::world::Community;

impl Meeting<'_> {
    /// Candidates with their rank, the best first.
    pub(super) fn ranked(&self, community: &Community, tier: &Tier, candidates: Vec<u32>) -> Vec<(f32, u32)> {
        let score = |dossier: u32| self.rank(community, tier, dossier);
        let list: Vec<(f32, u32)> = candidates.into_iter().map(|d| (score(d), d)).collect();
        // One lot per candidate: drawing a lot in each comparison would take most of the time in a large community.
        let lot = |d: u32| self.draw(community, tier, "lottery", d).bits();
        let mut drawn: Vec<(f32, u64, u32)> = list.into_iter().map(|(rank, d)| (rank, lot(d), d)).collect();
        drawn.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        drawn.into_iter().map(|(rank, _, d)| (rank, d)).collect()
    }

    /// The number by which places are ranked.
    fn rank(&self, community: &Community, tier: &Tier, dossier: u32) -> f32 {
        let (points, deeds) = community.dossiers.window(dossier, tier.window, self.ground.tick);
        match tier.rank_by {
            RankBy::Points => points,
            RankBy::Deeds => deeds,
            RankBy::Score => community.dossiers.score_at(dossier, self.ground.tick as f32),
        }
    }

    /// Finds the cut-off between those who would be let in now and those who would not.
    pub(super) fn update_cut(&self, community: &mut Community, k: usize, tier: &Tier) {
        let seats = tier.places(self.members).unwrap_or(0) as usize;
        let below: Vec<u32> = if tier.from > 0 {
            community.ladders[self.index][tier.from as usize - 1].holders.clone()
        } else {
            (0..community.dossiers.list.len() as u32)
                .filter(|d| community.dossiers.standing(*d, self.index).tier == 0)
                .filter(|d| self.ladder.admits(community.dossiers.list[*d as usize].clock.part))
                .collect()
        };
        let mut scores: Vec<f32> = below.iter().map(|&d| self.rank(community, tier, d)).collect();
        scores.sort_by(|a, b| b.total_cmp(a));
        let free = seats.saturating_sub(community.ladders[self.index][k].holders.len());
        let places = if free > 0 { free } else { 1 };
        let state = &mut community.ladders[self.index][k];
        state.rivals = scores.len() as u32;
        state.cut = (scores.len() > places).then(|| (scores[places - 1] + scores[places]) / 2.0);
    }
}
