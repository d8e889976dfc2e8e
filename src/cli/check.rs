//! `check`: every mistake of a scenario at once; if there is none, a description of the scenario, and notes on settings that are seldom
//! intended.

use std::path::Path;

use crate::error::Error;
use crate::experiment::Experiment;
use crate::plan::Factor;
use crate::scenario::Scenario;
use crate::search::{self, Search};
use crate::store::Manifest;
use crate::sweep::{self, Planned};
use crate::words::number::figure;
use crate::{say, stats};

/// The longest tick, in days, that biases diffusion only a little.
const WEEK: f64 = 7.0;

/// Checks a scenario under each of its designs and worlds. Gives the lines to print if nothing is wrong.
pub(super) fn check(path: &Path) -> Result<String, Error> {
    let scenario = Scenario::load_and_check(path, &whole)?;
    let (experiment, plan) = (Experiment::design(&scenario)?, plan(&scenario)?);
    let base = &experiment.designs[0].model;
    let mut lines = vec![say!(
        "check-right",
        file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        people = figure(f64::from(base.people())),
        segments = base.segments.len(),
        ticks = base.ticks,
        designs = experiment.designs.len(),
        runs = experiment.replicates
    )];
    if let Some(plan) = plan {
        lines.push(say!("check-sweep", points = plan.points, runs = plan.runs()));
    }
    let worlds = scenario.worlds();
    for world in &worlds {
        Experiment::design(&scenario.patched(world)?)?;
    }
    if !worlds.is_empty() {
        lines.push(say!("check-worlds", worlds = worlds.len()));
    }
    if search::has_levers(&scenario) {
        lines.push(say!("check-search", runs = Search::of(&scenario)?.runs()));
    }
    for alike in experiment.alike() {
        lines.push(say!("check-note", says = alike.says));
    }
    for factor in Factor::all(&scenario).0.iter().filter(|factor| factor.turns_nothing()) {
        let says = say!("check-turns-nothing", name = &factor.name, path = &factor.path);
        lines.push(say!("check-note", says = says));
    }
    for lint in experiment.lints()? {
        lines.push(say!("check-note", says = lint));
    }
    if base.calendar.step.days() > WEEK {
        lines.push(say!("check-long-tick"));
    }
    Ok(lines.join("\n") + "\n")
}

/// Checks that need the floors above the schema: designs, histories, metrics that a plan or a search names.
fn whole(scenario: &Scenario) -> Result<(), Error> {
    let experiment = Experiment::design(scenario)?;
    let metrics = &experiment.metrics;
    stats::histories(scenario)?;
    sweep::check_metrics(scenario, &metrics.iter().map(|metric| metric.name.clone()).collect::<Vec<_>>())?;
    if scenario.is_on("search") {
        search::check_metrics(scenario, &experiment)?;
    }
    plan(scenario).map(|_| ())
}

/// The sweep of a scenario, if it has anything to sweep.
fn plan(scenario: &Scenario) -> Result<Option<Manifest>, Error> {
    let planned = ["lever", "uncertainty"].iter().any(|part| !scenario.names(part).is_empty());
    planned.then(|| Planned::of(scenario, None).map(|planned| planned.manifest)).transpose()
}
