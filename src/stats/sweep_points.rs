//! The points of a sweep: the value of each factor, and the headline of each design in each run.
//!
//! Invariant: runs of one point are in the order of their replicates, so that those of two designs are paired; a point
//! that cannot be run has none.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Design;
use super::evidence::tolerance_of;
use super::quantiles::mean;
use crate::metrics::Better;
use crate::world::calendar::day_of;

/// The unit of dates, whose numbers are those of days.
pub const DATE: &str = "date";

/// The values of one factor.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// In the unit of the knob.
    Numbers(Vec<f64>),
    /// Indices into a list of words, and the list.
    Words(Vec<usize>, Vec<String>),
}

/// A lever or an uncertainty over the points.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Its name in the scenario.
    pub name: String,
    /// Its name in charts.
    pub says: String,
    /// The path that it sets.
    pub path: String,
    /// Whether it is a lever.
    pub lever: bool,
    /// "sourced", "calibrated" or "guess"; "lever" for a lever.
    pub standing: String,
    /// The unit of its numbers: "days", "per year", "logits".
    pub unit: String,
    /// The value at each point; the scenario's own if the point does not set it.
    pub values: Values,
    /// `set[point]`: whether the point sets it.
    pub set: Vec<bool>,
    /// The scenario's own value, if it is a number.
    pub own: Option<f64>,
}

/// A sweep, point by point.
#[derive(Clone, Debug, PartialEq)]
pub struct Points {
    /// The source of the runs.
    pub origin: Origin,
    /// All designs, the baseline first.
    pub designs: Vec<Design>,
    /// All factors, levers first.
    pub axes: Vec<Axis>,
    /// The headline: `runs[design][point][replicate]`; empty for a point that cannot be run.
    pub runs: Vec<Vec<Vec<f64>>>,
    /// Promises that an empty pool broke, mean over runs: `unpaid[design][point]`.
    pub unpaid: Vec<Vec<f64>>,
}

/// The source that a chart prints below itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Origin {
    /// Name of the scenario.
    pub scenario: String,
    /// Seed of all randomness.
    pub seed: u64,
    /// Number of all people whom the product could ever reach.
    pub people: u64,
    /// Number of points that were run.
    pub points: usize,
    /// Number of paired runs of each design at each point.
    pub replicates: usize,
    /// ISO currency code.
    pub currency: String,
    /// Title of the headline: "Active contributors a month, last half year".
    pub headline: String,
    /// Unit of the headline.
    pub unit: String,
    /// Which way the headline should move.
    pub better: Better,
}

impl Points {
    /// Number of points.
    pub fn len(&self) -> usize {
        self.runs.first().map_or(0, Vec::len)
    }
    /// Whether there are no points.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The points that could be run and at which the headline has a value in some run of each design, in order.
    pub fn sound(&self) -> Vec<usize> {
        (0..self.len()).filter(|p| self.runs.iter().all(|design| !mean(&design[*p]).is_nan())).collect()
    }
    /// Mean headline of a design at a point.
    pub fn level(&self, design: usize, point: usize) -> f64 {
        mean(&self.runs[design][point])
    }
    /// The point at which all factors have the values of the scenario.
    pub fn centre(&self) -> Option<usize> {
        self.sound().into_iter().find(|p| self.axes.iter().all(|axis| !axis.set[*p]))
    }
    /// The scale of gains: the level of the baseline at [`Points::centre`], otherwise its mean over all points.
    pub fn scale(&self) -> f64 {
        let all = || mean(&self.sound().into_iter().map(|p| self.level(0, p)).collect::<Vec<_>>());
        self.centre().map_or_else(all, |p| self.level(0, p)).abs()
    }
    /// The axes that turn nothing: all points that differ only in them have the same runs, and there are such points.
    pub fn idle(&self) -> Vec<&Axis> {
        let sound = self.sound();
        let varying: Vec<&Axis> = self.axes.iter().filter(|axis| axis.varies(&sound)).collect();
        let bits = |p: usize| -> Vec<u64> {
            self.runs.iter().flat_map(|design| design[p].iter().map(|x| x.to_bits())).collect()
        };
        let alike = |points: &[usize]| points.windows(2).all(|pair| bits(pair[0]) == bits(pair[1]));
        if sound.len() > 1 && alike(&sound) {
            return varying;
        }
        let idle = |axis: &&Axis| {
            let others = || varying.iter().filter(|other| other.name != axis.name);
            let mut groups: BTreeMap<Vec<u64>, Vec<usize>> = BTreeMap::new();
            for p in &sound {
                groups.entry(others().map(|other| other.key(*p)).collect()).or_default().push(*p);
            }
            let several = |own: &&Vec<usize>| axis.varies(own);
            groups.values().any(|own| several(&own)) && groups.values().filter(several).all(|own| alike(own))
        };
        varying.iter().copied().filter(idle).collect()
    }
    /// Whether levers vary over the points that could be run.
    pub fn turns_levers(&self) -> bool {
        let sound = self.sound();
        self.axes.iter().any(|axis| axis.lever && axis.varies(&sound))
    }
    /// Paired gains of a design at a point, `[replicate]`, as shares of the scale; for the baseline its difference from
    /// the scale.
    pub fn gains(&self, design: usize, point: usize, scale: f64) -> Vec<f64> {
        let (mine, base) = (&self.runs[design][point], &self.runs[0][point]);
        let share = |(m, b): (&f64, &f64)| if design == 0 { m / scale - 1.0 } else { (m - b) / scale };
        mine.iter().zip(base).map(share).collect()
    }
    /// By how much a design is better than another at a point, `[replicate]`, in the unit of the headline.
    pub fn leads(&self, design: usize, other: usize, point: usize) -> Vec<f64> {
        let sign = self.origin.better.sign();
        self.runs[design][point].iter().zip(&self.runs[other][point]).map(|(a, b)| sign * (a - b)).collect()
    }
    /// The lead at a point up to which two designs are even there.
    pub fn tolerance(&self, design: usize, other: usize, point: usize) -> f64 {
        tolerance_of(self.level(design, point), self.level(other, point))
    }
    /// Mean of [`Points::gains`].
    pub fn gain(&self, design: usize, point: usize, scale: f64) -> f64 {
        mean(&self.gains(design, point, scale))
    }
}

impl Axis {
    /// Whether it has more than one value over the given points.
    pub fn varies(&self, points: &[usize]) -> bool {
        points.windows(2).any(|pair| match &self.values {
            Values::Numbers(list) => list[pair[0]].to_bits() != list[pair[1]].to_bits(),
            Values::Words(list, _) => list[pair[0]] != list[pair[1]],
        })
    }
    /// Its value at a point as a key: equal for equal values.
    pub fn key(&self, point: usize) -> u64 {
        match &self.values {
            Values::Numbers(list) => list[point].to_bits(),
            Values::Words(list, _) => list[point] as u64,
        }
    }
    /// A number with its unit.
    pub fn number(&self, x: f64) -> String {
        if self.unit == DATE {
            return day_of(x).to_string();
        }
        let text = crate::words::number::figure(x);
        match self.unit.as_str() {
            "" | "share" | "chance" => text,
            unit => format!("{text}{}{unit}", crate::words::number::GLUE),
        }
    }
    /// Its value at a point.
    pub fn cell(&self, point: usize) -> String {
        match &self.values {
            Values::Numbers(list) => self.number(list[point]),
            Values::Words(list, words) => words[list[point]].clone(),
        }
    }
}
