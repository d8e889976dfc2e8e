//! Retention: survival under unequal drop-out, and the additional effect of stake.

use super::{by_chance, members, opening};
use crate::study::{close, run};

/// Survival to each of twelve years.
fn survival(a: f64, b: f64) -> Vec<f64> {
    let mut s = 1.0;
    (0..12)
        .map(|t| {
            s *= (b + f64::from(t)) / (a + b + f64::from(t));
            s
        })
        .collect()
}

fn leaving(a: f64, b: f64, kind: &str) -> String {
    let dropout = format!("[mechanism.dropout]\nalpha = {a}\nbeta = {b}\nheterogeneity = \"{kind}\"\n");
    opening("1 month", "12 years", 4, "year") + &members(100_000) + &dropout
}

#[test]
fn survival_is_that_of_the_shifted_beta_geometric() {
    for (a, b) in [(0.668, 3.806), (0.704, 1.182), (2.0, 3.0)] {
        let study = run(&leaving(a, b, "beta"));
        for (year, wanted) in survival(a, b).into_iter().enumerate() {
            close(study.mean("members", year) / 100_000.0, wanted, 0.005);
        }
    }
}

#[test]
fn survival_comes_near_the_data_that_it_was_fitted_to() {
    let high = [0.869, 0.743, 0.653, 0.593, 0.551, 0.517, 0.491, 0.468, 0.445, 0.427, 0.409, 0.394];
    let regular = [0.631, 0.468, 0.382, 0.326, 0.289, 0.262, 0.241, 0.223, 0.207, 0.194, 0.183, 0.173];
    for (a, b, data, by) in [(0.668, 3.806, high, 0.02), (0.704, 1.182, regular, 0.015)] {
        let study = run(&leaving(a, b, "beta"));
        for (year, wanted) in data.into_iter().enumerate() {
            close(study.mean("members", year) / 100_000.0, wanted, by);
        }
    }
}

#[test]
fn retention_rises_with_age_although_nobody_changes() {
    let cases = [
        (0.668, 3.806, [0.8507, 0.8780, 0.8968, 0.9106, 0.9212]),
        (0.704, 1.182, [0.6267, 0.7561, 0.8188, 0.8559, 0.8804]),
    ];
    for (a, b, wanted) in cases {
        let study = run(&leaving(a, b, "beta"));
        let mut before = 100_000.0;
        for (year, rate) in wanted.into_iter().enumerate() {
            let now = study.mean("members", year);
            close(now / before, rate, 0.005);
            before = now;
        }
    }
}

/// Discounted expected years of membership: ₂F₁(1, β; α + β; 1/(1 + d)), by its series.
fn lifetime(a: f64, b: f64, discount: f64) -> f64 {
    let (mut term, mut sum) = (1.0, 0.0);
    for t in 0..5_000 {
        sum += term;
        term *= (b + f64::from(t)) / (a + b + f64::from(t)) / (1.0 + discount);
    }
    sum
}

#[test]
fn a_discounted_lifetime_is_finite_where_the_expected_one_is_not() {
    let documented = [(0.668, 3.806, 0.1, 5.923), (0.668, 3.806, 0.2, 3.976), (0.704, 1.182, 0.1, 3.695)];
    for (a, b, discount, wanted) in documented.into_iter().chain([(0.704, 1.182, 0.2, 2.749)]) {
        close(lifetime(a, b, discount), wanted, 0.001);
    }
    for (a, b) in [(0.668, 3.806), (0.704, 1.182), (2.0, 3.0), (0.4, 0.9)] {
        // A year's drop-out is the same in one tick as in twelve. What follows after a hundred years is discounted to
        // nothing.
        let text = leaving(a, b, "beta").replace("\"1 month\"", "\"1 year\"").replace("12 years", "100 years");
        let members = run(&text).series("members");
        for discount in [0.1_f64, 0.2, 0.35] {
            let years = members.iter().enumerate();
            let later: f64 = years.map(|(t, n)| n / 100_000.0 * (1.0 + discount).powi(-(t as i32) - 1)).sum();
            let wanted = lifetime(a, b, discount);
            close(1.0 + later, wanted, 0.01 * wanted);
        }
    }
}

#[test]
fn people_who_are_alike_leave_at_a_constant_rate() {
    let study = run(&leaving(1.0, 3.0, "none"));
    for year in [0, 2, 9] {
        close(study.mean("members", year) / 100_000.0, 0.75_f64.powi(year as i32 + 1), 0.003);
    }
}

fn invested(strength: f64, deeds: f64) -> Vec<f64> {
    let stake = format!("[mechanism.stake]\nstrength = {strength}\nhalf = 5\n");
    let dropout = "[mechanism.dropout]\n";
    let text = opening("1 week", "3 years", 2, "quarter") + &members(5_000) + dropout + &stake + &by_chance(deeds);
    run(&text).series("members")
}

#[test]
fn a_stake_of_no_strength_or_of_nobody_leaves_drop_out_as_it_is() {
    let plain =
        opening("1 week", "3 years", 2, "quarter") + &members(5_000) + "[mechanism.dropout]\n" + &by_chance(0.2);
    let plain = run(&plain).series("members");
    assert_eq!(invested(0.0, 0.2), plain);
    let idle = opening("1 week", "3 years", 2, "quarter") + &members(5_000) + "[mechanism.dropout]\n" + &by_chance(0.0);
    assert_eq!(invested(2.0, 0.0), run(&idle).series("members"));
    assert!(invested(2.0, 0.2).last() > plain.last());
}
