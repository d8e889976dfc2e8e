//! HyperQueue: a task array.
//!
//! Invariant: HyperQueue tries a task again whose machine is lost (up to --crash-limit), and none that has ended with a code; so a shell
//! around the worker tries it again where the worker says that it may go well.

use std::process::Command;

use zaoshi::error::Error;

use super::super::{print, tell};
use super::{TRIES, Tasks, afterwards, line, submitted};

/// Runs what follows, and runs it again after a pause while it ends with 75; before it stands how often at most.
const AGAIN: &str =
    r#"tries=0; while "$@"; code=$?; [ $code -eq 75 ] && [ $((tries += 1)) -lt "$0" ]; do sleep 30; done; exit $code"#;

pub(super) fn submit(tasks: &Tasks<'_>) -> Result<(), Error> {
    let words = words(tasks)?;
    if tasks.asked.dry_run {
        tell(&format!("{}, not submitted: run this where HyperQueue's server is\n", tasks.told()));
        return print(&format!("{}\n", line(&words)));
    }
    let remedy = "run this where HyperQueue is installed, or add --dry-run and run there what it prints";
    let said = submitted(Command::new(&words[0]).args(&words[1..]), "", remedy)?;
    print(&format!(
        "Handed {} to HyperQueue: {said}\n`hq job progress last` shows it, `hq job cancel last` stops it\n{}",
        tasks.told(),
        afterwards(tasks)
    ))
}

fn words(tasks: &Tasks<'_>) -> Result<Vec<String>, Error> {
    let mut words: Vec<String> = ["hq", "submit"].map(str::to_owned).to_vec();
    words.push(format!("--name={}", tasks.name()));
    words.push(format!("--array=0-{}", tasks.count() - 1));
    words.push(format!("--cpus={}", tasks.asked.cpus));
    words.push(format!("--crash-limit={TRIES}"));
    words.push("--stdout=none".to_owned());
    let said = tasks.said()?;
    words.push(said.map_or("--stderr=none".to_owned(), |folder| {
        format!("--stderr={}/hq-%{{JOB_ID}}-%{{TASK_ID}}.txt", folder.display())
    }));
    words.extend(tasks.asked.more.iter().cloned());
    words.extend(["--", "sh", "-c", AGAIN].map(str::to_owned));
    words.push(TRIES.to_string());
    words.extend(tasks.worker("HQ_TASK_ID"));
    Ok(words)
}
