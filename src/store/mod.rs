//! The folder of a run on disk: `<out>/<scenario>/<run id>/`.
//!
//! Invariant: the folder is complete or absent, and is never overwritten. The same run gives the same bytes; a
//! difference is an error that names the file. Only `timing.json` has no hash.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::error::{Attempt, Error};
use crate::say;
use crate::stats::Summary;

#[cfg_attr(not(feature = "s3"), path = "no_bucket.rs")]
mod bucket;
pub mod completion;
pub mod frame;
pub mod manifest;
mod merge;
pub mod output_file;
pub mod place;
pub mod point_table;
pub mod sweep;
pub mod tables;
pub mod unpacked;

use manifest::Kind;
pub use manifest::Manifest;

/// The content of a run's folder before it is written.
#[derive(Clone, Debug)]
pub struct RunFolder {
    /// Identifies the run; the hash of each file is added together with the file.
    manifest: Manifest,
    timing: Timing,
    files: Vec<(String, Vec<u8>)>,
}

/// Duration of the runs: for people, and different each time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Timing {
    /// Seconds from the first tick to the summary.
    pub wall_seconds: f64,
    /// Number of threads.
    pub threads: usize,
    /// People × ticks of all runs.
    pub agent_ticks: u64,
}

/// Result of storing an object. An existing object is never replaced: other bytes under the same name are an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// The object is new.
    New,
    /// It existed with the same bytes.
    Same,
}

/// Result of writing a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stored {
    /// The folder is new.
    Written(PathBuf),
    /// It existed with the same bytes.
    Verified(PathBuf),
}

impl Stored {
    /// The run's folder.
    pub fn path(&self) -> &Path {
        match self {
            Stored::Written(path) | Stored::Verified(path) => path,
        }
    }
}

impl RunFolder {
    /// A run without files. `scenario_hash` is the hash of the resolved scenario; `patches` are the arguments
    /// that are not in it.
    pub fn of(summary: &Summary, scenario_hash: &str, patches: &[String], timing: Timing) -> Self {
        RunFolder { manifest: Manifest::of(summary, scenario_hash, patches), timing, files: Vec::new() }
    }

    /// The folder with one more file; `path` is relative, with `/` between folders.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        self.manifest.seal(path, &bytes);
        self.files.push((path.to_owned(), bytes));
        self
    }

    /// The name of the folder; it depends on scenario, replicates, seed, version and patches.
    pub fn id(&self) -> &str {
        &self.manifest.id
    }

    /// The manifest.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Path and bytes of its files, in the order of adding; without `manifest.json` and `timing.json`, which [`write()`]
    /// adds.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }
}

/// Checks that runs can be written below `parent`, before the first run starts.
pub fn ready(parent: &Path) -> Result<(), Error> {
    fs::create_dir_all(parent).map_err(failed(Attempt::MakeFolder, parent))?;
    let probe = parent.join(format!(".zaoshi-{}", std::process::id()));
    let probed = File::create(&probe).and_then(|_| fs::remove_file(&probe));
    probed.map_err(failed(Attempt::WriteInto, parent))
}

/// Writes the run below `parent`; if it exists, verifies that it has the same bytes.
pub fn write(parent: &Path, run: &RunFolder) -> Result<Stored, Error> {
    let name = &run.manifest.scenario;
    if name.is_empty() || name.starts_with('.') || name.contains(['/', '\\', ':']) {
        return Err(Error::Argument(say!("store-name-no-folder", name = format!("{name:?}"))));
    }
    let folder = parent.join(name);
    fs::create_dir_all(&folder).map_err(failed(Attempt::MakeFolder, &folder))?;
    let place = folder.join(run.id());
    if place.exists() {
        return verify(place, run);
    }
    clear_interrupted(&folder, run.id());

    let partial = Partial::of(&folder, run.id())?;
    partial.fill(run)?;
    match partial.publish(&place) {
        // Another process wrote the same run in the meantime.
        Err(_) if place.exists() => verify(place, run),
        Err(source) => Err(failed(Attempt::Write, &place)(source)),
        Ok(()) => Ok(Stored::Written(place)),
    }
}

/// Reads a file of a stored run and checks it against the hash in the manifest.
///
/// # Errors
/// A folder that is not a run, or of another version; a file that was changed or removed.
pub fn read(run: &Path, file: &str) -> Result<Vec<u8>, Error> {
    let stored = |path: &Path, says: String| Error::Stored { path: path.to_path_buf(), says };
    if !run.is_dir() {
        return Err(stored(run, say!("store-no-folder")));
    }
    let path = run.join("manifest.json");
    let bytes = fs::read(&path).map_err(|_| stored(run, say!("store-no-run")))?;
    let manifest = Manifest::read(&bytes).map_err(|says| stored(&path, says))?;
    if manifest.kind == Kind::Sweep {
        return Err(Error::Argument(say!("store-sweep-not-drawn", folder = run.display().to_string())));
    }
    let path = run.join(file);
    let bytes = fs::read(&path).map_err(failed(Attempt::Read, &path))?;
    match manifest.files.get(file) {
        Some(sealed) if sealed.sha256 == Manifest::hash(&bytes) => Ok(bytes),
        _ => Err(stored(&path, say!("store-run-changed"))),
    }
}

/// Compares a stored run with what this run would write.
fn verify(place: PathBuf, run: &RunFolder) -> Result<Stored, Error> {
    let stored = |path: &Path, says: String| Error::Stored {
        path: path.to_path_buf(),
        says: say!("store-nothing-overwritten", fault = says),
    };
    let path = place.join("manifest.json");
    let there = match fs::read(&path) {
        Ok(bytes) => Manifest::read(&bytes).map_err(|says| stored(&path, says))?,
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => {
            return Err(stored(&place, say!("store-move-away")));
        }
        Err(source) => return Err(failed(Attempt::Read, &path)(source)),
    };
    for (file, now) in &run.manifest.files {
        let path = place.join(file);
        if there.files.get(file) != Some(now) {
            return Err(stored(&path, say!("store-other-bytes")));
        }
        match fs::read(&path) {
            Ok(bytes) if Manifest::hash(&bytes) == now.sha256 => {}
            Ok(_) => return Err(stored(&path, say!("store-run-changed"))),
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => {
                return Err(stored(&path, say!("store-run-file-removed")));
            }
            Err(source) => return Err(failed(Attempt::Read, &path)(source)),
        }
    }
    if there != run.manifest {
        return Err(stored(&path, say!("store-other-manifest")));
    }
    Ok(Stored::Verified(place))
}

/// A temporary folder beside the final one; removed unless it is published.
struct Partial {
    path: PathBuf,
    /// Locked while its writer is alive, so that no other process removes the folder.
    marker: Option<File>,
    published: bool,
}

const MARKER: &str = ".zaoshi-writing";

impl Partial {
    fn of(folder: &Path, id: &str) -> Result<Self, Error> {
        let path = folder.join(format!(".{id}.partial-{}", std::process::id()));
        fs::create_dir(&path).map_err(failed(Attempt::MakeFolder, &path))?;
        let file = path.join(MARKER);
        let marker = File::create(&file).map_err(failed(Attempt::Write, &file))?;
        marker.lock().map_err(failed(Attempt::Lock, &file))?;
        Ok(Partial { path, marker: Some(marker), published: false })
    }

    fn fill(&self, run: &RunFolder) -> Result<(), Error> {
        let mut timing = serde_json::to_vec_pretty(&run.timing).unwrap_or_default();
        timing.push(b'\n');
        let own = [("manifest.json", run.manifest.bytes()), ("timing.json", timing)];
        let all = own.iter().map(|(path, bytes)| (*path, bytes)).chain(run.files.iter().map(|(p, b)| (p.as_str(), b)));
        let mut folders = vec![self.path.clone()];
        for (path, bytes) in all {
            let path = self.path.join(path);
            let above = path.parent().unwrap_or(&self.path).to_path_buf();
            if !folders.contains(&above) {
                fs::create_dir_all(&above).map_err(failed(Attempt::MakeFolder, &above))?;
                folders.push(above);
            }
            let written = File::create(&path).and_then(|mut file| {
                file.write_all(bytes)?;
                file.sync_all()
            });
            written.map_err(failed(Attempt::Write, &path))?;
        }
        folders.iter().rev().try_for_each(|folder| settle(folder).map_err(failed(Attempt::Write, folder)))
    }

    fn publish(mut self, place: &Path) -> io::Result<()> {
        if cfg!(windows) {
            // Windows cannot rename a folder that contains an open file.
            self.marker = None;
        }
        fs::rename(&self.path, place)?;
        self.published = true;
        fs::remove_file(place.join(MARKER))?;
        settle(place)?;
        place.parent().map_or(Ok(()), settle)
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        self.marker = None;
        if !self.published {
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

/// Removes the remains of an interrupted run of the same id: only folders with our marker whose writer has ended.
fn clear_interrupted(folder: &Path, id: &str) {
    let ours = format!(".{id}.partial-");
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|e| e.file_name().to_string_lossy().starts_with(&ours)) {
        let gone = File::open(entry.path().join(MARKER)).is_ok_and(|marker| marker.try_lock().is_ok());
        if gone {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Makes the names in a folder survive a power failure, if the system supports it.
fn settle(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Turns an error of the system into ours: what was tried, and with which file or folder.
fn failed(attempt: Attempt, path: &Path) -> impl FnOnce(io::Error) -> Error + use<> {
    let path = path.to_path_buf();
    move |source| Error::File { attempt, path, source }
}
