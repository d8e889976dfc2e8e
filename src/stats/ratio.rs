//! Ratios of two paired means, with an interval: cost per extra, the share of a gain that is kept.
//!
//! A ratio r lies in the interval if the mean of above − r · below may be zero (Fieller 1954, Journal of the Royal
//! Statistical Society B 16), with the interval of a mean that all comparisons use. Invariant: if the mean below may be
//! zero, no interval of the ratio is bounded, and the ratio is said to be unknown.

use serde::{Deserialize, Serialize};

use super::evidence::{Interval, defined};
use super::quantiles::mean;

/// A ratio of two means.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ratio {
    /// The interval of what it is divided by excludes zero.
    Known {
        /// The ratio of the means.
        value: f64,
        /// The low end of its 80 % interval.
        low: f64,
        /// The high end.
        high: f64,
    },
    /// What it is divided by may be zero.
    Unknown,
}

/// Number of halvings of the step in which an end is looked for.
const HALVINGS: usize = 60;

impl Ratio {
    /// The ratio of two paired samples; what is divided by counts as zero within `tolerance`.
    pub fn of(above: &[f64], below: &[f64], tolerance: f64) -> Ratio {
        let (above, below) = defined(above, below);
        let under = Interval::of_mean(&below);
        if below.len() < 2 || (under.low <= tolerance && under.high >= -tolerance) {
            return Ratio::Unknown;
        }
        let value = mean(&above) / mean(&below);
        let may_be = |ratio: f64| {
            let rest: Vec<f64> = above.iter().zip(&below).map(|(a, b)| a - ratio * b).collect();
            // What rounding leaves of a constant is no difference.
            let small = 1e-12 * above.iter().fold(f64::MIN_POSITIVE, |most, a| most.max(a.abs()));
            let of = Interval::of_mean(&rest);
            of.low <= small && of.high >= -small
        };
        let step = (Interval::of_mean(&above).half_width() + value.abs() * under.half_width()) / mean(&below).abs();
        match (end(value, -step, &may_be), end(value, step, &may_be)) {
            (Some(low), Some(high)) => Ratio::Known { value, low, high },
            _ => Ratio::Unknown,
        }
    }

    /// The ratio, if it is known.
    pub fn value(&self) -> Option<f64> {
        match self {
            Ratio::Known { value, .. } => Some(*value),
            Ratio::Unknown => None,
        }
    }
}

/// The end of the interval in the direction of `step`; `None` if none is found.
fn end(from: f64, step: f64, may_be: &dyn Fn(f64) -> bool) -> Option<f64> {
    if step == 0.0 {
        return Some(from);
    }
    let (mut inside, mut outside) = (from, from + step);
    let mut step = step;
    for _ in 0..HALVINGS {
        if !may_be(outside) {
            for _ in 0..HALVINGS {
                let middle = f64::midpoint(inside, outside);
                if may_be(middle) { inside = middle } else { outside = middle }
            }
            return Some(inside);
        }
        inside = outside;
        step *= 2.0;
        outside += step;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_by_what_may_be_zero_is_unknown() {
        let paid = [100.0, 110.0, 90.0, 105.0];
        assert_eq!(Ratio::of(&paid, &[3.0, -2.0, 1.0, -1.5], 0.0), Ratio::Unknown);
        assert_eq!(Ratio::of(&paid, &[1e-9; 4], 1e-6), Ratio::Unknown, "what is a tie is zero");
        assert_eq!(Ratio::of(&[100.0], &[3.0], 0.0), Ratio::Unknown, "one run says nothing");
        assert_eq!(Ratio::of(&[f64::NAN, 100.0], &[2.0, 3.0], 0.0), Ratio::Unknown);
    }

    #[test]
    fn the_ends_are_those_of_fieller() {
        // Symmetric samples, so that the correction for skew is none: b̄ = 4, a = 3b exactly, and a with luck of its own.
        let below = [2.0, 3.0, 4.0, 5.0, 6.0];
        let above = below.map(|b| 3.0 * b);
        let Ratio::Known { value, low, high } = Ratio::of(&above, &below, 0.0) else { panic!("known") };
        assert!((value - 3.0).abs() < 1e-12 && (low - 3.0).abs() < 1e-6 && (high - 3.0).abs() < 1e-6, "{low} {high}");
        let flat = [12.0; 5];
        let Ratio::Known { low, high, .. } = Ratio::of(&flat, &below, 0.0) else { panic!("known") };
        // 12 / (4 ± 1.5332 · √2.5 / √5)
        assert!((low - 12.0 / 5.084).abs() < 2e-2 && (high - 12.0 / 2.916).abs() < 2e-2, "{low} {high}");
    }
}
