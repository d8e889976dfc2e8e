//! Slurm: an array job, as a script that sbatch reads.
//!
//! Invariant: the script holds all that was asked for, so that what --dry-run prints is what is submitted. Slurm itself does not try a task
//! again that has failed: the script asks for it where the worker says that it may go well.

use std::process::Command;

use zaoshi::error::Error;

use super::super::{print, tell};
use super::{TRIES, Tasks, afterwards, line, quoted, submitted};

pub(super) fn submit(tasks: &Tasks<'_>) -> Result<(), Error> {
    let script = script(tasks)?;
    if tasks.asked.dry_run {
        tell(&format!("{}, not submitted: pipe this into sbatch\n", tasks.told()));
        return print(&script);
    }
    let remedy = "run this where Slurm is installed, or add --dry-run and submit what it prints there";
    let said = submitted(Command::new("sbatch").arg("--parsable"), &script, remedy).map_err(|why| match why {
        Error::Asked(says) if says.contains("array") => Error::Asked(format!(
            "{says}\n  Where the array is too long for MaxArraySize of `scontrol show config`, give a larger --per-task than {}",
            tasks.per_task
        )),
        other => other,
    })?;
    // With several clusters, the job's number stands before the name of one.
    let job = said.split(';').next().unwrap_or(&said);
    print(&format!(
        "Handed {} to Slurm as job {job}: `squeue -j {job}` shows it, `scancel {job}` stops it\n{}",
        tasks.told(),
        afterwards(tasks)
    ))
}

fn script(tasks: &Tasks<'_>) -> Result<String, Error> {
    let limit = tasks.asked.at_once.map_or(String::new(), |n| format!("%{n}"));
    let mut head = vec![
        format!("--job-name={}", tasks.name()),
        format!("--array=0-{}{limit}", tasks.count() - 1),
        format!("--cpus-per-task={}", tasks.asked.cpus),
        "--requeue".to_owned(),
    ];
    if let Some(folder) = tasks.said()? {
        head.push(format!("--output={}/slurm-%A-%a.txt", folder.display()));
        head.push("--open-mode=append".to_owned());
    }
    head.extend(tasks.asked.more.iter().cloned());
    let head: String = head.iter().map(|word| format!("#SBATCH {}\n", quoted(word))).collect();
    let worker = line(&tasks.worker("SLURM_ARRAY_TASK_ID"));
    Ok(format!(
        r#"#!/bin/sh
{head}
{worker}
code=$?
# 75: may go well if it is tried again. 42: will fail wherever it is tried, and stands as failed in sacct.
if [ "$code" -eq 75 ] && [ "${{SLURM_RESTART_COUNT:-0}}" -lt {TRIES} ]; then
    scontrol requeue "${{SLURM_ARRAY_JOB_ID}}_${{SLURM_ARRAY_TASK_ID}}" && sleep 60
fi
exit "$code"
"#
    ))
}
