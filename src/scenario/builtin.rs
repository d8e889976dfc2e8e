//! Shipped: the scenarios that come with the program, and the files that they read.
//!
//! A scenario may extend one of them by its name; what that one names in turn is found here too. Invariant: a file on disk wins over one
//! here, and nothing here is ever looked for on disk.

use std::io::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};

use crate::say;

macro_rules! files {
    ($($path:literal),* $(,)?) => { &[$(($path, include_str!(concat!("../../scenarios/", $path)))),*] };
}

/// Every file of `scenarios/`, by its path below it: scenarios, what they extend, and the histories that they read. A test finds a
/// forgotten one.
pub const FILES: &[(&str, &str)] = files![
    "best-programme.toml",
    "channels.toml",
    "data/stylised_facts.csv",
    "data/tikv.csv",
    "first-step.toml",
    "from-birth.toml",
    "how-many-partners.toml",
    "lighthouse-or-broad.toml",
    "momentum.toml",
    "open-source-database.toml",
    "points-or-titles.toml",
    "promise-breaks.toml",
    "promise-partners.toml",
    "reviewer-hour.toml",
    "rival-outbids.toml",
    "rival-overtakes.toml",
    "stop-paying.toml",
    "top-exit.toml",
    "university-by-year-three.toml",
    "university-or-ads.toml",
    "which-hackathon.toml",
];

/// The folder that stands for the program in the paths of shipped files: no folder on disk has this name.
fn folder() -> PathBuf {
    PathBuf::from(say!("shipped-folder"))
}

/// The shipped scenario that a name means, with or without its ending.
pub(super) fn named(name: &str) -> Option<PathBuf> {
    let path = format!("{}.toml", name.strip_suffix(".toml").unwrap_or(name));
    FILES.iter().find(|(shipped, _)| *shipped == path).map(|(shipped, _)| folder().join(shipped))
}

/// The names of the shipped scenarios.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().filter_map(|(path, _)| path.strip_suffix(".toml"))
}

/// The same file under one name, however it is written; `None` where there is no such file. Only a file: reading a device might never end.
pub(super) fn found(path: &Path) -> Option<PathBuf> {
    if shipped(path).is_some() {
        return Some(path.to_owned());
    }
    std::fs::canonicalize(path).ok().filter(|path| path.is_file())
}

/// The text of a file, shipped or on disk.
///
/// # Errors
/// Those of reading it from disk; that it is not shipped.
pub fn read(path: &Path) -> Result<String> {
    match shipped(path) {
        Some(text) => Ok(text.to_owned()),
        None if path.starts_with(folder()) => Err(Error::from(ErrorKind::NotFound)),
        None => std::fs::read_to_string(path),
    }
}

fn shipped(path: &Path) -> Option<&'static str> {
    let path = path.strip_prefix(folder()).ok()?;
    FILES.iter().find(|(shipped, _)| Path::new(shipped) == path).map(|(_, text)| *text)
}
