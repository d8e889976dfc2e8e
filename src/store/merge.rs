//! Reading all parts of a store: one metric, all rows as CSV, or a check of every file.
//!
//! Invariant: rows are in the order of the runs; memory holds at most one part per thread.

use std::io::Write;

use rayon::prelude::*;

use super::Manifest;
use super::frame::{Column, Frame};
use super::sweep::SweepStore;
use crate::error::Attempt;
use crate::error::Error;
use crate::say;

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

    /// Writes all finished rows as CSV, in the order of the runs: run, point, replicate, design, settings of the point,
    /// metrics. Returns the number of rows.
    ///
    /// # Errors
    /// I/O errors; damaged parts.
    pub fn merge(&self, to: &mut impl Write) -> Result<usize, Error> {
        self.write_csv(&[], &self.manifest.columns, &|shard| self.part(shard), to)
    }

    /// Writes all finished rows of the series as CSV: run, point, replicate, design, settings of the point, tick, date,
    /// metrics. Returns the number of rows.
    ///
    /// # Errors
    /// A store without series; I/O errors; damaged parts.
    pub fn merge_series(&self, to: &mut impl Write) -> Result<usize, Error> {
        if self.manifest.series.is_empty() {
            let folder = self.place.root().display().to_string();
            return Err(Error::Argument(say!("store-keeps-no-series", folder = folder)));
        }
        self.write_csv(&["tick", "date"], &self.manifest.series, &|shard| self.series(shard), to)
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

    /// Rows as CSV: the run and its place, the settings of its point, then the part's columns after `run`.
    fn write_csv(
        &self,
        own: &[&str],
        metrics: &[String],
        read: &(dyn Fn(usize) -> Result<Frame, Error> + Sync),
        to: &mut impl Write,
    ) -> Result<usize, Error> {
        let failed = |source: csv::Error| Error::File {
            attempt: Attempt::Write,
            path: self.place.path("merged.csv"),
            source: source.into(),
        };
        let design = self.design()?;
        let set = &design.columns[1..];
        let mut writer = csv::Writer::from_writer(to);
        let heads = ["run", "point", "replicate", "design"].into_iter();
        let heads = heads.chain(set.iter().map(|(name, _)| name.as_str())).chain(own.iter().copied());
        writer.write_record(heads.chain(metrics.iter().map(String::as_str))).map_err(failed)?;
        let mut rows = 0;
        // The settings of the run's point, formatted once for all its rows.
        let mut before: (Option<i64>, Vec<String>) = (None, Vec::new());
        self.in_order(read, |frame| {
            for (row, run) in frame.wholes("run").unwrap_or_default().iter().enumerate() {
                if before.0 != Some(*run) {
                    let (point, replicate, d) = self.manifest.run(*run as usize);
                    let mut cells = vec![run.to_string(), point.to_string(), replicate.to_string()];
                    cells.push(self.manifest.designs[d].clone());
                    cells.extend(set.iter().map(|(_, column): &(String, Column)| column.cell(point)));
                    before = (Some(*run), cells);
                }
                before.1.iter().try_for_each(|cell| writer.write_field(cell)).map_err(failed)?;
                let rest = frame.columns.iter().skip(1).map(|(_, column)| column.cell(row));
                writer.write_record(rest.collect::<Vec<_>>()).map_err(failed)?;
                rows += 1;
            }
            Ok(())
        })?;
        writer.flush().map_err(|source| failed(source.into()))?;
        Ok(rows)
    }
}
