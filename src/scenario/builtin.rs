//! Scenarios that come with the program, and the files that they read.
//!
//! A scenario may extend one of them by name. Invariant: a file on disk takes precedence over a shipped one, and a file that a shipped
//! scenario names is always a shipped one.

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

/// The folder that represents the program in the paths of shipped files: no folder on disk has this name.
fn folder() -> PathBuf {
    PathBuf::from(say!("scenario-shipped-folder"))
}

/// The path of a shipped scenario, by its name with or without `.toml`.
pub(super) fn by_name(name: &str) -> Option<PathBuf> {
    let path = format!("{}.toml", name.strip_suffix(".toml").unwrap_or(name));
    FILES.iter().find(|(shipped, _)| *shipped == path).map(|(shipped, _)| folder().join(shipped))
}

/// The names of the shipped scenarios.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().filter_map(|(path, _)| path.strip_suffix(".toml"))
}

/// The canonical path of a file; `None` if there is no such file. Devices are excluded: reading one might never end.
pub(super) fn canonical_path(path: &Path) -> Option<PathBuf> {
    if shipped_text(path).is_some() {
        return Some(path.to_owned());
    }
    std::fs::canonicalize(path).ok().filter(|path| path.is_file())
}

/// The text of a file, shipped or on disk.
///
/// # Errors
/// The file cannot be read, or no such file is shipped.
pub fn read(path: &Path) -> Result<String> {
    match shipped_text(path) {
        Some(text) => Ok(text.to_owned()),
        None if path.starts_with(folder()) => Err(Error::from(ErrorKind::NotFound)),
        None => std::fs::read_to_string(path),
    }
}

fn shipped_text(path: &Path) -> Option<&'static str> {
    let path = path.strip_prefix(folder()).ok()?;
    FILES.iter().find(|(shipped, _)| Path::new(shipped) == path).map(|(_, text)| *text)
}
