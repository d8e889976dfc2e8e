//! The name of a metric in a summary. Its words in titles, table heads and sentences are in [`crate::findings`].

use serde::{Deserialize, Serialize};

use super::run_table::HALF_YEAR;
use crate::metrics::{Better, Metric};
use crate::model::Model;
use crate::world::calendar::Tick;

/// A metric and its names.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MetricName {
    /// Kebab-case.
    pub name: String,
    /// For titles: "Active contributors a month".
    pub title: String,
    /// Unit for the axis: "people", "share", "CNY".
    pub unit: String,
    /// Which way it should move; of the headline, as the scenario says.
    #[serde(default, skip_serializing_if = "Better::is_more")]
    pub better: Better,
    /// Whether the run is shorter than the half year over which verdicts take means, so that they take them over the whole run.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub whole_run: bool,
    /// Whether rows are a year apart, so that the last of them is compared.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub last_year: bool,
}

/// The time over which a verdict compares a metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// From the start to the end: the last value of a running total.
    Total,
    /// The last half year: a mean.
    HalfYear,
    /// The last year, where rows are a year apart: a mean of what happened, or the state at its end.
    LastYear,
    /// A run that is shorter than half a year: a mean.
    WholeRun,
}

impl MetricName {
    /// The name of a declared metric in the runs of a model.
    pub(crate) fn of(metric: &Metric, model: &Model) -> Self {
        let days = |ticks: Tick| f64::from(ticks) * model.calendar.step.days();
        let last = match model.rows.as_slice() {
            [.., before, last] => days(last.after - before.after),
            _ => 0.0,
        };
        MetricName {
            name: metric.name.clone(),
            title: metric.title.clone(),
            unit: metric.unit.text().to_owned(),
            better: metric.better,
            whole_run: days(model.ticks) < HALF_YEAR,
            last_year: last >= HALF_YEAR,
        }
    }
    /// Whether it is a running total: then its last value counts, not the mean of the last half year.
    pub fn is_total(&self) -> bool {
        crate::metrics::names::is_total(&self.name)
    }
    /// The time over which it is compared.
    pub fn span(&self) -> Span {
        match (self.is_total(), self.whole_run) {
            (true, _) => Span::Total,
            (_, true) => Span::WholeRun,
            _ if self.last_year => Span::LastYear,
            _ => Span::HalfYear,
        }
    }
    /// Whether it counts the organisations of a group that are inside or have left: `inside:banks`.
    pub(crate) fn is_standing(&self) -> bool {
        ["inside:", "gone:"].iter().any(|word| self.name.starts_with(word))
    }
}
