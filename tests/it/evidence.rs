//! Evidence: the bench of published experiments is whole, bends nothing, and answers.

use std::collections::BTreeSet;
use std::path::Path;

use zaoshi::evidence::{FILES, Measure, answers, rows};
use zaoshi::experiment::Experiment;
use zaoshi::scenario::Scenario;

fn loaded(name: &str) -> Scenario {
    let text = FILES.iter().find(|(own, _)| *own == name).unwrap_or_else(|| panic!("no scenario {name}")).1;
    Scenario::parse(&format!("evidence/{name}.toml"), text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn every_row_is_posed_by_a_scenario_that_has_its_arms_and_metric_or_says_why_not() {
    let rows = rows(None).unwrap();
    let ids: BTreeSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!((rows.len(), ids.len()), (96, 96));
    assert!(rows.iter().filter(|row| row.is_posed()).count() >= 70);
    for row in &rows {
        assert!(row.is_posed() == row.left_out.is_empty(), "{}: posed, or left out with a reason", row.id);
        assert!(!row.citation.is_empty() && !row.address.is_empty(), "{}", row.id);
        if !row.is_posed() {
            continue;
        }
        let measure = row.measure.unwrap_or_else(|| panic!("{}: no measure", row.id));
        let band = row.low.is_some() || row.high.is_some();
        assert!(
            band && row.low.unwrap_or(f64::NEG_INFINITY) <= row.high.unwrap_or(f64::INFINITY),
            "{}: no band",
            row.id
        );
        assert_eq!(measure == Measure::Elasticity, row.factor.is_some(), "{}", row.id);
        let experiment = Experiment::design(&loaded(&row.scenario)).unwrap();
        assert!(experiment.metrics.iter().any(|metric| metric.name == row.metric), "{}: no {}", row.id, row.metric);
        for arm in row.arm.split('>').chain([row.than.as_str()]).map(str::trim) {
            let known = ["", "control"].contains(&arm) || experiment.designs.iter().any(|design| design.name == arm);
            assert!(known, "{}: no arm {arm}", row.id);
        }
    }
}

#[test]
fn every_file_of_the_bench_is_inside_and_used() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/evidence");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let files: BTreeSet<String> = files.filter_map(|name| name.strip_suffix(".toml").map(str::to_owned)).collect();
    let listed: BTreeSet<String> = FILES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(listed, files);
    let used: BTreeSet<String> =
        rows(None).unwrap().into_iter().map(|row| row.scenario).filter(|n| !n.is_empty()).collect();
    assert_eq!(used, files);
    for (name, text) in FILES {
        let first = text.lines().next().unwrap();
        assert!(first.starts_with("# ") && first.contains('?'), "{name}: {first}");
    }
}

/// What a study gives of a mechanism, besides switching it on: hours, levels, people who do not adopt by themselves, and the cause whose
/// elasticity was published.
const GIVEN: [&str; 7] = [
    "mechanism.triggers.own",
    "mechanism.review.hours",
    "mechanism.mentoring.hours",
    "mechanism.adoption.external",
    "mechanism.adoption.social",
    "mechanism.referral.will",
    "mechanism.referral.conversion",
];
/// The study is about this rule of spreading.
const RULE: (&str, &str) = ("clustered-or-random", "mechanism.adoption.rule");

#[test]
fn a_study_bends_no_mechanism() {
    for (name, text) in FILES {
        let tree: toml::Table = toml::from_str(text).unwrap();
        let mut written = Vec::new();
        leaves("", &toml::Value::Table(tree), &mut written);
        for path in written.iter().filter(|path| path.contains("mechanism.")) {
            let at = &path[path.find("mechanism.").unwrap()..];
            let switch = at.split('.').count() == 2 || at.ends_with(".off");
            let known = switch || GIVEN.contains(&at) || (*name, at) == RULE;
            assert!(known, "{name} sets {path}");
        }
    }
}

fn leaves(path: &str, value: &toml::Value, list: &mut Vec<String>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                leaves(&if path.is_empty() { key.clone() } else { format!("{path}.{key}") }, value, list);
            }
        }
        _ => list.push(path.to_owned()),
    }
}

#[test]
fn the_bench_answers_and_answers_the_same() {
    let (one, two) = (answers(Some("F"), None).unwrap(), answers(Some("F"), None).unwrap());
    for (a, b) in one.iter().zip(&two).filter(|(a, _)| a.row.is_posed()) {
        assert!(a.ours.is_some_and(f64::is_finite), "{}", a.row.id);
        assert_eq!(a.ours.map(f64::to_bits), b.ours.map(f64::to_bits), "{}", a.row.id);
    }
    assert!(answers(Some("Z99"), None).unwrap_err().to_string().contains("Z99"));
}

#[test]
fn a_row_that_names_what_its_scenario_lacks_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let text = FILES.iter().find(|(name, _)| *name == "first-star").unwrap().1;
    std::fs::write(folder.path().join("first-star.toml"), text).unwrap();
    let heads = "id,group,cluster,citation,what,published,low,high,unit,verified,address,left_out,scenario,measure,metric,arm,than,\
                 from_week,until_week,factor,fit_path,fit_low,fit_high,fit_to";
    let said = |metric: &str, arm: &str| {
        let row = format!("X01,S,X,A study,what,1,0.5,2,ratio,source,here,,first-star,ratio,{metric},{arm},,0,22,,,,,");
        std::fs::write(folder.path().join("rows.csv"), format!("{heads}\n{row}\n")).unwrap();
        answers(None, Some(folder.path())).map(|list| list[0].ours).map_err(|error| error.to_string())
    };
    assert!(said("members:supporters", "given").unwrap().is_some());
    assert!(said("members:suporters", "given").unwrap_err().contains("row X01 names members:suporters"));
    assert!(said("members:supporters", "gven").unwrap_err().contains("row X01 names gven"));
    std::fs::write(folder.path().join("rows.csv"), "id\nX\n").unwrap();
    assert!(answers(None, Some(folder.path())).unwrap_err().to_string().contains("rows.csv"));
}
