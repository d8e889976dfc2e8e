//! Rounds: the trials of one generation, and their results.
//!
//! Invariant: the results of a round depend on its trials alone; a stopped round has no results.

use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::evaluation::Runs;
use super::spec::Search;
use crate::error::Error;
use crate::experiment::Experiment;
use crate::metrics::names;
use crate::scenario::{Patch, Scenario};
use crate::stats::compared_values;
use crate::store::Manifest;

/// Replicates of one design.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Trial {
    /// Shares of the levers; `None` for the baseline.
    pub(super) shares: Option<Vec<f64>>,
    /// The first replicate.
    pub(super) from: usize,
    /// Number of replicates.
    pub(super) replicates: usize,
}

/// The result of a trial.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TrialResult {
    /// Why the design cannot be made; empty if it can.
    pub(super) fault: String,
    /// `values[replicate][world][metric]`; `None` if the value is not a number.
    pub(super) values: Vec<Vec<Vec<Option<f64>>>>,
}

/// Trials and results.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Round {
    pub(super) trials: Vec<Trial>,
    pub(super) given: Vec<TrialResult>,
    /// The hash of the others; empty until it is stored.
    #[serde(default)]
    pub(super) sealed: String,
}

impl Round {
    /// The hash of its trials and results.
    pub(super) fn seal(&self) -> String {
        Manifest::hash(&serde_json::to_vec(&(&self.trials, &self.given)).unwrap_or_default())
    }
}

impl Trial {
    /// Number of runs.
    pub(super) fn runs(&self, worlds: usize) -> usize {
        self.replicates * worlds
    }
}

impl TrialResult {
    /// Adds the values to the runs of a design.
    pub(super) fn into_runs(self, from: usize, runs: &mut Runs) {
        for (k, worlds) in self.values.into_iter().enumerate() {
            let number = |metrics: Vec<Option<f64>>| metrics.into_iter().map(|x| x.unwrap_or(f64::NAN)).collect();
            runs.insert(from + k, worlds.into_iter().map(number).collect());
        }
    }
}

impl Search {
    /// Runs the trials, world by world; `None` if it was stopped. `progress` is called after each run.
    pub(super) fn run(
        &self,
        trials: &[Trial],
        worlds: &[Scenario],
        stop: &AtomicBool,
        progress: &(dyn Fn() + Sync),
    ) -> Result<Option<Vec<TrialResult>>, Error> {
        let mut results: Vec<TrialResult> = trials
            .iter()
            .map(|t| TrialResult { fault: String::new(), values: vec![Vec::new(); t.replicates] })
            .collect();
        for world in worlds {
            let Some(found) = self.in_world(trials, world, stop, progress)? else { return Ok(None) };
            for (result, found) in results.iter_mut().zip(found) {
                match found {
                    Ok(values) => result.values.iter_mut().zip(values).for_each(|(all, one)| all.push(one)),
                    Err(fault) => result.fault = fault,
                }
            }
        }
        for result in results.iter_mut().filter(|result| !result.fault.is_empty()) {
            result.values.clear();
        }
        Ok(Some(results))
    }

    fn in_world(
        &self,
        trials: &[Trial],
        world: &Scenario,
        stop: &AtomicBool,
        progress: &(dyn Fn() + Sync),
    ) -> Result<Option<Vec<InWorld>>, Error> {
        let (experiment, places, faults) = self.designs_in(trials, world)?;
        let at = |name: &str| experiment.metrics.iter().position(|m| m.name == name);
        let columns: Vec<Result<usize, f64>> =
            self.metrics.iter().map(|m| at(&m.name).ok_or(names::without(&m.name))).collect();
        let end = |t: &Trial| t.from + t.replicates;
        let mut replicates: Vec<usize> = trials.iter().flat_map(|t| t.from..end(t)).collect();
        replicates.sort_unstable();
        replicates.dedup();
        let shared = experiment.network();
        let by_replicate: Vec<Option<InReplicate>> = replicates
            .par_iter()
            .map(|&replicate| {
                if stop.load(Ordering::Relaxed) {
                    return None;
                }
                let due: Vec<usize> = (0..trials.len())
                    .filter(|k| places[*k].is_some() && (trials[*k].from..end(&trials[*k])).contains(&replicate))
                    .collect();
                let designs: Vec<usize> = due.iter().filter_map(|k| places[*k]).collect();
                let runs = experiment.run_designs(&designs, replicate, shared.as_ref(), progress);
                let values = runs.iter().zip(&designs).map(|(trajectory, design)| {
                    let all = compared_values(&experiment, *design, trajectory);
                    let number = |at: &Result<usize, f64>| {
                        Some(at.map_or_else(|none| none, |at| all[at])).filter(|x| x.is_finite())
                    };
                    columns.iter().map(number).collect()
                });
                Some(due.iter().copied().zip(values).collect())
            })
            .collect();
        let mut list: Vec<InWorld> = trials.iter().map(|_| Ok(Vec::new())).collect();
        for replicate in by_replicate {
            let Some(replicate) = replicate else { return Ok(None) };
            for (k, metrics) in replicate {
                if let Ok(values) = &mut list[k] {
                    values.push(metrics);
                }
            }
        }
        for (k, fault) in faults {
            list[k] = Err(fault);
        }
        Ok(Some(list))
    }

    /// The designs of the trials in one world, the index of each among them, and why the others cannot be made.
    fn designs_in(&self, trials: &[Trial], world: &Scenario) -> Result<InTheWorld, Error> {
        let mut patches: Vec<(usize, Patch)> = Vec::new();
        for (k, trial) in trials.iter().enumerate() {
            if let Some(shares) = &trial.shares {
                patches.push((k, self.patch(shares)?));
            }
        }
        let all: Vec<Patch> = patches.iter().map(|(_, patch)| patch.clone()).collect();
        let (experiment, faults) = match Experiment::from_patches(world, &all) {
            Ok(experiment) => (experiment, Vec::new()),
            // Some designs are not valid in this world; trying them one by one finds which.
            Err(_) => {
                let fault = |(k, patch): &(usize, Patch)| {
                    Experiment::from_patches(world, std::slice::from_ref(patch)).err().map(|why| (*k, reasons(&why)))
                };
                let faults: Vec<(usize, String)> = patches.iter().filter_map(fault).collect();
                patches.retain(|(k, _)| !faults.iter().any(|(faulty, _)| faulty == k));
                let sound: Vec<Patch> = patches.iter().map(|(_, patch)| patch.clone()).collect();
                (Experiment::from_patches(world, &sound)?, faults)
            }
        };
        let place = |k: usize| match trials[k].shares {
            None => Some(0),
            Some(_) => patches.iter().position(|(own, _)| *own == k).map(|at| at + 1),
        };
        Ok((experiment, (0..trials.len()).map(place).collect(), faults))
    }
}

/// The trials that have a replicate, and the metrics of each: `(trial, [metric])`.
type InReplicate = Vec<(usize, Vec<Option<f64>>)>;

/// `[replicate][metric]` of a trial in one world, or why its design cannot be made there.
type InWorld = Result<Vec<Vec<Option<f64>>>, String>;

/// An experiment, the index of each trial among its designs, and the faults of those that have none.
type InTheWorld = (Experiment, Vec<Option<usize>>, Vec<(usize, String)>);

fn reasons(error: &Error) -> String {
    match error {
        Error::Scenario(mistakes) => mistakes.list.iter().map(|m| m.says.as_str()).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}
