//! Reading all parts of a store: one metric, all rows as a table, or a check of every file.
//!
//! Invariant: rows are in the order of the runs; memory holds at most one part per thread, and one group of rows.

use std::io::Write;

use rayon::prelude::*;

use super::Manifest;
use super::frame::{Column, Frame};
use super::sink::{Form, Sink};
use super::sweep::{RUN_KEYS, SERIES_KEYS, SweepStore};
use crate::error::Error;
use crate::say;
use crate::scenario::nearest;

/// Rows that are written together.
const GROUP: usize = 50_000;

impl SweepStore {
    /// One metric of all finished runs: `(run, value)`, in the order of the runs.
    ///
    /// # Errors
    /// I/O errors; damaged parts; a missing column.
    pub fn column(&self, name: &str) -> Result<Vec<(usize, f64)>, Error> {
        let mut list = Vec::new();
        self.for_each_value(name, |run, value| list.push((run, value)))?;
        Ok(list)
    }

    /// As [`SweepStore::column`], but calls `visit` for each run.
    ///
    /// # Errors
    /// I/O errors; damaged parts; a missing column.
    pub fn for_each_value(&self, name: &str, mut visit: impl FnMut(usize, f64)) -> Result<(), Error> {
        if !self.manifest.columns.iter().any(|known| known == name) {
            return Err(self.fault("manifest.json", say!("store-no-column", name = name)));
        }
        self.in_order(&|shard| self.part_columns(shard, |column| column == name), |frame| {
            let runs = frame.wholes("run").unwrap_or_default();
            runs.iter()
                .zip(frame.reals(name).unwrap_or_default())
                .for_each(|(run, value)| visit(*run as usize, *value));
            Ok(())
        })
    }

    /// Writes all finished rows, in the order of the runs: run, point, replicate, design, settings of the point, metrics. Returns the
    /// number of rows.
    ///
    /// # Errors
    /// I/O errors; damaged parts.
    pub fn merge(&self, form: Form, to: &mut (dyn Write + Send)) -> Result<usize, Error> {
        let heads = Heads { keys: &RUN_KEYS, times: &[], metrics: &self.manifest.columns, designs: &[] };
        self.write_rows(&heads, &|shard| self.part(shard), form, to)
    }

    /// Writes all finished rows of the series: run, point, replicate, design, settings of the point, tick, date, metrics. Returns the
    /// number of rows.
    ///
    /// # Errors
    /// A store without series; I/O errors; damaged parts.
    pub fn merge_series(&self, form: Form, to: &mut (dyn Write + Send)) -> Result<usize, Error> {
        self.require_series()?;
        let heads = Heads { keys: &RUN_KEYS, times: &["tick", "date"], metrics: &self.manifest.series, designs: &[] };
        self.write_rows(&heads, &|shard| self.series(shard), form, to)
    }

    /// Writes the series of some metrics under some designs, a column for each metric; with no names given, of all. Rows of a sweep begin
    /// with the point and its settings. Returns the number of rows.
    ///
    /// # Errors
    /// A store without series; a name that it does not have; I/O errors; damaged parts.
    pub fn export(
        &self,
        metrics: &[String],
        designs: &[String],
        form: Form,
        to: &mut (dyn Write + Send),
    ) -> Result<usize, Error> {
        self.require_series()?;
        let all = &self.manifest.series;
        self.require_names(metrics, all, "metric")?;
        self.require_names(designs, &self.manifest.designs, "design")?;
        // A name that is given twice is one column.
        let mut once: Vec<String> = Vec::new();
        for name in if metrics.is_empty() { all } else { metrics } {
            if !once.contains(name) {
                once.push(name.clone());
            }
        }
        let metrics = once.as_slice();
        let keys: &[&str] = if self.is_run() { &["design", "replicate"] } else { &["point", "design", "replicate"] };
        let heads = Heads { keys, times: &["date"], metrics, designs };
        let kept = |column: &str| SERIES_KEYS.contains(&column) || metrics.iter().any(|metric| metric == column);
        self.write_rows(&heads, &|shard| self.series_columns(shard, kept), form, to)
    }

    fn require_series(&self) -> Result<(), Error> {
        if self.manifest.series.is_empty() {
            let folder = self.place.root().display().to_string();
            return Err(Error::Argument(say!("store-keeps-no-series", folder = folder)));
        }
        Ok(())
    }

    /// Refuses a name that is not among those of the store. `kind`: metric or design.
    fn require_names(&self, names: &[String], all: &[String], kind: &str) -> Result<(), Error> {
        let Some(unknown) = names.iter().find(|name| !all.contains(name)) else { return Ok(()) };
        let near = match nearest(unknown, all.iter().map(String::as_str)) {
            Some(near) => say!("store-export-nearest", name = near),
            None => all.iter().take(12).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "),
        };
        let folder = self.place.root().display().to_string();
        Err(Error::Argument(say!("store-export-unknown", folder = folder, kind = kind, name = unknown, near = near)))
    }

    /// Reads every finished part, and every file of a run; returns the numbers of parts and of missing parts.
    ///
    /// # Errors
    /// The first file that differs from what was written.
    pub fn verify(&self) -> Result<(usize, usize), Error> {
        let whole = |shard| {
            if !self.manifest.series.is_empty() {
                self.series(shard)?;
            }
            self.part(shard)
        };
        let mut parts = 0;
        self.in_order(&whole, |_| {
            parts += 1;
            Ok(())
        })?;
        for (name, sealed) in &self.manifest.files {
            if Manifest::hash(&self.bytes(name)?) != sealed.sha256 {
                return Err(self.changed(name));
            }
        }
        Ok((parts, self.manifest.shards() - parts))
    }

    /// The content of each finished shard, in order; read in parallel.
    fn in_order(
        &self,
        read: &(dyn Fn(usize) -> Result<Frame, Error> + Sync),
        mut visit: impl FnMut(&Frame) -> Result<(), Error>,
    ) -> Result<(), Error> {
        for some in self.done()?.chunks(rayon::current_num_threads()) {
            let frames = some.par_iter().map(|shard| read(*shard)).collect::<Result<Vec<Frame>, Error>>()?;
            frames.iter().try_for_each(&mut visit)?;
        }
        Ok(())
    }

    /// Rows with what says which run they are of, the settings of the run's point, and then the columns of `heads`.
    fn write_rows(
        &self,
        heads: &Heads<'_>,
        read: &(dyn Fn(usize) -> Result<Frame, Error> + Sync),
        form: Form,
        to: &mut (dyn Write + Send),
    ) -> Result<usize, Error> {
        let design = self.design()?;
        let mut sink = Sink::of(form, to);
        let mut rows = 0;
        let mut waiting: Option<Frame> = None;
        self.in_order(read, |frame| {
            let frame = self.table(heads, frame, &design);
            rows += frame.rows();
            match &mut waiting {
                Some(before) if before.rows() < GROUP => before.append(frame),
                before => {
                    if let Some(whole) = before.replace(frame) {
                        sink.write(&whole)?;
                    }
                }
            }
            Ok(())
        })?;
        // Without a finished shard there are heads and no row.
        let last = waiting.unwrap_or_else(|| self.table(heads, &Frame::default(), &design));
        sink.write(&last)?;
        sink.end()?;
        Ok(rows)
    }

    /// The rows of a part as a table.
    fn table(&self, heads: &Heads<'_>, part: &Frame, design: &Frame) -> Frame {
        let none = Column::Text(Vec::new());
        let column = |name: &str| part.column(name).unwrap_or(&none);
        let wanted = |row: &usize| match column("design") {
            _ if heads.designs.is_empty() => true,
            Column::Text(list) => list.get(*row).is_some_and(|name| heads.designs.contains(name)),
            _ => true,
        };
        let rows: Vec<usize> = (0..part.rows()).filter(wanted).collect();
        let points = part.wholes("point").unwrap_or_default();
        let points: Vec<usize> = rows.iter().map(|row| points[*row] as usize).collect();
        let named = |frame: Frame, name: &str| frame.with(name, column(name).rows(&rows));
        let frame = heads.keys.iter().fold(Frame::default(), |frame, name| named(frame, name));
        let set = design.columns.iter().skip(1);
        let frame = set.fold(frame, |frame, (name, column)| frame.with(name, column.rows(&points)));
        let frame = heads.times.iter().fold(frame, |frame, name| named(frame, name));
        let frame = heads.metrics.iter().fold(frame, |frame, name| named(frame, name));
        self.manifest.describe(frame)
    }
}

/// The columns of a table that is written.
struct Heads<'a> {
    /// Of the run.
    keys: &'a [&'a str],
    /// Of the row in time.
    times: &'a [&'a str],
    metrics: &'a [String],
    /// The designs whose rows are written; all if there is none.
    designs: &'a [String],
}
