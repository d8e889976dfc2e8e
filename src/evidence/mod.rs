//! Evidence: published effects of incentives, and what the model says to the same people, task and offer.
//!
//! Each study has a scenario of its own in `scenarios/evidence/`, with the control as its baseline and its arms as designs. At most one level
//! is fitted, to the control arm; everything else is as published or as everywhere. Invariant: the same program gives the same answers.

mod files;
mod fitted;
mod rows;

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;
use serde::Serialize;

use crate::charts::evidence::Line;
use crate::charts::{self, Canvas};
use crate::error::Error;
use crate::experiment::{Ensemble, Experiment};
use crate::say;
use crate::scenario::Scenario;

pub use files::FILES;
use rows::scenario;
pub use rows::{Measure, Row, rows};

/// What the model says to one row.
#[derive(Clone, Debug, Serialize)]
pub struct Answer {
    /// The row.
    #[serde(flatten)]
    pub row: Row,
    /// Our number; `None` if the row is not posed or has no value.
    pub ours: Option<f64>,
    /// Whether it is inside the band, or the order is kept.
    pub inside: bool,
}

/// Answers all rows, or those of one id, group or study, scenario by scenario on all threads. `folder`: another bench, with its own
/// `rows.csv` and scenarios.
///
/// # Errors
/// Mistakes of a scenario; an id that no row has.
pub fn answers(which: Option<&str>, folder: Option<&Path>) -> Result<Vec<Answer>, Error> {
    let mut list = rows(folder)?;
    if let Some(which) = which {
        list.retain(|row| {
            [&row.id, &row.group, &row.cluster, &row.scenario].iter().any(|of| of.eq_ignore_ascii_case(which))
        });
        if list.is_empty() {
            return Err(Error::Argument(say!("evidence-unknown", name = which)));
        }
    }
    let names: Vec<&str> = {
        let mut names: Vec<&str> = list.iter().filter(|row| row.is_posed()).map(|row| row.scenario.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names
    };
    let posed = names.par_iter().map(|name| {
        let own: Vec<&Row> = list.iter().filter(|row| row.is_posed() && row.scenario == *name).collect();
        answer(name, &scenario(folder, name)?, &own)
    });
    let posed: Vec<Vec<(String, f64)>> = posed.collect::<Result<_, _>>()?;
    let ours: BTreeMap<String, f64> = posed.into_iter().flatten().collect();
    let answer = |row: Row| {
        let ours = ours.get(&row.id).copied().filter(|x| x.is_finite());
        let inside = ours.is_some_and(|ours| row.holds(ours));
        Answer { row, ours, inside }
    };
    Ok(list.into_iter().map(answer).collect())
}

impl Answer {
    /// Ours as a place on the published band: 0 its lower end, 1 its upper end.
    fn place(&self) -> Option<f64> {
        let ours = self.ours?;
        let (low, high) = match (self.row.low, self.row.high) {
            (Some(low), Some(high)) => (low, high),
            // An order: what lies twice as far as its bar is at the other end.
            (Some(low), None) => (low, 2.0 * low),
            (None, Some(high)) => (0.0, high),
            (None, None) => return None,
        };
        Some((ours - low) / (high - low))
    }
}

/// The chart of the answers to the rows that are asked.
pub fn chart(answers: &[Answer], canvas: &mut Canvas) {
    let asked: Vec<&Answer> = answers.iter().filter(|answer| answer.row.left_out.is_empty()).collect();
    let inside = asked.iter().filter(|answer| answer.inside).count();
    let title = say!("evidence-title", inside = inside.to_string(), all = asked.len().to_string());
    let line = |answer: &&Answer| Line {
        id: answer.row.id.clone(),
        group: answer.row.group.clone(),
        place: answer.place(),
        inside: answer.inside,
        order: answer.row.is_order(),
    };
    charts::evidence::draw(&asked.iter().map(line).collect::<Vec<_>>(), &title, canvas);
}

/// Our numbers for the rows of one scenario.
fn answer(name: &str, text: &str, rows: &[&Row]) -> Result<Vec<(String, f64)>, Error> {
    let scenario = Scenario::parse(&format!("evidence/{name}.toml"), text)?;
    // Rows that fit different levels are different people.
    let mut levels: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        levels.entry(format!("{} {:?}", row.fit_path, row.fit_to)).or_default().push(row);
    }
    let mut found = Vec::new();
    for rows in levels.into_values() {
        let fitted = fitted::fitted(&scenario, rows[0])?;
        let experiment = Experiment::design(&fitted)?;
        rows.iter().try_for_each(|row| known(row, &experiment))?;
        let ensemble = experiment.run(&|_| {});
        found.extend(rows.iter().map(|row| (row.id.clone(), measured(row, &experiment, &ensemble))));
    }
    Ok(found)
}

/// Reports a row whose metric or arm the scenario does not have.
fn known(row: &Row, experiment: &Experiment) -> Result<(), Error> {
    let lacks =
        |what: &str| Err(Error::Argument(say!("evidence-lacks", row = &row.id, scenario = &row.scenario, what = what)));
    if !experiment.metrics.iter().any(|metric| metric.name == row.metric) {
        return lacks(&row.metric);
    }
    for arm in row.arm.split('>').chain([row.than.as_str()]).map(str::trim) {
        if !["", CONTROL].contains(&arm) && !experiment.designs.iter().any(|design| design.name == arm) {
            return lacks(arm);
        }
    }
    Ok(())
}

/// The name of the baseline among arms.
const CONTROL: &str = "control";

/// Our number for a row; without a value where a level has none.
fn measured(row: &Row, experiment: &Experiment, ensemble: &Ensemble) -> f64 {
    let level = |design: &str| level(row, design, experiment, ensemble);
    let (arm, than) = (row.arm.as_str(), row.than.as_str());
    match row.measure {
        Some(Measure::Level) => level(arm),
        Some(Measure::Ratio) => level(arm) / level(than),
        Some(Measure::GainRatio) => (level(arm) - level("")) / (level(than) - level("")),
        Some(Measure::Difference) => level(arm) - level(than),
        Some(Measure::Elasticity) => {
            libm::log(level(arm) / level(than)) / libm::log(row.factor.unwrap_or(std::f64::consts::E))
        }
        Some(Measure::OddsRatio) => {
            let odds = |p: f64| p / (1.0 - p);
            odds(level(arm)) / odds(level(than))
        }
        Some(Measure::Order) => {
            let levels: Vec<f64> = arm.split('>').map(|design| level(design.trim())).collect();
            // The smallest step down: above 1 if the order is kept.
            levels.windows(2).map(|pair| pair[0] / pair[1]).fold(f64::INFINITY, f64::min)
        }
        None => f64::NAN,
    }
}

/// Mean of the metric under a design over the weeks and over runs. Empty name, or "control": the baseline.
fn level(row: &Row, design: &str, experiment: &Experiment, ensemble: &Ensemble) -> f64 {
    let design = match design {
        "" | CONTROL => Some(0),
        name => experiment.designs.iter().position(|design| design.name == name),
    };
    let column = experiment.metrics.iter().position(|metric| metric.name == row.metric);
    let (Some(design), Some(column)) = (design, column) else { return f64::NAN };
    let model = &experiment.designs[design].model;
    let weeks = |at: usize| f64::from(model.rows[at].after) * model.calendar.step.days() / 7.0;
    let (from, until) = (row.from_week.unwrap_or(0.0), row.until_week.unwrap_or(f64::INFINITY));
    let of = |run: &crate::engine::Trajectory| {
        let inside = (0..run.rows.len()).filter(|at| weeks(*at) > from && weeks(*at) <= until + 1e-6);
        let values: Vec<f64> = inside.map(|at| run.rows[at][column]).filter(|x| x.is_finite()).collect();
        values.iter().sum::<f64>() / values.len() as f64
    };
    let runs: Vec<f64> = ensemble.runs[design].iter().map(of).filter(|x| x.is_finite()).collect();
    runs.iter().sum::<f64>() / runs.len() as f64
}
