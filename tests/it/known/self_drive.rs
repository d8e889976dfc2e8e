//! Self-drive: activity that triggers activity, members who invite members, and what remains when pay stops.

use zaoshi::engine::Coast;

use super::{by_chance, members, opening};
use crate::study::{close, mean, run, sd};

fn hawkes(mu: f64, n: f64) -> String {
    let triggers = by_chance(0.0)
        .replace("paid = \"0 per year\"", &format!("paid = \"{mu} per week\""))
        .replace("social = 0", &format!("social = {n}"));
    opening("1 week", "300 weeks", 2, "tick") + &members(2_000) + &triggers + "[campaign.ads]\n"
}

#[test]
fn activity_is_amplified_and_its_own_share_is_the_branching_ratio() {
    for (mu, n, activity) in [(5.0, 0.3, 7.14), (5.0, 0.6, 12.5), (5.0, 0.8, 25.0), (5.0, 0.9, 50.0), (0.4, 0.5, 0.8)] {
        let study = run(&hawkes(mu, n));
        let average = |metric: &str| {
            let means: Vec<f64> = (100..300).map(|row| study.mean(metric, row)).collect();
            mean(&means)
        };
        let wanted = mu / (1.0 - n);
        close(wanted, activity, 0.005);
        close(average("deeds") * 7.0 / 30.4375 / 2_000.0, wanted, 0.015 * wanted);
        close(average("self-driven"), n, 0.015 * n);
        close(average("trigger-social"), n, 0.015 * n);
    }
}

/// Deeds triggered by a paid week in each replicate, and all deeds that follow from them.
fn clusters(n: f64, replicates: u32) -> Vec<(f64, f64)> {
    let triggers = by_chance(0.0)
        .replace("paid = \"0 per year\"", "paid = \"0.006 per week\"")
        .replace("social = 0", &format!("social = {n}"));
    // By the last week the effect of n has vanished.
    let weeks = (7.0 / -n.ln()).ceil() + 1.0;
    let study = run(&(opening("1 week", &format!("{weeks} weeks"), replicates, "tick")
        + &members(1_000)
        + &triggers
        + "[campaign.ads]\nuntil = 2027-01-11\n"));
    let drawn = study.counted(0, "deeds", 0);
    let mut all = vec![0.0; drawn.len()];
    for row in 0..=study.last() {
        all.iter_mut().zip(study.counted(0, "deeds", row)).for_each(|(sum, n)| *sum += n);
    }
    drawn.into_iter().zip(all).collect()
}

#[test]
fn what_comes_of_one_deed_has_the_mean_and_the_variance_of_borel() {
    for (n, replicates) in [(0.3, 1_500), (0.5, 1_500), (0.8, 1_500)] {
        let clusters = clusters(n, replicates);
        let (drawn, all): (f64, f64) = clusters.iter().fold((0.0, 0.0), |(d, a), (k, t)| (d + k, a + t));
        let (size, spread) = (1.0 / (1.0 - n), n / (1.0 - n).powi(3));
        // Three standard errors for the number of clusters.
        close(all / drawn, size, 3.0 * (spread / drawn).sqrt());
        // For k of them, the variance of the total is k times that of one.
        let square = |(k, t): &(f64, f64)| (t - k * size).powi(2) / k;
        let squares: Vec<f64> = clusters.iter().filter(|(k, _)| *k > 0.0).map(square).collect();
        let error = sd(&squares) / (squares.len() as f64).sqrt();
        assert!(error < 0.1 * spread, "{error} of {spread}");
        close(mean(&squares), spread, 3.0 * error);
    }
}

/// Members at the start, and at the end in each replicate, if each brings k others in expectation, from a population of
/// given size.
fn brought(k: f64, leaves: f64, people: f64, seeds: f64, years: u32, replicates: u32) -> Vec<f64> {
    // A member acts at the end of each tick survived: (1 − l) / l of them.
    let hazard = -f64::ln(1.0 - leaves) / 12.0;
    let stays = (-hazard).exp();
    let deeds = k * (1.0 - stays) / stays / 0.5;
    let study = run(&(opening("1 month", &format!("{years} years"), replicates, "year")
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
    study.values(0, "adopted", study.last())
}

/// The final number of members from the first ones: people who are already members cannot be invited.
fn final_size(k: f64, people: f64, seeds: f64) -> f64 {
    let mut total = people;
    for _ in 0..2_000 {
        total = people * (1.0 - (1.0 - seeds / people) * (-k * total / people).exp());
    }
    total
}

/// The same for members who act about ten times in each of the two ticks after they join, and leave when their prize is
/// not paid.
fn brought_at_once(k: f64, people: f64, seeds: f64, months: u32, replicates: u32) -> Vec<f64> {
    let study = run(&(opening("1 month", &format!("{months} months"), replicates, "year")
        + &format!(
            r#"
            [segment.people]
            people = {people}
            members_at_start = {seeds}
            ages_at_start = "new"
            [action.answer]
            [prize.answer]
            paid = 0
            [mechanism.disappointment]
            patience = 1
            [mechanism.referral]
            content = {}
            will = 1
            channel = 1
            barrier = 0
            conversion = 1
            "#,
            k / 20.0,
        )
        + &by_chance(10.0 / 30.4375)));
    assert!(study.mean("members", study.last()) < 0.01 * seeds, "it goes on");
    close(study.mean("viral-k", study.last()), k, 0.02 * k);
    study.values(0, "adopted", study.last())
}

#[test]
fn members_who_bring_members_multiply_the_first() {
    for (k, limit, months, seeds, replicates) in
        [(0.5, 2.0, 20, 1_600.0, 8), (0.8, 5.0, 40, 1_600.0, 22), (0.65, 1.0 / 0.35, 28, 800.0, 16)]
    {
        // Enough people that their number hardly matters.
        let people = 1_000.0 * seeds;
        let found = mean(&brought_at_once(k, people, seeds, months, replicates)) / seeds;
        close(found, final_size(k, people, seeds) / seeds, 0.02 * limit);
        close(found, limit, 0.02 * limit);
    }
    // The same for unequal lifetimes, until people run out.
    for (k, leaves, years, replicates) in [(0.5, 0.9999, 3, 10), (0.8, 0.9999, 5, 16), (0.5, 0.999, 4, 10)] {
        let (people, seeds) = (400_000.0, 4_000.0);
        let found = mean(&brought(k, leaves, people, seeds, years, replicates));
        close(found, final_size(k, people, seeds), 0.02 * found);
    }
}

#[test]
fn where_each_brings_more_than_one_nothing_but_the_number_of_people_bounds_growth() {
    for k in [1.1, 1.5] {
        // Few at the start among twice as many people: not the same number as before, but twice.
        for people in [60_000.0, 120_000.0] {
            let found = brought(k, 0.9999, people, 600.0, 16, 6);
            let wanted = final_size(k, people, 600.0);
            close(mean(&found), wanted, 3.0 * sd(&found) / (found.len() as f64).sqrt() + 0.01 * wanted);
            assert!(wanted > 0.17 * people, "{wanted}");
        }
    }
}

/// Activity a year after a year, with the money and without it, of people triggered by own needs and by pay.
fn coasts(own: f64, paid: f64) -> Vec<Coast> {
    let triggers = by_chance(own).replace("paid = \"0 per year\"", &format!("paid = \"{paid} per day\""));
    let text = opening("1 week", "1 year", 4, "quarter")
        .replace("coast = { replicates = 0 }", "coast = { replicates = 4 }")
        .replace("headline = \"members\"", "headline = \"active-people\"")
        + &members(4_000)
        + &triggers
        + "[campaign.ads]\ncost = \"1000 per week\"\npool = \"ads\"\n[budget]\ntotal = 100000\npools = { ads = 1.0 }\n";
    let study = run(&text);
    study.ensemble.runs[0].iter().map(|t| t.coast.clone().expect("a coast")).collect()
}

fn coasting(own: f64, paid: f64) -> f64 {
    mean(&coasts(own, paid).iter().map(|coast| coast.left).collect::<Vec<_>>())
}

#[test]
fn what_is_left_falls_month_by_month_to_what_nobody_pays_for() {
    // Without pay there are own triggers alone from the first month on; what is active lags by the month over which it is counted.
    for (own, paid) in [(0.0, 0.05), (0.02, 0.02), (0.01, 0.02)] {
        let active = |rate: f64| -(-rate * 30.4375_f64).exp_m1();
        for coast in coasts(own, paid) {
            assert_eq!((coast.going.len(), coast.stopped.len()), (13, 13));
            for (going, stopped) in coast.going.iter().zip(&coast.stopped).skip(1) {
                close(going / 4_000.0, active(own + paid), 0.03);
                close(stopped / 4_000.0, active(own), 0.03);
            }
            let late = |rows: &[f64]| rows[9..].iter().sum::<f64>();
            close(coast.left, late(&coast.stopped) / late(&coast.going), 1e-12);
        }
    }
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
