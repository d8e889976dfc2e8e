//! Scale: one key makes everything larger or smaller, as if all sizes had been written so.

use super::opening;
use crate::study::{Study, mean, run, same, sd};

/// A community with people, staff, reviewers, money, ads, an occasion and partners, all sizes times `k`.
fn world(head: &str, k: u32) -> Study {
    let rules = format!(
        r#"
        [segment.developers]
        people = {people}
        members_at_start = {members}
        contributors_at_start = {contributors}
        employers = {employers}
        [mechanism.triggers]
        [mechanism.adoption]
        external = "0.05 per year"
        social = "0.5 per year"
        [mechanism.engagement]
        staff = {staff}
        [mechanism.review]
        hours = {hours}
        [action.use]
        [action.code]
        contribution = true
        reviewed = true
        [budget]
        total = {total}
        period = "1 year"
        pools = {{ ads = 0.5, events = 0.5 }}
        [campaign.ads]
        reach = 1.0
        cost = "{ads} per month"
        pool = "ads"
        [occasion.day]
        on = 2027-03-01
        capacity = {capacity}
        cost = {day}
        pool = "events"
        [ladder.roles.tier.member]
        holders_at_start = {holders}
        entry = {{ deeds = 3 }}
        "#,
        people = 1_000 * k,
        members = 200 * k,
        contributors = 40 * k,
        employers = 5 * k,
        staff = 2 * k,
        hours = 10 * k,
        total = 90_000 * k,
        ads = 1_000 * k,
        capacity = 30 * k,
        day = 5_000 * k,
        holders = 4 * k,
    );
    run(&(opening("1 week", "1 year", 8, "month").replacen("horizon", &format!("{head}\n        horizon"), 1) + &rules))
}

#[test]
fn a_scale_is_as_if_all_sizes_had_been_written_so() {
    let (scaled, written) = (world("scale = 3", 1), world("", 3));
    for (a, b) in scaled.ensemble.runs[0].iter().zip(&written.ensemble.runs[0]) {
        assert!(a.rows.iter().zip(&b.rows).all(|(a, b)| same(a, b)));
    }
    let (one, plain) = (world("scale = 1", 1), world("", 1));
    assert!(one.ensemble.runs[0][0].rows.iter().zip(&plain.ensemble.runs[0][0].rows).all(|(a, b)| same(a, b)));
}

#[test]
fn a_larger_community_has_as_many_more_and_a_smaller_relative_spread() {
    let of = |k: u32| {
        let study = world(&format!("scale = {k}"), 1);
        let last = study.values(0, "members", study.last());
        (mean(&last), sd(&last) / mean(&last))
    };
    let (small, large) = (of(1), of(16));
    assert!((large.0 / small.0 / 16.0 - 1.0).abs() < 0.05, "{small:?} {large:?}");
    // What is independent between people spreads as one over the root of their number.
    assert!(large.1 < 0.6 * small.1, "{small:?} {large:?}");
}
