//! Ray: a thin driver in Python (ray.py) that is handed the tasks, and told of as they end.
//!
//! Invariant: the driver holds nothing that a sweep needs: what is done is read from the sweep's own place. Where this program ends, however,
//! the driver's standard input closes, and it cancels what it has begun.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use serde::Deserialize;
use serde_json::json;
use zaoshi::error::Error;
use zaoshi::words::number::many;

use super::super::progress::Bar;
use super::super::stop::stopping;
use super::super::{print, tell};
use super::{TRIES, Tasks, line, shards};

const DRIVER: &str = include_str!("ray.py");

/// What the driver tells.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Told {
    /// There is no Ray in this Python.
    Absent { python: String },
    /// No cluster answers there.
    Unreachable { address: String, says: String },
    /// How many tasks can run at one time.
    Slots { slots: usize },
    /// A task has ended.
    Task { task: usize, code: i32, says: String, again: bool },
}

/// Runs the tasks and waits for them. False where they were only shown.
pub(super) fn run(tasks: &Tasks<'_>) -> Result<bool, Error> {
    let ranges: Vec<String> = tasks.shards.chunks(tasks.per_task).map(shards::written).collect();
    let threads = format!("--threads={}", tasks.asked.cpus);
    let worker = [tasks.program.as_str(), "worker", tasks.place.as_str(), threads.as_str()];
    if tasks.asked.dry_run {
        tell(&format!("{}, not run: each is one of these on a node of the cluster\n", tasks.told()));
        let command = |range: &String| {
            let words = worker.iter().map(|word| (*word).to_owned()).chain([format!("--shards={range}")]);
            line(&words.collect::<Vec<_>>()) + "\n"
        };
        print(&ranges.iter().map(command).collect::<String>())?;
        return Ok(false);
    }
    let question = json!({
        "worker": worker, "tasks": ranges, "cpus": tasks.asked.cpus, "address": tasks.asked.address,
        "at_once": tasks.asked.at_once, "tries": TRIES,
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
        return Err(Error::Stopped(format!(
            "stopped: {done} of {of} shards are done and kept; the same command goes on"
        )));
    }
    let why = worst
        .into_iter()
        .next()
        .map_or(ended, |(says, times)| if times > 1 { format!("{says} ({times} tasks say so)") } else { says });
    let says = format!("{done} of {of} shards are done: {why}; the same command goes on");
    Err(Error::Stored { path: tasks.store.place.root().to_path_buf(), says })
}

/// Shows how far it is until the driver has ended. Returns why tasks have failed, and how many for each reason.
fn watched(driver: &mut Driver, tasks: &Tasks<'_>) -> Result<BTreeMap<String, usize>, Error> {
    let manifest = &tasks.store.manifest;
    let runs = |shards: &[usize]| shards.iter().map(|shard| manifest.of_shard(*shard).len()).sum::<usize>();
    let of = manifest.runs();
    let mut done = of - runs(&tasks.shards).min(of);
    let mut failed = BTreeMap::new();
    let bar = Bar::of(false);
    bar.begin(done, of);
    loop {
        // However fast lines come: short tasks end many times a second.
        if stopping() {
            driver.input = None;
        }
        let line = match driver.lines.recv_timeout(Duration::from_millis(100)) {
            Ok(line) => line,
            Err(RecvTimeoutError::Timeout) => continue,
            Err(RecvTimeoutError::Disconnected) => return Ok(failed),
        };
        match serde_json::from_str(&line) {
            Ok(Told::Absent { python }) => {
                return Err(Error::Asked(format!(
                    "Ray is not installed for {python}: `pip install ray` there, or name another Python in ZAOSHI_PYTHON"
                )));
            }
            Ok(Told::Unreachable { address, says }) => return Err(unreachable(&address, &says)),
            Ok(Told::Slots { slots: 0 }) => {
                bar.say(&format!(
                    "the cluster has no {} free for one task: it waits",
                    many(tasks.asked.cpus as usize, "core")
                ));
            }
            Ok(Told::Slots { slots }) => bar.say(&format!("{} on Ray, {slots} at one time", tasks.told())),
            // Points that cannot be run end a worker with 42, and are done all the same.
            Ok(Told::Task { task, code, .. }) if code == 0 || (code == 42 && tasks.ended(task)?) => {
                done += runs(tasks.shards.chunks(tasks.per_task).nth(task).unwrap_or_default());
                bar.at(done, of);
            }
            Ok(Told::Task { task, says, again, .. }) => {
                if again {
                    bar.say(&format!("task {task} is tried again: {says}"));
                } else {
                    *failed.entry(says).or_insert(0) += 1;
                }
            }
            // Something that Ray has printed.
            Err(_) => {}
        }
    }
}

fn unreachable(address: &str, says: &str) -> Error {
    Error::Asked(if address == "auto" {
        "no Ray cluster runs on this machine: start one with `ray start --head`, or name one with --address HOST:6379"
            .to_owned()
    } else {
        format!(
            "no Ray cluster answers at {address} ({says}): see that it runs, that this machine is one of its nodes, and that both have the same token (docs/cluster.md)"
        )
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

/// The driver, as long as it runs.
struct Driver {
    child: Child,
    /// Closed to make it stop.
    input: Option<std::process::ChildStdin>,
    lines: Receiver<String>,
    said: Option<std::thread::JoinHandle<String>>,
}

impl Driver {
    fn start(question: &str) -> Result<Self, Error> {
        let python = std::env::var("ZAOSHI_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        let absent = |fault: std::io::Error| {
            Error::Asked(format!(
                "{python} cannot be started ({fault}): --on ray needs Python with Ray; name it in ZAOSHI_PYTHON"
            ))
        };
        let mut command = Command::new(&python);
        command.args(["-c", DRIVER]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        // Ctrl-C is for us; we tell the driver.
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
        let said = std::thread::spawn(move || {
            let mut bytes = Vec::new();
            let _ = err.map(|mut err| err.read_to_end(&mut bytes));
            String::from_utf8_lossy(&bytes).into_owned()
        });
        Ok(Driver { child, input, lines, said: Some(said) })
    }

    /// Ends it, and returns the last that it said.
    fn end(mut self) -> String {
        self.input = None;
        let status = self.child.wait().map_or_else(|fault| fault.to_string(), |status| status.to_string());
        let said = self.said.take().and_then(|thread| thread.join().ok()).unwrap_or_default();
        let last = said.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or_default();
        format!("the driver has ended ({status}) {last}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_driver_tells_is_understood() {
        let read = |text: &str| serde_json::from_str::<Told>(text).unwrap();
        assert!(matches!(read(r#"{"fault": "absent", "python": "p"}"#), Told::Absent { .. }));
        assert!(matches!(read(r#"{"fault": "unreachable", "address": "a", "says": "s"}"#), Told::Unreachable { .. }));
        assert!(matches!(read(r#"{"slots": 3}"#), Told::Slots { slots: 3 }));
        let task = read(r#"{"task": 7, "code": 75, "says": "s", "again": true}"#);
        assert!(matches!(task, Told::Task { task: 7, code: 75, again: true, .. }));
    }
}
