//! Screening ranks assumptions by their effect on the headline, and lists none that could be due to chance.

use zaoshi::scenario::Scenario;
use zaoshi::stats::screening::{Screening, screen};

fn screened(people: u32, external: f64) -> Screening {
    let text = format!(
        r#"
        name = "broadcast"
        start = 2027-01-04
        horizon = "4 years"
        replicates = 4
        headline = "members"
        coast = {{ replicates = 0 }}
        [segment.people]
        people = {people}
        [mechanism.adoption]
        external = "{external} per year"
        social = "0 per year"
        [mechanism.triggers]
        [mechanism.habit]
        "#
    );
    let scenario = Scenario::parse("broadcast.toml", &text).expect("the scenario is right");
    screen(&scenario, 0.5, &|_| {}).expect("it runs").expect("members leave zero")
}

#[test]
fn the_one_rate_that_fills_the_product_is_the_one_that_stands_out() {
    for external in [0.05, 0.2] {
        let found = screened(20_000, external);
        let first = &found.strongest[0];
        assert_eq!(first.path, "mechanism.adoption.external");
        assert!(found.screened >= 8, "habits and triggers are assumptions too: {}", found.screened);
        // Members at p, averaged over two years: 1 − (1 − e^(−2p)) / 2p, from a fifth less to a quarter more.
        let mean = |p: f64| 1.0 - (1.0 - (-2.0 * p).exp()) / (2.0 * p);
        let wanted =
            2.0 * (mean(external * 1.25) - mean(external / 1.25)) / (mean(external * 1.25) + mean(external / 1.25));
        assert!((first.effect - wanted).abs() < 0.03, "{} against {wanted}", first.effect);
        for other in &found.strongest[1..] {
            assert!(other.effect.abs() < 0.1 * first.effect.abs(), "{} moves members by {}", other.path, other.effect);
        }
    }
}

#[test]
fn the_same_scenario_gives_the_same_ranking() {
    assert_eq!(screened(500, 0.1), screened(500, 0.1));
}
