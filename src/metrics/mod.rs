//! Metrics: the numbers that are read off the world after a tick.
//!
//! A metric without a value, such as a mean over nobody, is NaN, and its declaration says when. A file holds a family of metrics. A [`Family`] names its metrics, some of which depend on the scenario (one for each tier, one for
//! each pool), and reads them all from one [`Observation`]. Invariant: a family reads as many numbers as it names, in the same order.

use serde::{Deserialize, Serialize};

use crate::model::Model;
use crate::words;

pub mod accounting;
pub mod active;
pub mod careers;
pub mod channels;
pub mod concentration;
pub mod ecosystem;
pub mod feelings;
pub mod gaming;
pub mod groups;
pub mod interventions;
pub mod knowledge;
pub mod momentum;
pub mod money;
pub mod names;
mod observation;
pub mod partners;
pub mod potentials;
pub mod retention;
pub mod review;
mod spoken;
pub mod tiers;
pub mod trial;
pub mod triggers;
mod unit;

pub use observation::{Means, Observation};
pub use spoken::{capitalised, spoken, without_so_far};
pub use unit::Unit;

/// A metric's name, title and unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metric {
    /// In kebab-case; one of a series has a colon: `holders:core.maintainer`.
    pub name: String,
    /// The title, for charts and tables.
    pub title: String,
    /// The unit of its values.
    pub unit: Unit,
    /// Whether it is a running total: then its last value counts, not the mean of the last half year.
    pub total: bool,
    /// When it has no value (NaN in a row), as a clause: "nobody has entered the tier"; `None` if it always has one.
    pub undefined: Option<String>,
    /// Which way it should move.
    pub better: Better,
}

impl Metric {
    /// The same with the case in which it has no value.
    fn undefined(mut self, when: String) -> Metric {
        self.undefined = Some(when);
        self
    }
}

/// Which way a metric should move, for those who choose a design by it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Better {
    /// More is better.
    #[default]
    More,
    /// Less is better.
    Less,
}

impl Better {
    /// 1 if more is better, else −1.
    pub fn sign(self) -> f64 {
        match self {
            Better::More => 1.0,
            Better::Less => -1.0,
        }
    }
    /// Whether it is the default.
    pub fn is_more(&self) -> bool {
        *self == Better::More
    }
}

/// A family of metrics: all that one file declares.
pub struct Family {
    /// In kebab-case.
    pub name: &'static str,
    /// Its metrics in a model, in the order in which they are read.
    pub names: fn(&Model) -> Vec<Metric>,
    /// Appends the value of each metric.
    pub read: fn(&Observation, &mut Vec<f64>),
}

impl Family {
    /// What the family measures, in one sentence with a full stop: the message `metric-family-NAME`.
    pub fn sentence(&self) -> String {
        let name = self.name;
        words::sentence(&format!("metric-family-{name}"), None).unwrap_or_default()
    }
}

/// All families, in the order in which they are listed and read.
pub static FAMILIES: &[Family] = &[
    active::FAMILY,
    trial::FAMILY,
    accounting::FAMILY,
    retention::FAMILY,
    concentration::FAMILY,
    triggers::FAMILY,
    feelings::FAMILY,
    knowledge::FAMILY,
    tiers::FAMILY,
    careers::FAMILY,
    money::FAMILY,
    gaming::FAMILY,
    review::FAMILY,
    interventions::FAMILY,
    momentum::FAMILY,
    ecosystem::FAMILY,
    channels::FAMILY,
    partners::FAMILY,
    groups::FAMILY,
    potentials::FAMILY,
];

/// The declaration of a metric.
fn named(name: &str, title: String, unit: Unit) -> Metric {
    let (total, better) = (names::is_total(name), names::better(name));
    Metric { name: name.to_owned(), title, unit, total, undefined: None, better }
}

/// The declaration of one metric of a series: `holders` for the tier `core.maintainer` is `holders:core.maintainer`.
fn named_for(series: &str, which: &str, title: String, unit: Unit) -> Metric {
    named(&format!("{series}:{which}"), title, unit)
}

/// A share or mean; NaN if there is nothing to divide by.
fn ratio(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { f64::NAN } else { part / whole }
}

/// All metrics of a model, in the order of the values in a row of a trajectory.
pub fn names(model: &Model) -> Vec<Metric> {
    FAMILIES.iter().flat_map(|family| (family.names)(model)).collect()
}

/// The values of all metrics: one row of a trajectory.
pub fn read_all(observation: &Observation) -> Vec<f64> {
    let mut values = Vec::new();
    for family in FAMILIES {
        (family.read)(observation, &mut values);
    }
    values
}

/// The place of a metric: the index of its family in [`FAMILIES`], and its index among the metrics of that family.
pub type Place = (usize, usize);

/// The places of some metrics, by name; `None` for a name that no family has.
pub fn places(model: &Model, wanted: &[&str]) -> Vec<Option<Place>> {
    let families: Vec<Vec<Metric>> = FAMILIES.iter().map(|family| (family.names)(model)).collect();
    let place = |name: &&str| {
        let index = |metrics: &Vec<Metric>| metrics.iter().position(|metric| metric.name == **name);
        families.iter().enumerate().find_map(|(family, metrics)| Some((family, index(metrics)?)))
    };
    wanted.iter().map(place).collect()
}

/// The values at some places, NaN if there is no place. Only the families that are needed are read.
pub fn read_places(observation: &Observation, places: &[Option<Place>]) -> Vec<f64> {
    let mut found = vec![f64::NAN; places.len()];
    for (k, family) in FAMILIES.iter().enumerate() {
        let mut values = Vec::new();
        for (found, place) in found.iter_mut().zip(places) {
            if let Some((_, index)) = place.filter(|(family, _)| *family == k) {
                if values.is_empty() {
                    (family.read)(observation, &mut values);
                }
                *found = values[index];
            }
        }
    }
    found
}
