//! The folder of a sweep: its specification, stored once, and a part for each finished shard.
//!
//! ```text
//! manifest.json  scenario.toml  design.parquet         the specification; immutable
//! results/metrics/part-000017.parquet                  one row per run; named by the shard alone
//! results/series/part-000017.parquet                   if series are kept: one row per run and recorded date
//! failed/000017.json                                   runs of the shard that cannot be made, and why
//! ```
//!
//! Invariant: a shard is finished when its part of the metrics exists, which is written last; a part holds each run of
//! its shard once, except those in `failed`. Nothing depends on who ran a shard, where, or in which order.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::Put;
use super::frame::Frame;
use super::manifest::{Kind, Manifest};
use super::parquet_file::Parquet;
use super::place::Place;
use crate::error::Error;
use crate::say;

/// Why a run cannot be made, on any machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Failure {
    /// Index of the point in the plan.
    pub point: usize,
    /// "scenario": its values are not valid together.
    pub kind: String,
    /// The reason, in sentences.
    pub says: String,
}

/// A stored sweep, or a stored run, which is a sweep of one point.
#[derive(Clone, Debug)]
pub struct SweepStore {
    /// Its folder or bucket.
    pub place: Place,
    /// Its manifest.
    pub manifest: Manifest,
}

/// The rows of a shard.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShardRows {
    /// One row per run.
    pub metrics: Frame,
    /// One row per run and recorded date, if series are kept.
    pub series: Option<Frame>,
    /// Runs that cannot be made.
    pub failures: Vec<Failure>,
}

/// Folder of the parts with one row per run.
pub const METRICS: &str = "results/metrics";
/// Folder of the parts with one row per run and recorded date.
pub const SERIES: &str = "results/series";
/// Columns of a part before its metrics: which run a row is of.
pub const RUN_KEYS: [&str; 4] = ["run", "point", "replicate", "design"];
/// Columns of a part of the series before its metrics.
pub const SERIES_KEYS: [&str; 6] = ["run", "point", "replicate", "design", "tick", "date"];

impl SweepStore {
    /// Stores a specification below `parent`, or opens it if it is already stored.
    ///
    /// # Errors
    /// I/O errors; a folder of that name with other content.
    pub fn begin(
        parent: &Path,
        manifest: Manifest,
        inputs: &[(String, Vec<u8>)],
        design: &[u8],
    ) -> Result<Self, Error> {
        let place = Place::reach(&parent.join(&manifest.scenario).join(&manifest.id))?;
        ["", METRICS, SERIES, "failed"].iter().for_each(|folder| place.sweep_out(folder));
        // A sweep that is there stays as it is: its scenario may differ in comments alone. What it has lost is written again.
        if let Some(there) = place.get("manifest.json")?.and_then(|bytes| Manifest::read(&bytes).ok()) {
            let design = ("design.parquet".to_owned(), design.to_vec());
            let hash = |name: &str| there.inputs.get(name).unwrap_or(&there.design_hash);
            for (name, bytes) in inputs.iter().chain([&design]) {
                if Manifest::hash(bytes) == *hash(name) {
                    place.put(name, bytes)?;
                }
            }
            return SweepStore::open(place.root());
        }
        for (name, bytes) in inputs {
            place.put(name, bytes)?;
        }
        place.put("design.parquet", design)?;
        // Written last: a folder without it is not yet a sweep.
        place.put("manifest.json", &manifest.bytes())?;
        Ok(SweepStore { place, manifest })
    }

    /// Opens a stored sweep or a stored run.
    ///
    /// # Errors
    /// A folder that is neither, or of another version; I/O errors.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        let place = Place::reach(folder)?;
        let wrong = |says: String| Error::Stored { path: place.path("manifest.json"), says };
        let bytes = place.get("manifest.json")?.ok_or_else(|| wrong(say!("store-no-sweep-and-no-run")))?;
        let manifest = Manifest::read(&bytes).map_err(wrong)?;
        let store = SweepStore { place, manifest };
        if store.manifest.clone().sealed() != store.manifest {
            return Err(store.changed("manifest.json"));
        }
        let design = ("design.parquet", &store.manifest.design_hash);
        let inputs = store.manifest.inputs.iter().map(|(name, hash)| (name.as_str(), hash));
        for (name, hash) in inputs.chain([design]) {
            if Manifest::hash(&store.bytes(name)?) != *hash {
                return Err(store.changed(name));
            }
        }
        Ok(store)
    }

    /// Whether this is a run, which is always complete.
    pub fn is_run(&self) -> bool {
        self.manifest.kind == Kind::Run
    }

    /// The points of the plan: `point`, and one column per lever and uncertainty.
    ///
    /// # Errors
    /// A file that is missing or cannot be read.
    pub fn design(&self) -> Result<Frame, Error> {
        Frame::from_parquet(self.bytes("design.parquet")?).map_err(|_| self.changed("design.parquet"))
    }

    /// The finished shards, in increasing order.
    ///
    /// # Errors
    /// I/O errors.
    pub fn done(&self) -> Result<Vec<usize>, Error> {
        let missing = self.missing()?;
        Ok((0..self.manifest.shards()).filter(|shard| missing.binary_search(shard).is_err()).collect())
    }

    /// The unfinished shards, in increasing order; reads one folder listing.
    ///
    /// # Errors
    /// I/O errors.
    pub fn missing(&self) -> Result<Vec<usize>, Error> {
        let mut open = vec![true; self.manifest.shards()];
        for name in self.place.names(METRICS)? {
            let shard =
                name.strip_prefix("part-").and_then(|rest| rest.strip_suffix(".parquet")?.parse::<usize>().ok());
            if let Some(slot) = shard.and_then(|shard| open.get_mut(shard)) {
                *slot = false;
            }
        }
        Ok((0..open.len()).filter(|shard| open[*shard]).collect())
    }

    /// Stores the rows of a shard; the part that marks it as finished comes last.
    ///
    /// # Errors
    /// I/O errors; other rows that already exist.
    pub fn publish(&self, shard: usize, rows: &ShardRows) -> Result<Put, Error> {
        if !rows.failures.is_empty() {
            let mut bytes = serde_json::to_vec_pretty(&rows.failures).unwrap_or_default();
            bytes.push(b'\n');
            self.place.put(&format!("failed/{shard:06}.json"), &bytes)?;
        }
        if let Some(series) = &rows.series {
            self.put(&part(SERIES, shard), series)?;
        }
        self.put(&part(METRICS, shard), &rows.metrics)
    }

    fn put(&self, name: &str, frame: &Frame) -> Result<Put, Error> {
        let bytes = frame
            .to_parquet()
            .map_err(|fault| self.fault(name, say!("store-cannot-be-made", fault = fault.to_string())))?;
        self.place.put(name, &bytes)
    }

    /// The rows of a finished shard.
    ///
    /// # Errors
    /// A part that is missing, damaged, or has unexpected columns or runs.
    pub fn part(&self, shard: usize) -> Result<Frame, Error> {
        self.part_columns(shard, |_| true)
    }

    /// As [`SweepStore::part`], with `run` and some of the other columns.
    pub(super) fn part_columns(&self, shard: usize, keep: impl Fn(&str) -> bool) -> Result<Frame, Error> {
        let name = part(METRICS, shard);
        let keep = |column: &str| column == "run" || keep(column);
        let frame = self.read_part(&name, shard, &RUN_KEYS, &self.manifest.columns, keep)?;
        let runs = self.manifest.of_shard(shard);
        let there = frame.wholes("run").unwrap_or_default().iter().copied();
        if runs.clone().map(|run| run as i64).eq(there.clone()) {
            return Ok(frame);
        }
        let failed = self.failures(shard)?;
        let due = runs.filter(|run| !failed.iter().any(|f| f.point == self.manifest.run(*run).0));
        if !due.map(|run| run as i64).eq(there) {
            return Err(self.torn(&name, shard, Damage::Runs));
        }
        Ok(frame)
    }

    /// The series of a finished shard: [`SERIES_KEYS`] and the kept metrics.
    ///
    /// # Errors
    /// A part that is missing, damaged, or has other columns or runs than the part of the metrics.
    pub fn series(&self, shard: usize) -> Result<Frame, Error> {
        self.series_columns(shard, |_| true)
    }

    /// As [`SweepStore::series`], with `run` and some of the other columns.
    pub(super) fn series_columns(&self, shard: usize, keep: impl Fn(&str) -> bool) -> Result<Frame, Error> {
        let name = part(SERIES, shard);
        let keep = |column: &str| column == "run" || keep(column);
        let frame = self.read_part(&name, shard, &SERIES_KEYS, &self.manifest.series, keep)?;
        let mut runs = frame.wholes("run").unwrap_or_default().to_vec();
        runs.dedup();
        if self.part_columns(shard, |_| false)?.wholes("run") != Some(&runs) {
            return Err(self.torn(&name, shard, Damage::Runs));
        }
        Ok(frame)
    }

    /// Reads some columns of a part and checks that it has the expected ones.
    fn read_part(
        &self,
        name: &str,
        shard: usize,
        own: &[&str],
        metrics: &[String],
        keep: impl Fn(&str) -> bool,
    ) -> Result<Frame, Error> {
        let torn = |_| self.torn(name, shard, Damage::Torn);
        let bytes = self.place.get(name)?.ok_or_else(|| self.torn(name, shard, Damage::Missing))?;
        let parquet = Parquet::open(bytes).map_err(torn)?;
        if !parquet.names().eq(own.iter().copied().chain(metrics.iter().map(String::as_str))) {
            return Err(self.torn(name, shard, Damage::Columns));
        }
        parquet.frame(keep).map_err(torn)
    }

    /// The runs of a shard that cannot be made.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn failures(&self, shard: usize) -> Result<Vec<Failure>, Error> {
        let name = format!("failed/{shard:06}.json");
        let Some(bytes) = self.place.get(&name)? else { return Ok(Vec::new()) };
        serde_json::from_slice(&bytes).map_err(|_| self.torn(&name, shard, Damage::Torn))
    }

    /// The bytes of a file of the specification.
    ///
    /// # Errors
    /// I/O errors; a missing file.
    pub fn bytes(&self, name: &str) -> Result<Vec<u8>, Error> {
        let missing = || if self.is_run() { say!("store-run-lacks-file") } else { say!("store-sweep-lacks-file") };
        self.place.get(name)?.ok_or_else(|| self.fault(name, missing()))
    }

    /// The error for a changed file of the specification.
    pub(super) fn changed(&self, name: &str) -> Error {
        self.fault(name, if self.is_run() { say!("store-run-changed-again") } else { say!("store-sweep-changed") })
    }

    /// The error for a damaged file of a shard; it says what to delete so that the shard is run again.
    fn torn(&self, name: &str, shard: usize, damage: Damage) -> Error {
        let damage = damage.text();
        let folder = self.place.root().display().to_string();
        let metrics = part(METRICS, shard);
        let says = if self.is_run() {
            say!("store-run-torn", damage = damage)
        } else if name == metrics {
            say!("store-part-torn", damage = damage, folder = folder)
        } else {
            say!("store-parts-torn", damage = damage, other = metrics, folder = folder)
        };
        self.fault(name, says)
    }

    pub(super) fn fault(&self, name: &str, says: String) -> Error {
        Error::Stored { path: self.place.path(name), says }
    }
}

/// How a file of a shard differs from what was written.
enum Damage {
    Missing,
    Torn,
    Columns,
    Runs,
}

impl Damage {
    fn text(&self) -> String {
        match self {
            Damage::Missing => say!("store-damage-missing"),
            Damage::Torn => say!("store-damage-torn"),
            Damage::Columns => say!("store-damage-columns"),
            Damage::Runs => say!("store-damage-runs"),
        }
    }
}

/// The name of a shard's part in a folder of parts.
pub fn part(folder: &str, shard: usize) -> String {
    format!("{folder}/part-{shard:06}.parquet")
}
