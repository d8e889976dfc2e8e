//! Where results may be written.
//!
//! Invariant: nothing is written into a stored folder but by the command that stored it, and a name of a bucket is no folder.

use std::path::Path;

use super::Manifest;
use crate::error::Error;
use crate::say;
use crate::scenario::files;

/// Refuses a path that a folder or a file of results cannot have.
///
/// # Errors
/// A name with control characters; an address such as `s3://bucket`; a place inside a stored run, sweep or search.
pub fn apart(path: &Path) -> Result<(), Error> {
    let shown: String =
        path.display().to_string().chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    let refuse = |says: String| Err(Error::Argument(says));
    if path.to_string_lossy().contains(char::is_control) {
        return refuse(say!("store-out-control", path = shown));
    }
    if path.to_string_lossy().contains(":/") {
        return refuse(say!("store-out-address", path = shown));
    }
    let there = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let real = there.canonicalize().unwrap_or(there);
    let stored = |folder: &&Path| {
        files::bytes(&folder.join("manifest.json")).is_ok_and(|bytes| Manifest::kind(&bytes).is_some())
    };
    match real.ancestors().find(stored) {
        Some(folder) => refuse(say!("store-out-inside", path = shown, folder = folder.display().to_string())),
        None => Ok(()),
    }
}
