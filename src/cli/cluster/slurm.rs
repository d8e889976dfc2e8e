//! Slurm: an array job, as a script that sbatch reads.
//!
//! Invariant: --dry-run prints the script that is submitted. Slurm itself does not retry a failed task: the script requeues it if the code
//! of the worker says that a retry may succeed.

use std::process::Command;

use crate::error::Error;
use crate::say;

use super::super::{log, print};
use super::{TRIES, Tasks, afterwards, line, quoted, submitted};

pub(super) fn submit(tasks: &Tasks<'_>) -> Result<(), Error> {
    let script = script(tasks)?;
    if tasks.options.dry_run {
        log(&(say!("cluster-slurm-not-submitted", tasks = tasks.count(), shards = tasks.shards.len()) + "\n"));
        return print(&script);
    }
    let mut sbatch = Command::new("sbatch");
    let answer =
        submitted(sbatch.arg("--parsable"), &script, &say!("cluster-slurm-remedy")).map_err(|why| match why {
            Error::Argument(says) if says.contains("array") => {
                let hint = say!("cluster-slurm-too-long", per_task = tasks.per_task.to_string());
                Error::Argument(format!("{says}\n  {hint}"))
            }
            other => other,
        })?;
    // The number of the job; with several clusters, the name of one follows.
    let job = answer.split(';').next().unwrap_or(&answer);
    let line = say!("cluster-slurm-submitted", tasks = tasks.count(), shards = tasks.shards.len(), job = job);
    print(&format!("{line}\n{}", afterwards(tasks)))
}

/// The script of the array job.
fn script(tasks: &Tasks<'_>) -> Result<String, Error> {
    let limit = tasks.options.at_once.map_or(String::new(), |n| format!("%{n}"));
    let mut head = vec![
        format!("--job-name={}", tasks.name()),
        format!("--array=0-{}{limit}", tasks.count() - 1),
        format!("--cpus-per-task={}", tasks.options.cpus),
        "--requeue".to_owned(),
    ];
    if let Some(folder) = tasks.output()? {
        // Slurm takes `%%` for `%`.
        let folder = folder.display().to_string().replace('%', "%%");
        head.push(format!("--output={folder}/slurm-%A-%a.txt"));
        head.push("--open-mode=append".to_owned());
    }
    head.extend(tasks.options.more.iter().cloned());
    let head: String = head.iter().map(|word| format!("#SBATCH {}\n", quoted(word))).collect();
    let worker = line(&tasks.worker("SLURM_ARRAY_TASK_ID"));
    Ok(format!(
        r#"#!/bin/sh
{head}
{worker}
code=$?
# {codes}
if [ "$code" -eq 75 ] && [ "${{SLURM_RESTART_COUNT:-0}}" -lt {TRIES} ]; then
    scontrol requeue "${{SLURM_ARRAY_JOB_ID}}_${{SLURM_ARRAY_TASK_ID}}" && sleep 60
fi
exit "$code"
"#,
        codes = say!("cluster-slurm-codes"),
    ))
}
