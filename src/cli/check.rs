//! `check`: every mistake of a scenario at once; if there is none, a description of the scenario, and notes on settings that are seldom
//! intended.

use std::path::Path;

use crate::error::Error;
use crate::experiment::Experiment;
use crate::plan::{self, Plan};
use crate::run::size_of;
use crate::scenario::{Scenario, schema};
use crate::search::{self, Search};
use crate::stats::screening;
use crate::sweep::{self, Planned};
use crate::words::number::figure;
use crate::{findings, say, stats};

use super::sizes;

/// The longest tick, in days, that biases diffusion only a little.
const WEEK: f64 = 7.0;

/// Checks a scenario under each of its designs and worlds. Gives the lines to print if nothing is wrong.
pub(super) fn check(path: &Path) -> Result<String, Error> {
    let scenario = Scenario::load_and_check(path, &whole)?;
    let (experiment, plan) = (Experiment::design(&scenario)?, planned(&scenario)?);
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
    if let Some((points, runs)) = plan {
        lines.push(say!("check-sweep", points = points as u64, runs = runs as u64));
        if let Err(why) = sizes::plan_fits(&scenario) {
            lines.push(say!("check-note", says = why.to_string()));
        }
    }
    let worlds = scenario.worlds();
    for world in &worlds {
        Experiment::design(&scenario.patched(world)?)?;
    }
    if !worlds.is_empty() {
        lines.push(say!("check-worlds", worlds = worlds.len()));
    }
    if search::has_levers(&scenario) {
        match Search::of(&scenario) {
            Ok(search) => lines.push(say!("check-search", runs = search.runs())),
            // Levers alone may be meant for a sweep.
            Err(Error::Scenario(mistakes)) if !scenario.is_on("search") => {
                let why = mistakes.list.first().map(|mistake| mistake.says.clone()).unwrap_or_default();
                lines.push(say!("check-note", says = say!("check-no-search", why = why)));
            }
            Err(fault) => return Err(fault),
        }
    }
    let screened = screening::affordable(&experiment);
    let size = |threads| size_of(&experiment, screened, threads);
    let own = size(rayon::current_num_threads());
    lines.push(say!("check-size", size = sizes::line(&own, sizes::seconds(own.work))));
    let fits = sizes::must_fit(&size, Path::new(".")).and_then(|()| sizes::extremes_fit(&scenario, true));
    if let Err(why) = fits {
        lines.push(say!("check-note", says = why.to_string()));
    }
    for alike in experiment.alike() {
        lines.push(say!("check-note", says = alike.says));
    }
    for says in plan::lints(&scenario)? {
        lines.push(say!("check-note", says = says));
    }
    for lint in experiment.lints()? {
        lines.push(say!("check-note", says = lint));
    }
    for told in stats::history_notes(&experiment)? {
        lines.push(say!("check-note", says = told));
    }
    for odd in findings::plausible(&experiment) {
        lines.push(say!("check-note", says = odd));
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
    planned(scenario).map(|_| ())
}

/// The points and runs of a scenario's sweep, if it has anything to sweep. Very many points are counted, but not made.
fn planned(scenario: &Scenario) -> Result<Option<(f64, f64)>, Error> {
    let varied = ["lever", "uncertainty"].iter().any(|part| !scenario.names(part).is_empty());
    if !varied && scenario.table::<schema::Plan>("plan").choices.is_none() {
        return Ok(None);
    }
    let count = Plan::count(scenario)?;
    if count.points > sizes::MANY {
        return Ok(Some((count.points, count.runs)));
    }
    let manifest = Planned::of(scenario, None)?.manifest;
    Ok(Some((manifest.points as f64, manifest.runs() as f64)))
}
