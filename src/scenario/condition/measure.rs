//! Measures: numeric expressions of metrics, such as `money-paid / members`; and the distance of a condition from holding.
//!
//! Invariant: a measure that was read cannot fail; the distance is above zero if and only if the condition does not hold.

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

    /// The metrics that it names, with their byte ranges in the text.
    pub fn metrics(&self) -> Vec<(&str, Range<usize>)> {
        let mut list = Vec::new();
        self.number.metrics(&mut list);
        list
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
            Truth::Not(_) => f64::from(u8::from(!self.holds(metric, 0.0, &mut []))),
            Truth::Compare(left, _, right) => {
                if self.holds(metric, 0.0, &mut []) {
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
}
