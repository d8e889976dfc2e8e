//! Where the verdict flips: two or three conditions in words, with how many of the cases they hold and how pure they are.
//!
//! Boxes come from [`prim`](super::prim), one after another over what is left; of each way through a box that step is told which balances
//! coverage and density best, first among those of high density, and no condition that chance could make. A [`tree`] is the check: it should ask for the same
//! factors. Invariant: nothing is claimed of cases that are too few; conditions are of the world, never of levers, which are ours to turn.

use serde::Serialize;

use super::prim::{Cases, Fares, Limit, Step};
use super::sweep_points::{Axis, Points, Values};
use super::tree::{self, Turn};
use crate::words::number::{GLUE, many, percent};

/// The density and the coverage from which a box is told before those of less.
const DENSE: f64 = 0.8;
const HELD: f64 = 0.3;
/// The most conditions of a box.
const MOST: usize = 3;
/// The quasi-p-value from which a condition could be chance.
const CHANCE: f64 = 0.05;
/// The most boxes, and the least share of the cases that a further one must hold.
const BOXES: usize = 3;
const FURTHER: f64 = 0.1;
/// Fewer cases than this are no pattern.
pub const FEW: usize = 8;

/// What counts as a flip.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Case {
    /// The design gains nothing on the baseline.
    Behind {
        /// Its index.
        design: usize,
    },
    /// Another design is best than this one; than the one that is best over all points where none is named.
    NotBest {
        /// Its index.
        design: Option<usize>,
    },
    /// The design does not come to so much of the headline.
    Misses {
        /// Its index.
        design: usize,
        /// So much.
        target: f64,
    },
}

/// One condition of a box.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Condition {
    /// The factor, as the scenario names it.
    pub factor: String,
    /// What it turns.
    pub path: String,
    /// "sourced", "calibrated" or "guess".
    pub standing: String,
    /// Not less than this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Not more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// One of these words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub among: Vec<String>,
    /// How likely chance alone would make it.
    pub quasi_p: f64,
    /// "rival bid is above 3".
    pub says: String,
}

/// A box that is told.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Found {
    /// The strongest first.
    pub conditions: Vec<Condition>,
    /// How it fares among all points.
    #[serde(flatten)]
    pub fares: Fares,
}

/// A leaf of the check.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Branch {
    /// "rival bid below 3 and effort response above 0.4"; empty where nothing is split.
    pub says: String,
    /// Points in it.
    pub points: usize,
    /// Cases among them.
    pub cases: usize,
}

/// Where the verdict flips.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Flips {
    /// What counts: "Ladder gains nothing on Baseline".
    pub case: String,
    /// "world", or "point" where levers of ours were turned as well.
    pub each: &'static str,
    /// Points that could be run.
    pub points: usize,
    /// How many of them are cases.
    pub cases: usize,
    /// The boxes, those of most cases first; none where the cases are few, or everywhere, or without a pattern.
    pub boxes: Vec<Found>,
    /// How the boxes on the way to the first one fare.
    pub trajectory: Vec<Fares>,
    /// The tree beside them, from left to right.
    pub tree: Vec<Branch>,
    /// Whether the tree asks for a factor of the first box first; none where there is no box or no split.
    pub tree_agrees: Option<bool>,
}

/// Finds where the cases lie.
pub fn find(points: &Points, case: Case) -> Flips {
    let sound = points.sound();
    let (hit, says) = judged(points, &sound, case);
    let axes: Vec<&Axis> = points.axes.iter().filter(|axis| !axis.lever && axis.varies(&sound)).collect();
    let values: Vec<Values> = axes.iter().map(|axis| only(&axis.values, &sound)).collect();
    let cases = Cases { values: &values, hit: &hit };
    let all: Vec<usize> = (0..sound.len()).collect();
    let count = cases.hits(&all);
    let told = count >= FEW && sound.len() >= count + FEW;
    let (mut boxes, mut trajectory, mut left) = (Vec::new(), Vec::new(), all.clone());
    let base = count as f64 / sound.len().max(1) as f64;
    while told && boxes.len() < BOXES {
        let steps = cases.trajectory(&left);
        if boxes.is_empty() {
            trajectory = steps.iter().map(|step| fares(&cases, step)).collect();
        }
        let Some(step) = chosen(&cases, &steps, &left) else { break };
        // A box that is hardly purer than all points tells nothing.
        let pure = (base + 0.25 * (1.0 - base)).max(if boxes.is_empty() { 0.0 } else { 0.5 });
        if step.density < pure || step.coverage < FURTHER {
            break;
        }
        let held = cases.inside(&step.limits, &left);
        boxes.push(Found { conditions: conditions(&cases, &axes, &step, &left), fares: fares(&cases, &step) });
        left.retain(|p| !held.contains(p));
    }
    let leaves = if told { tree::leaves(&cases, &all) } else { Vec::new() };
    let first = leaves.iter().find_map(|leaf| leaf.way.first().map(Turn::factor));
    let tree_agrees = boxes
        .first()
        .zip(first)
        .map(|(found, first)| found.conditions.iter().any(|condition| condition.factor == axes[first].name));
    let branch = |leaf: &tree::Leaf| Branch {
        says: leaf.way.iter().map(|turn| turned(&axes, turn)).collect::<Vec<_>>().join(" and "),
        points: leaf.points,
        cases: leaf.cases,
    };
    Flips {
        case: says,
        each: if points.turns_levers() { "point" } else { "world" },
        points: sound.len(),
        cases: count,
        boxes,
        trajectory,
        tree: leaves.iter().map(branch).collect(),
        tree_agrees,
    }
}

/// Of each point whether it is a case, and what counts as one.
pub fn judged(points: &Points, sound: &[usize], case: Case) -> (Vec<bool>, String) {
    let says = |d: usize| points.designs[d].says.as_str();
    let gain = |d: usize, p: usize| points.level(d, p) - points.level(0, p);
    match case {
        Case::Behind { design } => {
            let hit = sound.iter().map(|p| gain(design, *p) <= 0.0).collect();
            (hit, format!("{} gains nothing on {}", says(design), says(0)))
        }
        Case::Misses { design, target } => {
            let hit = sound.iter().map(|p| points.level(design, *p) < target).collect();
            (hit, format!("{} does not come to {}", says(design), crate::words::number::figure(target)))
        }
        Case::NotBest { design } => {
            // Of equals none is better than the other.
            let beaten = |p: usize, own: usize| {
                points.designs.iter().enumerate().any(|(d, _)| points.level(d, p) > points.level(own, p))
            };
            let whole = || best(points, |d| sound.iter().map(|p| points.level(d, *p)).sum());
            let whole = design.unwrap_or_else(whole);
            let hit = sound.iter().map(|p| beaten(*p, whole)).collect();
            (hit, format!("{} is not the best design", says(whole)))
        }
    }
}

/// The design of which something is most; of equals the first.
fn best(points: &Points, of: impl Fn(usize) -> f64) -> usize {
    (0..points.designs.len()).reduce(|a, b| if of(b) > of(a) { b } else { a }).unwrap_or(0)
}

fn only(values: &Values, points: &[usize]) -> Values {
    match values {
        Values::Numbers(list) => Values::Numbers(points.iter().map(|p| list[*p]).collect()),
        Values::Words(list, words) => Values::Words(points.iter().map(|p| list[*p]).collect(), words.clone()),
    }
}

fn asked(cases: &Cases, limits: &[Limit]) -> Vec<usize> {
    let whole = cases.whole();
    (0..limits.len()).filter(|j| limits[*j] != whole[*j]).collect()
}

fn fares(cases: &Cases, step: &Step) -> Fares {
    let restricted = asked(cases, &step.limits).len();
    Fares { coverage: step.coverage, density: step.density, mass: step.mass, restricted }
}

/// The step to tell, without conditions that chance could make and with few of them.
fn chosen(cases: &Cases, steps: &[Step], among: &[usize]) -> Option<Step> {
    let both = |s: &Step| 2.0 * s.coverage * s.density / (s.coverage + s.density).max(1e-12);
    let pruned = |step: &Step| {
        let mut step = step.clone();
        loop {
            let free = asked(cases, &step.limits);
            let p: Vec<f64> = free.iter().map(|j| cases.quasi_p(&step.limits, *j, among)).collect();
            let weakest = (0..free.len()).max_by(|a, b| p[*a].total_cmp(&p[*b]))?;
            if free.len() == 1 || (p[weakest] < CHANCE && free.len() <= MOST) {
                return (p[weakest] < CHANCE).then_some(step);
            }
            step.limits[free[weakest]] = cases.whole()[free[weakest]].clone();
            step = cases.step(step.limits.clone(), &cases.inside(&step.limits, among));
        }
    };
    let list: Vec<Step> = steps.iter().skip(1).filter_map(pruned).collect();
    let most = |list: &mut dyn Iterator<Item = &Step>, of: &dyn Fn(&Step) -> f64| -> Option<Step> {
        list.reduce(|a, b| if of(b) > of(a) { b } else { a }).cloned()
    };
    most(&mut list.iter().filter(|s| s.density >= DENSE && s.coverage >= HELD), &both)
        .or_else(|| most(&mut list.iter(), &both))
}

fn conditions(cases: &Cases, axes: &[&Axis], step: &Step, among: &[usize]) -> Vec<Condition> {
    let whole = cases.whole();
    let of = |j: usize| {
        let axis = axes[j];
        let mut condition = Condition {
            factor: axis.name.clone(),
            path: axis.path.clone(),
            standing: axis.standing.clone(),
            low: None,
            high: None,
            among: Vec::new(),
            quasi_p: cases.quasi_p(&step.limits, j, among),
            says: String::new(),
        };
        match (&step.limits[j], &whole[j], &axis.values) {
            (Limit::Between(low, high), Limit::Between(first, last), _) => {
                condition.low = (low > first).then_some(*low);
                condition.high = (high < last).then_some(*high);
                let says = match (condition.low, condition.high) {
                    (Some(low), Some(high)) => format!("between {} and {}", axis.number(low), axis.number(high)),
                    (Some(low), None) => format!("above {}", axis.number(low)),
                    (None, high) => format!("below {}", axis.number(high.unwrap_or(*last))),
                };
                condition.says = format!("{} is {says}", axis.says);
            }
            (Limit::Among(kept), _, Values::Words(_, words)) => {
                condition.among = words.iter().zip(kept).filter(|(_, kept)| **kept).map(|(w, _)| w.clone()).collect();
                condition.says = format!("{} is {}", axis.says, condition.among.join(" or "));
            }
            _ => {}
        }
        condition
    };
    let mut list: Vec<Condition> = asked(cases, &step.limits).into_iter().map(of).collect();
    list.sort_by(|a, b| a.quasi_p.total_cmp(&b.quasi_p));
    list
}

fn turned(axes: &[&Axis], turn: &Turn) -> String {
    let axis = axes[turn.factor()];
    match (turn, &axis.values) {
        (Turn::Below { at, .. }, _) => format!("{} below {}", axis.says, axis.number(*at)),
        (Turn::Above { at, .. }, _) => format!("{} above {}", axis.says, axis.number(*at)),
        (Turn::Is { word, .. }, Values::Words(_, words)) => format!("{} is {}", axis.says, words[*word]),
        (Turn::Other { word, .. }, Values::Words(_, words)) => format!("{} is not {}", axis.says, words[*word]),
        _ => String::new(),
    }
}

impl Found {
    /// "rival bid is above 3 and effort response is below 0.4".
    pub fn says(&self) -> String {
        self.conditions.iter().map(|c| c.says.as_str()).collect::<Vec<_>>().join(" and ")
    }
    /// "coverage 71 %, density 84 %".
    pub fn fares(&self) -> String {
        format!("coverage {}, density {}", percent(self.fares.coverage), percent(self.fares.density))
    }
}

impl Flips {
    /// The finding in one sentence, without a full stop.
    pub fn says(&self) -> String {
        let (cases, points) = (self.cases, many(self.points, self.each));
        if cases == 0 {
            return format!("In none of {points}: {}", self.case);
        }
        if cases == self.points {
            return format!("In all of {points}: {}", self.case);
        }
        let Some(first) = self.boxes.first() else {
            let few = cases < FEW || self.points < cases + FEW;
            let why = if few { "too few to say where" } else { "no condition tells them from the others" };
            return format!("{} in {cases} of {points}; {why}", self.case);
        };
        format!("{} when {}: {}", self.case, first.says(), first.fares()).replace(GLUE, " ")
    }

    /// As CSV: a row for each condition of each box.
    pub fn table(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Writing into memory does not fail, and all rows are of one length.
        let heads =
            ["box", "factor", "path", "standing", "low", "high", "among", "quasi_p", "coverage", "density", "mass"];
        let _ = writer.write_record(heads);
        let number = |x: Option<f64>| x.map_or(String::new(), |x| format!("{x}"));
        for (k, found) in self.boxes.iter().enumerate() {
            for c in &found.conditions {
                let fares = [found.fares.coverage, found.fares.density, found.fares.mass].map(|x| format!("{x:.4}"));
                let own = [
                    (k + 1).to_string(),
                    c.factor.clone(),
                    c.path.clone(),
                    c.standing.clone(),
                    number(c.low),
                    number(c.high),
                    c.among.join("|"),
                    format!("{:.2e}", c.quasi_p),
                ];
                let _ = writer.write_record(own.into_iter().chain(fares));
            }
        }
        writer.into_inner().unwrap_or_default()
    }
}
