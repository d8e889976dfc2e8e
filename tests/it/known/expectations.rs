//! Expectations: announced sizes, and endorsements before anything is delivered.

use super::{members, opening};
use crate::study::{close, run};

/// Share of members after two years, among people whom an announcement of a share reached for a year and a half,
/// weighted by its trust.
fn announced(price: f64, start: f64, share: f64, trust: f64) -> f64 {
    let people = 20_000.0_f64;
    let text = opening("1 week", "2 years", 1, "year")
        + &format!(
            r#"
            [segment.people]
            people = {people}
            members_at_start = {}
            ages_at_start = "new"
            [mechanism.adoption]
            external = "0 per year"
            rule = "critical-mass"
            price = {price}
            [announcement.scale]
            size = {}
            on = 2027-01-04
            by = 2028-07-03
            trust = {trust}
            "#,
            (start * people).round(),
            (share * people).round().max(1.0),
        );
    let study = run(&text);
    study.mean("members", study.last()) / people
}

#[test]
fn an_announcement_carries_a_market_over_its_critical_mass_iff_it_names_a_size_beyond_it() {
    for price in [0.16_f64, 0.09, 0.21] {
        let root = (1.0 - 4.0 * price).sqrt();
        let (less, more) = ((1.0 - root) / 2.0, (1.0 + root) / 2.0);
        // There are no members, and everybody takes the announced size as real: (1 − n)·a = p exceeds n₋ iff a > n₋.
        for trust in [1.0, 0.7] {
            // With half trust it must also be worth the price to the keenest person: b·a > p.
            let needed = less.max(price / trust);
            close(announced(price, 0.0, needed + 0.02, trust), more, 0.015);
            assert_eq!(announced(price, 0.0, needed - 0.02, trust), 0.0, "{price} {trust}");
        }
        // From just below, little trust is enough for the right size, and none is enough for a smaller one.
        close(announced(price, less - 0.02, 0.9, 0.3), more, 0.015);
        assert_eq!(announced(price, less - 0.02, 0.9, 0.0), 0.0, "{price}");
        assert_eq!(announced(price, less - 0.04, less - 0.02, 0.3), 0.0, "{price}");
    }
}

fn bass(p: f64, q: f64, t: f64) -> f64 {
    let e = (-(p + q) * t).exp();
    (1.0 - e) / (1.0 + q / p * e)
}

#[test]
fn with_linear_contagion_what_is_announced_turns_word_of_mouth_into_advertising() {
    for (p, q, share, trust) in [(0.03, 0.6, 0.9, 0.5), (0.01, 1.0, 0.8, 0.25)] {
        let text = opening("1 week", "4 years", 4, "year")
            + &format!(
                r#"
                [segment.people]
                people = 100000
                [mechanism.adoption]
                external = "{p} per year"
                social = "{q} per year"
                [announcement.scale]
                size = {}
                on = 2027-01-04
                by = 2099-01-01
                trust = {trust}
                "#,
                share * 100_000.0
            );
        let study = run(&text);
        for year in [1, 2, 3, 4_usize] {
            let wanted = bass(p + q * trust * share, q * (1.0 - trust), year as f64);
            // Nobody assumes less than they observe.
            if wanted < share {
                close(study.mean("adopted-share", year - 1), wanted, 0.006);
            }
        }
    }
}

/// Belief, and numbers of kept and broken promises, after the deadline of an announcement.
fn due(size: u32, costs: f64, trust_now: f64) -> (f64, f64, f64, f64) {
    let text = opening("1 week", "30 weeks", 1, "tick")
        + &members(500)
        + &format!(
            r#"
            [belief]
            at_start = {trust_now}
            returns = "36525 days"
            [announcement.scale]
            size = {size}
            on = 2027-01-11
            by = 2027-04-05
            costs = {costs}
            "#
        );
    let study = run(&text);
    let at = |metric: &str| study.mean(metric, study.last());
    (study.mean("belief", 10), at("belief"), at("promises-kept"), at("promises-broken"))
}

#[test]
fn an_announcement_that_is_not_met_costs_belief_and_one_that_is_met_does_not() {
    for costs in [0.5_f64, 2.0] {
        let (before, after, kept, broken) = due(501, costs, 0.9);
        close(after / before, (-costs).exp(), 0.01);
        assert_eq!((kept, broken), (0.0, 1.0));
        let (before, after, kept, broken) = due(500, costs, 0.9);
        close(after / before, 1.0, 0.01);
        assert_eq!((kept, broken), (1.0, 0.0));
    }
}

#[test]
fn who_is_not_believed_announces_in_vain() {
    let joined = |at_start: f64, trust: f64| {
        let text = opening("1 week", "1 year", 2, "year")
            + &format!(
                r#"
                [segment.people]
                people = 20000
                [mechanism.adoption]
                external = "0 per year"
                social = "0.5 per year"
                [belief]
                at_start = {at_start}
                returns = "36525 days"
                [announcement.scale]
                size = 20000
                on = 2027-01-04
                by = 2099-01-01
                trust = {trust}
                "#
            );
        let study = run(&text);
        study.mean("adopted-share", study.last())
    };
    // Except for the return of belief, one hundredth a year.
    assert!(joined(0.0, 0.5) < 0.002);
    // Trust times belief is what counts, up to 1.
    close(joined(0.5, 0.8), joined(1.0, 0.404), 0.008);
    close(joined(1.5, 0.9), joined(1.0, 1.0), 1e-9);
}

/// Adopted share, belief and money paid a year after an endorsement at the start.
fn endorsed(reach: f64, fades: f64, trust: f64, total: u32) -> (f64, f64, f64) {
    let text = opening("1 week", "4 years", 4, "year")
        + &format!(
            r#"
            [segment.people]
            people = 100000
            [mechanism.adoption]
            external = "0.02 per year"
            social = "0 per year"
            [budget]
            total = {total}
            period = "100 years"
            pools = {{ stars = 1.0 }}
            [belief]
            most = 1.5
            returns = "36525 days"
            [endorsement.star]
            on = 2027-01-18
            reach = {reach}
            fades = "{fades} days"
            trust = {trust}
            cost = 1000
            pool = "stars"
            "#
        );
    let study = run(&text);
    (study.mean("adopted-share", study.last()), study.mean("belief", 0), study.mean("money-paid", study.last()))
}

#[test]
fn an_endorsement_adds_its_reach_times_the_time_in_which_it_fades_and_lifts_belief_if_it_is_paid() {
    for (reach, fades, trust) in [(10.0, 90.0_f64, 0.4), (4.0, 200.0, 1.0)] {
        let (adopted, belief, paid) = endorsed(reach, fades, trust, 1_000);
        // ∫ p·(1 + r·e^(−t/T)) over four years, in steps of a week of which the first counts in full.
        let week = 7.0 / 365.25;
        let steps = week / (1.0 - (-7.0 / fades).exp());
        let wanted = 1.0 - (-0.02 * (4.0 + reach * steps)).exp();
        close(adopted, wanted, 0.002);
        close(belief, 1.0 + 0.5 * trust, 0.01);
        assert_eq!(paid, 1_000.0);
        let (adopted, belief, paid) = endorsed(reach, fades, trust, 999);
        close(adopted, 1.0 - (-0.08_f64).exp(), 0.002);
        assert_eq!((belief, paid), (1.0, 0.0));
    }
}
