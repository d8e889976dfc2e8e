//! Functions and draws whose bytes are the same on every platform.
//!
//! Everything goes through `libm` or arithmetic of our own; the standard library's `exp` and `ln` are forbidden in the engine.

use super::stream::Luck;

/// e to the power x, to within 1e-14 of its size: 2^k times a polynomial on ±ln 2 / 2, in plain multiplications and additions.
#[inline]
pub fn exp(x: f64) -> f64 {
    // ln 2 in two parts, so that k·ln 2 is taken off exactly.
    const HIGH: f64 = 6.931_471_803_691_238e-1;
    const LOW: f64 = 1.908_214_929_270_587_7e-10;
    // Adding it rounds to a whole number in the low bits.
    const ROUND: f64 = 6_755_399_441_055_744.0;
    let x = x.clamp(-708.0, 709.0);
    let shifted = x * std::f64::consts::LOG2_E + ROUND;
    let k = shifted - ROUND;
    let r = (x - k * HIGH) - k * LOW;
    // Pairs, then pairs of pairs (Estrin): a third of the latency of a plain chain.
    let (r2, r4) = (r * r, (r * r) * (r * r));
    let low = (1.0 + r) + r2 * (0.5 + r * (1.0 / 6.0));
    let middle = (1.0 / 24.0 + r * (1.0 / 120.0)) + r2 * (1.0 / 720.0 + r * (1.0 / 5_040.0));
    let high = (1.0 / 40_320.0 + r * (1.0 / 362_880.0)) + r2 * (1.0 / 3_628_800.0 + r * (1.0 / 39_916_800.0));
    let p = low + r4 * (middle + r4 * high);
    let scale = f64::from_bits((shifted.to_bits().wrapping_add(1023)) << 52);
    p * scale
}
/// As [`exp`], but with three terms if x is so small that single precision shows no difference.
#[inline]
pub fn exp_near(x: f64) -> f64 {
    if x.abs() < 0.02 { 1.0 + x * (1.0 + x * (0.5 + x * (1.0 / 6.0))) } else { exp(x) }
}
/// A whole power of a number from 0 to 1.
#[inline]
pub fn power(x: f64, n: u32) -> f64 {
    match n {
        0 => 1.0,
        1 => x,
        2 => x * x,
        _ => libm::pow(x, f64::from(n)),
    }
}
/// The natural logarithm.
#[inline]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}
/// 1 − e^−x for a hazard x, exact near zero.
#[inline]
pub fn chance(hazard: f64) -> f64 {
    if hazard > 0.1 {
        return 1.0 - exp(-hazard);
    }
    // x − x²/2 + x³/6 − …, to eight terms.
    let x = hazard;
    x * (1.0
        - x / 2.0
            * (1.0 - x / 3.0 * (1.0 - x / 4.0 * (1.0 - x / 5.0 * (1.0 - x / 6.0 * (1.0 - x / 7.0 * (1.0 - x / 8.0)))))))
}
/// The weight of a chance in prospect theory: w(p) = p^g/(p^g + (1−p)^g)^(1/g).
pub fn weighed(p: f64, g: f64) -> f64 {
    if g == 1.0 || p <= 0.0 || p >= 1.0 {
        return p;
    }
    let (wins, loses) = (libm::pow(p, g), libm::pow(1.0 - p, g));
    wins / libm::pow(wins + loses, 1.0 / g)
}
/// The logistic function.
#[inline]
pub fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}
/// The inverse of the logistic function; `p` is kept inside (0, 1).
#[inline]
pub fn logit(p: f64) -> f64 {
    let p = p.clamp(1e-12, 1.0 - 1e-12);
    ln(p / (1.0 - p))
}
/// The standard normal distribution function.
#[inline]
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x * std::f64::consts::FRAC_1_SQRT_2)
}

/// The standard normal quantile (Acklam's rational approximation: relative error below 1.2e-9).
pub fn normal_quantile(p: f64) -> f64 {
    const A: [f64; 6] = [
        -3.969_683_028_665_376e1,
        2.209_460_984_245_205e2,
        -2.759_285_104_469_687e2,
        1.383_577_518_672_69e2,
        -3.066_479_806_614_716e1,
        2.506_628_277_459_239,
    ];
    const B: [f64; 5] = [
        -5.447_609_879_822_406e1,
        1.615_858_368_580_409e2,
        -1.556_989_798_598_866e2,
        6.680_131_188_771_972e1,
        -1.328_068_155_288_572e1,
    ];
    const C: [f64; 6] = [
        -7.784_894_002_430_293e-3,
        -3.223_964_580_411_365e-1,
        -2.400_758_277_161_838,
        -2.549_732_539_343_734,
        4.374_664_141_464_968,
        2.938_163_982_698_783,
    ];
    const D: [f64; 4] =
        [7.784_695_709_041_462e-3, 3.224_671_290_700_398e-1, 2.445_134_137_142_996, 3.754_408_661_907_416];
    let p = p.clamp(1e-16, 1.0 - 1e-16);
    let tail = |q: f64| {
        (((((C[0] * q + C[1]) * q + C[2]) * q + C[3]) * q + C[4]) * q + C[5])
            / ((((D[0] * q + D[1]) * q + D[2]) * q + D[3]) * q + 1.0)
    };
    if p < 0.024_25 {
        tail(libm::sqrt(-2.0 * ln(p)))
    } else if p > 1.0 - 0.024_25 {
        -tail(libm::sqrt(-2.0 * ln(1.0 - p)))
    } else {
        let q = p - 0.5;
        let r = q * q;
        (((((A[0] * r + A[1]) * r + A[2]) * r + A[3]) * r + A[4]) * r + A[5]) * q
            / (((((B[0] * r + B[1]) * r + B[2]) * r + B[3]) * r + B[4]) * r + 1.0)
    }
}

/// A standard normal draw.
pub fn normal(luck: &mut Luck) -> f64 {
    normal_quantile(luck.unit().max(1e-16))
}

/// A gamma draw of that shape and scale 1 (Marsaglia & Tsang 2000, ACM TOMS 26).
pub fn gamma(shape: f64, luck: &mut Luck) -> f64 {
    if shape < 1.0 {
        let boost = libm::pow(luck.unit().max(1e-300), 1.0 / shape);
        return gamma(shape + 1.0, luck) * boost;
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / libm::sqrt(9.0 * d);
    loop {
        let x = normal(luck);
        let v = 1.0 + c * x;
        if v <= 0.0 {
            continue;
        }
        let v = v * v * v;
        if ln(luck.unit().max(1e-300)) < 0.5 * x * x + d - d * v + d * ln(v) {
            return d * v;
        }
    }
}

/// A beta draw.
pub fn beta(a: f64, b: f64, luck: &mut Luck) -> f64 {
    let x = gamma(a, luck);
    let y = gamma(b, luck);
    if x + y > 0.0 { x / (x + y) } else { a / (a + b) }
}

/// A Poisson draw: inversion for small means, rejection from a transformed uniform for large ones (PTRS, Hörmann 1993, Insurance:
/// Mathematics and Economics 12), whose time does not depend on the mean.
pub fn poisson(mean: f64, luck: &mut Luck) -> u32 {
    // Nobody does more in a tick.
    let mean = mean.min(20_000.0);
    if mean <= 30.0 {
        return poisson_from(mean, luck.unit());
    }
    let b = 0.931 + 2.53 * libm::sqrt(mean);
    let a = -0.059 + 0.024_83 * b;
    let (inverse, quick) = (1.123_9 + 1.132_8 / (b - 3.4), 0.927_7 - 3.622_4 / (b - 2.0));
    loop {
        let (u, v) = (luck.unit() - 0.5, luck.unit());
        let us = 0.5 - u.abs();
        let k = libm::floor((2.0 * a / us + b) * u + mean + 0.43);
        if us >= 0.07 && v <= quick {
            return k as u32;
        }
        if k < 0.0 || us < 0.013 && v > us {
            continue;
        }
        if ln(v * inverse / (a / (us * us) + b)) <= k * ln(mean) - mean - libm::lgamma(k + 1.0) {
            return k as u32;
        }
    }
}

/// The Poisson quantile of `u` for a mean of at most some tens.
pub fn poisson_from(mean: f64, u: f64) -> u32 {
    count_from(mean, exp(-mean), u)
}

/// The same, if e^−mean is known.
fn count_from(mean: f64, none: f64, u: f64) -> u32 {
    let mut p = none;
    let mut below = p;
    let mut n = 0_u32;
    while u >= below && n < 1000 {
        n += 1;
        p *= mean / f64::from(n);
        below += p;
    }
    n
}

/// A Poisson draw given that it is not zero.
pub fn poisson_above_zero(mean: f64, luck: &mut Luck) -> u32 {
    if mean > 30.0 {
        return poisson(mean, luck).max(1);
    }
    let none = exp(-mean);
    count_from(mean, none, none + luck.unit() * (1.0 - none)).max(1)
}

/// A geometric draw (number of failures) with that mean: the negative binomial of shape 1.
pub fn geometric(mean: f64, luck: &mut Luck) -> u32 {
    if mean <= 0.0 {
        return 0;
    }
    let go_on = mean / (1.0 + mean);
    let n = ln(1.0 - luck.unit()) / ln(go_on);
    n.clamp(0.0, 10_000.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::stream::Stream;

    fn mean(n: u32, mut draw: impl FnMut(&mut Luck) -> f64) -> f64 {
        let mut luck = Stream::seeded(5).luck();
        (0..n).map(|_| draw(&mut luck)).sum::<f64>() / f64::from(n)
    }

    #[test]
    fn quantile_and_distribution_function_are_inverse() {
        for p in [1e-9, 0.001, 0.02, 0.3, 0.5, 0.9, 0.9999] {
            assert!((normal_cdf(normal_quantile(p)) - p).abs() < 1e-8 * p.max(0.1), "{p}");
        }
    }

    #[test]
    fn exp_and_chance_agree_with_the_library() {
        for k in -7000..7000 {
            let x = f64::from(k) * 0.1;
            assert!((exp(x) / libm::exp(x) - 1.0).abs() < 1e-14, "{x}");
            let h = f64::from(k).abs() * 1e-4;
            assert!((chance(h) + libm::expm1(-h)).abs() < 1e-11 * h.max(1e-9), "{h}");
        }
        assert_eq!(exp(0.0), 1.0);
    }

    #[test]
    fn draws_have_the_means_of_their_distributions() {
        assert!((mean(200_000, |l| beta(0.668, 3.806, l)) - 0.668 / 4.474).abs() < 0.002);
        assert!((mean(200_000, |l| gamma(0.4, l)) - 0.4).abs() < 0.006);
        assert!((mean(100_000, |l| f64::from(poisson(2.5, l))) - 2.5).abs() < 0.02);
        for lambda in [31.0, 70.0, 900.0] {
            let draws = |of: &dyn Fn(f64) -> f64| mean(40_000, |l| of(f64::from(poisson(lambda, l))));
            let error = lambda.sqrt() / 200.0;
            assert!((draws(&|x| x) - lambda).abs() < 3.0 * error, "{lambda}");
            // Variance, skewness, and the share below a quarter of a standard deviation under the mean.
            let z = |x: f64| (x - lambda) / lambda.sqrt();
            assert!((draws(&|x| z(x) * z(x)) - 1.0).abs() < 0.025, "{lambda}");
            assert!((draws(&|x| z(x) * z(x) * z(x)) - 1.0 / lambda.sqrt()).abs() < 0.06, "{lambda}");
            let at = (lambda - 0.25 * lambda.sqrt()).floor();
            let below: f64 = (0..=at as u32)
                .map(|n| exp(f64::from(n) * ln(lambda) - lambda - libm::lgamma(f64::from(n) + 1.0)))
                .sum();
            assert!((draws(&|x| f64::from(u8::from(x <= at))) - below).abs() < 0.008, "{lambda}");
        }
        assert!((mean(200_000, |l| f64::from(geometric(0.8, l))) - 0.8).abs() < 0.015);
        let truncated = 0.3 / chance(0.3);
        assert!((mean(200_000, |l| f64::from(poisson_above_zero(0.3, l))) - truncated).abs() < 0.005);
    }
}
