//! Interventions with a condition: when they begin, what they scale, and whether they end.

use super::{members, opening};
use crate::study::{Study, run};

/// A campaign that costs 100 a week for twenty weeks, with an intervention.
fn campaign(intervention: &str) -> Study {
    let text = opening("1 week", "20 weeks", 2, "tick")
        + &members(10)
        + r#"
        [campaign.ads]
        cost = "100 per week"
        pool = "ads"
        [budget]
        total = 100_000
        pools = { ads = 1.0 }
        [intervention.stop]
        "#
        + intervention;
    run(&text)
}

fn paid(intervention: &str) -> f64 {
    let study = campaign(intervention);
    study.mean("money-paid", study.last())
}

#[test]
fn an_intervention_begins_with_the_tick_before_which_its_condition_holds() {
    let off = "set = { \"campaign.ads\" = \"off\" }\n";
    assert_eq!(paid(&format!("when = \"money-paid >= 1000\"\n{off}")), 1_000.0);
    assert_eq!(paid(&format!("when = \"money-paid >= 1_000 and members == 10\"\n{off}")), 1_000.0);
    assert_eq!(paid(&format!("when = \"money-paid < 0 or members > 10\"\n{off}")), 2_000.0);
    // Checked every fourth week: before the thirteenth, not before the eleventh.
    assert_eq!(paid(&format!("when = \"money-paid >= 1000\"\nevery = \"4 weeks\"\n{off}")), 1_200.0);
}

#[test]
fn a_condition_must_hold_for_the_span_of_time_that_it_asks_for() {
    let off = "set = { \"campaign.ads\" = \"off\" }\n";
    for weeks in [0, 1, 3, 7] {
        let found = paid(&format!("when = \"money-paid >= 1000 for {weeks} weeks\"\n{off}"));
        assert_eq!(found, 1_000.0 + 100.0 * f64::from(weeks), "{weeks}");
    }
}

#[test]
fn what_is_scaled_is_multiplied_and_what_again_says_ends_when_its_condition_does() {
    let half = "scale = { \"campaign.ads.cost\" = 0.5 }\n";
    assert_eq!(paid(&format!("when = \"money-paid >= 1000\"\n{half}")), 1_500.0);
    assert_eq!(paid(&format!("on = 2027-01-25\n{half}")), 300.0 + 17.0 * 50.0);
    // It undoes its own condition: off in every second week.
    let study = campaign("when = \"holds:stop < 1\"\nagain = true\nset = { \"campaign.ads\" = \"off\" }\n");
    assert_eq!(study.mean("money-paid", study.last()), 1_000.0);
    let holds = study.series("holds:stop");
    assert!(holds.iter().enumerate().all(|(k, h)| *h == f64::from(u8::from(k % 2 == 1))), "{holds:?}");
}

#[test]
fn two_conditions_meet_in_all_their_combinations() {
    let second = r#"
        when = "money-paid >= 500"
        scale = { "campaign.ads.cost" = 0.5 }
        [intervention.then]
        when = "money-paid >= 1000"
        scale = { "campaign.ads.cost" = 0.5 }
    "#;
    // Five weeks at 100, ten at 50, five at 25.
    assert_eq!(paid(second), 500.0 + 500.0 + 125.0);
}

#[test]
fn a_flow_in_a_condition_is_that_of_the_last_month_however_often_it_is_looked_at() {
    // Five people act once a day: 152 deeds in 30.4 days, from the first day on; 304 once they act twice.
    let text = opening("1 day", "20 weeks", 1, "quarter")
        + &members(5)
        + &super::metronome(1.0)
        + "[action.use]\n[points.use]\npoints = 1\n"
        + "[intervention.twice]\non = 2027-03-01\nset = { \"mechanism.triggers.own\" = \"2 per day\" }\n"
        + "[intervention.more]\nwhen = \"deeds >= 228\"\nset = { \"points.use.points\" = 0 }\n";
    let of = |every: &str| {
        let study = run(&text.replace("when =", &format!("every = \"{every}\"\nwhen =")));
        study.mean("points-issued", study.last())
    };
    // 56 days at 5, then half of the month's 30.4 days at 10, when the mean is 7.5.
    let daily = of("1 day");
    assert!((daily - (56.0 * 5.0 + 15.0 * 10.0)).abs() <= 10.0, "{daily}");
    let weekly = of("1 week");
    assert!(daily <= weekly && weekly <= daily + 70.0, "{daily} {weekly}");
}
