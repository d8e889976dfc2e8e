//! What a lever or an uncertainty declares: its unit, its range and its distribution.
//!
//! Invariant: a declaration from which two different factors could be read is a mistake.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::spread::{Level, Spread};
use crate::knob;
use crate::registry::{Ask, Given, Knob, Set};
use crate::say;
use crate::scenario::{Scenario, schema};
use crate::world::calendar::{day_number, day_of};

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
    /// The number of a day.
    Date,
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
        Ask::Date { .. } => (Unit::Date, Some((day_number(Date::MIN), day_number(Date::MAX)))),
        _ => (Unit::Plain, None),
    }
}

/// The key at fault, the problem, and the help.
pub(super) type Fault = (&'static str, String, String);

/// A table of a factor, and the knob that it varies.
pub(super) struct Declared<'a> {
    pub(super) own: &'a schema::Uncertainty,
    pub(super) role: Role,
    /// The knob; `None` for a table that is switched on and off.
    pub(super) knob: Option<&'static Knob>,
    pub(super) unit: &'a Unit,
    /// Whether it takes numbers or dates, not words.
    pub(super) numeric: bool,
    /// Whether the file gives a value of the table.
    pub(super) given: &'a dyn Fn(&str) -> bool,
}

impl Declared<'_> {
    /// The distribution of the table.
    pub(super) fn spread(&self) -> Result<Spread, Fault> {
        self.check_kind()?;
        let own = self.own;
        let levels = self.levels()?;
        if (self.given)("values") && ((self.given)("low") || (self.given)("high")) {
            return Err(("values", say!("plan-values-and-range"), say!("plan-values-and-range-help")));
        }
        let list = if self.numeric && own.words.is_empty() { "values" } else { "words" };
        if (self.given)(list) && levels.is_empty() {
            return Err((list, say!("plan-empty-list"), say!("plan-empty-list-help")));
        }
        let distribution = match (self.role, own.distribution.as_str()) {
            (Role::Lever, _) if !levels.is_empty() || !self.numeric => "discrete",
            (Role::Lever, _) => "uniform",
            (Role::Uncertainty, _) if !self.numeric => "discrete",
            (_, word) => word,
        };
        if (self.given)("values") && distribution != "discrete" {
            let says = say!("plan-values-unused", distribution = distribution);
            return Err(("values", says, say!("plan-values-unused-help")));
        }
        if (self.given)("every") && (*self.unit != Unit::Date || distribution != "uniform") {
            return Err(("every", say!("plan-every"), say!("plan-every-help")));
        }
        let spread = match distribution {
            "discrete" => return self.among(levels, list),
            "normal" => Spread::Normal {
                mean: self.value(&own.mean, knob!(schema::Uncertainty, mean))?,
                sd: self.distance(&own.sd, knob!(schema::Uncertainty, sd))?,
            },
            "log-normal" => Spread::LogNormal {
                median: self.above_zero(&own.median, knob!(schema::Uncertainty, median))?,
                spread: own.spread.ok_or_else(|| missing(knob!(schema::Uncertainty, spread)))?,
            },
            "triangular" => Spread::Triangular {
                low: self.value(&own.low, knob!(schema::Uncertainty, low))?,
                mode: self.value(&own.mode, knob!(schema::Uncertainty, mode))?,
                high: self.value(&own.high, knob!(schema::Uncertainty, high))?,
            },
            _ => Spread::Uniform {
                low: self.value(&own.low, knob!(schema::Uncertainty, low))?,
                high: self.value(&own.high, knob!(schema::Uncertainty, high))?,
            },
        };
        match spread {
            Spread::Uniform { low, high } | Spread::Triangular { low, high, .. } if low >= high => {
                let says = say!("plan-low-not-below-high", low = self.text(low), high = self.text(high));
                Err(("low", says, say!("plan-low-not-below-high-help")))
            }
            Spread::Triangular { low, mode, high } if !(low..=high).contains(&mode) => {
                let (low, high) = (self.text(low), self.text(high));
                let says = say!("plan-mode-outside", mode = self.text(mode), low = low, high = high);
                Err(("mode", says, say!("plan-mode-outside-help")))
            }
            Spread::Uniform { low, high } if (self.given)("every") => {
                Ok(Spread::Among { levels: self.dates(low, high)?, weights: Vec::new() })
            }
            spread => Ok(spread),
        }
    }

    /// Checks that the table has numbers or dates, or words, as the knob requires.
    fn check_kind(&self) -> Result<(), Fault> {
        let path = &self.own.path;
        let numbers = ["values", "low", "high", "mode", "mean", "sd", "median", "spread"];
        match numbers.into_iter().find(|name| (self.given)(name)) {
            _ if self.numeric && *self.unit != Unit::Date && (self.given)("words") => {
                Err(("words", say!("plan-takes-a-number", path = path), say!("plan-takes-a-number-help")))
            }
            Some(name) if !self.numeric => {
                Err((name, say!("plan-takes-words", path = path), say!("plan-takes-words-help")))
            }
            _ => Ok(()),
        }
    }

    /// The values of a list. Dates may be given as words, too.
    fn levels(&self) -> Result<Vec<Level>, Fault> {
        if !self.numeric {
            return Ok(self.own.words.iter().cloned().map(Level::Word).collect());
        }
        let values = self.own.values.iter().map(|given| self.number("values", given, false));
        let words = self.own.words.iter().map(|word| self.number("words", &Given::Text(word.clone()), false));
        values.chain(words).map(|number| number.map(Level::Number)).collect()
    }

    /// A choice among listed values.
    fn among(&self, levels: Vec<Level>, list: &'static str) -> Result<Spread, Fault> {
        let weights = self.own.weights.clone();
        if levels.is_empty() {
            return Err(("path", say!("plan-no-list", list = list), say!("plan-no-list-help")));
        }
        if !weights.is_empty() && weights.len() != levels.len() {
            let (n, of) = (weights.len().to_string(), levels.len().to_string());
            let says = say!("plan-weights", weights = n, levels = of, list = list);
            return Err(("weights", says, say!("plan-weights-help")));
        }
        if !weights.is_empty() && weights.iter().sum::<f64>() <= 0.0 {
            return Err(("weights", say!("plan-weights-zero"), say!("plan-weights-zero-help")));
        }
        Ok(Spread::Among { levels, weights })
    }

    /// The dates of a range, `every` apart from the first one on.
    fn dates(&self, low: f64, high: f64) -> Result<Vec<Level>, Fault> {
        let step = |n: i64| -> Span {
            match self.own.every.as_str() {
                "week" => n.weeks(),
                "month" => n.months(),
                "quarter" => (3 * n).months(),
                "year" => n.years(),
                _ => n.days(),
            }
        };
        let date = |n: usize| day_of(low).checked_add(step(n as i64)).ok().map(day_number);
        let list = (0..=MOST_DATES).map_while(date).take_while(|day| *day <= high);
        let list: Vec<Level> = list.map(Level::Number).collect();
        if list.len() > MOST_DATES {
            return Err(("every", say!("plan-many-dates", most = MOST_DATES), say!("plan-many-dates-help")));
        }
        Ok(list)
    }

    /// A value in the unit of the knob.
    fn value(&self, given: &Option<Given>, name: &'static str) -> Result<f64, Fault> {
        given.as_ref().map_or_else(|| Err(missing(name)), |given| self.number(name, given, false))
    }

    /// A distance between two values, not below zero.
    fn distance(&self, given: &Option<Given>, name: &'static str) -> Result<f64, Fault> {
        let x = given.as_ref().map_or_else(|| Err(missing(name)), |given| self.number(name, given, true))?;
        match x >= 0.0 {
            true => Ok(x),
            false => Err((name, say!("plan-below-zero", knob = name), say!("plan-below-zero-help"))),
        }
    }

    /// A value above zero, of which there is a logarithm.
    fn above_zero(&self, given: &Option<Given>, name: &'static str) -> Result<f64, Fault> {
        match self.value(given, name)? {
            x if x > 0.0 && *self.unit != Unit::Date => Ok(x),
            _ => Err((name, say!("plan-log-zero", knob = name), say!("plan-log-zero-help"))),
        }
    }

    fn number(&self, name: &'static str, given: &Given, apart: bool) -> Result<f64, Fault> {
        let days = if let Unit::PerDays(days) = self.unit { *days } else { 0.0 };
        let Some(knob) = self.knob else { return Err(missing(name)) };
        let amount = Scenario::amount(knob, given, days, apart);
        amount.map_err(|(says, help)| (name, say!("mistake-at-path", path = &self.own.path, says = says), help))
    }

    /// A number in a message.
    fn text(&self, x: f64) -> String {
        if *self.unit == Unit::Date { day_of(x).to_string() } else { x.to_string() }
    }
}

/// The most dates of a lever.
const MOST_DATES: usize = 10_000;

fn missing(name: &'static str) -> Fault {
    ("path", say!("plan-missing", knob = name), say!("plan-missing-help"))
}
