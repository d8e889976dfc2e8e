//! Factors: the levers and uncertainties of a scenario, as variables of a plan.
//!
//! Invariant: the scenario accepts every value that a factor can take; any other value is a mistake, reported with its
//! place in the file.

use serde::{Deserialize, Serialize};

use super::declared::{Declared, Role, Unit, unit_and_range};
use super::spread::{Level, Spread};
use crate::error::{Error, Mistake};
use crate::registry::Knob;
use crate::say;
use crate::scenario::schema;
use crate::scenario::{Patch, Scenario};
use crate::world::calendar::day_of;

/// An end of the range of a factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Edge {
    Lower,
    Upper,
}

/// Share of a range that counts as its end.
const END: f64 = 0.01;

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
        format!("{}={}", self.path, self.text(level))
    }

    /// A value as a scenario writes it, without quotes.
    pub fn text(&self, level: &Level) -> String {
        match (level, &self.unit) {
            (Level::Word(word), _) => word.clone(),
            (Level::Number(x), Unit::Plain) => format!("{x:?}"),
            (Level::Number(x), Unit::Whole) => format!("{}", *x as i64),
            (Level::Number(x), Unit::PerYear) => format!("{x:?} per year"),
            (Level::Number(x), Unit::Days) => format!("{x:?} days"),
            (Level::Number(x), Unit::PerDays(days)) => format!("{x:?} per {days:?} days"),
            (Level::Number(x), Unit::Date) => day_of(*x).to_string(),
        }
    }

    /// Whether its values are dates: the numbers of days.
    pub fn is_date(&self) -> bool {
        self.unit == Unit::Date
    }

    /// A value as tables and files tell it: a date as a word, everything else as it is.
    pub fn told(&self, level: &Level) -> Level {
        if self.is_date() { Level::Word(self.text(level)) } else { level.clone() }
    }

    fn rounded(&self, level: Level) -> Level {
        match (level, &self.unit) {
            (Level::Number(x), Unit::Whole | Unit::Date) => Level::Number(x.round()),
            (level, _) => level,
        }
    }
}

/// Whether a path leads to what is only told, compared or recorded, or to the experiment itself.
fn is_told(path: &str) -> bool {
    const TOLD: [&str; 16] = [
        "name",
        "title",
        "question",
        "extends",
        "presets",
        "headline",
        "beside",
        "target",
        "baseline",
        "record",
        "history",
        "plan",
        "lever",
        "uncertainty",
        "search",
        "world",
    ];
    let (first, last) = (path.split('.').next().unwrap_or(path), path.rsplit('.').next().unwrap_or(path));
    TOLD.contains(&first) || ["title", "says"].contains(&last)
}

impl Factor {
    /// Why it turns nothing, if that can be told without a run.
    pub fn turns_nothing(&self, scenario: &Scenario) -> Option<String> {
        const COUNTED: [&str; 4] = ["replicates", "replicates_until", "replicates_most", "coast"];
        let (name, path) = (&self.name, &self.path);
        if self.path.split('.').next().is_some_and(|first| COUNTED.contains(&first)) {
            return Some(say!("plan-idle-counted", name = name, path = path));
        }
        if let [only] = self.levels().as_slice() {
            return Some(say!("plan-idle-alike", name = name, path = path, value = self.text(only)));
        }
        let off = scenario.switched_off(path).filter(|_| !self.is_switch())?;
        // A design, an intervention or another factor may switch it on.
        let mut patches = scenario.treatments();
        patches.extend(scenario.worlds());
        patches.extend(scenario.interventions().into_iter().map(|(_, patch)| patch));
        patches.extend(scenario.conditional_interventions().into_iter().map(|(patch, _)| patch));
        let above = |set: &str| off == set || off.strip_prefix(set).is_some_and(|rest| rest.starts_with('.'));
        let touched = |set: &str| above(set) || set.strip_suffix(".off").is_some_and(above);
        let within = |set: &str| set.strip_prefix(off.as_str()).is_some_and(|rest| rest.starts_with('.'));
        let switches = patches.iter().any(|patch| patch.sets().iter().any(|(set, _)| touched(set) || within(set)));
        let factors = || {
            ["lever", "uncertainty"].into_iter().flat_map(|part| {
                scenario
                    .names(part)
                    .into_iter()
                    .filter_map(move |name| Some(scenario.written_value(&format!("{part}.{name}.path"))?.0))
            })
        };
        let idle = !switches && !factors().any(|set| touched(&set));
        idle.then(|| say!("plan-idle-off", name = name, path = path, table = off))
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
    let schema::Lever { path, says, values, words, low, high, every, steps } = lever;
    schema::Uncertainty { path, says, values, words, low, high, every, steps, ..schema::Uncertainty::default() }
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
    if path == "seed" {
        return Err(wrong("path", say!("plan-seed"), say!("plan-seed-help"), say!("plan-seed-label")));
    }
    if is_told(&path) {
        let says = say!("plan-told", path = &path);
        return Err(wrong("path", says, say!("plan-told-help"), say!("plan-not-turnable-label")));
    }
    let knob = Scenario::knob(&path);
    let (unit, range) = match knob {
        Some(knob) => unit_and_range(scenario, &path, knob),
        None if Scenario::is_switch(&path) => (Unit::Plain, None),
        None => {
            let label = suggestion(scenario, &path).unwrap_or_else(|| say!("plan-not-turnable-label"));
            return Err(wrong("path", say!("plan-not-turnable", path = path), say!("plan-not-turnable-help"), label));
        }
    };
    if knob.is_none() && own.words.iter().any(|word| !["on", "off"].contains(&word.as_str())) {
        return Err(wrong("words", say!("plan-switch", path = path), say!("plan-switch-help"), say!("plan-here")));
    }
    let given = |name: &str| scenario.written_value(&format!("{table}.{name}")).is_some();
    let declared = Declared { own: &own, role, knob, unit: &unit, numeric: range.is_some(), given: &given };
    let spread = declared.spread().map_err(|(at, says, help)| wrong(at, says, help, say!("plan-here")))?;
    let says = match own.says.clone() {
        says if says.is_empty() => name.clone(),
        says => says,
    };
    let steps = own.steps as usize;
    let source = own.source.clone();
    let factor = Factor { name, says, path, role, spread, range, steps, source, unit };
    // The values at its ends are checked as if they were in the file.
    let ends = factor.ends();
    let numbers = || ends.iter().filter_map(|(_, level)| if let Level::Number(x) = level { Some(*x) } else { None });
    let (least, most) = (numbers().fold(f64::INFINITY, f64::min), numbers().fold(f64::NEG_INFINITY, f64::max));
    for (at, level) in ends.clone() {
        if let (Level::Number(x), Some((low, high))) = (&level, range)
            && !(low..=high).contains(x)
        {
            let text = |x: f64| factor.text(&Level::Number(x));
            let (low, high, found) = (text(low), text(high), text(*x));
            let says = say!("plan-outside-range", path = &factor.path, low = low, high = high, found = found);
            let help = knob.map(Knob::says).unwrap_or_default();
            return Err(wrong(at, says, help, say!("plan-outside-range-label")));
        }
        // The scenario accepts every number between two accepted ones.
        if matches!(level, Level::Number(x) if least < x && x < most) {
            continue;
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
    /// The end of its range at which a value is; `None` inside it, at an end of what the knob allows, and for words.
    pub fn edge(&self, level: &Level) -> Option<Edge> {
        let (Level::Number(x), Some((least, most))) = (level, self.range) else { return None };
        let ends = self.ends();
        let numbers = ends.iter().filter_map(|(_, level)| match level {
            Level::Number(x) => Some(*x),
            Level::Word(_) => None,
        });
        let (low, high) = numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(x), b.max(x)));
        let near = END * (high - low);
        match () {
            () if low >= high => None,
            () if high - x <= near && high < most => Some(Edge::Upper),
            () if x - low <= near && low > least => Some(Edge::Lower),
            () => None,
        }
    }

    /// Whether it switches a table on and off.
    pub fn is_switch(&self) -> bool {
        Scenario::is_switch(&self.path)
    }

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
