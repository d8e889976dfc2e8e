//! The points of an explanation, as sweeps to be stored.
//!
//! The factors are the uncertainties of the scenario; if it declares none, every assumption over its plausible range.
//! Invariant: the same scenario and question give the same points, so a stored sweep is continued.

use crate::error::Error;
use crate::plan::spread::Spread;
use crate::plan::{Factor, Level, Plan, Point, Role, sampling};
use crate::say;
use crate::scenario::{Patch, Scenario, nearest};
use crate::stats::screening::plausible;
use crate::stats::{sensitivity, standing_of};
use crate::world::stream::Stream;

use super::Planned;

/// The set of points.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// One point, at which every combination of a design's groups of rules runs.
    Rules {
        /// The design.
        design: String,
    },
    /// The scenario itself, and each uncertainty alone at its 10th and 90th percentile; assumptions at the ends of
    /// their ranges.
    OneAtATime,
    /// Number of rows of the base samples for Sobol indices.
    Crosses(usize),
    /// Number of walks for elementary effects.
    Walks(usize),
    /// Number of points over all uncertainties.
    Sample(usize),
    /// Every combination of two levers.
    Map([Lever; 2]),
}

/// A lever of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Lever {
    /// The name of a declared lever, or a path.
    pub name: String,
    /// The range of a path: numbers or dates, as a scenario writes them.
    pub range: Option<(String, String)>,
}

/// Grid steps of a lever that the scenario does not declare.
const STEPS: usize = 7;
/// The part of each tail that a grid leaves out, for a distribution without ends.
const TAIL: f64 = 0.05;
/// Grid levels of walks.
pub const WALK: usize = 4;
/// Largest number of factors for Sobol indices.
const MOST_FACTORS: usize = 24;

/// The sweep of a question; `designs` run beside the baseline, with `replicates` of each at each point.
///
/// # Errors
/// Mistakes of the scenario; too many factors; levers that do not exist.
pub fn planned(
    scenario: &Scenario,
    question: &Question,
    designs: &[String],
    replicates: usize,
) -> Result<Planned, Error> {
    let mut sets = vec![format!("plan.replicates={replicates}")];
    if let Question::Rules { design } = question {
        sets.push(format!("plan.choices={design}"));
        let factors = Plan::empty(scenario)?.factors.len();
        return Planned::over(scenario, vec![vec![None; factors]], &sets);
    }
    if !designs.is_empty() {
        sets.push(format!("plan.designs={designs:?}"));
    }
    let (scenario, factors) = match question {
        Question::Map(levers) => {
            let varied = with_levers(scenario, levers).and_then(|varied| Ok((Plan::empty(&varied)?.factors, varied)));
            varied.map(|(factors, varied)| (varied, factors)).map_err(|fault| of_map(fault, levers))?
        }
        _ => {
            let varied = with_uncertainties(scenario)?;
            let factors = Plan::empty(&varied)?.factors;
            (varied, factors)
        }
    };
    let seed = scenario.root().seed as u64;
    let moved: Vec<usize> = match question {
        Question::Map(levers) => {
            levers.iter().map(|lever| factor_named(&factors, &lever.name)).collect::<Result<_, _>>()?
        }
        _ => (0..factors.len()).filter(|j| factors[*j].role == Role::Uncertainty).collect(),
    };
    let k = moved.len();
    let at = |shares: &[f64]| -> Point {
        let mut point = vec![None; factors.len()];
        for (j, u) in moved.iter().zip(shares) {
            point[*j] = Some(factors[*j].at(u.min(1.0 - 1e-9)));
        }
        point
    };
    let points: Vec<Point> = match question {
        Question::Rules { .. } => Vec::new(),
        Question::OneAtATime => one_at_a_time(&factors, &moved),
        Question::Crosses(_) if k > MOST_FACTORS => {
            return Err(Error::Argument(say!("sweep-too-many-factors", factors = k.to_string(), most = MOST_FACTORS)));
        }
        Question::Crosses(rows) => {
            sensitivity::crosses(&sampling::sobol(*rows, 2 * k, seed), k).iter().map(|u| at(u)).collect()
        }
        Question::Walks(walks) => {
            let walks = sensitivity::walks(*walks, k, WALK, walk_stream(seed));
            // A grid needs ends; the tails of a distribution without ends are left out.
            let within = |(j, u): (&usize, f64)| match factors[*j].spread {
                Spread::Normal { .. } | Spread::LogNormal { .. } => TAIL + (1.0 - 2.0 * TAIL) * u,
                _ => u,
            };
            walks.into_iter().map(|row| at(&moved.iter().zip(row).map(within).collect::<Vec<_>>())).collect()
        }
        Question::Sample(points) => sampling::sobol(*points, k, seed).iter().map(|u| at(u)).collect(),
        Question::Map(_) => grid(&factors, &moved),
    };
    Planned::over(&scenario, points, &sets)
}

/// The address of luck of walks.
pub fn walk_stream(seed: u64) -> Stream {
    Stream::seeded(seed).named("explain")
}

/// The scenario with uncertainties to vary, each with the source of its range.
fn with_uncertainties(scenario: &Scenario) -> Result<Scenario, Error> {
    let declared: Vec<Factor> =
        Plan::empty(scenario)?.factors.into_iter().filter(|f| f.role == Role::Uncertainty).collect();
    let mut sets = Vec::new();
    // The store has no comments, so the source of a value is copied from its comment.
    for factor in declared.iter().filter(|factor| factor.source.is_empty()) {
        let standing = standing_of(scenario, &factor.path, "");
        if standing != "guess" {
            sets.push(format!("uncertainty.{}.source={standing}", factor.name));
        }
    }
    if declared.is_empty() {
        let mut names: Vec<String> = Vec::new();
        // A lever is not an assumption.
        let levers = Plan::empty(scenario)?.factors;
        let assumed = plausible(scenario).into_iter().filter(|range| levers.iter().all(|f| f.path != range.path));
        for (k, range) in assumed.enumerate() {
            let mut name = range.path.replace(['.', '_'], "-");
            if names.contains(&name) {
                name = format!("{name}-{k}");
            }
            sets.push(format!(
                "uncertainty.{name}={{ path = {:?}, says = {:?}, low = {:?}, high = {:?}, source = {:?} }}",
                range.path,
                readable(&range.path),
                range.low,
                range.high,
                range.standing
            ));
            names.push(name);
        }
        if names.is_empty() {
            return Err(Error::Argument(say!("sweep-nothing-to-move")));
        }
    }
    if sets.is_empty() { Ok(scenario.clone()) } else { scenario.patched(&Patch::from_args(&sets)?) }
}

/// `segment.users.mechanism.habit.speed` in words: "habit speed (users)".
fn readable(path: &str) -> String {
    let words: Vec<&str> = path.split('.').collect();
    let text = match words.as_slice() {
        ["segment", who, "mechanism", rest @ ..] | ["segment", who, rest @ ..] => format!("{} ({who})", rest.join(" ")),
        ["mechanism", rest @ ..] => rest.join(" "),
        all => all.join(" "),
    };
    text.replace('_', " ")
}

fn with_levers(scenario: &Scenario, levers: &[Lever; 2]) -> Result<Scenario, Error> {
    let declared = Plan::empty(scenario)?.factors;
    let mut sets = Vec::new();
    for lever in levers {
        let Some((low, high)) = &lever.range else { continue };
        let name = lever.name.replace(['.', '_'], "-");
        let (path, says) = (&lever.name, readable(&lever.name));
        // A range in the question replaces that of the scenario.
        for factor in declared.iter().filter(|factor| factor.path == *path && factor.name != name) {
            let part = if factor.role == Role::Lever { "lever" } else { "uncertainty" };
            sets.push(format!("{part}.{}=off", factor.name));
        }
        sets.push(format!(
            "lever.{name}={{ path = {path:?}, says = {says:?}, low = {low}, high = {high}, steps = {STEPS} }}"
        ));
    }
    if sets.is_empty() { Ok(scenario.clone()) } else { scenario.patched(&Patch::from_args(&sets)?) }
}

/// The fault of a lever that the question declares, which stands in no file that the user wrote.
fn of_map(fault: Error, levers: &[Lever; 2]) -> Error {
    let Error::Scenario(mistakes) = &fault else { return fault };
    let made = |lever: &Lever| lever.range.is_some().then(|| format!("lever.{}", lever.name.replace(['.', '_'], "-")));
    let own = |path: &str| levers.iter().filter_map(made).any(|name| path.starts_with(&name));
    match mistakes.list.iter().find(|mistake| own(&mistake.path)) {
        Some(mistake) => {
            let help = mistake.help.clone().unwrap_or_default();
            Error::Argument(say!("sweep-map-lever", says = &mistake.says, help = help))
        }
        None => fault,
    }
}

/// The factor of a name, or of the path that was declared as a factor.
fn factor_named(factors: &[Factor], name: &str) -> Result<usize, Error> {
    let made = name.replace(['.', '_'], "-");
    let found = factors.iter().position(|f| f.name == name).or_else(|| factors.iter().position(|f| f.name == made));
    found.ok_or_else(|| {
        Error::Argument(match nearest(name, factors.iter().map(|f| f.name.as_str())) {
            Some(near) => say!("sweep-no-lever-near", name = name, near = near),
            None => say!("sweep-no-lever", name = name),
        })
    })
}

fn one_at_a_time(factors: &[Factor], moved: &[usize]) -> Vec<Point> {
    let mut points = vec![vec![None; factors.len()]];
    for j in moved {
        let factor = &factors[*j];
        let ends: Vec<Level> = match &factor.spread {
            Spread::Among { levels, .. } => levels.clone(),
            // A plausible range is used from end to end; the tails of a distribution are left out.
            Spread::Uniform { .. } => [0.0, 1.0].map(|u| factor.at(u)).to_vec(),
            _ => [0.1, 0.9].map(|u| factor.at(u)).to_vec(),
        };
        for level in ends {
            let mut point = vec![None; factors.len()];
            point[*j] = Some(level);
            points.push(point);
        }
    }
    points
}

fn grid(factors: &[Factor], moved: &[usize]) -> Vec<Point> {
    let levels: Vec<Vec<Level>> = moved.iter().map(|j| factors[*j].levels()).collect();
    // First the scenario itself, then the combinations.
    let mut points = vec![vec![None; factors.len()]];
    for places in sampling::combinations(&levels.iter().map(Vec::len).collect::<Vec<_>>()) {
        let mut point = vec![None; factors.len()];
        for ((j, k), levels) in moved.iter().zip(places).zip(&levels) {
            point[*j] = Some(levels[k].clone());
        }
        points.push(point);
    }
    points
}
