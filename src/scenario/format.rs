//! Values as a scenario file writes them.
//!
//! Invariant: [`written`] gives one text for each value, and that text is read back as the same value.

use super::tree::Value;
use crate::registry::{Ask, Given, Knob, Set};
use crate::say;

/// Units of time and their length in days: a year is 365.25 days, a month a twelfth of it, a quarter a fourth.
pub(super) const UNITS: &[(&str, f64)] =
    &[("hour", 1.0 / 24.0), ("day", 1.0), ("week", 7.0), ("month", 30.4375), ("quarter", 91.3125), ("year", 365.25)];

/// The type of value that a knob takes, with its article.
pub(super) fn asked_type(knob: &Knob) -> String {
    match knob.ask {
        Ask::Number { .. } => say!("mistake-asked-number"),
        Ask::Rate { .. } => say!("mistake-asked-rate"),
        Ask::Duration { .. } => say!("mistake-asked-duration"),
        Ask::Count { .. } => say!("mistake-asked-count"),
        Ask::Quota { .. } => say!("mistake-asked-quota"),
        Ask::Choice { .. } => say!("mistake-asked-choice"),
        Ask::Flag { .. } => say!("mistake-asked-flag"),
        Ask::Text { .. } => say!("mistake-asked-text"),
        Ask::Date { .. } => say!("mistake-asked-date"),
        Ask::Name { .. } => say!("mistake-asked-name"),
        Ask::Names { .. } => say!("mistake-asked-names"),
        Ask::Numbers { .. } => say!("mistake-asked-numbers"),
        Ask::Given => say!("mistake-asked-given"),
        Ask::Givens => say!("mistake-asked-givens"),
    }
}

/// A valid value of the knob, as a file writes it.
pub(super) fn example(knob: &Knob) -> String {
    match (knob.ask, knob.default()) {
        (Ask::Choice { options, .. }, _) => options.first().map(|word| format!("\"{word}\"")).unwrap_or_default(),
        (Ask::Names { of }, _) if of.starts_with('<') => "[\"one\", \"another\"]".to_owned(),
        (Ask::Names { of }, _) => say!("scenario-value-example-names", of = of),
        (Ask::Numbers { low, high, .. }, _) => {
            format!("[{}, {}]", short(1.0_f64.clamp(low, high)), short(2.5_f64.clamp(low, high)))
        }
        (Ask::Text { .. } | Ask::Name { .. }, _) => "\"…\"".to_owned(),
        (Ask::Date { .. }, _) => "2027-01-04".to_owned(),
        (Ask::Given, _) => "0.5".to_owned(),
        (Ask::Givens, _) => "[0.5, 1]".to_owned(),
        (Ask::Rate { low, high, .. }, Set::Absent) => format!("\"{} per year\"", short(0.03_f64.clamp(low, high))),
        (Ask::Duration { low, high, .. }, Set::Absent) => format!("\"{}\"", duration(30.0_f64.clamp(low, high))),
        (Ask::Quota { low, high, .. }, Set::Absent) => format!("\"{} per week\"", short(20.0_f64.clamp(low, high))),
        (Ask::Number { low, high, .. }, Set::Absent) => short(1.0_f64.clamp(low, high)),
        (Ask::Count { low, high, .. }, Set::Absent) => grouped(1.clamp(low, high).into()),
        (_, default) => written(knob, &default),
    }
}

/// The canonical text of a value.
pub(super) fn written(knob: &Knob, set: &Set) -> String {
    match (knob.ask, set) {
        (Ask::Rate { .. }, Set::Number(x)) => format!("\"{} per year\"", short(*x)),
        (Ask::Duration { .. }, Set::Number(days)) => format!("\"{}\"", duration(*days)),
        (_, Set::Number(x)) => short(*x),
        (_, Set::Count(n)) => grouped((*n).into()),
        (_, Set::Quota(amount, days)) => match UNITS.iter().find(|(_, of)| of == days) {
            Some((unit, _)) => format!("\"{} per {unit}\"", short(*amount)),
            None => format!("\"{} per {}\"", short(*amount), duration(*days)),
        },
        (Ask::Date { .. }, Set::Text(date)) => date.clone(),
        (_, Set::Text(word)) => quote(word),
        (_, Set::Flag(flag)) => flag.to_string(),
        (_, Set::Names(names)) => format!("[{}]", names.iter().map(|n| quote(n)).collect::<Vec<_>>().join(", ")),
        (_, Set::Numbers(xs)) => format!("[{}]", xs.iter().map(|x| short(*x)).collect::<Vec<_>>().join(", ")),
        (_, Set::Given(given)) => self::given(given),
        (_, Set::Givens(list)) => format!("[{}]", list.iter().map(self::given).collect::<Vec<_>>().join(", ")),
        (_, Set::Absent) => say!("scenario-value-not-set"),
    }
}

/// A value of another knob.
fn given(given: &Given) -> String {
    match given {
        Given::Number(x) => short(*x),
        Given::Text(text) if date(text).is_some() => text.clone(),
        Given::Text(text) => quote(text),
    }
}

/// A number of days in the longest unit in which it is whole and converts back exactly.
fn duration(days: f64) -> String {
    for (name, of) in UNITS.iter().rev() {
        let n = days / of;
        if n >= 1.0 && n.fract() == 0.0 && n * of == days {
            return format!("{} {name}{}", short(n), if n == 1.0 { "" } else { "s" });
        }
    }
    format!("{} days", short(days))
}

/// A number in its shortest exact digits; large and tiny ones with an exponent.
pub(super) fn short(x: f64) -> String {
    if x.fract() == 0.0 && x.abs() < 1e15 {
        return grouped(x as i128);
    }
    format!("{x:?}")
}

/// A whole number with `_` between thousands, from five digits on: 40_000.
pub(super) fn grouped(n: i128) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) && digits.len() > 4 {
            out.push('_');
        }
        out.push(digit);
    }
    if n < 0 { format!("-{out}") } else { out }
}

/// A value as TOML on one line.
pub(super) fn toml(value: &Value) -> String {
    match value {
        Value::Text(text) => quote(text),
        Value::Whole(n) => grouped(*n),
        Value::Real(x) => short(*x),
        Value::Flag(flag) => flag.to_string(),
        Value::Date(date) => date.clone(),
        Value::List(items) => format!("[{}]", items.iter().map(|i| toml(&i.value)).collect::<Vec<_>>().join(", ")),
        Value::Table(table) => {
            let rows = table.0.iter().map(|(k, node)| format!("{} = {}", key(k), toml(&node.value)));
            format!("{{ {} }}", rows.collect::<Vec<_>>().join(", "))
        }
    }
}

/// A text in quotes, on one line. TOML has the same escapes as JSON, except for one character.
pub(crate) fn quote(text: &str) -> String {
    serde_json::Value::String(text.to_owned()).to_string().replace('\u{7f}', "\\u007F")
}

/// A key, quoted if necessary.
pub(super) fn key(name: &str) -> String {
    let bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if bare { name.to_owned() } else { quote(name) }
}

/// A value as people read it: a text without its quotes.
pub(super) fn plain_text(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        other => toml(other),
    }
}

/// A day of the calendar.
pub(super) fn date(text: &str) -> Option<jiff::civil::Date> {
    // Ten bytes: without a time of day, without a zone.
    if text.len() == 10 { text.parse().ok() } else { None }
}
