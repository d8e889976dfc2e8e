//! Flips of the verdict: boxes of one to three conditions, each with its coverage and its density of cases.
//!
//! [`prim`](super::prim) finds the boxes, one after another over the remaining points. Among the steps towards a box,
//! the one with the best balance of coverage and density is taken; steps of high density come first; conditions that
//! could be due to chance are dropped. A [`tree`] is the check: it should split on the same factors. Invariant: too few
//! cases give no statement; conditions are on the world, never on levers. Texts are slots that [`crate::findings`]
//! fills in.

use serde::Serialize;

use super::prim::{Cases, Limit, Quality, Step};
use super::quantiles::mean;
use super::regret::known_among;
use super::sweep_points::{Axis, Points, Values};
use super::tree::{self, SplitRule};

/// Density and coverage from which a box is preferred.
const DENSE: f64 = 0.8;
const HELD: f64 = 0.3;
/// Largest number of conditions in a box.
const MOST: usize = 3;
/// Quasi-p-value from which a condition could be due to chance.
const CHANCE: f64 = 0.05;
/// Largest number of boxes; and below, the smallest share of the cases that a box must hold.
const BOXES: usize = 3;
const FURTHER: f64 = 0.1;
/// Smallest number of cases for a pattern.
pub const FEW: usize = 8;

/// The definition of a flip.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Case {
    /// The design has no gain over the baseline.
    Behind {
        /// Index of the design.
        design: usize,
    },
    /// Another design is better than this one.
    NotBest {
        /// Index of the design; `None`: the design that is best over all points.
        design: Option<usize>,
    },
    /// The design does not reach a level of the headline.
    Misses {
        /// Index of the design.
        design: usize,
        /// The level.
        target: f64,
    },
}

/// One condition of a box.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Condition {
    /// The factor's name in the scenario.
    pub factor: String,
    /// The path that the factor sets.
    pub path: String,
    /// "sourced", "calibrated" or "guess".
    pub standing: String,
    /// Lower limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// One of these words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub among: Vec<String>,
    /// The probability that the condition is due to chance.
    pub quasi_p: f64,
    /// "rival bid is above 3"; filled in by [`crate::findings`].
    pub says: String,
}

/// A box.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Found {
    /// Its conditions, the smallest quasi-p-value first.
    pub conditions: Vec<Condition>,
    /// Its coverage, density and mass among all points.
    #[serde(flatten)]
    pub fares: Quality,
}

/// A leaf of the tree.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Branch {
    /// "rival bid below 3 and effort response above 0.4"; empty without a split. Filled in by [`crate::findings`].
    pub says: String,
    /// The splits from the root to it; their factors are indices into [`Flips::factors`].
    #[serde(skip)]
    pub way: Vec<SplitRule>,
    /// Number of points in it.
    pub points: usize,
    /// Number of cases among them.
    pub cases: usize,
}

/// The flips of a verdict.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Flips {
    /// The definition of a case: "Ladder does not beat Baseline"; filled in by [`crate::findings`].
    pub case: String,
    /// The definition of a case, with its design.
    #[serde(skip)]
    pub what: Case,
    /// The factors of conditions and splits: indices into [`Points::axes`].
    #[serde(skip)]
    pub factors: Vec<usize>,
    /// The word for a point: "world", or "point" if levers vary as well.
    pub each: &'static str,
    /// Number of points that could be run.
    pub points: usize,
    /// Number of cases among them.
    pub cases: usize,
    /// Number of points at which the few runs leave open whether they are a case: the 80 % interval says both.
    pub open: usize,
    /// Number of paired runs at each point.
    pub runs: usize,
    /// The boxes in the order in which they were found; empty if cases are few, if all points are cases, or if there is
    /// no pattern.
    pub boxes: Vec<Found>,
    /// Coverage, density and mass of the boxes on the way to the first box.
    pub trajectory: Vec<Quality>,
    /// The leaves of the tree, from left to right.
    pub tree: Vec<Branch>,
    /// Whether the first split of the tree is on a factor of the first box; `None` without a box or a split.
    pub tree_agrees: Option<bool>,
}

/// A statement about the location of the cases.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pattern<'f> {
    /// No point is a case.
    Never,
    /// Every point is a case.
    Always,
    /// There are too few cases, or too few other points.
    TooFew,
    /// No condition separates cases from other points.
    NoCondition,
    /// They are in boxes; this is the first.
    Where(&'f Found),
}

/// Finds the boxes of the cases; texts are empty.
pub(crate) fn find(points: &Points, case: Case) -> Flips {
    let sound = points.sound();
    let (hit, what) = cases(points, &sound, case);
    let margins = margins(points, &sound, what);
    let open = (0..sound.len()).filter(|k| mean(&margins[*k]).abs() <= known_among(&margins, *k, 1)).count();
    let is_factor = |j: &usize| !points.axes[*j].lever && points.axes[*j].varies(&sound);
    let factors: Vec<usize> = (0..points.axes.len()).filter(is_factor).collect();
    let axes: Vec<&Axis> = factors.iter().map(|j| &points.axes[*j]).collect();
    let values: Vec<Values> = axes.iter().map(|axis| only(&axis.values, &sound)).collect();
    let cases = Cases { values: &values, hit: &hit };
    let all: Vec<usize> = (0..sound.len()).collect();
    let count = cases.hits(&all);
    let enough = count >= FEW && sound.len() >= count + FEW;
    let (mut boxes, mut trajectory, mut left) = (Vec::new(), Vec::new(), all.clone());
    let base = count as f64 / sound.len().max(1) as f64;
    while enough && boxes.len() < BOXES {
        let steps = cases.trajectory(&left);
        if boxes.is_empty() {
            trajectory = steps.iter().map(|step| quality(&cases, step)).collect();
        }
        let Some(step) = chosen(&cases, &steps, &left) else { break };
        // A box that is hardly denser than all points gives no information.
        let pure = (base + 0.25 * (1.0 - base)).max(if boxes.is_empty() { 0.0 } else { 0.5 });
        if step.density < pure || step.coverage < FURTHER {
            break;
        }
        let held = cases.inside(&step.limits, &left);
        boxes.push(Found { conditions: conditions(&cases, &axes, &step, &left), fares: quality(&cases, &step) });
        left.retain(|p| !held.contains(p));
    }
    let leaves = if enough { tree::leaves(&cases, &all) } else { Vec::new() };
    let first = leaves.iter().find_map(|leaf| leaf.way.first().map(SplitRule::factor));
    let tree_agrees = boxes
        .first()
        .zip(first)
        .map(|(found, first)| found.conditions.iter().any(|condition| condition.factor == axes[first].name));
    let branch = |leaf: &tree::Leaf| Branch {
        says: String::new(),
        way: leaf.way.clone(),
        points: leaf.points,
        cases: leaf.cases,
    };
    Flips {
        case: String::new(),
        what,
        factors,
        each: if points.turns_levers() { "point" } else { "world" },
        points: sound.len(),
        cases: count,
        open,
        runs: points.origin.replicates,
        boxes,
        trajectory,
        tree: leaves.iter().map(branch).collect(),
        tree_agrees,
    }
}

/// Whether each of the sound points is a case, and the definition of a case with its design.
pub fn cases(points: &Points, sound: &[usize], case: Case) -> (Vec<bool>, Case) {
    let sign = points.origin.better.sign();
    let over_all = || best(points, |d| sound.iter().map(|p| sign * points.level(d, *p)).sum());
    let case = match case {
        Case::NotBest { design: None } => Case::NotBest { design: Some(over_all()) },
        known => known,
    };
    let margins = margins(points, sound, case);
    // A design that is even with the baseline does not beat it; of two even designs neither is better.
    let even = matches!(case, Case::Behind { .. });
    (margins.iter().map(|own| mean(own) < 0.0 || (even && mean(own) == 0.0)).collect(), case)
}

/// By how much each of the sound points is no case, `[point][replicate]`; below zero where it is one.
fn margins(points: &Points, sound: &[usize], case: Case) -> Vec<Vec<f64>> {
    let better = points.origin.better;
    let plus = |runs: Vec<f64>, x: f64| runs.into_iter().map(|run| run + x).collect::<Vec<f64>>();
    let margin = |p: usize| match case {
        Case::Behind { design } => plus(points.leads(design, 0, p), -points.tolerance(design, 0, p)),
        Case::Misses { design, target } => {
            points.runs[design][p].iter().map(|x| better.sign() * (x - target)).collect()
        }
        Case::NotBest { design } => {
            let own = design.unwrap_or(0);
            let rival = best(points, |d| if d == own { f64::NEG_INFINITY } else { better.sign() * points.level(d, p) });
            plus(points.leads(own, rival, p), points.tolerance(own, rival, p))
        }
    };
    sound.iter().map(|p| margin(*p)).collect()
}

/// The design with the largest value; among equals the first.
fn best(points: &Points, of: impl Fn(usize) -> f64) -> usize {
    (0..points.designs.len()).reduce(|a, b| if of(b) > of(a) { b } else { a }).unwrap_or(0)
}

/// The values at the given points.
fn only(values: &Values, points: &[usize]) -> Values {
    match values {
        Values::Numbers(list) => Values::Numbers(points.iter().map(|p| list[*p]).collect()),
        Values::Words(list, words) => Values::Words(points.iter().map(|p| list[*p]).collect(), words.clone()),
    }
}

/// The factors that a box restricts.
fn restricted(cases: &Cases, limits: &[Limit]) -> Vec<usize> {
    let whole = cases.whole();
    (0..limits.len()).filter(|j| limits[*j] != whole[*j]).collect()
}

/// Coverage, density and mass of a step.
fn quality(cases: &Cases, step: &Step) -> Quality {
    let Step { limits, coverage, density, mass } = step;
    Quality { coverage: *coverage, density: *density, mass: *mass, restricted: restricted(cases, limits).len() }
}

/// The selected step: with few conditions, none of which could be due to chance.
fn chosen(cases: &Cases, steps: &[Step], among: &[usize]) -> Option<Step> {
    let both = |s: &Step| 2.0 * s.coverage * s.density / (s.coverage + s.density).max(1e-12);
    let pruned = |step: &Step| {
        let mut step = step.clone();
        loop {
            let free = restricted(cases, &step.limits);
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

/// The conditions of a step, without their texts.
fn conditions(cases: &Cases, axes: &[&Axis], step: &Step, among: &[usize]) -> Vec<Condition> {
    let whole = cases.whole();
    let condition = |j: usize| {
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
            }
            (Limit::Among(held), _, Values::Words(_, words)) => {
                condition.among = words.iter().zip(held).filter(|(_, held)| **held).map(|(w, _)| w.clone()).collect();
            }
            _ => {}
        }
        condition
    };
    let mut list: Vec<Condition> = restricted(cases, &step.limits).into_iter().map(condition).collect();
    list.sort_by(|a, b| a.quasi_p.total_cmp(&b.quasi_p));
    list
}

impl Flips {
    /// The statement about the location of the cases.
    pub fn pattern(&self) -> Pattern<'_> {
        match self.boxes.first() {
            _ if self.cases == 0 => Pattern::Never,
            _ if self.cases == self.points => Pattern::Always,
            Some(first) => Pattern::Where(first),
            None if self.cases < FEW || self.points < self.cases + FEW => Pattern::TooFew,
            None => Pattern::NoCondition,
        }
    }

    /// The boxes as CSV: one row per condition of each box.
    pub fn table(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Writing to memory cannot fail, and all rows have the same length.
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
