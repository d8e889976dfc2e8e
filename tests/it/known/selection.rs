//! Selection: whom noisy points select, the share of deeds by a few people, how credit is assigned, and apparent
//! effects before a goal.

use super::{by_chance, members, metronome, normal_cdf, opening, upper};
use crate::study::{close, mean, run};

/// Mean merit, in standard deviations, of the best by the points of a number of deeds each.
fn picked(share: f64, noise: f64, deeds: u32) -> f64 {
    let people = 100_000;
    let text = opening("1 week", "8 weeks", 8, "quarter")
        + &members(people)
        + &metronome(f64::from(deeds) / 42.0)
        + &format!(
            r#"
            [action.answer]
            [points.answer]
            points = 100000
            quality = 1
            noise = {}
            [mechanism.merit]
            spread = 0.2
            [ladder.contest.tier.best]
            entry = {{ seats = {}, rank_by = "points", within = "52 weeks", every = "7 weeks" }}
            "#,
            0.2 * noise,
            (share * f64::from(people)).round()
        );
    let study = run(&text);
    assert_eq!(study.mean("holders:contest.best", study.last()), share * f64::from(people));
    study.mean("merit:contest.best", study.last()) / 0.2
}

#[test]
fn the_more_noise_in_points_the_less_merit_do_they_pick() {
    for (share, noise, deeds) in
        [(0.01, 0.0, 1), (0.01, 1.0, 1), (0.01, 2.0, 1), (0.05, 1.5, 1), (0.01, 2.0, 4), (0.2, 1.0, 3)]
    {
        let z = upper(share);
        let density = (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
        // Noise averages out over deeds.
        let wanted = density / share / (1.0 + noise * noise / f64::from(deeds)).sqrt();
        close(picked(share, noise, deeds), wanted, 0.02 * wanted);
    }
    let documented = [(0.0_f64, 2.665), (1.0, 1.885), (2.0, 1.192)];
    for (noise, wanted) in documented {
        close(2.665 / (1.0 + noise * noise).sqrt(), wanted, 0.001);
    }
}

#[test]
fn the_true_value_of_deeds_follows_the_merit_of_those_who_do_them() {
    for spread in [0.0, 0.3] {
        let text = opening("1 week", "13 weeks", 1, "quarter")
            + &members(20_000)
            + &metronome(1.0)
            + "[action.answer]\nvalue = { content = 2.0 }\n"
            + &format!("[mechanism.merit]\nspread = {spread}\n");
        let study = run(&text);
        let (value, deeds) = (study.mean("value", study.last()), study.mean("deeds", study.last()));
        assert_eq!(value == 2.0 * deeds, spread == 0.0);
        close(value / deeds, 2.0, 0.01);
    }
}

/// Shares of all deeds of the most active percent and of the next nine percent.
fn shares(acts: f64, sigma: f64, a_week: f64, people: u32) -> (f64, f64) {
    let text = opening("1 week", "26 weeks", 4, "quarter")
        + &members(people)
        + &by_chance(a_week / 7.0)
            .replace("own_spread = 0", &format!("own_spread = {sigma}\nlurkers = {}", 1.0 - acts))
        + "[action.post]\n[points.post]\n";
    let study = run(&text);
    let (percent, tenth) = (study.mean("top-percent", study.last()), study.mean("top-tenth", study.last()));
    (percent, tenth - percent)
}

#[test]
fn few_do_most_where_a_quarter_act_and_are_very_unlike() {
    for (acts, sigma, a_week, people) in [(0.25, 2.42, 0.3, 100_000), (0.5, 1.5, 3.0, 40_000), (1.0, 1.0, 3.0, 20_000)]
    {
        // Lognormal: the most active share s of the active people does Φ(σ − z(s)) of all deeds.
        let most = |share: f64| if share >= acts { 1.0 } else { normal_cdf(sigma - upper(share / acts)) };
        let (percent, next) = shares(acts, sigma, a_week, people);
        close(percent, most(0.01), 0.03);
        close(next, most(0.1) - most(0.01), 0.03);
    }
    // The observed shares of 63,990 actors (van Mierlo 2014): 74.7, 24.0 and 1.3 percent.
    let (percent, next) = shares(0.25, 2.42, 0.3, 100_000);
    close(percent, 0.747, 0.03);
    close(next, 0.240, 0.03);
    close(1.0 - percent - next, 0.013, 0.01);
}

/// Credits of all people with any, if each of many newcomers contributes once.
fn credits(new: f64) -> Vec<f64> {
    let people = 150_000;
    let text = opening("1 week", "3 weeks", 1, "tick")
        .replace("every = \"tick\"", &format!("every = \"tick\", people = {people}"))
        + &members(people)
        + &metronome(1.0 / 14.0)
        + "[action.code]\ncontribution = true\n[mechanism.status]\nstrength = 0\nfades = \"36525 days\"\n"
        + &format!("matthew = {}\n", 1.0 - new);
    let study = run(&text);
    let traces = &study.ensemble.runs[0][0].traces;
    let last = traces.iter().map(|t| t.tick).max().unwrap();
    traces.iter().filter(|t| t.tick == last).map(|t| f64::from(t.person.fame.round())).filter(|f| *f > 0.0).collect()
}

/// Mean of ln(k / 9.5) over people with ten or more, for the distribution ρ·B(k, ρ + 1).
fn tail_of_yule(rho: f64) -> f64 {
    let (mut chance, mut all, mut logs) = (rho / (rho + 1.0), 0.0, 0.0);
    for k in 1..1_000_000 {
        let k = f64::from(k);
        if k >= 10.0 {
            all += chance;
            logs += chance * (k / 9.5).ln();
        }
        chance *= k / (k + 1.0 + rho);
    }
    logs / all
}

#[test]
fn credit_that_goes_to_the_known_has_the_distribution_of_yule_and_simon() {
    for (new, singles) in [(0.1, 0.526), (0.3, 0.588), (0.5, 0.667), (0.7, 0.769)] {
        let rho = 1.0 / (1.0 - new);
        close(rho / (1.0 + rho), singles, 5e-4);
        let credits = credits(new);
        let all: f64 = credits.iter().sum();
        // Except for what fades in a tick.
        close(all, 150_000.0, 50.0);
        close(credits.len() as f64 / all, new, 0.01);
        let once = credits.iter().filter(|c| **c == 1.0).count() as f64 / credits.len() as f64;
        close(once, rho / (1.0 + rho), 0.01);
        // The tail falls as k^−(1 + ρ), where it is far enough out: Hill's estimator, with the half that whole numbers ask for.
        let tail: Vec<f64> = credits.iter().filter(|c| **c >= 10.0).map(|c| (c / 9.5).ln()).collect();
        if new <= 0.5 {
            close(1.0 + 1.0 / mean(&tail), 1.0 + rho, 0.15 + rho / (tail.len() as f64).sqrt());
        }
        // Where it is steep few are far out, and the distribution itself says what that estimator finds.
        if new >= 0.5 {
            let wanted = tail_of_yule(rho);
            close(mean(&tail), wanted, 3.0 * wanted / (tail.len() as f64).sqrt());
        }
    }
}

/// Mean deeds a day on the day on which a number is reached, before it and after it, for people who do not respond to
/// the badge.
fn around(at: u32, a_day: f64) -> (f64, f64, f64) {
    let (people, days) = (6_000, (f64::from(at + 12) / a_day * 1.6).ceil());
    let study = run(&(opening("1 day", &format!("{days} days"), 1, "tick")
        .replace("every = \"tick\"", &format!("every = \"tick\", people = {people}"))
        + &members(people)
        + &by_chance(a_day)
        + &format!(
            "
            [action.code]
            contribution = true
            [badge.goal]
            action = \"code\"
            at = {at}
            value = 6
            [mechanism.effort]
            responders = 0
            [mechanism.status]
            strength = 0
            fades = \"36525 days\"
            "
        )));
    let mut done: Vec<Vec<f64>> = vec![Vec::new(); people as usize];
    for trace in &study.ensemble.runs[0][0].traces {
        assert_eq!(trace.person.urge, 1.0);
        // What fades in days is less than half a deed.
        done[trace.id as usize].push(f64::from(trace.person.fame).round());
    }
    let (mut on, mut before, mut after) = (Vec::new(), Vec::new(), Vec::new());
    for sums in &done {
        let daily = |day: usize| sums[day] - if day > 0 { sums[day - 1] } else { 0.0 };
        let Some(day) = sums.iter().position(|n| *n >= f64::from(at)) else { continue };
        on.push(daily(day));
        before.extend((1..=3).filter(|k| day >= *k).map(|k| daily(day - k)));
        after.extend((1..=3).filter(|k| day + k < sums.len()).map(|k| daily(day + k)));
    }
    // Almost all have reached it, so the sample is not only the fast ones.
    assert!(on.len() as f64 > 0.99 * f64::from(people));
    (mean(&on), mean(&before), mean(&after))
}

#[test]
fn days_counted_from_a_goal_seem_to_show_a_rise_although_nobody_responds() {
    for (at, a_day) in [(12, 0.3), (12, 1.0), (30, 2.0)] {
        let (on, before, after) = around(at, a_day);
        // The day of the goal is selected by its size: for Poisson days, one deed more than the mean.
        close(on, a_day + 1.0, 0.03 * (a_day + 1.0));
        // It says nothing of the days around it.
        close(before, a_day, 0.05 * a_day);
        close(after, a_day, 0.05 * a_day);
    }
}
