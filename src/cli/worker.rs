//! `worker`: some shards of a stored sweep, as a task on a cluster.
//!
//! Invariant: the exit code tells a cluster what to do: 0 done or already there, 42 no use to try again, 75 may go well if it is tried again.

use std::collections::BTreeMap;
use std::path::PathBuf;

use zaoshi::error::Error;
use zaoshi::store::sweep::SweepStore;
use zaoshi::sweep::work;
use zaoshi::words::number::many;

use super::cluster::shards;
use super::print;
use super::stop::{heed, stop, stopping};

pub(super) const EXAMPLES: &str = "\
Examples:
  zaoshi worker output/mine/1f0c… --shards 0-99,205
  zaoshi worker output/mine/1f0c… --from-env --per-task 10     inside an array job

Exit codes: 0 done or already there; 42 will fail wherever it is tried; 75 may go well if it is tried again.";

/// What a worker is asked for.
#[derive(Debug, clap::Args)]
pub(super) struct Worker {
    /// The folder of a stored sweep, or its s3:// address.
    folder: PathBuf,
    /// The shards to run, such as 0-99,205; those that are done are left alone.
    #[arg(long, value_name = "LIST", required_unless_present = "from_env")]
    shards: Option<String>,
    /// Run only this task's part of the shards (of all, without --shards), by the number that the cluster gives it in a variable;
    /// HQ_TASK_ID, SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX where none is named.
    #[arg(long, value_name = "VARIABLE", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    from_env: Option<String>,
    /// With --from-env: shards of one task.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    per_task: u64,
    /// Threads; all cores where it is absent.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=4096))]
    threads: Option<u64>,
}

/// Innermost first: a HyperQueue worker may itself be a task of Slurm's.
const TASKS: [&str; 3] = ["HQ_TASK_ID", "SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX"];

/// Runs some shards. What is wrong with them wherever they are tried, and what is wrong with this machine, are told apart.
pub(super) fn worker(asked: &Worker) -> Result<(), Error> {
    run(asked).map_err(|why| {
        let again = matches!(why, Error::File { .. } | Error::Stopped(_));
        Error::Task { why: Box::new(why), again }
    })
}

fn run(asked: &Worker) -> Result<(), Error> {
    super::threads(asked.threads)?;
    let store = SweepStore::open(&asked.folder)?;
    let of = store.manifest.shards();
    let listed = asked.shards.as_ref().map_or(Ok((0..of).collect()), |text| shards::read(text, of))?;
    let own = match &asked.from_env {
        None => &listed[..],
        Some(variable) => listed.chunks(asked.per_task as usize).nth(number(variable)?).unwrap_or_default(),
    };
    let missing: Vec<usize> = store.missing()?.into_iter().filter(|shard| own.binary_search(shard).is_ok()).collect();
    heed();
    let done = work(&store, &missing, stop(), &|| {})?;
    if stopping() && done < missing.len() {
        return Err(Error::Stopped(format!("stopped: {done} of {} shards are done and kept", missing.len())));
    }
    let mut failed: BTreeMap<usize, String> = BTreeMap::new();
    for shard in own {
        failed.extend(store.failures(*shard)?.into_iter().map(|failure| (failure.point, failure.says)));
    }
    print(&format!("{} done, {} there already\n", many(done, "shard"), own.len() - missing.len()))?;
    match failed.values().next() {
        None => Ok(()),
        Some(why) => {
            Err(Error::Asked(format!("{} cannot be run, whatever is tried: {why}", many(failed.len(), "point"))))
        }
    }
}

/// The number of this task.
fn number(variable: &str) -> Result<usize, Error> {
    let named = [variable];
    let names = if variable.is_empty() { &TASKS[..] } else { &named[..] };
    let number = names.iter().find_map(|name| std::env::var(name).ok()?.parse().ok());
    number.ok_or_else(|| match names {
        [name] => Error::Asked(format!("{name} holds no number: is this a task of an array?")),
        _ => Error::Asked(format!("none of {} holds a number: is this a task of an array?", names.join(", "))),
    })
}
