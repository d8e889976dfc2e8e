//! Temporary files and folders, beside those that they become.
//!
//! Invariant: one of them is locked while its writer lives. Only ours, and only those without a living writer, are removed; so two
//! processes may work in one folder.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// How the names of temporary files begin.
const OURS: &str = ".zaoshi-";
/// What the name of a temporary folder has more than that of the file that is locked for it.
const FOLDER: &str = ".folder";
/// How often a name is tried that another process has, or whose file it took for that of a dead writer.
const TRIES: usize = 1000;

static COUNT: AtomicU64 = AtomicU64::new(0);

/// A temporary file, locked; removed when it is dropped, unless it was renamed.
pub(super) struct Beside {
    /// Its path.
    pub(super) path: PathBuf,
    /// Open for writing.
    pub(super) file: File,
}

impl Beside {
    /// An empty file in a folder.
    pub(super) fn of(folder: &Path) -> io::Result<Beside> {
        for _ in 0..TRIES {
            let count = COUNT.fetch_add(1, Ordering::Relaxed);
            let path = folder.join(format!("{OURS}{}-{count}", std::process::id()));
            let file = match OpenOptions::new().write(true).create_new(true).open(&path) {
                Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => continue,
                opened => opened?,
            };
            let beside = Beside { path, file };
            beside.file.lock()?;
            // Before it was locked, another process may have removed it.
            if beside.path.exists() {
                return Ok(beside);
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// A folder that is removed by others once the file is no longer locked.
    pub(super) fn folder(&self) -> PathBuf {
        let mut name = self.path.clone().into_os_string();
        name.push(FOLDER);
        name.into()
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // After a rename there is none.
        let _ = fs::remove_file(&self.path);
    }
}

/// Removes what dead writers left in a folder.
pub(super) fn sweep_out(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with(OURS)) {
        let path = entry.path();
        let (locked, left) = match path.to_str().and_then(|path| path.strip_suffix(FOLDER)) {
            Some(file) => (PathBuf::from(file), Some(path)),
            None => (path, None),
        };
        // Held until all is removed.
        let held = match File::open(&locked) {
            Ok(file) if file.try_lock().is_ok() => Some(file),
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => None,
            _ => continue,
        };
        // The writer of a folder removes its file after the folder.
        if let Some(left) = left {
            let _ = fs::remove_dir_all(left);
        }
        if held.is_some() {
            let _ = fs::remove_file(&locked);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_dead_writers_left_is_removed_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path();
        let living = Beside::of(folder).unwrap();
        fs::create_dir_all(living.folder().join("charts")).unwrap();
        for dead in [".zaoshi-1-0", ".zaoshi-1-1"] {
            fs::write(folder.join(dead), "half").unwrap();
        }
        for left in [".zaoshi-1-1.folder/charts", ".zaoshi-1-2.folder"] {
            fs::create_dir_all(folder.join(left)).unwrap();
        }
        let foreign = [".gitignore", ".part-000000.parquet.swp", "part-000000.parquet", "zaoshi-1-0"];
        foreign.iter().for_each(|name| fs::write(folder.join(name), "mine").unwrap());
        sweep_out(folder);
        let (file, below) = (living.path.file_name().unwrap().to_str().unwrap(), living.folder());
        let mut kept = [&foreign[..], &[file, below.file_name().unwrap().to_str().unwrap()]].concat();
        kept.sort_unstable();
        assert_eq!(names(folder), kept);
    }
}
