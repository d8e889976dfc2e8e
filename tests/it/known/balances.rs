//! Balances: points that are revoked with their deed, seasons, expiry. The engine asserts conservation in every tick.

use super::{members, metronome, opening};
use crate::study::{Study, close, run};

/// A number of people with one deed a day, in weekly ticks.
fn daily(people: u32, horizon: &str, rules: &str) -> Study {
    run(&(opening("1 week", horizon, 1, "tick")
        + &members(people)
        + &metronome(1.0)
        + "[action.use]\n[points.use]\npoints = 1\n"
        + rules))
}

#[test]
fn a_share_of_the_points_is_taken_back_with_what_earned_them() {
    for removed in [0.25, 0.6] {
        let study = daily(
            200,
            "30 weeks",
            &format!(
                "removed = {removed}\n[intervention.over]\non = 2027-05-24\nset = {{ \"points.use\" = \"off\" }}\n"
            ),
        );
        let of = |metric: &str, row: usize| study.mean(metric, row);
        let (issued, taken) = (of("points-issued", 29), of("points-taken-back", 29));
        assert_eq!(issued, 200.0 * 140.0);
        close(taken / issued, removed, 0.013);
        assert_eq!(of("points-held", 29), issued - taken);
        // Removals come within a month.
        assert_eq!(taken, of("points-taken-back", 24));
        assert!(taken > of("points-taken-back", 20));
    }
}

#[test]
fn points_that_are_taken_back_no_longer_count_for_a_tier() {
    let ladder = "[ladder.roles.tier.one]\nentry = { points = 30, within = \"1 year\" }\n";
    let holders = |rule: &str| {
        let study = daily(50, "20 weeks", &format!("{rule}{ladder}"));
        study.mean("holders:roles.one", study.last())
    };
    assert_eq!(holders(""), 50.0);
    assert_eq!(holders("removed = 1\nremoved_within = \"1 week\"\n"), 0.0);
}

#[test]
fn a_balance_falls_below_zero_only_where_debts_are_allowed() {
    let rules = "removed = 1\nremoved_within = \"1 week\"\n[shop.sticker]\nprice = 7\n";
    let held = |debt: bool| {
        let study = daily(10, "20 weeks", &format!("{rules}[balance]\ndebt = {debt}\n"));
        (study.mean("points-taken-back", study.last()), study.mean("points-held", study.last()))
    };
    let (taken, held_on) = held(false);
    assert_eq!((taken, held_on), (0.0, 0.0));
    let (taken, owed) = held(true);
    assert!(taken > 0.0 && owed == -70.0, "{taken} {owed}");
}

#[test]
fn a_season_carries_over_its_share_of_each_balance() {
    let study = daily(10, "157 weeks", "[balance]\nseason = \"52 weeks\"\ncarried = 0.5\n");
    let held: Vec<f64> = [51, 103, 155].iter().map(|&row| study.mean("points-held", row) / 10.0).collect();
    // Half of 364, half of 364 more than that, and so on; half a point is lost.
    assert_eq!(held, [182.0, 273.0, 318.0]);
    let cleared = daily(10, "60 weeks", "[balance]\nseason = \"52 weeks\"\n");
    assert_eq!(cleared.mean("points-held", 51), 0.0);
    assert_eq!(cleared.mean("points-expired", 59), 3_640.0);
}

#[test]
fn what_is_older_than_its_time_expires_and_the_oldest_is_turned_in_first() {
    let study = daily(10, "30 weeks", "[balance]\nexpires = \"4 weeks\"\n");
    for row in 0_usize..30 {
        assert_eq!(study.mean("points-held", row), 70.0 * (row as f64 + 1.0).min(4.0), "{row}");
    }
    // Spent every other week: no point expires.
    let study = daily(10, "30 weeks", "[balance]\nexpires = \"3 weeks\"\n[shop.sticker]\nprice = 14\n");
    assert_eq!(study.mean("points-expired", 29), 0.0);
    assert_eq!(study.mean("rewards", 29), 150.0);
    // Points of three weeks never pay a price of four.
    let study = daily(10, "30 weeks", "[balance]\nexpires = \"3 weeks\"\n[shop.sticker]\nprice = 35\n");
    assert_eq!(study.mean("rewards", 29), 0.0);
}

#[test]
fn thresholds_grow_with_a_power_of_the_community() {
    for (power, factor) in [(0.0, 1), (0.5, 2), (1.0, 4)] {
        let study = daily(
            400,
            "20 weeks",
            &format!(
                r#"
                [ladder.roles.tier.one.entry]
                deeds = 14
                grows = {{ from = 100, power = {power} }}
                [shop.sticker]
                price = 21
                grows = {{ from = 100, power = {power} }}
                [intervention.shop]
                on = 2027-01-04
                set = {{ "shop" = "on" }}
                "#
            ),
        );
        let first = |metric: &str| (0..20).find(|&row| study.mean(metric, row) > 0.0).unwrap() + 1;
        assert_eq!(first("entered:roles.one"), 2 * factor, "power {power}");
        assert_eq!(first("rewards"), 3 * factor, "power {power}");
    }
}
