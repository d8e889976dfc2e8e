//! HyperQueue: a task array.
//!
//! Invariant: HyperQueue retries a task if its machine is lost (up to --crash-limit), but not if the task ended with an exit code. So a
//! shell around the worker retries it if its code says that a retry may succeed.

use std::process::Command;

use crate::error::Error;
use crate::say;

use super::super::{log, print};
use super::{TRIES, Tasks, afterwards, line, submitted};

/// A shell script that runs the command after it, and again after a pause while it ends with 75. Its first argument is the largest number
/// of tries.
const AGAIN: &str =
    r#"tries=0; while "$@"; code=$?; [ $code -eq 75 ] && [ $((tries += 1)) -lt "$0" ]; do sleep 30; done; exit $code"#;

pub(super) fn submit(tasks: &Tasks<'_>) -> Result<(), Error> {
    let words = words(tasks)?;
    if tasks.options.dry_run {
        log(&(say!("cluster-hq-not-submitted", tasks = tasks.count(), shards = tasks.shards.len()) + "\n"));
        return print(&format!("{}\n", line(&words)));
    }
    let answer = submitted(Command::new(&words[0]).args(&words[1..]), "", &say!("cluster-hq-remedy"))?;
    let line = say!("cluster-hq-submitted", tasks = tasks.count(), shards = tasks.shards.len(), answer = answer);
    print(&format!("{line}\n{}", afterwards(tasks)))
}

/// The command that submits.
fn words(tasks: &Tasks<'_>) -> Result<Vec<String>, Error> {
    let mut words: Vec<String> = ["hq", "submit"].map(str::to_owned).to_vec();
    words.push(format!("--name={}", tasks.name()));
    words.push(format!("--array=0-{}", tasks.count() - 1));
    words.push(format!("--cpus={}", tasks.options.cpus));
    words.push(format!("--crash-limit={TRIES}"));
    words.push("--stdout=none".to_owned());
    words.push(tasks.output()?.map_or("--stderr=none".to_owned(), |folder| {
        format!("--stderr={}/hq-%{{JOB_ID}}-%{{TASK_ID}}.txt", folder.display())
    }));
    words.extend(tasks.options.more.iter().cloned());
    words.extend(["--", "sh", "-c", AGAIN].map(str::to_owned));
    words.push(TRIES.to_string());
    words.extend(tasks.worker("HQ_TASK_ID"));
    Ok(words)
}
