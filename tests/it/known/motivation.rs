//! Motivation: the effect of pay, and how long it lasts.

use super::{by_chance, members, opening};
use crate::study::{Study, close, run};

const KINDS: [&str; 5] = ["engagement", "completion", "performance", "none", "praise"];

/// A year of prizes of each kind, then free choice; the last design is never paid.
fn paid_then_free(recovery: f64, speed: f64) -> Study {
    let mut text = opening("1 week", "4 years", 4, "month")
        + &members(4_000)
        + &by_chance(0.5)
        + &format!(
            r#"
            [action.answer]
            [action.rest]
            [prize.bonus]
            action = "answer"
            [mechanism.crowding]
            recovery = "{recovery} days"
            speed = {speed}
            [intervention.free-choice]
            on = 2028-01-03
            set = {{ "prize.bonus" = "off" }}
            "#
        );
    for kind in KINDS {
        text += &format!("[treatment.{kind}-kind]\n\"prize.bonus.controlling\" = \"{kind}\"\n");
    }
    text += "[treatment.never]\n\"prize.bonus\" = \"off\"\n";
    run(&text)
}

/// The mean of a metric over the replicates of a design.
fn at(study: &Study, design: usize, metric: &str, rows: std::ops::Range<usize>) -> f64 {
    let n = rows.len() as f64;
    rows.map(|row| crate::study::mean(&study.values(design, metric, row))).sum::<f64>() / n
}

#[test]
fn after_pay_ends_people_do_less_than_those_who_never_had_it_and_praise_does_the_reverse() {
    for (recovery, speed) in [(180.0, 0.2), (365.0, 0.1)] {
        let study = paid_then_free(recovery, speed);
        let never = KINDS.len() + 1;
        for metric in ["mean-motivation", "deeds:answer"] {
            let after: Vec<f64> = (1..=never).map(|design| at(&study, design, metric, 13..16)).collect();
            let (paid, none) = (&after[..5], after[5]);
            assert!(paid.windows(2).all(|w| w[0] < w[1]), "{metric}: {paid:?}");
            close(paid[3], none, 0.02 * none);
            assert!(paid[2] < 0.95 * none && paid[4] > 1.1 * none, "{metric}: {paid:?} {none}");
        }
        // It returns with the recovery time, so it is nearly whole after years.
        for design in 1..=5 {
            let early = at(&study, design, "mean-motivation", 14..15) - 1.0;
            let late = at(&study, design, "mean-motivation", 20..21) - 1.0;
            close(late, early * (-6.0 * 30.4375 / recovery).exp(), 0.003);
        }
        let (before, end) = (at(&study, 1, "deeds:answer", 13..16), at(&study, 1, "deeds:answer", 45..48));
        assert!(end > before && end < 1.03 * at(&study, never, "deeds:answer", 45..48));
    }
}

#[test]
fn many_rewards_bring_motivation_to_the_effect_that_was_measured() {
    // Free-choice behaviour in 128 studies: d = −.40, −.36, −.28 and +.33.
    for (kind, effect) in [("engagement", -0.40_f64), ("completion", -0.36), ("performance", -0.28), ("praise", 0.33)] {
        let text = opening("1 day", "60 days", 1, "tick")
            + &members(500)
            + &super::metronome(3.0)
            + &format!(
                "[action.answer]\n[prize.answer]\ncontrolling = \"{kind}\"\n[mechanism.crowding]\nrecovery = \"100 years\"\nspeed = 0.3\n"
            );
        let study = run(&text.replace("100 years", "36000 days"));
        close(study.mean("mean-motivation", study.last()).ln(), effect, 0.01);
        let other =
            run(&text.replace("100 years", "36000 days").replace("speed = 0.3", "speed = 0.3\nengagement = 0.8"));
        let found = other.mean("mean-motivation", other.last()).ln();
        close(found, if kind == "engagement" { -0.8 } else { effect }, 0.01);
    }
}

#[test]
fn challenge_that_meets_skill_raises_motivation_most() {
    let felt = |skill: f64, challenge: f64, effort: f64, width: f64| {
        let text = opening("1 day", "12 days", 1, "tick")
            + &members(3)
            + &super::metronome(1.0)
            + &format!(
                r#"
                [action.task]
                effort = {effort}
                challenge = {challenge}
                [mechanism.knowledge]
                flow = "0 per year"
                at_start = {skill}
                per_deed = 0
                [mechanism.achievement]
                width = {width}
                gain = 0.02
                relief = 0
                "#
            );
        // The first success is felt in the second tick.
        run(&text).series("mean-motivation")[1] - 1.0
    };
    for (skill, width) in [(0.5, 0.25), (0.4, 0.15)] {
        let most = felt(skill, skill, 2.0, width);
        close(most, 0.02 * 3.0_f64.ln(), 1e-6);
        for apart in [0.1, 0.2, 0.35] {
            let wanted = most * (-0.5 * (apart / width).powi(2)).exp();
            close(felt(skill, skill + apart, 2.0, width), wanted, 1e-6);
            close(felt(skill, skill - apart, 2.0, width), wanted, 1e-6);
        }
        assert_eq!(felt(skill, skill, 0.0, width), 0.0);
    }
}

/// Shares of people who are active in a month and who are still members, before and after rewards stop for some: for
/// people who respond to a challenge, or to prizes.
fn kept(challenge: bool, rate: f64, pull: f64, most: f64, stop: &str) -> [(f64, f64); 2] {
    let people = 4_000.0;
    let text = opening("1 week", "3 years", 2, "month")
        + &members(people as u32)
        + &by_chance(rate)
        + &format!(
            r#"
            [action.answer]
            effort = 2
            {}
            [mechanism.achievement]
            gain = 1
            relief = 0
            most = {most}
            [mechanism.knowledge]
            flow = "0 per year"
            at_start = 0.5
            per_deed = 0
            [mechanism.crowding]
            recovery = "36525 days"
            [mechanism.learning]
            speed = 0.5
            speed_down = 0.5
            pull = {pull}
            [mechanism.disappointment]
            patience = 3
            [intervention.stop]
            on = 2028-07-03
            set = {{ "prize.answer{stop} }}
            [prize.answer]
            relief = 0
            {}
            "#,
            if challenge { "challenge = 0.5" } else { "" },
            if challenge { "off = true" } else { "" },
        );
    let study = run(&text);
    let over = |rows: std::ops::Range<usize>| {
        (at(&study, 0, "active-people", rows.clone()) / people, at(&study, 0, "members", rows) / people)
    };
    [over(12..17), over(30..35)]
}

#[test]
fn those_whom_a_challenge_draws_are_kept_when_rewards_stop_and_those_who_collect_are_not() {
    for (rate, pull, most) in [(0.03, 0.6, 1.5), (0.02, 0.9, 2.0_f64)] {
        let active = |times: f64| -(-rate * times * 30.4375_f64).exp_m1();
        let [before, after] = kept(true, rate, pull, most, "\" = \"off\"");
        close(before.0, active(most), 0.02);
        close(after.0, active(most), 0.02);
        // The programme ends: collectors return to their usual activity, though prizes attracted them more than a
        // challenge.
        let [paid, free] = kept(false, rate, pull, most, "\" = \"off\"");
        close(paid.0, active(pull.exp()), 0.02);
        close(free.0, active(1.0), 0.02);
        assert!(paid.0 > before.0 && free.0 < after.0, "{paid:?} {free:?} {before:?} {after:?}");
        // It continues in name only and pays nothing: they leave, and the others have no reason to be disappointed.
        let [_, left] = kept(false, rate, pull, most, ".paid\" = 0");
        assert!(left.1 < 0.05 && after.1 == 1.0, "{left:?} {after:?}");
    }
}
