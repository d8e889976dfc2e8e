//! The parts of a front: its goals, its members with their levers, and the generations of the search.
//!
//! Invariant: a number without a value is NaN, and `null` in JSON.

use serde::{Deserialize, Serialize};

use crate::plan::Edge;
use crate::stats::Band;
use crate::words::number::{self, percent, signed};

/// A quantity that the search maximises or minimises.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// Its text in the scenario: `gain`, `money-paid`.
    pub text: String,
    /// Its name in tables.
    pub says: String,
    /// Whether it is maximised.
    pub most: bool,
    /// Unit: "gain", "money", "share", "people" or empty.
    pub unit: String,
}

/// A number and its 80 % interval over luck.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Estimate {
    #[serde(deserialize_with = "read_number")]
    pub value: f64,
    #[serde(deserialize_with = "read_number")]
    pub low: f64,
    #[serde(deserialize_with = "read_number")]
    pub high: f64,
    /// Number of runs in which it has no value.
    #[serde(default, skip_serializing_if = "crate::stats::is_zero")]
    pub missing: usize,
}

/// A number in JSON, where `null` is a value that is not a number.
fn read_number<'de, D: serde::Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
    Option::deserialize(from).map(|x: Option<f64>| x.unwrap_or(f64::NAN))
}

/// A list of numbers in JSON, where `null` is a value that is not a number.
fn read_list<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<f64>, D::Error> {
    let read: Vec<Option<f64>> = Deserialize::deserialize(from)?;
    Ok(read.into_iter().map(|x| x.unwrap_or(f64::NAN)).collect())
}

/// A lever and its value in a design.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Turned {
    pub lever: String,
    pub says: String,
    pub value: String,
    /// The value as a number; `None` for a word.
    pub number: Option<f64>,
    /// Whether the rule that it sets is active in this design.
    pub stands: bool,
    /// The end of the lever's range at which it is, if the range could be wider there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edge: Option<Edge>,
}

/// How the baseline stands beside the front.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// No design is better on every goal.
    OnFront,
    /// A design is at least as good on every goal.
    Beaten,
    /// It does not meet the limits.
    BreaksLimits,
    /// A goal has no value in it.
    Undefined,
}

/// A design of the front.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Member {
    /// A, B, C, … in the order of the front; 0 for the baseline.
    pub letter: String,
    /// "knee", "cheapest", "largest growth"; empty for most. Filled in by [`crate::findings`].
    pub called: Vec<String>,
    /// The same as keys, alike in every language: "knee", "least-money-paid". Names of files are made of them.
    #[serde(default)]
    pub keys: Vec<String>,
    /// The treatment in which the levers are set, as charts name it; empty for the scenario's own rules.
    pub design: String,
    /// Its levers.
    pub levers: Vec<Turned>,
    /// Its settings, as lines of a treatment.
    pub rules: String,
    /// The date from which it applies; empty for the start of the run.
    pub from: String,
    /// One estimate per goal.
    pub goals: Vec<Estimate>,
    /// `drawn[goal][resample]`: bootstrap values of the goal, with the same luck for all designs.
    #[serde(skip)]
    pub drawn: Vec<Vec<f64>>,
    /// Paired gain over the baseline in all runs, as a share of the baseline's mean (or in the metric's unit if the
    /// baseline is zero).
    pub gain: Band,
    /// Posterior mean (Jeffreys prior) of the probability that a run exceeds its paired baseline run.
    #[serde(deserialize_with = "read_number")]
    pub better: f64,
    /// Money paid, mean over all runs.
    #[serde(deserialize_with = "read_number")]
    pub cost: f64,
    /// Exits due to overload, mean over all runs.
    #[serde(deserialize_with = "read_number")]
    pub overload: f64,
    /// The goals as estimated by the search itself.
    #[serde(deserialize_with = "read_list")]
    pub promised: Vec<f64>,
    /// Number of runs in the final judgement.
    pub runs: usize,
    /// Of the baseline: how it stands beside the front; `None` for a design.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
}

impl Member {
    /// Whether it is the baseline: the scenario as it is.
    pub fn is_baseline(&self) -> bool {
        self.standing.is_some()
    }
}

/// The state of the search after a generation.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Generation {
    /// Number of designs tried so far.
    pub designs: usize,
    /// Number of runs so far, with those of the baseline.
    pub runs: usize,
    /// Number of designs on its front.
    pub front: usize,
    /// Share of the box between the best and the worst of all fronts that its front dominates.
    pub volume: f64,
}

impl Goal {
    /// Its name in files: `most-gain`, `least-money-paid`.
    pub fn key(&self) -> String {
        let plain = self.text.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
        let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
        [if self.most { "most" } else { "least" }].into_iter().chain(words).collect::<Vec<_>>().join("-")
    }
    /// A value of the goal, formatted for tables and charts.
    pub fn figure(&self, currency: &str, x: f64) -> String {
        match self.unit.as_str() {
            "gain" => signed(x, percent),
            "money" => number::money(currency, x),
            unit => number::value(unit, currency, x),
        }
    }
}
