//! Self-drive: activity that feeds on activity, members who bring members, and what is left when pay stops.

use super::{by_chance, members, opening};
use crate::study::{close, mean, run};

fn hawkes(mu: f64, n: f64) -> String {
    let triggers = by_chance(0.0)
        .replace("paid = \"0 per year\"", &format!("paid = \"{mu} per week\""))
        .replace("social = 0", &format!("social = {n}"));
    opening("1 week", "300 weeks", 2, "tick") + &members(2_000) + &triggers + "[campaign.ads]\n"
}

#[test]
fn activity_is_amplified_and_its_own_share_is_the_branching_ratio() {
    for (mu, n) in [(1.0, 0.3), (1.0, 0.6), (1.0, 0.8), (1.0, 0.9), (0.4, 0.5)] {
        let study = run(&hawkes(mu, n));
        let average = |metric: &str| {
            let means: Vec<f64> = (100..300).map(|row| study.mean(metric, row)).collect();
            mean(&means)
        };
        let wanted = mu / (1.0 - n);
        close(average("deeds") / 2_000.0, wanted, 0.015 * wanted);
        close(average("self-driven"), n, 0.015 * n);
        close(average("trigger-social"), n, 0.015 * n);
    }
}

/// Members in the end over members at the start, where each brings k others in expectation.
fn multiplied(k: f64, leaves: f64) -> (f64, f64) {
    let (people, seeds) = (1_500_000.0, 6_000.0);
    // A member acts at the end of each tick survived: (1 − l) / l of them.
    let hazard = -f64::ln(1.0 - leaves) / 12.0;
    let stays = (-hazard).exp();
    let deeds = k * (1.0 - stays) / stays / 0.5;
    let study = run(&(opening("1 month", "6 years", 6, "year")
        + &format!(
            r#"
            [segment.people]
            people = {people}
            members_at_start = {seeds}
            ages_at_start = "new"
            [mechanism.dropout]
            alpha = {}
            beta = {}
            heterogeneity = "none"
            [mechanism.referral]
            content = 1
            will = 1
            channel = 1
            barrier = 0
            conversion = 0.5
            "#,
            500.0 * leaves,
            500.0 * (1.0 - leaves)
        )
        + &by_chance(deeds * 12.0 / 365.25)));
    let found = study.mean("adopted", study.last()) / seeds;
    // People run out, a little: who is a member already cannot be brought.
    let mut total = seeds / (1.0 - k);
    for _ in 0..500 {
        total = people * (1.0 - (1.0 - seeds / people) * (-k * total / people).exp());
    }
    (found, total / seeds)
}

#[test]
fn members_who_bring_members_multiply_the_first() {
    for (k, limit, leaves) in [(0.5, 2.0, 0.9999), (0.8, 5.0, 0.9999), (0.5, 2.0, 0.999)] {
        let (found, wanted) = multiplied(k, leaves);
        close(found, wanted, 0.025 * wanted);
        close(wanted, limit, 0.05 * limit);
    }
}

fn coasting(own: f64, paid: f64) -> f64 {
    let triggers = by_chance(own).replace("paid = \"0 per year\"", &format!("paid = \"{paid} per day\""));
    let text = opening("1 week", "1 year", 4, "quarter")
        .replace("coast = { replicates = 0 }", "coast = { replicates = 4 }")
        .replace("headline = \"members\"", "headline = \"active-people\"")
        + &members(4_000)
        + &triggers
        + "[campaign.ads]\ncost = \"1000 per week\"\npool = \"ads\"\n[budget]\ntotal = 100000\npools = { ads = 1.0 }\n";
    let study = run(&text);
    mean(&study.ensemble.runs[0].iter().map(|t| t.coast.expect("a coast")).collect::<Vec<_>>())
}

#[test]
fn what_is_all_paid_does_not_coast_and_what_is_not_paid_goes_on() {
    assert_eq!(coasting(0.0, 0.05), 0.0);
    assert_eq!(coasting(0.05, 0.0), 1.0);
    // Active in a month: 1 − e^−31λ, as it is counted over whole ticks a hair above four weeks.
    let half = coasting(0.02, 0.02);
    let share = |rate: f64| -(-rate * 30.4375_f64).exp_m1();
    close(half, share(0.02) / share(0.04), 0.02);
    let third = coasting(0.01, 0.02);
    close(third, share(0.01) / share(0.03), 0.02);
}
