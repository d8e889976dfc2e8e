//! What a run is: enough to run it again, and a hash of every file that it gave.
//!
//! Invariant: no time stamp, host or path of a machine; the same run has the same manifest to the byte.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::stats::Summary;

/// Raised when a reader of run folders must know that something moved.
const SCHEMA: u32 = 2;

/// `manifest.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of the folder's layout.
    pub schema: u32,
    /// The folder's name.
    pub run: String,
    /// Version of the program.
    pub version: String,
    /// The scenario's name.
    pub scenario: String,
    /// Hash of the scenario as resolved.
    pub scenario_hash: String,
    /// The `--with` arguments.
    pub with: Vec<String>,
    /// The one number behind all luck.
    pub seed: u64,
    /// Paired runs of each design.
    pub replicates: usize,
    /// Of these, how many went on after the horizon with and without spending.
    pub coast_replicates: usize,
    /// Names of the designs, the baseline first.
    pub designs: Vec<String>,
    /// Every file but this one and `timing.json`.
    pub files: BTreeMap<String, Sealed>,
}

/// A file, as the manifest knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sealed {
    /// Length.
    pub bytes: usize,
    /// Hexadecimal.
    pub sha256: String,
}

impl Manifest {
    pub(super) fn of(summary: &Summary, scenario_hash: &str, with: &[String]) -> Self {
        let version = env!("CARGO_PKG_VERSION");
        let mut identity = format!(
            "schema {SCHEMA}\nversion {version}\nscenario {scenario_hash}\nreplicates {}\nseed {}\n",
            summary.replicates, summary.seed
        );
        for patch in with {
            identity.push_str(&format!("with {patch:?}\n"));
        }
        let mut run = Self::hash(identity.as_bytes());
        run.truncate(12);
        Manifest {
            schema: SCHEMA,
            run,
            version: version.to_owned(),
            scenario: summary.scenario.clone(),
            scenario_hash: scenario_hash.to_owned(),
            with: with.to_vec(),
            seed: summary.seed,
            replicates: summary.replicates,
            coast_replicates: summary.coast_replicates,
            designs: summary.designs.iter().map(|d| d.name.clone()).collect(),
            files: BTreeMap::new(),
        }
    }

    pub(super) fn seal(&mut self, path: &str, bytes: &[u8]) {
        let sealed = Sealed { bytes: bytes.len(), sha256: Self::hash(bytes) };
        self.files.insert(path.to_owned(), sealed);
    }

    /// SHA-256, in hexadecimal.
    pub fn hash(bytes: &[u8]) -> String {
        Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        // Strings, numbers and maps with string keys always have a JSON form.
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// A stored manifest; `None` when it is not one of this version.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(|m: &Manifest| m.schema == SCHEMA)
    }
}
