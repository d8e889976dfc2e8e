//! A file whose path the user gave, such as the CSV of all runs.
//!
//! Invariant: the file is complete or absent; other content is replaced only with `force`, and no folder is created.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

use super::beside::{Beside, sweep_out};
use super::{Put, failed};
use crate::error::Attempt;
use crate::error::Error;
use crate::say;

/// Writes a temporary file beside the path, syncs it and renames it. An existing file stays, or is replaced with
/// `force`.
///
/// # Errors
/// I/O errors; other bytes under that name; a missing folder; errors of `write`.
pub fn write(
    path: &Path,
    force: bool,
    write: impl FnOnce(&mut (dyn Write + Send)) -> Result<(), Error>,
) -> Result<Put, Error> {
    let shown = path.display().to_string();
    let asked = |says: String| Err(Error::Argument(says));
    if path.file_name().is_none() {
        return asked(say!("store-names-no-file", path = shown));
    }
    super::apart(path)?;
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return asked(say!("store-make-it-first", folder = folder.display().to_string(), path = shown));
    }
    if path.exists() && !path.is_file() {
        return asked(say!("store-is-no-file", path = shown));
    }
    sweep_out(folder);
    let beside = Beside::of(folder).map_err(failed(Attempt::Write, path))?;
    let mut file = BufWriter::new(&beside.file);
    write(&mut file)?;
    let file = file.into_inner().map_err(|fault| failed(Attempt::Write, path)(fault.into_error()))?;
    file.sync_all().map_err(failed(Attempt::Write, path))?;
    give_name(&beside.path, path, force)
}

/// Gives the temporary file its name.
fn give_name(beside: &Path, path: &Path, force: bool) -> Result<Put, Error> {
    if force {
        return fs::rename(beside, path).map(|()| Put::New).map_err(failed(Attempt::Write, path));
    }
    // A hard link, unlike a rename, never replaces an existing file.
    match fs::hard_link(beside, path) {
        Ok(()) => Ok(Put::New),
        Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => {
            if same_bytes(beside, path).map_err(failed(Attempt::Read, path))? {
                return Ok(Put::Same);
            }
            Err(Error::Argument(say!("store-not-overwritten", path = path.display().to_string())))
        }
        Err(source) => Err(failed(Attempt::Write, path)(source)),
    }
}

/// Whether two files have the same bytes.
fn same_bytes(one: &Path, other: &Path) -> io::Result<bool> {
    let (one, other) = (File::open(one)?, File::open(other)?);
    if one.metadata()?.len() != other.metadata()?.len() {
        return Ok(false);
    }
    let mut others = BufReader::new(other).bytes();
    for byte in BufReader::new(one).bytes() {
        let (byte, other) = (byte?, others.next().transpose()?);
        if Some(byte) != other {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(path: &Path, force: bool, bytes: &[u8]) -> Result<Put, Error> {
        write(path, force, |to| to.write_all(bytes).map_err(failed(Attempt::Write, path)))
    }

    #[test]
    fn what_stands_there_is_left_alone_unless_its_loss_is_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("all.csv");
        assert_eq!(put(&path, false, b"one").unwrap(), Put::New);
        assert_eq!(put(&path, false, b"one").unwrap(), Put::Same);
        for other in [&b"two"[..], b"", b"longer"] {
            assert!(put(&path, false, other).unwrap_err().to_string().contains("--force"));
            assert_eq!(fs::read(&path).unwrap(), b"one");
        }
        assert_eq!(put(&path, true, b"two").unwrap(), Put::New);
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn no_folder_is_made_and_none_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        for path in [folder.path().join("new/all.csv"), folder.path().to_path_buf()] {
            assert_eq!(put(&path, true, b"one").unwrap_err().exit_code(), 2);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_writer_that_fails_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("all.csv");
        put(&path, false, b"one").unwrap();
        let fault = write(&path, true, |_| Err(Error::Argument("no".to_owned())));
        assert!(fault.is_err() && fs::read(&path).unwrap() == b"one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
