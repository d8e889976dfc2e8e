//! Map of two levers: the outcome of a design at every combination.
//!
//! Invariant: a place that cannot be run, or at which a pool breaks promises, is marked; it does not count as best or
//! as reaching the target.

use serde::Serialize;

use super::evidence::tolerance;
use super::quantiles::{eighty, known_to, mean};
use super::regret::is_reached;
use super::sweep_points::{Axis, Points, Values};
use crate::metrics::Better;

/// Number of broken promises per run from which a place is infeasible.
const BROKEN: f64 = 0.5;

/// Why a place is infeasible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Infeasible {
    /// The combination is not a valid scenario.
    CannotRun,
    /// An empty pool breaks promises.
    Unpaid,
    /// The headline has no value in any run.
    Undefined,
}

impl Infeasible {
    /// The reason in tables that programs read.
    fn key(self) -> &'static str {
        match self {
            Infeasible::CannotRun => "cannot-run",
            Infeasible::Unpaid => "unpaid",
            Infeasible::Undefined => "undefined",
        }
    }
}

/// One combination.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Place {
    /// Index of the first lever's value.
    pub x: usize,
    /// Index of the second lever's value.
    pub y: usize,
    /// Mean headline of the design; `None` if it cannot be run.
    pub level: Option<f64>,
    /// Half width of its 80 % interval.
    pub known_to: Option<f64>,
    /// Mean paired gain over the baseline at the same place, as a share of the baseline; `None` if there is only the
    /// baseline.
    pub gain: Option<f64>,
    /// Whether paired runs cannot distinguish it from the best place.
    pub alike: bool,
    /// Why it is infeasible: "cannot be run", "an empty pool cannot pay"; filled in by [`crate::findings`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub infeasible: Option<String>,
    /// The reason as an enum.
    #[serde(skip)]
    pub why: Option<Infeasible>,
}

/// A lever of the map.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Side {
    /// Its name in charts.
    pub says: String,
    /// The path that it sets.
    pub path: String,
    /// Its values as text, in increasing order.
    pub values: Vec<String>,
    /// Its values as numbers; empty for words.
    pub numbers: Vec<f64>,
    /// The scenario's own value, if it is a number.
    pub own: Option<f64>,
}

/// Two levers and all their combinations.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Map {
    /// The metric.
    pub headline: String,
    /// The design whose level it is, as charts name it.
    pub design: String,
    /// Horizontal and vertical lever.
    pub sides: [Side; 2],
    /// Which way the headline should move.
    pub better: Better,
    /// All combinations, row by row from the bottom.
    pub places: Vec<Place>,
    /// The level to reach: given, or the design's own level in the scenario.
    pub target: f64,
    /// Whether the target was given.
    pub given: bool,
    /// Whether each lever has an effect beyond chance, at some value of the other.
    pub lever: [bool; 2],
}

impl Map {
    /// The map of a design over two levers of a sweep, by their indices into [`Points::axes`]; `target`: the level to
    /// reach. Texts of places are empty.
    pub(crate) fn of(points: &Points, design: usize, levers: [usize; 2], target: Option<f64>) -> Map {
        let sides = levers.map(|j| side(&points.axes[j]));
        let centre = points.centre();
        let scale = points.scale();
        let (mut places, mut lucks) = (Vec::new(), Vec::new());
        for y in 0..sides[1].1.len() {
            for x in 0..sides[0].1.len() {
                let here = |p: &usize| {
                    levers
                        .iter()
                        .zip([sides[0].1[x], sides[1].1[y]])
                        .all(|(j, key)| points.axes[*j].set[*p] && self::key(&points.axes[*j].values, *p) == key)
                };
                let all: Vec<usize> = (0..points.len()).filter(here).collect();
                let ran: Vec<usize> = all.iter().copied().filter(|p| !points.runs[design][*p].is_empty()).collect();
                let run: Vec<usize> = ran.iter().copied().filter(|p| !points.level(design, *p).is_nan()).collect();
                let levels: Vec<f64> = run.iter().flat_map(|p| points.runs[design][*p].iter().copied()).collect();
                let mean = |of: &dyn Fn(usize) -> f64| run.iter().map(|p| of(*p)).sum::<f64>() / run.len() as f64;
                let why = match () {
                    () if ran.is_empty() => Some(Infeasible::CannotRun),
                    () if run.is_empty() => Some(Infeasible::Undefined),
                    () if mean(&|p| points.unpaid[design][p]) >= BROKEN => Some(Infeasible::Unpaid),
                    () => None,
                };
                places.push(Place {
                    x,
                    y,
                    level: (!run.is_empty()).then(|| mean(&|p| points.level(design, p))),
                    known_to: (levels.len() > 1).then(|| known_to(&levels)),
                    alike: false,
                    gain: (design > 0 && !run.is_empty() && scale > 0.0)
                        .then(|| mean(&|p| points.gain(design, p, scale))),
                    infeasible: None,
                    why,
                });
                lucks.push(by_luck(points, design, &run));
            }
        }
        let sound = points.sound();
        let mean = || sound.iter().map(|p| points.level(design, *p)).sum::<f64>() / sound.len().max(1) as f64;
        let own = centre.map_or_else(mean, |p| points.level(design, p));
        let mut map = Map {
            headline: points.origin.headline.clone(),
            design: points.designs[design].says.clone(),
            sides: sides.map(|(side, _)| side),
            better: points.origin.better,
            places,
            target: target.unwrap_or(own),
            given: target.is_some(),
            lever: [true; 2],
        };
        map.compare(&lucks);
        map
    }

    /// Marks the places that cannot be distinguished from the best one, and the levers that have an effect;
    /// `lucks[place][replicate]`.
    fn compare(&mut self, lucks: &[Vec<f64>]) {
        let sound = |k: &usize| self.places[*k].why.is_none() && self.places[*k].level.is_some();
        let all: Vec<usize> = (0..self.places.len()).filter(sound).collect();
        let Some(spread) = unlike(&all.iter().map(|k| lucks[*k].as_slice()).collect::<Vec<_>>()) else {
            all.iter().for_each(|k| self.places[*k].alike = true);
            self.lever = [false; 2];
            return;
        };
        let alike = |a: usize, b: usize, looks: usize| {
            let chance = eighty(spread.1, looks) * spread.0;
            (mean(&lucks[a]) - mean(&lucks[b])).abs() <= chance + tolerance(&lucks[a], &lucks[b])
        };
        let level = |k: usize| self.places[k].level.map_or(f64::NEG_INFINITY, |level| self.better.sign() * level);
        let Some(best) = all.iter().copied().reduce(|a, b| if level(b) > level(a) { b } else { a }) else { return };
        let same: Vec<usize> = all.iter().copied().filter(|k| *k == best || alike(best, *k, all.len() - 1)).collect();
        let columns = self.sides[0].values.len();
        let along = |k: usize, side: usize| if side == 0 { k / columns } else { k % columns };
        let makes = |side: usize| {
            let pairs = all.iter().flat_map(|a| all.iter().map(move |b| (*a, *b)));
            let pairs: Vec<(usize, usize)> =
                pairs.filter(|(a, b)| a < b && along(*a, side) == along(*b, side)).collect();
            pairs.iter().any(|(a, b)| !alike(*a, *b, pairs.len()))
        };
        self.lever = [makes(0), makes(1)];
        for k in same {
            self.places[k].alike = true;
        }
    }

    /// Whether no two places can be distinguished.
    pub fn is_flat(&self) -> bool {
        !self.lever[0] && !self.lever[1] && self.places.iter().all(|p| p.alike || p.why.is_some())
    }

    /// The lowest and the highest level of feasible places.
    pub fn ends(&self) -> (f64, f64) {
        let levels = self.places.iter().filter(|p| p.why.is_none()).filter_map(|p| p.level);
        levels.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(x), b.max(x)))
    }

    /// Why places are infeasible, each reason once with the number of its places, in the order of the places.
    pub fn reasons(&self) -> Vec<(&str, usize)> {
        let mut found: Vec<(&str, usize)> = Vec::new();
        for why in self.places.iter().filter_map(|place| place.infeasible.as_deref()) {
            match found.iter_mut().find(|(known, _)| *known == why) {
                Some((_, count)) => *count += 1,
                None => found.push((why, 1)),
            }
        }
        found
    }

    /// A place by its indices.
    pub fn at(&self, x: usize, y: usize) -> &Place {
        &self.places[y * self.sides[0].values.len() + x]
    }

    /// The feasible place with the best level.
    pub fn best(&self) -> Option<&Place> {
        let sound = self.places.iter().filter(|place| place.why.is_none());
        let level = |place: &Place| place.level.map(|level| self.better.sign() * level);
        sound.filter(|p| p.level.is_some()).reduce(|a, b| if level(b) > level(a) { b } else { a })
    }

    /// Number of feasible places that reach the target, and number of feasible places.
    pub fn reached(&self) -> (usize, usize) {
        let sound = || self.places.iter().filter(|place| place.why.is_none());
        (
            sound().filter(|p| p.level.is_some_and(|level| is_reached(level, self.target, self.better))).count(),
            sound().count(),
        )
    }

    /// The map as CSV: one row per combination.
    pub fn table(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Writing to memory cannot fail, and all rows have the same length.
        let [a, b] = &self.sides;
        let _ = writer.write_record([&a.path, &b.path, "level", "level_known_to", "gain", "alike", "infeasible"]);
        let number = |x: Option<f64>| x.map_or(String::new(), |x| format!("{x:.6}"));
        let cell = |side: &Side, k: usize| match side.numbers.get(k) {
            Some(x) => format!("{x}"),
            None => side.values[k].clone(),
        };
        for p in &self.places {
            let rest = [
                number(p.level),
                number(p.known_to),
                number(p.gain),
                p.alike.to_string(),
                p.why.map_or("", Infeasible::key).to_owned(),
            ];
            let _ = writer.write_record([cell(a, p.x), cell(b, p.y)].into_iter().chain(rest));
        }
        writer.into_inner().unwrap_or_default()
    }
}

/// The headline of a design, `[replicate]`, mean over the given points.
fn by_luck(points: &Points, design: usize, at: &[usize]) -> Vec<f64> {
    let count = at.iter().map(|p| points.runs[design][*p].len()).min().unwrap_or(0);
    (0..count).map(|r| mean(&at.iter().map(|p| points.runs[design][*p][r]).collect::<Vec<_>>())).collect()
}

/// The standard error of the difference of two places under common luck, and its degrees of freedom, from the residuals
/// after the mean of each place and of each replicate (two-way analysis of variance, one variance for all places);
/// `None` for a single run.
fn unlike(lucks: &[&[f64]]) -> Option<(f64, f64)> {
    let runs = lucks.iter().map(|own| own.len()).min().filter(|runs| *runs > 1)?;
    let each: Vec<f64> = (0..runs).map(|r| mean(&lucks.iter().map(|own| own[r]).collect::<Vec<_>>())).collect();
    let whole = mean(&each);
    let left = |own: &&[f64]| {
        let level = mean(&own[..runs]);
        each.iter().zip(*own).map(|(luck, x)| (x - luck - level + whole) * (x - luck - level + whole)).sum::<f64>()
    };
    let degrees = (lucks.len().max(2) - 1) as f64 * (runs - 1) as f64;
    let variance = lucks.iter().map(left).sum::<f64>() / degrees;
    Some((libm::sqrt(2.0 * variance / runs as f64), degrees))
}

/// A sort key for values of a lever: bits that increase with numbers, or indices of words.
fn key(values: &Values, point: usize) -> u64 {
    match values {
        Values::Numbers(list) => {
            let bits = list[point].to_bits();
            if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
        }
        Values::Words(list, _) => list[point] as u64,
    }
}

/// The values of a lever over the points, in increasing order, and their keys.
fn side(axis: &Axis) -> (Side, Vec<u64>) {
    let mut found: Vec<(u64, usize)> =
        (0..axis.set.len()).filter(|p| axis.set[*p]).map(|p| (key(&axis.values, p), p)).collect();
    found.sort_unstable();
    found.dedup_by_key(|(key, _)| *key);
    let numbers = match &axis.values {
        Values::Numbers(list) => found.iter().map(|(_, p)| list[*p]).collect(),
        Values::Words(..) => Vec::new(),
    };
    let side = Side {
        says: axis.says.clone(),
        path: axis.path.clone(),
        values: found.iter().map(|(_, p)| axis.cell(*p)).collect(),
        numbers,
        own: axis.own,
    };
    (side, found.into_iter().map(|(key, _)| key).collect())
}
