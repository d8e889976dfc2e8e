//! Matching: who serves whom, with one stable answer.

use super::opening;
use crate::study::{Study, close, run};

/// Coverage, and the mean rank of their partners in the lists of enterprises that need one project a month each; their
/// preferences differ by the given amount.
fn delivered(delivery: &str, taste: f64, enterprises: u32, partners: u32, capacity: f64) -> (f64, f64) {
    let study = market(delivery, taste, enterprises, partners, capacity);
    (study.mean("coverage", study.last()), study.mean("partner-place", study.last()))
}

fn market(delivery: &str, taste: f64, enterprises: u32, partners: u32, capacity: f64) -> Study {
    run(&(opening("1 month", "3 months", 1, "month")
        + &format!(
            r#"
            [segment.people]
            people = 1
            [hub]
            delivery = "{delivery}"
            taste = {taste}
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
        )))
}

#[test]
fn where_all_like_the_same_no_pair_blocks_only_if_places_go_by_rank() {
    // There is one stable matching: the best house takes as many as it has places, then the next.
    for (enterprises, partners, capacity) in [(30, 30, 1), (20, 45, 1), (30, 30, 2), (50, 12, 3)] {
        let (served, found) = delivered("matched", 0.0, enterprises, partners, f64::from(capacity));
        let matched = enterprises.min(partners * capacity);
        let sum: u32 = (0..matched).map(|k| k / capacity + 1).sum();
        close(found, f64::from(sum) / f64::from(matched), 1e-9);
        close(served, f64::from(matched) / f64::from(enterprises), 1e-9);
    }
}

#[test]
fn enterprises_that_choose_get_a_partner_near_the_top_of_their_lists() {
    // Equal numbers on both sides, random preferences: the ln n-th, and at most 1 + 1/2 + … + 1/n (Pittel 1989).
    for n in [60, 150, 300] {
        let (coverage, place) = delivered("matched", 2.0, n, n, 1.0);
        assert_eq!(coverage, 1.0);
        let ln = f64::from(n).ln();
        assert!(place > ln - 1.5 && place < ln + 2.5, "{n}: {place} against {ln}");
        let (pooled, place) = delivered("pooled", 2.0, n, n, 1.0);
        assert!(pooled == 1.0 && place.is_nan(), "nobody has a partner of their own");
    }
    // Fractions of a further place serve nobody, and an enterprise without a place is not served.
    for (enterprises, partners, capacity, wanted) in [(50, 30, 1.9, 0.6), (40, 10, 3.2, 0.75), (20, 30, 1.0, 1.0)] {
        let (coverage, place) = delivered("matched", 2.0, enterprises, partners, capacity);
        close(coverage, wanted, 1e-9);
        assert!(place >= 1.0);
        close(
            delivered("pooled", 2.0, enterprises, partners, capacity).0,
            capacity * f64::from(partners) / f64::from(enterprises),
            1e-9,
        );
    }
}

#[test]
fn who_is_asked_gets_the_number_over_its_logarithm_and_by_lot_both_get_the_middle() {
    for n in [150, 300] {
        let of = |delivery: &str, metric: &str| {
            let study = market(delivery, 60.0, n, n, 1.0);
            study.mean(metric, study.last())
        };
        let number = f64::from(n);
        // Pittel 1989: n/ln n for those who are asked; the product of both means is n.
        let (asked, ask) = (of("matched", "enterprise-place"), of("matched", "partner-place"));
        assert!((asked * ask / number - 1.0).abs() < 0.3, "{asked} times {ask} against {n}");
        assert!(ask < asked, "those who propose fare better");
        assert_eq!(of("matched", "blocking-pairs"), 0.0);
        // By lot everybody gets the middle of the list, and both of a pair prefer each other in a quarter of all other pairs.
        for metric in ["partner-place", "enterprise-place"] {
            close(of("by-lot", metric), (number + 1.0) / 2.0, 0.1 * number);
        }
        close(of("by-lot", "blocking-pairs"), number * (number - 1.0) / 4.0, 0.03 * number * number);
        for metric in ["partner-place", "enterprise-place", "blocking-pairs"] {
            assert!(of("pooled", metric).is_nan(), "nobody has a partner of their own");
        }
    }
}

#[test]
fn who_can_do_less_than_an_enterprise_needs_serves_it_in_part_and_nobody_does_more_than_it_can() {
    for (enterprises, partners, capacity, wanted) in [(20, 30, 0.4, 0.4), (40, 10, 0.5, 0.125), (10, 20, 0.9, 0.9)] {
        for delivery in ["matched", "by-lot"] {
            close(delivered(delivery, 1.0, enterprises, partners, capacity).0, wanted, 1e-9);
        }
    }
}
