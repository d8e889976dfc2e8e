//! A folder of runs: what is to be run, stored once, and a part for each shard that is done.
//!
//! ```text
//! manifest.json  scenario.toml  design.parquet         what is to be run; immutable
//! results/metrics/part-000017.parquet                  one row a run; named by the shard alone
//! results/series/part-000017.parquet                   where series are kept: a row for each run and recorded date
//! failed/000017.json                                   runs of the shard that cannot be made, and why
//! ```
//!
//! Invariant: a shard is done when its part of the metrics is there, which comes last; a part holds each of its shard's runs once, but for
//! those that `failed` names. Who ran what, where and in which order leaves no trace.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::Put;
use super::frame::{Frame, Parquet};
use super::manifest::{Kind, Manifest};
use super::place::Place;
use crate::error::Error;
use crate::say;

/// Why a run cannot be made, whatever machine tries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Failure {
    /// The point of the plan.
    pub point: usize,
    /// "scenario": its values do not go together.
    pub kind: String,
    /// Why, in sentences.
    pub says: String,
}

/// A sweep that is stored, or a run, which is a sweep of one point.
#[derive(Clone, Debug)]
pub struct SweepStore {
    /// Where.
    pub place: Place,
    /// What it is.
    pub manifest: Manifest,
}

/// The rows of a shard.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShardRows {
    /// A row a run.
    pub metrics: Frame,
    /// A row for each run and recorded date, where series are kept.
    pub series: Option<Frame>,
    /// What cannot be run.
    pub failures: Vec<Failure>,
}

/// Where the parts lie that hold a row a run.
pub const METRICS: &str = "results/metrics";
/// Where the parts lie that hold a row for each run and recorded date.
pub const SERIES: &str = "results/series";
/// Columns of a part of the series before its metrics.
const SERIES_KEYS: [&str; 3] = ["run", "tick", "date"];

impl SweepStore {
    /// Stores what is to be run below `parent`, or opens it where it is stored already.
    ///
    /// # Errors
    /// What the machine says; a folder of that name that holds something else.
    pub fn begin(
        parent: &Path,
        manifest: Manifest,
        inputs: &[(String, Vec<u8>)],
        design: &[u8],
    ) -> Result<Self, Error> {
        let place = Place::reach(&parent.join(&manifest.scenario).join(&manifest.id))?;
        for (name, bytes) in inputs {
            place.put(name, bytes)?;
        }
        place.put("design.parquet", design)?;
        // The last: a folder without it is no sweep yet.
        place.put("manifest.json", &manifest.bytes())?;
        Ok(SweepStore { place, manifest })
    }

    /// A stored sweep, or a stored run.
    ///
    /// # Errors
    /// A folder that is neither, or of another version; what the machine says.
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
        let of_run = store.manifest.files.get_key_value("scenario.toml").map(|(name, file)| (&**name, &file.sha256));
        for (name, hash) in inputs.chain(of_run).chain([design]) {
            if Manifest::hash(&store.bytes(name)?) != *hash {
                return Err(store.changed(name));
            }
        }
        Ok(store)
    }

    /// Whether this is a run, which is whole from the start.
    pub fn is_run(&self) -> bool {
        self.manifest.kind == Kind::Run
    }

    /// The points of the plan: `point`, and a column for each lever and uncertainty.
    ///
    /// # Errors
    /// A file that is not there or cannot be read.
    pub fn design(&self) -> Result<Frame, Error> {
        Frame::from_parquet(self.bytes("design.parquet")?).map_err(|_| self.changed("design.parquet"))
    }

    /// The shards that are done, in rising order.
    ///
    /// # Errors
    /// What the machine says.
    pub fn done(&self) -> Result<Vec<usize>, Error> {
        let missing = self.missing()?;
        Ok((0..self.manifest.shards()).filter(|shard| missing.binary_search(shard).is_err()).collect())
    }

    /// The shards that are not done, in rising order: one look into one folder.
    ///
    /// # Errors
    /// What the machine says.
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

    /// Puts the rows of a shard: last of all those that say that it is done.
    ///
    /// # Errors
    /// What the machine says; other rows that are there already.
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

    /// The rows of a shard that is done.
    ///
    /// # Errors
    /// A part that is not there, is torn, or holds other columns or runs than it should.
    pub fn part(&self, shard: usize) -> Result<Frame, Error> {
        self.part_columns(shard, |_| true)
    }

    /// The same, of some columns after `run`.
    pub(super) fn part_columns(&self, shard: usize, keep: impl Fn(&str) -> bool) -> Result<Frame, Error> {
        let name = part(METRICS, shard);
        let keep = |column: &str| column == "run" || keep(column);
        let frame = self.read_part(&name, shard, &["run"], &self.manifest.columns, keep)?;
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

    /// The series of a shard that is done: `run`, `tick`, `date`, and the metrics that are kept.
    ///
    /// # Errors
    /// A part that is not there, is torn, or holds other columns or runs than that of the metrics.
    pub fn series(&self, shard: usize) -> Result<Frame, Error> {
        let name = part(SERIES, shard);
        let frame = self.read_part(&name, shard, &SERIES_KEYS, &self.manifest.series, |_| true)?;
        let mut runs = frame.wholes("run").unwrap_or_default().to_vec();
        runs.dedup();
        if self.part_columns(shard, |_| false)?.wholes("run") != Some(&runs) {
            return Err(self.torn(&name, shard, Damage::Runs));
        }
        Ok(frame)
    }

    /// Some columns of a part that holds those that it should.
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

    /// What of a shard cannot be run.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn failures(&self, shard: usize) -> Result<Vec<Failure>, Error> {
        let name = format!("failed/{shard:06}.json");
        let Some(bytes) = self.place.get(&name)? else { return Ok(Vec::new()) };
        serde_json::from_slice(&bytes).map_err(|_| self.torn(&name, shard, Damage::Torn))
    }

    /// The bytes of what was stored before anything was run.
    ///
    /// # Errors
    /// What the machine says; a file that is not there.
    pub fn bytes(&self, name: &str) -> Result<Vec<u8>, Error> {
        let missing = || if self.is_run() { say!("store-run-lacks-file") } else { say!("store-sweep-lacks-file") };
        self.place.get(name)?.ok_or_else(|| self.fault(name, missing()))
    }

    /// That something is not what was stored before anything was run.
    pub(super) fn changed(&self, name: &str) -> Error {
        self.fault(name, if self.is_run() { say!("store-run-changed-again") } else { say!("store-sweep-changed") })
    }

    /// That something of a shard is not what was written, and what to delete so that the shard is run again.
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
