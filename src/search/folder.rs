//! The folder of a search: one object per round, written once.
//!
//! ```text
//! manifest.json  scenario.toml                  the search, with the files that it reads; immutable
//! rounds/000000.json …  rounds/last.json        trials and results of each round
//! search.json  front.csv  convergence.csv  charts/
//! ```
//!
//! Invariant: a round is complete or absent, so an interrupted search continues and ends with the same bytes.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::rounds::{Round, Trial};
use super::spec::Search;
use crate::error::Error;
use crate::say;
use crate::scenario::Scenario;
use crate::store::Manifest;
use crate::store::place::Place;

/// Incremented when a change of the layout affects readers.
const SCHEMA: u32 = 4;
/// The `kind` in its manifest.
const KIND: &str = "search";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SearchManifest {
    kind: String,
    schema: u32,
    id: String,
    version: String,
    scenario: String,
    scenario_hash: String,
    /// The hash of each file that the scenario reads.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    inputs: BTreeMap<String, String>,
    seed: u64,
    metrics: Vec<String>,
}

/// A stored search.
#[derive(Clone, Debug)]
pub struct SearchStore {
    /// Its folder or bucket.
    pub place: Place,
}

impl SearchManifest {
    fn of(search: &Search, files: &[(String, Vec<u8>)]) -> Self {
        let mut manifest = SearchManifest {
            kind: KIND.to_owned(),
            schema: SCHEMA,
            id: String::new(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            scenario: search.source.root().name,
            scenario_hash: search.source.hash(),
            inputs: files.iter().map(|(name, bytes)| (name.clone(), Manifest::hash(bytes))).collect(),
            seed: search.seed,
            metrics: search.metrics.iter().map(|m| m.name.clone()).collect(),
        };
        manifest.id = Manifest::hash(&serde_json::to_vec(&manifest).unwrap_or_default());
        manifest.id.truncate(12);
        manifest
    }
}

impl SearchStore {
    /// Stores a search below `parent`, or opens it if it is already stored.
    ///
    /// # Errors
    /// I/O errors; a folder of that name with other content.
    pub fn begin(parent: &Path, search: &Search) -> Result<Self, Error> {
        let files = search.source.files()?;
        let manifest = SearchManifest::of(search, &files);
        let place = Place::at(&parent.join(&manifest.scenario).join(format!("search-{}", manifest.id)));
        ["", "rounds", "charts"].into_iter().for_each(|folder| place.sweep_out(folder));
        for (name, bytes) in files {
            place.put(&name, &bytes)?;
        }
        // A text that is there may differ in comments, which change nothing.
        if place.get("scenario.toml")?.is_none() || place.get("manifest.json")?.is_none() {
            place.put("scenario.toml", search.source.kept_toml().as_bytes())?;
        }
        let mut bytes = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
        bytes.push(b'\n');
        place.put("manifest.json", &bytes)?;
        Ok(SearchStore { place })
    }

    /// Opens a stored search to continue it.
    ///
    /// # Errors
    /// A folder without a search; a search that was changed, or stored by another version; I/O errors.
    pub fn open(folder: &Path) -> Result<(Search, Self), Error> {
        let place = Place::at(folder);
        let wrong = |says: String| Err(Error::Stored { path: place.path("manifest.json"), says });
        let Some(bytes) = place.get("manifest.json")? else {
            return wrong(say!("search-not-there"));
        };
        match Manifest::kind(&bytes) {
            Some(kind) if kind == KIND => {}
            Some(kind) => return wrong(say!("search-of-another-kind", kind = kind)),
            None => return wrong(say!("search-no-manifest")),
        }
        let (own, of) =
            (env!("CARGO_PKG_VERSION"), serde_json::from_slice::<serde_json::Value>(&bytes).unwrap_or_default());
        let (version, schema) = (of["version"].as_str().unwrap_or("?"), of["schema"].as_u64());
        if version != own || schema != Some(u64::from(SCHEMA)) {
            return wrong(say!("search-other-version", version = version, own = own));
        }
        let search = Search::of(&Scenario::load(&place.path("scenario.toml"))?)?;
        let files = search.source.files()?;
        if serde_json::from_slice::<SearchManifest>(&bytes).ok() != Some(SearchManifest::of(&search, &files)) {
            return wrong(say!("search-changed"));
        }
        ["", "rounds", "charts"].into_iter().for_each(|folder| place.sweep_out(folder));
        Ok((search, SearchStore { place }))
    }

    /// The results of a round; `None` if it has not been run.
    ///
    /// # Errors
    /// A file that cannot be read, or whose trials differ.
    pub(super) fn round(&self, name: &str, trials: &[Trial]) -> Result<Option<Round>, Error> {
        let path = round_path(name);
        let Some(bytes) = self.place.get(&path)? else { return Ok(None) };
        let wrong = |says: String| Error::Stored { path: self.place.path(&path), says };
        let round: Round = serde_json::from_slice(&bytes)
            .map_err(|fault| wrong(say!("search-round-unreadable", fault = fault.to_string())))?;
        if round.sealed != round.seal() {
            return Err(wrong(say!("search-round-changed")));
        }
        if round.trials != trials || round.given.len() != trials.len() {
            return Err(wrong(say!("search-round-of-other-runs")));
        }
        Ok(Some(round))
    }

    /// Stores a round.
    ///
    /// # Errors
    /// I/O errors; another round under the same name.
    pub(super) fn store_round(&self, name: &str, round: &Round) -> Result<(), Error> {
        let mut bytes = serde_json::to_vec(round).unwrap_or_default();
        bytes.push(b'\n');
        self.place.put(&round_path(name), &bytes).map(|_| ())
    }
}

fn round_path(name: &str) -> String {
    format!("rounds/{name}.json")
}
