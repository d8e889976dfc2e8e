//! Warnings, a sentence each.
//!
//! Invariant: a sentence begins with a small letter and has no full stop, because it stands after "Watch out:".

use super::searchable;
use crate::say;
use crate::stats::{Guesses, Summary, TOLERANCE, Warning};
use crate::words::number;

pub(super) fn sentence(summary: &Summary, warning: &Warning) -> String {
    let says = |design: usize| summary.designs[design].says.as_str();
    match *warning {
        Warning::Farmed { design, share } => {
            say!("finding-warning-farmed", design = says(design), share = searchable(&number::percent(share)))
        }
        Warning::Unpaid { design, times } => say!("finding-warning-unpaid", design = says(design), times = times),
        Warning::Overload { design, exits } => {
            say!("finding-warning-overload", design = says(design), exits = format!("{exits:.1}"))
        }
        Warning::TwoOutcomes { design, split } => say!(
            "finding-warning-two-outcomes",
            design = says(design),
            high = searchable(&summary.value(split.high)),
            runs = split.runs.to_string(),
            all = summary.replicates.to_string(),
            low = searchable(&summary.value(split.low)),
            rest = (summary.replicates - split.runs).to_string()
        ),
        Warning::Coincides { design } => {
            let tolerance = searchable(&number::percent(TOLERANCE));
            say!("finding-warning-coincides", design = says(design), baseline = says(0), tolerance = tolerance)
        }
        Warning::Undefined { design, metric, have } => say!(
            "finding-warning-undefined",
            metric = summary.metrics[metric].headed(),
            design = says(design),
            have = have,
            all = summary.replicates
        ),
        Warning::NothingStops => say!("finding-warning-nothing-stops"),
        Warning::LongTick { points } => {
            say!("finding-warning-long-tick", tick = &summary.tick, points = points.to_string())
        }
        Warning::Guesses(count) => guesses(count),
    }
}

/// How many of all assumptions are guesses.
pub(super) fn guesses(count: Guesses) -> String {
    say!("finding-warning-guesses", guesses = count.guesses.to_string(), all = count.all.to_string())
}
