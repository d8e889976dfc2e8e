//! Bimodality: whether runs form two clusters, which neither a mean nor a median describes.
//!
//! The sorted runs are cut where the sum of squares within both parts is smallest (Jenks 1967). They are two clusters
//! if the means are far apart relative to the spread within (Ashman, Bird & Zepf 1994, Astronomical Journal 108: D
//! above 2; here above 4, for few runs) and the gap between is wide. Invariant: runs of one cluster, however skewed,
//! are split in at most one case in twenty.

use serde::{Deserialize, Serialize};

use super::quantiles::{mean, quantile, sd};

/// Two clusters of runs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Split {
    /// Median of the lower cluster.
    pub low: f64,
    /// Median of the upper cluster.
    pub high: f64,
    /// Runs in the upper cluster.
    pub runs: usize,
}

/// Smallest number of runs that can be split.
const FEW: usize = 10;
/// Smallest share of the runs in a cluster.
const SHARE: f64 = 0.2;
/// Smallest distance of the means, in Ashman's D; and below, the smallest gap between the clusters, as a share of the
/// whole range.
const APART: f64 = 4.0;
const GAP: f64 = 0.4;

/// The two clusters of the values; `None` if they form one.
pub fn split(values: &[f64]) -> Option<Split> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|x| x.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let (first, last) = (*sorted.first()?, *sorted.last()?);
    let least = (SHARE * sorted.len() as f64).ceil() as usize;
    // Runs that differ by less than two units, or by less than half of the largest, count as one outcome for a
    // decision.
    if sorted.len() < FEW || last - first < (0.5 * last.abs().max(first.abs())).max(2.0) {
        return None;
    }
    let squares = |part: &[f64]| sd(part) * sd(part) * part.len().saturating_sub(1) as f64;
    let within = |at: &usize| squares(&sorted[..*at]) + squares(&sorted[*at..]);
    let at = (least..=sorted.len() - least).min_by(|a, b| within(a).total_cmp(&within(b)))?;
    let (low, high) = sorted.split_at(at);
    let apart =
        libm::sqrt(2.0) * (mean(high) - mean(low)) / libm::sqrt(sd(low) * sd(low) + sd(high) * sd(high)).max(1e-12);
    let gap = high[0] - low[at - 1];
    let two = apart > APART && gap >= GAP * (last - first);
    two.then(|| Split { low: quantile(low, 0.5), high: quantile(high, 0.5), runs: high.len() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::maths::normal_quantile;
    use crate::world::stream::Stream;

    #[test]
    fn two_heaps_are_two_outcomes() {
        let runs: Vec<f64> = (0..16).map(|k| if k < 6 { f64::from(k % 2) } else { 15.0 + f64::from(k % 4) }).collect();
        assert_eq!(split(&runs).map(|s| (s.low, s.high, s.runs)), Some((0.5, 17.0, 10)));
    }

    #[test]
    fn one_heap_is_one_outcome_however_skewed() {
        let shapes: [fn(f64) -> f64; 3] = [
            |u| 50.0 * u,
            |u| 30.0 + 10.0 * normal_quantile(u.clamp(1e-9, 1.0 - 1e-9)),
            |u| -20.0 * libm::log(1.0 - u),
        ];
        for (k, shape) in shapes.iter().enumerate() {
            for n in [12_u64, 16, 64] {
                let luck = |at: u64| Stream::seeded(9).at(k as u64).at(n).at(at);
                let heap = |at: u64| (0..n).map(|r| shape(luck(at).at(r).unit())).collect::<Vec<_>>();
                let said = (0..400).filter(|at| split(&heap(*at)).is_some()).count();
                assert!(said <= 20, "shape {k} of {n} runs: {said} of 400");
            }
        }
    }
}
