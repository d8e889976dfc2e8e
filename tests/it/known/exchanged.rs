//! Resources that the hub gets: each has the effect of its arrow, and none if the arrow is cut.

use super::opening;
use crate::study::{Study, close, run};

/// Ten donors who give the hub a number of units a month of one resource, for support; `arrow` is a part of the
/// flywheel table.
fn given(resource: &str, number: u32, arrow: &str, more: &str) -> Study {
    run(&(opening("1 week", "2 years", 1, "month")
        + &format!(
            "
            [segment.people]
            people = 20_000
            [hub]
            hours = 1000
            costs = {{ support = 1 }}
            worth = {{ {resource} = 4 }}
            [organisation.donors]
            number = {number}
            joined_at_start = {number}
            hours = 10
            costs = {{ {resource} = 1 }}
            worth = {{ support = 4 }}
            [organisation.donors.as.investor]
            tranche = 0
            {more}
            [flywheel]
            {arrow}
            "
        )))
}

fn got(study: &Study, resource: &str) -> f64 {
    study.mean(&format!("got:{resource}"), study.last())
}

#[test]
fn traffic_and_capital_come_by_the_unit() {
    for (number, each) in [(10, 30.0), (4, 7.0)] {
        let study = given("traffic", number, &format!("traffic_people = {each}"), "");
        assert_eq!(got(&study, "traffic"), 10.0 * f64::from(number));
        close(study.mean("traffic", study.last()), each * got(&study, "traffic"), 1e-9);
        let study = given("capital", number, &format!("capital_money = {each}"), "[budget]\npools = { all = 1.0 }");
        // From the second month on, to the unit a week.
        let wanted = each * got(&study, "capital") * 24.0;
        close(study.mean("capital", study.last()), wanted, 0.06 * wanted);
        for resource in ["traffic", "capital"] {
            assert_eq!(given(resource, number, "", "[budget]\npools = { all = 1.0 }").mean(resource, 0), 0.0);
        }
    }
}

#[test]
fn brand_multiplies_what_comes_from_outside() {
    for log in [0.005, 0.01] {
        let adoption = "[mechanism.adoption]\nexternal = \"0.1 per year\"\nsocial = \"0 per year\"";
        let study = given("brand", 10, &format!("brand_reach = {log}"), adoption);
        let hazard = 0.1 * (log * got(&study, "brand")).exp();
        // The first gift comes after a month.
        let share = 1.0 - (-0.1 / 12.0 - hazard * (2.0 - 1.0 / 12.0)).exp();
        close(study.mean("adopted-share", study.last()), share, 0.015);
    }
}

#[test]
fn leads_bring_enterprises_sooner_and_references_count_in_every_industry() {
    let firms = |low: f64| {
        format!(
            "[organisation.firms]\nnumber = 400\njoins = \"0.2 per year\"\n[organisation.firms.as.enterprise]\n\
             threshold_low = {low}\nthreshold_high = {low}\ncoverage = 0.0\nservice = 0.0"
        )
    };
    for each in [0.02, 0.05] {
        let study = given("leads", 10, &format!("leads_enterprises = {each}"), &firms(0.0));
        let rate = 0.2 * (1.0 + each * got(&study, "leads"));
        close(study.mean("inside:firms", study.last()) / 400.0, 1.0 - (-rate * 2.0).exp(), 0.06);
    }
    for (each, come) in [(0.004, false), (0.006, true)] {
        let study = given("references", 10, &format!("references_enterprises = {each}"), &firms(0.5));
        assert_eq!(study.mean("inside:firms", study.last()) > 0.0, come, "{each}");
    }
}

#[test]
fn talent_is_hours_of_the_hub() {
    // A hundred trainees a month, two hours each, for organisations that ask for more than the hub has.
    let asks = "[organisation.guests]\nnumber = 40\njoined_at_start = 40\nhours = 100\ncosts = { talent = 1 }\n\
                worth = { support = 4 }\n[organisation.guests.as.partner]";
    for each in [0.1, 0.2] {
        let cut = given("talent", 10, "", asks);
        let grown = given("talent", 10, &format!("talent_hub = {each}"), asks);
        let last = cut.last();
        let hours = 1000.0 + each * got(&grown, "talent");
        close(grown.mean("hub-rationed", last) / cut.mean("hub-rationed", last), hours / 1000.0, 0.01);
    }
}
