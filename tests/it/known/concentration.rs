//! Concentration: the Gini of contributions where their distribution is known.

use super::{by_chance, members, metronome, normal_cdf, opening};
use crate::study::{close, run};

/// The Gini in the end of people who contribute for the first time when triggers say so, and then by clocks of their own.
fn gini(people: u32, days: u32, triggers: &str, engagement: &str) -> f64 {
    let text = opening("1 day", &format!("{days} days"), 1, "month")
        + &members(people)
        + triggers
        + "[action.code]\ncontribution = true\n[mechanism.engagement]\ncore = 0\nextra = 0\ncomeback = \"0 per year\"\n"
        + engagement;
    let study = run(&text);
    study.mean("gini", study.last())
}

#[test]
fn of_people_who_came_one_after_another_it_is_near_a_third() {
    let steady = "rate_spread = 0\nrate = \"730 per year\"\ndrop_alpha = 0.01\ndrop_beta = 1000\n";
    for (days, few) in [(300, 0.1), (120, 0.2), (200, 0.5)] {
        // Ages are those of first events at a constant rate, all but uniform where few have come: F(a) ∝ e^ra − 1 up to the whole time.
        let rate = few / f64::from(days);
        let (mut mean, mut squares) = (0.0, 0.0);
        for day in 0..days {
            let above = 1.0 - (rate * (f64::from(day) + 0.5)).exp_m1() / few.exp_m1();
            mean += above;
            squares += above * above;
        }
        let wanted = 1.0 - squares / mean;
        close(gini(100_000, days, &by_chance(rate), steady), wanted, 0.01);
        close(wanted, 1.0 / 3.0, 0.1 * few);
    }
}

#[test]
fn of_people_who_contribute_at_lognormal_rates_it_is_that_of_a_lognormal() {
    for sigma in [1.0, 0.5, 1.4] {
        let unlike = format!("rate_spread = {sigma}\nrate = \"1500 per year\"\ndrop_alpha = 0.01\ndrop_beta = 1000\n");
        // 2Φ(σ/√2) − 1.
        let wanted = 2.0 * normal_cdf(sigma / 2.0_f64.sqrt()) - 1.0;
        close(gini(20_000, 100, &metronome(1.0), &unlike), wanted, 0.01);
    }
    close(2.0 * normal_cdf(0.5_f64.sqrt()) - 1.0, 0.5205, 5e-5);
}

/// The Gini of whole numbers of which S(n) exceed n: 1 − ΣS²/ΣS, where whoever has contributed stops with a chance from Beta(α, β).
fn stopping(a: f64, b: f64) -> f64 {
    let (mut exceed, mut sum, mut squares) = (1.0_f64, 0.0, 0.0);
    for n in 0..1_000_000 {
        sum += exceed;
        squares += exceed * exceed;
        exceed *= (b + f64::from(n)) / (a + b + f64::from(n));
    }
    1.0 - squares / sum
}

#[test]
fn of_people_who_stop_after_any_contribution_alike_it_comes_near_a_half_and_unlike_beyond() {
    // The last has the tail of a Pareto with exponent 2, whose variance is infinite.
    for (a, b) in [(50.0, 1000.0), (200.0, 1000.0), (5.0, 20.0), (3.0, 9.0), (2.0, 6.0)] {
        let stop = format!("rate_spread = 0\nrate = \"10000 per year\"\ndrop_alpha = {a}\ndrop_beta = {b}\n");
        close(gini(20_000, 340, &metronome(0.05), &stop), stopping(a, b), 0.01);
    }
    // Where the chance is the same for all, the geometric tends to the exponential; where it is not, to Lomax: a/(2a − 1).
    close(stopping(1e6, 1e9), 0.5, 0.001);
    close(stopping(3.0, 1e4), 0.6, 0.002);
}
