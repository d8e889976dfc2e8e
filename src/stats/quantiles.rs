//! Quantiles, means and intervals over replicates.
//!
//! Invariants: a value that is undefined (NaN) is left out, and a statistic of nothing is NaN; the interval of a mean is Student's; if several are compared, all of them hold simultaneously
//! (Bonferroni).

use super::Band;
use crate::world::maths::normal_quantile;

impl Band {
    /// The quantiles of the values that are defined, interpolated linearly between order statistics (type 7).
    pub fn of(values: &[f64]) -> Band {
        let mut sorted = defined(values);
        sorted.sort_by(f64::total_cmp);
        let at = |p: f64| quantile(&sorted, p);
        let missing = values.len() - sorted.len();
        Band { p10: at(0.10), p25: at(0.25), p50: at(0.50), p75: at(0.75), p90: at(0.90), mean: mean(values), missing }
    }
    /// Whether no run has a value.
    pub fn is_undefined(&self) -> bool {
        self.mean.is_nan()
    }
    /// The band multiplied by a factor.
    pub fn times(self, factor: f64) -> Band {
        let Band { p10, p25, p50, p75, p90, mean, missing } = self;
        Band {
            p10: p10 * factor,
            p25: p25 * factor,
            p50: p50 * factor,
            p75: p75 * factor,
            p90: p90 * factor,
            mean: mean * factor,
            missing,
        }
    }
}

/// The values that are defined.
pub(super) fn defined(values: &[f64]) -> Vec<f64> {
    values.iter().copied().filter(|x| !x.is_nan()).collect()
}

/// The p-quantile of sorted values, all of them defined; NaN for no values.
pub fn quantile(sorted: &[f64], p: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let at = p * last as f64;
    let (below, above) = (at.floor() as usize, at.ceil() as usize);
    sorted[below] + (sorted[above] - sorted[below]) * (at - at.floor())
}

/// The mean of the values that are defined; NaN for no values.
pub fn mean(values: &[f64]) -> f64 {
    let (sum, n) = values.iter().filter(|x| !x.is_nan()).fold((0.0, 0_usize), |(sum, n), x| (sum + x, n + 1));
    // Zero by zero has a sign that differs between machines.
    if n == 0 { f64::NAN } else { sum / n as f64 }
}

/// The standard deviation of a sample; zero for fewer than two values.
pub(super) fn sd(values: &[f64]) -> f64 {
    let values = defined(values);
    if values.len() < 2 {
        return 0.0;
    }
    let m = mean(&values);
    (values.iter().map(|x| (x - m) * (x - m)).sum::<f64>() / (values.len() - 1) as f64).sqrt()
}

/// The p-quantile of Student's distribution, by its expansion around the normal one (Abramowitz & Stegun 1964, 26.7.5);
/// accurate to three figures from four degrees of freedom on.
pub(super) fn student(p: f64, degrees: f64) -> f64 {
    let x = normal_quantile(p);
    let (n, s) = (degrees.max(1.0), x * x);
    let terms = [
        x * (s + 1.0) / 4.0,
        x * ((5.0 * s + 16.0) * s + 3.0) / 96.0,
        x * (((3.0 * s + 19.0) * s + 17.0) * s - 15.0) / 384.0,
        x * ((((79.0 * s + 776.0) * s + 1482.0) * s - 1920.0) * s - 945.0) / 92_160.0,
    ];
    // Horner in 1/n.
    x + terms.iter().rev().fold(0.0, |sum, term| (sum + term) / n)
}

/// Half width of the 80 % interval of the mean of a sample; infinite for fewer than two values.
pub(super) fn known_to(values: &[f64]) -> f64 {
    known_to_among(values, 1)
}

/// The same if one of `looks` means is selected: all of their intervals hold simultaneously with probability 80 %
/// (Bonferroni).
pub(super) fn known_to_among(values: &[f64], looks: usize) -> f64 {
    let values = defined(values);
    if values.len() < 2 {
        return f64::INFINITY;
    }
    eighty(values.len() as f64 - 1.0, looks) * sd(&values) / (values.len() as f64).sqrt()
}

/// Half width of an 80 % interval in standard errors, by degrees of freedom, if one of `looks` intervals is selected.
pub(super) fn eighty(degrees: f64, looks: usize) -> f64 {
    student(1.0 - 0.1 / looks.max(1) as f64, degrees)
}

/// The factor that stretches the 80 % interval of resampled means of `n` values to Student's.
pub fn stretch(n: usize) -> f64 {
    if n < 2 { 1.0 } else { libm::sqrt(n as f64 / (n as f64 - 1.0)) * eighty(n as f64 - 1.0, 1) / eighty(1e9, 1) }
}

/// Posterior mean of the probability to win, from wins among `n` pairs, under the Jeffreys prior.
pub fn better((wins, n): (f64, usize)) -> f64 {
    (wins + 0.5) / (n as f64 + 1.0)
}

/// Simulation tests that intervals cover the truth as often as they claim: a binomial count, within three of its
/// standard errors.
#[cfg(test)]
pub(crate) mod coverage {
    fn spare(tries: u32, says: f64) -> f64 {
        3.0 * (says * (1.0 - says) / f64::from(tries)).sqrt()
    }

    #[track_caller]
    pub(crate) fn as_often(held: u32, tries: u32, says: f64) {
        let share = f64::from(held) / f64::from(tries);
        let by = spare(tries, says);
        assert!((share - says).abs() <= by, "{share} of {tries} where {says} ± {by:.3} is said");
    }

    /// For intervals that claim a minimum coverage.
    #[track_caller]
    pub(crate) fn at_least(held: u32, tries: u32, says: f64) {
        let share = f64::from(held) / f64::from(tries);
        assert!(share >= says - spare(tries, says), "{share} of {tries} where {says} at least is said");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_order_statistics() {
        let band = Band::of(&[4.0, 1.0, 3.0, 2.0, 5.0]);
        assert_eq!((band.p50, band.p25, band.mean), (3.0, 2.0, 3.0));
        assert!((band.p10 - 1.4).abs() < 1e-12 && (band.p90 - 4.6).abs() < 1e-12);
    }

    #[test]
    fn what_is_undefined_is_left_out_and_counted() {
        let (some, whole) = (Band::of(&[2.0, f64::NAN, 4.0]), Band::of(&[4.0, 2.0]));
        assert_eq!((some, some.missing), (Band { missing: 1, ..whole }, 1));
        assert!(Band::of(&[f64::NAN]).is_undefined() && Band::of(&[]).p50.is_nan());
        assert_eq!(known_to(&[1.0, f64::NAN, 3.0]), known_to(&[1.0, 3.0]));
    }

    #[test]
    fn quantiles_of_student_are_those_of_the_tables() {
        for (p, degrees, wanted) in [
            (0.9, 4.0, 1.5332),
            (0.9, 7.0, 1.4149),
            (0.9, 15.0, 1.3406),
            (0.975, 5.0, 2.5706),
            (0.975, 30.0, 2.0423),
            (0.95, 63.0, 1.6694),
        ] {
            let found = student(p, degrees);
            assert!((found - wanted).abs() < 2e-3, "{found} against {wanted}");
        }
    }

    #[test]
    fn sixty_four_wins_of_sixty_four_are_ninety_nine_percent() {
        assert_eq!((better((64.0, 64)) * 100.0).round(), 99.0);
        assert_eq!(better((32.0, 64)), 0.5);
    }
}
