//! Values: whatever unit a person writes, a value is kept in one unit and can be written back.

use crate::registry::{Knob, Set};
use crate::scenario::tree::{Node, Value};
use crate::scenario::{format, values};

fn read(knob: &Knob, text: &str) -> Option<Set> {
    let node = Node { key: Default::default(), at: Default::default(), value: Value::Text(text.to_owned()) };
    values::read(knob, &node).ok()
}

#[test]
fn rates_are_held_per_year() {
    let knob = Knob::rate("r", 0.0..=1000.0, 0.0);
    let rates = [("0.03 per year", 0.03), ("1 per day", 365.25), ("2 per month", 24.0), ("1 per quarter", 4.0)];
    for (text, rate) in rates {
        assert_eq!(read(&knob, text), Some(Set::Number(rate)), "{text}");
    }
    for text in [
        "0.03",
        "0.03 per",
        "per year",
        "x per year",
        "inf per year",
        "1 per hour",
        "1 per 0 days",
        "1e999 per year",
        "-1 per year",
    ] {
        assert_eq!(read(&knob, text), None, "{text}");
    }
}

#[test]
fn spans_of_time_are_held_in_days() {
    let knob = Knob::duration("d", 0.0..=40_000.0, 1.0);
    let spans =
        [("30 days", 30.0), ("1 week", 7.0), ("3 years", 1095.75), ("8 hours", 8.0 / 24.0), ("2 months", 60.875)];
    for (text, days) in spans {
        assert_eq!(read(&knob, text), Some(Set::Number(days)), "{text}");
    }
    for text in ["30", "30days", "days", "3 yr", "NaN days"] {
        assert_eq!(read(&knob, text), None, "{text}");
    }
}

#[test]
fn quotas_are_held_as_amount_and_days() {
    let knob = Knob::maybe_quota("q", 0.0..=1e9);
    let quotas = [("20 per week", 20.0, 7.0), ("2_000 per quarter", 2000.0, 91.3125), ("5 per 180 days", 5.0, 180.0)];
    for (text, amount, days) in quotas {
        assert_eq!(read(&knob, text), Some(Set::Quota(amount, days)), "{text}");
    }
}

#[test]
fn a_value_that_is_written_again_reads_the_same() {
    let rate = Knob::rate("r", 0.0..=1e6, 0.0);
    let span = Knob::duration("d", 0.0..=1e6, 0.0);
    let quota = Knob::maybe_quota("q", 0.0..=1e9);
    let texts =
        ["0.1 per week", "1.5 days", "1 hour", "7 weeks", "0.7 months", "30.4375 days", "33 per 2 weeks", "3 per hour"];
    for text in texts {
        for knob in [&rate, &span, &quota] {
            let Some(set) = read(knob, text) else { continue };
            let again = format::written(knob, &set);
            assert_eq!(read(knob, again.trim_matches('"')), Some(set), "{text} became {again}");
        }
    }
}
