//! Ladders: the number of people on each tier, and the chain of promotions after one exit.

use super::{by_chance, members, opening};
use crate::study::{close, mean, run};

const NAMES: [&str; 6] = ["one", "two", "three", "four", "five", "six"];

/// A ladder of constant chances, up and down, a week.
fn chances(up: &[f64], down: &[f64], horizon: &str, replicates: u32) -> String {
    let mut text = opening("1 week", horizon, replicates, "quarter") + &members(1_000);
    for (k, (up, down)) in up.iter().zip(down).enumerate() {
        let name = NAMES[k];
        text += &format!("[ladder.roles.tier.{name}]\n");
        if k > 0 {
            text += &format!("from = \"{}\"\n", NAMES[k - 1]);
        }
        text += &format!("entry = {{ chance = {up}, every = \"1 week\" }}\n");
        text += &format!("review = {{ every = \"1 week\", chance = {down} }}\n");
    }
    text
}

/// Shares of people in the open community and on each tier, over the second half of the runs.
fn stocks(up: &[f64], down: &[f64], horizon: &str, replicates: u32) -> Vec<f64> {
    let study = run(&chances(up, down, horizon, replicates));
    let share = |tier: &&str| {
        let from = study.last() / 2;
        let rows: Vec<f64> = (from..=study.last()).map(|r| study.mean(&format!("holders:roles.{tier}"), r)).collect();
        mean(&rows) / 1_000.0
    };
    let steps: Vec<f64> = NAMES[..up.len()].iter().map(share).collect();
    std::iter::once(1.0 - steps.iter().sum::<f64>()).chain(steps).collect()
}

#[test]
fn stocks_are_those_of_a_birth_and_death_process() {
    // Chances of a period, a tenth of them a date: what may happen twice on one date then hardly counts.
    let cases: [(&[f64], &[f64], &[f64]); 2] = [
        (&[0.005, 0.003, 0.002], &[0.010, 0.008, 0.006], &[0.5714, 0.2857, 0.1071, 0.0357]),
        (&[0.005, 0.002], &[0.010, 0.010], &[0.625, 0.3125, 0.0625]),
    ];
    for (up, down, wanted) in cases {
        for (found, wanted) in stocks(up, down, "40 years", 16).into_iter().zip(wanted) {
            close(found, *wanted, 0.005);
        }
    }
}

#[test]
fn where_chances_are_large_a_date_takes_down_first_and_then_up() {
    let cases: [(&[f64], &[f64]); 2] =
        [(&[0.05, 0.03, 0.02], &[0.10, 0.08, 0.06]), (&[0.3, 0.2, 0.1, 0.4], &[0.2, 0.3, 0.25, 0.5])];
    for (up, down) in cases {
        // Who has come down may come up on the same date, so what rises is u times the stocks in between: with the chances of the first,
        // .566, .298, .104, .032, where one change a period would give .571, .286, .107, .036.
        let mut wanted = vec![1.0 / (up.len() + 1) as f64; up.len() + 1];
        for _ in 0..5_000 {
            for (k, down) in down.iter().enumerate() {
                let falls = wanted[k + 1] * down;
                wanted[k + 1] -= falls;
                wanted[k] += falls;
            }
            for (k, up) in up.iter().enumerate().rev() {
                let rises = wanted[k] * up;
                wanted[k] -= rises;
                wanted[k + 1] += rises;
            }
        }
        for (found, wanted) in stocks(up, down, "20 years", 8).into_iter().zip(&wanted) {
            close(found, *wanted, 0.005);
        }
    }
}

/// A ladder with seats that is filled from within and left only at the top.
fn chain(seats: &[u32]) -> String {
    let mut text = opening("1 week", "6 years", 2, "quarter") + &members(500);
    for (k, seats) in seats.iter().enumerate() {
        let name = NAMES[k];
        text += &format!("[ladder.roles.tier.{name}]\nentry = {{ seats = {seats} }}\n");
        if k > 0 {
            text += &format!("from = \"{}\"\n", NAMES[k - 1]);
        }
    }
    text += "exit = { chance = \"1 per year\" }\n";
    text
}

#[test]
fn one_exit_at_the_top_moves_as_many_people_as_there_are_steps() {
    for seats in [vec![9, 6, 4], vec![30, 20, 10, 8, 5], vec![7]] {
        let study = run(&chain(&seats));
        for replicate in 0..2 {
            let total = |what: &str, row: usize| -> f64 {
                let of = |k: usize| study.values(0, &format!("{what}:roles.{}", NAMES[k]), row)[replicate];
                (0..seats.len()).map(of).sum()
            };
            let last = study.last();
            let moves = total("entered", last) - total("entered", 1);
            let exits = total("exited", last) - total("exited", 1);
            assert!(exits > 10.0, "{exits}");
            assert_eq!(moves, seats.len() as f64 * exits);
            assert_eq!(total("holders", last), f64::from(seats.iter().sum::<u32>()));
        }
    }
}

#[test]
fn a_tier_never_holds_more_than_its_seats_and_takes_the_best() {
    let text = opening("1 week", "1 year", 2, "tick")
        + &members(300)
        + &by_chance(0.3)
        + "[action.answer]\n[ladder.roles.tier.one]\nentry = { deeds = 5, within = \"26 weeks\", seats = 20, rank_by = \"deeds\" }\nexit = { term = \"8 weeks\" }\n";
    let study = run(&text);
    let holders = study.series("holders:roles.one");
    assert!(holders.iter().all(|&n| n <= 20.0));
    assert_eq!(holders.iter().copied().fold(0.0, f64::max), 20.0);
}

#[test]
fn who_does_not_keep_up_loses_the_place_and_only_then() {
    let ladder = "[action.answer]\n[ladder.roles.tier.one]\nentry = { deeds = 2, within = \"4 weeks\" }\n\
                  review = { every = \"8 weeks\", keep_deeds = 2, otherwise = \"exit\" }\n";
    for (a_day, stays) in [(1.0, true), (0.25, true), (0.05, false)] {
        // People with one deed in four days do seven in a window, never fewer than two.
        let triggers = super::metronome(a_day);
        let text = opening("1 week", "1 year", 1, "quarter") + &members(20) + &triggers + ladder;
        let study = run(&text);
        let exited = study.mean("exited:roles.one", study.last());
        let entered = study.mean("entered:roles.one", study.last());
        assert_eq!(exited == 0.0, stays, "{a_day}: {exited} of {entered}");
        assert_eq!(entered > 0.0, stays || exited > 0.0);
    }
}

#[test]
fn whom_a_tier_begins_with_goes_evenly_over_its_first_term() {
    // Nearly all have contributed for longer than a term, so the share left is the remaining share of the term.
    for (from, begins) in [("", 0), ("\n[treatment.later]\nfrom = 2027-07-05\n\"ladder.roles\" = \"on\"\n", 26)] {
        let off = if from.is_empty() { "" } else { "off = true\n" };
        let people =
            members(4_000).replace("ages_at_start = \"new\"", "contributors_at_start = 1000\nhistory = \"100 years\"");
        let text = opening("1 week", "90 weeks", 2, "tick")
            + &people
            + "[mechanism.engagement]\nstaff = 0\ncore = 0\nrate = \"36 per year\"\nrate_spread = 0\ndrop_alpha = 0.01\ndrop_beta = 1000\n[action.code]\ncontribution = true\n"
            + &format!(
                "[ladder.roles]\n{off}[ladder.roles.tier.one]\nholders_at_start = 400\nentry = {{ deeds = 1e9 }}\nexit = {{ term = \"1 year\" }}\n{from}"
            );
        let study = run(&text);
        let held = |row: usize| mean(&study.values(usize::from(begins > 0), "holders:roles.one", row));
        if begins > 0 {
            assert_eq!(held(begins - 2), 0.0);
        }
        for (weeks, left) in [(13, 0.75), (26, 0.5), (39, 0.25), (54, 0.0)] {
            close(held(begins + weeks - 1), 400.0 * left, 30.0);
        }
    }
}

#[test]
fn whoever_has_served_stands_among_the_emeriti_as_far_as_there_is_room() {
    let served = |emeriti: &str| {
        let text = opening("1 week", "60 weeks", 2, "tick")
            + &members(500)
            + &by_chance(0.2)
            + &format!(
                r#"
                [action.answer]
                [ladder.roles.tier.council]
                entry = {{ deeds = 5, within = "26 weeks", seats = 20, rank_by = "deeds" }}
                exit = {{ term = "8 weeks", to = "emeritus" }}
                [ladder.roles.tier.emeritus]
                entry = {{ chance = 0, {emeriti} }}
                "#
            );
        let study = run(&text);
        let of = |metric: &str| study.mean(metric, study.last());
        (of("holders:roles.emeritus"), of("entered:roles.emeritus"), of("exited:roles.council"))
    };
    let (stand, came, went) = served("every = \"1 week\"");
    assert!(went >= 100.0 && stand == went && came == went, "{stand} {came} {went}");
    // No seat of thirty becomes free; the rest leave the ladder.
    let (stand, came, went) = served("seats = 30");
    assert!(stand == 30.0 && came == 30.0 && went > 100.0, "{stand} {came} {went}");
}

#[test]
fn a_tier_that_is_promised_spurs_before_it_opens_and_lets_nobody_in() {
    let with = |tier: &str, on: &str| {
        run(&(opening("1 week", "1 year", 2, "tick")
            + &members(2_000)
            + &by_chance(0.05)
            + &format!(
                r#"
                [action.answer]
                [mechanism.effort]
                responders = 1
                sharpness = 0.001
                form = "linear"
                cost = 0.3
                [ladder.roles.tier.fellow]
                entry = {{ deeds = 9, {tier} }}
                [ladder.roles.tier.fellow.benefit]
                esteem = 5
                {on}
                "#
            )))
    };
    let opens = "opens = 2027-07-05";
    let (promised, sudden) = (
        with(opens, ""),
        with(
            "within = \"1 year\"",
            "[ladder.roles]\noff = true\n[intervention.begins]\non = 2027-07-05\nset = { \"ladder.roles\" = \"on\" }",
        ),
    );
    for row in [5, 15, 25] {
        assert_eq!(promised.mean("holders:roles.fellow", row), 0.0);
        assert_eq!(sudden.mean("mean-intensity", row), 1.0);
    }
    let early = promised.mean("mean-intensity", 15);
    assert!(early > 1.05, "{early}");
    // Doubt lowers it as it lowers any promise.
    let doubted = with(opens, "belief = 0.5").mean("mean-intensity", 15);
    assert!(doubted < early, "{doubted} {early}");
    let both = [&promised, &sudden].map(|study| study.mean("holders:roles.fellow", 30));
    assert!(both[0] > both[1] && both[1] >= 0.0, "{both:?}");
}
