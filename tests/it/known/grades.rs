//! Grades and seasons: points by severity, penalties, months that earn, and things of which there are few.

use super::charters::{at, people, rhythm};
use crate::study::close;

#[test]
fn a_bug_earns_by_its_severity_and_noise_costs() {
    let points = |grades: &str, more: &str| {
        let rules = format!("{more}[points.answer]\npoints = 10\n{grades}");
        let study = people("26 weeks", &rhythm(1.0, "", ""), &rules);
        let deeds = 100.0 * 26.0 * 7.0;
        let of = |metric: &str| at(&study, metric, 26) / deeds;
        (of("points-issued"), of("points-taken-back"), of("points-held"))
    };
    assert_eq!(points("", "").0, 10.0);
    let critical = "[points.answer.grade.critical]\nshare = 0.1\npoints = 1000\n";
    close(points(critical, "").0, 0.9 * 10.0 + 0.1 * 1_000.0, 5.0);
    let noise = "[points.answer.grade.noise]\nshare = 0.5\npoints = -4\n";
    let (issued, taken, held) = points(noise, "");
    close(held, issued - taken, 1e-9);
    close(held, 3.0, 0.2);
    // Nobody falls below zero, unless there may be debt.
    let bad = "[points.answer.grade.noise]\nshare = 0.9\npoints = -50\n";
    assert!(points(bad, "").2 >= 0.0);
    assert!(points(bad, "[balance]\ndebt = true\n").2 < -20.0);
}

#[test]
fn removed_content_costs_more_than_it_earned() {
    let held = |penalty: &str| {
        let rules = format!(
            "[balance]\ndebt = true\n[points.answer]\npoints = 10\nremoved = 0.5\nremoved_within = \"1 week\"\n{penalty}"
        );
        let study = people("26 weeks", &rhythm(1.0, "", ""), &rules);
        at(&study, "points-held", 26) / (100.0 * 26.0 * 7.0)
    };
    close(held(""), 5.0, 0.5);
    close(held("penalty = 30\n"), 5.0 - 15.0, 1.0);
}

#[test]
fn a_month_of_the_year_earns_one_shirt_and_there_are_so_many() {
    let shirts = |points: &str, shop: &str| {
        let rules = format!(
            "[budget]\ntotal = 1_000_000\nperiod = \"10 years\"\npools = {{ shirts = 1 }}\n[mechanism.effort]\nresponders = 1\n\
             [points.answer]\n{points}[balance]\non_day = \"11-15\"\n[shop.shirt]\nprice = 4\ncost = 1\npool = \"shirts\"\n{shop}"
        );
        let study = people("2 years", &rhythm(0.5, "", ""), &rules);
        [at(&study, "money-paid", 35), at(&study, "money-paid", 50), at(&study, "money-paid", 103)]
    };
    let october = "from_day = \"10-01\"\nuntil_day = \"10-31\"\n";
    assert_eq!(shirts(october, "each = \"1 per year\"\n"), [0.0, 100.0, 200.0]);
    assert_eq!(shirts(october, "each = \"1 per year\"\nstock = \"60 per year\"\n"), [0.0, 60.0, 120.0]);
    let all = shirts("", "");
    assert!(all[0] > 2_000.0, "{all:?}");
    let month = shirts(october, "");
    assert!(month[0] == 0.0 && month[1] > 200.0, "{month:?}");
}

#[test]
fn what_is_left_of_a_season_is_gone_on_its_last_day() {
    let rules = "[balance]\non_day = \"11-15\"\n[points.answer]\npoints = 1\n";
    let study = people("1 year", &rhythm(0.5, "2027-10-04", ""), rules);
    let held = |week: usize| at(&study, "points-held", week);
    assert!(held(44) > 10_000.0);
    assert_eq!(held(46), 0.0);
}
