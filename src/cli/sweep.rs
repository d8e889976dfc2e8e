//! `sweep`: many points of levers and uncertainties, shard by shard, into a folder that can be gone on with.
//!
//! Invariant: what is done is kept, whatever stops it; the same command goes on.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use zaoshi::error::Error;
use zaoshi::registry::Set;
use zaoshi::scenario::{Patch, Scenario};
use zaoshi::store::output_file;
use zaoshi::store::place::{Place, Put};
use zaoshi::store::sweep::SweepStore;
use zaoshi::sweep::report::Means;
use zaoshi::sweep::{Planned, work};
use zaoshi::words::number::{many, wall_time};

use super::cluster::{self, Cluster};
use super::design_table::{self, short};
use super::progress::Bar;
use super::source::Source;
use super::stop::{heed, stop, stopping};
use super::{print, tell};

pub(super) const EXAMPLES: &str = "\
Examples:
  zaoshi sweep mine.toml --plan            how many runs it is, and how long; nothing is run
  zaoshi sweep mine.toml                   run what is missing; Ctrl-C keeps what is done
  zaoshi sweep mine.toml --set plan.points=1024 --set plan.sampling=sobol
  zaoshi sweep mine.toml --status
  zaoshi sweep mine.toml --merge all.csv   one row a run
  zaoshi sweep mine.toml --out s3://bucket/folder   where many machines work on it; needs the feature s3
  zaoshi sweep mine.toml --on ray          on a Ray cluster; slurm, hq and k8s take it too

The folder is <out>/<scenario>/<sweep>, with Parquet parts that pandas, polars and duckdb read.";

#[derive(Debug, clap::Args)]
pub(super) struct Asked {
    /// A file, the name of a scenario that comes with the program, or the folder of a sweep.
    scenario: String,
    /// Change a value of the scenario, for all designs; may be given several times.
    #[arg(long = "set", value_name = "PATH=VALUE")]
    set: Vec<String>,
    /// Folder for results, or s3://bucket/folder.
    #[arg(long, value_name = "DIR", default_value = "output")]
    out: PathBuf,
    /// Threads; all cores where it is absent. The results do not depend on it.
    #[arg(long, value_name = "N", conflicts_with = "on", value_parser = clap::value_parser!(u64).range(1..=4096))]
    threads: Option<u64>,
    /// Runs of a shard, instead of as many as take some seconds.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    shard_runs: Option<u64>,
    /// What the headline must reach at a point for a design to be good enough there, instead of the scenario's `target`.
    #[arg(long, value_name = "VALUE", allow_negative_numbers = true)]
    target: Option<f64>,
    /// Store what is to be run, say how much it is, and run nothing.
    #[arg(long, group = "instead")]
    plan: bool,
    /// Say how far it has come, and run nothing.
    #[arg(long, group = "instead")]
    status: bool,
    /// Read every part that is done and say what is wrong with it.
    #[arg(long, group = "instead")]
    verify: bool,
    /// Write all runs that are done into one CSV.
    #[arg(long, value_name = "FILE", group = "instead")]
    merge: Option<PathBuf>,
    /// Write their series into one CSV, a row for each run and recorded date; kept with --set plan.series=true.
    #[arg(long, value_name = "FILE", group = "instead")]
    merge_series: Option<PathBuf>,
    /// With --merge and --merge-series: replace what stands there.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    cluster: Cluster,
}

pub(super) fn sweep(asked: &Asked) -> Result<(), Error> {
    super::threads(asked.threads)?;
    let (store, planned) = found(asked)?;
    if asked.plan {
        return print(&format!(
            "{}Stored in {}/; `zaoshi sweep` runs it\n",
            estimate(planned.as_ref(), &store)?,
            store.place.root().display()
        ));
    }
    if asked.status {
        return print(&status(&store)?);
    }
    if asked.verify {
        return verify(&store);
    }
    if let Some(file) = &asked.merge {
        return merge(asked, &store, file, &|mut to| store.merge(&mut to), "run");
    }
    if let Some(file) = &asked.merge_series {
        return merge(asked, &store, file, &|mut to| store.merge_series(&mut to), "row");
    }
    if store.is_run() {
        let folder = store.place.root().display();
        return Err(Error::Asked(format!(
            "{folder} is a run, and whole: `zaoshi report` tells of it; here --status, --verify, --merge and --merge-series do"
        )));
    }
    if let Some(engine) = asked.cluster.on {
        heed();
        if !cluster::hand(&asked.cluster, engine, &store, &store.missing()?)? {
            return Ok(());
        }
    } else {
        finish(&store, planned.as_ref(), false)?;
    }
    let target = match asked.target {
        Some(target) => Some(target),
        None => target(&store)?,
    };
    let ran = store.some_ran()?;
    let means = Means::of(&store)?;
    store.place.derive("summary.csv", |to| means.write(&store, to))?;
    print(&(design_table::shown(&means.told(target), means.origin(), target, &ran) + &wrote(&store)))
}

/// What the stored scenario wants to be reached.
fn target(store: &SweepStore) -> Result<Option<f64>, Error> {
    let (scenario, _read) = zaoshi::sweep::stored(store)?;
    Ok(match scenario.settings("").value("target") {
        Some(Set::Number(target)) => Some(*target),
        _ => None,
    })
}

/// The sweep that is meant: a folder's own, or that of a scenario, which is stored where it is not yet.
fn found(asked: &Asked) -> Result<(SweepStore, Option<Planned>), Error> {
    let path = Path::new(&asked.scenario);
    if path.is_dir() || Place::is_bucket(path) {
        if !asked.set.is_empty() {
            return Err(Error::Asked("a stored sweep cannot be changed: give --set with the scenario".to_owned()));
        }
        return Ok((SweepStore::open(path)?, None));
    }
    let planned = Source::of(Some(&asked.scenario))?.read(|path| {
        let mut scenario = Scenario::load(path)?;
        if !asked.set.is_empty() {
            scenario = scenario.patched(&Patch::from_args(&asked.set)?)?;
        }
        Planned::of(&scenario, asked.shard_runs.map(|n| n as usize))
    })?;
    if !Place::is_bucket(&asked.out) {
        zaoshi::store::ready(&asked.out)?;
    }
    let store = planned.store(&asked.out)?;
    Ok((SweepStore::open(store.place.root())?, Some(planned)))
}

/// Runs what is missing of a sweep, after saying how much it is.
///
/// # Errors
/// What the machine says; that somebody stopped it.
pub(super) fn finish(store: &SweepStore, planned: Option<&Planned>, quiet: bool) -> Result<(), Error> {
    let missing = store.missing()?;
    if missing.is_empty() {
        return Ok(());
    }
    tell(&estimate(planned, store)?);
    shards(store, &missing, quiet)
}

/// Runs shards under a bar, until they are done or somebody presses Ctrl-C.
fn shards(store: &SweepStore, missing: &[usize], quiet: bool) -> Result<(), Error> {
    heed();
    let manifest = &store.manifest;
    let of = manifest.runs();
    let before = of - missing.iter().map(|shard| manifest.of_shard(*shard).len()).sum::<usize>();
    let runs = AtomicUsize::new(before);
    let worked = {
        let bar = Bar::of(quiet);
        bar.begin(before, of);
        work(store, missing, stop(), &|| bar.at(runs.fetch_add(1, Ordering::Relaxed) + 1, of))
    };
    worked?;
    let left = store.missing()?.len();
    if stopping() && left > 0 {
        let shards = manifest.shards();
        return Err(Error::Stopped(format!(
            "stopped: {} of {shards} shards are done and kept; the same command goes on",
            shards - left
        )));
    }
    Ok(())
}

/// How many runs, how long and how large.
pub(super) fn estimate(planned: Option<&Planned>, store: &SweepStore) -> Result<String, Error> {
    let m = &store.manifest;
    let mut line = format!(
        "{} × {} × {} = {} in {}",
        many(m.points, "point"),
        many(m.designs.len(), "design"),
        many(m.replicates, "run"),
        many(m.runs(), "run"),
        many(m.shards(), "shard")
    );
    let bytes = m.runs() as f64 * (m.columns.len() + 1) as f64 * 8.0 * 0.44;
    let missing = store.missing()?;
    if let Some(planned) = planned.filter(|_| !missing.is_empty()) {
        let begun = Instant::now();
        let tried = planned.probe()?;
        let pace = begun.elapsed().as_secs_f64() / tried.max(1) as f64;
        let share = missing.len() as f64 / m.shards() as f64;
        let seconds = pace * planned.work * share / rayon::current_num_threads() as f64;
        line += &format!("; about {} to go and {} on disk", wall_time(seconds), size(bytes));
    }
    Ok(line + "\n")
}

fn size(bytes: f64) -> String {
    match bytes {
        b if b < 1e6 => format!("{:.0} KB", (b / 1e3).max(1.0)),
        b if b < 1e9 => format!("{:.0} MB", b / 1e6),
        b => format!("{:.1} GB", b / 1e9),
    }
}

fn status(store: &SweepStore) -> Result<String, Error> {
    let (shards, missing) = (store.manifest.shards(), store.missing()?);
    let ran = store.ran()?;
    let text = format!(
        "{} of {} and {} of {} are done in {}/\n",
        shards - missing.len(),
        many(shards, "shard"),
        ran.runs,
        many(store.manifest.runs(), "run"),
        store.place.root().display()
    );
    Ok(text + &short(&ran))
}

fn verify(store: &SweepStore) -> Result<(), Error> {
    let (whole, missing) = store.verify()?;
    let short = short(&store.ran()?);
    print(&format!("{whole} parts are whole and hold each of their runs once; {missing} shards are missing\n{short}"))
}

/// Writes what `rows` says into a file, and how much it was.
fn merge(
    asked: &Asked,
    store: &SweepStore,
    file: &Path,
    rows: &dyn Fn(&mut dyn Write) -> Result<usize, Error>,
    what: &str,
) -> Result<(), Error> {
    let ran = store.some_ran()?;
    let mut written = 0;
    let put = output_file::write(file, asked.force, |to| {
        written = rows(to)?;
        Ok(())
    })?;
    let missing = store.missing()?.len();
    let rest = if missing > 0 { format!("; missing: {}", many(missing, "shard")) } else { String::new() };
    let (written, short) = (many(written, what), short(&ran));
    print(&match put {
        Put::New => format!("Wrote {written} into {}{rest}\n{short}", file.display()),
        Put::Same => format!("Already there, the same to the byte: {written} in {}{rest}\n{short}", file.display()),
    })
}

fn wrote(store: &SweepStore) -> String {
    format!("Wrote {}/  summary.csv  results/  design.parquet  manifest.json\n", store.place.root().display())
}
