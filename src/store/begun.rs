//! A run that was begun: the replicates that are done, in a hidden folder beside the folders of runs, until the run is written.
//!
//! ```text
//! <out>/<scenario>/.begun-<run>-<program>/part-000017   some replicates, sealed by their hash
//! ```
//!
//! Invariants: nothing is written in the first seconds of a run, so short runs leave no trace; a part is complete or absent, and one that is
//! not as it was written counts as absent; one process at a time reads and writes the folder; what another build of the program has begun is
//! never continued.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};

use super::{Manifest, failed, settle};
use crate::engine::Trajectory;
use crate::error::{Attempt, Error};
use crate::experiment::Experiment;
use crate::experiment::kept::{Keeper, from_bytes, to_bytes};

/// The time between two parts, and before the first.
pub const PAUSE: Duration = Duration::from_secs(3);
const MARKER: &str = "writing";
const HASH: usize = 32;

/// A run that was begun.
pub struct Begun {
    folder: PathBuf,
    pause: Duration,
    state: Mutex<State>,
}

struct State {
    /// Replicates that were done before and are not yet taken.
    found: BTreeMap<usize, Vec<u8>>,
    /// How many replicates were done before.
    before: usize,
    /// Replicates that are done and not yet written.
    fresh: Vec<(usize, Vec<u8>)>,
    /// Replicates that are written.
    written: usize,
    /// The number of the next part.
    next: usize,
    wrote: Instant,
    /// Locked while this process works in the folder; `None` before the first part.
    marker: Option<File>,
    /// Whether nothing more is written: another process has the folder, a fault, or the end.
    closed: bool,
    fault: Option<Error>,
}

impl Begun {
    /// The run of an experiment below `parent`, with what was done of it before. The first part is written after `pause`, and so is each
    /// further one; [`PAUSE`] is what a command takes.
    pub fn of(parent: &Path, experiment: &Experiment, pause: Duration) -> Begun {
        let above = parent.join(&experiment.scenario.root().name);
        let run = experiment.scenario.hash();
        let run = &run[..run.len().min(12)];
        let folder = above.join(format!(".begun-{run}-{}", program()));
        forget_others(&above, &format!(".begun-{run}-"), &folder);
        let mut state = State {
            found: BTreeMap::new(),
            before: 0,
            fresh: Vec::new(),
            written: 0,
            next: 0,
            wrote: Instant::now(),
            marker: None,
            closed: false,
            fault: None,
        };
        if folder.is_dir() {
            state.marker = lock(&folder);
            state.closed = state.marker.is_none();
            if !state.closed {
                state.read(&folder);
            }
        }
        Begun { folder, pause, state: Mutex::new(state) }
    }

    /// How many replicates were done before.
    pub fn before(&self) -> usize {
        self.state.lock().map_or(0, |state| state.before)
    }

    /// Writes what is done, and nothing more from here on. Returns how many replicates are kept.
    ///
    /// # Errors
    /// The first fault in writing, now or before.
    pub fn close(&self) -> Result<usize, Error> {
        let Ok(mut state) = self.state.lock() else { return Ok(0) };
        // A run of a few seconds keeps nothing.
        if state.marker.is_some() {
            state.write(&self.folder);
        }
        state.closed = true;
        state.fault.take().map_or(Ok(state.written), Err)
    }

    /// Removes the folder: the run is written.
    pub fn forget(&self) {
        let Ok(mut state) = self.state.lock() else { return };
        state.closed = true;
        if state.marker.take().is_some() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

impl Keeper for Begun {
    fn done(&self, replicate: usize) -> Option<Vec<Trajectory>> {
        let bytes = self.state.lock().ok()?.found.remove(&replicate)?;
        from_bytes(&bytes)
    }

    fn keep(&self, replicate: usize, runs: &[Trajectory]) {
        let bytes = to_bytes(runs);
        let Ok(mut state) = self.state.lock() else { return };
        if state.closed {
            return;
        }
        state.fresh.push((replicate, bytes));
        if state.wrote.elapsed() >= self.pause {
            state.write(&self.folder);
        }
    }
}

impl State {
    fn read(&mut self, folder: &Path) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let part = name.strip_prefix("part-").and_then(|number| number.parse::<usize>().ok());
            match part.map(|part| (part, fs::read(entry.path()).ok().and_then(|bytes| replicates(&bytes)))) {
                Some((part, some)) => {
                    self.next = self.next.max(part + 1);
                    self.found.extend(some.into_iter().flatten());
                }
                None if name != MARKER => drop(fs::remove_file(entry.path())),
                None => {}
            }
        }
        (self.before, self.written) = (self.found.len(), self.found.len());
    }

    fn write(&mut self, folder: &Path) {
        if self.closed || self.fresh.is_empty() {
            return;
        }
        if let Err(fault) = self.add_part(folder) {
            self.fault = Some(fault);
            self.closed = true;
            return;
        }
        self.written += self.fresh.len();
        self.next += 1;
        self.fresh.clear();
        self.wrote = Instant::now();
    }

    fn add_part(&mut self, folder: &Path) -> Result<(), Error> {
        if self.marker.is_none() {
            fs::create_dir_all(folder).map_err(failed(Attempt::MakeFolder, folder))?;
            self.marker = lock(folder);
            if self.marker.is_none() {
                // Another process runs the same.
                self.closed = true;
                return Ok(());
            }
        }
        let mut body = Vec::new();
        for (replicate, bytes) in &self.fresh {
            for number in [*replicate, bytes.len()] {
                body.extend((number as u64).to_le_bytes());
            }
            body.extend(bytes);
        }
        let beside = folder.join("unfinished");
        let written = File::create(&beside).and_then(|mut file| {
            file.write_all(&Sha256::digest(&body))?;
            file.write_all(&body)?;
            file.sync_all()?;
            fs::rename(&beside, folder.join(format!("part-{:06}", self.next)))?;
            settle(folder)
        });
        if written.is_err() {
            let _ = fs::remove_file(&beside);
        }
        written.map_err(failed(Attempt::Write, folder))
    }
}

/// The replicates of a part; `None` if it is not as it was written.
fn replicates(bytes: &[u8]) -> Option<Vec<(usize, Vec<u8>)>> {
    let (hash, mut rest) = bytes.split_at_checked(HASH)?;
    if *Sha256::digest(rest) != *hash {
        return None;
    }
    let mut found = Vec::new();
    while let Some((replicate, more)) = rest.split_first_chunk() {
        let (length, more) = more.split_first_chunk()?;
        let (own, more) = more.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
        found.push((usize::try_from(u64::from_le_bytes(*replicate)).ok()?, own.to_vec()));
        rest = more;
    }
    rest.is_empty().then_some(found)
}

/// The locked marker of a folder; `None` if another process holds it.
fn lock(folder: &Path) -> Option<File> {
    let marker = File::create(folder.join(MARKER)).ok()?;
    marker.try_lock().is_ok().then_some(marker)
}

/// A word for this build of the program: another build may give other results.
fn program() -> String {
    let built = std::env::current_exe().and_then(fs::metadata).map(|meta| {
        let age = meta.modified().ok().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
        format!("{} {age:?}", meta.len())
    });
    let mut word = Manifest::hash(built.unwrap_or_default().as_bytes());
    word.truncate(8);
    word
}

/// Removes what other builds of the program have begun of the same run, unless they are at it.
fn forget_others(above: &Path, run: &str, own: &Path) {
    let Ok(entries) = fs::read_dir(above) else { return };
    let others = entries.flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with(run));
    for entry in others.filter(|entry| entry.path() != own) {
        if lock(&entry.path()).is_some() {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
