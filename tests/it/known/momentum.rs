//! Momentum: broken promises, belief that returns, growth against its closed form.

use std::path::Path;

use zaoshi::scenario::{Patch, Scenario};

use super::{members, metronome, opening};
use crate::study::{Study, close, mean, run, run_scenario};

fn broken(loss: f64, returns: f64, total: u32) -> crate::study::Study {
    run(&(opening("1 week", "30 weeks", 1, "tick")
        + &members(50)
        + &metronome(2.0 / 7.0)
        + &format!(
            r#"
            [action.answer]
            [budget]
            total = {total}
            period = "100 years"
            pools = {{ prizes = 1.0 }}
            [prize.answer]
            schedule = "fixed"
            mean = 1
            cost = 10
            pool = "prizes"
            [belief]
            loss = {loss}
            returns = "{returns} days"
            "#
        )))
}

#[test]
fn belief_falls_by_the_share_of_promises_that_are_broken() {
    for (loss, returns) in [(0.1, 36_525.0), (0.05, 3_000.0)] {
        let study = broken(loss, returns, 0);
        let mut wanted = 1.0;
        for row in 0..=study.last() {
            wanted = 1.0 + (wanted - 1.0) * (-7.0_f64 / returns).exp();
            // Every week two prizes for each of fifty people, and no money to pay them.
            wanted *= (-loss).exp();
            close(study.mean("belief", row), wanted, 1e-9);
        }
        assert_eq!(study.mean("promises-kept", study.last()), 0.0);
    }
}

#[test]
fn while_everything_is_paid_belief_is_whole_and_it_returns_to_that() {
    // Ten weeks of two prizes for each of fifty people at 10 each, then none.
    let study = broken(0.2, 200.0, 10_000);
    close(study.mean("belief", 8), 1.0, 0.0);
    assert!(study.mean("belief", study.last()) < 0.2);
}

#[test]
fn growth_is_that_of_activity_with_its_steadying_and_its_dead_band() {
    for (ratio, first) in [(2.0, 100.0), (0.5, 200.0), (1.05, 200.0)] {
        let weekly: f64 = first;
        let text = opening("1 week", "104 weeks", 1, "tick")
            + &members(100)
            + &metronome(weekly / 100.0 / 7.0)
            + &format!(
                "
                [action.answer]
                [intervention.more]
                on = 2028-01-03
                set = {{ \"mechanism.triggers.own\" = \"{} per day\" }}
                ",
                weekly * ratio / 100.0 / 7.0
            );
        let study = run(&text);
        // 26 weeks after the change, one half-year is before it and one after.
        let found = study.mean("momentum", 52 + 25);
        let wanted = ((weekly * ratio + 20.0) / (weekly + 20.0)).ln();
        let wanted = if wanted.abs() < 0.1 { 0.0 } else { wanted };
        close(found, wanted, 0.03);
        assert!(study.mean("momentum", 50).is_nan(), "less than a year has passed");
    }
}

/// The shipped scenario, with a few runs.
fn shipped() -> Study {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/momentum.toml");
    let few = Patch::from_args(&["replicates=8".to_owned()]).unwrap();
    run_scenario(&Scenario::load(&path).unwrap().patched(&few).unwrap()).unwrap()
}

#[test]
fn momentum_is_made_by_a_stage_used_by_a_contest_and_broken_by_exposure() {
    let study = shipped();
    // Months: the stage in the tenth, the exposure in the eleventh, the contest in the second year.
    let at = |design: &str, metric: &str, rows: std::ops::Range<usize>| {
        let n = rows.len() as f64;
        rows.map(|row| mean(&study.values(study.design(design), metric, row))).sum::<f64>() / n
    };
    let baseline = |metric: &str, rows: std::ops::Range<usize>| at("baseline", metric, rows);
    for metric in ["belief", "vacuum", "hope", "branching", "members"] {
        for design in ["made", "used", "broken"] {
            let before = at(design, metric, 0..9) - baseline(metric, 0..9);
            assert!(before.abs() < 0.01 || metric == "hope" || metric == "branching", "{design}: {metric} {before}");
        }
    }
    // Created: people believe before anything is delivered, join, and activity grows; no seat is open yet.
    close(at("made", "belief", 10..11), 1.3, 0.02);
    assert!(at("made", "members", 14..18) > 1.1 * baseline("members", 14..18));
    assert!(at("made", "momentum", 15..20) > baseline("momentum", 15..20) + 0.1);
    assert_eq!((at("made", "vacuum", 0..36), at("made", "promises-kept", 35..36)), (0.0, 1.0));
    // Used: open seats of some worth attract people, and deeds lead to more deeds.
    assert!(at("used", "holds:contest", 20..21) > 0.9 && at("used", "vacuum", 15..20) > 10.0);
    assert!(at("used", "hope", 15..20) > 0.5);
    assert!(at("used", "deeds:answer", 16..22) > 1.015 * at("made", "deeds:answer", 16..22));
    assert!(at("used", "branching", 16..22) > at("made", "branching", 16..22) + 0.002);
    // Broken: belief falls, and with it the worth of open seats; their gains shrink.
    let told = |metric: &str| at("broken", metric, 11..12) / at("used", metric, 11..12);
    close(told("belief:announcement.scale"), 0.2, 0.03);
    // And in everything else by the spill: 1 − 0.3 · 0.8.
    close(told("belief"), 0.76, 0.02);
    for row in 22..36 {
        let (whole, left) = (at("used", "vacuum", row..row + 1), at("broken", "vacuum", row..row + 1));
        let believed = at("broken", "belief", row..row + 1) / at("used", "belief", row..row + 1);
        // As many places but for a few.
        close(left, whole * believed, 0.1 * whole * believed + 1e-9);
    }
    let gained = |design: &str| at(design, "deeds:answer", 24..36) - at("made", "deeds:answer", 24..36);
    assert!(gained("broken") < 0.9 * gained("used"), "{} of {}", gained("broken"), gained("used"));
    assert!(at("broken", "branching", 24..36) < at("used", "branching", 24..36));
}
