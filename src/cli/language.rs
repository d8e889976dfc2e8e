//! The language of a scenario as a flat list: tables and their knobs, in words.
//!
//! Invariant: everything comes from [`ROOT`] and the shelves; a new knob is listed without a change here.

use serde::Serialize;
use zaoshi::registry::{Ask, Form, Knob, Shape, Source};
use zaoshi::scenario::schema::ROOT;

/// One table of a scenario.
#[derive(Debug, Serialize)]
pub(super) struct Entry {
    /// `ladder.<name>.tier.<name>.entry`.
    pub(super) table: String,
    pub(super) says: String,
    pub(super) knobs: Vec<Turn>,
}

/// One knob, in words.
#[derive(Debug, Serialize)]
pub(super) struct Turn {
    pub(super) name: &'static str,
    /// What may be written: `number, share, 0 to 1`.
    pub(super) asks: String,
    pub(super) unit: String,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
    pub(super) options: &'static [&'static str],
    /// As a scenario would write it; absent where there is none.
    pub(super) default: Option<String>,
    pub(super) needed: bool,
    /// cited, calibrated, guess or choice.
    pub(super) standing: &'static str,
    pub(super) source: String,
    /// Where the source is found on the web; empty where there is none.
    pub(super) link: &'static str,
    pub(super) says: String,
}

impl Turn {
    /// Where the default comes from, in words.
    pub(super) fn origin(&self) -> String {
        match (self.standing, self.source.as_str()) {
            ("choice", _) => String::new(),
            (standing, "") => standing.to_owned(),
            ("cited", source) => source.to_owned(),
            (standing, source) => format!("{standing}: {source}"),
        }
    }
}

/// The values at the top of the file.
pub(super) fn top() -> Vec<Entry> {
    vec![entry(String::new(), &ROOT.says(), ROOT.knobs)]
}

/// All tables below one top-level table; nothing where there is none of that name.
pub(super) fn below(part: &str) -> Vec<Entry> {
    let mut list = Vec::new();
    for part in ROOT.parts.iter().filter(|p| p.name == part) {
        shape(part.name, &part.shape, &mut list, true);
    }
    list
}

/// All that a scenario assumes where it is silent: every default that somebody may doubt, and where it comes from.
pub(super) fn assumptions() -> Vec<Entry> {
    let mut list = top();
    list.extend(ROOT.parts.iter().flat_map(|part| below(part.name)));
    for entry in &mut list {
        entry.knobs.retain(|turn| turn.standing != "choice" && turn.default.is_some());
    }
    list.retain(|entry| !entry.knobs.is_empty());
    list
}

fn entry(table: String, says: &str, knobs: &'static [Knob]) -> Entry {
    Entry { table, says: says.to_owned(), knobs: knobs.iter().map(turn).collect() }
}

fn shape(path: &str, shape: &Shape, list: &mut Vec<Entry>, top: bool) {
    match shape {
        Shape::One(form) => self::form(path.to_owned(), form, list),
        Shape::Named(form) => self::form(format!("{path}.<name>"), form, list),
        Shape::Numbers(knob) => list.push(Entry {
            table: path.to_owned(),
            says: "Numbers under names of your own.".to_owned(),
            knobs: vec![Turn { name: "<name>", default: None, ..turn(knob) }],
        }),
        // A segment's own mechanisms are the same rows again.
        Shape::Rows(rows) if top || !path.ends_with(".mechanism") => {
            list.extend(rows().into_iter().map(|(name, id, knobs)| {
                let says = zaoshi::words::sentence(id, None).unwrap_or_default();
                entry(format!("{path}.{name}"), &says, knobs)
            }));
        }
        Shape::Rows(_) => list.push(Entry {
            table: format!("{path}.<name>"),
            says: "The knobs of the shelf of that name, for this table alone.".to_owned(),
            knobs: Vec::new(),
        }),
        Shape::Patches(form) => {
            let says = format!(
                "{} Besides these: any \"path\" = value of the scenario, or \"off\"; and presets = [\"NAME\"].",
                form.says()
            );
            list.push(entry(format!("{path}.<name>"), &says, form.knobs));
        }
    }
}

fn form(path: String, form: &Form, list: &mut Vec<Entry>) {
    list.push(entry(path.clone(), &form.says(), form.knobs));
    for part in form.parts {
        shape(&format!("{path}.{}", part.name), &part.shape, list, false);
    }
}

fn turn(knob: &Knob) -> Turn {
    let range = |low: f64, high: f64| (Some(low), Some(high));
    let ((low, high), unit) = match knob.ask {
        Ask::Number { low, high, .. } | Ask::Numbers { low, high, .. } => (range(low, high), knob.unit()),
        Ask::Count { low, high, .. } => (range(low as f64, high as f64), knob.unit()),
        Ask::Rate { low, high, .. } => (range(low, high), "per year".to_owned()),
        Ask::Duration { low, high, .. } => (range(low, high), "days".to_owned()),
        Ask::Quota { low, high, .. } => (range(low, high), "per span of time".to_owned()),
        _ => ((None, None), String::new()),
    };
    let (standing, link) = match knob.source {
        Source::Cited { link, .. } => ("cited", link),
        Source::Calibrated => ("calibrated", ""),
        Source::Guess => ("guess", ""),
        Source::Choice => ("choice", ""),
    };
    Turn {
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

fn asks(knob: &Knob) -> String {
    let among = |unit: &str, low: f64, high: f64| {
        let unit = if unit.is_empty() { "number" } else { unit };
        format!("{unit}, {} to {}", plain(low), plain(high))
    };
    match knob.ask {
        Ask::Number { low, high, .. } => among(&knob.unit(), low, high),
        Ask::Count { low, high, .. } => among(&knob.unit(), low as f64, high as f64),
        Ask::Rate { low, high, .. } => among("per year", low, high),
        Ask::Duration { low, high, .. } => format!("time, {} to {}", span(low), span(high)),
        Ask::Quota { low, high, .. } => format!("so many per time, {} to {}", plain(low), plain(high)),
        Ask::Numbers { low, high, .. } => format!("list of {}", among(&knob.unit(), low, high)),
        Ask::Choice { options, .. } => options.join(" | "),
        Ask::Flag { .. } => "true | false".to_owned(),
        Ask::Text { .. } => "text".to_owned(),
        Ask::Date { .. } => "date, YYYY-MM-DD".to_owned(),
        Ask::Name { of, .. } => format!("a name in {}", place(of)),
        Ask::Names { of: "<words>" } => "list of words".to_owned(),
        Ask::Names { of } => format!("names in {}", place(of)),
    }
}

/// Where names are looked up, in words.
fn place(of: &str) -> &str {
    match of {
        "<siblings>" => "the same ladder or path",
        "<metrics>" => "`zaoshi list metrics SCENARIO`",
        "<presets>" => "`zaoshi list presets`",
        of => of,
    }
}

fn default(ask: &Ask) -> Option<String> {
    match *ask {
        Ask::Number { default, .. } => default.map(plain),
        Ask::Count { default, .. } => default.map(|n| n.to_string()),
        Ask::Rate { default, .. } => default.map(|rate| format!("{} per year", plain(rate))),
        Ask::Duration { default, .. } => default.map(span),
        Ask::Quota { default, .. } => default.map(|(n, days)| format!("{} per {}", plain(n), span(days))),
        Ask::Choice { default, .. } => Some(default.to_owned()),
        Ask::Flag { default } => Some(default.to_string()),
        Ask::Text { default } => default.filter(|text| !text.is_empty()).map(str::to_owned),
        Ask::Date { .. } | Ask::Name { .. } | Ask::Names { .. } | Ask::Numbers { .. } => None,
    }
}

/// Short: `1e9` for a thousand millions.
fn plain(x: f64) -> String {
    if x.abs() >= 1e6 || (x != 0.0 && x.abs() < 1e-4) { format!("{x:e}") } else { x.to_string() }
}

/// In the largest unit that leaves a whole number.
fn span(days: f64) -> String {
    let units = [(365.25, "year"), (7.0, "week"), (1.0, "day")];
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
        let told = [1.0, 7.0, 30.0, 365.25, 1095.75, 36_525.0, 0.0, 0.5].map(span);
        assert_eq!(told, ["1 day", "1 week", "30 days", "1 year", "3 years", "100 years", "0 days", "0.5 days"]);
    }

    #[test]
    fn a_nested_table_carries_its_whole_path() {
        let tables: Vec<String> = below("ladder").into_iter().map(|e| e.table).collect();
        assert!(tables.iter().any(|t| t == "ladder.<name>.tier.<name>.entry"), "{tables:?}");
    }
}
