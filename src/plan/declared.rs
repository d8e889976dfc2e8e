//! What a lever or an uncertainty declares: its unit, its range and its distribution.
//!
//! Invariant: a declaration from which two different factors could be read is a mistake.

use super::spread::{Level, Spread};
use crate::knob;
use crate::registry::{Ask, Knob, Set};
use crate::say;
use crate::scenario::{Scenario, schema};

/// Who controls a factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The user.
    Lever,
    /// The world.
    Uncertainty,
}

/// The text around a number in a value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Unit {
    Plain,
    Whole,
    PerYear,
    Days,
    PerDays(f64),
}

/// The text around a number, and the range of the knob; no range for words.
pub(super) fn unit_and_range(scenario: &Scenario, path: &str, knob: &Knob) -> (Unit, Option<(f64, f64)>) {
    match knob.ask {
        Ask::Number { low, high, .. } => (Unit::Plain, Some((low, high))),
        Ask::Count { low, high, .. } => (Unit::Whole, Some((low as f64, high as f64))),
        Ask::Rate { low, high, .. } => (Unit::PerYear, Some((low, high))),
        Ask::Duration { low, high, .. } => (Unit::Days, Some((low, high))),
        Ask::Quota { low, high, .. } => {
            let (table, name) = path.rsplit_once('.').unwrap_or(("", path));
            let days = match scenario.settings(table).value(name) {
                Some(Set::Quota(_, days)) => *days,
                _ => 365.25,
            };
            (Unit::PerDays(days), Some((low, high)))
        }
        _ => (Unit::Plain, None),
    }
}

/// The key at fault, the problem, and the help.
pub(super) type Fault = (&'static str, String, String);

/// Checks that the table has numbers or words, as the knob requires.
pub(super) fn check_kind(path: &str, numeric: bool, given: &dyn Fn(&str) -> bool) -> Result<(), Fault> {
    let numbers = ["values", "low", "high", "mode", "mean", "sd", "median", "spread"];
    match numbers.into_iter().find(|name| given(name)) {
        _ if numeric && given("words") => {
            Err(("words", say!("plan-takes-a-number", path = path), say!("plan-takes-a-number-help")))
        }
        Some(name) if !numeric => Err((name, say!("plan-takes-words", path = path), say!("plan-takes-words-help"))),
        _ => Ok(()),
    }
}

/// The distribution of a table.
pub(super) fn read_spread(
    own: &schema::Uncertainty,
    role: Role,
    numeric: bool,
    listed: &dyn Fn(&str) -> bool,
) -> Result<Spread, Fault> {
    let need = |number: Option<f64>, name: &'static str| {
        number.ok_or_else(|| ("path", say!("plan-missing", knob = name), say!("plan-missing-help")))
    };
    let levels: Vec<Level> = if numeric {
        own.values.iter().copied().map(Level::Number).collect()
    } else {
        own.words.iter().cloned().map(Level::Word).collect()
    };
    if listed("values") && (listed("low") || listed("high")) {
        return Err(("values", say!("plan-values-and-range"), say!("plan-values-and-range-help")));
    }
    let list = if numeric { "values" } else { "words" };
    if listed(list) && levels.is_empty() {
        return Err((list, say!("plan-empty-list"), say!("plan-empty-list-help")));
    }
    let distribution = match (role, own.distribution.as_str()) {
        (Role::Lever, _) if !levels.is_empty() || !numeric => "discrete".to_owned(),
        (Role::Lever, _) => "uniform".to_owned(),
        (Role::Uncertainty, _) if !numeric => "discrete".to_owned(),
        (_, word) => word.to_owned(),
    };
    if listed("values") && distribution != "discrete" {
        let says = say!("plan-values-unused", distribution = distribution);
        return Err(("values", says, say!("plan-values-unused-help")));
    }
    let spread = match distribution.as_str() {
        "discrete" => {
            let weights = own.weights.clone();
            if levels.is_empty() {
                return Err(("path", say!("plan-no-list", list = list), say!("plan-no-list-help")));
            }
            if !weights.is_empty() && (weights.len() != levels.len() || weights.iter().sum::<f64>() <= 0.0) {
                let (n, of) = (weights.len().to_string(), levels.len().to_string());
                let says = say!("plan-weights", weights = n, levels = of, list = list);
                return Err(("weights", says, say!("plan-weights-help")));
            }
            return Ok(Spread::Among { levels, weights });
        }
        "normal" => Spread::Normal {
            mean: need(own.mean, knob!(schema::Uncertainty, mean))?,
            sd: need(own.sd, knob!(schema::Uncertainty, sd))?,
        },
        "log-normal" => Spread::LogNormal {
            median: need(own.median, knob!(schema::Uncertainty, median))?,
            spread: need(own.spread, knob!(schema::Uncertainty, spread))?,
        },
        "triangular" => Spread::Triangular {
            low: need(own.low, knob!(schema::Uncertainty, low))?,
            mode: need(own.mode, knob!(schema::Uncertainty, mode))?,
            high: need(own.high, knob!(schema::Uncertainty, high))?,
        },
        _ => Spread::Uniform {
            low: need(own.low, knob!(schema::Uncertainty, low))?,
            high: need(own.high, knob!(schema::Uncertainty, high))?,
        },
    };
    match spread {
        Spread::Uniform { low, high } | Spread::Triangular { low, high, .. } if low >= high => {
            let says = say!("plan-low-not-below-high", low = low.to_string(), high = high.to_string());
            Err(("low", says, say!("plan-low-not-below-high-help")))
        }
        Spread::Triangular { low, mode, high } if !(low..=high).contains(&mode) => {
            let (low, high) = (low.to_string(), high.to_string());
            let says = say!("plan-mode-outside", mode = mode.to_string(), low = low, high = high);
            Err(("mode", says, say!("plan-mode-outside-help")))
        }
        spread => Ok(spread),
    }
}
