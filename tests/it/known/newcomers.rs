//! Newcomers: priority of first contributions, and mentors.

use super::opening;
use crate::study::{Study, close, run};

/// Experienced members who do more than reviewers can handle, and people who join later.
fn crowded(newcomers: f64, external: f64) -> Study {
    let text = format!(
        r#"
        [segment.hands]
        people = 100
        members_at_start = 100
        ages_at_start = "new"
        [segment.late]
        people = 1000
        [segment.late.mechanism.adoption]
        external = "{external} per year"
        social = "0 per year"
        [mechanism.triggers]
        own = "52.178571428571431 per year"
        own_spread = 0
        paid = "0 per year"
        social = 0
        internal = "0 per year"
        count = "steady"
        [action.code]
        reviewed = true
        review_hours = 1
        contribution = true
        [mechanism.review]
        hours = 50
        patience = "3653 days"
        newcomers = {newcomers}
        "#
    );
    run(&(opening("1 week", "280 days", 1, "tick") + &text))
}

#[test]
fn first_work_that_fits_into_its_share_of_the_hours_does_not_wait() {
    for external in [0.2, 0.5] {
        let (kept, queue) = (crowded(0.5, external), crowded(0.0, external));
        let merged = |study: &Study, upto: usize| study.counts("newcomers")[..=upto].iter().sum::<f64>();
        for week in [20, 39] {
            // All who had come in before this week, and their first week's work.
            let came = kept.series("members")[week - 1];
            close(merged(&kept, week), came, 0.5);
            // First come, first served: 50 a week are reviewed, and 100 and more arrive.
            let reached = week.div_ceil(2) + 1;
            let waits = queue.series("members")[reached];
            assert!(merged(&queue, week) <= waits, "{} of {waits}", merged(&queue, week));
        }
    }
}

/// Share of newcomers with a second contribution, and newcomers a week, with mentors of the given hours.
fn mentored(hours: f64, each: f64, holds: f64) -> (f64, Vec<f64>) {
    let text = format!(
        r#"
        [segment.people]
        people = 20_000
        members_at_start = 20_000
        ages_at_start = "new"
        [mechanism.triggers]
        own = "0.2 per year"
        own_spread = 0
        paid = "0 per year"
        social = 0
        internal = "0 per year"
        [mechanism.engagement]
        rate = "30 per year"
        rate_spread = 0
        extra = 0
        drop_alpha = 1000
        drop_beta = 1000
        comeback = "0 per year"
        core = 0
        [mechanism.mentoring]
        hours = {hours}
        each = {each}
        holds = {holds}
        [action.code]
        contribution = true
        "#
    );
    let study = run(&(opening("1 week", "364 days", 1, "tick") + &text));
    (study.mean("second-time", study.last()), study.counts("newcomers"))
}

#[test]
fn whoever_has_a_mentor_stops_less() {
    for (each, holds) in [(1.0, 1.0), (4.0, 2.0)] {
        let stays = 1.0 / (1.0 + f64::exp(-holds));
        close(mentored(0.0, each, holds).0, 0.5, 0.015);
        close(mentored(1e6, each, holds).0, stays, 0.015);
        // Twenty a week, of all who came half a year ago and before.
        let (second, newcomers) = mentored(20.0 * each, each, holds);
        let weeks = 25;
        let all: f64 = newcomers[..weeks].iter().sum();
        assert!(newcomers.iter().all(|n| *n > 20.0));
        let had = 20.0 * weeks as f64;
        close(second, (had * stays + (all - had) * 0.5) / all, 0.015);
    }
}
