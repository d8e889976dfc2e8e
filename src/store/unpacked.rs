//! A temporary folder of files for reading: files inside the program, or files of a bucket.
//!
//! Invariant: the folder has one owner, and is removed when the owner is dropped.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::failed;
use crate::error::Attempt;
use crate::error::Error;

/// A temporary folder for reading.
#[derive(Debug)]
pub struct TempFiles(TempDir);

impl TempFiles {
    /// Writes files at paths relative to the folder.
    ///
    /// # Errors
    /// I/O errors.
    pub fn of(files: &[(&str, impl AsRef<[u8]>)]) -> Result<Self, Error> {
        let made = tempfile::Builder::new().prefix("zaoshi-").tempdir();
        let out = TempFiles(made.map_err(failed(Attempt::Write, &std::env::temp_dir()))?);
        files.iter().try_for_each(|(inside, bytes)| out.add(inside, bytes.as_ref()))?;
        Ok(out)
    }

    /// Adds a file.
    ///
    /// # Errors
    /// I/O errors.
    pub fn add(&self, inside: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.path(inside);
        let above = path.parent().unwrap_or(self.0.path());
        fs::create_dir_all(above).and_then(|()| fs::write(&path, bytes)).map_err(failed(Attempt::Write, &path))
    }

    /// The full path of a file.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.0.path().join(Path::new(inside))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_laid_out_are_removed_again() {
        let out = TempFiles::of(&[("mine.toml", "# Which?\n"), ("rules/points.toml", "")]).unwrap();
        let path = out.path("mine.toml");
        assert_eq!(fs::read_to_string(&path).unwrap(), "# Which?\n");
        drop(out);
        assert!(!path.parent().unwrap().exists());
    }
}
