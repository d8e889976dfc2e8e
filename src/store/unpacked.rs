//! A temporary folder of files for reading: those of a bucket.
//!
//! Invariant: the folder has one owner, and is removed when the owner is dropped; that of an owner that was killed is removed by the next.

use std::fs;
use std::path::{Path, PathBuf};

use super::beside::{Beside, sweep_out};
use super::failed;
use crate::error::Attempt;
use crate::error::Error;

/// A temporary folder for reading.
pub struct TempFiles {
    folder: PathBuf,
    /// Locked while the folder is in use, and removed after it.
    _owner: Beside,
}

impl TempFiles {
    /// Writes files at paths relative to the folder.
    ///
    /// # Errors
    /// I/O errors.
    pub fn of(files: &[(&str, impl AsRef<[u8]>)]) -> Result<Self, Error> {
        let above = std::env::temp_dir();
        sweep_out(&above);
        let owner = Beside::of(&above).map_err(failed(Attempt::WriteInto, &above))?;
        let folder = owner.folder();
        let mut made = fs::DirBuilder::new();
        // Others on this machine may not read it.
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut made, 0o700);
        made.create(&folder).map_err(failed(Attempt::WriteInto, &above))?;
        let out = TempFiles { folder, _owner: owner };
        files.iter().try_for_each(|(inside, bytes)| out.add(inside, bytes.as_ref()))?;
        Ok(out)
    }

    /// Adds a file.
    ///
    /// # Errors
    /// I/O errors.
    pub fn add(&self, inside: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.path(inside);
        let above = path.parent().unwrap_or(&self.folder);
        let written = fs::create_dir_all(above).and_then(|()| fs::write(&path, bytes));
        written.map_err(failed(Attempt::WriteInto, &std::env::temp_dir()))
    }

    /// The full path of a file.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.folder.join(Path::new(inside))
    }
}

impl Drop for TempFiles {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
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
