//! Stylised facts: properties of real communities, compared with the baseline.
//!
//! The ranges are the quantiles over 44 open-source histories with at least 100 contributors and 36 months, or fewer if
//! a fact needs a longer history (`scenarios/data/stylised_facts.csv`); the first column has the names of the facts.
//! Retention is pooled over replicates; dispersion and the share of newcomers are means; the other facts are medians
//! over replicates. Invariant: a fact without a row in that table is left out.

use super::Band;
use super::birth_facts;
use super::quantiles::{mean, sd};
use crate::engine::Trajectory;
use crate::error::Error;
use crate::experiment::{Ensemble, Experiment};
use crate::metrics::concentration::share_of;
use crate::metrics::names;
use crate::scenario::Scenario;
use crate::world::calendar::MONTH;

const TABLE: &str = include_str!("../../scenarios/data/stylised_facts.csv");

/// One fact: its range among real communities, and its value in the baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Its name in the table.
    pub fact: String,
    /// The 5th, 25th, 50th, 75th and 95th percentile of real communities.
    pub range: [f64; 5],
    /// The value of the baseline; NaN if it has none.
    pub ours: f64,
}

/// The part of the range of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// From the 25th to the 75th percentile.
    MiddleHalf,
    /// From the 5th to the 95th percentile, outside the middle half.
    NineTenths,
    /// Outside the range from the 5th to the 95th percentile.
    Outside,
    /// Nowhere: the fact has no value in this scenario.
    Undefined,
}

impl Fact {
    /// The part of the range in which the baseline is.
    pub fn part(&self) -> Part {
        let [p5, p25, _, p75, p95] = self.range;
        match self.ours {
            ours if ours.is_nan() => Part::Undefined,
            ours if (p25..=p75).contains(&ours) => Part::MiddleHalf,
            ours if (p5..=p95).contains(&ours) => Part::NineTenths,
            _ => Part::Outside,
        }
    }
}

/// Runs a scenario's baseline and computes its facts.
///
/// # Errors
/// The mistakes of the scenario.
pub fn measure(scenario: &Scenario) -> Result<Vec<Fact>, Error> {
    let mut experiment = Experiment::baseline(scenario)?;
    experiment.coasts = 0;
    let ensemble = experiment.run(&|_| {});
    Ok(read(&experiment, &ensemble))
}

/// The facts of an ensemble's baseline.
pub fn read(experiment: &Experiment, ensemble: &Ensemble) -> Vec<Fact> {
    let mut list = Vec::new();
    let mut put = |fact: &str, ours: f64| {
        if let Some(range) = range(fact) {
            list.push(Fact { fact: fact.to_owned(), range, ours });
        }
    };
    for age in crate::metrics::retention::AGES {
        put(
            &format!("newcomers active in months [{age},{}) after first commit", age + 3),
            retention(experiment, ensemble, age),
        );
    }
    let at_end = |metric: &str| lately(experiment, ensemble, metric);
    put("Gini trailing 12m", at_end("gini"));
    put("top-1 share trailing 12m", at_end(names::TOP_SHARE));
    put("absence factor trailing 12m", at_end(names::ABSENCE_FACTOR));
    put("top-10 share trailing 12m", top_ten(ensemble));
    if !birth_facts::from_birth(experiment) {
        put("word of mouth: Poisson dispersion of residuals", dispersion(experiment, ensemble));
    }
    put("share of active that are new (monthly mean)", new_share(experiment, ensemble));
    if birth_facts::from_birth(experiment) {
        for (fact, ours) in birth_facts::facts(experiment, ensemble) {
            put(&fact, ours);
        }
    }
    list
}

/// Share of newcomers active in months [age, age + 3) after their first contribution, pooled over replicates.
fn retention(experiment: &Experiment, ensemble: &Ensemble, age: u32) -> f64 {
    let model = &experiment.designs[0].model;
    let month = MONTH / model.calendar.step.days();
    let end = f64::from(model.ticks) / month;
    let (mut n, mut active) = (0.0, 0.0);
    for one in ensemble.runs[0].iter().flat_map(|t| &t.cohorts).filter(|c| c.first >= 0.0) {
        if end - f64::from(one.first) / month >= f64::from(age + 3) {
            n += 1.0;
            active += f64::from(u8::from(one.presence >> age & 0b111 > 0));
        }
    }
    active / n
}

/// The index of a metric.
fn column(experiment: &Experiment, metric: &str) -> usize {
    experiment.metrics.iter().position(|m| m.name == metric).unwrap_or(0)
}

/// Median over replicates of the mean over the rows of the last year.
fn lately(experiment: &Experiment, ensemble: &Ensemble, metric: &str) -> f64 {
    let at = column(experiment, metric);
    let last_year = |t: &Trajectory| {
        let tail = &t.rows[t.rows.len().saturating_sub(12)..];
        mean(&tail.iter().map(|row| row[at]).collect::<Vec<_>>())
    };
    Band::of(&ensemble.runs[0].iter().map(last_year).collect::<Vec<_>>()).p50
}

/// Share of contributions by the ten largest contributors in the last twelve months, median over replicates.
fn top_ten(ensemble: &Ensemble) -> f64 {
    let share = |t: &Trajectory| {
        let mut counts: Vec<u64> = t.cohorts.iter().map(|c| c.year).filter(|n| *n > 0).collect();
        share_of(&mut counts, 10)
    };
    Band::of(&ensemble.runs[0].iter().map(share).collect::<Vec<_>>()).p50
}

/// Variance over mean of the first contributions in each calendar month, mean over replicates.
fn dispersion(experiment: &Experiment, ensemble: &Ensemble) -> f64 {
    let months = &experiment.designs[0].model.months;
    let ticks = experiment.designs[0].model.ticks;
    let ratio = |t: &Trajectory| {
        let mut counts = vec![0.0; months.partition_point(|end| *end <= ticks)];
        for one in t.cohorts.iter().filter(|c| c.first >= 0.0) {
            if let Some(count) = counts.get_mut(months.partition_point(|end| f64::from(*end) <= f64::from(one.first))) {
                *count += 1.0;
            }
        }
        sd(&counts) * sd(&counts) / mean(&counts)
    };
    mean(&ensemble.runs[0].iter().map(ratio).collect::<Vec<_>>())
}

/// First contributions over active contributors, mean over rows and replicates.
fn new_share(experiment: &Experiment, ensemble: &Ensemble) -> f64 {
    let (new, active) = (column(experiment, "newcomers"), column(experiment, names::ACTIVE_CONTRIBUTORS));
    let shares: Vec<f64> = ensemble.runs[0]
        .iter()
        .flat_map(|t| &t.rows)
        .filter(|row| row[active] > 0.0)
        .map(|row| row[new] / row[active])
        .collect();
    mean(&shares)
}

/// The percentiles of a fact in the table.
fn range(fact: &str) -> Option<[f64; 5]> {
    let mut reader = csv::Reader::from_reader(TABLE.as_bytes());
    reader.records().flatten().find(|r| r.get(0) == Some(fact) && r.get(1) == Some("all")).and_then(|r| {
        let at = |k: usize| r.get(k).and_then(|x| x.parse().ok());
        Some([at(3)?, at(4)?, at(5)?, at(6)?, at(7)?])
    })
}
