//! Distributions of levers and uncertainties: from a quantile in [0, 1) to a value.
//!
//! Invariant: every value is in the range of its knob.

use crate::world::maths::{exp, normal_quantile};

/// One value, in the unit of the knob.
#[derive(Clone, Debug, PartialEq)]
pub enum Level {
    /// A number; rates are per year, spans of time in days.
    Number(f64),
    /// A word, or `true` and `false`.
    Word(String),
}

/// A distribution over values.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Spread {
    Among { levels: Vec<Level>, weights: Vec<f64> },
    Uniform { low: f64, high: f64 },
    Triangular { low: f64, mode: f64, high: f64 },
    Normal { mean: f64, sd: f64 },
    LogNormal { median: f64, spread: f64 },
}

impl Spread {
    /// The value at the quantile `u` in [0, 1), limited to `range`.
    pub fn at(&self, u: f64, range: (f64, f64)) -> Level {
        let inside = 1e-9_f64.max(u).min(1.0 - 1e-9);
        let x = match self {
            Spread::Among { levels, weights } => return levels[pick(weights, levels.len(), u)].clone(),
            Spread::Uniform { low, high } => low + u * (high - low),
            Spread::Triangular { low, mode, high } => {
                let (rise, whole) = (mode - low, high - low);
                if u * whole < rise {
                    low + libm::sqrt(u * whole * rise)
                } else {
                    high - libm::sqrt((1.0 - u) * whole * (high - mode))
                }
            }
            Spread::Normal { mean, sd } => mean + sd * normal_quantile(inside),
            Spread::LogNormal { median, spread } => median * exp(spread * normal_quantile(inside)),
        };
        Level::Number(x.clamp(range.0, range.1))
    }

    /// The values of a grid: all values of a list, or `steps` values: evenly from end to end, or at the middles of
    /// equal shares.
    pub fn steps(&self, steps: usize, range: (f64, f64), from_end_to_end: bool) -> Vec<Level> {
        match self {
            Spread::Among { levels, .. } => levels.clone(),
            _ if from_end_to_end => {
                let last = steps.max(2) - 1;
                (0..=last).map(|k| self.at(k as f64 / last as f64, range)).collect()
            }
            _ => (0..steps).map(|k| self.at((k as f64 + 0.5) / steps as f64, range)).collect(),
        }
    }
}

/// An index from 0 to `count` − 1 at the quantile `u`, with the given weights, or equal weights if none is above zero.
fn pick(weights: &[f64], count: usize, u: f64) -> usize {
    let total: f64 = weights.iter().sum();
    if total <= 0.0 {
        return ((u * count as f64) as usize).min(count - 1);
    }
    let mut left = u * total;
    let place = weights.iter().position(|w| {
        left -= w;
        left < 0.0
    });
    place.unwrap_or_else(|| weights.iter().rposition(|w| *w > 0.0).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDE: (f64, f64) = (-1e9, 1e9);

    /// Mean and variance of an even sample.
    fn moments(spread: &Spread) -> (f64, f64) {
        let n = 200_000;
        let of = |k: i32| match spread.at((f64::from(k) + 0.5) / f64::from(n), WIDE) {
            Level::Number(x) => x,
            Level::Word(_) => 0.0,
        };
        let mean = (0..n).map(of).sum::<f64>() / f64::from(n);
        (mean, (0..n).map(|k| (of(k) - mean) * (of(k) - mean)).sum::<f64>() / f64::from(n))
    }

    #[test]
    fn moments_are_those_of_the_distribution() {
        let near = |found: (f64, f64), mean: f64, variance: f64| {
            assert!((found.0 - mean).abs() < 1e-3 * (1.0 + mean.abs()), "{found:?} against {mean}");
            assert!((found.1 - variance).abs() < 5e-3 * (1.0 + variance), "{found:?} against {variance}");
        };
        near(moments(&Spread::Uniform { low: 2.0, high: 8.0 }), 5.0, 3.0);
        near(moments(&Spread::Normal { mean: -1.0, sd: 2.0 }), -1.0, 4.0);
        let (low, mode, high) = (1.0, 2.0, 6.0);
        let variance = (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18.0;
        near(moments(&Spread::Triangular { low, mode, high }), (low + mode + high) / 3.0, variance);
        let (median, s) = (3.0, 0.5_f64);
        let mean = median * exp(s * s / 2.0);
        near(moments(&Spread::LogNormal { median, spread: s }), mean, (exp(s * s) - 1.0) * mean * mean);
    }

    #[test]
    fn weights_say_how_often_each_is_drawn() {
        let levels = ["a", "b", "c"].map(|w| Level::Word(w.to_owned())).to_vec();
        let spread = Spread::Among { levels, weights: vec![1.0, 0.0, 3.0] };
        let drawn = |word: &str| {
            (0..1000).filter(|k| spread.at(f64::from(*k) / 1000.0, WIDE) == Level::Word(word.to_owned())).count()
        };
        assert_eq!([drawn("a"), drawn("b"), drawn("c")], [250, 0, 750]);
    }

    #[test]
    fn what_lies_outside_the_range_is_put_on_its_edge() {
        let spread = Spread::Normal { mean: 0.5, sd: 1.0 };
        assert_eq!(spread.at(0.0001, (0.0, 1.0)), Level::Number(0.0));
        assert_eq!(spread.at(0.9999, (0.0, 1.0)), Level::Number(1.0));
    }
}
