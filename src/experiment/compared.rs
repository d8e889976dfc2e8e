//! The metrics on which designs are compared: the headline and those beside it, each a metric or an expression of metrics such as
//! `deeds:answer - deeds:farm`.
//!
//! Invariant: every metric that is named exists and has a value within the horizon; any other is a mistake at its place.

use std::ops::Range;

use super::no_metric;
use crate::error::Mistake;
use crate::metrics::{Metric, Unit, capitalised, names, spoken};
use crate::say;
use crate::scenario::Scenario;
use crate::scenario::condition::{Joined, Leaf, Measure, alone, join};
use crate::scenario::schema;

/// Largest number of metrics beside the headline.
const MOST_BESIDE: usize = 3;

/// The metrics of an experiment, and those on which designs are compared.
pub(super) struct Compared {
    /// The metrics of the designs, then the expressions.
    pub(super) metrics: Vec<Metric>,
    /// Those of the last metrics that are expressions, in their order.
    pub(super) expressions: Vec<Expression>,
    pub(super) headline: usize,
    pub(super) beside: Vec<usize>,
}

/// An expression of metrics, as a metric of its own.
pub(super) struct Expression {
    pub(super) measure: Measure,
    /// The columns of the metrics that it names.
    at: Vec<(String, usize)>,
}

impl Expression {
    /// Its value in a row; NaN if one of its metrics has none, or if it divides by zero.
    pub(super) fn value(&self, row: &[f64]) -> f64 {
        let column = |name: &str| self.at.iter().find(|(known, _)| known == name).map_or(f64::NAN, |(_, at)| row[*at]);
        self.measure.defined(&column)
    }
}

/// A text that names what is compared, and its place: a value, or one item of a list.
struct Wanted<'a> {
    knob: &'a str,
    item: Option<usize>,
    text: &'a str,
    /// The byte of the whole text at which it begins: after "least".
    from: usize,
}

impl Compared {
    /// What a scenario compares, among the metrics of its designs; `months`: length of a run.
    pub(super) fn of(scenario: &Scenario, metrics: Vec<Metric>, months: f64) -> Result<Self, Vec<Mistake>> {
        let root = scenario.root();
        let mut compared = Compared { metrics, expressions: Vec::new(), headline: 0, beside: Vec::new() };
        let mut found = Vec::new();
        let asked = scenario.headline();
        let from = root.headline.find(&asked.metric).unwrap_or(0);
        let headline = Wanted { knob: "headline", item: None, text: &asked.metric, from };
        let beside = root.beside.iter().enumerate();
        let beside = beside.map(|(k, text)| Wanted { knob: "beside", item: Some(k), text, from: 0 });
        for wanted in std::iter::once(headline).chain(beside) {
            match compared.find(scenario, &wanted, months) {
                Ok(at) if wanted.item.is_none() => compared.headline = at,
                Ok(at) => compared.beside.push(at),
                Err(mistakes) => found.extend(mistakes),
            }
        }
        for path in scenario.names("history").iter().map(|name| format!("history.{name}")) {
            let metric = scenario.table::<schema::History>(&path).metric;
            if !compared.metrics.iter().any(|known| known.name == metric) {
                let (says, label) = no_metric(&metric, &compared.metrics);
                let help = Some(say!("experiment-metrics-listed"));
                found.push(scenario.mistake(&format!("{path}.metric"), says, help, label));
            }
        }
        if root.beside.len() > MOST_BESIDE {
            let says = say!("experiment-too-many-beside", count = root.beside.len().to_string(), most = MOST_BESIDE);
            let help = say!("experiment-too-many-beside-help");
            found.push(scenario.mistake("beside", says, Some(help), say!("experiment-too-many")));
        }
        if found.is_empty() { Ok(compared) } else { Err(found) }
    }

    /// The column of a text that names a metric, or an expression, which gets a column of its own.
    fn find(&mut self, scenario: &Scenario, wanted: &Wanted, months: f64) -> Result<usize, Vec<Mistake>> {
        let wrong = |at: Range<usize>, says: String, label: String, help: String| match wanted.item {
            Some(k) => scenario.mistake_in_item(wanted.knob, k, at, says, label, help),
            None => {
                let at = at.start + wanted.from..at.end + wanted.from;
                scenario.mistake_inside(wanted.knob, at, says, label, help)
            }
        };
        let text = wanted.text.trim();
        let known = |name: &str| self.metrics.iter().position(|metric| metric.name == name);
        let whole = || 0..wanted.text.len();
        let single = || vec![(text, whole())];
        let read = (known(text).is_none() && is_expression(text)).then(|| scenario.measure(wanted.text)).transpose();
        let at_path = |says: String| say!("mistake-at-path", path = wanted.knob, says = says);
        let read = read.map_err(|(at, says, label, help)| vec![wrong(at, at_path(says), label, help)])?;
        let parts = read.as_ref().map_or_else(single, Measure::metrics);
        let mut found = Vec::new();
        for (name, at) in &parts {
            if known(name).is_none() {
                let (says, label) = no_metric(name, &self.metrics);
                found.push(wrong(at.clone(), says, label, say!("experiment-metrics-listed")));
            } else if let Some((says, label, help)) = unknown_within(name, months) {
                found.push(wrong(at.clone(), at_path(says), label, help));
            }
        }
        if parts.is_empty() {
            let help = say!("experiment-expression-of-nothing-help");
            let label = say!("experiment-expression-of-nothing-label");
            found.push(wrong(whole(), at_path(say!("experiment-expression-of-nothing")), label, help));
        }
        if !found.is_empty() {
            return Err(found);
        }
        let at = parts.iter().filter_map(|(name, _)| Some(((*name).to_owned(), known(name)?))).collect();
        let Some(measure) = read else { return Ok(known(text).unwrap_or(0)) };
        if let Some(at) = known(&measure.to_string()) {
            return Ok(at);
        }
        let metric = metric(&measure, &self.metrics);
        self.metrics.push(metric);
        self.expressions.push(Expression { measure, at });
        Ok(self.metrics.len() - 1)
    }
}

/// Whether a text is more than one name: a hyphen inside a name is part of it, a minus has blanks around it.
fn is_expression(text: &str) -> bool {
    text.contains(['+', '*', '/', '(', ')', '>', '<', '=']) || text.split_whitespace().any(|word| word.starts_with('-'))
}

/// What is wrong with a metric that has no value within a run of some months: what it says, label and help. A horizon is rounded to whole
/// ticks.
pub(super) fn unknown_within(name: &str, months: f64) -> Option<(String, String, String)> {
    let needs = names::known_after(name);
    // Newcomers come after the start, so that their window must end within the run.
    let newcomers = name.starts_with(names::RETENTION) || name == names::SECOND_TIME;
    let least = f64::from(needs) + if newcomers { 0.03 } else { -0.25 };
    (months < least).then(|| {
        let says = say!("experiment-unknown-within", metric = name, months = needs);
        let help = say!("experiment-unknown-within-help", months = needs);
        (says, say!("experiment-unknown-within-label"), help)
    })
}

/// The declaration of an expression: its title is made of those of its metrics, its unit is theirs if they agree.
fn metric(measure: &Measure, known: &[Metric]) -> Metric {
    let of = |name: &str| known.iter().find(|metric| metric.name == name);
    let leaf = |leaf: Leaf| match leaf {
        Leaf::Number(x) => alone(x.to_string()),
        Leaf::Metric(name) => alone(of(name).map_or(name.to_owned(), |metric| spoken(&metric.title))),
    };
    let sign = |sign: char| match sign {
        '-' => '−',
        '*' => '×',
        other => other,
    };
    let (title, _): Joined = measure.fold(&leaf, &|left, of, right| join(left, of, right, &sign));
    let name = measure.to_string();
    let total = names::is_total(&name);
    let title = capitalised(&title);
    let title = if total { format!("{title} {}", say!("metrics-so-far")) } else { title };
    let unit = measure.fold(&|leaf| unit_of(leaf, &of), &unit_together).unwrap_or(Unit::Plain);
    let (undefined, better) = (Some(say!("experiment-expression-undefined")), names::better(&name));
    Metric { name, title, unit, total, undefined, better }
}

/// The unit of a metric; none of a plain number, which takes that of its neighbour.
fn unit_of<'m>(leaf: Leaf, of: &dyn Fn(&str) -> Option<&'m Metric>) -> Option<Unit> {
    match leaf {
        Leaf::Number(_) => None,
        Leaf::Metric(name) => of(name).map(|metric| metric.unit),
    }
}

/// The unit of two sides with a sign between them.
fn unit_together(left: Option<Unit>, sign: char, right: Option<Unit>) -> Option<Unit> {
    let pure = |unit: Unit| matches!(unit, Unit::Share | Unit::Ratio);
    match (left, right) {
        (Some(a), Some(b)) if sign == '/' && a == b => Some(Unit::Ratio),
        (Some(a), Some(b)) if matches!(sign, '/' | '*') && pure(b) => Some(a),
        (Some(a), Some(b)) if sign == '*' && pure(a) => Some(b),
        (Some(a), Some(b)) => Some(if a == b && matches!(sign, '+' | '-') { a } else { Unit::Plain }),
        (None, Some(_)) if sign == '/' => Some(Unit::Plain),
        (one, other) => one.or(other),
    }
}
