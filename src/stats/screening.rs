//! Screening: the assumptions with the largest effect on the baseline's headline.
//!
//! All assumptions change at once, each up in half of the runs and down in the other half, by the columns of a Hadamard
//! matrix (Plackett & Burman 1946, Biometrika 33), so every run informs about every assumption. The baseline runs over
//! a part of the horizon in four blocks of common luck. The design measures main effects, mixed with interactions; the
//! unused columns measure the size of chance effects. Invariant: the same scenario and seed give the same ranking.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::quantiles::mean;
use super::summarise::{is_assumption, standing};
use crate::error::Error;
use crate::experiment::Experiment;
use crate::registry::{Ask, Set};
use crate::scenario::{Assumption, Patch, Scenario, schema};

/// Largest number of listed assumptions.
const LISTED: usize = 10;
/// Blocks of common luck: a power of two. Columns 1 to `BLOCKS` − 1 encode the block.
const BLOCKS: usize = 4;
/// Smallest number of unused columns, which measure chance.
const FREE: usize = 8;
/// The step of a logit, which has no natural zero; all other values change by a factor of 1 + `STEP`.
const STEP: f64 = 0.25;

/// The change of the headline between an assumption's low and high level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Strength {
    /// TOML path.
    pub path: String,
    /// "sourced", "calibrated" or "guess".
    pub standing: String,
    /// Mean of the headline at the high level minus that at the low level, as a share of its mean.
    pub effect: f64,
}

/// The result of a screening.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Screening {
    /// Number of runs.
    pub runs: usize,
    /// Number of assumptions that were changed.
    pub screened: usize,
    /// One standard error of an effect, as a share of the headline's mean.
    pub noise: f64,
    /// The strongest assumptions, strongest first: at most ten, all more than two standard errors from zero.
    pub strongest: Vec<Strength>,
}

/// One assumption at both levels, as arguments of `--with`.
struct Factor {
    path: String,
    standing: String,
    low: String,
    high: String,
}

/// The share of the horizon for which a screening takes no more work than the experiment itself: a half, a quarter, or
/// `None`.
pub fn affordable(experiment: &Experiment) -> Option<f64> {
    let base = &experiment.designs[0].model;
    let all = runs(&experiment.scenario) as f64 * f64::from(base.people()) * f64::from(base.ticks);
    [0.5, 0.25].into_iter().find(|share| all * share <= experiment.work())
}

/// Number of runs of a screening.
pub fn runs(scenario: &Scenario) -> usize {
    size(factors(scenario).len())
}

/// Screens the assumptions of a scenario's baseline over a share of its horizon; `None` if it has none, or if the
/// headline is always zero. `progress` is called after each run.
///
/// # Errors
/// Only errors that the scenario already had.
pub fn screen(scenario: &Scenario, share: f64, progress: &(dyn Fn(usize) + Sync)) -> Result<Option<Screening>, Error> {
    let factors = factors(scenario);
    let part = shortened(scenario, share)?;
    let runs = size(factors.len());
    let done = AtomicUsize::new(0);
    let found: Vec<(usize, f64)> = (0..runs)
        .into_par_iter()
        .filter_map(|run| {
            let sets: Vec<String> = factors
                .iter()
                .enumerate()
                .map(|(k, f)| if sign(run, k + BLOCKS) > 0.0 { f.high.clone() } else { f.low.clone() })
                .collect();
            // A run whose levels are not a valid scenario is left out.
            let patched = Patch::from_args(&sets).and_then(|patch| part.patched(&patch));
            let found = patched.and_then(|scenario| headline(&scenario, run % BLOCKS)).ok();
            progress(done.fetch_add(1, Ordering::Relaxed) + 1);
            Some((run, found?))
        })
        .collect();
    let level = mean(&found.iter().map(|f| f.1).collect::<Vec<_>>());
    if found.len() < runs / 2 || level <= 0.0 || factors.is_empty() {
        return Ok(None);
    }
    let effect = |column: usize| {
        let side = |side: f64| -> Vec<f64> {
            found.iter().filter(|(run, _)| sign(*run, column) * side > 0.0).map(|f| f.1).collect()
        };
        (mean(&side(1.0)) - mean(&side(-1.0))) / level
    };
    let free: Vec<f64> = (factors.len() + BLOCKS..runs).map(|column| effect(column) * effect(column)).collect();
    let noise = libm::sqrt(mean(&free));
    let mut strongest: Vec<Strength> = factors
        .iter()
        .enumerate()
        .map(|(k, f)| Strength { path: f.path.clone(), standing: f.standing.clone(), effect: effect(k + BLOCKS) })
        .filter(|s| s.effect.abs() > 2.0 * noise)
        .collect();
    strongest.sort_by(|a, b| b.effect.abs().total_cmp(&a.effect.abs()).then_with(|| a.path.cmp(&b.path)));
    strongest.truncate(LISTED);
    Ok(Some(Screening { runs, screened: factors.len(), noise, strongest }))
}

impl Screening {
    /// The strongest assumptions as CSV: path, standing, change of the headline between the low and the high level.
    pub fn table(&self) -> Vec<u8> {
        let mut text = String::from("path,standing,effect_low_to_high,standard_error\n");
        for s in &self.strongest {
            text += &format!("{},{},{:.4},{:.4}\n", s.path, s.standing, s.effect, self.noise);
        }
        text.into_bytes()
    }
}

/// Number of runs for a number of factors: the next power of two with enough unused columns.
fn size(factors: usize) -> usize {
    (factors + BLOCKS + FREE).next_power_of_two()
}

/// An entry of Sylvester's Hadamard matrix; column 0 is the mean, the next `BLOCKS` − 1 columns encode the block.
fn sign(run: usize, column: usize) -> f64 {
    if (run & column).count_ones().is_multiple_of(2) { 1.0 } else { -1.0 }
}

/// The scenario over a share of its horizon, without coasts and traces.
fn shortened(scenario: &Scenario, share: f64) -> Result<Scenario, Error> {
    let days = scenario.root().horizon;
    let sets =
        [format!("horizon={} days", days * share), "coast.replicates=0".to_owned(), "record.people=0".to_owned()];
    scenario.patched(&Patch::from_args(&sets)?)
}

/// Mean of the headline over rows, in the baseline, for one replicate.
fn headline(scenario: &Scenario, replicate: usize) -> Result<f64, Error> {
    let experiment = Experiment::baseline(scenario)?;
    let column = experiment.headline;
    let rows = experiment.run_one(0, replicate).rows;
    Ok(mean(&rows.iter().map(|row| row[column]).collect::<Vec<_>>()))
}

/// The assumptions that can change in both directions, as arguments of `--with`.
fn factors(scenario: &Scenario) -> Vec<Factor> {
    let factor = |range: Plausible| {
        let set = |x: f64| match range.unit {
            "" if range.whole => format!("{}={}", range.path, x as i64),
            unit => format!("{}={x:?}{unit}", range.path),
        };
        Factor { low: set(range.low), high: set(range.high), path: range.path.clone(), standing: range.standing }
    };
    plausible(scenario).into_iter().map(factor).collect()
}

/// One assumption and its plausible range around the scenario's value.
#[derive(Clone, Debug, PartialEq)]
pub struct Plausible {
    /// TOML path.
    pub path: String,
    /// "sourced", "calibrated" or "guess".
    pub standing: String,
    /// A fifth below, or a quarter of a logit, within the range of its knob; in the unit of the knob.
    pub low: f64,
    /// A quarter above.
    pub high: f64,
    /// The text after the number in a value of a scenario: " days".
    unit: &'static str,
    whole: bool,
}

/// The assumptions that can change in both directions.
pub fn plausible(scenario: &Scenario) -> Vec<Plausible> {
    // In a regular network all have the same number of contacts, so it cannot be changed a little.
    let regular = scenario.table::<schema::Contacts>("contacts").kind == "regular";
    let fixed = |a: &Assumption| regular && a.path == "contacts.mean_degree";
    let varied = scenario.assumptions().into_iter().filter(|a| is_assumption(a) && !fixed(a));
    varied.filter_map(|a| levels(scenario, a)).collect()
}

/// The assumption a fifth lower and a quarter higher, within its range; `None` if it cannot change in both directions.
fn levels(scenario: &Scenario, a: Assumption) -> Option<Plausible> {
    let (table, knob) = a.path.rsplit_once('.').unwrap_or(("", &a.path));
    let settings = scenario.settings(table);
    let (low, high, unit, whole) = match (settings.value(knob)?, a.knob.ask) {
        (Set::Number(x), Ask::Rate { low, high, .. }) if *x > 0.0 => {
            ((x / (1.0 + STEP)).max(low), (x * (1.0 + STEP)).min(high), " per year", false)
        }
        (Set::Number(x), Ask::Duration { low, high, .. }) if *x > 0.0 => {
            ((x / (1.0 + STEP)).max(low), (x * (1.0 + STEP)).min(high), " days", false)
        }
        (Set::Number(x), Ask::Number { low, high, unit, .. }) if *x != 0.0 => {
            let (down, up) = if unit == "logits" {
                (x - STEP, x + STEP)
            } else {
                let (a, b) = (x / (1.0 + STEP), x * (1.0 + STEP));
                (a.min(b), a.max(b))
            };
            (down.max(low), up.min(high), "", false)
        }
        (Set::Count(n), Ask::Count { low, high, .. }) if *n > 0 => {
            let step = (n / 5).max(1);
            ((n - step).max(low) as f64, (n + step).min(high) as f64, "", true)
        }
        _ => return None,
    };
    (low < high).then(|| Plausible { standing: standing(&a), path: a.path, low, high, unit, whole })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_balanced_and_tell_each_other_nothing() {
        let runs = 64;
        for a in 1..runs {
            assert_eq!((0..runs).map(|r| sign(r, a)).sum::<f64>(), 0.0);
            for b in 1..a {
                assert_eq!((0..runs).map(|r| sign(r, a) * sign(r, b)).sum::<f64>(), 0.0);
            }
        }
    }

    #[test]
    fn blocks_are_told_apart_by_their_own_columns_alone() {
        for run in 0..64 {
            for column in 1..BLOCKS {
                assert_eq!(sign(run, column), sign(run % BLOCKS, column));
            }
        }
    }
}
