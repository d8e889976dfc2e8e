//! Concentration: the Gini of contributions for known distributions.

use super::{by_chance, members, metronome, normal_cdf, opening, upper};
use crate::study::{close, run};

/// Contributors who never stop and do one deed at a time, at a rate that a caller adds.
const CORE: &str = "core = 1\ncore_deeds = 1\ncore_spread = 0\ncore_alpha = 0.01\ncore_beta = 1000\n";

/// The final Gini of people whose first contribution is triggered, and who then have their own clocks.
fn gini(people: u32, days: u32, triggers: &str, engagement: &str) -> f64 {
    let text = opening("1 day", &format!("{days} days"), 1, "month")
        + &members(people)
        + triggers
        + "[action.code]\ncontribution = true\n[mechanism.engagement]\nextra = 0\ncomeback = \"0 per year\"\n"
        + engagement;
    let study = run(&text);
    study.mean("gini", study.last())
}

#[test]
fn of_people_who_came_one_after_another_it_is_near_a_third() {
    let steady = CORE.to_owned() + "core_rate = \"3652.5 per year\"\n";
    for (people, days, few) in [(300_000, 240, 0.04), (60_000, 120, 0.2), (60_000, 200, 0.5)] {
        // One deed on the first day and ten on each of the whole days since; first events at a constant rate, all but uniform where few
        // have come.
        let rate = few / f64::from(days);
        let (mut mean, mut squares) = (1.0, 1.0);
        for since in 1..days {
            let above = (-rate * f64::from(days - since)).exp_m1() / (-few).exp_m1();
            mean += 10.0 * above;
            squares += 10.0 * above * above;
        }
        let found = gini(people, days as u32, &by_chance(rate), &steady);
        close(found, 1.0 - squares / mean, 0.005);
        close(found, 1.0 / 3.0, 0.005 + 0.1 * (few - 0.04));
    }
}

#[test]
fn of_people_who_contribute_at_lognormal_rates_it_is_that_of_a_lognormal() {
    for sigma in [1.0, 0.5, 1.4] {
        let unlike =
            format!("core = 0\nrate_spread = {sigma}\nrate = \"1500 per year\"\ndrop_alpha = 0.01\ndrop_beta = 1000\n");
        // 2Φ(σ/√2) − 1.
        let wanted = 2.0 * normal_cdf(sigma / 2.0_f64.sqrt()) - 1.0;
        let found = gini(40_000, 100, &metronome(1.0), &unlike);
        close(found, wanted, 0.005);
    }
    close(2.0 * normal_cdf(0.5_f64.sqrt()) - 1.0, 0.5205, 5e-5);
}

/// The final Gini of people whose rates have this Lorenz curve: a hundred segments, each at the mean of its hundredth.
fn spread(lorenz: impl Fn(f64) -> f64) -> f64 {
    let mut text = opening("1 week", "48 weeks", 1, "month")
        + &metronome(1.0 / 7.0)
        + "[action.code]\ncontribution = true\n[mechanism.engagement]\n"
        + CORE;
    for k in 0..100 {
        let share = lorenz(f64::from(k + 1) / 100.0) - lorenz(f64::from(k) / 100.0);
        text += &format!(
            "[segment.of{k}]\npeople = 10\nmembers_at_start = 10\nages_at_start = \"new\"\n\
             [segment.of{k}.mechanism.engagement]\ncore_rate = \"{} per year\"\n",
            900.0 * 100.0 * share
        );
    }
    let study = run(&text);
    study.mean("gini", study.last())
}

#[test]
fn it_has_its_closed_forms_where_rates_are_uniform_exponential_pareto_or_lognormal() {
    close(spread(|u| u * u), 1.0 / 3.0, 0.005);
    close(spread(|u| if u < 1.0 { u + (1.0 - u) * (1.0 - u).ln() } else { 1.0 }), 0.5, 0.005);
    for exponent in [2.0, 3.0] {
        close(spread(|u| 1.0 - (1.0 - u).powf(1.0 - 1.0 / exponent)), 1.0 / (2.0 * exponent - 1.0), 0.005);
    }
    for (sigma, listed) in [(1.0, 0.5205), (0.5, 0.2763)] {
        close(2.0 * normal_cdf(sigma / 2.0_f64.sqrt()) - 1.0, listed, 5e-5);
        close(spread(|u| normal_cdf(upper(1.0 - u) - sigma)), listed, 0.005);
    }
    // Uniform between 1 and 2: a ninth.
    close(spread(|u| (2.0 * u + u * u) / 3.0), 1.0 / 9.0, 0.005);
}

/// The Gini of whole numbers of which S(n) exceed n: 1 − ΣS²/ΣS, for contributors who stop with a chance from Beta(α,
/// β).
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
        let stop = format!("core = 0\nrate_spread = 0\nrate = \"10000 per year\"\ndrop_alpha = {a}\ndrop_beta = {b}\n");
        let found = gini(40_000, 340, &metronome(0.05), &stop);
        close(found, stopping(a, b), if a < 10.0 { 0.01 } else { 0.005 });
    }
    // With the same chance for all, the geometric tends to the exponential; otherwise to Lomax: a/(2a − 1).
    close(stopping(1e6, 1e9), 0.5, 0.001);
    close(stopping(3.0, 1e4), 0.6, 0.002);
}
