//! Carriers: exposure to messages, repetition, forgetting, response, and the effect of an empty pool.

use super::{members, metronome, opening};
use crate::study::{Study, close, run};

/// The mean lifetime of a message, days.
fn constant(half_life: f64) -> f64 {
    half_life / std::f64::consts::LN_2
}

/// A carrier with a number of messages a day, of which a share reaches each person.
fn carrier(a_day: f64, reach: f64, half_life: f64, rest: &str) -> String {
    format!(
        "
        [carrier.forum]
        messages = \"{a_day} per day\"
        reach = {reach}
        half_life = \"{half_life} days\"
        {rest}
        "
    )
}

fn outsiders(tick: &str, horizon: &str, people: u32, rest: &str) -> Study {
    run(&(opening(tick, horizon, 1, "tick") + &format!("[segment.people]\npeople = {people}\n") + rest))
}

#[test]
fn what_is_in_mind_settles_at_messages_times_reach_times_lifetime() {
    for (a_day, reach, half_life) in [(0.5, 0.3, 7.0), (3.0, 0.1, 2.0), (0.1, 1.0, 30.0)] {
        let study = outsiders("1 week", "2 years", 10, &carrier(a_day, reach, half_life, ""));
        let rest = a_day * reach * constant(half_life);
        let series = study.series("exposure:forum");
        close(series[series.len() - 1], rest, 1e-6);
        // Before that, the gap halves with every half-life.
        for (week, exposure) in series.iter().enumerate().take(8) {
            let days = 7.0 * (week + 1) as f64;
            close(*exposure, rest * (1.0 - 0.5_f64.powf(days / half_life)), 1e-9);
        }
    }
}

#[test]
fn what_was_told_halves_with_every_half_life_once_nothing_is_told() {
    for half_life in [7.0, 14.0] {
        let until = "until = 2027-07-05\n";
        let study = outsiders("1 day", "1 year", 10, &carrier(1.0, 0.5, half_life, until));
        let series = study.series("exposure:forum");
        let stop = 181;
        for day in [0, 10, 40] {
            close(series[stop + day + half_life as usize] / series[stop + day], 0.5, 1e-6);
        }
    }
}

/// The chance of an exposure of at least this many messages, for random messages.
fn tail(mean: f64, repeats: u32) -> f64 {
    let mut term = (-mean).exp();
    let mut fewer = 0.0;
    for k in 1..=repeats {
        fewer += term;
        term *= mean / f64::from(k);
    }
    1.0 - fewer
}

#[test]
fn it_takes_repetition_to_be_heeded() {
    for (repeats, trust) in [(1, 1.0), (1, 0.5), (3, 0.7), (6, 0.9)] {
        for a_day in [0.1, 0.6] {
            let rest = format!("repeats = {repeats}\ntrust = {trust}\n");
            let study = outsiders("1 day", "1 year", 10, &carrier(a_day, 0.4, 7.0, &rest));
            let mean = a_day * 0.4 * constant(7.0);
            close(study.mean("heeded:forum", study.last()), trust * tail(mean, repeats), 1e-6);
            if repeats == 1 {
                close(study.mean("heeded:forum", study.last()), trust * (1.0 - (-mean).exp()), 1e-6);
            }
        }
    }
}

#[test]
fn those_who_heed_adopt_at_the_rate_of_the_carrier() {
    for (rate, trust) in [(0.5, 1.0), (2.0, 0.4)] {
        let rest = format!("repeats = 1\ntrust = {trust}\nadoption = \"{rate} per year\"\n");
        // Forgotten within hours, so it is in equilibrium from the first day on.
        let text = carrier(24.0, 0.5, 0.05, &rest);
        let study = outsiders("1 day", "1 year", 40_000, &text);
        let heeded = trust * (1.0 - (-24.0 * 0.5 * constant(0.05)).exp());
        let wanted = 1.0 - (-rate * heeded * 365.0 / 365.25).exp();
        close(study.mean("members", study.last()) / 40_000.0, wanted, 0.008);
    }
}

#[test]
fn triggers_of_a_carrier_are_paid_for_where_it_costs_money() {
    for (cost, paid) in [("", 0.0), ("cost = \"10 per week\"\npool = \"ads\"\n", 0.5)] {
        let rest = format!("repeats = 1\ntrust = 1.0\ntriggers = \"1 per day\"\nadoption = \"0 per year\"\n{cost}");
        // Everybody is exposed, and needs trigger equally often.
        let text = opening("1 day", "1 year", 1, "year")
            + &members(3000)
            + &metronome(1.0).replace("steady", "poisson")
            + "[budget]\ntotal = 1000\npools = { ads = 1.0 }\n"
            + &carrier(200.0, 1.0, 1.0, &rest);
        let study = run(&text);
        close(study.mean("trigger-paid", study.last()), paid, 0.01);
        close(study.mean("trigger-social", study.last()), 0.5 - paid, 0.01);
        close(study.count("deeds:use", study.last()), 2.0 * 3000.0 * 365.0, 9000.0);
    }
}

#[test]
fn an_empty_pool_carries_nothing_and_what_was_told_fades() {
    for (total, weeks) in [(1000, 10), (2400, 24)] {
        let rest = "cost = \"100 per week\"\npool = \"ads\"\n";
        let text = format!("[budget]\ntotal = {total}\npools = {{ ads = 1.0 }}\n") + &carrier(1.0, 0.5, 7.0, rest);
        let study = outsiders("1 week", "50 weeks", 10, &text);
        let series = study.series("exposure:forum");
        assert_eq!(study.mean("paid:ads", study.last()), f64::from(total));
        assert!(series[weeks - 1] > series[weeks - 2], "it still tells in week {weeks}");
        for week in weeks..45 {
            close(series[week] / series[week - 1], 0.5, 1e-9);
        }
    }
}

#[test]
fn without_content_there_is_nothing_to_carry() {
    for (content, half) in [(300.0, 100.0), (50.0, 400.0)] {
        let rest = format!("content = {half}\n");
        let fed = |usual: f64| {
            let wheel = format!("[flywheel]\ncontent_usual = {usual}\ncontent_fades = \"36525 days\"\n");
            let study = outsiders("1 day", "30 days", 10, &(wheel + &carrier(1.0, 0.5, 0.1, &rest)));
            study.mean("exposure:forum", study.last())
        };
        assert_eq!(fed(0.0), 0.0);
        close(fed(content), 0.5 * constant(0.1) * content / (content + half), 1e-4);
    }
}

#[test]
fn it_reaches_its_audience_and_nobody_else() {
    let text = opening("1 week", "1 year", 1, "year")
        + "[segment.near]\npeople = 500\n[segment.far]\npeople = 500\n"
        + &carrier(5.0, 1.0, 7.0, "audience = [\"near\"]\nadoption = \"5 per year\"\n");
    let study = run(&text);
    let near = study.mean("members", study.last());
    assert!(near > 300.0 && near <= 500.0, "{near}");
}
