//! `run`: baseline and all designs, paired; the verdict, and the folder.

use std::path::{Path, PathBuf};

use zaoshi::error::Error;
use zaoshi::report::terminal::{Told, verdict};
use zaoshi::store::{self, Outcome, RunFolder, Timing, tables};

use super::embedded::Source;
use super::progress::Bar;
use super::wiring::{self, Simulated};
use super::{print, width};

pub(super) const EXAMPLES: &str = "\
Examples:
  zaoshi run
  zaoshi run open-source-database --replicates 256
  zaoshi run mine.toml --with budget.total=200000 --with ladder.contributor.tier.sig.entry.seats=8
  zaoshi run mine.toml --json | jq .verdicts

The folder is <out>/<scenario>/<run>. The same run again gives the same bytes: it is verified, not overwritten.";

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A file, or the name of a scenario that comes with the program [default: open-source-database].
    pub(super) scenario: Option<String>,
    /// Change a value in one more design; all --with of a call make that design together.
    #[arg(long = "with", value_name = "PATH=VALUE")]
    pub(super) with: Vec<String>,
    /// Paired runs of each design, instead of the scenario's number.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=100_000))]
    pub(super) replicates: Option<u64>,
    /// Seed of the whole experiment, instead of the scenario's.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(..=i64::MAX as u64))]
    pub(super) seed: Option<u64>,
    /// Folder for results.
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub(super) out: PathBuf,
    /// Threads; all cores where it is absent. The results do not depend on it.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=4096))]
    pub(super) threads: Option<u64>,
    /// Also rank the assumptions that the baseline hangs on: each is raised by a quarter, alone, in N runs over half the horizon.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1000))]
    pub(super) strongest: Option<u64>,
    /// Print the summary as JSON instead of the verdict.
    #[arg(long)]
    pub(super) json: bool,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    if let Some(threads) = args.threads {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads as usize).build_global();
        pool.map_err(|fault| Error::Asked(format!("cannot start {threads} threads: {fault}")))?;
    }
    let source = Source::of(args.scenario.as_deref())?;
    store::ready(&args.out)?;
    let done = {
        let bar = Bar::of(args.json);
        source.read(|path| wiring::simulate(path, args, &|runs, of| bar.at(runs, of)))?
    };
    let seconds = done.seconds;
    let outcome = store::write(&args.out, &folder(args, &done, seconds)?)?;
    if args.json {
        let json = serde_json::to_string_pretty(&done.summary)
            .map_err(|fault| Error::Drawing { what: "the summary as JSON".to_owned(), says: fault.to_string() })?;
        return print(&(json + "\n"));
    }
    let told = Told { seconds: Some(seconds), wrote: Some(wrote(&outcome)) };
    // Standard output takes colour away again where nobody wants it.
    print(&verdict(&done.summary, &told, width(), true))
}

/// Everything that is written of a run.
fn folder(args: &Args, done: &Simulated, wall_seconds: f64) -> Result<RunFolder, Error> {
    let timing = Timing { wall_seconds, threads: rayon::current_num_threads(), agent_ticks: done.agent_ticks };
    let mut asked = args.with.clone();
    asked.extend(args.strongest.map(|n| format!("--strongest {n}")));
    let mut folder = RunFolder::of(&done.summary, &done.scenario_hash, &asked, timing)
        .with("scenario.toml", done.scenario_toml.as_str())
        .with("trajectories.csv", tables::trajectories(&done.summary, &*done.value))
        .with("summary.csv", tables::summary(&done.summary))
        .with("cohorts.csv", done.cohorts.as_slice());
    if let Some(strongest) = &done.strongest {
        folder = folder.with("strongest.csv", strongest.as_slice());
    }
    if let Some(traces) = &done.traces {
        folder = folder.with("traces.csv", traces.as_slice());
    }
    for (path, bytes) in wiring::drawn(&done.summary)? {
        folder = folder.with(&path, bytes);
    }
    Ok(folder)
}

fn wrote(outcome: &Outcome) -> String {
    let shown = |path: &Path| {
        format!("{}/  report.html  summary.csv  trajectories.csv  charts/  manifest.json", path.display())
    };
    match outcome {
        Outcome::Written(path) => format!("Wrote {}", shown(path)),
        Outcome::Verified(path) => format!("Already there, the same to the byte: {}", shown(path)),
    }
}
