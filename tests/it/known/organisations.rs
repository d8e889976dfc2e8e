//! Organisations: comparative advantage, references, innovation curves, graduates, traffic, milestones, rivals.

use super::opening;
use crate::study::{Study, close, run};

const PEOPLE: &str = "
    [segment.people]
    people = 1000
";

fn world(tick: &str, horizon: &str, every: &str, rest: &str) -> Study {
    run(&(opening(tick, horizon, 1, every) + PEOPLE + rest))
}

/// Ricardo's two countries: hours for a unit of cloth (code) and wine (content), and total hours.
fn ricardo(england: (f64, f64, f64), portugal: (f64, f64, f64)) -> (f64, f64) {
    let ((a, b, hours), (c, d, more)) = (england, portugal);
    let study = world(
        "1 week",
        "1 year",
        "tick",
        &format!(
            "
            [hub]
            hours = {more}
            costs = {{ code = {c}, content = {d} }}
            worth = {{ code = {c}, content = {d} }}
            [organisation.england]
            joined_at_start = 1
            hours = {hours}
            costs = {{ code = {a}, content = {b} }}
            worth = {{ code = {a}, content = {b} }}
            [organisation.england.as.traffic]
            "
        ),
    );
    let last = study.last();
    assert_eq!(study.mean("got:content", last), 0.0, "England gives cloth alone");
    assert_eq!(study.mean("gave:code", last), 0.0, "Portugal gives wine alone");
    (study.mean("got:code", last), study.mean("gave:content", last))
}

#[test]
fn each_gives_what_it_is_better_at_and_the_price_lies_between_their_own() {
    for (england, portugal) in [
        ((100.0, 120.0, 220.0), (90.0, 80.0, 170.0)),
        ((10.0, 30.0, 400.0), (20.0, 12.0, 320.0)),
        ((1.0, 1.1, 50.0), (1.0, 0.9, 60.0)),
    ] {
        let (cloth, wine) = ricardo(england, portugal);
        let price = wine / cloth;
        let (low, high) = (england.0 / england.1, portugal.0 / portugal.1);
        assert!(low < price && price < high, "{price} between {low} and {high}");
        close(price, (low * high).sqrt(), 1e-9);
        // One of them works all its hours for the other, and makes nothing else: 2.2 of cloth or 2.125 of wine.
        let (all_cloth, all_wine) = (england.2 / england.0, portugal.2 / portugal.1);
        close((cloth / all_cloth).max(wine / all_wine), 1.0, 1e-9);
    }
}

fn references(low: f64, high: f64, number: u32, second: Option<f64>) -> f64 {
    let one = |name: &str, number: u32, low: f64, high: f64| {
        format!(
            "
            [organisation.{name}]
            number = {number}
            industry = \"banks\"
            joins = \"1000 per year\"
            period = \"7 days\"
            [organisation.{name}.as.enterprise]
            threshold_low = {low}
            threshold_high = {high}
            "
        )
    };
    let step = (high - low) / f64::from(number - 1);
    let text = match second {
        None => one("all", number, low, high),
        Some(raised) => {
            one("first", 1, low, low)
                + &one("second", 1, raised, raised)
                + &one("rest", number - 2, low + 2.0 * step, high)
        }
    };
    let study = world("1 week", "3 years", "year", &text);
    let groups: &[&str] = if second.is_some() { &["first", "second", "rest"] } else { &["all"] };
    groups.iter().map(|g| study.mean(&format!("inside:{g}"), study.last())).sum()
}

#[test]
fn references_tip_an_industry_over_or_stop_at_the_first_gap() {
    for number in [100, 40] {
        let top = f64::from(number - 1) / f64::from(number);
        assert_eq!(references(0.0, top, number, None), f64::from(number));
        // With one threshold raised by one step, the cascade ends with the first adopter.
        assert_eq!(references(0.0, top, number, Some(2.0 / f64::from(number))), 1.0);
    }
}

#[test]
fn a_lighthouse_moves_those_who_look_at_weight() {
    let with = |day: &str, weight: f64| {
        let study = world(
            "1 week",
            "2 years",
            "year",
            &format!(
                "
                [organisation.leader]
                industry = \"banks\"
                {day}
                [organisation.leader.as.enterprise]
                threshold_low = 1
                threshold_high = 1
                [organisation.banks]
                number = 9
                joins = \"1000 per year\"
                [organisation.banks.as.enterprise]
                threshold_low = {weight}
                threshold_high = {weight}
                "
            )
            .replace("[organisation.banks]\n", "[organisation.banks]\n                industry = \"banks\"\n"),
        );
        study.mean("inside:banks", study.last())
    };
    assert_eq!(with("", 0.1), 0.0);
    assert_eq!(with("joins_on = 2027-06-01", 0.1), 9.0);
    assert_eq!(with("joins_on = 2027-06-01", 0.11), 0.0, "one of ten is not enough for them");
}

fn taken(p: f64, q: f64, t: f64) -> f64 {
    if t <= 0.0 { 0.0 } else { (1.0 - (-(p + q) * t).exp()) / (1.0 + q / p * (-(p + q) * t).exp()) }
}

#[test]
fn generations_follow_norton_and_bass() {
    for (p, q, m, begins) in [(0.01, 0.5, [1.0, 1.5], 7.0), (0.03, 0.38, [10.0, 4.0], 3.0)] {
        let study = world(
            "1 week",
            "30 years",
            "year",
            &format!(
                "
                [organisation.partners]
                [organisation.partners.as.partner]
                markets = [{}, {}]
                begins = [0, {begins}]
                external = \"{p} per year\"
                social = \"{q} per year\"
                ",
                m[0], m[1]
            ),
        );
        for year in [2_usize, 5, 10, 15, 20, 29] {
            let t = f64::from(year as u32);
            let (one, two) = (taken(p, q, t), taken(p, q, t - begins));
            close(study.mean("demand:1", year - 1), one * m[0] * (1.0 - two), 0.02 * m[0]);
            close(study.mean("demand:2", year - 1), two * (m[1] + one * m[0]), 0.02 * m[1].max(m[0]));
        }
        // In the end all of both markets is in the last generation.
        close(study.mean("demand:1", 29) + study.mean("demand:2", 29), m[0] + m[1], 0.01 * (m[0] + m[1]));
    }
}

#[test]
fn a_generation_takes_over_from_a_tenth_to_nine_tenths_in_a_time_that_its_speed_alone_sets() {
    // If all have the previous generation and nearly all change by imitation: ln 81 / q (Fisher & Pry 1971).
    for speed in [0.5_f64, 1.2] {
        let study = world(
            "1 week",
            "40 years",
            "tick",
            &format!(
                "
                [organisation.partners]
                [organisation.partners.as.partner]
                markets = [5, 0]
                begins = [-60, 0]
                external = \"0.0001 per year\"
                social = \"{speed} per year\"
                "
            ),
        );
        let (old, new) = (study.series("demand:1"), study.series("demand:2"));
        let when = |share: f64| {
            let row = old.iter().zip(&new).position(|(old, new)| new / (old + new) >= share).expect("it takes over");
            row as f64 * 7.0 / 365.25
        };
        close(when(0.9) - when(0.1), 81.0_f64.ln() / speed, 0.01 * 81.0_f64.ln() / speed);
        close(when(0.75) - when(0.25), 9.0_f64.ln() / speed, 0.01 * 9.0_f64.ln() / speed + 0.02);
    }
}

/// A university with a number of students a year, all of whom join after a mean delay in years.
fn university(students: f64, delay: f64, horizon: &str, every: &str) -> Study {
    run(&(opening("1 week", horizon, 1, every)
        + "[segment.people]\npeople = 100_000\n"
        + &format!(
            "
            [organisation.university]
            joined_at_start = 1
            period = \"7 days\"
            [organisation.university.as.university]
            students = {students}
            courses = 1
            delay = \"{delay} years\"
            adopts = 1
            enters = \"people\"
            "
        )))
}

#[test]
fn graduates_come_after_three_stages_of_equal_length() {
    for (students, delay) in [(400.0, 2.0), (900.0, 1.0)] {
        let study = university(students, delay, "6 years", "year");
        for year in [1_usize, 2, 4, 6] {
            let (t, mean) = (f64::from(year as u32), delay / 3.0);
            // Students in minus those in the pipeline: the integral of the Erlang distribution function.
            let n = 20_000;
            let share = |x: f64| 1.0 - (-x).exp() * (1.0 + x + x * x / 2.0);
            let sum: f64 = (0..n).map(|k| share((f64::from(k) + 0.5) / f64::from(n) * t / mean)).sum();
            let wanted = students * t * sum / f64::from(n);
            close(study.mean("graduates", year - 1), wanted, 0.02 * students * t);
        }
        // Little: in the steady state students × delay are in the pipeline.
        let (a, b) = (study.mean("graduates", 4), study.mean("graduates", 5));
        close(b - a, students, 0.02 * students);
        close(students * 6.0 - b, students * delay, 0.05 * students * delay);
    }
}

#[test]
fn of_a_year_s_students_so_many_are_out_after_half_the_mean_delay_after_all_of_it_and_after_twice_as_long() {
    let (a_year, delay) = (10_000.0, 2.0);
    let study = university(a_year, delay, "5 years", "tick");
    // The same number enters every week, so the weekly graduates show the share of a year's students that has
    // graduated.
    for (delays, listed) in [(0.5, 0.1912), (1.0, 0.5768), (2.0, 0.9380)] {
        let week = (delays * delay * 365.25 / 7.0_f64).round() as usize;
        let out = study.mean("graduates", week + 3) - study.mean("graduates", week - 5);
        close(out / (8.0 * 7.0 / 365.25 * a_year), listed, 0.01);
    }
}

#[test]
fn a_steady_flow_of_content_holds_an_audience() {
    for (content, half, cools) in [(20.0, 10.0, 30.4375), (5.0, 20.0, 91.3125)] {
        let study = world(
            "1 week",
            "3 years",
            "year",
            &format!(
                "
                [hub]
                hours = {content}
                costs = {{ content = 1 }}
                worth = {{ traffic = 1 }}
                [organisation.press]
                joined_at_start = 1
                period = \"7 days\"
                hours = 1000
                costs = {{ traffic = 1 }}
                worth = {{ content = 4 }}
                [organisation.press.as.traffic]
                audience = 5000
                half = {half}
                cools = \"{cools} days\"
                "
            ),
        );
        let heat = content * cools / 30.4375;
        close(study.mean("traffic", study.last()), 5000.0 * heat / (heat + half), 25.0);
    }
}

#[test]
fn money_comes_round_after_round_as_milestones_are_met() {
    for (members, first, step, rounds) in [(100, 60.0, 3.0, 1.0), (100, 30.0, 3.0, 2.0), (100, 101.0, 3.0, 0.0)] {
        let study = run(&(opening("1 week", "3 years", 1, "year")
            + &format!(
                "
                [segment.people]
                people = 1000
                members_at_start = {members}
                [budget]
                pools = {{ all = 1.0 }}
                [organisation.fund]
                joined_at_start = 1
                [organisation.fund.as.investor]
                members = {first}
                step = {step}
                rounds = 5
                tranche = 1000
                grows = 2
                "
            )));
        // 1000, 2000, 4000 …
        let wanted = 1000.0 * (2.0_f64.powf(rounds) - 1.0);
        assert_eq!(study.mean("capital", study.last()), wanted);
    }
}

/// Partners who trade code for support with a hub of limited hours; a unit of support saves them a number of hours.
fn trade(hub: u32, number: u32, spares: u32, more: &str) -> String {
    format!(
        "
        [hub]
        hours = {hub}
        costs = {{ support = 1 }}
        worth = {{ code = 1 }}
        [organisation.partners]
        number = {number}
        joined_at_start = {number}
        hours = 100
        costs = {{ code = 1 }}
        worth = {{ support = {spares} }}
        {more}
        "
    )
}

/// Number of partners left after four years, and the moat then.
fn kept(commitment: f64, bid: f64) -> (f64, f64) {
    let more = format!(
        "
        commitment = {commitment}
        [organisation.partners.as.partner]
        [organisation.rival]
        joined_at_start = 1
        [organisation.rival.as.rival]
        bid = {bid}
        "
    );
    let text = trade(1000, 8, 2, &more);
    let study = world("1 week", "4 years", "year", &text);
    let last = study.last();
    let (inside, potential) = (study.mean("inside:partners", last), study.mean("potential:support", last));
    assert_eq!(potential.is_nan(), inside == 0.0, "only those who have not gone trade");
    (inside, study.mean("moat", last))
}

#[test]
fn a_bid_takes_partners_whom_nothing_binds() {
    // Terms √(1/2 · 1) of support for a unit of code: a partner gains 2·√½ − 1 = .41 of its hours.
    assert_eq!(kept(1e9, 0.40).0, 8.0);
    let (inside, moat) = kept(1e9, 0.43);
    assert!(inside == 0.0 && moat.is_nan());
    // A hundred hours a month into the relation: after a few months more than half of the bid is lost in switching.
    assert_eq!(kept(200.0, 0.43).0, 8.0);
    for commitment in [200.0, 9600.0] {
        close(kept(commitment, 0.0).1, 4800.0 / (4800.0 + commitment), 0.005);
    }
}

#[test]
fn too_many_partners_find_too_little() {
    let gain = |number: u32| {
        let text = trade(600, number, 4, "[organisation.partners.as.partner]");
        let study = world("1 week", "1 year", "tick", &text);
        let last = study.last();
        assert!(study.mean("gave:support", last) <= 600.0 * (1.0 + 1e-9), "the hub works no more than it can");
        (study.mean("gain:partners", last), study.mean("hub-rationed", last))
    };
    let (few, full) = gain(6);
    let (many, short) = gain(48);
    // Terms √(¼ · 1): a hundred units of code for fifty of support, worth two hundred hours: as much gain as there are hours.
    assert_eq!((few, full), (1.0, 1.0));
    // Forty-eight ask for 2400 hours of 600.
    close(many, 0.25, 1e-12);
    close(short, 0.25, 1e-12);
}
