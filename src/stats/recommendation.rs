//! The recommendation: the best design by paired runs, and its difference from the second one.
//!
//! Invariant: it claims no more than the intervals support. If the 80 % interval of a paired difference includes zero,
//! the two designs are not distinguished. Designs are indices into [`Summary::designs`]; the baseline is 0.

use super::quantiles::{better, wins};
use super::run_table::Table;
use super::{Band, FEW, Split, Summary};

/// The conclusion over all designs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Recommendation {
    /// There is only the baseline.
    OneDesign,
    /// There are too few paired runs for an 80 % interval.
    TooFewRuns {
        /// The smallest sufficient number of runs.
        least: usize,
    },
    /// Every run of every design equals its paired baseline run.
    AllCoincide,
    /// The headline of the baseline is zero, so gains cannot be shares of it.
    BaselineIsZero {
        /// The design with the highest mean.
        most: usize,
    },
    /// Even the best design is below the baseline.
    AllLose {
        /// The design with the smallest loss.
        best: usize,
        /// Its median loss, as a share of the baseline.
        loss: f64,
    },
    /// The interval of the best design includes zero.
    NotApart {
        /// The design with the highest mean gain.
        best: usize,
        /// The probability that a run of it exceeds its paired baseline run.
        ahead: f64,
    },
    /// The best design is above the baseline.
    Raises {
        /// The design with the highest mean gain.
        best: usize,
        /// The size of the gain.
        by: Raise,
        /// The design with the second highest mean gain, if there is one.
        next: Option<Next>,
    },
}

/// The size of a gain in the headline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Raise {
    /// From a level near zero; the runs form two clusters.
    TwoOutcomes {
        /// Median of the baseline.
        from: f64,
        /// The two clusters.
        split: Split,
    },
    /// From a level near zero; given as levels, since a share says little.
    Levels {
        /// Median of the baseline.
        from: f64,
        /// Median, p10 and p90 of the design.
        to: [f64; 3],
    },
    /// As shares of the baseline: p10 and p90.
    Shares {
        /// The 10th percentile.
        low: f64,
        /// The 90th percentile.
        high: f64,
    },
}

/// The second design relative to the best one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Next {
    /// All runs of the two are equal.
    Coincides {
        /// The second design.
        design: usize,
        /// Other differences between the two.
        tie: TieBreak,
    },
    /// The interval of the difference excludes zero.
    Behind {
        /// The second design.
        design: usize,
        /// The probability that a run of the best design exceeds its paired run.
        ahead: f64,
    },
    /// The interval of the difference includes zero.
    NotApart {
        /// The second design.
        design: usize,
        /// The probability that a run of the best design exceeds its paired run.
        ahead: f64,
        /// Other differences between the two.
        tie: TieBreak,
    },
}

/// Differences between two designs with the same headline.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TieBreak {
    /// The cheaper design, and its cost as a share of the other's cost; only if that is below 0.8.
    pub cheaper: Option<(usize, f64)>,
    /// The design that keeps more of its activity after funding stops.
    pub holds: Option<usize>,
}

pub(super) fn recommendation(summary: &Summary, table: &Table) -> Recommendation {
    if summary.designs.len() < 2 {
        return Recommendation::OneDesign;
    }
    if summary.replicates < FEW {
        return Recommendation::TooFewRuns { least: FEW };
    }
    let gain = |d: usize| summary.verdicts[d].gain;
    let mut order: Vec<usize> = (1..summary.designs.len()).filter(|d| !gain(*d).is_some_and(|g| g.coincides)).collect();
    let level = |d: usize| summary.verdicts[d].level;
    let Some(most) = order.iter().copied().max_by(|a, b| level(*a).mean.total_cmp(&level(*b).mean).then(b.cmp(a)))
    else {
        return Recommendation::AllCoincide;
    };
    if level(0).mean == 0.0 {
        return Recommendation::BaselineIsZero { most };
    }
    order.sort_by(|a, b| {
        let mean = |d: usize| gain(d).map_or(0.0, |g| g.band.mean);
        mean(*b).total_cmp(&mean(*a)).then(a.cmp(b))
    });
    let best = order[0];
    // If the baseline is not zero, every design has a gain.
    let Some(lead) = gain(best) else { return Recommendation::BaselineIsZero { most } };
    if lead.band.p90 < 0.0 {
        return Recommendation::AllLose { best, loss: -lead.band.p50 };
    }
    if lead.band.spans_zero() {
        return Recommendation::NotApart { best, ahead: lead.better };
    }
    let by = match (summary.leap(best), summary.verdicts[best].split) {
        (Some((from, _)), Some(split)) => Raise::TwoOutcomes { from, split },
        (Some((from, to)), None) => Raise::Levels { from, to: [to, level(best).p10, level(best).p90] },
        (None, _) => Raise::Shares { low: lead.band.p10, high: lead.band.p90 },
    };
    let next = order.get(1).map(|&second| next(summary, table, best, second));
    Recommendation::Raises { best, by, next }
}

/// Compares the second design with the best one, by paired runs.
fn next(summary: &Summary, table: &Table, best: usize, second: usize) -> Next {
    let (a, b) = (table.lately(best, summary.headline), table.lately(second, summary.headline));
    if a == b {
        return Next::Coincides { design: second, tie: tie_break(summary, best, second) };
    }
    let differences = Band::of(&a.iter().zip(&b).map(|(a, b)| a - b).collect::<Vec<_>>());
    let ahead = better(wins(&b, &a), a.len());
    if differences.spans_zero() {
        return Next::NotApart { design: second, ahead, tie: tie_break(summary, best, second) };
    }
    Next::Behind { design: second, ahead }
}

fn tie_break(summary: &Summary, a: usize, b: usize) -> TieBreak {
    let (x, y) = (&summary.verdicts[a], &summary.verdicts[b]);
    let (dear, cheap, cheaper) = if x.cost >= y.cost { (x, y, b) } else { (y, x, a) };
    let differs = dear.cost > 0.0 && cheap.cost < 0.8 * dear.cost;
    let holds = match (x.coast, y.coast) {
        (Some(p), Some(q)) if (p.p50 - q.p50).abs() > 0.03 && (p.p25 > q.p75 || q.p25 > p.p75) => {
            Some(if p.p50 > q.p50 { a } else { b })
        }
        _ => None,
    };
    TieBreak { cheaper: differs.then(|| (cheaper, cheap.cost / dear.cost)), holds }
}
