//! The sentence on whether the runs are enough.
//!
//! Invariant: half widths are written in percentage points, with one decimal if they are below one point.

use super::searchable;
use crate::say;
use crate::stats::{Adequacy, Summary};

pub(super) fn sentence(summary: &Summary, adequacy: Adequacy) -> String {
    let runs = summary.replicates;
    match adequacy {
        Adequacy::OneDesign => say!("finding-runs-of-one-design", runs = runs),
        Adequacy::TooFewRuns => say!("finding-runs-too-few", runs = runs),
        Adequacy::NoGain => say!("finding-runs-no-gain", runs = runs),
        Adequacy::InUnits { known } => {
            say!("finding-runs-in-units", runs = runs, known = searchable(&summary.value(known)))
        }
        Adequacy::AsWanted { wanted } => say!("finding-runs-as-wanted", runs = runs, wanted = points(wanted)),
        Adequacy::NotAsWanted { known, wanted } => {
            say!("finding-runs-not-as-wanted", runs = runs, known = points(known), wanted = points(wanted))
        }
        Adequacy::Enough { known } => say!("finding-runs-enough", runs = runs, known = points(known)),
        Adequacy::Hopeless { known } => say!("finding-runs-hopeless", runs = runs, known = points(known)),
        Adequacy::MoreRuns { known, runs: more, goal } => {
            // A half width that rounds to the goal gets a decimal, so that the two differ.
            let near = points(known) == points(goal);
            let known = if near { format!("{:.1}", known * 100.0) } else { points(known) };
            let goal = format!("{:.0}", goal * 100.0);
            say!("finding-runs-more", runs = runs, known = known, more = more.to_string(), goal = goal)
        }
    }
}

/// A share in percentage points.
fn points(share: f64) -> String {
    let points = share * 100.0;
    if points >= 1.0 { format!("{points:.0}") } else { format!("{points:.1}") }
}
