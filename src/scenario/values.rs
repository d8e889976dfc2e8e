//! Values of knobs, read from texts such as `"0.03 per year"` or `"30 days"`.
//!
//! Invariant: a value that [`read`] gives lies in the range of the knob; every other value is an [`Invalid`] that says what would be right.

use super::format::{UNITS, asked_type, date, example, grouped, quote, short};
use super::names::{Join, nearest, quoted_list};
use super::tree::{Node, Value};
use crate::error::Spot;
use crate::registry::{Ask, Given, Knob, Set, unit_says};
use crate::say;
use crate::world::calendar::day_number;

const YEAR: f64 = 365.25;

/// Why a knob cannot take a value: a mistake without its path.
pub(super) struct Invalid {
    /// Continues a sentence that begins with the path: "must lie between 0 and 1".
    pub(super) says: String,
    pub(super) help: Option<String>,
    pub(super) label: String,
    /// The place of the wrong item of a list.
    pub(super) at: Option<Spot>,
}

fn invalid(says: impl Into<String>, label: impl Into<String>, help: impl Into<String>) -> Invalid {
    Invalid { says: says.into(), label: label.into(), help: Some(help.into()), at: None }
}

/// The value of a node for a knob. Whether names exist is checked elsewhere, with the whole tree.
pub(super) fn read(knob: &Knob, node: &Node) -> Result<Set, Invalid> {
    let value = &node.value;
    match (knob.ask, value) {
        (ask, Value::Real(x)) if !x.is_finite() && is_numeric(ask) => Err(not_finite(knob, *x)),
        (Ask::Given, value) => given(knob, value).map(Set::Given),
        (Ask::Givens, Value::List(items)) => {
            let one = |item: &Node| {
                given(knob, &item.value).map_err(|invalid| Invalid { at: Some(item.at.clone()), ..invalid })
            };
            items.iter().map(one).collect::<Result<_, _>>().map(Set::Givens)
        }
        (Ask::Number { unit, low, high, .. }, Value::Real(_) | Value::Whole(_)) => {
            number(value, unit, low, high).map(Set::Number)
        }
        (Ask::Count { unit, low, high, .. }, Value::Whole(n)) => match i64::try_from(*n) {
            Ok(n) if (low..=high).contains(&n) => Ok(Set::Count(n)),
            _ => Err(outside(&grouped(*n), &grouped(low.into()), &grouped(high.into()), &unit_says(unit))),
        },
        (Ask::Count { .. }, Value::Real(x)) => Err(invalid(
            say!("mistake-not-whole", found = x.to_string()),
            say!("mistake-not-whole-label"),
            match knob.ask {
                Ask::Count { low, high, .. } if (low as f64..=high as f64).contains(&x.round()) => {
                    say!("mistake-not-whole-help", number = grouped(x.round() as i128))
                }
                _ => say!("mistake-not-whole-help", number = example(knob)),
            },
        )),
        (Ask::Rate { low, high, .. }, Value::Text(text)) => {
            let Some((amount, days)) = parse_quota(text).filter(|(_, days)| *days >= 1.0) else {
                return Err(unreadable(knob, text));
            };
            let rate = amount * (YEAR / days);
            if (low..=high).contains(&rate) {
                return Ok(Set::Number(rate));
            }
            let a_year = || say!("scenario-value-rate-a-year", rate = text, number = short(rate));
            let found = if days == YEAR { text.clone() } else { a_year() };
            Err(outside(&found, &short(low), &short(high), &say!("scenario-unit-per-year")))
        }
        (Ask::Duration { low, high, .. }, Value::Text(text)) => {
            let Some(days) = parse_duration(text) else {
                return Err(unreadable(knob, text));
            };
            if (low..=high).contains(&days) {
                Ok(Set::Number(days))
            } else {
                Err(outside(text, &short(low), &short(high), &say!("unit-days")))
            }
        }
        (Ask::Quota { low, high, .. }, Value::Text(text)) => {
            let Some((amount, days)) = parse_quota(text) else {
                return Err(unreadable(knob, text));
            };
            if (low..=high).contains(&amount) {
                Ok(Set::Quota(amount, days))
            } else {
                Err(outside(&short(amount), &short(low), &short(high), ""))
            }
        }
        (Ask::Rate { .. }, Value::Real(_) | Value::Whole(_)) => Err(without_unit(knob, value)),
        (Ask::Duration { .. }, Value::Real(_) | Value::Whole(_)) => Err(without_unit(knob, value)),
        (Ask::Quota { .. }, Value::Real(_) | Value::Whole(_)) => Err(without_unit(knob, value)),
        (Ask::Choice { options, .. }, Value::Text(text)) => {
            if options.contains(&text.as_str()) {
                return Ok(Set::Text(text.clone()));
            }
            let label = match nearest(text, options.iter().copied()) {
                Some(near) => say!("mistake-meant-text", near = near),
                None => say!("mistake-not-option-label"),
            };
            let help = say!("mistake-not-option-help", options = quoted_list(options, Join::Or));
            Err(invalid(say!("mistake-not-option", found = text), label, help))
        }
        (Ask::Flag { .. }, Value::Text(_)) => {
            let says = say!("mistake-not-flag", found = value.description());
            Err(invalid(says, say!("mistake-label-not-flag"), say!("mistake-not-flag-help")))
        }
        (Ask::Names { .. }, Value::Text(name)) => {
            let says = say!("mistake-not-names", found = value.description());
            Err(invalid(says, say!("mistake-not-names-label"), say!("mistake-not-names-help", name = quote(name))))
        }
        (Ask::Flag { .. }, Value::Flag(flag)) => Ok(Set::Flag(*flag)),
        (Ask::Text { .. } | Ask::Name { .. }, Value::Text(text)) => Ok(Set::Text(text.clone())),
        (Ask::Date { .. }, Value::Date(text) | Value::Text(text)) => match date(text) {
            Some(_) => Ok(Set::Text(text.clone())),
            None => Err(invalid(
                say!("mistake-not-day", found = value.description()),
                say!("mistake-not-day-label"),
                say!("mistake-not-day-help"),
            )),
        },
        (Ask::Names { .. }, Value::List(items)) => items
            .iter()
            .map(|item| match &item.value {
                Value::Text(text) => Ok(text.clone()),
                other => Err(Invalid {
                    at: Some(item.at.clone()),
                    ..invalid(
                        say!("mistake-not-name-in-list", found = other.description()),
                        say!("mistake-not-name-in-list-label"),
                        example(knob),
                    )
                }),
            })
            .collect::<Result<_, _>>()
            .map(Set::Names),
        (Ask::Numbers { unit, low, high }, Value::List(items)) => items
            .iter()
            .map(|item| match &item.value {
                value @ (Value::Real(_) | Value::Whole(_)) => {
                    number(value, unit, low, high).map_err(|invalid| Invalid { at: Some(item.at.clone()), ..invalid })
                }
                other => Err(Invalid {
                    at: Some(item.at.clone()),
                    ..invalid(
                        say!("mistake-not-number-in-list", found = other.description()),
                        say!("mistake-label-not-number"),
                        example(knob),
                    )
                }),
            })
            .collect::<Result<_, _>>()
            .map(Set::Numbers),
        (_, other) => {
            let asked = asked_type(knob);
            Err(invalid(
                say!("mistake-not-asked", asked = &asked, found = other.description()),
                say!("mistake-not-asked-label", asked = &asked),
                say!("mistake-not-asked-help", example = example(knob)),
            ))
        }
    }
}

fn number(value: &Value, unit: &str, low: f64, high: f64) -> Result<f64, Invalid> {
    let x = match value {
        Value::Whole(n) => *n as f64,
        Value::Real(x) => *x,
        _ => f64::NAN,
    };
    if (low..=high).contains(&x) { Ok(x) } else { Err(outside(&short(x), &short(low), &short(high), &unit_says(unit))) }
}

fn outside(found: &str, low: &str, high: &str, unit: &str) -> Invalid {
    let unit = if unit.is_empty() { "none" } else { unit };
    Invalid {
        says: say!("mistake-outside", unit = unit, low = low, high = high, found = found),
        help: None,
        label: say!("mistake-outside-label", unit = unit, low = low, high = high),
        at: None,
    }
}

/// Whether a knob takes numbers, alone or with a unit.
fn is_numeric(ask: Ask) -> bool {
    match ask {
        Ask::Number { .. } | Ask::Count { .. } | Ask::Rate { .. } | Ask::Duration { .. } | Ask::Quota { .. } => true,
        ask => ask == Ask::Given,
    }
}

/// An infinite number, or none.
fn not_finite(knob: &Knob, found: f64) -> Invalid {
    invalid(
        say!("mistake-not-finite", found = found.to_string()),
        say!("mistake-not-finite-label"),
        say!("mistake-not-asked-help", example = example(knob)),
    )
}

/// What a knob with a unit of time takes, as messages select it.
fn asked(knob: &Knob) -> &'static str {
    match knob.ask {
        Ask::Rate { .. } => "rate",
        Ask::Duration { .. } => "duration",
        _ => "quota",
    }
}

/// A text that does not parse.
fn unreadable(knob: &Knob, found: &str) -> Invalid {
    let asked = asked(knob);
    invalid(
        say!("mistake-misread", asked = asked, found = found),
        say!("mistake-misread-label", asked = asked),
        say!("mistake-misread-help", asked = asked),
    )
}

/// A number without its unit of time. The help writes it with one, if the knob takes it so.
fn without_unit(knob: &Knob, value: &Value) -> Invalid {
    let (number, x) = match value {
        Value::Whole(n) => (n.to_string(), *n as f64),
        Value::Real(x) => (x.to_string(), *x),
        _ => (String::new(), f64::NAN),
    };
    let fits = match knob.ask {
        Ask::Rate { low, high, .. } | Ask::Duration { low, high, .. } | Ask::Quota { low, high, .. } => {
            (low..=high).contains(&x)
        }
        _ => false,
    };
    let help = match fits {
        true => say!("mistake-no-unit-help", asked = asked(knob), number = &number),
        false => say!("mistake-misread-help", asked = asked(knob)),
    };
    invalid(say!("mistake-no-unit", number = &number), say!("mistake-no-unit-label"), help)
}

/// A value of another knob, as written.
fn given(knob: &Knob, value: &Value) -> Result<Given, Invalid> {
    match value {
        Value::Whole(n) => Ok(Given::Number(*n as f64)),
        Value::Real(x) if x.is_finite() => Ok(Given::Number(*x)),
        Value::Real(x) => Err(not_finite(knob, *x)),
        Value::Text(text) | Value::Date(text) => Ok(Given::Text(text.clone())),
        other => Err(invalid(
            say!("mistake-not-asked", asked = say!("mistake-asked-given"), found = other.description()),
            say!("mistake-not-asked-label", asked = say!("mistake-asked-given")),
            say!("mistake-not-asked-help", example = example(knob)),
        )),
    }
}

/// A value of a knob, or with `apart` a distance between two, as a number in the knob's unit: per year, in days, in what a quota of `days`
/// counts, or as the number of a day. Its range is not checked.
pub(super) fn amount(knob: &Knob, given: &Given, days: f64, apart: bool) -> Result<f64, (String, String)> {
    let found = match given {
        Given::Number(x) => Value::Real(*x),
        Given::Text(text) if date(text).is_some() => Value::Date(text.clone()),
        Given::Text(text) => Value::Text(text.clone()),
    };
    let fault = || {
        let asked = if apart && matches!(knob.ask, Ask::Date { .. }) {
            say!("mistake-asked-duration")
        } else {
            asked_type(knob)
        };
        let help = match apart {
            true => say!("plan-distance-help"),
            false => say!("mistake-not-asked-help", example = example(knob)),
        };
        (say!("mistake-not-asked", asked = asked, found = found.description()), help)
    };
    match (knob.ask, given) {
        (Ask::Date { .. }, Given::Text(text)) if apart => parse_duration(text).ok_or_else(fault),
        (Ask::Date { .. }, Given::Number(x)) if apart => Ok(*x),
        (Ask::Date { .. }, Given::Text(text)) => date(text).map(day_number).ok_or_else(fault),
        (Ask::Date { .. }, Given::Number(_)) => Err(fault()),
        (_, Given::Number(x)) => Ok(*x),
        (Ask::Rate { .. }, Given::Text(text)) => match parse_quota(text).filter(|(_, days)| *days >= 1.0) {
            Some((amount, days)) => Ok(amount * (YEAR / days)),
            None => Err(fault()),
        },
        (Ask::Duration { .. }, Given::Text(text)) => parse_duration(text).ok_or_else(fault),
        (Ask::Quota { .. }, Given::Text(text)) => match parse_quota(text) {
            Some((amount, of)) if of == days => Ok(amount),
            Some((amount, of)) => Ok(amount * (days / of)),
            None => Err(fault()),
        },
        _ => Err(fault()),
    }
}

/// `"0.03 per year"` as amount and days.
fn parse_quota(text: &str) -> Option<(f64, f64)> {
    let (amount, unit) = text.split_once(" per ")?;
    let unit = unit.trim();
    let days = if unit.starts_with(|c: char| c.is_ascii_digit()) { parse_duration(unit)? } else { days_in(unit)? };
    (days > 0.0).then_some((parse_number(amount)?, days))
}

/// `"30 days"` as days.
fn parse_duration(text: &str) -> Option<f64> {
    let (amount, unit) = text.trim().split_once(' ')?;
    let unit = unit.trim();
    Some(parse_number(amount)? * days_in(unit.strip_suffix('s').unwrap_or(unit))?)
}

fn days_in(unit: &str) -> Option<f64> {
    UNITS.iter().find(|(name, _)| *name == unit).map(|(_, days)| *days)
}

/// A finite number; unlike in Rust, `inf` and `nan` are not numbers.
fn parse_number(text: &str) -> Option<f64> {
    let text = text.trim().replace('_', "");
    text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+')).then_some(())?;
    text.parse().ok().filter(|x: &f64| x.is_finite())
}
