//! The baseline of the default scenario resembles real communities, and the community to which it was fitted.

use std::path::Path;

use zaoshi::experiment::Experiment;
use zaoshi::scenario::{Patch, Scenario};
use zaoshi::stats::facts;

const DEFAULT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/open-source-database.toml");
const BIRTH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/from-birth.toml");
const TIKV: &str = include_str!("../../scenarios/data/tikv.csv");

/// Facts that the baseline must meet: cohort retention, concentration over twelve months, dispersion of newcomers.
const HELD: [&str; 9] = [
    "newcomers active in months [1,4)",
    "newcomers active in months [3,6)",
    "newcomers active in months [6,9)",
    "newcomers active in months [12,15)",
    "newcomers active in months [24,27)",
    "Gini trailing 12m",
    "top-1 share trailing 12m",
    "absence factor trailing 12m",
    "Poisson dispersion",
];

#[test]
fn the_baseline_lands_near_real_communities() {
    let scenario = Scenario::load(Path::new(DEFAULT)).expect("the default scenario is right");
    let few = Patch::from_args(&["replicates=48".to_owned()]).expect("a patch");
    let facts = facts::measure(&scenario.patched(&few).expect("a patch")).expect("facts");
    let mut middle = 0;
    for held in HELD {
        let fact = facts.iter().find(|f| f.fact.contains(held)).unwrap_or_else(|| panic!("no fact {held}"));
        assert_ne!(fact.verdict(), "outside", "{}: {} in {:?}", fact.fact, fact.ours, fact.range);
        middle += u32::from(fact.verdict() == "middle half");
    }
    assert!(middle >= 5, "{middle} of {} lie in the middle half", HELD.len());
}

#[test]
fn the_baseline_follows_the_history_that_it_was_fitted_to() {
    let scenario = Scenario::load(Path::new(DEFAULT)).expect("the default scenario is right");
    let mut experiment = Experiment::baseline(&scenario).expect("a baseline");
    (experiment.replicates, experiment.coasts) = (32, 0);
    let ensemble = experiment.run(&|_| {});
    let mean = |metric: &str| {
        let column = experiment.metrics.iter().position(|m| m.name == metric).expect("a metric");
        let rows = ensemble.runs[0].iter().flat_map(|t| t.rows.iter().take(12));
        rows.map(|row| row[column]).sum::<f64>() / (12.0 * ensemble.runs[0].len() as f64)
    };
    let real = |column: usize| {
        let months = TIKV.lines().filter(|l| l.as_bytes()[0].is_ascii_digit() && *l >= "2024-08");
        let values: Vec<f64> =
            months.map(|l| l.split(',').nth(column).and_then(|x| x.parse().ok()).expect("a count")).collect();
        assert_eq!(values.len(), 12);
        values.iter().sum::<f64>() / 12.0
    };
    let (active, newcomers) = (mean("active-contributors"), mean("newcomers"));
    assert!((active / real(1) - 1.0).abs() < 0.25, "{active} active contributors a month, really {}", real(1));
    assert!((newcomers - real(2)).abs() < 0.6, "{newcomers} newcomers a month, really {}", real(2));
}

#[test]
fn a_community_from_its_birth_is_like_real_ones_in_all_that_can_be_read_of_it() {
    let scenario = Scenario::load(Path::new(BIRTH)).expect("the scenario is right");
    let facts = facts::measure(&scenario).expect("facts");
    assert!(facts.len() >= 43, "{} facts", facts.len());
    let told = |verdict: &str| {
        let those = facts.iter().filter(|f| f.verdict() == verdict);
        those.map(|f| format!("{}: {} in {:?}", f.fact, f.ours, f.range)).collect::<Vec<_>>()
    };
    assert!(told("outside").is_empty(), "{:#?}", told("outside"));
    let middle = told("middle half").len();
    assert!(10 * middle >= 9 * facts.len(), "{middle} of {}; the rest: {:#?}", facts.len(), told("p5 to p95"));
    // The scenario begins with the output of the command.
    let head = std::fs::read_to_string(BIRTH).expect("the scenario is there").replace("\n# ", " ");
    let says =
        format!("of {} facts all lie inside nine tenths of them, and {middle} inside the middle half", facts.len());
    assert!(head.contains(&says), "the head of the scenario does not say: {says}; the rest: {:#?}", told("p5 to p95"));
}

#[test]
fn a_community_that_is_not_seen_from_its_birth_is_not_judged_by_all_time_figures() {
    let scenario = Scenario::load(Path::new(DEFAULT)).expect("the default scenario is right");
    let few = Patch::from_args(&["replicates=2".to_owned(), "horizon=1 year".to_owned()]).expect("a patch");
    let facts = facts::measure(&scenario.patched(&few).expect("a patch")).expect("facts");
    assert!(facts.iter().all(|f| !f.fact.contains("all time") && !f.fact.contains("one-time")));
}

#[test]
fn the_facts_close_with_how_many_lie_where_and_which_lie_outside() {
    let fact = |fact: &str, ours: f64| facts::Fact { fact: fact.to_owned(), range: [1.0, 2.0, 3.0, 4.0, 5.0], ours };
    let some = [fact("a", 3.0), fact("b", 2.0), fact("c", 1.5), fact("d", 0.5), fact("e", 7.0)];
    for (facts, told) in [
        (&some[..3], "3 of 3 facts lie between p5 and p95, 2 of them in the middle half; none lies outside"),
        (&some[..4], "3 of 4 facts lie between p5 and p95, 2 of them in the middle half; one lies outside: d"),
        (&some, "3 of 5 facts lie between p5 and p95, 2 of them in the middle half; 2 lie outside: d; e"),
    ] {
        assert_eq!(zaoshi::findings::tally(facts), told);
    }
}
