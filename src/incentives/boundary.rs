//! The boundary: what one more deed is worth to somebody who stands before a bar.
//!
//! Promotion, quota, badge, shop price, floor of a review: each is a bar with a worth, and somebody who forecasts where they will
//! end with a normal error gains V·[Φ((x+Δ−c)/s) − Φ((x−c)/s)] from a deed that moves them by Δ. As Δ → 0 this is the marginal
//! value of a tournament (Lazear & Rosen 1981, JPE 89); its gains along a path add up to V at most.

use crate::world::maths::normal_cdf;

/// The gain in logits of a step `by` from position `x` before a bar `c` worth `worth`, felt with standard deviation `spread`.
pub fn gain(worth: f64, x: f64, by: f64, bar: f64, spread: f64) -> f64 {
    if by == 0.0 || worth == 0.0 {
        return 0.0;
    }
    let s = spread.max(1e-6);
    worth * (normal_cdf((x + by - bar) / s) - normal_cdf((x - bar) / s))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gains_along_a_path_add_up_to_no_more_than_the_worth() {
        let total: f64 = (0..100).map(|x| gain(2.5, f64::from(x), 1.0, 40.0, 12.0)).sum();
        assert!(total < 2.5 && total > 2.4, "{total}");
    }

    #[test]
    fn a_small_step_gives_the_marginal_value_of_a_tournament() {
        // Two players, V = 10, noise 5 each: V φ(0) / (5 √2).
        let marginal = gain(10.0, 0.0, 1e-6, 0.0, 5.0 * std::f64::consts::SQRT_2) / 1e-6;
        assert!((marginal - 0.564_19).abs() < 1e-4, "{marginal}");
    }
}
