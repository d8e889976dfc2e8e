//! Windows: a ladder counts exactly the deeds that were done, for any width of its windows and any date of change.

use super::{by_chance, members, metronome, opening};
use crate::study::run;

/// Whether a number of deeds falls in a window that ends with a day: windows of up to 24 days store each day, wider
/// ones 24 equal parts.
fn holds(deeds: &[f64], day: usize, within: f64, asked: f64) -> bool {
    let part = (within / 24.0).max(1.0);
    let bucket = |day: usize| (day as f64 / part).floor();
    let in_window = |past: &usize| bucket(day) - bucket(*past) < (within / part).round();
    (0..=day).filter(in_window).map(|past| deeds[past]).sum::<f64>() >= asked
}

#[test]
fn a_window_that_is_widened_or_narrowed_on_a_date_counts_what_was_done() {
    for windows in [[(6, 5), (60, 42), (3, 2)], [(90, 60), (5, 4), (20, 14)]] {
        let [(first, asked), ..] = windows;
        let mut text = opening("1 day", "150 days", 12, "tick")
            + &members(1)
            + &by_chance(0.7)
            + &format!(
                r#"
                [action.answer]
                [ladder.answers.tier.busy]
                entry = {{ deeds = {asked}, within = "{first} days" }}
                review = {{ every = "1 day", keep_deeds = {asked}, otherwise = "exit" }}
                "#
            );
        for (k, day) in [(1, "2027-03-05"), (2, "2027-04-24")] {
            let (within, asked) = windows[k];
            text += &format!(
                r#"
                [intervention.change-{k}]
                on = {day}
                [intervention.change-{k}.set]
                "ladder.answers.tier.busy.entry.within" = "{within} days"
                "ladder.answers.tier.busy.entry.deeds" = {asked}
                "ladder.answers.tier.busy.review.keep_deeds" = {asked}
                "#
            );
        }
        let study = run(&text);
        for replicate in 0..12 {
            let rows = 0..=study.last();
            let deeds: Vec<f64> = rows.clone().map(|row| study.counted(0, "deeds", row)[replicate]).collect();
            let holders: Vec<f64> = rows.map(|row| study.values(0, "holders:answers.busy", row)[replicate]).collect();
            for day in 0..=study.last() {
                // The changes are after 60 and 110 days.
                let (within, asked) = windows[usize::from(day >= 60) + usize::from(day >= 110)];
                let wanted = holds(&deeds, day, f64::from(within), f64::from(asked));
                assert_eq!(holders[day] == 1.0, wanted, "day {day} of replicate {replicate}, {within} days");
            }
        }
    }
}

#[test]
fn a_day_stays_a_day_beside_a_year() {
    let text = opening("1 day", "60 days", 1, "tick")
        + &members(5)
        + &metronome(0.5)
        + r#"
        [action.answer]
        [ladder.answers.tier.today]
        entry = { deeds = 1, within = "1 day" }
        review = { every = "1 day", keep_deeds = 1, otherwise = "exit" }
        [ladder.answers.tier.year]
        from = "today"
        entry = { deeds = 1000, within = "1 year" }
        "#;
    let study = run(&text);
    let (deeds, holders) = (study.counts("deeds"), study.series("holders:answers.today"));
    assert!(deeds.contains(&0.0) && deeds.contains(&5.0));
    assert_eq!(deeds, holders);
}
