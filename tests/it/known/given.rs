//! Resources that organisations get: each has the effect of its arrow, and none if the arrow is cut.

use super::opening;
use crate::study::{Study, close, run};

/// The length of a week, months.
const MONTHS: f64 = 7.0 / 30.4375;

/// A hub that gives five units a month of one resource to each of some organisations, for code; with their kind, and
/// further organisations.
fn given(resource: &str, number: u32, kind: &str, more: &str) -> Study {
    run(&(opening("1 week", "2 years", 1, "tick")
        + &format!(
            "
            [segment.people]
            people = 100_000
            [hub]
            hours = 1000
            costs = {{ {resource} = 1 }}
            worth = {{ code = 1 }}
            [organisation.them]
            number = {number}
            joined_at_start = {number}
            hours = 10
            period = \"7 days\"
            industry = \"all\"
            costs = {{ code = 1 }}
            worth = {{ {resource} = 4 }}
            {kind}
            {more}
            "
        )))
}

/// A partner of full skill on two curves, with no market of its own.
fn partner(capacity: f64, arrow: &str) -> String {
    format!(
        "[organisation.them.as.partner]\nskill = [1, 1]\nlearning = \"0 per year\"\ncapacity = {capacity}\nprice = 10\n{arrow}"
    )
}

#[test]
fn leads_are_projects_as_far_as_there_is_capacity() {
    for (each, capacity) in [(0.3, 100.0), (2.0, 100.0), (2.0, 1.5)] {
        let study = given("leads", 3, &partner(capacity, &format!("leads_projects = {each}")), "");
        let (months, projects) = (f64::from(study.last() as u32 + 1) * MONTHS, f64::min(each * 5.0, 2.0 * capacity));
        // From the first period on, for each of three at ten.
        close(study.mean("partner-revenue", study.last()), 3.0 * projects * months * 10.0, 1e-6);
    }
    assert_eq!(given("leads", 3, &partner(100.0, ""), "").mean("partner-revenue", 10), 0.0);
}

#[test]
fn brand_and_references_draw_projects_from_those_who_have_none() {
    let others = "[organisation.others]\njoined_at_start = 1\nperiod = \"7 days\"\n[organisation.others.as.partner]\n\
                  skill = [1, 1]\ncapacity = 1e6\nmarkets = [8]\nbegins = [-90]\n[path.partner]\n[path.partner.tier.none]\n\
                  entry = { accredited = 1000 }";
    let market = "markets = [8]\nbegins = [-90]\n";
    for (resource, arrow) in [("brand", "brand_draws"), ("references", "references_draws")] {
        for each in [0.0, 0.1, 0.4] {
            let study = given(resource, 1, &partner(1e6, &format!("{market}{arrow} = {each}")), others);
            let mine = (1.0 + 5.0 * each) / (2.0 + 5.0 * each);
            let wanted = mine * mine + (1.0 - mine) * (1.0 - mine);
            close(study.mean("project-concentration", 20), wanted, 1e-9);
        }
    }
}

#[test]
fn capital_adds_capacity_for_good() {
    let firm =
        "[organisation.firm]\njoined_at_start = 1\nperiod = \"7 days\"\n[organisation.firm.as.enterprise]\nservice = 1";
    for (each, capacity) in [(0.0, 0.5), (0.01, 0.2), (0.03, 2.0)] {
        let study = given("capital", 1, &partner(capacity, &format!("capital_capacity = {each}")), firm);
        for row in [0_usize, 10, 60] {
            let wanted = capacity * (each * 5.0 * MONTHS * row as f64).exp();
            close(study.mean("coverage", row) / wanted, 1.0, 1e-9);
        }
    }
}

#[test]
fn topics_and_jobs_bring_students_and_capital_pays_for_teaching() {
    let school = |courses: f64, arrow: &str| {
        format!(
            "[organisation.them.as.university]\nstudents = 500\ncourses = {courses}\nteaching = 10\ndelay = \"20 days\"\nadopts = 1\n\
             enters = \"people\"\n{arrow}"
        )
    };
    let yearly = |study: &Study| (study.mean("graduates", 95) - study.mean("graduates", 43)) / (52.0 * 7.0 / 365.25);
    for each in [0.0, 0.1, 0.3] {
        let study = given("research", 1, &school(1.0, &format!("research_students = {each}")), "");
        close(yearly(&study) / (500.0 * (1.0 + 5.0 * each)), 1.0, 0.01);
        let study = given("capital", 1, &school(0.0, &format!("capital_teaching = {each}")), "");
        let offer = 5.0 * each / (5.0 * each + 10.0);
        close(yearly(&study), 500.0 * offer, 3.0);
    }
}

#[test]
fn references_that_an_industry_is_given_lower_the_bar_of_its_others_and_support_spares_service() {
    let them = "[organisation.them.as.enterprise]\nauthority = 0";
    for (number, each) in [(4, 0.02), (2, 0.03)] {
        // As many outside as inside: half have adopted, and the threshold is where the shown references just reach.
        let shown = each * 5.0 * f64::from(number);
        for (bar, come) in [(0.5 + shown - 0.01, true), (0.5 + shown + 0.01, false)] {
            let others = format!(
                "[organisation.others]\nnumber = {number}\nindustry = \"all\"\nperiod = \"7 days\"\njoins = \"1000 per year\"\n\
                 [organisation.others.as.enterprise]\nauthority = 0\nthreshold_low = {bar}\nthreshold_high = {bar}\n\
                 references_threshold = {each}"
            );
            let study = given("references", number, them, &others);
            assert_eq!(study.mean("inside:others", 20) > 0.0, come, "{number} {bar}");
        }
    }
    let house = "[organisation.house]\njoined_at_start = 1\nperiod = \"7 days\"\n[organisation.house.as.partner]\nskill = [1]\n\
                 learning = \"0 per year\"\ncapacity = 3";
    for (each, needs) in [(0.0, 2.0), (0.1, 1.5), (0.3, 0.5)] {
        let firm = format!("[organisation.them.as.enterprise]\nservice = 2\nsupport_service = {each}");
        let study = given("support", 1, &firm, house);
        close(study.mean("coverage", 20), 3.0 / needs, 1e-9);
    }
}

#[test]
fn traffic_brand_and_capital_enlarge_an_audience() {
    // Two units of content and two of the other a month: no more of either is accepted.
    let press = |resource: &str, arrow: &str| {
        run(&(opening("1 week", "2 years", 1, "tick")
            + &format!(
                "
                [segment.people]
                people = 1000
                [hub]
                hours = 1000
                costs = {{ content = 1, {resource} = 1 }}
                worth = {{ code = 1 }}
                [organisation.press]
                joined_at_start = 1
                hours = 10
                absorbs = 2
                period = \"7 days\"
                costs = {{ code = 1 }}
                worth = {{ content = 4, {resource} = 4 }}
                [organisation.press.as.traffic]
                audience = 1000
                half = 2
                {arrow}
                "
            )))
    };
    let cools = 30.0 / 30.4375;
    let heat = |row: usize| 2.0 * cools * (1.0 - (-MONTHS / cools * (row + 1) as f64).exp());
    for row in [5_usize, 40, 100] {
        let looks = heat(row) / (heat(row) + 2.0);
        for each in [0.0, 0.2, 0.7] {
            let at = |resource: &str, arrow: &str| press(resource, &format!("{arrow} = {each}")).mean("traffic", row);
            close(at("traffic", "traffic_audience"), (1000.0 + 2.0 * each) * looks, 1e-6);
            close(at("brand", "brand_audience"), 1000.0 * (1.0 + 2.0 * each) * looks, 1e-6);
            let small = press("capital", &format!("capital_audience = {}", each / 100.0)).mean("traffic", row);
            let raised = (each / 100.0 * 2.0 * MONTHS * row as f64).exp();
            close(small, 1000.0 * raised * looks, 1e-6);
        }
    }
}

#[test]
fn what_drives_a_resource_is_the_range_of_terms_and_ends_where_the_need_is_met() {
    let world = |(a, b): (f64, f64), (c, d): (f64, f64), absorbs: f64| {
        run(&(opening("1 week", "20 weeks", 1, "tick")
            + &format!(
                "
                [segment.people]
                people = 10
                [hub]
                hours = 1e6
                absorbs = 1e9
                costs = {{ code = {c}, content = {d} }}
                worth = {{ code = {c}, content = {d} }}
                [organisation.england]
                number = 3
                joined_at_start = 1
                joins = \"0 per year\"
                hours = 1e6
                absorbs = {absorbs}
                period = \"7 days\"
                costs = {{ code = {a}, content = {b} }}
                worth = {{ code = {a}, content = {b} }}
                [organisation.england.as.traffic]
                "
            )))
    };
    // Ricardo's cloth and wine: cloth moves one way, wine the other, each at half of the possible ways.
    for (england, portugal) in [((100.0_f64, 120.0_f64), (90.0, 80.0)), ((10.0, 30.0), (20.0, 12.0))] {
        let range = (england.1 / england.0 * (portugal.0 / portugal.1)).ln();
        let study = world(england, portugal, 1e9);
        // With three, the traded share is so small that every need stays open.
        for good in ["potential:code", "potential:content"] {
            close(study.mean(good, study.last()), range / 2.0, 1e-3);
        }
        // One of three gets all the wine that it can take.
        let study = world(england, portugal, 5.0);
        close(study.mean("gave:content", study.last()), 5.0, 1e-9);
        close(study.mean("potential:content", study.last()), range / 2.0 * 2.0 / 3.0, 1e-3);
    }
    let equal = world((2.0, 3.0), (4.0, 6.0), 1e9);
    close(equal.mean("potential:code", 5) + equal.mean("potential:content", 5), 0.0, 1e-12);
    // A resource that nobody makes or needs has none.
    assert!(!equal.experiment.metrics.iter().any(|metric| metric.name == "potential:leads"));
}
