//! The tables of a scenario and their knobs as one flat list, in words.
//!
//! Invariant: everything comes from [`ROOT`] and the shelves, so a new knob is listed without a change here.

use crate::registry::{Ask, Form, Knob, Shape, Source};
use crate::say;
use crate::scenario::schema::ROOT;
use serde::Serialize;

/// One table of a scenario.
#[derive(Debug, Serialize)]
pub(super) struct Entry {
    /// The path: `ladder.<name>.tier.<name>.entry`; empty for the top of the file.
    pub(super) table: String,
    pub(super) says: String,
    pub(super) knobs: Vec<Line>,
}

/// One knob, in words.
#[derive(Debug, Serialize)]
pub(super) struct Line {
    pub(super) name: &'static str,
    /// The values that it takes: `share, 0 to 1`.
    pub(super) asks: String,
    pub(super) unit: String,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
    pub(super) options: &'static [&'static str],
    /// As a scenario writes it; `None` if there is none.
    pub(super) default: Option<String>,
    pub(super) needed: bool,
    /// cited, calibrated, guess or choice.
    pub(super) standing: &'static str,
    pub(super) source: String,
    /// The web address of the source; empty if there is none.
    pub(super) link: &'static str,
    pub(super) says: String,
}

impl Line {
    /// Where the default comes from, in words; empty for a choice.
    pub(super) fn origin(&self) -> String {
        match (self.standing, self.source.as_str()) {
            ("choice", _) => String::new(),
            (standing, "") => say!("list-origin", standing = standing),
            ("cited", source) => source.to_owned(),
            (standing, source) => say!("list-origin-source", standing = standing, source = source),
        }
    }
}

/// The values at the top of the file.
pub(super) fn top() -> Vec<Entry> {
    vec![entry(String::new(), &ROOT.says(), ROOT.knobs)]
}

/// A top-level table and all tables below it; empty if there is none of that name.
pub(super) fn below(part: &str) -> Vec<Entry> {
    let mut list = Vec::new();
    for part in ROOT.parts.iter().filter(|p| p.name == part) {
        shape(part.name, &part.shape, &mut list, true);
    }
    list
}

/// The assumptions: every default that is sourced, calibrated or guessed.
pub(super) fn assumptions() -> Vec<Entry> {
    let mut list = top();
    list.extend(ROOT.parts.iter().flat_map(|part| below(part.name)));
    for entry in &mut list {
        entry.knobs.retain(|knob| knob.standing != "choice" && knob.default.is_some());
    }
    list.retain(|entry| !entry.knobs.is_empty());
    list
}

fn entry(table: String, says: &str, knobs: &'static [Knob]) -> Entry {
    Entry { table, says: says.to_owned(), knobs: knobs.iter().map(line).collect() }
}

/// Adds the tables of a part to the list. `top`: the part is a top-level table.
fn shape(path: &str, shape: &Shape, list: &mut Vec<Entry>, top: bool) {
    match shape {
        Shape::One(form) => self::form(path.to_owned(), form, list),
        Shape::Named(form) => self::form(format!("{path}.<name>"), form, list),
        Shape::Numbers(knob) => list.push(Entry {
            table: path.to_owned(),
            says: say!("list-own-names"),
            knobs: vec![Line { name: "<name>", default: None, ..line(knob) }],
        }),
        // A segment's own mechanisms are the same rows again.
        Shape::Rows(rows) if top || !path.ends_with(".mechanism") => {
            list.extend(rows().into_iter().map(|(name, id, knobs)| {
                let says = crate::words::sentence(id, None).unwrap_or_default();
                entry(format!("{path}.{name}"), &says, knobs)
            }));
        }
        Shape::Rows(_) => {
            list.push(Entry { table: format!("{path}.<name>"), says: say!("list-own-mechanism"), knobs: Vec::new() })
        }
        Shape::Patches(form) => {
            // An intervention has its paths in tables of their own.
            let apart = form.id == "intervention";
            let says = if apart { form.says() } else { say!("list-patch", says = form.says()) };
            let mut one = entry(format!("{path}.<name>"), &says, form.knobs);
            if apart {
                one.knobs.push(patched("set", say!("list-set")));
                one.knobs.push(patched("scale", say!("list-scale")));
            }
            list.push(one);
        }
    }
}

/// Adds a table and those below it to the list.
fn form(path: String, form: &Form, list: &mut Vec<Entry>) {
    list.push(entry(path.clone(), &form.says(), form.knobs));
    for part in form.parts {
        shape(&format!("{path}.{}", part.name), &part.shape, list, false);
    }
}

/// A table of paths inside a patch, as a line of its knobs.
fn patched(name: &'static str, says: String) -> Line {
    Line {
        name,
        asks: say!("list-takes-paths"),
        unit: String::new(),
        low: None,
        high: None,
        options: &[],
        default: None,
        needed: false,
        standing: "choice",
        source: String::new(),
        link: "",
        says,
    }
}

/// A knob in words.
fn line(knob: &Knob) -> Line {
    let range = |low: f64, high: f64| (Some(low), Some(high));
    let ((low, high), unit) = match knob.ask {
        Ask::Number { low, high, .. } | Ask::Numbers { low, high, .. } => (range(low, high), knob.unit()),
        Ask::Count { low, high, .. } => (range(low as f64, high as f64), knob.unit()),
        Ask::Rate { low, high, .. } => (range(low, high), say!("list-per-year")),
        Ask::Duration { low, high, .. } => (range(low, high), say!("list-days")),
        Ask::Quota { low, high, .. } => (range(low, high), say!("list-per-time")),
        _ => ((None, None), String::new()),
    };
    let (standing, link) = match knob.source {
        Source::Cited { link, .. } => ("cited", link),
        Source::Calibrated => ("calibrated", ""),
        Source::Guess => ("guess", ""),
        Source::Choice => ("choice", ""),
    };
    Line {
        name: knob.name,
        asks: asks(knob),
        unit,
        low,
        high,
        options: if let Ask::Choice { options, .. } = knob.ask { options } else { &[] },
        default: default(&knob.ask),
        needed: knob.needed(),
        standing,
        source: knob.origin(),
        link,
        says: knob.says(),
    }
}

/// The values that a knob takes, in words.
fn asks(knob: &Knob) -> String {
    let among = |unit: &str, low: f64, high: f64| {
        let (low, high) = (plain(low), plain(high));
        match unit {
            "" => say!("list-takes-number", low = low, high = high),
            unit => say!("list-takes", unit = unit, low = low, high = high),
        }
    };
    match knob.ask {
        Ask::Number { low, high, .. } => among(&knob.unit(), low, high),
        Ask::Count { low, high, .. } => among(&knob.unit(), low as f64, high as f64),
        Ask::Rate { low, high, .. } => among(&say!("list-per-year"), low, high),
        Ask::Duration { low, high, .. } => say!("list-takes-time", low = span(low), high = span(high)),
        Ask::Quota { low, high, .. } => say!("list-takes-quota", low = plain(low), high = plain(high)),
        Ask::Numbers { low, high, .. } => say!("list-takes-numbers", number = among(&knob.unit(), low, high)),
        Ask::Given => say!("list-takes-given"),
        Ask::Givens => say!("list-takes-givens"),
        Ask::Choice { options, .. } => options.join(" | "),
        Ask::Flag { .. } => ["true", "false"].join(" | "),
        Ask::Text { .. } => say!("list-takes-text"),
        Ask::Date { .. } => say!("list-takes-date"),
        Ask::Name { of, .. } => say!("list-takes-name", place = place(of)),
        Ask::Names { of: "<words>" } => say!("list-takes-words"),
        Ask::Names { of } => say!("list-takes-names", place = place(of)),
    }
}

/// Where a name is looked up, in words.
fn place(of: &str) -> String {
    match of {
        "<siblings>" => say!("list-place-siblings"),
        "<metrics>" => say!("list-place-metrics"),
        "<presets>" => say!("list-place-presets"),
        of => of.to_owned(),
    }
}

/// The default, as a scenario writes it.
fn default(ask: &Ask) -> Option<String> {
    match *ask {
        Ask::Number { default, .. } => default.map(plain),
        Ask::Count { default, .. } => default.map(|n| n.to_string()),
        Ask::Rate { default, .. } => default.map(|rate| per(rate, YEAR)),
        Ask::Duration { default, .. } => default.map(span),
        Ask::Quota { default, .. } => default.map(|(n, days)| per(n, &span(days))),
        Ask::Choice { default, .. } => Some(default.to_owned()),
        Ask::Flag { default } => Some(default.to_string()),
        Ask::Text { default } => default.filter(|text| !text.is_empty()).map(str::to_owned),
        Ask::Date { .. } | Ask::Name { .. } | Ask::Names { .. } | Ask::Numbers { .. } => None,
        Ask::Given | Ask::Givens => None,
    }
}

/// A rate in the syntax of scenarios: `12 per year`.
fn per(n: f64, time: &str) -> String {
    [&plain(n), "per", time].join(" ")
}

/// A number without separators, in powers of ten if it is very large or small: `1e9`.
fn plain(x: f64) -> String {
    if x.abs() >= 1e6 || (x != 0.0 && x.abs() < 1e-4) { format!("{x:e}") } else { x.to_string() }
}

const YEAR: &str = "year";

/// A time in the syntax of scenarios, in the largest unit that gives a whole number.
fn span(days: f64) -> String {
    let units = [(365.25, YEAR), (7.0, "week"), (1.0, "day")];
    let whole = units.iter().find(|(length, _)| days > 0.0 && days % length == 0.0);
    let (length, unit) = whole.copied().unwrap_or((1.0, "day"));
    let n = days / length;
    format!("{} {unit}{}", plain(n), if n == 1.0 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_top_level_table_is_listed() {
        for part in ROOT.parts {
            assert!(!below(part.name).is_empty(), "{}", part.name);
        }
        assert_eq!(top().len(), 1);
    }

    #[test]
    fn spans_of_time_read_as_people_write_them() {
        let spans = [1.0, 7.0, 30.0, 365.25, 1095.75, 36_525.0, 0.0, 0.5].map(span);
        assert_eq!(spans, ["1 day", "1 week", "30 days", "1 year", "3 years", "100 years", "0 days", "0.5 days"]);
    }

    #[test]
    fn a_nested_table_carries_its_whole_path() {
        let tables: Vec<String> = below("ladder").into_iter().map(|e| e.table).collect();
        assert!(tables.iter().any(|t| t == "ladder.<name>.tier.<name>.entry"), "{tables:?}");
    }
}
