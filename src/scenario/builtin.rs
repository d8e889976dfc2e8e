//! Scenarios that come with the program, and the files that they read.
//!
//! A scenario may extend one of them by name. Invariant: a file on disk takes precedence over a shipped one, and a file that a shipped
//! scenario names is always a shipped one.

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

/// The path under which a file of [`FILES`] is read.
pub fn path(inside: &str) -> PathBuf {
    folder().join(inside)
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
    if matches!(shipped(path), Shipped::Text(_)) {
        return Some(path.to_owned());
    }
    std::fs::canonicalize(path).ok().filter(|path| path.is_file())
}

/// What the program ships under a path.
pub(super) enum Shipped {
    /// A text.
    Text(&'static str),
    /// Nothing, although the path is one of the program's.
    Missing,
    /// Nothing: the path is one on disk.
    OnDisk,
}

/// What is shipped under a path.
pub(super) fn shipped(path: &Path) -> Shipped {
    let Ok(inside) = path.strip_prefix(folder()) else { return Shipped::OnDisk };
    let found = FILES.iter().find(|(shipped, _)| Path::new(shipped) == inside);
    found.map_or(Shipped::Missing, |(_, text)| Shipped::Text(text))
}
