//! Kept: a search's folder, in which each round is an object that is put once.
//!
//! ```text
//! manifest.json  scenario.toml                  what is searched for; immutable
//! rounds/000000.json …  rounds/last.json        what each round asked and gave
//! search.json  front.csv  convergence.csv  charts/
//! ```
//!
//! Invariant: a round is there whole or not at all, so whatever stops a search, the same search goes on and ends with the same bytes.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::asked::Search;
use super::rounds::{Round, Trial};
use crate::error::Error;
use crate::store::Manifest;
use crate::store::place::Place;

/// Raised when a reader of searches must know that something moved.
const SCHEMA: u32 = 1;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SearchManifest {
    kind: String,
    schema: u32,
    id: String,
    version: String,
    scenario: String,
    scenario_hash: String,
    seed: u64,
    metrics: Vec<String>,
}

/// A search that is stored.
#[derive(Clone, Debug)]
pub struct SearchStore {
    /// Where.
    pub place: Place,
}

impl SearchStore {
    /// Stores what is searched for below `parent`, or opens it where it is stored already.
    ///
    /// # Errors
    /// What the machine says; a folder of that name that holds something else.
    pub fn begin(parent: &Path, search: &Search) -> Result<Self, Error> {
        let toml = search.scenario.resolved_toml();
        let mut manifest = SearchManifest {
            kind: "search".to_owned(),
            schema: SCHEMA,
            id: String::new(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            scenario: search.scenario.settings("").text("name"),
            scenario_hash: search.scenario.hash(),
            seed: search.seed,
            metrics: search.kept.iter().map(|m| m.name.clone()).collect(),
        };
        let mut id = Manifest::hash(&serde_json::to_vec(&manifest).unwrap_or_default());
        id.truncate(12);
        manifest.id = id;
        let place = Place::at(&parent.join(&manifest.scenario).join(format!("search-{}", manifest.id)));
        place.put("scenario.toml", toml.as_bytes())?;
        let mut bytes = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
        bytes.push(b'\n');
        place.put("manifest.json", &bytes)?;
        ["", "rounds", "charts"].into_iter().for_each(|folder| place.sweep_out(folder));
        Ok(SearchStore { place })
    }

    /// What a round gave; nothing where it has not been run.
    ///
    /// # Errors
    /// A file that cannot be read, or that asked for something else.
    pub(super) fn round(&self, name: &str, trials: &[Trial]) -> Result<Option<Round>, Error> {
        let path = object(name);
        let Some(bytes) = self.place.get(&path)? else { return Ok(None) };
        let wrong = |says: String| Error::Stored { path: self.place.path(&path), says };
        let round: Round = serde_json::from_slice(&bytes)
            .map_err(|fault| wrong(format!("cannot be read: {fault}; remove it to have it run again")))?;
        if round.trials != trials || round.given.len() != trials.len() {
            return Err(wrong("asks for other runs than this search does; nothing was overwritten".to_owned()));
        }
        Ok(Some(round))
    }

    /// Keeps a round.
    ///
    /// # Errors
    /// What the machine says; another round under the same name.
    pub(super) fn keep(&self, name: &str, round: &Round) -> Result<(), Error> {
        let mut bytes = serde_json::to_vec(round).unwrap_or_default();
        bytes.push(b'\n');
        self.place.put(&object(name), &bytes).map(|_| ())
    }
}

fn object(name: &str) -> String {
    format!("rounds/{name}.json")
}
