//! Measures: numeric expressions of metrics, such as `money-paid / members`; and the distance of a condition from holding.
//!
//! Invariant: a measure that was read cannot fail, and its text is read back as the same measure; the distance is above zero if and only if
//! the condition does not hold.

use std::fmt;
use std::ops::Range;

use super::{Condition, Fault, Number, Truth, parse};

/// A numeric expression of metrics.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    number: Number,
}

impl Measure {
    /// Parses a measure.
    pub(in crate::scenario) fn read(text: &str) -> Result<Measure, Fault> {
        parse::measure(text).map(|number| Measure { number })
    }

    /// The measure of a single metric.
    pub fn of(metric: &str) -> Measure {
        Measure { number: Number::Metric(metric.to_owned(), 0..0) }
    }

    /// The metrics that it names, with their byte ranges in the text.
    pub fn metrics(&self) -> Vec<(&str, Range<usize>)> {
        let mut list = Vec::new();
        self.number.metrics(&mut list);
        list
    }

    /// Reduces it from the inside out: numbers and metrics by `leaf`, operations by `join`, which gets the sign and both sides.
    pub fn fold<T>(&self, leaf: &dyn Fn(Leaf) -> T, join: &dyn Fn(T, char, T) -> T) -> T {
        self.number.fold(leaf, join)
    }

    /// The metric, if the measure is a single metric.
    pub fn metric(&self) -> Option<&str> {
        match &self.number {
            Number::Metric(name, _) => Some(name),
            _ => None,
        }
    }

    /// Its value.
    pub fn value(&self, metric: &dyn Fn(&str) -> f64) -> f64 {
        self.number.value(metric)
    }

    /// Its value; NaN also where it divides by zero.
    pub fn defined(&self, metric: &dyn Fn(&str) -> f64) -> f64 {
        let value = self.value(metric);
        if value.is_finite() { value } else { f64::NAN }
    }
}

/// An innermost part of a measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Leaf<'m> {
    /// A number.
    Number(f64),
    /// A metric, by its name.
    Metric(&'m str),
}

impl Number {
    fn fold<T>(&self, leaf: &dyn Fn(Leaf) -> T, join: &dyn Fn(T, char, T) -> T) -> T {
        match self {
            Number::Literal(x) => leaf(Leaf::Number(*x)),
            Number::Metric(name, _) => leaf(Leaf::Metric(name)),
            Number::Operation(left, sign, right) => join(left.fold(leaf, join), *sign, right.fold(leaf, join)),
        }
    }
}

/// How tightly an operation binds its sides.
fn strength(sign: char) -> u8 {
    if matches!(sign, '*' | '/') { 2 } else { 1 }
}

/// A text that [`join`] puts together, and how tightly its outermost operation binds.
pub type Joined = (String, u8);

/// The text of a number or a metric, to be [joined](join).
pub fn alone(text: String) -> Joined {
    (text, 3)
}

/// Two sides with a sign between them, in parentheses where they need them; `write` writes the sign.
pub fn join((left, of_left): Joined, sign: char, (right, of_right): Joined, write: &dyn Fn(char) -> char) -> Joined {
    let own = strength(sign);
    let inside = |text: String, needs: bool| if needs { format!("({text})") } else { text };
    let right = inside(right, of_right < own || (of_right == own && matches!(sign, '-' | '/')));
    (format!("{} {} {right}", inside(left, of_left < own), write(sign)), own)
}

/// Its canonical text: a blank on both sides of each sign, and no parentheses but those that it needs.
impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let leaf = |leaf: Leaf| match leaf {
            Leaf::Number(x) => alone(x.to_string()),
            Leaf::Metric(name) => alone(name.to_owned()),
        };
        f.write_str(&self.fold(&leaf, &|left, sign, right| join(left, sign, right, &|sign| sign)).0)
    }
}

impl Condition {
    /// Distance from holding: 0 if it holds, otherwise the missing amount as a share of the right side; the sum over the parts of `and`,
    /// the smallest over the parts of `or`. Spans of time are ignored.
    pub fn shortfall(&self, metric: &dyn Fn(&str) -> f64) -> f64 {
        self.truth.shortfall(metric)
    }
}

/// The smallest distance of a condition that does not hold.
const LEAST: f64 = 1e-9;

impl Truth {
    fn shortfall(&self, metric: &dyn Fn(&str) -> f64) -> f64 {
        match self {
            Truth::And(left, right) => left.shortfall(metric) + right.shortfall(metric),
            Truth::Or(left, right) => left.shortfall(metric).min(right.shortfall(metric)),
            Truth::For(of, _, _) => of.shortfall(metric),
            Truth::Not(_) => f64::from(u8::from(self.holds(metric, 0.0, &mut []) != Some(true))),
            Truth::Compare(left, _, right) => {
                if self.holds(metric, 0.0, &mut []) == Some(true) {
                    return 0.0;
                }
                let (left, right) = (left.value(metric), right.value(metric));
                let missing = (left - right).abs() / right.abs().max(LEAST);
                if missing.is_finite() { missing.clamp(LEAST, 1.0 / LEAST) } else { 1.0 / LEAST }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_short_of_a_condition_is_zero_exactly_where_it_holds() {
        let metric = |name: &str| if name == "paid" { 150.0 } else { 20.0 };
        let short = |text: &str| Condition::read(text).unwrap().shortfall(&metric);
        assert_eq!(short("paid <= 150 and hurt < 21"), 0.0);
        assert_eq!(short("paid <= 100"), 0.5);
        assert_eq!(short("paid <= 100 and hurt <= 16"), 0.75);
        assert_eq!(short("paid <= 100 or hurt <= 16"), 0.25);
        assert_eq!(short("not paid > 100"), 1.0);
        assert!(short("paid < 150") > 0.0);
        assert!(short("paid / 0 < 1") > 0.0);
    }

    #[test]
    fn a_measure_is_a_sum_and_no_comparison() {
        let metric = |name: &str| name.len() as f64;
        assert_eq!(Measure::read("abc / ab - 1").unwrap().value(&metric), 0.5);
        assert_eq!(Measure::read("paid").unwrap().metric(), Some("paid"));
        assert_eq!(Measure::read("paid + 1").unwrap().metric(), None);
        for text in ["", "a > 3", "a b", "a and b"] {
            assert!(Measure::read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_measure_is_written_as_it_is_read() {
        for (text, written) in [
            ("deeds:answer  -deeds:farm", "deeds:answer - deeds:farm"),
            ("a - (b - c)", "a - (b - c)"),
            ("(a - b) - c", "a - b - c"),
            ("a / (b * 2)", "a / (b * 2)"),
            ("(a + b) * 0.5 + c", "(a + b) * 0.5 + c"),
            ("-a", "0 - a"),
        ] {
            assert_eq!(Measure::read(text).unwrap().to_string(), written);
            assert_eq!(Measure::read(written).unwrap().to_string(), written);
        }
    }
}
