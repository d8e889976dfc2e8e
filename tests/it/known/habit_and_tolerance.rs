//! Habit and tolerance: growth by repetition, and decay without it.

use super::{members, metronome, opening};
use crate::study::{close, run};

fn daily(speed: f64, campaigns: &str) -> Vec<f64> {
    let paid = metronome(0.0).replace("paid = \"0 per year\"", "paid = \"1 per day\"");
    let habit = format!("[mechanism.habit]\nspeed = {speed}\nspeed_spread = 0\n");
    run(&(opening("1 day", "280 days", 1, "tick") + &members(3) + &paid + &habit + campaigns)).series("mean-habit")
}

/// The day on which habit reaches 95 %.
fn formed(habit: &[f64]) -> f64 {
    1.0 + habit.iter().position(|&h| h >= 0.95).expect("a habit forms") as f64
}

#[test]
fn a_habit_forms_in_as_many_days_as_were_measured() {
    for (speed, day) in [(0.1664, 18.0), (0.045_39, 66.0), (0.011_79, 254.0), (0.09, 33.3)] {
        let habit = daily(speed, "[campaign.course]\n");
        close(formed(&habit), day, 1.0);
        close(habit[9], 1.0 - (-10.0 * speed).exp(), 1e-5);
    }
}

#[test]
fn one_missed_day_does_not_matter() {
    for (speed, missed) in [(0.045_39, 10), (0.045_39, 45), (0.011_79, 28), (0.1664, 12)] {
        let day = |n: u32| format!("2027-{:02}-{:02}", if n > 27 { 2 } else { 1 }, if n > 27 { n - 27 } else { n + 4 });
        let two = format!("[campaign.one]\nuntil = {}\n[campaign.two]\nfrom = {}\n", day(missed), day(missed + 1));
        let (whole, gapped) = (daily(speed, "[campaign.course]\n"), daily(speed, &two));
        assert!(gapped[missed as usize] < whole[missed as usize]);
        close(gapped[missed as usize], whole[missed as usize], speed);
        close(formed(&gapped), formed(&whole), 1.0);
    }
}

fn rewarded(tick: &str, a_day: f64, gain: f64, recovery: f64, horizon: &str, more: &str) -> Vec<f64> {
    let paid = metronome(0.0).replace("paid = \"0 per year\"", &format!("paid = \"{a_day} per day\""));
    let tolerance = format!("[mechanism.tolerance]\ngain = {gain}\nrecovery = \"{recovery} days\"\n");
    let rules = "[action.answer]\n[prize.answer]\n";
    run(&(opening(tick, horizon, 1, "tick") + rules + &members(3) + &paid + &tolerance + more)).series("mean-tolerance")
}

#[test]
fn tolerance_settles_where_the_rate_of_rewards_says_whatever_the_tick() {
    let cases =
        [(1.0, 0.05, 30.0, 0.600), (3.0, 0.05, 30.0, 0.818), (10.0, 0.05, 30.0, 0.938), (2.0, 0.02, 60.0, 2.4 / 3.4)];
    for (a_day, gain, recovery, wanted) in cases {
        for tick in ["1 day", "1 week"] {
            let tol = rewarded(tick, a_day, gain, recovery, "700 days", "[campaign.always]\n");
            close(*tol.last().unwrap(), wanted, 0.02 * wanted);
        }
    }
}

#[test]
fn abstention_halves_tolerance_in_its_half_life() {
    for (recovery, half) in [(30.0_f64, 20.8), (60.0, 41.6)] {
        let campaign = "[campaign.party]\nuntil = 2027-10-04\n";
        let tol = rewarded("1 day", 3.0, 0.05, recovery, "420 days", campaign);
        // Day 273 is the first without deeds; the last deeds are felt on it.
        let (from, to) = (280, 380);
        let measured = (to - from) as f64 * std::f64::consts::LN_2 / (tol[from] / tol[to]).ln();
        close(measured, half, 0.02 * half);
        let ninety = (to - from) as f64 * std::f64::consts::LN_10 / (tol[from] / tol[to]).ln();
        close(ninety, recovery * 10.0_f64.ln(), 0.02 * ninety);
    }
}
