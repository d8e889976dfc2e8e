//! Momentum: promises that are broken, belief that returns, growth against its closed form.

use super::{members, metronome, opening};
use crate::study::{close, run};

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
            // Every week two prizes for each of fifty, and nothing to pay them from.
            wanted *= (-loss).exp();
            close(study.mean("belief", row), wanted, 1e-9);
        }
        assert_eq!(study.mean("promises-kept", study.last()), 0.0);
    }
}

#[test]
fn while_everything_is_paid_belief_is_whole_and_it_returns_to_that() {
    // Ten weeks of two prizes for each of fifty at 10 each, then nothing.
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
        // 26 weeks after the change, one half-year stands before it and one behind.
        let found = study.mean("momentum", 52 + 25);
        let wanted = ((weekly * ratio + 20.0) / (weekly + 20.0)).ln();
        let wanted = if wanted.abs() < 0.1 { 0.0 } else { wanted };
        close(found, wanted, 0.03);
        close(study.mean("momentum", 30), 0.0, 0.0);
    }
}
