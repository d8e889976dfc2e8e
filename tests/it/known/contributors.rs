//! Contributors: clocks of their own, and what review makes of their work.

use super::{members, metronome, opening};
use crate::study::{Study, close, mean, run, sd};

/// People who all contribute for the first time within three weeks.
fn engaged(people: u32, horizon: &str, tick: &str, engagement: &str, more: &str) -> Study {
    let text = opening(tick, horizon, 1, "tick")
        + &members(people)
        + &metronome(1.0 / 21.0)
        + "[action.code]\ncontribution = true\n"
        + &format!(
            "[mechanism.engagement]\ncore = 0\nextra = 0\nrate_spread = 0\ncomeback = \"0 per year\"\n{engagement}\n"
        )
        + more;
    run(&text)
}

fn merged(study: &Study) -> Vec<f64> {
    study.ensemble.runs[0][0].cohorts.iter().map(|c| f64::from(c.merged)).collect()
}

#[test]
fn the_share_that_comes_once_is_the_mean_chance_of_stopping() {
    for (a, b) in [(0.70, 0.38), (2.0, 3.0), (0.3, 1.2)] {
        let engagement = format!("rate = \"40 per year\"\ndrop_alpha = {a}\ndrop_beta = {b}");
        let study = engaged(6_000, "2 years", "1 week", &engagement, "");
        let deeds = merged(&study);
        assert_eq!(deeds.len(), 6_000);
        let share = |n: f64| deeds.iter().filter(|d| **d == n).count() as f64 / 6_000.0;
        close(share(1.0), a / (a + b), 0.02);
        // Twice: stayed once, then stopped.
        close(share(2.0), a * b / ((a + b) * (a + b + 1.0)), 0.02);
    }
}

#[test]
fn deeds_of_equals_who_never_stop_are_poisson() {
    for (rate, years) in [(10.0, 2.0), (25.0, 1.0)] {
        let engagement = format!("rate = \"{rate} per year\"\ndrop_alpha = 0.01\ndrop_beta = 1000");
        let horizon = format!("{} days", 21.0 + 365.25 * years);
        let deeds = merged(&engaged(3_000, &horizon.replace(".25", "").replace(".5", ""), "1 day", &engagement, ""));
        let later: Vec<f64> = deeds.iter().map(|d| d - 1.0).collect();
        close(mean(&later), rate * years, 0.05 * rate * years);
        close(sd(&later).powi(2) / mean(&later), 1.0, 0.1);
    }
}

fn reviewed(hours: f64, more: &str) -> Study {
    let engagement = "rate = \"26 per year\"\ndrop_alpha = 1\ndrop_beta = 4";
    let review = format!("[mechanism.review]\nhours = {hours}\npatience = \"56 days\"\n{more}");
    let text = opening("1 week", "2 years", 1, "tick")
        + &members(600)
        + &metronome(1.0 / 21.0)
        + "[action.code]\ncontribution = true\nreviewed = true\nreview_hours = 1\n"
        + &format!("[mechanism.engagement]\ncore = 0\nextra = 0\ncomeback = \"0 per year\"\n{engagement}\n")
        + &review;
    run(&text)
}

#[test]
fn with_hours_to_spare_everything_merges_at_once_and_with_none_it_is_given_up() {
    let ample = reviewed(10_000.0, "");
    for row in 0..=ample.last() {
        assert_eq!(ample.mean("contributions", row), ample.mean("deeds:code", row));
        assert_eq!(ample.mean("review-queue", row), 0.0);
        assert_eq!(ample.mean("review-wait", row), 0.0);
    }
    assert_eq!(ample.mean("abandoned", ample.last()), 0.0);
    let none = reviewed(0.0, "");
    let deeds = none.series("deeds:code");
    let abandoned = none.series("abandoned");
    assert_eq!(none.series("contributions").iter().sum::<f64>(), 0.0);
    for row in 0..=none.last() {
        // Eight weeks of patience.
        let old: f64 = deeds[..(row + 1).saturating_sub(8)].iter().sum();
        assert_eq!(abandoned[row], old);
        assert_eq!(none.mean("review-queue", row), deeds[..=row].iter().sum::<f64>() - old);
    }
}

#[test]
fn reviewers_merge_as_much_as_their_hours_allow() {
    for hours in [20.0, 45.0] {
        let study = reviewed(hours, "");
        let merged = study.series("contributions");
        let queue = study.series("review-queue");
        assert!(merged.iter().all(|n| *n <= hours));
        for row in 4..12 {
            assert!(queue[row] > 0.0);
            assert_eq!(merged[row], hours);
        }
    }
}

#[test]
fn a_slow_first_response_loses_contributors() {
    let engaged = |hours: f64, slow: f64| {
        let study = reviewed(hours, &format!("slow = {slow}\n"));
        study.mean("engaged-contributors", study.last())
    };
    for hours in [15.0, 30.0] {
        assert!(engaged(hours, 2.0) < 0.9 * engaged(hours, 0.0), "{hours}");
        assert!(engaged(hours, 0.5) < engaged(hours, 0.0));
    }
    assert_eq!(engaged(10_000.0, 2.0), engaged(10_000.0, 0.0));
}

#[test]
fn reviewers_burn_out_only_when_hours_are_short() {
    let exits = |hours: f64, burnout: f64| {
        let engagement = "rate = \"26 per year\"\ncore_rate = \"26 per year\"\ncore_spread = 0\ncore_deeds = 1";
        let more = format!("reviewed = true\n[mechanism.review]\nhours = {hours}\nburnout = {burnout}\n");
        let text = opening("1 week", "2 years", 2, "quarter")
            + &members(500)
            + &metronome(1.0 / 21.0)
            + &format!("[mechanism.engagement]\ncore = 1\ncomeback = \"0 per year\"\n{engagement}\n")
            + "[action.code]\ncontribution = true\n"
            + &more;
        let study = run(&text);
        (study.mean("burnout-exits", study.last()), study.mean("engaged-contributors", study.last()))
    };
    let (none, whole) = exits(10_000.0, 1.0);
    assert_eq!(none, 0.0);
    let (some, left) = exits(40.0, 1.0);
    let (more, fewer) = exits(40.0, 3.0);
    assert!(some > 5.0 && more > some, "{some} {more}");
    assert!(left < whole && fewer < left);
    assert_eq!(exits(40.0, 0.0), (0.0, whole));
}
