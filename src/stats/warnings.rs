//! Warnings for a reader of the verdict.
//!
//! Invariant: the order is fixed: rules that are gamed or break promises, overload, two outcomes, designs that
//! coincide, metrics without a value, the tick, guesses. Designs are indices into [`Summary::designs`].

use super::{Split, Summary};
use crate::metrics::names;
use crate::world::calendar::Step;

/// One warning.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Warning {
    /// Accounts that game the rules get a relevant share of all points.
    Farmed {
        /// The design.
        design: usize,
        /// The share.
        share: f64,
    },
    /// An empty pool breaks promises.
    Unpaid {
        /// The design.
        design: usize,
        /// Number of broken promises, mean over runs.
        times: usize,
    },
    /// Reviewers leave because of overload; given for the design with the most exits.
    Overload {
        /// The design.
        design: usize,
        /// Number of exits, mean over runs.
        exits: f64,
    },
    /// The runs form two clusters.
    TwoOutcomes {
        /// The design.
        design: usize,
        /// The clusters.
        split: Split,
    },
    /// All runs equal their paired baseline runs.
    Coincides {
        /// The design.
        design: usize,
    },
    /// A metric that the verdict shows has no value in some runs.
    Undefined {
        /// The design.
        design: usize,
        /// The metric, an index into [`Summary::metrics`].
        metric: usize,
        /// Number of runs that have a value.
        have: usize,
    },
    /// Nothing was paid in the last rows of any design, so that nothing stops when funding does.
    NothingStops,
    /// The tick is long, so that diffusion is biased.
    LongTick {
        /// The bias of F(5) of a Bass curve, percentage points.
        points: f64,
    },
    /// Some assumptions are guesses.
    Guesses(Guesses),
}

/// The number of guesses among the assumptions in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guesses {
    /// Number of guesses.
    pub guesses: usize,
    /// Number of all assumptions.
    pub all: usize,
}

pub(super) fn warnings(summary: &Summary, tick: Step) -> Vec<Warning> {
    let mut list = Vec::new();
    let verdicts = || summary.verdicts.iter().enumerate();
    for (design, verdict) in verdicts() {
        if let Some(share) = verdict.farmed_points.filter(|share| *share >= 0.05) {
            list.push(Warning::Farmed { design, share });
        }
        if verdict.unpaid >= 1.0 {
            list.push(Warning::Unpaid { design, times: verdict.unpaid.round() as usize });
        }
    }
    let worst = verdicts().max_by(|a, b| a.1.burnout.total_cmp(&b.1.burnout));
    if let Some((design, verdict)) = worst.filter(|(_, v)| v.burnout >= 0.5) {
        list.push(Warning::Overload { design, exits: verdict.burnout });
    }
    list.extend(verdicts().filter_map(|(design, v)| Some(Warning::TwoOutcomes { design, split: v.split? })));
    let coincide = verdicts().skip(1).filter(|(_, v)| v.gain.is_some_and(|g| g.coincides));
    list.extend(coincide.map(|(design, _)| Warning::Coincides { design }));
    for &metric in [summary.headline].iter().chain(&summary.beside) {
        let bands = summary.compared.iter().map(|design| &design[metric]).enumerate();
        list.extend(bands.filter(|(_, band)| band.missing > 0).map(|(design, band)| Warning::Undefined {
            design,
            metric,
            have: summary.replicates - band.missing,
        }));
    }
    if nothing_stops(summary) {
        list.push(Warning::NothingStops);
    }
    let points = match tick {
        Step::Day | Step::Week => None,
        Step::Month => Some(0.7),
        Step::Quarter => Some(2.0),
        Step::Year => Some(7.0),
    };
    list.extend(points.map(|points| Warning::LongTick { points }));
    list.extend(guesses(summary).map(Warning::Guesses));
    list
}

/// Rows at the end in which nothing was paid, of a run in which something was.
const IDLE_ROWS: usize = 3;

/// Whether money was paid earlier, but none in the last rows of any design, although the stop of funding is looked at.
fn nothing_stops(summary: &Summary) -> bool {
    let Some(paid) = summary.metric(names::MONEY_PAID).filter(|_| summary.coast_replicates > 0) else { return false };
    let ends = || {
        summary.bands.iter().map(|design| {
            let rows = &design[paid];
            Some((rows.iter().rev().nth(IDLE_ROWS)?.mean, rows.last()?.mean))
        })
    };
    ends().all(|end| end.is_some_and(|(before, last)| before == last)) && ends().flatten().any(|(_, last)| last > 0.0)
}

/// The number of guesses among all assumptions; `None` if there are none.
pub(crate) fn guesses(summary: &Summary) -> Option<Guesses> {
    let guesses = summary.assumptions.iter().filter(|a| a.standing == "guess").count();
    (guesses > 0).then_some(Guesses { guesses, all: summary.assumptions.len() })
}
