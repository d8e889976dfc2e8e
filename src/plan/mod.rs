//! Plans: the points of levers and uncertainties that a sweep visits.
//!
//! A point sets some factors; the others keep the value of the scenario. Invariant: the same scenario and seed give the
//! same points in the same order; the index of a point does not depend on what is run.

use crate::error::Error;
use crate::say;
use crate::scenario::schema;
use crate::scenario::{Patch, Scenario};

mod declared;
mod extremes;
mod factor;
mod lints;
pub mod sampling;
pub mod spread;
mod table;

pub use declared::Role;
pub use extremes::extremes;
pub use factor::{Edge, Factor};
pub use lints::lints;
pub use spread::Level;

/// Largest number of runs of one design in a sweep.
const MOST_RUNS: f64 = 1e8;
/// Largest number of points in a sweep: laying them out takes a minute.
const MOST_POINTS: f64 = 1e7;

/// The value of each factor; `None`: the value of the scenario.
pub type Point = Vec<Option<Level>>;

/// A sweep before it runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Levers first.
    pub factors: Vec<Factor>,
    /// Values at each point: `[point][factor]`.
    pub points: Vec<Point>,
    /// Names of the designs, the baseline first.
    pub designs: Vec<String>,
    /// Number of paired runs of each design at each point.
    pub replicates: usize,
    /// Metrics that are kept at every recorded date: all if the list is empty, none if it is `None`.
    pub series: Option<Vec<String>>,
    /// The treatment of which every combination of groups of rules runs, instead of several designs.
    pub choices: Option<String>,
}

impl Plan {
    /// The plan of a scenario.
    ///
    /// # Errors
    /// Mistakes in its levers, uncertainties, table of points, or number of points, each with its place.
    pub fn of(scenario: &Scenario) -> Result<Plan, Error> {
        let own: schema::Plan = scenario.table("plan");
        let mut plan = Plan::empty(scenario)?;
        let wrong = |says: String, help: String, label: String| {
            scenario.mistakes(vec![scenario.mistake("plan.sampling", says, Some(help), label)])
        };
        if plan.factors.is_empty() && plan.choices.is_none() {
            return Err(wrong(say!("plan-no-factors"), say!("plan-no-factors-help"), say!("plan-no-factors-label")));
        }
        let levels: Vec<Vec<Level>> = plan.factors.iter().map(Factor::levels).collect();
        let n = own.points as usize;
        let seed = scenario.root().seed as u64;
        let sampling = own.sampling;
        let size = match sampling.as_str() {
            "grid" => levels.iter().map(|l| l.len() as f64).product(),
            _ => n as f64,
        };
        if size > MOST_POINTS || size * plan.replicates as f64 > MOST_RUNS {
            let (points, runs) = (format!("{size:e}"), plan.replicates.to_string());
            let says = say!("plan-too-many-runs", points = points, runs = runs);
            return Err(wrong(says, say!("plan-too-many-runs-help"), say!("plan-too-many-runs-label")));
        }
        let factors = &plan.factors;
        let shares = |rows: Vec<Vec<f64>>| -> Vec<Point> {
            rows.iter().map(|row| factors.iter().zip(row).map(|(f, u)| Some(f.at(*u))).collect()).collect()
        };
        plan.points = match sampling.as_str() {
            // Without factors there is one point: the scenario itself.
            _ if factors.is_empty() => vec![Vec::new()],
            "table" => table::read_points(scenario, factors)?,
            "grid" => {
                let sizes: Vec<usize> = levels.iter().map(Vec::len).collect();
                let place = |row: Vec<usize>| row.iter().zip(&levels).map(|(k, l)| Some(l[*k].clone())).collect();
                sampling::combinations(&sizes).map(place).collect()
            }
            "one-at-a-time" => one_at_a_time(&levels),
            "latin-hypercube" => shares(sampling::latin_hypercube(n, factors.len(), seed)),
            _ => shares(sampling::sobol(n, factors.len(), seed)),
        };
        Ok(plan)
    }

    /// How many points a scenario's plan has, without making them; 0 if a table gives them, or if there are too many.
    ///
    /// # Errors
    /// Mistakes in its levers and uncertainties.
    pub fn count(scenario: &Scenario) -> Result<Count, Error> {
        let own: schema::Plan = scenario.table("plan");
        let plan = Plan::empty(scenario)?;
        let levels = plan.factors.iter().map(|factor| factor.levels().len() as f64);
        let points = match own.sampling.as_str() {
            _ if plan.factors.is_empty() => 1.0,
            "table" => 0.0,
            "grid" => levels.product(),
            "one-at-a-time" => levels.sum::<f64>() + 1.0,
            _ => own.points as f64,
        };
        // What has too many points or runs is refused when they are to be made.
        let points = if points > MOST_POINTS || points * plan.replicates as f64 > MOST_RUNS { 0.0 } else { points };
        Ok(Count { points, factors: plan.factors.len(), runs: points * (plan.designs.len() * plan.replicates) as f64 })
    }

    /// The plan without its points.
    ///
    /// # Errors
    /// Mistakes in its levers and uncertainties.
    pub fn empty(scenario: &Scenario) -> Result<Plan, Error> {
        let own: schema::Plan = scenario.table("plan");
        let (factors, found) = Factor::all(scenario);
        if !found.is_empty() {
            return Err(scenario.mistakes(found));
        }
        let named = own.designs;
        let all = scenario.treatments();
        let choices = own.choices;
        let designs = match choices.as_ref().and_then(|name| all.iter().find(|patch| patch.name == *name)) {
            Some(patch) => choice_names(&patch.groups()),
            None => {
                let names = all.into_iter().map(|patch| patch.name);
                names.filter(|name| named.is_empty() || named.contains(name)).collect()
            }
        };
        let series = own.series.then_some(own.series_of);
        let designs = std::iter::once("baseline".to_owned()).chain(designs).collect();
        let replicates = own.replicates.max(1) as usize;
        Ok(Plan { factors, points: Vec::new(), designs, replicates, series, choices })
    }

    /// The points as tables and files tell them: dates as words.
    pub fn told(&self) -> Vec<Point> {
        let tell = |(factor, level): (&Factor, &Option<Level>)| level.as_ref().map(|level| factor.told(level));
        self.points.iter().map(|point| self.factors.iter().zip(point).map(tell).collect()).collect()
    }

    /// The points as CSV, in the format that sampling by a table reads.
    pub fn table(&self) -> Vec<u8> {
        table::to_csv(&self.factors, &self.points)
    }

    /// Number of runs: points × designs × replicates.
    pub fn runs(&self) -> usize {
        self.points.len() * self.designs.len() * self.replicates
    }

    /// The scenario at a point.
    ///
    /// # Errors
    /// Values that are not valid together.
    pub fn at(&self, scenario: &Scenario, point: usize) -> Result<Scenario, Error> {
        let set = |(factor, level): (&Factor, &Option<Level>)| level.as_ref().map(|level| factor.set(level));
        let sets: Vec<String> = self.factors.iter().zip(&self.points[point]).filter_map(set).collect();
        if sets.is_empty() { Ok(scenario.clone()) } else { scenario.patched(&Patch::from_args(&sets)?) }
    }
}

/// The size of a plan that is not made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Count {
    /// Number of points.
    pub points: f64,
    /// Number of factors.
    pub factors: usize,
    /// Points × designs × replicates.
    pub runs: f64,
}

impl Count {
    /// Bytes that the points take.
    pub fn bytes(&self) -> f64 {
        bytes_of(self.points as usize, self.factors)
    }
}

/// Bytes of points while they are made: the values, the rows that they are made of, and the columns that are stored.
pub fn bytes_of(points: usize, factors: usize) -> f64 {
    points as f64 * (2.0 * 40.0 + factors as f64 * (size_of::<Option<Level>>() as f64 + 3.0 * 8.0))
}

/// The names of all non-empty combinations of groups, in the order of [`crate::experiment::Experiment::choices`].
fn choice_names(groups: &[String]) -> Vec<String> {
    let some = |set: usize| (0..groups.len()).filter(move |k| set & (1 << k) != 0).map(|k| groups[k].as_str());
    (1..1_usize << groups.len().min(16)).map(|set| some(set).collect::<Vec<_>>().join("+")).collect()
}

/// First the scenario itself, then each level of each factor alone.
fn one_at_a_time(levels: &[Vec<Level>]) -> Vec<Point> {
    let mut points = vec![vec![None; levels.len()]];
    for (j, of_factor) in levels.iter().enumerate() {
        for level in of_factor {
            let mut point = vec![None; levels.len()];
            point[j] = Some(level.clone());
            points.push(point);
        }
    }
    points
}
