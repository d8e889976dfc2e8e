//! Quantiles over replicates.

use super::Band;

impl Band {
    /// The quantiles of some values, interpolated linearly between order statistics (type 7); zeros where there are none.
    pub fn of(values: &[f64]) -> Band {
        let mut sorted: Vec<f64> = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let at = |p: f64| quantile(&sorted, p);
        Band { p10: at(0.10), p25: at(0.25), p50: at(0.50), p75: at(0.75), p90: at(0.90), mean: mean(values) }
    }
    /// The same in another unit.
    pub fn times(self, factor: f64) -> Band {
        let Band { p10, p25, p50, p75, p90, mean } = self;
        Band {
            p10: p10 * factor,
            p25: p25 * factor,
            p50: p50 * factor,
            p75: p75 * factor,
            p90: p90 * factor,
            mean: mean * factor,
        }
    }
    /// Whether eight in ten runs lie on both sides of zero.
    pub fn spans_zero(&self) -> bool {
        self.p10 <= 0.0 && self.p90 >= 0.0
    }
}

/// The p-quantile of values in rising order.
pub fn quantile(sorted: &[f64], p: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return 0.0 };
    let at = p * last as f64;
    let (below, above) = (at.floor() as usize, at.ceil() as usize);
    sorted[below] + (sorted[above] - sorted[below]) * (at - at.floor())
}

/// The mean; zero of nothing.
pub fn mean(values: &[f64]) -> f64 {
    if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / values.len() as f64 }
}

/// The standard deviation of a sample; zero of fewer than two.
pub(super) fn sd(values: &[f64]) -> f64 {
    if values.len() < 2 {
        return 0.0;
    }
    let m = mean(values);
    (values.iter().map(|x| (x - m) * (x - m)).sum::<f64>() / (values.len() - 1) as f64).sqrt()
}

/// Wins of `b` over `a` in pairs, ties as halves.
pub fn wins(a: &[f64], b: &[f64]) -> f64 {
    a.iter()
        .zip(b)
        .map(|(a, b)| {
            if b > a {
                1.0
            } else if b == a {
                0.5
            } else {
                0.0
            }
        })
        .sum()
}

/// Posterior mean of the chance to win, from wins among `n` pairs, under the Jeffreys prior.
pub fn better(wins: f64, n: usize) -> f64 {
    (wins + 0.5) / (n as f64 + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_order_statistics() {
        let band = Band::of(&[4.0, 1.0, 3.0, 2.0, 5.0]);
        assert_eq!((band.p50, band.p25, band.mean), (3.0, 2.0, 3.0));
        assert!((band.p10 - 1.4).abs() < 1e-12 && (band.p90 - 4.6).abs() < 1e-12);
        assert_eq!(Band::of(&[]), Band::default());
    }

    #[test]
    fn sixty_four_wins_of_sixty_four_are_ninety_nine_percent() {
        assert_eq!((better(64.0, 64) * 100.0).round(), 99.0);
        assert_eq!(better(32.0, 64), 0.5);
    }
}
