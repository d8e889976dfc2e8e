//! How a replicate is run, and what it gives.

use crate::metrics::{Metric, names};
use crate::scenario::condition::Measure;
use crate::world::TierState;
use crate::world::people::Person;

/// How a replicate is run, apart from the model.
#[derive(Clone, Copy)]
pub struct RunOptions<'a> {
    /// People in a crowd.
    pub crowd: usize,
    /// Whether the run goes on twice after the horizon.
    pub coast: bool,
    /// What the coast compares.
    pub headline: &'a Measure,
    /// The metrics of the model, in the order of its rows.
    pub names: &'a [Metric],
    /// What becomes of traces.
    pub traces: Traces<'a>,
}

/// What becomes of traces.
#[derive(Clone, Copy)]
pub enum Traces<'a> {
    /// There are none.
    None,
    /// The trajectory keeps them.
    Kept,
    /// Those of each tick are given away.
    Given(&'a (dyn Fn(&[Trace]) + Sync)),
}

impl RunOptions<'_> {
    /// The headline in a row of the model's metrics; NaN if it has no value.
    pub(super) fn headline(&self, row: &[f64]) -> f64 {
        let at = |name: &str| self.names.iter().position(|metric| metric.name == name);
        self.headline.defined(&|name| at(name).map_or_else(|| names::without(name), |at| row[at]))
    }
}

/// What one replicate of one treatment gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Trajectory {
    /// `rows[row][metric]`.
    pub rows: Vec<Vec<f64>>,
    /// What is left after spending stopped; `None` without a coast.
    pub coast: Option<Coast>,
    /// State of each tier of each ladder at the horizon, holders as numbers.
    pub tiers: Vec<Vec<TierState>>,
    /// The same of each tier of each path of organisations.
    pub paths: Vec<Vec<TierState>>,
    /// Per contributor: first contribution (ticks), presence by month since, deeds, whether staff.
    pub cohorts: Vec<Contributor>,
    /// Traces, if they were asked for.
    pub traces: Vec<Trace>,
    /// Ticks times people.
    pub agent_ticks: u64,
    /// Bytes of state that one person takes at the horizon, contacts apart.
    pub bytes_per_agent: f64,
}

/// The headline after the horizon in two twins under the same luck, at each of [`Model::coast_marks`](crate::model::Model::coast_marks).
#[derive(Clone, Debug, PartialEq)]
pub struct Coast {
    /// In the twin in which all spending has stopped.
    pub stopped: Vec<f64>,
    /// In the twin that goes on.
    pub going: Vec<f64>,
    /// The first divided by the second, each as a mean over the last quarter of the time.
    pub left: f64,
}

impl Coast {
    /// The share that is left, from activity in the twin that has stopped and in the one that goes on; NaN if that has no activity.
    pub fn share(stopped: f64, going: f64) -> f64 {
        if going > 0.0 { stopped / going } else { f64::NAN }
    }
}

/// A contributor's record, for retention by cohort.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contributor {
    /// First contribution that counted, ticks; below zero before the run.
    pub first: f32,
    /// Bit m: active in the m-th month since.
    pub presence: u128,
    /// Contributions in the run.
    pub merged: u32,
    /// Those in the twelve months before the horizon.
    pub year: u64,
    /// Time of the tenth contribution, ticks; `None` if there is none.
    pub tenth: Option<f32>,
}

/// The history of one person in a replicate: one line per tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// Who.
    pub id: u32,
    /// The tick.
    pub tick: u32,
    /// The properties, decayed to the end of the tick.
    pub person: Person,
}
