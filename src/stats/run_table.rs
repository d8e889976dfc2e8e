//! The values of an ensemble as a table, from which all statistics are computed.
//!
//! Invariant: values are in the order of the replicates, so that the values of two designs are paired.

use super::quantiles::mean;
use crate::engine::Trajectory;
use crate::experiment::{Ensemble, Experiment};
use crate::model::Row;
use crate::world::calendar::{MONTH, days_between};

/// Days of the span over which verdicts take means.
pub(super) const HALF_YEAR: f64 = 182.0;

/// Values of an ensemble by design, metric and row.
pub(super) struct Table<'a> {
    pub(super) experiment: &'a Experiment,
    pub(super) ensemble: &'a Ensemble,
}

impl Table<'_> {
    /// The values: `[replicate]`.
    pub(super) fn values(&self, design: usize, metric: usize, row: usize) -> Vec<f64> {
        self.ensemble.runs[design].iter().map(|t| t.rows[row][metric]).collect()
    }
    /// Paired differences from the baseline: `[replicate]`.
    pub(super) fn differences(&self, design: usize, metric: usize, row: usize) -> Vec<f64> {
        let base = &self.ensemble.runs[0];
        self.ensemble.runs[design].iter().zip(base).map(|(t, b)| t.rows[row][metric] - b.rows[row][metric]).collect()
    }
    /// Number of rows of a trajectory.
    pub(super) fn rows(&self) -> usize {
        self.experiment.designs[0].model.rows.len()
    }
    /// Mean over the rows of the half year up to a row that have a value, `[replicate]`; for a running total the value at the row.
    pub(super) fn half_year(&self, design: usize, metric: usize, row: usize) -> Vec<f64> {
        let from = first_compared(self.experiment, design, metric, row);
        self.ensemble.runs[design].iter().map(|t| mean_of(&t.rows[from..=row], metric)).collect()
    }
    /// Mean over the last half year, `[replicate]`; for a running total the last value.
    pub(super) fn lately(&self, design: usize, metric: usize) -> Vec<f64> {
        self.half_year(design, metric, self.rows() - 1)
    }
    /// The value of the last row, `[replicate]`; zeros if there is no such metric.
    pub(super) fn ends(&self, design: usize, metric: &str) -> Vec<f64> {
        match self.experiment.metrics.iter().position(|n| n.name == metric) {
            Some(m) => self.values(design, m, self.rows() - 1),
            None => vec![0.0; self.ensemble.runs[design].len()],
        }
    }
    /// The value of the last row, mean over replicates.
    pub(super) fn at_end(&self, design: usize, metric: &str) -> f64 {
        mean(&self.ends(design, metric))
    }
    /// The sum over the months of the run, `[replicate]`: of a number of people their months; for a running total the
    /// last value. Rows in which it is undefined are left out.
    pub(super) fn over_months(&self, design: usize, metric: usize) -> Vec<f64> {
        if self.experiment.metrics[metric].total {
            return self.values(design, metric, self.rows() - 1);
        }
        let model = &self.experiment.designs[design].model;
        let mut before = 0;
        let spans: Vec<f64> = (model.rows.iter())
            .map(|row| f64::from(row.after - std::mem::replace(&mut before, row.after)))
            .map(|ticks| ticks * model.calendar.step.days() / MONTH)
            .collect();
        let sum = |rows: &Vec<Vec<f64>>| {
            rows.iter().zip(&spans).map(|(row, months)| row[metric] * months).filter(|x| !x.is_nan()).sum()
        };
        self.ensemble.runs[design].iter().map(|t| sum(&t.rows)).collect()
    }
    /// `of` at each `[design][metric][row]`.
    pub(super) fn over<T>(&self, of: impl Fn(usize, usize, usize) -> T) -> Vec<Vec<Vec<T>>> {
        let rows = self.rows();
        let row = |design: usize, metric: usize| (0..rows).map(|row| of(design, metric, row)).collect();
        (0..self.experiment.designs.len())
            .map(|design| (0..self.experiment.metrics.len()).map(|metric| row(design, metric)).collect())
            .collect()
    }
}

/// Mean of a metric over the rows in which it has a value.
fn mean_of(rows: &[Vec<f64>], metric: usize) -> f64 {
    let values = rows.iter().map(|row| row[metric]).filter(|x| !x.is_nan());
    let (sum, n) = values.fold((0.0, 0_usize), |(sum, n), x| (sum + x, n + 1));
    if n == 0 { f64::NAN } else { sum / n as f64 }
}

/// The index of the first row in the half year up to the last row.
fn half_year(rows: &[Row]) -> usize {
    let Some(last) = rows.last() else { return 0 };
    rows.partition_point(|row| days_between(row.date, last.date) >= HALF_YEAR)
}

/// The first row of the comparison at a row: the row itself for a running total, otherwise the first row of the half
/// year up to it.
fn first_compared(experiment: &Experiment, design: usize, metric: usize, row: usize) -> usize {
    if experiment.metrics[metric].total { row } else { half_year(&experiment.designs[design].model.rows[..=row]) }
}

/// The outcome of one run that a sweep stores: each metric as verdicts compare it (mean of the last half year; running
/// totals at the end), then each metric at the end.
pub fn compared_values(experiment: &Experiment, design: usize, trajectory: &Trajectory) -> Vec<f64> {
    let Some(end) = trajectory.rows.len().checked_sub(1) else { return vec![f64::NAN; 2 * experiment.metrics.len()] };
    // Computed once for all metrics: a run of a sweep may take less time than this.
    let from = half_year(&experiment.designs[design].model.rows[..=end]);
    let lately = |m: usize| {
        let from = if experiment.metrics[m].total { end } else { from };
        let rows = &trajectory.rows[from..];
        mean_of(rows, m)
    };
    (0..experiment.metrics.len()).map(lately).chain(trajectory.rows[end].iter().copied()).collect()
}
