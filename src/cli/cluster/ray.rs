//! Ray: a small driver in Python (ray.py) gets the tasks and reports each as it ends.
//!
//! Invariant: the driver holds nothing that a sweep needs: what is done is read from the sweep's place. However this program ends, the
//! standard input of the driver closes, and the driver cancels its tasks.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use crate::error::Error;
use crate::say;
use serde::Deserialize;
use serde_json::json;

use super::super::progress::Bar;
use super::super::stop::stopping;
use super::super::{log, print};
use super::{TRIES, Tasks, line, shards};

const DRIVER: &str = include_str!("ray.py");

/// A line of the driver.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Answer {
    /// This Python has no Ray.
    Absent { python: String },
    /// No cluster answers at the address.
    Unreachable { address: String, says: String },
    /// The number of tasks that can run at one time.
    Slots { slots: usize },
    /// A task has ended.
    Task { task: usize, code: i32, says: String, again: bool },
}

/// Runs the tasks and waits for them. False if they were only shown.
pub(super) fn run(tasks: &Tasks<'_>) -> Result<bool, Error> {
    let ranges: Vec<String> = tasks.shards.chunks(tasks.per_task).map(shards::written).collect();
    let threads = format!("--threads={}", tasks.options.cpus);
    let worker = [tasks.program.as_str(), "worker", tasks.place.as_str(), threads.as_str()];
    if tasks.options.dry_run {
        log(&(say!("cluster-ray-not-run", tasks = tasks.count(), shards = tasks.shards.len()) + "\n"));
        let command = |range: &String| {
            let words = worker.iter().map(|word| (*word).to_owned()).chain([format!("--shards={range}")]);
            line(&words.collect::<Vec<_>>()) + "\n"
        };
        print(&ranges.iter().map(command).collect::<String>())?;
        return Ok(false);
    }
    let question = json!({
        "worker": worker, "tasks": ranges, "cpus": tasks.options.cpus, "address": tasks.options.address,
        "at_once": tasks.options.at_once, "tries": TRIES,
        // Python fills in the names in braces.
        "words": {
            "absent": say!("cluster-ray-worker-not-started", program = "{program}", node = "{node}", fault = "{fault}"),
            "ended": say!("cluster-ray-worker-ended", code = "{code}", node = "{node}"),
            "lost": say!("cluster-ray-lost", fault = "{fault}"),
        },
    });
    let mut driver = Driver::start(&format!("{question}\n"))?;
    let worst = watched(&mut driver, tasks);
    let ended = driver.end();
    let worst = worst?;
    let left = tasks.store.missing()?;
    if left.is_empty() {
        return Ok(true);
    }
    let (done, of) = (tasks.store.manifest.shards() - left.len(), tasks.store.manifest.shards());
    if stopping() {
        return Err(Error::Stopped(say!("sweep-stopped", done = done.to_string(), shards = of.to_string())));
    }
    let why = worst.into_iter().next().map_or(ended, |(says, times)| {
        if times > 1 { say!("cluster-ray-tasks-say", says = says, tasks = times.to_string()) } else { says }
    });
    let says = say!("cluster-ray-not-all", done = done.to_string(), shards = of.to_string(), why = why);
    Err(Error::Stored { path: tasks.store.place.root().to_path_buf(), says })
}

/// Shows the progress until the driver has ended. Returns why tasks have failed: the number of tasks for each reason.
fn watched(driver: &mut Driver, tasks: &Tasks<'_>) -> Result<BTreeMap<String, usize>, Error> {
    let manifest = &tasks.store.manifest;
    let runs = |shards: &[usize]| shards.iter().map(|shard| manifest.of_shard(*shard).len()).sum::<usize>();
    let of = manifest.runs();
    let mut done = of - runs(&tasks.shards).min(of);
    let mut failed = BTreeMap::new();
    let bar = Bar::of(false);
    bar.begin(done, of);
    loop {
        // Checked before each line, as short tasks end many times a second.
        if stopping() {
            driver.input = None;
        }
        let line = match driver.lines.recv_timeout(Duration::from_millis(100)) {
            Ok(line) => line,
            Err(RecvTimeoutError::Timeout) => continue,
            Err(RecvTimeoutError::Disconnected) => return Ok(failed),
        };
        match serde_json::from_str(&line) {
            Ok(Answer::Absent { python }) => {
                return Err(Error::Argument(say!("cluster-ray-absent", python = python)));
            }
            Ok(Answer::Unreachable { address, says }) => return Err(unreachable(&address, &says)),
            Ok(Answer::Slots { slots: 0 }) => {
                bar.print(&say!("cluster-ray-waits", cores = tasks.options.cpus));
            }
            Ok(Answer::Slots { slots }) => bar.print(&say!(
                "cluster-ray-runs",
                tasks = tasks.count(),
                shards = tasks.shards.len(),
                slots = slots.to_string()
            )),
            // A worker with points that cannot be run ends with 42, although its shards are done.
            Ok(Answer::Task { task, code, .. }) if code == 0 || (code == 42 && tasks.ended(task)?) => {
                done += runs(tasks.shards.chunks(tasks.per_task).nth(task).unwrap_or_default());
                bar.at(done, of);
            }
            Ok(Answer::Task { task, says, again, .. }) => {
                if again {
                    bar.print(&say!("cluster-ray-again", task = task.to_string(), says = says));
                } else {
                    *failed.entry(says).or_insert(0) += 1;
                }
            }
            // A line of Ray's own.
            Err(_) => {}
        }
    }
}

fn unreachable(address: &str, says: &str) -> Error {
    Error::Argument(if address == "auto" {
        say!("cluster-ray-none-here")
    } else {
        say!("cluster-ray-no-answer", address = address, says = says)
    })
}

impl Tasks<'_> {
    /// Whether all shards of a task are there.
    fn ended(&self, task: usize) -> Result<bool, Error> {
        let missing = self.store.missing()?;
        let shards = self.shards.chunks(self.per_task).nth(task).unwrap_or_default();
        Ok(shards.iter().all(|shard| missing.binary_search(shard).is_err()))
    }
}

/// The driver while it runs.
struct Driver {
    child: Child,
    /// Closed to stop the driver.
    input: Option<std::process::ChildStdin>,
    lines: Receiver<String>,
    /// What it writes to standard error.
    faults: Option<std::thread::JoinHandle<String>>,
}

impl Driver {
    fn start(question: &str) -> Result<Self, Error> {
        let python = std::env::var("ZAOSHI_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        let absent = |fault: std::io::Error| {
            Error::Argument(say!("cluster-ray-no-python", python = &python, fault = fault.to_string()))
        };
        let mut command = Command::new(&python);
        command.args(["-c", DRIVER]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        // Ctrl-C reaches this program alone, which then stops the driver.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command.spawn().map_err(absent)?;
        let mut input = child.stdin.take();
        if let Some(input) = &mut input {
            input.write_all(question.as_bytes()).map_err(absent)?;
        }
        let (to, lines) = channel();
        let out = child.stdout.take();
        std::thread::spawn(move || {
            let lines = out.into_iter().flat_map(|out| BufReader::new(out).lines().map_while(Result::ok));
            lines.take_while(|line| to.send(line.clone()).is_ok()).for_each(drop);
        });
        let err = child.stderr.take();
        let faults = std::thread::spawn(move || {
            let mut bytes = Vec::new();
            let _ = err.map(|mut err| err.read_to_end(&mut bytes));
            String::from_utf8_lossy(&bytes).into_owned()
        });
        Ok(Driver { child, input, lines, faults: Some(faults) })
    }

    /// Ends it, and returns a sentence with its status and its last line.
    fn end(mut self) -> String {
        self.input = None;
        let status = self.child.wait().map_or_else(|fault| fault.to_string(), |status| status.to_string());
        let faults = self.faults.take().and_then(|thread| thread.join().ok()).unwrap_or_default();
        let last = faults.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or_default();
        say!("cluster-ray-driver-ended", status = status, last = last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_driver_are_read() {
        let read = |text: &str| serde_json::from_str::<Answer>(text).unwrap();
        assert!(matches!(read(r#"{"fault": "absent", "python": "p"}"#), Answer::Absent { .. }));
        assert!(matches!(read(r#"{"fault": "unreachable", "address": "a", "says": "s"}"#), Answer::Unreachable { .. }));
        assert!(matches!(read(r#"{"slots": 3}"#), Answer::Slots { slots: 3 }));
        let task = read(r#"{"task": 7, "code": 75, "says": "s", "again": true}"#);
        assert!(matches!(task, Answer::Task { task: 7, code: 75, again: true, .. }));
    }
}
