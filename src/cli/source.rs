//! Which scenario an argument means: a file, or one that comes inside the program.
//!
//! Invariant: a file on disk takes precedence over one inside the program, so that the file that a user edits is the one that runs.

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::say;
use crate::scenario::builtin::{self, FILES};
use crate::scenario::files::{self, Refusal};

use super::did_you_mean;

/// The scenario if none is named.
const DEFAULT: &str = "open-source-database";

/// Where a scenario comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// A file on disk.
    File(PathBuf),
    /// One inside the program, by its path below `scenarios/`.
    Inside(&'static str),
}

impl Source {
    /// The scenario of an argument: a file; or a name, first among the files of `scenarios/`, then inside the program.
    pub(super) fn of(argument: Option<&str>) -> Result<Self, Error> {
        Self::among(argument.unwrap_or(DEFAULT), FILES)
    }

    /// `shipped`: path and text of each scenario inside the program.
    fn among(argument: &str, shipped: &[(&'static str, &str)]) -> Result<Self, Error> {
        if Path::new(argument).is_file() {
            return Ok(Source::File(PathBuf::from(argument)));
        }
        // The folder of a run or a sweep holds its scenario.
        let stored = Path::new(argument).join("scenario.toml");
        if stored.is_file() {
            return Ok(Source::File(stored));
        }
        let name = argument.strip_suffix(".toml").unwrap_or(argument);
        let path = format!("{name}.toml");
        let here = Path::new("scenarios").join(&path);
        if here.is_file() {
            return Ok(Source::File(here));
        }
        if let Some((inside, _)) = shipped.iter().find(|(inside, _)| *inside == path) {
            return Ok(Source::Inside(inside));
        }
        let names = shipped.iter().filter_map(|(inside, _)| inside.strip_suffix(".toml"));
        let near = match Path::new(&path).is_file() {
            true => say!("did-you-mean", name = &path),
            false => did_you_mean(name, names),
        };
        let asked = Path::new(argument);
        let is_path = argument.ends_with(".toml") || asked.components().count() > 1;
        let near = match near.is_empty() {
            // What is there but cannot be opened says what it is.
            _ if !matches!(files::open(asked), Err(Refusal::Missing)) => return Ok(Source::File(asked.to_owned())),
            false => near,
            true if is_path => say!("scenario-beside", help = files::beside(asked)),
            true => say!("scenario-see-list"),
        };
        Err(Error::Argument(say!("scenario-unknown", name = format!("{argument:?}"), near = near)))
    }

    /// Calls `reader` with the path of the scenario: of one from inside, the path under which the program reads it.
    pub(super) fn read<T>(&self, reader: impl FnOnce(&Path) -> Result<T, Error>) -> Result<T, Error> {
        match self {
            Source::File(path) => reader(path),
            Source::Inside(inside) => reader(&builtin::path(inside)),
        }
    }
}

/// Names and first lines of the scenarios inside.
pub(super) fn scenarios() -> Vec<(String, String)> {
    let line = |text: &str| text.lines().next().unwrap_or_default().trim_start_matches('#').trim().to_owned();
    let own = |(path, text): &(&str, &str)| path.strip_suffix(".toml").map(|name| (name.to_owned(), line(text)));
    FILES.iter().filter_map(own).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const TWO: &[(&str, &str)] = &[("open-source-database.toml", "# Which?\n"), ("rules/points.toml", "")];

    #[test]
    fn every_file_of_scenarios_is_inside() {
        fn walk(folder: &Path, prefix: &str, found: &mut Vec<String>) {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
                if entry.path().is_dir() { walk(&entry.path(), &format!("{name}/"), found) } else { found.push(name) }
            }
        }
        let mut found = Vec::new();
        walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios"), "", &mut found);
        // Presets belong to the library: a scenario in any folder may name them. The bench has its own list.
        let own = |name: &str| !name.starts_with("presets/") && !name.starts_with("evidence/");
        found.retain(|name| (name.ends_with(".toml") || name.ends_with(".csv")) && own(name));
        found.sort();
        let mut inside: Vec<&str> = FILES.iter().map(|(path, _)| *path).collect();
        inside.sort_unstable();
        assert_eq!(inside, found, "FILES lists what lies in scenarios/");
    }

    #[test]
    fn a_name_means_the_scenario_inside_with_or_without_its_ending() {
        for argument in ["open-source-database", "open-source-database.toml"] {
            assert!(matches!(
                Source::among(argument, TWO),
                Ok(Source::File(_) | Source::Inside("open-source-database.toml"))
            ));
        }
        assert_eq!(Source::among("rules/points", TWO).unwrap(), Source::Inside("rules/points.toml"));
    }

    #[test]
    fn a_file_wins() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let path = file.path().to_str().unwrap();
        assert_eq!(Source::among(path, TWO).unwrap(), Source::File(path.into()));
    }

    #[test]
    fn an_unknown_name_gets_the_nearest_one() {
        let fault = Source::among("open-sauce-database", TWO).unwrap_err();
        assert_eq!(fault.exit_code(), 2);
        assert!(fault.to_string().contains("did you mean `open-source-database`?"), "{fault}");
    }
}
