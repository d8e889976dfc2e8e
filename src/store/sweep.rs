//! A sweep's folder: what is to be run, stored once, and a part for each shard that is done.
//!
//! ```text
//! manifest.json  scenario.toml  design.parquet         what is to be run; immutable
//! results/metrics/part-000017.parquet                  one row a run; named by the shard alone
//! failed/000017.json                                   runs of the shard that cannot be made, and why
//! ```
//!
//! Invariant: a shard is done when its part is there; a part holds each of its shard's runs once, but for those that `failed` names. Who
//! ran what, where and in which order leaves no trace.

use std::collections::BTreeMap;
use std::io::Write;
use std::ops::Range;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::Manifest;
use super::frame::{Column, Frame};
use super::place::{Place, Put};
use crate::error::Error;

/// Raised when a reader of sweeps must know that something moved.
const SCHEMA: u32 = 1;

/// `manifest.json` of a sweep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SweepManifest {
    /// "sweep": what this folder is.
    pub kind: String,
    /// Version of the folder's layout.
    pub schema: u32,
    /// The folder's name: a hash of all that follows.
    pub id: String,
    /// Version of the program.
    pub version: String,
    /// The scenario's name.
    pub scenario: String,
    /// Hash of the scenario as resolved.
    pub scenario_hash: String,
    /// Hash of `design.parquet`.
    pub design_hash: String,
    /// The one number behind all luck.
    pub seed: u64,
    /// Points of the plan.
    pub points: usize,
    /// Paired runs of each design at each point.
    pub replicates: usize,
    /// Names of the designs, the baseline first.
    pub designs: Vec<String>,
    /// Runs of a shard, but for the last.
    pub shard_runs: usize,
    /// The metric that verdicts compare.
    pub headline: String,
    /// Columns of the parts after `run`.
    pub columns: Vec<String>,
}

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

/// A sweep that is stored.
#[derive(Clone, Debug)]
pub struct SweepStore {
    /// Where.
    pub place: Place,
    /// What it is.
    pub manifest: SweepManifest,
}

impl SweepManifest {
    /// The same with its identity, which everything else makes.
    #[must_use]
    pub fn sealed(mut self) -> Self {
        "sweep".clone_into(&mut self.kind);
        self.schema = SCHEMA;
        env!("CARGO_PKG_VERSION").clone_into(&mut self.version);
        self.id = String::new();
        let bytes = serde_json::to_vec(&self).unwrap_or_default();
        self.id = Manifest::hash(&bytes);
        self.id.truncate(12);
        self
    }
    /// How many runs there are.
    pub fn runs(&self) -> usize {
        self.points * self.replicates * self.designs.len()
    }
    /// How many shards.
    pub fn shards(&self) -> usize {
        self.runs().div_ceil(self.shard_runs.max(1))
    }
    /// The runs of a shard.
    pub fn of_shard(&self, shard: usize) -> Range<usize> {
        let from = shard * self.shard_runs;
        from..(from + self.shard_runs).min(self.runs())
    }
    /// Point, replicate and design of a run: designs fastest, so that those of one luck stand together.
    pub fn run(&self, run: usize) -> (usize, usize, usize) {
        let (pair, design) = (run / self.designs.len(), run % self.designs.len());
        (pair / self.replicates, pair % self.replicates, design)
    }
}

impl SweepStore {
    /// Stores what is to be run below `parent`, or opens it where it is stored already.
    ///
    /// # Errors
    /// What the machine says; a folder of that name that holds something else.
    pub fn begin(
        parent: &Path,
        manifest: SweepManifest,
        inputs: &[(String, Vec<u8>)],
        design: &[u8],
    ) -> Result<Self, Error> {
        let place = Place::at(&parent.join(&manifest.scenario).join(&manifest.id));
        for (name, bytes) in inputs {
            place.put(name, bytes)?;
        }
        place.put("design.parquet", design)?;
        // The last: a folder without it is no sweep yet.
        let mut bytes = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
        bytes.push(b'\n');
        place.put("manifest.json", &bytes)?;
        Ok(SweepStore { place, manifest })
    }

    /// A stored sweep.
    ///
    /// # Errors
    /// A folder that is no sweep, or of another version; what the machine says.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        let place = Place::at(folder);
        let wrong = |says: &str| Error::Stored { path: place.path("manifest.json"), says: says.to_owned() };
        let bytes = place.get("manifest.json")?.ok_or_else(|| wrong("is not there, so this folder is no sweep"))?;
        let manifest: SweepManifest = serde_json::from_slice(&bytes)
            .map_err(|_| wrong("is not a manifest of a sweep of this version; nothing was overwritten"))?;
        if manifest.schema != SCHEMA || manifest.version != env!("CARGO_PKG_VERSION") {
            let says = format!(
                "was stored by version {} and this is {}: go on with that one, or sweep into another folder with --out",
                manifest.version,
                env!("CARGO_PKG_VERSION")
            );
            return Err(wrong(&says));
        }
        if manifest.clone().sealed() != manifest {
            return Err(wrong("was changed after the sweep was stored"));
        }
        let store = SweepStore { place, manifest };
        if Manifest::hash(&store.bytes("design.parquet")?) != store.manifest.design_hash {
            let says = "was changed after the sweep was stored".to_owned();
            return Err(Error::Stored { path: store.place.path("design.parquet"), says });
        }
        Ok(store)
    }

    /// The points of the plan: `point`, and a column for each lever and uncertainty.
    ///
    /// # Errors
    /// A file that is not there or cannot be read.
    pub fn design(&self) -> Result<Frame, Error> {
        self.frame("design.parquet")
    }

    /// The shards that are not done, in rising order: one look into one folder.
    ///
    /// # Errors
    /// What the machine says.
    pub fn missing(&self) -> Result<Vec<usize>, Error> {
        let mut open = vec![true; self.manifest.shards()];
        for name in self.place.names(PARTS)? {
            let shard =
                name.strip_prefix("part-").and_then(|rest| rest.strip_suffix(".parquet")?.parse::<usize>().ok());
            if let Some(slot) = shard.and_then(|shard| open.get_mut(shard)) {
                *slot = false;
            }
        }
        Ok((0..open.len()).filter(|shard| open[*shard]).collect())
    }

    /// Puts the rows of a shard, after what of it cannot be run.
    ///
    /// # Errors
    /// What the machine says; other rows that are there already.
    pub fn publish(&self, shard: usize, rows: &Frame, failures: &[Failure]) -> Result<Put, Error> {
        if !failures.is_empty() {
            let mut bytes = serde_json::to_vec_pretty(failures).unwrap_or_default();
            bytes.push(b'\n');
            self.place.put(&format!("failed/{shard:06}.json"), &bytes)?;
        }
        let bytes = rows.to_parquet().map_err(|fault| Error::Stored {
            path: self.place.path(&part(shard)),
            says: format!("cannot be made: {fault}"),
        })?;
        self.place.put(&part(shard), &bytes)
    }

    /// The rows of a shard that is done.
    ///
    /// # Errors
    /// A part that is not there, is torn, or holds other columns or runs than it should.
    pub fn part(&self, shard: usize) -> Result<Frame, Error> {
        let frame = self.frame(&part(shard))?;
        let wrong = |says: String| Error::Stored { path: self.place.path(&part(shard)), says };
        let columns: Vec<&str> = frame.columns.iter().map(|(name, _)| name.as_str()).collect();
        let wanted: Vec<&str> =
            std::iter::once("run").chain(self.manifest.columns.iter().map(String::as_str)).collect();
        if columns != wanted {
            return Err(wrong("holds other columns than the manifest says".to_owned()));
        }
        let failed = self.failures(shard)?;
        let runs = self.manifest.of_shard(shard);
        let due = runs.filter(|run| !failed.iter().any(|f| f.point == self.manifest.run(*run).0));
        let there = frame.wholes("run").unwrap_or_default();
        if !due.map(|run| run as i64).eq(there.iter().copied()) {
            return Err(wrong("does not hold each of its runs once".to_owned()));
        }
        Ok(frame)
    }

    /// What of a shard cannot be run.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn failures(&self, shard: usize) -> Result<Vec<Failure>, Error> {
        let name = format!("failed/{shard:06}.json");
        let Some(bytes) = self.place.get(&name)? else { return Ok(Vec::new()) };
        serde_json::from_slice(&bytes)
            .map_err(|fault| Error::Stored { path: self.place.path(&name), says: fault.to_string() })
    }

    /// Every row of what is done as CSV, in the order of the runs: run, point, replicate, design, what the point sets, metrics.
    ///
    /// # Errors
    /// What the machine says; parts that are torn.
    pub fn merge(&self, to: &mut impl Write) -> Result<usize, Error> {
        let path = self.place.path("merged.csv");
        let broken =
            |source: csv::Error| Error::File { verb: "cannot write", path: path.clone(), source: source.into() };
        let design = self.design()?;
        let mut writer = csv::Writer::from_writer(to);
        let own = ["run", "point", "replicate", "design"].into_iter();
        let set = design.columns.iter().skip(1).map(|(name, _)| name.as_str());
        let heads: Vec<&str> = own.chain(set).chain(self.manifest.columns.iter().map(String::as_str)).collect();
        writer.write_record(&heads).map_err(broken)?;
        let missing: BTreeMap<usize, ()> = self.missing()?.into_iter().map(|shard| (shard, ())).collect();
        let mut rows = 0;
        for shard in (0..self.manifest.shards()).filter(|shard| !missing.contains_key(shard)) {
            let frame = self.part(shard)?;
            for (row, run) in frame.wholes("run").unwrap_or_default().iter().enumerate() {
                let (point, replicate, d) = self.manifest.run(*run as usize);
                let mut cells =
                    vec![run.to_string(), point.to_string(), replicate.to_string(), self.manifest.designs[d].clone()];
                cells.extend(design.columns.iter().skip(1).map(|(_, column)| column.cell(point)));
                cells.extend(frame.columns.iter().skip(1).map(|(_, column)| column.cell(row)));
                writer.write_record(&cells).map_err(broken)?;
                rows += 1;
            }
        }
        writer.flush().map_err(|source| Error::File { verb: "cannot write", path: path.clone(), source })?;
        Ok(rows)
    }

    /// One metric of all runs that are done: run and value, in the order of the runs.
    ///
    /// # Errors
    /// What the machine says; parts that are torn; a column that is not there.
    pub fn column(&self, name: &str) -> Result<Vec<(usize, f64)>, Error> {
        let missing = self.missing()?;
        let mut list = Vec::new();
        for shard in (0..self.manifest.shards()).filter(|shard| missing.binary_search(shard).is_err()) {
            let frame = self.part(shard)?;
            let Some(values) = frame.reals(name) else {
                let says = format!("has no column {name}");
                return Err(Error::Stored { path: self.place.path(&part(shard)), says });
            };
            list.extend(
                frame.wholes("run").unwrap_or_default().iter().map(|run| *run as usize).zip(values.iter().copied()),
            );
        }
        Ok(list)
    }

    fn bytes(&self, name: &str) -> Result<Vec<u8>, Error> {
        let gone = || Error::Stored { path: self.place.path(name), says: "is not there".to_owned() };
        self.place.get(name)?.ok_or_else(gone)
    }

    fn frame(&self, name: &str) -> Result<Frame, Error> {
        let torn = |fault| Error::Stored { path: self.place.path(name), says: format!("cannot be read: {fault}") };
        Frame::from_parquet(self.bytes(name)?).map_err(torn)
    }
}

const PARTS: &str = "results/metrics";

fn part(shard: usize) -> String {
    format!("{PARTS}/part-{shard:06}.parquet")
}

/// The points of a plan as a frame; text columns where a factor takes words.
pub fn points(names: &[String], points: &[Vec<Option<crate::plan::Level>>]) -> Frame {
    use crate::plan::Level;
    let mut frame = Frame::default().with("point", Column::Whole((0..points.len() as i64).collect()));
    for (j, name) in names.iter().enumerate() {
        let words = points.iter().any(|point| matches!(point[j], Some(Level::Word(_))));
        let column = if words {
            let word = |point: &Vec<Option<Level>>| match &point[j] {
                Some(Level::Word(word)) => word.clone(),
                Some(Level::Number(x)) => x.to_string(),
                None => String::new(),
            };
            Column::Text(points.iter().map(word).collect())
        } else {
            let number = |point: &Vec<Option<Level>>| match point[j] {
                Some(Level::Number(x)) => x,
                _ => f64::NAN,
            };
            Column::Real(points.iter().map(number).collect())
        };
        frame = frame.with(name, column);
    }
    frame
}
