//! Helpers for tests: from the text of a scenario to its trajectories.

use zaoshi::error::Error;
use zaoshi::experiment::{Ensemble, Experiment};
use zaoshi::scenario::Scenario;

/// An experiment and its results.
pub(crate) struct Study {
    pub(crate) experiment: Experiment,
    pub(crate) ensemble: Ensemble,
}

/// Loads a scenario from its text, as a user would write it.
pub(crate) fn scenario(text: &str) -> Scenario {
    sound(Scenario::parse("test.toml", text))
}

/// The result, or a panic with the mistakes as a user would read them.
fn sound<T>(made: Result<T, Error>) -> T {
    made.unwrap_or_else(|error| match error {
        Error::Scenario(mistakes) => panic!("{}", mistakes.render(false)),
        other => panic!("{other}"),
    })
}

/// Runs a scenario.
pub(crate) fn run(text: &str) -> Study {
    run_in(text, zaoshi::engine::CROWD)
}

/// Runs a scenario with crowds of a size.
pub(crate) fn run_in(text: &str, crowd: usize) -> Study {
    let mut experiment = sound(Experiment::design(&scenario(text)));
    experiment.crowd = crowd;
    let ensemble = experiment.run(&|_| {});
    Study { experiment, ensemble }
}

/// Runs a loaded scenario; `None` if its rules are not valid together.
pub(crate) fn run_scenario(scenario: &Scenario) -> Option<Study> {
    let experiment = Experiment::design(scenario).ok()?;
    let ensemble = experiment.run(&|_| {});
    Some(Study { experiment, ensemble })
}

impl Study {
    fn column(&self, metric: &str) -> usize {
        let names = &self.experiment.metrics;
        names.iter().position(|m| m.name == metric).unwrap_or_else(|| panic!("no metric {metric}"))
    }
    /// A metric at a row, in every replicate of a design.
    pub(crate) fn values(&self, design: usize, metric: &str, row: usize) -> Vec<f64> {
        let column = self.column(metric);
        self.ensemble.runs[design].iter().map(|t| t.rows[row][column]).collect()
    }
    /// Its mean over replicates, in the baseline.
    pub(crate) fn mean(&self, metric: &str, row: usize) -> f64 {
        mean(&self.values(0, metric, row))
    }
    /// A metric over all rows of the baseline's first replicate.
    pub(crate) fn series(&self, metric: &str) -> Vec<f64> {
        let column = self.column(metric);
        self.ensemble.runs[0][0].rows.iter().map(|row| row[column]).collect()
    }
    /// Years from the start to a row.
    pub(crate) fn years(&self, row: usize) -> f64 {
        let model = &self.experiment.designs[0].model;
        f64::from(model.rows[row].after) * model.calendar.years()
    }
    /// Months of 30.4 days from the row before a row, or the start, to the row.
    pub(crate) fn months(&self, row: usize) -> f64 {
        let model = &self.experiment.designs[0].model;
        let after = |row: usize| model.rows[row].after;
        let ticks = after(row) - row.checked_sub(1).map_or(0, after);
        f64::from(ticks) * model.calendar.step.days() / (365.25 / 12.0)
    }
    /// What a flow such as `deeds` counted from the row before to a row, in every replicate of a design.
    pub(crate) fn counted(&self, design: usize, metric: &str, row: usize) -> Vec<f64> {
        self.values(design, metric, row).into_iter().map(|rate| (rate * self.months(row)).round()).collect()
    }
    /// Its mean over replicates, in the baseline.
    pub(crate) fn count(&self, metric: &str, row: usize) -> f64 {
        mean(&self.counted(0, metric, row))
    }
    /// What a flow counted in each row of the baseline's first replicate.
    pub(crate) fn counts(&self, metric: &str) -> Vec<f64> {
        (0..=self.last()).map(|row| self.counted(0, metric, row)[0]).collect()
    }
    /// The last row.
    pub(crate) fn last(&self) -> usize {
        self.ensemble.runs[0][0].rows.len() - 1
    }
}

/// The mean.
pub(crate) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The standard deviation of a sample.
pub(crate) fn sd(values: &[f64]) -> f64 {
    let m = mean(values);
    (values.iter().map(|x| (x - m).powi(2)).sum::<f64>() / (values.len() - 1).max(1) as f64).sqrt()
}

/// Fails with both numbers unless they differ by at most `by`.
#[track_caller]
pub(crate) fn close(found: f64, wanted: f64, by: f64) {
    assert!((found - wanted).abs() <= by, "found {found}, wanted {wanted} ± {by}");
}

/// Whether two lists are equal to the bit, so that what is undefined in one is undefined in the other.
pub(crate) fn same(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.to_bits() == b.to_bits() || a == b)
}
