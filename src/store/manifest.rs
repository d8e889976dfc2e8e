//! The manifest of a run or a sweep: enough to run it again, and to find the origin of each row of its parts.
//!
//! Invariant: it has no time stamp, host or local path; the same run has the same manifest to the byte. The id is a
//! hash of everything but the derived files of a run's folder, so it is known before anything is run.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::frame::{About, Frame};
use crate::say;
use crate::stats::{MetricName, Summary};

/// Incremented when a change of the layout affects readers.
const SCHEMA: u32 = 6;
/// Most cells in the series of one part, so that a part fits into memory.
const SERIES_CELLS: usize = 4_000_000;

/// `manifest.json`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Run or sweep.
    pub kind: Kind,
    /// Version of the folder's layout.
    pub schema: u32,
    /// The name of the folder.
    pub id: String,
    /// Version of the program.
    pub version: String,
    /// The scenario's name.
    pub scenario: String,
    /// Hash of the scenario as resolved.
    pub scenario_hash: String,
    /// The arguments of a run that change its files and are not in its scenario.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
    /// The hash of `scenario.toml` and of each file that it reads.
    pub inputs: BTreeMap<String, String>,
    /// Hash of `design.parquet`.
    pub design_hash: String,
    /// The seed of all randomness.
    pub seed: u64,
    /// Points of the plan; a run has one.
    pub points: usize,
    /// Number of paired runs of each design at each point.
    pub replicates: usize,
    /// Number of replicates with a coast.
    #[serde(default, skip_serializing_if = "crate::stats::is_zero")]
    pub coast_replicates: usize,
    /// Names of the designs, the baseline first.
    pub designs: Vec<String>,
    /// Number of runs in a shard; the last shard may have fewer.
    pub shard_runs: usize,
    /// The metric that verdicts compare.
    pub headline: String,
    /// Columns of the parts after those that say which run a row is of.
    pub columns: Vec<String>,
    /// Metrics that are kept at every recorded date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub series: Vec<String>,
    /// The metrics, with their titles and units: what the columns hold.
    pub metrics: Vec<Described>,
    /// For a run: every file but this one and `timing.json`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub files: BTreeMap<String, Sealed>,
}

/// A metric in the manifest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Described {
    /// Its name, which is the name of its columns.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its unit.
    pub unit: String,
}

impl Described {
    /// The metrics of a summary, or of the runs of a sweep.
    pub fn all<'a>(metrics: impl IntoIterator<Item = &'a MetricName>) -> Vec<Described> {
        let one = |metric: &MetricName| Described {
            name: metric.name.clone(),
            title: metric.title.clone(),
            unit: metric.unit.clone(),
        };
        metrics.into_iter().map(one).collect()
    }
}

/// The kind of a folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The complete scenario: one point, with verdict and charts.
    Run,
    /// Many points, shard by shard.
    #[default]
    Sweep,
}

/// A file in the manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sealed {
    /// Length in bytes.
    pub bytes: usize,
    /// SHA-256, hexadecimal.
    pub sha256: String,
}

/// Counts and hashes what is written to it.
#[derive(Default)]
pub(super) struct Sealing {
    bytes: usize,
    hash: Sha256,
}

impl Sealing {
    /// The seal of a file.
    pub(super) fn of_file(path: &std::path::Path) -> std::io::Result<Sealed> {
        let mut sealing = Sealing::default();
        std::io::copy(&mut std::fs::File::open(path)?, &mut sealing)?;
        Ok(sealing.end())
    }

    /// The seal of all that was written.
    pub(super) fn end(self) -> Sealed {
        let hash = self.hash.finalize();
        Sealed { bytes: self.bytes, sha256: hash.iter().map(|byte| format!("{byte:02x}")).collect() }
    }
}

impl std::io::Write for Sealing {
    fn write(&mut self, some: &[u8]) -> std::io::Result<usize> {
        self.bytes += some.len();
        self.hash.update(some);
        Ok(some.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Manifest {
    /// The manifest of a run, which is a sweep of one point.
    pub(super) fn of(summary: &Summary, scenario_hash: &str, with: &[String], inputs: &[(String, Vec<u8>)]) -> Self {
        let designs: Vec<String> = summary.designs.iter().map(|d| d.name.clone()).collect();
        let metrics: Vec<String> = summary.metrics.iter().map(|m| m.name.clone()).collect();
        let shard_runs = shard_runs(usize::MAX, designs.len(), summary.dates.len() * metrics.len());
        Manifest {
            kind: Kind::Run,
            scenario: summary.scenario.clone(),
            scenario_hash: scenario_hash.to_owned(),
            with: with.to_vec(),
            inputs: inputs.iter().map(|(name, bytes)| (name.clone(), Self::hash(bytes))).collect(),
            metrics: Described::all(&summary.metrics),
            design_hash: Self::hash(&super::point_table::one_point()),
            seed: summary.seed,
            points: 1,
            replicates: summary.replicates,
            coast_replicates: summary.coast_replicates,
            shard_runs: shard_runs.min(summary.replicates.max(1) * designs.len()),
            designs,
            headline: summary.metrics.get(summary.headline).map(|m| m.name.clone()).unwrap_or_default(),
            columns: columns(&metrics),
            series: metrics,
            ..Manifest::default()
        }
        .sealed()
    }

    /// The manifest with its id, a hash of everything else but words: a comment in the scenario of a sweep and the title of a metric change
    /// no result. Those of a run's scenario stand in its report.
    #[must_use]
    pub fn sealed(mut self) -> Self {
        self.schema = SCHEMA;
        env!("CARGO_PKG_VERSION").clone_into(&mut self.version);
        self.id = String::new();
        let (files, metrics) = (std::mem::take(&mut self.files), std::mem::take(&mut self.metrics));
        let text = if self.kind == Kind::Sweep { self.inputs.remove_entry("scenario.toml") } else { None };
        self.id = Self::hash(&serde_json::to_vec(&self).unwrap_or_default());
        self.id.truncate(12);
        self.files = files;
        self.metrics = metrics;
        self.inputs.extend(text);
        self
    }
    /// A frame with what its columns of metrics hold.
    pub fn describe(&self, frame: Frame) -> Frame {
        let names: Vec<String> = frame.columns.iter().map(|(name, _)| name.clone()).collect();
        names.iter().fold(frame, |frame, name| {
            let metric = name.strip_suffix(".end").unwrap_or(name);
            match self.metrics.iter().find(|described| described.name == metric) {
                Some(Described { title, unit, .. }) => {
                    let title = if metric == name { title.clone() } else { say!("store-at-the-end", title = title) };
                    frame.about(name, About { title, unit: unit.clone() })
                }
                None => frame,
            }
        })
    }
    /// Number of runs.
    pub fn runs(&self) -> usize {
        self.points * self.replicates * self.designs.len()
    }
    /// Number of shards.
    pub fn shards(&self) -> usize {
        self.runs().div_ceil(self.shard_runs.max(1))
    }
    /// The runs of a shard.
    pub fn of_shard(&self, shard: usize) -> Range<usize> {
        let from = shard * self.shard_runs;
        from..(from + self.shard_runs).min(self.runs())
    }
    /// Point, replicate and design of a run; the design varies fastest, so that paired runs are adjacent.
    pub fn run(&self, run: usize) -> (usize, usize, usize) {
        let (pair, design) = (run / self.designs.len(), run % self.designs.len());
        (pair / self.replicates, pair % self.replicates, design)
    }
    /// The `kind` of a manifest of any version; `None` if it has none.
    pub(crate) fn kind(bytes: &[u8]) -> Option<String> {
        let value: serde_json::Value = serde_json::from_slice(bytes).ok()?;
        Some(value.get("kind")?.as_str()?.to_owned())
    }

    pub(super) fn seal(&mut self, path: &str, bytes: &[u8]) {
        let sealed = Sealed { bytes: bytes.len(), sha256: Self::hash(bytes) };
        self.files.insert(path.to_owned(), sealed);
    }

    /// SHA-256, hexadecimal.
    pub fn hash(bytes: &[u8]) -> String {
        Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        // Strings, numbers and maps with string keys always have a JSON form.
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// Reads a stored manifest.
    ///
    /// # Errors
    /// What is wrong and what to do: a sentence that continues after the file's name.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        if Self::kind(bytes).is_some_and(|kind| kind == "search") {
            return Err(say!("store-manifest-of-search"));
        }
        let own = env!("CARGO_PKG_VERSION");
        let of = serde_json::from_slice::<serde_json::Value>(bytes).unwrap_or_default();
        let (Some(version), schema @ Some(_)) = (of["version"].as_str(), of["schema"].as_u64()) else {
            return Err(say!("store-manifest-damaged"));
        };
        if version != own || schema != Some(u64::from(SCHEMA)) {
            let schema = schema.map_or("?".to_owned(), |schema| schema.to_string());
            let layout = SCHEMA.to_string();
            return Err(say!(
                "store-other-version",
                version = version,
                layout = schema,
                own = own,
                own_layout = layout
            ));
        }
        serde_json::from_slice(bytes).map_err(|fault| say!("store-no-manifest", fault = fault.to_string()))
    }
}

/// The kept columns of a run: each metric as verdicts compare it, then each at the end.
pub fn columns(metrics: &[String]) -> Vec<String> {
    metrics.iter().cloned().chain(metrics.iter().map(|name| format!("{name}.end"))).collect()
}

/// Number of runs in a shard: as wanted, limited by the size of the series; always whole sets of paired runs, one of
/// each design.
pub fn shard_runs(wanted: usize, designs: usize, cells_of_run: usize) -> usize {
    let most = SERIES_CELLS.checked_div(cells_of_run).unwrap_or(usize::MAX);
    let pairs = wanted.div_ceil(designs).min((most / designs).max(1)).max(1);
    pairs.saturating_mul(designs)
}
