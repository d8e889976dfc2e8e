//! The rows that runs store in their part: the result of each run, and its recorded dates if series are kept.
//!
//! Invariant: a column is the same metric in all rows; a metric that a run lacks has the value of nothing, as in its own tables.

use jiff::civil::Date;

use crate::engine::Trajectory;
use crate::error::Error;
use crate::experiment::{Ensemble, Experiment};
use crate::metrics::Metric;
use crate::metrics::names::without;
use crate::stats::compared_values;
use crate::store::Manifest;
use crate::store::frame::{Column, Frame};
use crate::store::manifest::{Kind, columns};
use crate::store::point_table::one_point;
use crate::store::sweep::{Failure, METRICS, SERIES, ShardRows, part};

/// The rows of some runs, in the order of arrival.
pub(super) struct RowBuffer<'a> {
    manifest: &'a Manifest,
    runs: Vec<i64>,
    values: Vec<Vec<f64>>,
    series: Series,
}

/// Rows of their series.
#[derive(Default)]
struct Series {
    runs: Vec<i64>,
    ticks: Vec<i64>,
    dates: Vec<Date>,
    values: Vec<Vec<f64>>,
}

/// Positions of the stored columns in the results of an experiment; a point may add metrics and lack others.
pub(super) struct ColumnMap {
    values: Vec<Place>,
    series: Vec<Place>,
}

/// The position of a column; of a metric that the run lacks, its value without what it measures.
type Place = Result<usize, f64>;

impl ColumnMap {
    pub(super) fn of(manifest: &Manifest, experiment: &Experiment) -> Self {
        let metrics = names(&experiment.metrics);
        let place = |wanted: &String, own: &[String]| own.iter().position(|n| n == wanted).ok_or(without(wanted));
        let places = |wanted: &[String], own: &[String]| wanted.iter().map(|w| place(w, own)).collect();
        ColumnMap { values: places(&manifest.columns, &columns(&metrics)), series: places(&manifest.series, &metrics) }
    }
}

/// The names of metrics.
pub(super) fn names(metrics: &[Metric]) -> Vec<String> {
    metrics.iter().map(|metric| metric.name.clone()).collect()
}

impl<'a> RowBuffer<'a> {
    pub(super) fn of(manifest: &'a Manifest) -> Self {
        let empty = |columns: &[String]| vec![Vec::new(); columns.len()];
        let series = Series { values: empty(&manifest.series), ..Series::default() };
        RowBuffer { manifest, runs: Vec::new(), values: empty(&manifest.columns), series }
    }

    /// Adds a run.
    pub(super) fn add(
        &mut self,
        run: usize,
        experiment: &Experiment,
        design: usize,
        trajectory: &Trajectory,
        map: &ColumnMap,
    ) {
        let values = compared_values(experiment, design, trajectory);
        self.runs.push(run as i64);
        for (column, at) in self.values.iter_mut().zip(&map.values) {
            column.push(at.map_or_else(|none| none, |at| values[at]));
        }
        if self.manifest.series.is_empty() {
            return;
        }
        for (when, row) in experiment.designs[design].model.rows.iter().zip(&trajectory.rows) {
            self.series.runs.push(run as i64);
            self.series.ticks.push(i64::from(when.after));
            self.series.dates.push(when.date);
            for (column, at) in self.series.values.iter_mut().zip(&map.series) {
                column.push(at.map_or_else(|none| none, |at| row[at]));
            }
        }
    }

    /// The rows, with the runs that cannot be made.
    pub(super) fn rows(self, failures: Vec<Failure>) -> ShardRows {
        let manifest = self.manifest;
        let with = |frame: Frame, names: &[String], values: Vec<Vec<f64>>| {
            let frame = names.iter().zip(values).fold(frame, |frame, (n, column)| frame.with(n, Column::Real(column)));
            if manifest.kind == Kind::Run { manifest.describe(frame) } else { frame }
        };
        let metrics = with(keys(manifest, self.runs), &manifest.columns, self.values);
        let of_series = || {
            let Series { runs, ticks, dates, values } = self.series;
            let frame = keys(manifest, runs).with("tick", Column::Whole(ticks)).with("date", Column::Day(dates));
            with(frame, &manifest.series, values)
        };
        let series = (!self.manifest.series.is_empty()).then(of_series);
        ShardRows { metrics, series, failures }
    }
}

/// The columns that say which run each row is of: [`RUN_KEYS`](crate::store::sweep::RUN_KEYS).
fn keys(manifest: &Manifest, runs: Vec<i64>) -> Frame {
    let places: Vec<(usize, usize, usize)> = runs.iter().map(|run| manifest.run(*run as usize)).collect();
    let whole = |of: fn(&(usize, usize, usize)) -> usize| Column::Whole(places.iter().map(|p| of(p) as i64).collect());
    let designs = places.iter().map(|(_, _, design)| manifest.designs[*design].clone()).collect();
    Frame::default()
        .with("run", Column::Whole(runs))
        .with("point", whole(|place| place.0))
        .with("replicate", whole(|place| place.1))
        .with("design", Column::Text(designs))
}

/// The design table and the parts of a run, by name: a run is a sweep of one point.
///
/// # Errors
/// Parts that cannot be made.
pub fn parts(
    manifest: &Manifest,
    experiment: &Experiment,
    ensemble: &Ensemble,
) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let map = ColumnMap::of(manifest, experiment);
    let mut files = vec![("design.parquet".to_owned(), one_point())];
    for shard in 0..manifest.shards() {
        let mut buffer = RowBuffer::of(manifest);
        for run in manifest.of_shard(shard) {
            let (_, replicate, design) = manifest.run(run);
            buffer.add(run, experiment, design, &ensemble.runs[design][replicate], &map);
        }
        let rows = buffer.rows(Vec::new());
        for (folder, frame) in [(METRICS, Some(&rows.metrics)), (SERIES, rows.series.as_ref())] {
            let Some(frame) = frame else { continue };
            let name = part(folder, shard);
            let drawing_error = |fault| Error::Drawing { what: name.clone(), says: format!("{fault}") };
            files.push((name.clone(), frame.to_parquet().map_err(drawing_error)?));
        }
    }
    Ok(files)
}
