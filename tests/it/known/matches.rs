//! Matches: who is served by whom, where there is one answer that no two would rather leave.

use super::opening;
use crate::study::{close, run};

/// The mean place of their partner in the lists of enterprises that all like partners alike, and the share that is served.
fn place(enterprises: u32, partners: u32, capacity: u32) -> (f64, f64) {
    let study = run(&(opening("1 month", "3 months", 1, "month")
        + &format!(
            r#"
            [segment.people]
            people = 1
            [hub]
            delivery = "matched"
            taste = 0
            [organisation.firms]
            number = {enterprises}
            joined_at_start = {enterprises}
            [organisation.firms.as.enterprise]
            service = 1
            [organisation.houses]
            number = {partners}
            joined_at_start = {partners}
            [organisation.houses.as.partner]
            skill = [1, 0, 0, 0]
            capacity = {capacity}
            "#
        )));
    (study.mean("partner-place", study.last()), study.mean("coverage", study.last()))
}

#[test]
fn where_all_like_the_same_no_pair_blocks_only_if_places_go_by_rank() {
    // One stable matching there is: the best house takes as many as it has places, then the next.
    for (enterprises, partners, capacity) in [(30, 30, 1), (20, 45, 1), (30, 30, 2), (50, 12, 3)] {
        let (found, served) = place(enterprises, partners, capacity);
        let matched = enterprises.min(partners * capacity);
        let sum: u32 = (0..matched).map(|k| k / capacity + 1).sum();
        close(found, f64::from(sum) / f64::from(matched), 1e-9);
        close(served, f64::from(matched) / f64::from(enterprises), 1e-9);
    }
}
