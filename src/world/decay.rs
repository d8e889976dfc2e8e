//! Decay: what is left of a leaky stock after some ticks.
//!
//! x ← x·e^(−Δt/T). People are brought up to date after a whole number of ticks, which is nearly always small; the factors for small
//! numbers are computed once.

use super::maths::exp;

/// Whole ticks for which the factor is stored.
const KEPT: usize = 256;

/// A time constant with its stored factors.
#[derive(Clone, Debug)]
pub struct Decay {
    rate: f64,
    left: Box<[f32]>,
}

impl Decay {
    /// A stock with the time constant `constant`, in days, over ticks of `days` days.
    pub fn new(constant: f64, days: f64) -> Self {
        let rate = days / constant;
        Decay { rate, left: (0..KEPT).map(|k| exp(-rate * k as f64) as f32).collect() }
    }
    /// The share that is left after `ticks`.
    #[inline]
    pub fn left(&self, ticks: f32) -> f32 {
        let whole = ticks as usize;
        match self.left.get(whole) {
            Some(&left) if whole as f32 == ticks => left,
            _ => exp(-self.rate * f64::from(ticks)) as f32,
        }
    }
}

impl Default for Decay {
    fn default() -> Self {
        Decay { rate: 0.0, left: Box::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_tick_lies_between_none_and_one() {
        let decay = Decay::new(30.0, 7.0);
        assert_eq!(decay.left(0.0), 1.0);
        assert!((f64::from(decay.left(3.0)) - libm::exp(-0.7)).abs() < 1e-7);
        assert!(decay.left(0.5) < 1.0 && decay.left(0.5) > decay.left(1.0));
        assert!((f64::from(decay.left(1000.0)) - libm::exp(-7000.0 / 30.0)).abs() < 1e-7);
    }
}
