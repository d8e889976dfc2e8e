//! Values: what a text such as `"0.03 per year"` or `"30 days"` means to its knob.
//!
//! Invariant: what [`read`] gives lies in the range of the knob; everything else is a [`Wrong`] that says what would be right.

use super::format::{UNITS, asked, example, grouped, quote, short};
use super::names::{nearest, quoted};
use super::tree::{Node, Value};
use crate::error::Spot;
use crate::registry::{Ask, Knob, Set, unit_says};

const YEAR: f64 = 365.25;

/// Why a value cannot be what its knob asks for; all that a mistake needs but its path.
pub(super) struct Wrong {
    /// Fits after the path: "must lie in 0 to 1".
    pub(super) says: String,
    pub(super) help: Option<String>,
    pub(super) label: String,
    /// Of the item that is wrong in a list.
    pub(super) at: Option<Spot>,
}

fn wrong(says: impl Into<String>, label: impl Into<String>, help: impl Into<String>) -> Wrong {
    Wrong { says: says.into(), label: label.into(), help: Some(help.into()), at: None }
}

/// What the node means to the knob. Names are texts here; whether they exist is checked by who knows the tree.
pub(super) fn read(knob: &Knob, node: &Node) -> Result<Set, Wrong> {
    let value = &node.value;
    match (knob.ask, value) {
        (Ask::Number { unit, low, high, .. }, Value::Real(_) | Value::Whole(_)) => {
            number(value, unit, low, high).map(Set::Number)
        }
        (Ask::Count { unit, low, high, .. }, Value::Whole(n)) => match i64::try_from(*n) {
            Ok(n) if (low..=high).contains(&n) => Ok(Set::Count(n)),
            _ => Err(outside(&grouped(*n), &grouped(low.into()), &grouped(high.into()), unit)),
        },
        (Ask::Count { .. }, Value::Real(x)) => {
            let help = format!("write {}, for example", grouped(x.round() as i128));
            Err(wrong(format!("must be a whole number, found {x}"), "not a whole number", help))
        }
        (Ask::Rate { low, high, .. }, Value::Text(text)) => {
            let Some((amount, days)) = per(text).filter(|(_, days)| *days >= 1.0) else {
                return Err(misread(
                    "rate",
                    text,
                    "\"0.03 per year\"",
                    "the amount, `per`, then day, week, month, quarter or year",
                ));
            };
            let rate = amount * (YEAR / days);
            if (low..=high).contains(&rate) {
                return Ok(Set::Number(rate));
            }
            let found = if days == YEAR { text.clone() } else { format!("{text} (that is {} per year)", short(rate)) };
            Err(outside(&found, &short(low), &short(high), "per year"))
        }
        (Ask::Duration { low, high, .. }, Value::Text(text)) => {
            let Some(days) = span(text) else {
                return Err(misread(
                    "span of time",
                    text,
                    "\"30 days\"",
                    "the amount, then hours, days, weeks, months, quarters or years",
                ));
            };
            if (low..=high).contains(&days) {
                Ok(Set::Number(days))
            } else {
                Err(outside(text, &short(low), &short(high), "days"))
            }
        }
        (Ask::Quota { low, high, .. }, Value::Text(text)) => {
            let Some((amount, days)) = per(text) else {
                return Err(misread(
                    "quota",
                    text,
                    "\"20 per week\"",
                    "the amount, `per`, then a span of time such as week, quarter or 180 days",
                ));
            };
            if (low..=high).contains(&amount) {
                Ok(Set::Quota(amount, days))
            } else {
                Err(outside(&short(amount), &short(low), &short(high), ""))
            }
        }
        (Ask::Rate { .. }, Value::Real(_) | Value::Whole(_)) => {
            Err(bare(value, "per year", "per day, week, month or quarter"))
        }
        (Ask::Duration { .. }, Value::Real(_) | Value::Whole(_)) => {
            Err(bare(value, "days", "hours, weeks, months, years"))
        }
        (Ask::Quota { .. }, Value::Real(_) | Value::Whole(_)) => {
            Err(bare(value, "per week", "per day, month, quarter, year"))
        }
        (Ask::Choice { options, .. }, Value::Text(text)) => {
            if options.contains(&text.as_str()) {
                return Ok(Set::Text(text.clone()));
            }
            let label = match nearest(text, options.iter().copied()) {
                Some(near) => format!("did you mean \"{near}\"?"),
                None => "not one of the options".to_owned(),
            };
            Err(wrong(format!("cannot be \"{text}\""), label, format!("the options are {}", quoted(options))))
        }
        (Ask::Flag { .. }, Value::Text(_)) => {
            let says = format!("must be true or false, found {}", value.what());
            Err(wrong(says, "not true or false", "write true or false, without quotes"))
        }
        (Ask::Names { .. }, Value::Text(name)) => {
            let says = format!("must be a list of names, found {}", value.what());
            Err(wrong(says, "not a list", format!("write it as [{}]", quote(name))))
        }
        (Ask::Flag { .. }, Value::Flag(flag)) => Ok(Set::Flag(*flag)),
        (Ask::Text { .. } | Ask::Name { .. }, Value::Text(text)) => Ok(Set::Text(text.clone())),
        (Ask::Date { .. }, Value::Date(text) | Value::Text(text)) => match date(text) {
            Some(_) => Ok(Set::Text(text.clone())),
            None => Err(wrong(
                format!("must be a day of the calendar, found {}", value.what()),
                "not a day",
                "write year, month and day, such as 2027-01-04",
            )),
        },
        (Ask::Names { .. }, Value::List(items)) => items
            .iter()
            .map(|item| match &item.value {
                Value::Text(text) => Ok(text.clone()),
                other => Err(Wrong {
                    at: Some(item.at.clone()),
                    ..wrong(format!("is a list of names, found {} in it", other.what()), "not a name", example(knob))
                }),
            })
            .collect::<Result<_, _>>()
            .map(Set::Names),
        (Ask::Numbers { unit, low, high }, Value::List(items)) => items
            .iter()
            .map(|item| match &item.value {
                value @ (Value::Real(_) | Value::Whole(_)) => {
                    number(value, unit, low, high).map_err(|w| Wrong { at: Some(item.at.clone()), ..w })
                }
                other => Err(Wrong {
                    at: Some(item.at.clone()),
                    ..wrong(
                        format!("is a list of numbers, found {} in it", other.what()),
                        "not a number",
                        example(knob),
                    )
                }),
            })
            .collect::<Result<_, _>>()
            .map(Set::Numbers),
        (_, other) => {
            let says = format!("must be {}, found {}", asked(knob), other.what());
            Err(wrong(says, format!("not {}", asked(knob)), format!("write it as {}", example(knob))))
        }
    }
}

fn number(value: &Value, unit: &str, low: f64, high: f64) -> Result<f64, Wrong> {
    let x = match value {
        Value::Whole(n) => *n as f64,
        Value::Real(x) => *x,
        _ => f64::NAN,
    };
    if (low..=high).contains(&x) { Ok(x) } else { Err(outside(&short(x), &short(low), &short(high), unit)) }
}

fn outside(found: &str, low: &str, high: &str, unit: &str) -> Wrong {
    let unit = if unit.is_empty() { String::new() } else { format!(" ({})", unit_says(unit)) };
    Wrong {
        says: format!("must lie between {low} and {high}{unit}, found {found}"),
        help: None,
        label: format!("from {low} to {high}{unit}"),
        at: None,
    }
}

fn misread(what: &str, found: &str, example: &str, order: &str) -> Wrong {
    wrong(
        format!("must be a {what} such as {example}, found \"{found}\""),
        format!("not a {what}"),
        format!("write {order}"),
    )
}

fn bare(value: &Value, unit: &str, others: &str) -> Wrong {
    let n = match value {
        Value::Whole(n) => n.to_string(),
        Value::Real(x) => x.to_string(),
        _ => String::new(),
    };
    wrong(
        format!("needs a unit of time, found the bare number {n}"),
        "which unit?",
        format!("write \"{n} {unit}\", with the quotes; or {others}"),
    )
}

/// `"0.03 per year"` as amount and days.
fn per(text: &str) -> Option<(f64, f64)> {
    let (amount, unit) = text.split_once(" per ")?;
    let unit = unit.trim();
    let days = if unit.starts_with(|c: char| c.is_ascii_digit()) { span(unit)? } else { days_of(unit)? };
    (days > 0.0).then_some((plain(amount)?, days))
}

/// `"30 days"` as days.
fn span(text: &str) -> Option<f64> {
    let (amount, unit) = text.trim().split_once(' ')?;
    let unit = unit.trim();
    Some(plain(amount)? * days_of(unit.strip_suffix('s').unwrap_or(unit))?)
}

fn days_of(unit: &str) -> Option<f64> {
    UNITS.iter().find(|(name, _)| *name == unit).map(|(_, days)| *days)
}

/// A number as people write it; Rust would also read `inf` and `nan`.
fn plain(text: &str) -> Option<f64> {
    let text = text.trim().replace('_', "");
    text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+')).then_some(())?;
    text.parse().ok().filter(|x: &f64| x.is_finite())
}

/// A day of the calendar.
pub(super) fn date(text: &str) -> Option<jiff::civil::Date> {
    // Ten bytes: without a time of day, without a zone.
    if text.len() == 10 { text.parse().ok() } else { None }
}
