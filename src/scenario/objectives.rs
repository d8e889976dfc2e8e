//! Objectives and limits of `[search]`.
//!
//! Invariant: a mistake points at the wrong word of the file.

use std::ops::Range;

use super::Scenario;
use super::condition::{Condition, Fault, Measure};
use super::schema::Search;
use super::tree::{Node, Value};
use crate::error::Mistake;
use crate::say;

/// The objectives of a scenario that names none.
const DEFAULT_OBJECTIVES: [&str; 3] = ["most gain", "least money-paid", "least burnout-exits"];

/// The path of the limits.
const LIMITS: &str = "search.limits";

/// A measure to maximise or minimise.
#[derive(Clone, Debug, PartialEq)]
pub struct Objective {
    /// As written, without its first word.
    pub text: String,
    /// Whether it is maximised.
    pub most: bool,
    /// The measure.
    pub measure: Measure,
}

/// What designs are compared on. An expression of metrics would be read here, as [`objective`] reads one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// Whether it is maximised, if the text says so; otherwise the metric knows.
    pub most: Option<bool>,
    /// The metric.
    pub metric: String,
}

/// The headline of a text: `members`, `most members`, `least points-farmed`.
fn headline(text: &str) -> Headline {
    let text = text.trim();
    let after = |word: &str| text.strip_prefix(word).filter(|rest| rest.starts_with(' ')).map(str::trim_start);
    let (most, metric) = match (after("most"), after("least")) {
        (Some(rest), _) => (Some(true), rest),
        (None, Some(rest)) => (Some(false), rest),
        (None, None) => (None, text),
    };
    Headline { most, metric: metric.to_owned() }
}

/// The objective of a text, and the byte where its measure begins.
fn objective(text: &str) -> Result<(Objective, usize), Fault> {
    let word = text.split_whitespace().next().unwrap_or_default();
    if !["most", "least"].contains(&word) {
        return Err(Fault {
            at: 0..text.len(),
            says: say!("objective-no-direction"),
            label: say!("objective-no-direction-label"),
            help: say!("objective-no-direction-help"),
        });
    }
    let from = text.find(word).unwrap_or(0) + word.len();
    let inside = |fault: Fault| Fault { at: fault.at.start + from..fault.at.end + from, ..fault };
    let measure = Measure::read(&text[from..]).map_err(inside)?;
    Ok((Objective { text: text[from..].trim().to_owned(), most: word == "most", measure }, from))
}

impl Scenario {
    /// What designs are compared on.
    pub fn headline(&self) -> Headline {
        headline(&self.root().headline)
    }

    /// The objectives of `[search]`.
    ///
    /// # Errors
    /// Each text that is not an objective.
    pub fn objectives(&self) -> Result<Vec<Objective>, Vec<Mistake>> {
        let given: Vec<String> = match self.table::<Search>("search").objectives {
            names if !names.is_empty() => names,
            _ => DEFAULT_OBJECTIVES.map(str::to_owned).to_vec(),
        };
        let (mut list, mut found) = (Vec::new(), Vec::new());
        for (k, text) in given.iter().enumerate() {
            match objective(text) {
                Ok((objective, _)) => list.push(objective),
                Err(Fault { at, says, label, help }) => found.push(self.mistake_in_objective(k, at, says, label, help)),
            }
        }
        if found.is_empty() { Ok(list) } else { Err(found) }
    }

    /// A byte range of the measure of objective `k`, as a byte range of its whole text.
    pub fn in_objective(&self, k: usize, at: &Range<usize>) -> Range<usize> {
        let text = self.objective_text(k).map_or("", |(text, _)| text);
        let from = objective(text).map_or(0, |(_, from)| from);
        at.start + from..at.end + from
    }

    fn objective_text(&self, k: usize) -> Option<(&str, &Node)> {
        self.item("search.objectives", k)
    }

    /// Item `k` of a list of texts, and its place.
    fn item(&self, path: &str, k: usize) -> Option<(&str, &Node)> {
        match self.tree.at(path).map(|node| &node.value) {
            Some(Value::List(items)) => items.get(k).and_then(|node| match &node.value {
                Value::Text(text) => Some((text.as_str(), node)),
                _ => None,
            }),
            _ => None,
        }
    }

    /// A numeric expression of metrics.
    ///
    /// # Errors
    /// What is wrong with it: byte range of the text, what it says, label and help.
    pub fn measure(&self, text: &str) -> Result<Measure, (Range<usize>, String, String, String)> {
        Measure::read(text).map_err(|Fault { at, says, label, help }| (at, says, label, help))
    }

    /// A mistake in the text of item `k` of a list; `at` is a byte range of the text.
    pub fn mistake_in_item(
        &self,
        path: &str,
        k: usize,
        at: Range<usize>,
        says: String,
        label: String,
        help: String,
    ) -> Mistake {
        let spot = self.item(path, k).map_or_else(|| self.spot(path), |(text, node)| node.at.inside(text, at));
        Mistake { at: spot, path: path.to_owned(), says, help: Some(help), label }
    }

    /// A mistake in the text of objective `k`; `at` is a byte range of the text.
    pub fn mistake_in_objective(
        &self,
        k: usize,
        at: Range<usize>,
        says: impl Into<String>,
        label: impl Into<String>,
        help: impl Into<String>,
    ) -> Mistake {
        let says = say!("mistake-at-objective", says = says.into());
        self.mistake_in_item("search.objectives", k, at, says, label.into(), help.into())
    }

    /// The condition that a design must meet; `None` if `[search]` sets no limits.
    ///
    /// # Errors
    /// A text that is not a condition, or a condition with a `for` clause.
    pub fn limits(&self) -> Result<Option<Condition>, Box<Mistake>> {
        let text = self.table::<Search>("search").limits;
        if text.trim().is_empty() {
            return Ok(None);
        }
        let read = Condition::read(&text).and_then(|condition| match text.find(" for ") {
            Some(at) if condition.spans > 0 => Err(Fault {
                at: at + 1..at + 4,
                says: say!("limits-wait"),
                label: say!("limits-wait-label"),
                help: say!("limits-wait-help"),
            }),
            _ => Ok(condition),
        });
        read.map(Some).map_err(|Fault { at, says, label, help }| {
            let says = say!("mistake-at-path", path = LIMITS, says = says);
            Box::new(self.mistake_inside(LIMITS, at, says, label, help))
        })
    }
}
