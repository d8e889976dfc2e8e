//! The world loop: every arrow is one coefficient; cutting it removes exactly its own effect.
//!
//! Each arrow is alone in a small world in its reference state. Each source is changed in turn, with the arrow and
//! without it: the target must differ if the arrow's own source was changed, and otherwise not.

use std::path::Path;

use zaoshi::experiment::Experiment;
use zaoshi::scenario::{Patch, Scenario};

use crate::study::{Study, close, run};

const LOOP: &str = r#"
    name = "loop"
    start = 2027-01-04
    horizon = "1 year"
    tick = "1 week"
    replicates = 1
    headline = "members"
    record = { every = "tick" }
    coast = { replicates = 0 }

    [segment.core]
    people = 50
    members_at_start = 50
    ages_at_start = "new"
    [segment.people]
    people = 2000
    members_at_start = 500
    ages_at_start = "new"
    [segment.people.mechanism.dropout]
    alpha = 2
    beta = 8
    [segment.people.mechanism.triggers]
    own = "0 per year"
    [segment.core.mechanism.adoption]
    external = "0 per year"
    [mechanism.adoption]
    external = "EXTERNAL per year"
    social = "0 per year"
    [mechanism.triggers]
    own = "52.178571428571429 per year"
    own_spread = 0
    paid = "0 per year"
    social = 0
    internal = "0 per year"
    count = "steady"
    [mechanism.review]
    hours = 50
    patience = "3000 days"

    [action.write]
    reviewed = true
    review_hours = 1
    who = ["core"]

    [budget]
    pools = { ads = 1.0 }
    [campaign.ads]
    cost = "10 per week"
    pool = "ads"

    [hub]
    hours = 100
    costs = { content = 1, leads = 1 }
    worth = { traffic = 1, research = 1 }
    [organisation.press]
    joined_at_start = 1
    period = "7 days"
    hours = 50
    costs = { traffic = 1 }
    worth = { content = 4 }
    [organisation.press.as.traffic]
    audience = 0
    [organisation.school]
    joined_at_start = 1
    period = "7 days"
    hours = 50
    costs = { research = 1e9 }
    worth = { leads = 4 }
    [organisation.school.as.university]
    students = 0
    enters = "people"
    [organisation.houses]
    joined_at_start = 1
    period = "7 days"
    [organisation.houses.as.partner]
    markets = [10]
    begins = [-20]
    skill = [0.2]
    capacity = 10
    price = 100
    [organisation.firms]
    number = 2
    joined_at_start = 2
    period = "7 days"
    [organisation.firms.as.enterprise]
    service = 0
    [organisation.fund]
    joined_at_start = 1
    period = "7 days"
    [organisation.fund.as.investor]
    members = 900
    tranche = 100
    rounds = 0
    [flywheel]
    standing = 1
"#;

/// How members of the segment leave.
const LEAVING: &str = "    [segment.people.mechanism.dropout]\n    alpha = 2\n    beta = 8\n";

/// The source that is changed, and how; all others stay in the reference state.
const PUSHES: [(&str, &str); 9] = [
    ("content", "\"action.write.value.content\" = 5"),
    ("code", "\"action.write.value.code\" = 3"),
    ("review", "\"mechanism.review.hours\" = 10"),
    ("traffic", "\"organisation.press.as.traffic.audience\" = 3000"),
    ("quality", "\"organisation.firms.as.enterprise.requirements\" = 0.5"),
    ("research", "\"organisation.school.costs.research\" = 1"),
    ("coverage", "\"organisation.firms.as.enterprise.service\" = 5"),
    ("members", "\"segment.people.mechanism.adoption.external\" = \"3 per year\""),
    ("capital", "\"organisation.fund.as.investor.rounds\" = 3\n\"organisation.fund.as.investor.members\" = 1"),
];

/// An arrow: its knob, whole and cut; other settings; its source; its target.
struct Arrow {
    knob: &'static str,
    whole: f64,
    given: &'static str,
    source: &'static str,
    target: &'static str,
}

const ARROWS: [Arrow; 14] = [
    Arrow { knob: "content_reach", whole: 3.0, given: "", source: "content", target: "adopted" },
    Arrow { knob: "traffic_reach", whole: 3.0, given: "", source: "traffic", target: "adopted" },
    Arrow { knob: "quality_reach", whole: 2.0, given: "", source: "quality", target: "adopted" },
    Arrow { knob: "coverage_reach", whole: 2.0, given: "", source: "coverage", target: "adopted" },
    Arrow { knob: "quality_holds", whole: 2.0, given: "", source: "quality", target: "members" },
    Arrow { knob: "quality_used", whole: 2.0, given: "", source: "quality", target: "deeds" },
    Arrow { knob: "research_quality", whole: 0.01, given: "", source: "research", target: "quality" },
    Arrow { knob: "coverage_quality", whole: 1.0, given: "", source: "coverage", target: "quality" },
    Arrow { knob: "members_hub", whole: 1.0, given: "hub", source: "members", target: "gave:content" },
    Arrow { knob: "members_leads", whole: 1.0, given: "", source: "members", target: "demand:1" },
    Arrow { knob: "members_talent", whole: 1.0, given: "service", source: "members", target: "coverage" },
    Arrow { knob: "capital_budget", whole: 1.0, given: "", source: "capital", target: "money-paid" },
    // Fifty deeds a week, each worth a unit of code: enough to keep quality constant.
    Arrow { knob: "even_code", whole: 2608.928, given: "code", source: "code", target: "quality" },
    Arrow { knob: "merge_quality", whole: 1.0, given: "code, even", source: "review", target: "quality" },
];

fn world(arrow: &Arrow) -> String {
    let members = arrow.source == "members";
    let mut text = LOOP.replace("EXTERNAL", if members { "0" } else { "0.5" });
    if members {
        text = text.replace(LEAVING, "");
    }
    for given in arrow.given.split(", ").filter(|given| !given.is_empty()) {
        let (old, new) = match given {
            // Few enough that all are asked for.
            "hub" => ("    hours = 100\n", "    hours = 10\n"),
            // So that skill changes coverage.
            "service" => ("    service = 0\n", "    service = 5\n"),
            "code" => ("    who = [\"core\"]\n", "    who = [\"core\"]\n    value = { code = 1 }\n"),
            _ => ("    [flywheel]\n", "    [flywheel]\n    even_code = 2608.928\n"),
        };
        assert_eq!(text.matches(old).count(), 1, "{old}");
        text = text.replace(old, new);
    }
    text += &format!("{} = {}\n", arrow.knob, arrow.whole);
    let cut = format!("\"flywheel.{}\" = 0", arrow.knob);
    text += &format!("[treatment.cut]\n{cut}\n");
    for (push, set) in PUSHES {
        text += &format!("[treatment.{push}]\n{set}\n[treatment.{push}-cut]\n{set}\n{cut}\n");
    }
    text
}

fn series(study: &Study, design: &str, metric: &str) -> Vec<f64> {
    let column = study.experiment.metrics.iter().position(|m| m.name == metric).unwrap();
    study.trajectory(design, 0).rows.iter().map(|row| row[column]).collect()
}

/// The largest difference that cutting the arrow makes.
fn moved(study: &Study, whole: &str, cut: &str, metric: &str) -> f64 {
    let (a, b) = (series(study, whole, metric), series(study, cut, metric));
    a.iter().zip(&b).map(|(a, b)| (a - b).abs() / (1.0 + a.abs())).fold(0.0, f64::max)
}

#[test]
fn an_arrow_that_is_cut_stops_its_own_path_and_no_other() {
    for arrow in &ARROWS {
        let study = run(&world(arrow));
        let unmoved = moved(&study, "baseline", "cut", arrow.target);
        assert!(unmoved < 1e-6, "{}: moves {} with everything at its usual: {unmoved}", arrow.knob, arrow.target);
        for (push, _) in PUSHES {
            let difference = moved(&study, push, &format!("{push}-cut"), arrow.target);
            if push == arrow.source {
                assert!(difference > 1e-3, "{}: {push} does not move {}: {difference}", arrow.knob, arrow.target);
            } else {
                assert!(difference < 1e-6, "{}: {push} moves {}: {difference}", arrow.knob, arrow.target);
            }
        }
    }
}

#[test]
fn milestones_bring_capital_only_while_there_are_rounds() {
    for (rounds, wanted) in [(0, 0.0), (1, 100.0), (2, 300.0)] {
        let text = LOOP.replace("EXTERNAL", "3").replace("rounds = 0", &format!("rounds = {rounds}\n    step = 1.1"));
        let study = run(&text);
        assert_eq!(study.mean("capital", study.last()), wanted);
    }
    // Without members no milestone is met.
    let study = run(&LOOP.replace("EXTERNAL", "0").replace("rounds = 0", "rounds = 2"));
    assert_eq!(study.mean("capital", study.last()), 0.0);
}

#[test]
fn members_bring_leads_and_talent_by_their_power() {
    for (power, people) in [(1.0_f64, 2_000), (0.5, 1_500)] {
        let text = LOOP
            .replace("EXTERNAL", "500")
            .replace(LEAVING, "")
            .replace("people = 2000", &format!("people = {people}"))
            .replace("service = 0", "service = 5")
            .replace("horizon = \"1 year\"", "horizon = \"4 years\"");
        let with = |arrow: &str| run(&(text.clone() + &format!("{arrow} = {power}\n")));
        let plain = run(&text);
        // Everybody joins at once.
        let times = (f64::from(people + 50) / 550.0).powf(power);
        let (few, many) = (plain.mean("demand:1", 100), with("members_leads").mean("demand:1", 100));
        close(many / few, times, 1e-3);
        // ds/dt = λ·k·s·(1 − s), of which ten projects a month for ten.
        let study = with("members_talent");
        for row in [30_usize, 80, 150] {
            let skill = |rate: f64| 1.0 / (1.0 + 4.0 * (-rate * (row as f64) * 7.0 / 365.25).exp());
            close(plain.mean("coverage", row), skill(0.2), 0.01);
            close(study.mean("coverage", row), skill(0.2 * times), 0.02);
        }
    }
}

#[test]
fn what_is_not_served_costs_quality_by_its_share() {
    for (service, rate) in [(2.0, 1.0), (10.0, 0.3)] {
        // One partner of skill .2 and ten projects: two a month, of twice as many as each firm needs.
        let text = LOOP
            .replace("EXTERNAL", "0")
            .replace("service = 0", &format!("service = {service}"))
            .replace("skill = [0.2]", "skill = [0.2]\n    learning = \"0 per year\"")
            + &format!("coverage_quality = {rate}\n");
        let study = run(&text);
        let coverage = 2.0 / (2.0 * service);
        // From the second week on, when both sides have said what they can and need.
        let (first, last) = (study.mean("quality", 5).ln(), study.mean("quality", 50).ln());
        close(study.mean("coverage", 50), coverage, 1e-9);
        close(last - first, -rate * (1.0 - coverage) * 45.0 * 7.0 / 365.25, 1e-9);
    }
}

#[test]
fn code_that_waits_for_review_is_no_code_yet() {
    for hours in [10.0, 25.0] {
        let text = LOOP
            .replace("EXTERNAL", "0")
            .replace("    hours = 50\n    patience", &format!("    hours = {hours}\n    patience"))
            .replace("standing = 1\n", "")
            .replace("who = [\"core\"]", "who = [\"core\"]\n    value = { code = 1 }")
            .replace("horizon = \"1 year\"", "horizon = \"10 years\"")
            + "even_code = 2608.928\nwear = \"1 per year\"\n";
        let all = run(&text);
        close(all.mean("quality", all.last()), 1.0, 1e-6);
        let merged = run(&(text + "merge_quality = 1\n"));
        // Reviewers merge so many of fifty a week: Q tends to k^(λ/(1−φ)).
        close(merged.mean("quality", merged.last()), (hours / 50.0_f64).powf(0.7 / 0.5), 0.01);
    }
}

#[test]
fn each_arrow_of_the_default_community_turns_something() {
    let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/open-source-database.toml");
    let default = Scenario::load(&default).unwrap();
    let rows = |arrow: Option<&str>| {
        let mut patch = vec!["replicates=4".to_owned(), "coast.replicates=0".to_owned()];
        patch.extend(arrow.map(|arrow| format!("flywheel.{arrow}=0")));
        let scenario = default.patched(&Patch::from_args(&patch).unwrap()).unwrap();
        let ensemble = Experiment::baseline(&scenario).unwrap().run(&|_| {});
        ensemble.runs[0].iter().map(|run| format!("{:?}", run.rows)).collect::<Vec<_>>()
    };
    let whole = rows(None);
    for arrow in [
        "content_reach",
        "even_code",
        "merge_quality",
        "quality_reach",
        "quality_holds",
        "quality_used",
        "traffic_reach",
        "coverage_quality",
        "members_hub",
        "members_leads",
        "members_talent",
        "talent_hub",
        "leads_enterprises",
        "references_enterprises",
        "research_quality",
        "capital_budget",
    ] {
        assert!(rows(Some(arrow)) != whole, "{arrow} turns nothing");
    }
}
