//! A place for objects that are written once and never changed: a local folder, or a bucket that many machines share.
//!
//! Invariant: an object is complete or absent; writing other bytes under an existing name is an error. A writer that
//! dies leaves nothing in a bucket, and in a folder a file whose name begins with `.zaoshi-`, which the next writer removes.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use super::Put;
use super::beside::{self, Beside};
use super::bucket::Bucket;
use super::{failed, settle};
use crate::error::Attempt;
use crate::error::Error;
use crate::say;
use crate::scenario::files;

/// A folder, or the objects of a bucket below a prefix.
#[derive(Clone, Debug)]
pub struct Place {
    root: PathBuf,
    bucket: Option<Arc<Bucket>>,
}

/// Prefix of a bucket's address.
const BUCKET: &str = "s3://";

impl Place {
    /// The folder at a path; it need not exist.
    pub fn at(root: &Path) -> Self {
        Place { root: without_slash(root), bucket: None }
    }

    /// The place of an address: `s3://bucket/below`, or a folder.
    ///
    /// # Errors
    /// An invalid address; a bucket that cannot be reached with the settings of the environment.
    pub fn reach(root: &Path) -> Result<Self, Error> {
        let bucket = if Self::is_bucket(root) { Some(Arc::new(Bucket::reach(root)?)) } else { None };
        Ok(Place { root: without_slash(root), bucket })
    }

    /// Whether an address is that of a bucket.
    pub fn is_bucket(root: &Path) -> bool {
        root.to_str().is_some_and(|text| text.starts_with(BUCKET))
    }

    /// Its address.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The path of an object; `name` is relative, with `/` between folders.
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Whether this is a local folder, whose files others can open by path.
    pub fn is_folder(&self) -> bool {
        self.bucket.is_none()
    }

    /// The bytes of an object; `None` if it does not exist.
    ///
    /// # Errors
    /// I/O errors.
    pub fn get(&self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        let path = self.path(name);
        if let Some(bucket) = &self.bucket {
            return bucket.get(name).map_err(failed(Attempt::Read, &path));
        }
        match files::bytes(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(failed(Attempt::Read, &path)(source)),
        }
    }

    /// Writes an object if none exists: a temporary file is written and synced, then named.
    ///
    /// # Errors
    /// I/O errors; other bytes under the same name.
    pub fn put(&self, name: &str, bytes: &[u8]) -> Result<Put, Error> {
        let path = self.path(name);
        let put = match &self.bucket {
            Some(bucket) => bucket.put(name, bytes),
            None => put_file(&path, bytes),
        };
        match put {
            Ok(Put::Same) => {
                if self.get(name)?.is_some_and(|there| there == bytes) {
                    Ok(Put::Same)
                } else {
                    Err(Error::Stored {
                        path,
                        says: say!("store-nothing-overwritten", fault = say!("store-other-bytes-now")),
                    })
                }
            }
            Ok(new) => Ok(new),
            Err(source) => Err(failed(Attempt::Write, &path)(source)),
        }
    }

    /// Writes a derived object and replaces an existing one: a temporary file is written, then renamed.
    ///
    /// # Errors
    /// I/O errors.
    pub fn derive(&self, name: &str, write: impl FnOnce(&mut dyn Write) -> Result<(), Error>) -> Result<(), Error> {
        let path = self.path(name);
        if let Some(bucket) = &self.bucket {
            let mut bytes = Vec::new();
            write(&mut bytes)?;
            return bucket.replace(name, bytes).map_err(failed(Attempt::Write, &path));
        }
        let folder = path.parent().unwrap_or(&self.root);
        fs::create_dir_all(folder).map_err(failed(Attempt::MakeFolder, folder))?;
        beside::sweep_out(folder);
        let beside = Beside::of(folder).map_err(failed(Attempt::Write, &path))?;
        let mut file = io::BufWriter::new(&beside.file);
        write(&mut file)?;
        let file = file.into_inner().map_err(|fault| failed(Attempt::Write, &path)(fault.into_error()))?;
        file.sync_all().and_then(|()| fs::rename(&beside.path, &path)).map_err(failed(Attempt::Write, &path))
    }

    /// The names of the objects in a folder, sorted; empty if there is no such folder.
    ///
    /// # Errors
    /// I/O errors.
    pub fn names(&self, folder: &str) -> Result<Vec<String>, Error> {
        let path = self.path(folder);
        let mut names = match &self.bucket {
            Some(bucket) => bucket.names(folder).map_err(failed(Attempt::Read, &path))?,
            None => files(&path).map_err(failed(Attempt::Read, &path))?,
        };
        names.retain(|name| !name.starts_with('.'));
        names.sort_unstable();
        Ok(names)
    }

    /// Removes the temporary files of dead writers from a folder.
    pub fn sweep_out(&self, folder: &str) {
        if self.is_folder() {
            beside::sweep_out(&self.path(folder));
        }
    }
}

/// A path without trailing slashes, so that messages do not show two in a row.
fn without_slash(root: &Path) -> PathBuf {
    match root.to_str().map(|text| text.trim_end_matches('/')) {
        Some(text) if !text.is_empty() => PathBuf::from(text),
        _ => root.to_path_buf(),
    }
}

/// The names in a folder; empty if the folder does not exist.
fn files(folder: &Path) -> io::Result<Vec<String>> {
    match fs::read_dir(folder) {
        Ok(entries) => entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect(),
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(fault) => Err(fault),
    }
}

/// Writes a file if none exists.
fn put_file(path: &Path, bytes: &[u8]) -> io::Result<Put> {
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder)?;
    write_and_link(folder, path, &|file| file.write_all(bytes))
}

/// Writes and syncs a temporary file, and links it to its path.
fn write_and_link(folder: &Path, path: &Path, fill: &dyn Fn(&mut File) -> io::Result<()>) -> io::Result<Put> {
    let mut beside = Beside::of(folder)?;
    fill(&mut beside.file)?;
    beside.file.sync_all()?;
    // A hard link, unlike a rename, never replaces an existing file.
    let linked = fs::hard_link(&beside.path, path);
    drop(beside);
    match linked {
        Ok(()) => settle(folder).map(|()| Put::New),
        Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists && path.exists() => Ok(Put::Same),
        Err(fault) => Err(fault),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;

    #[test]
    fn a_slash_behind_a_folder_is_not_told_twice() {
        let shown = |text: &str| Place::at(Path::new(text)).root().display().to_string();
        assert_eq!(["out/", "out", "/", "s3://sweeps/here//"].map(shown), ["out", "out", "/", "s3://sweeps/here"]);
    }

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
    fn a_writer_whose_disk_is_full_leaves_nothing_and_the_next_one_puts_it_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("part");
        for room in 0..5 {
            let fault = write_and_link(folder.path(), &path, &|file| {
                file.write_all(&b"whole"[..room])?;
                Err(io::ErrorKind::StorageFull.into())
            });
            assert_eq!(fault.unwrap_err().kind(), io::ErrorKind::StorageFull);
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "room for {room} bytes");
        }
        assert_eq!(Place::at(folder.path()).put("part", b"whole").unwrap(), Put::New);
    }

    #[test]
    fn who_sweeps_out_takes_nothing_from_who_writes() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::at(folder.path());
        let done = AtomicBool::new(false);
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
