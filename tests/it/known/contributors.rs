//! Contributors: personal clocks, and the effect of review on their work.

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
        assert_eq!(ample.count("contributions", row), ample.count("deeds:code", row));
        assert_eq!(ample.mean("review-queue", row), 0.0);
        assert_eq!(ample.mean("review-wait", row), 0.0);
    }
    assert_eq!(ample.mean("abandoned", ample.last()), 0.0);
    let none = reviewed(0.0, "");
    let deeds = none.counts("deeds:code");
    let abandoned = none.series("abandoned");
    assert_eq!(none.counts("contributions").iter().sum::<f64>(), 0.0);
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
        let merged = study.counts("contributions");
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

/// Deeds of contributors with two contributions in two years, whose clocks run fortnightly.
fn two_contributions(more: &str) -> (f64, f64) {
    let engagement = "rate = \"26 per year\"\ndrop_alpha = 0.01\ndrop_beta = 1000";
    let docs = format!("[action.docs]\ncontribution = true\neffort = 1\n{more}");
    let study = engaged(400, "2 years", "1 week", engagement, &docs);
    let total = |metric: &str| study.counts(metric).iter().sum::<f64>();
    (total("deeds:code"), total("deeds:docs"))
}

#[test]
fn what_one_contribution_gains_is_done_more_and_speeds_the_clock_by_its_share() {
    let (code, docs) = two_contributions("");
    close(docs / code, 1.0, 0.04);
    for (gain, cost) in [(1.0_f64, 172), (2.0, 639)] {
        // felt · ln(1 + cost / hour) logits, for one hour's work.
        let paid = format!(
            "[prize.docs]\ncost = {cost}\npool = \"things\"\nrelief = 0\n\
             [budget]\ntotal = 900_000_000\nfelt = 1\npools = {{ things = 1.0 }}\n"
        );
        let (code_then, docs_then) = two_contributions(&paid);
        close(docs_then / code_then, gain.exp(), 0.05 * gain.exp());
        let times = (1.0 + gain.exp()) / 2.0;
        close((code_then + docs_then) / (code + docs), times, 0.03 * times);
    }
}

#[test]
fn nobody_makes_a_contribution_that_is_not_open_to_them() {
    let (code, docs) = two_contributions("who = [\"others\"]\n[segment.others]\npeople = 10\n");
    assert!(code > 10_000.0);
    assert_eq!(docs, 0.0);
}

#[test]
fn every_deed_of_a_first_spell_is_counted() {
    let engagement = "first_kept = 1\ndrop_alpha = 1000\ndrop_beta = 0.01";
    let spells = opening("1 week", "1 year", 1, "tick")
        + &members(2_000)
        + &metronome(1.0 / 21.0)
        + "[action.code]\ncontribution = true\n[mechanism.engagement]\ncore = 0\nextra = 3\nextra_spread = 0\n"
        + &format!("comeback = \"0 per year\"\n{engagement}\n");
    let study = run(&spells);
    let total = |metric: &str| study.counts(metric).iter().sum::<f64>();
    close(total("deeds:code"), 4.0 * 2_000.0, 200.0);
    assert_eq!(total("deeds:code"), total("contributions"));
    assert_eq!(total("deeds"), total("contributions"));
}

/// Seats, prizes and money of a community in which only staff contribute.
fn staffed(staff: &str) -> (f64, f64) {
    let text = opening("1 week", "1 year", 1, "tick")
        + &members(300)
        + &metronome(1.0 / 21.0)
        + &format!(
            r#"
            [action.use]
            [action.code]
            contribution = true
            appeal = -30
            [mechanism.engagement]
            staff = 6
            staff_departure = "0 per year"
            [prize.code]
            cost = 5
            pool = "things"
            [ladder.roles]
            actions = ["code"]
            {staff}
            [ladder.roles.tier.member]
            entry = {{ deeds = 1, within = "26 weeks" }}
            benefit = {{ cash = "10 per month", pool = "things" }}
            [budget]
            total = 1_000_000
            pools = {{ things = 1.0 }}
            "#
        );
    let study = run(&text);
    assert!(study.counts("deeds:code").iter().sum::<f64>() > 100.0);
    (study.mean("holders:roles.member", study.last()), study.mean("money-paid", study.last()))
}

#[test]
fn those_who_are_paid_to_contribute_take_nobodys_place_prize_or_money() {
    assert_eq!(staffed(""), (0.0, 0.0));
    let (seats, money) = staffed("staff = \"may-hold-seats\"");
    assert_eq!(seats, 6.0);
    // Ten a month for each, and no prize.
    assert!(money > 500.0 && money <= 720.0, "{money}");
}
