//! Adequacy: whether there are enough paired runs to know the gain.
//!
//! Invariant: the answer rests on the design whose gain is known least. Half widths are of 80 % intervals, as shares of the baseline.

use super::{FEW, Summary};

/// The largest number of runs that is worth proposing.
const MOST: f64 = 10_000.0;
/// The half width at which runs are enough, as a share of the baseline.
const ENOUGH: f64 = 0.05;

/// Whether the runs are enough, and how well they know the gain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Adequacy {
    /// There is the baseline alone.
    OneDesign,
    /// There are fewer runs than an interval of eight in ten needs.
    TooFewRuns,
    /// No design has a gain that could be known: all coincide, or the baseline is zero.
    NoGain,
    /// The baseline is near zero: the half width in the unit of the headline.
    InUnits {
        /// Half width.
        known: f64,
    },
    /// The gain is known as well as the scenario wants it.
    AsWanted {
        /// The half width that the scenario wants.
        wanted: f64,
    },
    /// The most runs that the scenario allows do not know the gain as well as it wants.
    NotAsWanted {
        /// Half width.
        known: f64,
        /// The half width that the scenario wants.
        wanted: f64,
    },
    /// The gain is known well enough.
    Enough {
        /// Half width.
        known: f64,
    },
    /// More runs would know it.
    MoreRuns {
        /// Half width.
        known: f64,
        /// How many runs.
        runs: usize,
        /// The half width that they would reach.
        goal: f64,
    },
    /// No sensible number of runs would know it.
    Hopeless {
        /// Half width.
        known: f64,
    },
}

/// `until`: the half width that the scenario wants, as a share of the baseline; zero where it wants none.
pub(super) fn adequacy(summary: &Summary, until: f64) -> Adequacy {
    if summary.designs.len() == 1 {
        return Adequacy::OneDesign;
    }
    if summary.replicates < FEW {
        return Adequacy::TooFewRuns;
    }
    let gains = summary.verdicts.iter().filter_map(|v| v.gain).filter(|gain| !gain.coincides);
    let Some(known) = gains.map(|gain| gain.known_to).reduce(f64::max) else { return Adequacy::NoGain };
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
    // The half width falls with the square root of the runs; batches are of eight.
    let runs = (summary.replicates as f64 * (known / ENOUGH) * (known / ENOUGH) / 8.0).ceil() * 8.0;
    if runs > MOST {
        return Adequacy::Hopeless { known };
    }
    Adequacy::MoreRuns { known, runs: runs as usize, goal: ENOUGH }
}
