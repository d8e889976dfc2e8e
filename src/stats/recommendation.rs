//! The recommendation: the best design by paired runs, and its difference from the second one.
//!
//! Invariant: it claims no more than the intervals support. Designs are distinguished by [`Evidence`] alone: by the 80 %
//! interval of the mean paired difference. Designs are indices into [`Summary::designs`]; the baseline is 0.

use super::quantiles::mean;
use super::run_table::Table;
use super::{Evidence, FEW, Interval, Paired, Split, Summary, Tally};

/// Two designs keep different activity when funding stops only beyond this share of it.
const HOLDS: f64 = 0.03;

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
    /// The headline has no value in any run of the baseline, so nothing can be compared with it.
    BaselineUndefined {
        /// The best of the designs that have a value, if any.
        best: Option<usize>,
    },
    /// The headline of the baseline is zero, less is better, and no design has less.
    BaselineIsLeast {
        /// The design with the least.
        best: usize,
    },
    /// The headline of the baseline is zero, so gains cannot be shares of it.
    BaselineIsZero {
        /// The design with the highest mean.
        most: usize,
    },
    /// Even the best design is below the baseline.
    AllLose {
        /// The design with the smallest loss.
        best: usize,
        /// The mean difference and its interval, as shares of the baseline.
        by: Mean,
    },
    /// The interval of the best design includes the tolerance.
    NotApart {
        /// The design with the best mean gain.
        best: usize,
        /// The mean difference and its interval, as shares of the baseline.
        by: Mean,
        /// The pairs in which it leads.
        tally: Tally,
    },
    /// The best design is better than the baseline.
    Raises {
        /// The design with the best mean gain.
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
        /// Mean of the baseline.
        from: f64,
        /// Mean of the design, with the interval of its difference from the baseline, as levels.
        to: Mean,
        /// p10 and p90 of single runs.
        single: [f64; 2],
    },
    /// As shares of the baseline.
    Shares {
        /// The mean and its interval.
        mean: Mean,
        /// p10 and p90 of single runs.
        single: [f64; 2],
    },
}

/// A mean and its 80 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Mean {
    pub value: f64,
    pub interval: Interval,
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
    /// The interval of the difference excludes the tolerance.
    Behind {
        /// The second design.
        design: usize,
        /// The mean difference of the best design from it, as a share of the second one's level.
        by: Mean,
        /// The pairs in which the best design leads.
        tally: Tally,
    },
    /// It does not.
    NotApart {
        /// The second design.
        design: usize,
        /// The pairs in which the best design leads.
        tally: Tally,
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
    let sign = summary.better().sign();
    let level = |d: usize| summary.verdicts[d].level;
    let mut order: Vec<usize> = (1..summary.designs.len()).filter(|d| !gain(*d).is_some_and(|g| g.coincides)).collect();
    // A design without a value has no rank.
    order.retain(|d| !level(*d).is_undefined());
    let best_level = |a: &usize, b: &usize| (sign * level(*a).mean).total_cmp(&(sign * level(*b).mean)).then(b.cmp(a));
    let most = order.iter().copied().max_by(best_level);
    if level(0).is_undefined() {
        return Recommendation::BaselineUndefined { best: most };
    }
    let Some(most) = most else {
        return Recommendation::AllCoincide;
    };
    if level(0).mean == 0.0 && sign * level(most).mean < 0.0 {
        return Recommendation::BaselineIsLeast { best: most };
    }
    if level(0).mean == 0.0 {
        return Recommendation::BaselineIsZero { most };
    }
    order.sort_by(|a, b| {
        let mean = |d: usize| gain(d).map_or(0.0, |g| sign * g.band.mean);
        mean(*b).total_cmp(&mean(*a)).then(a.cmp(b))
    });
    let best = order[0];
    // If the baseline is not zero, every design has a gain.
    let Some(lead) = gain(best) else { return Recommendation::BaselineIsZero { most } };
    let by = Mean { value: lead.band.mean, interval: lead.interval };
    match lead.evidence {
        Evidence::Better => {}
        Evidence::Worse => return Recommendation::AllLose { best, by },
        Evidence::Same | Evidence::Unclear => return Recommendation::NotApart { best, by, tally: lead.tally },
    }
    let by = match (summary.leap(best), summary.verdicts[best].split) {
        (Some(_), Some(split)) => Raise::TwoOutcomes { from: level(0).p50, split },
        (Some((from, to)), None) => {
            let at = |share: f64| from + share * from.abs();
            let interval = Interval { low: at(by.interval.low), high: at(by.interval.high) };
            Raise::Levels { from, to: Mean { value: to, interval }, single: [level(best).p10, level(best).p90] }
        }
        (None, _) => Raise::Shares { mean: by, single: [lead.band.p10, lead.band.p90] },
    };
    // A second design that loses against the baseline is no alternative: then the margin is that over the baseline.
    let second = order.get(1).filter(|d| gain(**d).is_some_and(|g| sign * g.band.mean > 0.0));
    let next = second.map(|&second| next(summary, table, best, second));
    Recommendation::Raises { best, by, next }
}

/// Compares the second design with the best one, by paired runs.
fn next(summary: &Summary, table: &Table, best: usize, second: usize) -> Next {
    let (a, b) = (table.lately(best, summary.headline), table.lately(second, summary.headline));
    let paired = Paired::of(&b, &a, summary.better());
    if paired.coincides() {
        return Next::Coincides { design: second, tie: tie_break(summary, best, second) };
    }
    let tally = paired.tally;
    if paired.evidence != Evidence::Better {
        return Next::NotApart { design: second, tally, tie: tie_break(summary, best, second) };
    }
    let scale = mean(&b).abs();
    let share = if scale > 0.0 { 1.0 / scale } else { f64::NAN };
    let by = Mean { value: paired.mean * share, interval: paired.interval.times(share) };
    Next::Behind { design: second, by, tally }
}

fn tie_break(summary: &Summary, a: usize, b: usize) -> TieBreak {
    let (x, y) = (&summary.verdicts[a], &summary.verdicts[b]);
    let (dear, cheap, cheaper) = if x.cost >= y.cost { (x, y, b) } else { (y, x, a) };
    let differs = dear.cost > 0.0 && cheap.cost < 0.8 * dear.cost;
    let holds = match (x.coast, y.coast) {
        (Some(p), Some(q)) if (p.mean - q.mean).abs() > HOLDS => match summary.holds[a][b] {
            Evidence::Better => Some(a),
            Evidence::Worse => Some(b),
            Evidence::Same | Evidence::Unclear => None,
        },
        _ => None,
    };
    TieBreak { cheaper: differs.then(|| (cheaper, cheap.cost / dear.cost)), holds }
}
