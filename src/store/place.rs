//! A place where objects are put once and never changed: a folder of this machine's.
//!
//! Invariant: an object is there whole or not at all, under its name, and whoever puts other bytes under a name that is taken is told so.
//! A writer that dies leaves a file with a dot before its name, which the next one removes.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::{failed, settle};
use crate::error::Error;

/// What became of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// It was not there and is now.
    New,
    /// It was there already, with the same bytes.
    Same,
}

/// A folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    root: PathBuf,
}

/// How often a write is tried again whose file was swept out.
const TRIES: usize = 3;

static WRITES: AtomicU64 = AtomicU64::new(0);

impl Place {
    /// The place at a path, which need not be there yet.
    pub fn at(root: &Path) -> Self {
        Place { root: root.to_path_buf() }
    }

    /// Its folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where an object stands; `name` is relative, with `/` between folders.
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Whether an object is there.
    pub fn has(&self, name: &str) -> bool {
        self.path(name).is_file()
    }

    /// An object's bytes; `None` where there is none.
    ///
    /// # Errors
    /// What the machine says.
    pub fn get(&self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        let path = self.path(name);
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(failed("cannot read", &path)(source)),
        }
    }

    /// Puts an object where none is: written beside, made to last, and only then named.
    ///
    /// # Errors
    /// What the machine says; other bytes under the same name.
    pub fn put(&self, name: &str, bytes: &[u8]) -> Result<Put, Error> {
        let path = self.path(name);
        let folder = path.parent().unwrap_or(&self.root);
        fs::create_dir_all(folder).map_err(failed("cannot make the folder", folder))?;
        let leaf = path.file_name().unwrap_or_default().to_string_lossy();
        let mut written = place_beside(folder, &leaf, &path, bytes);
        // Whoever sweeps out may take a file for a dead writer's in the moment before it is locked.
        for _ in 0..TRIES {
            match &written {
                Err(fault) if fault.kind() == io::ErrorKind::NotFound => {
                    written = place_beside(folder, &leaf, &path, bytes);
                }
                _ => break,
            }
        }
        match written {
            Ok(Put::Same) => {
                let there = fs::read(&path).map_err(failed("cannot read", &path))?;
                let says = "holds other bytes than the same work gives now; nothing was overwritten".to_owned();
                if there == bytes { Ok(Put::Same) } else { Err(Error::Stored { path, says }) }
            }
            Ok(new) => Ok(new),
            Err(source) => Err(failed("cannot write", &path)(source)),
        }
    }

    /// Puts what is derived from the rest, in place of what is there: written beside, then renamed.
    ///
    /// # Errors
    /// What the machine says.
    pub fn derive(&self, name: &str, write: impl FnOnce(&mut dyn Write) -> Result<(), Error>) -> Result<(), Error> {
        let path = self.path(name);
        let folder = path.parent().unwrap_or(&self.root);
        fs::create_dir_all(folder).map_err(failed("cannot make the folder", folder))?;
        let beside = path.with_extension(format!("{}.partial", std::process::id()));
        let made = File::create(&beside).map_err(failed("cannot write", &beside)).and_then(|file| {
            let mut file = io::BufWriter::new(file);
            write(&mut file)?;
            let file = file.into_inner().map_err(|fault| failed("cannot write", &beside)(fault.into_error()))?;
            file.sync_all().and_then(|()| fs::rename(&beside, &path)).map_err(failed("cannot write", &path))
        });
        if made.is_err() {
            let _ = fs::remove_file(&beside);
        }
        made
    }

    /// The names of the objects in one of its folders, sorted; nothing where there is no such folder.
    ///
    /// # Errors
    /// What the machine says.
    pub fn names(&self, folder: &str) -> Result<Vec<String>, Error> {
        let path = self.path(folder);
        let entries = match fs::read_dir(&path) {
            Ok(entries) => entries,
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(source) => return Err(failed("cannot read", &path)(source)),
        };
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.map_err(failed("cannot read", &path))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if !name.starts_with('.') {
                names.push(name);
            }
        }
        names.sort_unstable();
        Ok(names)
    }

    /// Removes what writers have left in a folder that are gone.
    pub fn sweep_out(&self, folder: &str) {
        let Ok(entries) = fs::read_dir(self.path(folder)) else { return };
        for entry in entries.flatten().filter(|e| e.file_name().to_string_lossy().starts_with('.')) {
            let gone = File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok());
            if gone {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Writes under a name of its own, makes it last, and links it to where it shall stand.
fn place_beside(folder: &Path, leaf: &str, path: &Path, bytes: &[u8]) -> io::Result<Put> {
    let n = WRITES.fetch_add(1, Ordering::Relaxed);
    let beside = folder.join(format!(".{leaf}.{}-{n}", std::process::id()));
    let written = (|| {
        let mut file = OpenOptions::new().write(true).create_new(true).open(&beside)?;
        file.lock()?;
        file.write_all(bytes)?;
        file.sync_all()?;
        // A link, unlike a rename, never takes the place of what is there.
        fs::hard_link(&beside, path)
    })();
    let _ = fs::remove_file(&beside);
    match written {
        Ok(()) => settle(folder).map(|()| Put::New),
        Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists && path.exists() => Ok(Put::Same),
        Err(fault) => Err(fault),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_is_put_once_and_other_bytes_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::at(folder.path());
        assert_eq!(place.put("results/a", b"one").unwrap(), Put::New);
        assert_eq!(place.put("results/a", b"one").unwrap(), Put::Same);
        assert!(matches!(place.put("results/a", b"two"), Err(Error::Stored { .. })));
        assert_eq!(place.get("results/a").unwrap().unwrap(), b"one");
        assert_eq!(place.names("results").unwrap(), ["a"]);
        assert_eq!(place.get("results/b").unwrap(), None);
    }

    #[test]
    fn what_a_dead_writer_left_is_removed_and_what_a_living_one_holds_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::at(folder.path());
        fs::write(folder.path().join(".dead.1-1"), b"half").unwrap();
        let living = File::create(folder.path().join(".living.2-1")).unwrap();
        living.lock().unwrap();
        place.sweep_out("");
        assert!(!folder.path().join(".dead.1-1").exists());
        assert!(folder.path().join(".living.2-1").exists());
    }

    #[test]
    fn who_sweeps_out_takes_nothing_from_who_writes() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::at(folder.path());
        let done = std::sync::atomic::AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    place.sweep_out("");
                }
            });
            let puts: Vec<_> = (0..200).map(|k| place.put(&format!("part-{k}"), b"rows").ok()).collect();
            done.store(true, Ordering::Relaxed);
            assert!(puts.iter().all(|put| *put == Some(Put::New)), "{puts:?}");
        });
        assert_eq!(place.names("").unwrap().len(), 200);
    }
}
