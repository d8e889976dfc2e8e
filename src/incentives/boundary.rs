//! Boundary: the gain from one more deed for a person near a threshold.
//!
//! Promotion, quota, badge, shop price and review floor are each a threshold c with a worth V. A person who forecasts
//! the final position with a normal error of standard deviation s gains V·[Φ((x+Δ−c)/s) − Φ((x−c)/s)] from a deed that
//! moves the position x by Δ. As Δ → 0 this is the marginal value of a tournament (Lazear & Rosen 1981, JPE 89); the
//! gains along a path add up to V at most. Luck may be uniform instead, both the person's and that of the threshold
//! (Bull, Schotter & Weigelt 1987, JPE 95): two players with luck ±a gain V/(2a) at the margin.

use serde::Deserialize;

use crate::world::maths::normal_cdf;

/// The distribution of luck.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kernel {
    /// Normal.
    Normal,
    /// Uniform.
    Uniform,
}

/// Uncertainty about the side of a threshold on which a person ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forecast {
    /// The distribution of luck.
    pub kernel: Kernel,
    /// Variance of the person's final position.
    pub own: f64,
    /// Variance of the threshold.
    pub bar: f64,
}

impl Forecast {
    /// The chance to end above the threshold for a person who expects to end `ahead` above it.
    pub fn chance(self, ahead: f64) -> f64 {
        match self.kernel {
            Kernel::Normal => normal_cdf(ahead / libm::sqrt(self.own + self.bar).max(1e-6)),
            Kernel::Uniform => {
                // The sum of two uniform variables of half-widths a and b: a trapezium, or a triangle if a = b.
                let a = libm::sqrt(3.0 * self.own).max(1e-6);
                let b = libm::sqrt(3.0 * self.bar).max(1e-6 * a);
                let (long, short) = (a.max(b), a.min(b));
                let out = ahead.abs();
                let beyond = if out <= long - short {
                    0.5 - out / (2.0 * long)
                } else {
                    let rest = (long + short - out).max(0.0);
                    rest * rest / (8.0 * long * short)
                };
                if ahead > 0.0 { 1.0 - beyond } else { beyond }
            }
        }
    }
}

/// The gain, in logits, of a step `by` from position `x` towards a threshold `bar` worth `worth`.
pub fn gain(worth: f64, x: f64, by: f64, bar: f64, forecast: Forecast) -> f64 {
    if by == 0.0 || worth == 0.0 {
        return 0.0;
    }
    worth * (forecast.chance(x + by - bar) - forecast.chance(x - bar))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luck(kernel: Kernel, own: f64, bar: f64) -> Forecast {
        Forecast { kernel, own, bar }
    }

    #[test]
    fn uniform_luck_has_the_marginal_values_of_a_tournament_and_of_a_fixed_bar() {
        for a in [40.0, 7.0] {
            // Two players ±a: V / (2a). One player and a fixed threshold: V / (2a), up to a distance of a.
            for bar in [a * a / 3.0, 0.0] {
                let felt = luck(Kernel::Uniform, a * a / 3.0, bar);
                let marginal = |x: f64| gain(1.0, x, 1e-3, 0.0, felt) / 1e-3;
                assert!((marginal(0.0) - 0.5 / a).abs() < 1e-5, "{a}");
                let total: f64 = (-300..300).map(|x| gain(1.0, f64::from(x), 1.0, 0.5, felt)).sum();
                assert!((total - 1.0).abs() < 1e-9, "{total}");
                let half = if bar > 0.0 { 0.25 / a } else { 0.5 / a };
                // Halfway to its end, the triangle has half its height; with a fixed threshold the density is constant.
                assert!((marginal(-if bar > 0.0 { a } else { 0.9 * a }) - half).abs() < 1e-5, "{a}");
            }
        }
    }

    #[test]
    fn gains_along_a_path_add_up_to_no_more_than_the_worth() {
        let total: f64 = (0..100).map(|x| gain(2.5, f64::from(x), 1.0, 40.0, luck(Kernel::Normal, 144.0, 0.0))).sum();
        assert!(total < 2.5 && total > 2.4, "{total}");
    }

    #[test]
    fn a_small_step_gives_the_marginal_value_of_a_tournament() {
        // Two players, V = 10, noise 5 each: V φ(0) / (5 √2).
        let marginal = gain(10.0, 0.0, 1e-6, 0.0, luck(Kernel::Normal, 25.0, 25.0)) / 1e-6;
        assert!((marginal - 0.564_19).abs() < 1e-4, "{marginal}");
    }
}
