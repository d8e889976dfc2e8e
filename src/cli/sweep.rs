//! `sweep`: runs many points of levers and uncertainties, shard by shard, into a folder.
//!
//! Invariant: a shard that is done is kept, whatever stops the command; the same command continues.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::error::Error;
use crate::plan;
use crate::say;
use crate::store::Form;
use crate::store::output_file;
use crate::store::place::{Place, Put};
use crate::store::sweep::SweepStore;
use crate::sweep::report::SweepTable;
use crate::sweep::{Planned, run_shards};

use super::cluster::{self, Cluster};
use super::design_table::{self, failures};
use super::progress::Bar;
use super::sizes;
use super::source::Source;
use super::stop::{catch, flag, stopping};
use super::{changed, log, note, print};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    scenario: String,
    #[arg(long = "set", value_name = "PATH=VALUE")]
    set: Vec<String>,
    #[arg(long = "with", value_name = "PATH=VALUE")]
    with: Vec<String>,
    #[arg(long, value_name = "DIR", default_value = "output")]
    out: PathBuf,
    #[arg(long, value_name = "N", conflicts_with = "on", value_parser = clap::value_parser!(u64).range(1..=4096))]
    threads: Option<u64>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    shard_runs: Option<u64>,
    #[arg(long, value_name = "VALUE", allow_negative_numbers = true)]
    target: Option<f64>,
    #[arg(long, group = "instead")]
    plan: bool,
    #[arg(long, group = "instead")]
    status: bool,
    #[arg(long, group = "instead")]
    verify: bool,
    #[arg(long, value_name = "FILE", group = "instead")]
    merge: Option<PathBuf>,
    #[arg(long, value_name = "FILE", group = "instead")]
    merge_series: Option<PathBuf>,
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    cluster: Cluster,
}

pub(super) fn sweep(args: &Args) -> Result<(), Error> {
    super::threads(args.threads)?;
    let (store, planned) = sweep_of(args)?;
    if args.plan {
        let stored = say!("sweep-stored", folder = folder(&store));
        return print(&format!("{}{stored}\n", estimate(planned.as_ref(), &store)?));
    }
    if args.status {
        return print(&status(&store)?);
    }
    if args.verify {
        return verify(&store);
    }
    if let Some(file) = &args.merge {
        return merge(args, &store, file, &|to| store.merge(Form::of(file), to), Rows::Runs);
    }
    if let Some(file) = &args.merge_series {
        return merge(args, &store, file, &|to| store.merge_series(Form::of(file), to), Rows::Dates);
    }
    if store.is_run() {
        return Err(Error::Argument(say!("sweep-is-a-run", folder = folder(&store))));
    }
    if let Some(engine) = args.cluster.on {
        catch();
        if !cluster::hand(&args.cluster, engine, &store, &store.missing()?)? {
            return Ok(());
        }
    } else {
        if planned.is_some() {
            let (scenario, _read) = crate::sweep::load_scenario(&store)?;
            note(plan::lints(&scenario)?.iter());
        }
        finish(&store, planned.as_ref(), false)?;
    }
    let target = match args.target {
        Some(target) => Some(target),
        None => target(&store)?,
    };
    let completion = store.require_runs()?;
    let table = SweepTable::of(&store)?;
    store.place.derive("summary.csv", |to| table.write(&store, to))?;
    let wrote = say!("sweep-wrote", folder = folder(&store));
    let idle = design_table::idle(&table.idle());
    let text = design_table::text(&table.report(target), table.origin(), target, &completion);
    print(&format!("{text}{idle}{wrote}\n"))
}

/// The target of the stored scenario.
fn target(store: &SweepStore) -> Result<Option<f64>, Error> {
    let (scenario, _read) = crate::sweep::load_scenario(store)?;
    Ok(scenario.root().target)
}

/// The sweep of the arguments: one in a folder, or that of a scenario, which is stored first if it is new.
fn sweep_of(args: &Args) -> Result<(SweepStore, Option<Planned>), Error> {
    let path = Path::new(&args.scenario);
    if path.is_dir() || Place::is_bucket(path) {
        if !args.set.is_empty() || !args.with.is_empty() {
            return Err(Error::Argument(say!("sweep-not-changed")));
        }
        return Ok((SweepStore::open(path)?, None));
    }
    let planned = Source::of(Some(&args.scenario))?.read(|path| {
        let scenario = changed(path, &args.set, &args.with)?;
        sizes::lay_out(&scenario)?;
        let planned = Planned::of(&scenario, args.shard_runs.map(|n| n as usize))?;
        fits(&planned, args.cluster.on.is_some(), &args.out)?;
        Ok(planned)
    })?;
    if !Place::is_bucket(&args.out) {
        // A question about a sweep stores none.
        let asks = args.status || args.verify || args.merge.is_some() || args.merge_series.is_some();
        let there = args.out.join(&planned.manifest.scenario).join(&planned.manifest.id);
        if asks && !there.join("manifest.json").exists() {
            return Err(Error::Argument(say!("sweep-not-begun", out = args.out.display().to_string())));
        }
        crate::store::ready(&args.out)?;
    }
    let store = planned.store(&args.out)?;
    Ok((SweepStore::open(store.place.root())?, Some(planned)))
}

/// Whether a sweep fits into this machine, unless others run it.
///
/// # Errors
/// What does not fit.
pub(super) fn fits(planned: &Planned, elsewhere: bool, out: &Path) -> Result<(), Error> {
    if elsewhere { Ok(()) } else { sizes::must_fit(&|threads| planned.size(threads), out) }
}

/// Whether a stored sweep fits into the memory of this machine.
///
/// # Errors
/// What does not fit; a store that cannot be read.
pub(super) fn fits_again(store: &SweepStore) -> Result<(), Error> {
    let planned = Planned::again(store)?;
    sizes::memory_fits(&|threads| planned.size(threads).memory, rayon::current_num_threads())
}

/// Prints how much of a sweep is missing, and runs it.
///
/// # Errors
/// A fault of the machine; Ctrl-C.
pub(super) fn finish(store: &SweepStore, planned: Option<&Planned>, quiet: bool) -> Result<(), Error> {
    let missing = store.missing()?;
    if missing.is_empty() {
        return Ok(());
    }
    if planned.is_none() {
        fits_again(store)?;
    }
    log(&estimate(planned, store)?);
    shards(store, &missing, quiet)
}

/// Runs shards under a progress bar, until they are done or Ctrl-C is pressed.
fn shards(store: &SweepStore, missing: &[usize], quiet: bool) -> Result<(), Error> {
    catch();
    let manifest = &store.manifest;
    let of = manifest.runs();
    let before = of - missing.iter().map(|shard| manifest.of_shard(*shard).len()).sum::<usize>();
    let runs = AtomicUsize::new(before);
    let worked = {
        let bar = Bar::of(quiet);
        bar.begin(before, of);
        run_shards(store, missing, flag(), &|| bar.at(runs.fetch_add(1, Ordering::Relaxed) + 1, of))
    };
    worked?;
    let left = store.missing()?.len();
    if stopping() && left > 0 {
        let shards = manifest.shards();
        return Err(Error::Stopped(say!(
            "sweep-stopped",
            done = (shards - left).to_string(),
            shards = shards.to_string()
        )));
    }
    Ok(())
}

/// The line that says how many runs a sweep has, how long they take and how large they are.
pub(super) fn estimate(planned: Option<&Planned>, store: &SweepStore) -> Result<String, Error> {
    let m = &store.manifest;
    let mut line = say!(
        "sweep-size",
        points = m.points,
        designs = m.designs.len(),
        replicates = m.replicates,
        runs = m.runs(),
        shards = m.shards()
    );
    let missing = store.missing()?;
    if let Some(planned) = planned.filter(|_| !missing.is_empty()) {
        let size = planned.size(rayon::current_num_threads());
        let seconds = sizes::measured(planned.scenario(), size.work, m.runs() as f64);
        let share = missing.len() as f64 / m.shards() as f64;
        line += &say!("sweep-to-go", size = sizes::line(&size, seconds * share));
    }
    Ok(line + "\n")
}

fn folder(store: &SweepStore) -> String {
    store.place.root().display().to_string()
}

fn status(store: &SweepStore) -> Result<String, Error> {
    let (shards, missing) = (store.manifest.shards(), store.missing()?);
    let completion = store.completion()?;
    let text = say!(
        "sweep-status",
        done = (shards - missing.len()).to_string(),
        shards = shards,
        ran = completion.runs.to_string(),
        runs = store.manifest.runs(),
        folder = folder(store)
    );
    Ok(format!("{text}\n{}", failures(&completion)))
}

fn verify(store: &SweepStore) -> Result<(), Error> {
    let (whole, missing) = store.verify()?;
    let text =
        say!("sweep-verified", count = whole, parts = whole.to_string(), lost = missing, missing = missing.to_string());
    print(&format!("{text}\n{}", failures(&store.completion()?)))
}

/// What the rows of a merged file are.
#[derive(Clone, Copy)]
enum Rows {
    Runs,
    Dates,
}

/// Writes `rows` into a file and prints how many there are.
fn merge(
    args: &Args,
    store: &SweepStore,
    file: &Path,
    rows: &dyn Fn(&mut (dyn Write + Send)) -> Result<usize, Error>,
    what: Rows,
) -> Result<(), Error> {
    let completion = store.require_runs()?;
    let mut written = 0;
    let put = output_file::write(file, args.force, |to| {
        written = rows(to)?;
        Ok(())
    })?;
    let missing = store.missing()?.len();
    let rest = if missing > 0 { say!("sweep-missing", shards = missing) } else { String::new() };
    let file = file.display().to_string();
    let line = match (put, what) {
        (Put::New, Rows::Runs) => say!("sweep-merged-runs", runs = written, file = file, rest = rest),
        (Put::New, Rows::Dates) => say!("sweep-merged-rows", rows = written, file = file, rest = rest),
        (Put::Same, Rows::Runs) => say!("sweep-runs-there", runs = written, file = file, rest = rest),
        (Put::Same, Rows::Dates) => say!("sweep-rows-there", rows = written, file = file, rest = rest),
    };
    print(&format!("{line}\n{}", failures(&completion)))
}
