//! A stored run that is opened to be shown: every file is compared with the hash in its manifest.
//!
//! Invariant: what is shown of a run comes from files that are as they were written.

use std::io;
use std::path::Path;

use super::manifest::{Kind, Sealing};
use super::{Manifest, failed};
use crate::error::{Attempt, Error};
use crate::say;
use crate::scenario::files;

/// Most files that a message names.
const NAMED: usize = 5;

/// How a file differs from what was written.
enum Fault {
    Changed(String),
    Missing(String),
}

impl Fault {
    fn file(&self) -> &str {
        let (Fault::Changed(file) | Fault::Missing(file)) = self;
        file
    }
    fn says(&self) -> String {
        match self {
            Fault::Changed(file) => say!("store-fault-changed", file = file),
            Fault::Missing(file) => say!("store-fault-missing", file = file),
        }
    }
}

/// Reads a file of a stored run, after all files of the run were compared with their hashes. Files that are `drawn` from the others may be
/// missing: they are drawn again.
///
/// # Errors
/// A folder that is not a run, or of another version; files that were changed or removed, with the remedy.
pub fn read(run: &Path, file: &str, drawn: &dyn Fn(&str) -> bool) -> Result<Vec<u8>, Error> {
    let stored = |path: &Path, says: String| Error::Stored { path: path.to_path_buf(), says };
    if !run.is_dir() {
        return Err(stored(run, say!("store-no-folder")));
    }
    let path = run.join("manifest.json");
    let bytes = files::bytes(&path).map_err(|_| stored(run, say!("store-no-run")))?;
    let manifest = Manifest::read(&bytes).map_err(|says| stored(&path, says))?;
    if manifest.kind == Kind::Sweep {
        return Err(Error::Argument(say!("store-sweep-not-drawn", folder = run.display().to_string())));
    }
    if manifest.clone().sealed() != manifest {
        return Err(stored(&path, say!("store-run-changed-again")));
    }
    let mut faults = Vec::new();
    let mut wanted = None;
    for (name, sealed) in &manifest.files {
        let path = run.join(name);
        let there = if name == file { files::bytes(&path).map(Some) } else { Ok(None) };
        let found = there.and_then(|bytes| match bytes {
            Some(bytes) => Ok((Manifest::hash(&bytes), Some(bytes))),
            // A file may be larger than the memory.
            None => Ok((Sealing::of_file(&path)?.sha256, None)),
        });
        match found {
            Ok((hash, bytes)) if hash == sealed.sha256 => wanted = bytes.or(wanted),
            Ok(_) => faults.push(Fault::Changed(name.clone())),
            Err(fault) if fault.kind() == io::ErrorKind::NotFound && drawn(name) => {}
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => faults.push(Fault::Missing(name.clone())),
            Err(source) => return Err(failed(Attempt::Read, &path)(source)),
        }
    }
    match wanted {
        Some(bytes) if faults.is_empty() => Ok(bytes),
        None if faults.is_empty() => Err(stored(&run.join(file), say!("store-run-lacks-file"))),
        _ => Err(stored(run, message(run, &manifest, &faults, drawn))),
    }
}

/// What differs, and what to do.
fn message(run: &Path, manifest: &Manifest, faults: &[Fault], drawn: &dyn Fn(&str) -> bool) -> String {
    let folder = run.display().to_string();
    let mut list: Vec<String> = faults.iter().take(NAMED).map(Fault::says).collect();
    if faults.len() > NAMED {
        list.push(say!("store-faults-more", count = faults.len() - NAMED));
    }
    let remedy = if faults.iter().all(|fault| drawn(fault.file())) {
        say!("store-remedy-drawn", folder = folder)
    } else if faults.iter().any(|fault| manifest.inputs.contains_key(fault.file())) {
        say!("store-remedy-lost")
    } else {
        say!("store-remedy-again", folder = folder)
    };
    say!("store-faults", faults = list.join(", "), remedy = remedy)
}
