//! Where the commands meet the library: one short function per verb, and nothing else.

use std::path::Path;

use zaoshi::charts;
use zaoshi::error::{Error, Mistakes};
use zaoshi::experiment::{Ensemble, Experiment};
use zaoshi::metrics;
use zaoshi::scenario::{Patch, Scenario, commented as template, schema_json};
use zaoshi::stats::regret::{self, Regret};
use zaoshi::stats::screening::{self, Screening};
use zaoshi::stats::{Summary, cohorts, sequential};
use zaoshi::words::number::{figure, many};

use super::args::{Asked, Screen};

/// What a run leaves in memory.
pub(super) struct Simulated {
    pub(super) summary: Summary,
    /// As resolved.
    pub(super) scenario_toml: String,
    pub(super) scenario_hash: String,
    pub(super) experiment: Experiment,
    pub(super) ensemble: Ensemble,
    /// People who were traced, where the scenario asks for it: a finished CSV.
    pub(super) traces: Option<Vec<u8>>,
    /// The strongest assumptions, where they were screened: a finished CSV.
    pub(super) strongest: Option<Vec<u8>>,
    /// Retention by cohort: a finished CSV.
    pub(super) cohorts: Vec<u8>,
    /// People times ticks, over all runs.
    pub(super) agent_ticks: u64,
    /// Seconds that the simulation alone took.
    pub(super) seconds: f64,
}

/// The scenario with what the call says of seed and replicates; its other `--with` become one more design.
pub(super) fn simulate(
    path: &Path,
    asked: &Asked,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Simulated, Error> {
    let mut scenario = Scenario::load(path)?;
    let mut fixed = Vec::new();
    fixed.extend(asked.seed.map(|n| format!("seed={n}")));
    fixed.extend(asked.replicates.map(|n| format!("replicates={n}")));
    fixed.extend(asked.until.map(|share| format!("replicates_until={share:?}")));
    if !fixed.is_empty() {
        scenario = scenario.patched(&Patch::from_args(&fixed)?)?;
    }
    let mut more = Vec::new();
    if !asked.with.is_empty() {
        let mut patch = Patch::from_args(&asked.with)?;
        shared(&patch)?;
        patch.says = asked.with.join(", ");
        more.push(patch);
    }
    let mut experiment = Experiment::with(&scenario, &more)?;
    // Read before the long part, so that a history that is not there is said at once.
    zaoshi::stats::dots(&scenario)?;
    let screens = match asked.screen {
        Screen::Auto => screening::affordable(&experiment),
        Screen::Always => Some(screening::affordable(&experiment).unwrap_or(0.5)),
        Screen::Never => None,
    };
    let otherwise = regret::further(&experiment);
    let further = if screens.is_some() { screening::runs(&scenario) } else { 0 } + otherwise;
    let begun = std::time::Instant::now();
    let ensemble = sequential::run(&mut experiment, &|done| progress(done.runs, done.of + further));
    let seconds = begun.elapsed().as_secs_f64();
    let mut summary = Summary::of(&experiment, &ensemble)?;
    let runs = experiment.runs() + otherwise;
    summary.worlds = Regret::over_worlds(&experiment, &ensemble, &more, &|done| {
        progress(experiment.runs() + done.runs, experiment.runs() + further);
    })?;
    if let Some(share) = screens {
        let found = screening::screen(&scenario, share, &|done| progress(runs + done, experiment.runs() + further))?;
        found.into_iter().for_each(|found| summary.screened(found));
    }
    Ok(Simulated {
        strongest: summary.screening.as_ref().map(Screening::table),
        summary,
        scenario_toml: scenario.resolved_toml(),
        scenario_hash: scenario.hash(),
        traces: ensemble.traces(&experiment),
        cohorts: cohorts::table(&experiment, &ensemble)
            .map_err(|fault| Error::Drawing { what: "cohorts.csv".to_owned(), says: fault.to_string() })?,
        agent_ticks: ensemble.agent_ticks(),
        seconds,
        experiment,
        ensemble,
    })
}

/// What all designs share cannot differ in one of them.
fn shared(patch: &Patch) -> Result<(), Error> {
    const SHARED: [&str; 13] = [
        "seed",
        "replicates",
        "replicates_until",
        "replicates_most",
        "start",
        "horizon",
        "tick",
        "headline",
        "beside",
        "baseline",
        "coast",
        "record",
        "target",
    ];
    for (path, _) in patch.sets() {
        let root = path.split('.').next().unwrap_or_default();
        if SHARED.contains(&root) {
            let instead = match root {
                "seed" | "replicates" => format!("use --{root}"),
                _ => "write it in the scenario".to_owned(),
            };
            return Err(Error::Asked(format!("--with makes one more design, and all designs share {root}: {instead}")));
        }
    }
    Ok(())
}

/// Charts as SVG and PNG, and the page that shows them.
pub(super) fn drawn(summary: &Summary) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let drawn = charts::draw_all(summary)?;
    let page = zaoshi::report::html(summary, &drawn)?;
    let mut files = vec![("report.html".to_owned(), page.into_bytes())];
    for chart in drawn {
        files.push((format!("charts/{}.svg", chart.name), chart.svg.into_bytes()));
        files.push((format!("charts/{}.png", chart.name), chart.png));
    }
    Ok(files)
}

/// What a sweep of the scenario would be, where it plans any.
fn plan(scenario: &Scenario) -> Result<Option<zaoshi::store::Manifest>, Error> {
    let planned = ["lever", "uncertainty"].iter().any(|part| !scenario.names(part).is_empty());
    planned.then(|| zaoshi::sweep::Planned::of(scenario, None).map(|planned| planned.manifest)).transpose()
}

/// Every design of the scenario, resolved: one line that says what was found to be right.
pub(super) fn check(path: &Path) -> Result<String, Error> {
    let scenario = Scenario::judged(path, &|scenario| {
        let metrics = Experiment::design(scenario)?.metrics;
        zaoshi::stats::dots(scenario)?;
        zaoshi::sweep::known(scenario, &metrics.iter().map(|m| m.name.clone()).collect::<Vec<_>>())?;
        if scenario.is_on("search") {
            zaoshi::search::known(scenario, &metrics)?;
        }
        plan(scenario).map(|_| ())
    })?;
    let (experiment, plan) = (Experiment::design(&scenario)?, plan(&scenario)?);
    let base = &experiment.designs[0].model;
    let mut line = format!(
        "{} is right: {} people in {}, {}, {} × {}\n",
        path.file_name().map(|n| n.to_string_lossy()).unwrap_or_default(),
        figure(f64::from(base.people())),
        many(base.segments.len(), "segment"),
        many(base.ticks as usize, "tick"),
        many(experiment.designs.len(), "design"),
        many(experiment.replicates, "paired run")
    );
    if let Some(plan) = plan {
        line += &format!("a sweep of it has {} and {}\n", many(plan.points, "point"), many(plan.runs(), "run"));
    }
    for world in scenario.worlds() {
        Experiment::design(&scenario.patched(&world)?)?;
    }
    if !scenario.worlds().is_empty() {
        line += &format!("its designs hold in {} beside its own\n", many(scenario.worlds().len(), "world"));
    }
    if !scenario.names("lever").is_empty() {
        let search = zaoshi::search::Search::of(&scenario)?;
        line += &format!("a search of it has about {}\n", many(search.runs(), "run"));
    }
    for lint in experiment.lints()? {
        line += &format!("note: {lint}\n");
    }
    if base.calendar.step.days() > 7.0 {
        line += "note: a tick of a month or a year biases diffusion by several percent; a week does not\n";
    }
    Ok(line)
}

/// A scenario to start from, and the files that it reads, by the names that it gives them.
pub(super) fn commented(path: &Path, name: &str, presets: &[String]) -> Result<(String, Vec<Named>), Error> {
    let mut scenario = Scenario::load(path)?;
    if !presets.is_empty() {
        scenario = scenario.patched(&Patch::from_args(&[format!("presets={presets:?}")])?)?;
    }
    Ok((template(&scenario, name), scenario.files()?))
}

/// A file's name and what it holds.
type Named = (String, Vec<u8>);

/// The JSON Schema of scenario files.
pub(super) fn schema() -> Result<String, Error> {
    serde_json::to_string_pretty(&schema_json())
        .map(|text| text + "\n")
        .map_err(|fault| Error::Drawing { what: "the schema".to_owned(), says: fault.to_string() })
}

/// Stylised facts of real communities beside those of the scenario's baseline.
pub(super) fn facts(path: &Path) -> Result<Vec<zaoshi::stats::facts::Fact>, Error> {
    zaoshi::stats::facts::of(&Scenario::load(path)?)
}

/// Name and sentence of each mechanism.
pub(super) fn mechanisms() -> Vec<(String, String)> {
    zaoshi::mechanisms::SHELF.rows.iter().map(|row| (row.name.to_owned(), row.says.to_owned())).collect()
}

/// The published rules that come with the program.
pub(super) fn presets() -> Result<Vec<zaoshi::scenario::Preset>, Error> {
    zaoshi::scenario::presets()
}

/// Name and sentence of each family of metrics.
pub(super) fn metrics() -> Vec<(String, String)> {
    metrics::SHELF.rows.iter().map(|row| (row.name.to_owned(), row.says.to_owned())).collect()
}

/// Name, title and unit of each metric of a scenario.
pub(super) fn metrics_of(path: &Path) -> Result<Vec<(String, String)>, Error> {
    let experiment = Experiment::design(&Scenario::load(path)?)?;
    let row = |m: &metrics::Named| (m.name.clone(), format!("{}, in {}", m.title, m.unit));
    Ok(experiment.metrics.iter().map(row).collect())
}

/// Name and sentence of each chart.
pub(super) fn charts() -> Vec<(String, String)> {
    charts::of_summary().map(|chart| (chart.name.to_owned(), chart.says())).collect()
}

/// The mistakes with a caret under each.
pub(super) fn rendered(mistakes: &Mistakes, colour: bool) -> String {
    mistakes.render(colour)
}
