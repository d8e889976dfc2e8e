//! Factors: the levers and uncertainties of a scenario, as variables of a plan.
//!
//! Invariant: the scenario accepts every value that a factor can take; any other value is a mistake, reported with its
//! place in the file.

use super::spread::{Level, Spread};
use crate::error::{Error, Mistake};
use crate::knob;
use crate::registry::{Ask, Knob, Set};
use crate::say;
use crate::scenario::schema;
use crate::scenario::{Patch, Scenario};

/// Who controls a factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The user.
    Lever,
    /// The world.
    Uncertainty,
}

/// A lever or an uncertainty.
#[derive(Clone, Debug, PartialEq)]
pub struct Factor {
    /// Its name in the scenario.
    pub name: String,
    /// Its name in charts.
    pub says: String,
    /// The path of the knob that it sets.
    pub path: String,
    /// Who controls it.
    pub role: Role,
    /// Its distribution.
    pub spread: Spread,
    /// The range of the knob, in the knob's unit; `None` for words.
    pub range: Option<(f64, f64)>,
    /// Number of values in a grid.
    pub steps: usize,
    /// The source of its range, in the words of the scenario; may be empty.
    pub source: String,
    /// The text around the number in a value, if the knob needs any.
    unit: Unit,
}

#[derive(Clone, Debug, PartialEq)]
enum Unit {
    Plain,
    Whole,
    PerYear,
    Days,
    PerDays(f64),
}

impl Factor {
    /// All factors of a scenario, levers first, in the order of the file, and the mistakes in them.
    pub fn all(scenario: &Scenario) -> (Vec<Factor>, Vec<Mistake>) {
        let (mut list, mut found) = (Vec::new(), Vec::new());
        for (part, role) in [("lever", Role::Lever), ("uncertainty", Role::Uncertainty)] {
            for name in scenario.names(part) {
                match read_factor(scenario, part, role, name) {
                    Ok(factor) => list.push(factor),
                    Err(mistake) => found.push(*mistake),
                }
            }
        }
        found.extend(duplicates(scenario, &list));
        (list, found)
    }

    /// The value at a quantile `u` in [0, 1).
    pub fn at(&self, u: f64) -> Level {
        self.rounded(self.spread.at(u, self.range.unwrap_or_default()))
    }

    /// The values of a grid; equal whole numbers appear once.
    pub fn levels(&self) -> Vec<Level> {
        let steps = self.spread.steps(self.steps, self.range.unwrap_or_default(), self.role == Role::Lever);
        let mut list: Vec<Level> = Vec::new();
        for level in steps.into_iter().map(|level| self.rounded(level)) {
            if !list.contains(&level) {
                list.push(level);
            }
        }
        list
    }

    /// The `--with` argument that sets it to a value: `path=value`.
    pub fn set(&self, level: &Level) -> String {
        let value = match (level, &self.unit) {
            (Level::Word(word), _) => word.clone(),
            (Level::Number(x), Unit::Plain) => format!("{x:?}"),
            (Level::Number(x), Unit::Whole) => format!("{}", *x as i64),
            (Level::Number(x), Unit::PerYear) => format!("{x:?} per year"),
            (Level::Number(x), Unit::Days) => format!("{x:?} days"),
            (Level::Number(x), Unit::PerDays(days)) => format!("{x:?} per {days:?} days"),
        };
        format!("{}={value}", self.path)
    }

    fn rounded(&self, level: Level) -> Level {
        match (level, &self.unit) {
            (Level::Number(x), Unit::Whole) => Level::Number(x.round()),
            (level, _) => level,
        }
    }
}

/// Factors that set the same path, each with its place: the result would depend on their order.
fn duplicates(scenario: &Scenario, list: &[Factor]) -> Vec<Mistake> {
    let table = |factor: &Factor| match factor.role {
        Role::Lever => format!("lever.{}", factor.name),
        Role::Uncertainty => format!("uncertainty.{}", factor.name),
    };
    let pairs = list.iter().flat_map(|one| list.iter().map(move |other| (one, other)));
    let clash = pairs.filter(|(one, other)| one.path == other.path && table(one) != table(other));
    clash
        .map(|(one, other)| {
            let says = say!("plan-turned-twice", path = &one.path, one = table(one), other = table(other));
            let help = say!("plan-turned-twice-help");
            scenario.mistake(&format!("{}.path", table(one)), says, Some(help), say!("plan-turned-twice-label"))
        })
        .collect()
}

/// The label of the scenario for an unknown path, if it suggests another path.
fn suggestion(scenario: &Scenario, path: &str) -> Option<String> {
    let patched = Patch::from_args(&[format!("{path}=1")]).and_then(|patch| scenario.patched(&patch));
    let Err(Error::Scenario(mistakes)) = patched else { return None };
    // A label that suggests a name begins in the same way as this message.
    let ours = say!("experiment-did-you-mean", name = "");
    let opening = ours.split('`').next()?;
    mistakes.list.into_iter().map(|mistake| mistake.label).find(|label| label.starts_with(opening))
}

/// A lever as an uncertainty without a distribution: it gives only a range or a list of values.
fn from_lever(lever: schema::Lever) -> schema::Uncertainty {
    let schema::Lever { path, says, values, words, low, high, steps } = lever;
    schema::Uncertainty { path, says, values, words, low, high, steps, ..schema::Uncertainty::default() }
}

fn read_factor(scenario: &Scenario, part: &str, role: Role, name: String) -> Result<Factor, Box<Mistake>> {
    let table = format!("{part}.{name}");
    let own = match role {
        Role::Lever => from_lever(scenario.table(&table)),
        Role::Uncertainty => scenario.table(&table),
    };
    let wrong = |knob: &str, says: String, help: String, label: String| {
        Box::new(scenario.mistake(&format!("{table}.{knob}"), says, Some(help), label))
    };
    let path = own.path.clone();
    let Some(knob) = Scenario::knob(&path) else {
        let label = suggestion(scenario, &path).unwrap_or_else(|| say!("plan-not-turnable-label"));
        return Err(wrong("path", say!("plan-not-turnable", path = path), say!("plan-not-turnable-help"), label));
    };
    let (unit, range) = unit_and_range(scenario, &path, knob);
    let given = |name: &str| scenario.written_value(&format!("{table}.{name}")).is_some();
    let kind = check_kind(&path, range.is_some(), &given);
    let spread = kind.and_then(|()| read_spread(&own, role, range.is_some(), &given));
    let spread = spread.map_err(|(at, says, help)| wrong(at, says, help, say!("plan-here")))?;
    let says = match own.says.clone() {
        says if says.is_empty() => name.clone(),
        says => says,
    };
    let steps = own.steps as usize;
    let source = own.source.clone();
    let factor = Factor { name, says, path, role, spread, range, steps, source, unit };
    // The values at its ends are checked as if they were in the file.
    for (at, level) in factor.ends() {
        if let (Level::Number(x), Some((low, high))) = (&level, range)
            && !(low..=high).contains(x)
        {
            let (low, high, found) = (low.to_string(), high.to_string(), x.to_string());
            let says = say!("plan-outside-range", path = &factor.path, low = low, high = high, found = found);
            return Err(wrong(at, says, knob.says(), say!("plan-outside-range-label")));
        }
        let tried = Patch::from_args(&[factor.set(&level)]).and_then(|patch| scenario.patched(&patch));
        if let Err(Error::Scenario(mistakes)) = tried
            && let Some(mistake) = mistakes.list.into_iter().next()
        {
            let help = mistake.help.unwrap_or_default();
            return Err(wrong(at, mistake.says, help, mistake.label));
        }
    }
    Ok(factor)
}

impl Factor {
    /// The outermost values as written, with their keys.
    fn ends(&self) -> Vec<(&'static str, Level)> {
        match &self.spread {
            Spread::Among { levels, .. } => {
                let at = if matches!(levels.first(), Some(Level::Word(_))) { "words" } else { "values" };
                levels.iter().map(|level| (at, level.clone())).collect()
            }
            Spread::Uniform { low, high } | Spread::Triangular { low, high, .. } => {
                vec![("low", Level::Number(*low)), ("high", Level::Number(*high))]
            }
            Spread::Normal { mean: x, .. } => vec![("mean", Level::Number(*x))],
            Spread::LogNormal { median: x, .. } => vec![("median", Level::Number(*x))],
        }
    }
}

/// The text around a number, and the range of the knob; no range for words.
fn unit_and_range(scenario: &Scenario, path: &str, knob: &Knob) -> (Unit, Option<(f64, f64)>) {
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
type Fault = (&'static str, String, String);

/// Checks that the table has numbers or words, as the knob requires.
fn check_kind(path: &str, numeric: bool, given: &dyn Fn(&str) -> bool) -> Result<(), Fault> {
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
fn read_spread(
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
