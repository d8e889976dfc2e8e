//! The folder of a run on disk: `<out>/<scenario>/<run id>/`.
//!
//! Invariant: the folder is complete or absent, and is never overwritten. The same run gives the same bytes; a
//! difference is an error that names the file. Only `timing.json` has no hash.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;

use crate::error::{Attempt, Error};
use crate::say;
use crate::scenario::files;
use crate::stats::Summary;

mod apart;
mod arrow_schema;
pub mod begun;
mod beside;
#[cfg_attr(not(feature = "s3"), path = "no_bucket.rs")]
mod bucket;
pub mod completion;
pub mod frame;
pub mod manifest;
mod merge;
pub mod output_file;
mod parquet_file;
pub mod place;
pub mod point_table;
mod sink;
pub mod stored_run;
pub mod sweep;
pub mod tables;
pub mod unpacked;

pub use apart::apart;
use beside::Beside;
pub use manifest::Manifest;
pub use sink::Form;

/// The content of a run's folder before it is written.
#[derive(Clone, Debug)]
pub struct RunFolder {
    /// Identifies the run; the hash of each file is added together with the file.
    manifest: Manifest,
    timing: Timing,
    files: Vec<(String, Vec<u8>)>,
    /// Files that are too large to be held.
    streamed: Vec<(String, Streamed)>,
    /// What a reader should know of its pictures; not in any file.
    notes: Vec<String>,
}

/// Writes the bytes of a file, the same each time.
type Writes = dyn Fn(&mut dyn Write) -> io::Result<()> + Send + Sync;

/// A file that is too large to be held.
#[derive(Clone)]
struct Streamed(Arc<Writes>);

impl std::fmt::Debug for Streamed {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Streamed")
    }
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
    /// A run with its scenario and the files that this reads. `scenario_hash` is the hash of the resolved scenario; `patches` are the
    /// arguments that are not in it.
    pub fn of(
        summary: &Summary,
        scenario_hash: &str,
        patches: &[String],
        inputs: Vec<(String, Vec<u8>)>,
        timing: Timing,
    ) -> Self {
        let manifest = Manifest::of(summary, scenario_hash, patches, &inputs);
        let empty = RunFolder { manifest, timing, files: Vec::new(), streamed: Vec::new(), notes: Vec::new() };
        inputs.into_iter().fold(empty, |folder, (name, bytes)| folder.with(&name, bytes))
    }

    /// Keeps what a reader should know of the pictures.
    pub fn noting(self, notes: Vec<String>) -> Self {
        RunFolder { notes, ..self }
    }

    /// What a reader should know of the pictures.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// The folder with one more file; `path` is relative, with `/` between folders.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        self.manifest.seal(path, &bytes);
        self.files.push((path.to_owned(), bytes));
        self
    }

    /// The folder with one more file, which `bytes` writes: once for its hash, and once more onto the disk.
    ///
    /// # Errors
    /// Those of `bytes`.
    pub fn with_streamed(
        mut self,
        path: &str,
        bytes: impl Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let mut sealed = manifest::Sealing::default();
        bytes(&mut sealed)?;
        self.manifest.files.insert(path.to_owned(), sealed.end());
        self.streamed.push((path.to_owned(), Streamed(Arc::new(bytes))));
        Ok(self)
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

/// Checks that runs can be written below `parent`, before the first run starts. Creates nothing: a run that is refused later leaves no
/// folder.
pub fn ready(parent: &Path) -> Result<(), Error> {
    apart(parent)?;
    let mut there = std::path::absolute(parent).unwrap_or_else(|_| parent.to_path_buf());
    while !there.exists() && there.pop() {}
    if !there.is_dir() {
        return Err(failed(Attempt::MakeFolder, parent)(io::ErrorKind::NotADirectory.into()));
    }
    // A file without a name, or one that is removed in any case.
    tempfile::tempfile_in(&there).map(|_| ()).map_err(failed(Attempt::WriteInto, &there))
}

/// Writes the run below `parent`; if it exists, verifies that it has the same bytes.
pub fn write(parent: &Path, run: &RunFolder) -> Result<Stored, Error> {
    let name = &run.manifest.scenario;
    if name.is_empty() || name.starts_with('.') || name.contains(['/', '\\', ':']) {
        return Err(Error::Argument(say!("store-name-no-folder", name = format!("{name:?}"))));
    }
    let folder = parent.join(name);
    fs::create_dir_all(&folder).map_err(failed(Attempt::MakeFolder, &folder))?;
    beside::sweep_out(&folder);
    let place = folder.join(run.id());
    if place.exists() {
        return verify(place, run);
    }
    let partial = Partial::of(&folder)?;
    partial.fill(run, &place)?;
    match partial.publish(&place) {
        // Another process wrote the same run in the meantime.
        Err(_) if place.exists() => verify(place, run),
        Err(source) => Err(failed(Attempt::Write, &place)(source)),
        Ok(()) => Ok(Stored::Written(place)),
    }
}

/// Compares a stored run with what this run would write.
fn verify(place: PathBuf, run: &RunFolder) -> Result<Stored, Error> {
    let stored = |path: &Path, says: String| Error::Stored {
        path: path.to_path_buf(),
        says: say!("store-nothing-overwritten", fault = says),
    };
    let path = place.join("manifest.json");
    let there = match files::bytes(&path) {
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
        match manifest::Sealing::of_file(&path) {
            Ok(there) if there == *now => {}
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
    published: bool,
    /// Locked while its writer is alive, and removed after the folder.
    _owner: Beside,
}

impl Partial {
    fn of(folder: &Path) -> Result<Self, Error> {
        let owner = Beside::of(folder).map_err(failed(Attempt::WriteInto, folder))?;
        let path = owner.folder();
        fs::create_dir(&path).map_err(failed(Attempt::WriteInto, folder))?;
        Ok(Partial { path, published: false, _owner: owner })
    }

    /// `place`: where the files will lie, as messages name them.
    fn fill(&self, run: &RunFolder, place: &Path) -> Result<(), Error> {
        let mut timing = serde_json::to_vec_pretty(&run.timing).unwrap_or_default();
        timing.push(b'\n');
        let own = [("manifest.json", run.manifest.bytes()), ("timing.json", timing)];
        let all = own.iter().map(|(path, bytes)| (*path, bytes)).chain(run.files.iter().map(|(p, b)| (p.as_str(), b)));
        let mut folders = vec![self.path.clone()];
        for (path, bytes) in all {
            let (path, shown) = (self.path.join(path), place.join(path));
            let above = path.parent().unwrap_or(&self.path).to_path_buf();
            if !folders.contains(&above) {
                fs::create_dir_all(&above).map_err(failed(Attempt::Write, &shown))?;
                folders.push(above);
            }
            let written = File::create(&path).and_then(|mut file| {
                file.write_all(bytes)?;
                file.sync_all()
            });
            written.map_err(failed(Attempt::Write, &shown))?;
        }
        for (path, bytes) in &run.streamed {
            let (path, shown) = (self.path.join(path), place.join(path));
            let written = File::create(&path).and_then(|file| {
                let mut file = io::BufWriter::new(file);
                bytes.0(&mut file)?;
                file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
            });
            written.map_err(failed(Attempt::Write, &shown))?;
        }
        folders.iter().rev().try_for_each(|folder| settle(folder).map_err(failed(Attempt::Write, place)))
    }

    fn publish(mut self, place: &Path) -> io::Result<()> {
        fs::rename(&self.path, place)?;
        self.published = true;
        place.parent().map_or(Ok(()), settle)
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        if !self.published {
            let _ = fs::remove_dir_all(&self.path);
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
