//! Strength: which assumptions the baseline's headline hangs on most.
//!
//! Each number that is an assumption (not a choice of the user's) is raised by a quarter, alone, and the baseline runs again over half
//! the horizon under the same luck; its strength is how far the headline moves. A first look, one assumption at a time: it sees no
//! interactions, and chance that is left stands in it. Invariant: the same scenario and seed give the same ranking.

use rayon::prelude::*;
use serde::Serialize;

use super::quantiles::mean;
use super::summarise::{is_assumption, standing};
use crate::error::Error;
use crate::experiment::Experiment;
use crate::scenario::{Assumption, Patch, Scenario};
use crate::shelf::{Ask, Set};

/// How many are told.
const TOLD: usize = 10;

/// How far the headline moves when one assumption is raised by a quarter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Strength {
    /// TOML path.
    pub path: String,
    /// "sourced", "calibrated" or "guess".
    pub standing: String,
    /// Change of the headline's mean, as a share.
    pub effect: f64,
}

/// The strongest assumptions of a scenario's baseline, strongest first, at most ten. `replicates` runs for each.
///
/// # Errors
/// None that the scenario did not have before: it was checked.
pub fn strongest(scenario: &Scenario, replicates: usize) -> Result<Vec<Strength>, Error> {
    let half = half_horizon(scenario)?;
    let base = headline(&half, replicates)?;
    let mut list: Vec<Strength> = scenario
        .assumptions()
        .par_iter()
        .filter(|a| is_assumption(a))
        .filter_map(|a| raised(scenario, a).map(|set| (a, set)))
        // A value at the end of its range cannot be raised: it is left out, like one that no patch may touch.
        .filter_map(|(a, set)| {
            let patched = Patch::from_args(&[set]).and_then(|patch| half.patched(&patch)).ok()?;
            let effect = headline(&patched, replicates).ok()? / base.abs().max(1e-9) - 1.0;
            Some(Strength { path: a.path.clone(), standing: standing(a).0, effect })
        })
        .collect();
    list.retain(|s| s.effect != 0.0 && s.effect.is_finite());
    list.sort_by(|a, b| b.effect.abs().total_cmp(&a.effect.abs()).then_with(|| a.path.cmp(&b.path)));
    list.truncate(TOLD);
    Ok(list)
}

/// How many of the strongest are guesses, in a sentence; nothing where nothing moves the headline.
pub fn warning(strongest: &[Strength]) -> Option<String> {
    let guesses = strongest.iter().filter(|s| s.standing == "guess").count();
    let lead = strongest.first()?;
    Some(format!(
        "{guesses} of the {} strongest assumptions are guesses; the strongest is {} ({})",
        strongest.len(),
        lead.path,
        lead.standing
    ))
}

/// The strongest as CSV: path, standing, change of the headline when it is raised by a quarter.
pub fn table(strongest: &[Strength]) -> Vec<u8> {
    let mut text = String::from("path,standing,effect_of_a_quarter_more\n");
    for s in strongest {
        text += &format!("{},{},{:.4}\n", s.path, s.standing, s.effect);
    }
    text.into_bytes()
}

fn half_horizon(scenario: &Scenario) -> Result<Scenario, Error> {
    let days = match scenario.settings("").value("horizon") {
        Some(Set::Number(days)) => *days,
        _ => 365.25,
    };
    let sets = [format!("horizon={} days", days / 2.0), "coast.replicates=0".to_owned(), "record.people=0".to_owned()];
    scenario.patched(&Patch::from_args(&sets)?)
}

/// Mean of the headline over rows and replicates, in the baseline.
fn headline(scenario: &Scenario, replicates: usize) -> Result<f64, Error> {
    let mut experiment = Experiment::baseline(scenario)?;
    experiment.replicates = replicates;
    let ensemble = experiment.run(&|_| {});
    let column = experiment.headline;
    let values: Vec<f64> = ensemble.runs[0].iter().flat_map(|t| &t.rows).map(|row| row[column]).collect();
    Ok(mean(&values))
}

/// The assumption a quarter higher, as `--with` would say it.
fn raised(scenario: &Scenario, a: &Assumption) -> Option<String> {
    let (table, knob) = a.path.rsplit_once('.').unwrap_or(("", &a.path));
    let settings = scenario.settings(table);
    match (settings.value(knob)?, a.knob.ask) {
        (Set::Number(x), Ask::Rate { high, .. }) if *x > 0.0 && x * 1.25 <= high => {
            Some(format!("{}={} per year", a.path, x * 1.25))
        }
        (Set::Number(x), Ask::Duration { high, .. }) if *x > 0.0 && x * 1.25 <= high => {
            Some(format!("{}={} days", a.path, x * 1.25))
        }
        (Set::Number(x), Ask::Number { high, unit, .. }) if *x != 0.0 => {
            // A logit has no natural zero: a quarter of one.
            let quarter = if unit == "logits" { 0.25 } else { 0.25 * x.abs() };
            let up = (x + quarter).min(high);
            (up > *x).then(|| format!("{}={up:?}", a.path))
        }
        (Set::Count(n), Ask::Count { high, .. }) if *n > 0 => {
            let up = (n + (n + 3) / 4).min(high);
            (up > *n).then(|| format!("{}={up}", a.path))
        }
        _ => None,
    }
}
