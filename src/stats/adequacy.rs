//! Adequacy: whether there are enough paired runs to estimate the gain.
//!
//! Invariant: the answer depends on the design with the widest interval. Half widths are of 80 % intervals, as shares
//! of the baseline.

use super::{FEW, Summary};

/// Largest number of runs that is proposed.
const MOST: f64 = 10_000.0;
/// A sufficient half width, as a share of the baseline.
const ENOUGH: f64 = 0.05;

/// Whether the runs are enough, and how precise the gain is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Adequacy {
    /// There is only the baseline.
    OneDesign,
    /// There are too few runs for an 80 % interval.
    TooFewRuns,
    /// No design has a measurable gain: all coincide, or the baseline is zero.
    NoGain,
    /// The baseline is near zero: the half width is in the unit of the headline.
    InUnits {
        /// Half width.
        known: f64,
    },
    /// The gain is as precise as the scenario requires.
    AsWanted {
        /// The required half width.
        wanted: f64,
    },
    /// The most runs that the scenario allows are not as precise as it requires.
    NotAsWanted {
        /// Half width.
        known: f64,
        /// The required half width.
        wanted: f64,
    },
    /// The gain is precise enough.
    Enough {
        /// Half width.
        known: f64,
    },
    /// More runs would make it precise enough.
    MoreRuns {
        /// Half width.
        known: f64,
        /// Number of runs.
        runs: usize,
        /// The half width that they would reach.
        goal: f64,
    },
    /// No reasonable number of runs would be enough.
    Hopeless {
        /// Half width.
        known: f64,
    },
}

/// `until`: the required half width, as a share of the baseline; zero if there is no requirement.
pub(super) fn adequacy(summary: &Summary, until: f64) -> Adequacy {
    if summary.designs.len() == 1 {
        return Adequacy::OneDesign;
    }
    if summary.replicates < FEW {
        return Adequacy::TooFewRuns;
    }
    let gains = summary.verdicts.iter().filter_map(|v| v.gain).filter(|gain| !gain.coincides);
    let Some(known) = gains.map(|gain| gain.known_to()).reduce(f64::max) else { return Adequacy::NoGain };
    let leaps = (1..summary.designs.len()).any(|design| summary.leap(design).is_some());
    if leaps && until <= 0.0 {
        return Adequacy::InUnits { known: known * summary.verdicts[0].level.mean.abs() };
    }
    if until > 0.0 {
        let enough = known <= until;
        return if enough {
            Adequacy::AsWanted { wanted: until }
        } else {
            Adequacy::NotAsWanted { known, wanted: until }
        };
    }
    if known <= ENOUGH {
        return Adequacy::Enough { known };
    }
    // The half width falls with the square root of the runs; the number of runs is a multiple of eight.
    let runs = (summary.replicates as f64 * (known / ENOUGH) * (known / ENOUGH) / 8.0).ceil() * 8.0;
    if runs > MOST {
        return Adequacy::Hopeless { known };
    }
    Adequacy::MoreRuns { known, runs: runs as usize, goal: ENOUGH }
}
