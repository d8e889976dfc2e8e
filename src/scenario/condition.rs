//! Condition: what must hold for an intervention without a date, such as `active-people > 900 for 12 weeks`.
//!
//! The language has numbers and metrics, + − × /, comparisons, and, or, not, parentheses, and `for` a span of time; it has no loops and
//! no functions. Invariant: a condition that was read is well typed, so its evaluation cannot fail.

use std::ops::Range;

mod arithmetic;
mod measure;
mod parse;
mod tokens;

pub use measure::{Joined, Leaf, Measure, alone, join};

/// Why a text is not a condition; `at` is a byte range of the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fault {
    pub(super) at: Range<usize>,
    /// Continues a sentence that begins with the path: "needs something to compare with".
    pub(super) says: String,
    pub(super) label: String,
    pub(super) help: String,
}

/// A numeric expression.
#[derive(Clone, Debug, PartialEq)]
enum Number {
    Literal(f64),
    Metric(String, Range<usize>),
    Operation(Box<Number>, char, Box<Number>),
}

/// A logical expression.
#[derive(Clone, Debug, PartialEq)]
enum Truth {
    Compare(Number, &'static str, Number),
    Not(Box<Truth>),
    And(Box<Truth>, Box<Truth>),
    Or(Box<Truth>, Box<Truth>),
    /// Holds for a number of days; the last field is the index of the slot that stores since when.
    For(Box<Truth>, f64, usize),
}

/// A parsed condition.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    truth: Truth,
    /// Number of `for` clauses, each with a slot of its own.
    pub spans: usize,
}

impl Condition {
    /// Parses a condition.
    pub(super) fn read(text: &str) -> Result<Condition, Fault> {
        parse::condition(text)
    }

    /// The metrics that it names, with their byte ranges in the text.
    pub fn metrics(&self) -> Vec<(&str, Range<usize>)> {
        let mut list = Vec::new();
        self.truth.metrics(&mut list);
        list
    }

    /// The first day on which it can hold, if it is looked at from the day `first` on; `known`: the day from which a metric has a value.
    /// Infinite if it never can.
    pub fn earliest(&self, first: f64, known: &dyn Fn(&str) -> f64) -> f64 {
        self.truth.earliest(first, known)
    }

    /// Whether it holds now; not if a metric on which it depends is undefined (NaN). `since[slot]`: the day since which the operand
    /// of each `for` clause has held.
    pub fn holds(&self, metric: &dyn Fn(&str) -> f64, now_days: f64, since: &mut [Option<f64>]) -> bool {
        self.truth.holds(metric, now_days, since) == Some(true)
    }
}

impl Number {
    fn value(&self, metric: &dyn Fn(&str) -> f64) -> f64 {
        match self {
            Number::Literal(x) => *x,
            Number::Metric(name, _) => metric(name),
            Number::Operation(left, sign, right) => {
                let (left, right) = (left.value(metric), right.value(metric));
                match sign {
                    '+' => left + right,
                    '-' => left - right,
                    '*' => left * right,
                    // What is divided by zero has no value, as in a headline.
                    _ if right == 0.0 => f64::NAN,
                    _ => left / right,
                }
            }
        }
    }

    fn metrics<'a>(&'a self, list: &mut Vec<(&'a str, Range<usize>)>) {
        match self {
            Number::Literal(_) => {}
            Number::Metric(name, at) => list.push((name, at.clone())),
            Number::Operation(left, _, right) => {
                left.metrics(list);
                right.metrics(list);
            }
        }
    }
}

impl Truth {
    /// Kleene's logic: `None` if an undefined number decides. Evaluates both operands always: a `for` clause must see every
    /// evaluation.
    fn holds(&self, metric: &dyn Fn(&str) -> f64, now: f64, since: &mut [Option<f64>]) -> Option<bool> {
        match self {
            Truth::Compare(left, sign, right) => {
                let (left, right) = (left.value(metric), right.value(metric));
                let order = left.partial_cmp(&right)?;
                Some(match *sign {
                    ">" => order.is_gt(),
                    ">=" => order.is_ge(),
                    "<" => order.is_lt(),
                    "<=" => order.is_le(),
                    "==" => order.is_eq(),
                    _ => order.is_ne(),
                })
            }
            Truth::Not(of) => of.holds(metric, now, since).map(|holds| !holds),
            Truth::And(left, right) => match (left.holds(metric, now, since), right.holds(metric, now, since)) {
                (Some(false), _) | (_, Some(false)) => Some(false),
                (left, right) => left.and(right),
            },
            Truth::Or(left, right) => match (left.holds(metric, now, since), right.holds(metric, now, since)) {
                (Some(true), _) | (_, Some(true)) => Some(true),
                (left, right) => left.and(right),
            },
            Truth::For(of, days, slot) => {
                let holds = of.holds(metric, now, since);
                since[*slot] = if holds == Some(true) { since[*slot].or(Some(now)) } else { None };
                holds.map(|_| since[*slot].is_some_and(|from| now - from >= days - 1e-6))
            }
        }
    }

    fn earliest(&self, first: f64, known: &dyn Fn(&str) -> f64) -> f64 {
        let names = || {
            let mut list = Vec::new();
            self.metrics(&mut list);
            list
        };
        let defined = || names().into_iter().map(|(name, _)| known(name)).fold(first, f64::max);
        match self {
            Truth::Compare(..) if names().is_empty() && self.holds(&|_| f64::NAN, 0.0, &mut []) != Some(true) => {
                f64::INFINITY
            }
            // What does not hold for a time is true at once.
            Truth::Compare(..) | Truth::Not(_) => defined(),
            Truth::And(left, right) => left.earliest(first, known).max(right.earliest(first, known)),
            Truth::Or(left, right) => left.earliest(first, known).min(right.earliest(first, known)),
            Truth::For(of, days, _) => of.earliest(first, known) + days,
        }
    }

    fn metrics<'a>(&'a self, list: &mut Vec<(&'a str, Range<usize>)>) {
        match self {
            Truth::Compare(left, _, right) => {
                left.metrics(list);
                right.metrics(list);
            }
            Truth::Not(of) | Truth::For(of, _, _) => of.metrics(list),
            Truth::And(left, right) | Truth::Or(left, right) => {
                left.metrics(list);
                right.metrics(list);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(text: &str) -> bool {
        let metric = |name: &str| name.len() as f64;
        Condition::read(text).unwrap().holds(&metric, 0.0, &mut [])
    }

    #[test]
    fn products_come_before_sums_and_sums_before_comparisons_and_those_before_and_and_or() {
        for text in [
            "1 + 2 * 3 == 7",
            "(1 + 2) * 3 == 9",
            "8 / 2 - 1 == 3 and not 2 < 1",
            "1 > 2 and 1 > 2 or 2 > 1",
            "not (1 > 2 or 2 < 1)",
            "-1 < 0 and 1_000 >= 1e3 / 1",
            "active-people - 3 == 10",
            "holders:contributor.sig != 5",
        ] {
            assert!(holds(text), "{text}");
        }
        assert!(!holds("1 / 0 - 1 / 0 == 0 or abc < 3"));
    }

    #[test]
    fn what_is_undefined_decides_nothing() {
        for text in
            ["0 / 0 > 1", "1 / 0 > 1", "not 0 / 0 > 1", "0 / 0 != 1", "1 > 0 and 0 / 0 > 1", "1 < 0 or not 0 / 0 > 1"]
        {
            assert!(!holds(text), "{text}");
        }
        assert!(holds("1 > 0 or 0 / 0 > 1") && holds("not (1 < 0 and 0 / 0 > 1)"));
    }

    #[test]
    fn a_span_of_time_begins_anew_with_each_look_at_which_it_does_not_hold() {
        let condition = Condition::read("(a > 2 for 2 weeks) and not b > 1").unwrap();
        let mut since = vec![None; condition.spans];
        let found: Vec<bool> = [3.0, 3.0, 1.0, 3.0, 3.0, 3.0, 3.0]
            .iter()
            .enumerate()
            .map(|(week, a)| condition.holds(&|name| if name == "a" { *a } else { 0.0 }, week as f64 * 7.0, &mut since))
            .collect();
        assert_eq!(found, [false, false, false, false, false, true, true]);
    }

    #[test]
    fn every_fault_points_at_its_place() {
        for (text, at) in [
            ("", 0..0),
            ("active-people", 0..13),
            ("a > 3 and b", 10..11),
            ("(a > 3) + 1 > 2", 0..7),
            ("a > ", 4..4),
            ("a > 3 for 12 weks", 13..17),
            ("a > 3 for soon", 10..14),
            ("1 < a < 3", 6..7),
            ("a = 3", 2..3),
            ("(a > 3", 6..6),
            ("a > 3)", 5..6),
            ("a > 3 $ 2", 6..7),
            ("a b > 3", 2..3),
            ("a for 3 weeks > 2", 0..1),
            ("not a", 4..5),
        ] {
            assert_eq!(Condition::read(text).unwrap_err().at, at, "{text}");
        }
        assert!(Condition::read(&"(".repeat(9_999)).is_err());
    }
}
