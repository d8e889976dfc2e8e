//! `worker`: runs some shards of a stored sweep, as a task on a cluster.
//!
//! Invariant: the exit code tells a cluster what to do. 0: done, or already there. 42: would fail on every machine. 75: may succeed if it
//! is tried again.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::error::Error;
use crate::say;
use crate::store::sweep::SweepStore;
use crate::sweep::run_shards;

use super::cluster::shards;
use super::stop::{catch, flag, stopping};
use super::{print, sweep};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    folder: PathBuf,
    #[arg(long, value_name = "LIST", required_unless_present = "from_env")]
    shards: Option<String>,
    // Empty: the first variable of TASKS that is set.
    #[arg(long, value_name = "VARIABLE", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    from_env: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    per_task: u64,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=4096))]
    threads: Option<u64>,
}

/// The variables that hold a task's number; the innermost first, as a HyperQueue worker may itself be a task of Slurm.
const TASKS: [&str; 3] = ["HQ_TASK_ID", "SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX"];

/// Runs some shards. The error says whether another try may succeed: faults of this machine may pass, those of the shards do not.
pub(super) fn worker(args: &Args) -> Result<(), Error> {
    run(args).map_err(|why| {
        let again = matches!(why, Error::File { .. } | Error::Stopped(_) | Error::TooLarge(_));
        Error::Task { why: Box::new(why), again }
    })
}

/// Runs the shards of this task that are missing.
fn run(args: &Args) -> Result<(), Error> {
    super::threads(args.threads)?;
    catch();
    let store = SweepStore::open(&args.folder)?;
    let of = store.manifest.shards();
    let listed = args.shards.as_ref().map_or(Ok((0..of).collect()), |text| shards::read(text, of))?;
    let own = match &args.from_env {
        None => &listed[..],
        Some(variable) => listed.chunks(args.per_task as usize).nth(number(variable)?).unwrap_or_default(),
    };
    let missing: Vec<usize> = store.missing()?.into_iter().filter(|shard| own.binary_search(shard).is_ok()).collect();
    if !missing.is_empty() {
        sweep::fits_again(&store)?;
    }
    let done = run_shards(&store, &missing, flag(), &|| {})?;
    if stopping() && done < missing.len() {
        let (done, shards) = (done.to_string(), missing.len().to_string());
        return Err(Error::Stopped(say!("worker-stopped", done = done, shards = shards)));
    }
    let mut failed: BTreeMap<usize, String> = BTreeMap::new();
    for shard in own {
        failed.extend(store.failures(*shard)?.into_iter().map(|failure| (failure.point, failure.says)));
    }
    let there = own.len() - missing.len();
    print(&(say!("worker-done", shards = done, there = there.to_string()) + "\n"))?;
    match failed.values().next() {
        None => Ok(()),
        Some(why) => Err(Error::Argument(say!("worker-points-fail", points = failed.len(), why = why))),
    }
}

/// The number of this task, from a variable or the usual ones.
fn number(variable: &str) -> Result<usize, Error> {
    let named = [variable];
    let names = if variable.is_empty() { &TASKS[..] } else { &named[..] };
    let number = names.iter().find_map(|name| std::env::var(name).ok()?.parse().ok());
    number.ok_or_else(|| match names {
        [name] => Error::Argument(say!("worker-no-number", variable = *name)),
        _ => Error::Argument(say!("worker-no-number-in-any", variables = names.join(", "))),
    })
}
