//! The waterfall: the contribution of each group of rules to a design's gain.
//!
//! Every subset of the groups runs under the same luck, and the gain of each run is divided by Shapley's rule.
//! Invariant: baseline and shares add up to the design, run by run.

use serde::Serialize;

use super::quantiles::{known_to, mean};
use super::{Band, Design, shapley};

/// The share of one group of rules.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Share {
    /// Its name in paths: "points", "ladder".
    pub group: String,
    /// Its name in charts: "Points (answer)".
    pub says: String,
    /// The share in units of the headline, over runs.
    pub share: Band,
    /// Half width of the 80 % interval of the mean share (Student's, over paired runs).
    pub known_to: f64,
    /// Mean gain of the group alone.
    pub alone: f64,
}

/// From the baseline to a design.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Waterfall {
    /// The title of the metric.
    pub headline: String,
    /// Its mean in the baseline, over the last half year.
    pub baseline: f64,
    /// The same mean under the design.
    pub design: f64,
    /// Number of paired runs of each subset of the groups.
    pub runs: usize,
    /// One share per group, in the order of the design.
    pub shares: Vec<Share>,
    /// The gain of all groups together minus the sum of their gains alone; it is part of the shares.
    pub interaction: Band,
    /// Half width of the 80 % interval of its mean.
    pub interaction_known_to: f64,
}

impl Waterfall {
    /// Computes the shares from the headline of every subset: `levels[s][r]` is that of run `r` under the subset `s`,
    /// which holds group `k` if bit `k` is set.
    pub fn from_runs(headline: &str, groups: &[Design], levels: &[Vec<f64>]) -> Waterfall {
        let count = levels.iter().map(Vec::len).min().unwrap_or(0);
        let runs: Vec<Vec<f64>> = (0..count).map(|r| levels.iter().map(|runs| runs[r]).collect()).collect();
        let shares: Vec<Vec<f64>> = runs.iter().map(|gains| shapley::shares(gains)).collect();
        let each = |k: usize| shares.iter().map(|run| run[k]).collect::<Vec<f64>>();
        let level = |set: usize| mean(&levels[set][..count]);
        let together: Vec<f64> = runs.iter().map(|gains| shapley::interaction(gains)).collect();
        Waterfall {
            headline: headline.to_owned(),
            baseline: level(0),
            design: level(levels.len() - 1),
            runs: count,
            shares: (groups.iter().enumerate())
                .map(|(k, group)| Share {
                    group: group.name.clone(),
                    says: group.says.clone(),
                    share: Band::of(&each(k)),
                    known_to: known_to(&each(k)),
                    alone: level(1 << k) - level(0),
                })
                .collect(),
            interaction: Band::of(&together),
            interaction_known_to: known_to(&together),
        }
    }

    /// The waterfall as CSV: one row for the baseline, each group, the interaction, and the design.
    pub fn table(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Writing to memory cannot fail, and all rows have the same length.
        let _ = writer.write_record(["part", "mean", "p10", "p90", "mean_known_to", "alone"]);
        let mut row = |part: &str, cells: [String; 5]| {
            let [a, b, c, d, e] = cells;
            let _ = writer.write_record([part, &a, &b, &c, &d, &e]);
        };
        let (number, none) = (|x: f64| format!("{x:.6}"), String::new);
        row("baseline", [number(self.baseline), none(), none(), none(), none()]);
        for s in &self.shares {
            let Share { share, known_to, alone, .. } = s;
            row(&s.group, [share.mean, share.p10, share.p90, *known_to, *alone].map(number));
        }
        let (together, to) = (self.interaction, self.interaction_known_to);
        row("interaction", [number(together.mean), number(together.p10), number(together.p90), number(to), none()]);
        row("design", [number(self.design), none(), none(), none(), none()]);
        writer.into_inner().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::quantiles::coverage::as_often;
    use super::*;
    use crate::world::stream::Stream;

    /// Runs of three groups of rules: the effect of each group, with skewed luck (as of costs and numbers of people),
    /// and an interaction of two groups.
    fn levels(luck: Stream, runs: u64) -> Vec<Vec<f64>> {
        let skewed = |r: u64, k: u64| -libm::log(1.0 - luck.at(r).at(k).unit());
        let level = |set: u64, r: u64| {
            let adds = (0..3).filter(|k| set & (1 << k) != 0).map(|k| (k as f64 + 1.0) * skewed(r, k)).sum::<f64>();
            let both = if set & 3 == 3 { 2.0 * skewed(r, 9) } else { 0.0 };
            5.0 + skewed(r, 7) + adds + both
        };
        (0..8).map(|set| (0..runs).map(|r| level(set, r)).collect()).collect()
    }

    #[test]
    fn intervals_of_shares_hold_the_truth_about_as_often_as_they_say() {
        let groups = ["a", "b", "c"].map(|name| Design { name: name.to_owned(), says: name.to_owned() });
        // The interaction of two groups is shared equally.
        let truth = [1.0 + 1.0, 2.0 + 1.0, 3.0];
        for runs in [16, 64] {
            let (mut held, mut together, tries) = ([0; 3], 0, 1500);
            for at in 0..tries {
                let found = Waterfall::from_runs("x", &groups, &levels(Stream::seeded(11).at(runs).at(at), runs));
                for (k, share) in found.shares.iter().enumerate() {
                    held[k] += u32::from((share.share.mean - truth[k]).abs() <= share.known_to);
                }
                together += u32::from((found.interaction.mean - 2.0).abs() <= found.interaction_known_to);
            }
            for n in held.into_iter().chain([together]) {
                as_often(n, tries as u32, 0.80);
            }
        }
    }
}
