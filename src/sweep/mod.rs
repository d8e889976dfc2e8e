//! Sweeps: the runs of a plan, shard by shard, into a store.
//!
//! Invariant: the stored rows depend on the stored scenario and plan alone, not on who runs which shards in which
//! order; a stopped shard leaves nothing. Memory holds only the rows of the shards at work.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use crate::error::Error;
use crate::experiment::Experiment;
use crate::experiment::size::Load;
use crate::plan::{self, Plan, Point};
use crate::say;
use crate::scenario::schema;
use crate::scenario::{Patch, Scenario, nearest};
use crate::stats::MetricName;
use crate::store::Manifest;
use crate::store::manifest::{Described, columns, shard_runs};
use crate::store::point_table::points as point_frame;
use crate::store::sweep::{Failure, METRICS, SERIES, ShardRows, SweepStore};
use crate::store::unpacked::TempFiles;

pub mod points;
pub mod report;
mod rows;
mod sizes;
pub mod spec;

pub use rows::parts;
use rows::{ColumnMap, RowBuffer, names};
pub use sizes::probe;

/// People × ticks of one shard, unless it is set otherwise.
const SHARD_WORK: f64 = 5e7;
/// Largest number of shards in a sweep; a shard never splits paired runs.
const MOST_SHARDS: usize = 10_000;

/// A sweep before it is stored.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Its manifest.
    pub manifest: Manifest,
    /// People × ticks of all runs.
    pub work: f64,
    scenario: Scenario,
    inputs: Vec<(String, Vec<u8>)>,
    design: Vec<u8>,
    load: Load,
    /// Recorded dates of a run; 0 if no series is kept.
    recorded: f64,
    /// Bytes of the points.
    points: f64,
}

/// File name of the points of a sweep that gives its own points.
const TABLE: &str = "points-asked.csv";
impl Planned {
    /// The sweep of a scenario; `of_shard` sets the number of runs in a shard.
    ///
    /// # Errors
    /// Mistakes of the scenario and of its plan; files that it names and that cannot be read.
    pub fn of(scenario: &Scenario, of_shard: Option<usize>) -> Result<Planned, Error> {
        Planned::build(scenario, Plan::of(scenario)?, of_shard, None)
    }

    /// A sweep over given points instead of those of the scenario; they are stored as a table. `points` is
    /// `[point][factor]`, with the factors of the scenario, levers first, in the order of the file.
    ///
    /// # Errors
    /// Mistakes of the scenario and of its plan; files that it names and that cannot be read.
    pub fn over(scenario: &Scenario, points: Vec<Point>, sets: &[String]) -> Result<Planned, Error> {
        let own = ["plan.sampling=table".to_owned(), format!("plan.file={TABLE}")];
        let scenario = scenario.patched(&Patch::from_args(&[sets, &own].concat())?)?;
        let plan = Plan { points, ..Plan::empty(&scenario)? };
        let table = plan.table();
        Planned::build(&scenario, plan, None, Some(table))
    }

    fn build(
        scenario: &Scenario,
        plan: Plan,
        of_shard: Option<usize>,
        table: Option<Vec<u8>>,
    ) -> Result<Planned, Error> {
        let base = experiment(scenario, &plan)?;
        let factors: Vec<String> = plan.factors.iter().map(|factor| factor.name.clone()).collect();
        let unwritten = |fault| Error::Drawing { what: "design.parquet".to_owned(), says: format!("{fault}") };
        let design = point_frame(&factors, &plan.told()).to_parquet().map_err(unwritten)?;
        let mut inputs = vec![("scenario.toml".to_owned(), scenario.kept_toml().into_bytes())];
        for kept in scenario.reads() {
            match &table {
                Some(table) if kept.name == TABLE => inputs.push((kept.name, table.clone())),
                _ if kept.is_left_out() => {}
                _ => inputs.push((kept.name.clone(), kept.bytes()?)),
            }
        }
        let designs = plan.designs.len();
        let per_run = base.work() / base.runs().max(1) as f64;
        let worth = (SHARD_WORK / per_run.max(1.0)) as usize;
        let metrics = names(&base.metrics);
        let series = series(scenario, &plan, &metrics)?;
        let wanted_runs = of_shard.unwrap_or_else(|| worth.max(plan.runs() / MOST_SHARDS)).max(1);
        // A given number of runs in a shard is not reduced.
        let cells = if of_shard.is_none() { series.len() * base.designs[0].model.rows.len() } else { 0 };
        let manifest = Manifest {
            scenario: scenario.root().name,
            scenario_hash: scenario.hash(),
            inputs: inputs.iter().map(|(name, bytes)| (name.clone(), Manifest::hash(bytes))).collect(),
            design_hash: Manifest::hash(&design),
            seed: base.seed,
            points: plan.points.len(),
            replicates: plan.replicates,
            // Paired runs stay together.
            shard_runs: shard_runs(wanted_runs, designs, cells),
            designs: plan.designs,
            headline: base.metrics[base.headline].name.clone(),
            columns: columns(&metrics),
            metrics: Described::all(
                &base.metrics.iter().map(|m| MetricName::of(m, &base.designs[0].model)).collect::<Vec<_>>(),
            ),
            series,
            ..Manifest::default()
        };
        let work = per_run * base.runs() as f64 * plan.points.len() as f64;
        let manifest_points = plan.points.len();
        let recorded = if manifest.series.is_empty() { 0 } else { base.designs[0].model.rows.len() };
        Ok(Planned {
            manifest: manifest.sealed(),
            work,
            scenario: scenario.clone(),
            inputs,
            design,
            load: base.load(),
            recorded: recorded as f64,
            points: plan::bytes_of(manifest_points, factors.len()),
        })
    }

    /// A stored sweep, planned again.
    ///
    /// # Errors
    /// A store that cannot be read or run.
    pub fn again(store: &SweepStore) -> Result<Planned, Error> {
        let (scenario, _laid_out) = load_scenario(store)?;
        Planned::of(&scenario, Some(store.manifest.shard_runs))
    }

    /// The scenario of the sweep.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Stores it below a folder, or opens it if it is already stored.
    ///
    /// # Errors
    /// I/O errors; a folder of that name with other content.
    pub fn store(&self, parent: &Path) -> Result<SweepStore, Error> {
        SweepStore::begin(parent, self.manifest.clone(), &self.inputs, &self.design)
    }
}

/// Runs shards of a stored sweep on all threads of the current pool, until all are finished or `stop` is set;
/// `progress` is called after each run. Returns the number of shards that it stored.
///
/// # Errors
/// I/O errors; a store that does not match its manifest.
pub fn run_shards(
    store: &SweepStore,
    shards: &[usize],
    stop: &AtomicBool,
    progress: &(dyn Fn() + Sync),
) -> Result<usize, Error> {
    if store.is_run() {
        let folder = store.place.root().display().to_string();
        return Err(Error::Argument(say!("sweep-run-is-whole", folder = folder)));
    }
    let (scenario, _laid_out) = load_scenario(store)?;
    let plan = Plan::of(&scenario)?;
    let factors: Vec<String> = plan.factors.iter().map(|factor| factor.name.clone()).collect();
    let same = point_frame(&factors, &plan.told())
        .to_parquet()
        .is_ok_and(|b| Manifest::hash(&b) == store.manifest.design_hash);
    if scenario.hash() != store.manifest.scenario_hash || !same {
        return Err(Error::Stored { path: store.place.path("scenario.toml"), says: say!("sweep-other-points") });
    }
    ["", METRICS, SERIES, "failed"].iter().for_each(|folder| store.place.sweep_out(folder));
    let done = shards.par_iter().map(|shard| {
        let Some(rows) = run_shard(store, &scenario, &plan, *shard, stop, progress)? else { return Ok(0) };
        store.publish(*shard, &rows).map(|_| 1)
    });
    done.try_reduce(|| 0, |a, b| Ok(a + b))
}

/// The scenario of a store. From a bucket it is copied to a temporary folder, with all files that it reads; the folder
/// exists as long as the second value.
pub fn load_scenario(store: &SweepStore) -> Result<(Scenario, Option<TempFiles>), Error> {
    const NAME: &str = "scenario.toml";
    if store.place.is_folder() {
        return Ok((Scenario::load(&store.place.path(NAME))?, None));
    }
    let laid_out = TempFiles::of(&[(NAME, store.bytes(NAME)?)])?;
    let scenario = Scenario::load(&laid_out.path(NAME)).map_err(|fault| match fault {
        Error::Scenario(mut mistakes) => {
            // A message names the place of the sweep, not that of the copy.
            if let Some(file) = mistakes.files.first_mut() {
                file.name = store.place.path(NAME).display().to_string();
            }
            Error::Scenario(mistakes)
        }
        other => other,
    })?;
    for kept in scenario.reads() {
        if store.manifest.inputs.contains_key(&kept.name) {
            laid_out.add(&kept.name, &store.bytes(&kept.name)?)?;
        }
    }
    Ok((scenario, Some(laid_out)))
}

/// The rows of one shard; `None` if it was stopped.
fn run_shard(
    store: &SweepStore,
    scenario: &Scenario,
    plan: &Plan,
    shard: usize,
    stop: &AtomicBool,
    progress: &(dyn Fn() + Sync),
) -> Result<Option<ShardRows>, Error> {
    let manifest = &store.manifest;
    let mut buffer = RowBuffer::of(manifest);
    let mut failures: Vec<Failure> = Vec::new();
    let mut at: Option<(usize, Option<(Experiment, ColumnMap)>)> = None;
    let mut network = None;
    for first in manifest.of_shard(shard).step_by(manifest.designs.len()) {
        if stop.load(Ordering::Relaxed) {
            return Ok(None);
        }
        let (point, replicate, _) = manifest.run(first);
        if at.as_ref().is_none_or(|(last, _)| *last != point) {
            let here = plan.at(scenario, point).and_then(|scenario| experiment(&scenario, plan));
            let here = match here {
                Ok(experiment) => Some(experiment),
                Err(error) => {
                    failures.push(Failure { point, kind: "scenario".to_owned(), says: reasons(&error) });
                    None
                }
            };
            network = here.as_ref().and_then(Experiment::network);
            let with_columns = |experiment: Experiment| {
                let map = ColumnMap::of(manifest, &experiment);
                (experiment, map)
            };
            at = Some((point, here.map(with_columns)));
        }
        let Some((_, Some((experiment, map)))) = &at else { continue };
        for (design, trajectory) in experiment.run_paired(replicate, network.as_ref(), progress).iter().enumerate() {
            buffer.add(first + design, experiment, design, trajectory, map);
        }
    }
    Ok(Some(buffer.rows(failures)))
}

/// The metrics whose series are kept.
fn series(scenario: &Scenario, plan: &Plan, metrics: &[String]) -> Result<Vec<String>, Error> {
    let Some(wanted) = &plan.series else { return Ok(Vec::new()) };
    check_metrics(scenario, metrics)?;
    Ok(metrics.iter().filter(|name| wanted.is_empty() || wanted.contains(name)).cloned().collect())
}

/// Checks that the series of a plan are metrics, even if the plan keeps none.
///
/// # Errors
/// Each name that is not a metric.
pub fn check_metrics(scenario: &Scenario, metrics: &[String]) -> Result<(), Error> {
    let wanted = scenario.table::<schema::Plan>("plan").series_of;
    let unknown = wanted.iter().filter(|name| !metrics.contains(name)).map(|name| {
        let label = match nearest(name, metrics.iter().map(String::as_str)) {
            Some(near) => say!("experiment-did-you-mean", name = near),
            None => say!("experiment-unknown-metric"),
        };
        let help = say!("experiment-metrics-listed");
        scenario.mistake("plan.series_of", say!("experiment-no-metric", name = name), Some(help), label)
    });
    let unknown: Vec<_> = unknown.collect();
    if unknown.is_empty() { Ok(()) } else { Err(scenario.mistakes(unknown)) }
}

/// The designs of a plan under one scenario, without a coast.
fn experiment(scenario: &Scenario, plan: &Plan) -> Result<Experiment, Error> {
    let sets =
        [format!("replicates={}", plan.replicates), "coast.replicates=0".to_owned(), "record.people=0".to_owned()];
    let scenario = scenario.patched(&Patch::from_args(&sets)?)?;
    let choices = plan.choices.as_ref().and_then(|name| scenario.treatments().into_iter().find(|p| p.name == *name));
    match choices {
        Some(treatment) => Experiment::choices(&scenario, &treatment),
        None => Experiment::among(&scenario, &plan.designs),
    }
}

fn reasons(error: &Error) -> String {
    match error {
        Error::Scenario(mistakes) => {
            mistakes.list.iter().map(|m| format!("{}: {}", m.path, m.says)).collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    }
}
