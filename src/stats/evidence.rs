//! Evidence: what paired runs show about the mean difference of two designs. All comparisons of designs use it.
//!
//! The spread of single runs and the doubt about their mean are two things. The interval of the mean decides: one design
//! is better than another if the 80 % interval of the paired mean difference lies beyond [`TOLERANCE`]. Invariant: pairs
//! in which a value is undefined are left out, and without pairs nothing is known.

use serde::{Deserialize, Serialize};

use super::quantiles::{eighty, mean, sd};
use crate::metrics::Better;

/// A difference below this share of the larger level is none: one thousandth, below what tables print.
pub const TOLERANCE: f64 = 0.001;

/// An interval; its ends are infinite if nothing is known.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "ReadInterval")]
#[expect(missing_docs, reason = "the names say it")]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// An interval in JSON, where `null` is an end that is not finite.
#[derive(Deserialize)]
struct ReadInterval {
    low: Option<f64>,
    high: Option<f64>,
}

impl From<ReadInterval> for Interval {
    fn from(read: ReadInterval) -> Interval {
        Interval { low: read.low.unwrap_or(f64::NEG_INFINITY), high: read.high.unwrap_or(f64::INFINITY) }
    }
}

impl Default for Interval {
    fn default() -> Self {
        Interval::UNKNOWN
    }
}

/// Who leads in single pairs of runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Tally {
    pub ahead: usize,
    pub even: usize,
    pub behind: usize,
}

/// What the runs show about a design against another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// It is better: the whole interval lies beyond the tolerance.
    Better,
    /// It is worse.
    Worse,
    /// It is as good: the whole interval lies within the tolerance.
    Same,
    /// The runs do not decide.
    #[default]
    Unclear,
}

/// A paired comparison of two designs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paired {
    /// Mean of the differences; NaN without pairs.
    pub mean: f64,
    /// Its 80 % interval.
    pub interval: Interval,
    /// Who leads in single pairs.
    pub tally: Tally,
    /// What follows.
    pub evidence: Evidence,
}

impl Interval {
    /// The interval of what nobody knows.
    pub const UNKNOWN: Interval = Interval { low: f64::NEG_INFINITY, high: f64::INFINITY };

    /// The 80 % interval of the mean of a sample: Student's, corrected for the skew of the sample by the cubic
    /// transformation of Hall (1992, Journal of the Royal Statistical Society B 54). Of fewer than two values nothing is
    /// known.
    pub fn of_mean(values: &[f64]) -> Interval {
        let values: Vec<f64> = values.iter().copied().filter(|x| !x.is_nan()).collect();
        let n = values.len() as f64;
        if values.len() < 2 {
            return Interval::UNKNOWN;
        }
        let (middle, spread) = (mean(&values), sd(&values));
        if spread == 0.0 {
            return Interval { low: middle, high: middle };
        }
        let skew = values.iter().map(|x| ((x - middle) / spread) * ((x - middle) / spread) * ((x - middle) / spread));
        let skew = skew.sum::<f64>() / n;
        let (root, wide) = (libm::sqrt(n), eighty(n - 1.0, 1));
        // The quantile of Student's ratio that the transformation makes of a quantile of the symmetric one.
        let bent = |x: f64| {
            if skew.abs() < 1e-6 {
                return x;
            }
            let a = skew / root;
            3.0 / a * (libm::cbrt(1.0 + a * (x - a / 6.0)) - 1.0)
        };
        let error = spread / root;
        Interval { low: middle - error * bent(wide), high: middle - error * bent(-wide) }
    }

    /// Half of its width.
    pub fn half_width(&self) -> f64 {
        (self.high - self.low) / 2.0
    }

    /// The interval multiplied by a factor that is not negative.
    #[must_use]
    pub fn times(self, factor: f64) -> Interval {
        Interval { low: self.low * factor, high: self.high * factor }
    }

    /// Whether a value lies in it.
    pub fn holds(&self, x: f64) -> bool {
        self.low <= x && x <= self.high
    }
}

impl Tally {
    /// Counts the pairs; differences of at most `tolerance` are even.
    pub fn of(differences: &[f64], tolerance: f64, better: Better) -> Tally {
        let mut tally = Tally::default();
        for difference in differences.iter().map(|d| better.sign() * d) {
            match difference {
                d if d > tolerance => tally.ahead += 1,
                d if d < -tolerance => tally.behind += 1,
                d if d.is_nan() => {}
                _ => tally.even += 1,
            }
        }
        tally
    }

    /// Number of pairs.
    pub fn runs(&self) -> usize {
        self.ahead + self.even + self.behind
    }

    /// Share of pairs in which it leads, even ones as halves; NaN without pairs.
    pub fn share(&self) -> f64 {
        let wins = self.ahead as f64 + self.even as f64 / 2.0;
        if self.runs() == 0 { f64::NAN } else { wins / self.runs() as f64 }
    }
}

impl Evidence {
    /// What an interval of a mean difference shows.
    pub fn of(interval: Interval, tolerance: f64, better: Better) -> Evidence {
        let Interval { low, high } = match better {
            Better::More => interval,
            Better::Less => Interval { low: -interval.high, high: -interval.low },
        };
        match () {
            () if low > tolerance => Evidence::Better,
            () if high < -tolerance => Evidence::Worse,
            () if low >= -tolerance && high <= tolerance => Evidence::Same,
            () => Evidence::Unclear,
        }
    }

    /// Whether the runs tell the two apart.
    pub fn is_apart(self) -> bool {
        matches!(self, Evidence::Better | Evidence::Worse)
    }
}

impl Paired {
    /// Compares `mine` with `base`, run by run.
    pub fn of(base: &[f64], mine: &[f64], better: Better) -> Paired {
        let (base, mine) = defined(base, mine);
        let tolerance = tolerance(&base, &mine);
        let differences: Vec<f64> = base.iter().zip(&mine).map(|(b, m)| m - b).collect();
        let interval = Interval::of_mean(&differences);
        Paired {
            mean: if differences.is_empty() { f64::NAN } else { mean(&differences) },
            interval,
            tally: Tally::of(&differences, tolerance, better),
            evidence: Evidence::of(interval, tolerance, better),
        }
    }

    /// Whether there are pairs, and all of them are even.
    pub fn coincides(&self) -> bool {
        self.tally.runs() > 0 && self.tally.even == self.tally.runs()
    }
}

/// The pairs in which both values are defined.
pub(super) fn defined(a: &[f64], b: &[f64]) -> (Vec<f64>, Vec<f64>) {
    a.iter().zip(b).filter(|(a, b)| !a.is_nan() && !b.is_nan()).map(|(a, b)| (*a, *b)).unzip()
}

/// The difference up to which two samples count as even: [`TOLERANCE`] of the larger mean.
pub fn tolerance(a: &[f64], b: &[f64]) -> f64 {
    let level = |values: &[f64]| if values.is_empty() { 0.0 } else { mean(values).abs() };
    TOLERANCE * level(a).max(level(b))
}

/// The same of two levels.
pub fn tolerance_of(a: f64, b: f64) -> f64 {
    TOLERANCE * a.abs().max(b.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loss_below_rounding_is_a_tie() {
        let base = [100.0, 101.0, 99.0, 100.0];
        let mine = base.map(|x| x * (1.0 - 0.000_06));
        let found = Paired::of(&base, &mine, Better::More);
        assert_eq!((found.tally, found.evidence), (Tally { ahead: 0, even: 4, behind: 0 }, Evidence::Same));
        assert!(found.coincides());
    }

    #[test]
    fn the_mean_decides_and_not_the_single_runs() {
        // Sixty-four runs, a third of which lose: single runs span zero, and their mean is known to be above it.
        let base = [100.0; 64];
        let mine: Vec<f64> = (0..64).map(|r| 108.0 + 12.0 * (f64::from(r % 8) - 3.5)).collect();
        let found = Paired::of(&base, &mine, Better::More);
        assert!(found.tally.behind > 15 && found.evidence == Evidence::Better, "{found:?}");
        assert_eq!(Paired::of(&base, &mine, Better::Less).evidence, Evidence::Worse);
        assert_eq!(Paired::of(&mine, &base, Better::Less).evidence, Evidence::Better);
    }

    #[test]
    fn what_is_undefined_is_left_out_and_nothing_follows_from_nothing() {
        let nan = f64::NAN;
        let found = Paired::of(&[1.0, nan, 3.0, 4.0], &[2.0, 5.0, nan, 5.5], Better::More);
        assert_eq!((found.tally.ahead, found.tally.runs(), found.mean), (2, 2, 1.25));
        let none = Paired::of(&[nan], &[1.0], Better::More);
        assert!(none.mean.is_nan() && none.evidence == Evidence::Unclear && !none.coincides());
        assert_eq!(Paired::of(&[1.0], &[9.0], Better::More).evidence, Evidence::Unclear);
    }

    #[test]
    fn the_interval_of_a_symmetric_sample_is_students() {
        let found = Interval::of_mean(&[1.0, 2.0, 3.0, 4.0, 5.0]);
        // 1.5332 · √2.5 / √5
        assert!((found.half_width() - 1.084).abs() < 2e-3 && (found.low + found.high - 6.0).abs() < 1e-9);
        // The tail of a skewed sample is on the side of the large values, and so is the doubt.
        let skewed = Interval::of_mean(&[1.0, 1.1, 1.2, 1.3, 1.5, 2.0, 3.0, 9.0]);
        let middle = 20.1 / 8.0;
        assert!(skewed.high - middle > 1.5 * (middle - skewed.low), "{skewed:?}");
    }
}
