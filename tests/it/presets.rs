//! Presets: they set exactly the published numbers, and one line adds each of them to a scenario.
//!
//! `presets.csv` was transcribed from the tables of the sources, independently of the preset files: a number that
//! differs, or that is missing in one of the two, fails here.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;
use zaoshi::error::Error;
use zaoshi::experiment::Experiment;
use zaoshi::registry::Set;
use zaoshi::scenario::{Preset, Scenario, presets};

use crate::study::{mean, run_scenario};

mod laid;

fn all() -> Vec<Preset> {
    presets().unwrap_or_else(|error| match error {
        Error::Scenario(mistakes) => panic!("{}", mistakes.render(false)),
        other => panic!("{other}"),
    })
}

/// The default scenario, small, with one more design that uses other presets.
fn with(presets: &[&str], more: &str) -> Result<Scenario, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/open-source-database.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let (world, _) = text.split_once("[treatment.points-shop]").unwrap();
    let world = world.replace("people = 9_000", "people = 900").replace("people = 3_000", "people = 300");
    let world = world.replace("_at_start = 2_250", "_at_start = 225").replace("_at_start = 750", "_at_start = 75");
    let world = world.replace("replicates = 64", "replicates = 1").replace("3 years", "1 year");
    let text = format!("{world}\n[coast]\nreplicates = 0\n[treatment.swapped]\npresets = {presets:?}\n{more}\n");
    Scenario::parse(&path.display().to_string(), &text).map_err(|error| match error {
        Error::Scenario(mistakes) => mistakes.render(false),
        other => other.to_string(),
    })
}

/// The scenario with its only design applied.
fn swapped(presets: &[&str], more: &str) -> Scenario {
    let scenario = with(presets, more).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    scenario.patched(&scenario.treatments()[0]).unwrap()
}

fn value(scenario: &Scenario, path: &str) -> Set {
    let (table, knob) = path.rsplit_once('.').unwrap();
    scenario.settings(table).value(knob).cloned().unwrap_or_else(|| panic!("{path} does not exist"))
}

/// A row of the table as a knob's value.
fn held(value: &str, unit: &str) -> Set {
    let x: f64 = value.parse().unwrap();
    let days = |unit: &str| match unit {
        "day" => 1.0,
        "week" => 7.0,
        "month" => 365.25 / 12.0,
        "quarter" => 365.25 / 4.0,
        "year" => 365.25,
        other => panic!("no unit {other}"),
    };
    match unit.split_once("a ") {
        Some((_, of)) => Set::Quota(x, days(of)),
        None if unit.is_empty() => Set::Number(x),
        None => Set::Number(x * days(unit)),
    }
}

/// Preset, path and value of every published number.
fn published() -> Vec<(String, String, Set)> {
    let mut table = csv::Reader::from_reader(include_bytes!("presets.csv").as_slice());
    let row = |row: csv::StringRecord| (row[0].to_owned(), row[1].to_owned(), held(&row[2], &row[3]));
    table.records().map(|record| row(record.unwrap())).collect()
}

#[test]
fn every_number_is_the_one_that_was_published() {
    for preset in all() {
        let scenario = swapped(&[&preset.name], "");
        for (_, path, told) in published().into_iter().filter(|(name, _, _)| *name == preset.name) {
            let found = match value(&scenario, &path) {
                Set::Count(n) => Set::Number(n as f64),
                other => other,
            };
            assert_eq!(found, told, "{}: {path}", preset.name);
        }
    }
}

#[test]
fn every_number_that_a_preset_sets_was_published_or_is_called_assumed() {
    let table: BTreeSet<(String, String)> = published().into_iter().map(|(name, path, _)| (name, path)).collect();
    let mut set = BTreeSet::new();
    for preset in all() {
        let scenario = swapped(&[&preset.name], "");
        for (path, _) in &preset.sets {
            let row = (preset.name.clone(), path.clone());
            let number = matches!(value(&scenario, path), Set::Number(_) | Set::Count(_) | Set::Quota(..));
            assert!(!number || table.contains(&row) != preset.assumes(path), "{}: {path}", preset.name);
            set.insert(row);
        }
    }
    let unset: Vec<_> = table.difference(&set).collect();
    assert!(unset.is_empty(), "published, and set by no preset: {unset:#?}");
}

#[test]
fn every_published_number_that_is_set_is_told_of_as_a_field() {
    for preset in all() {
        let told: BTreeSet<&str> = preset.fields.iter().map(|field| field.path.as_str()).collect();
        for (_, path, _) in published().into_iter().filter(|(name, _, _)| *name == preset.name) {
            assert!(told.contains(path.as_str()), "{}: {path}", preset.name);
        }
        assert!(!preset.not_published.is_empty(), "{}: is everything published?", preset.name);
        assert_eq!(preset.read_on, "2026-11-22", "{}", preset.name);
        assert!(preset.says.ends_with('.'), "{}", preset.name);
    }
}

/// The words by which a source describes a rule, for each rule that has a knob.
const SAYABLE: [(&str, &[&str]); 8] = [
    ("sponsors_from", &["employer", "companies"]),
    ("removed", &["clawed back", "deleted", "removed content"]),
    ("season", &["cleared", "season"]),
    ("expires", &["expire"]),
    ("grows", &["grow"]),
    ("quorum", &["quorum"]),
    ("vote", &["vote"]),
    ("term", &["term of", "terms of"]),
];

#[test]
fn what_a_knob_could_say_is_called_not_modelled_only_with_a_reason() {
    for preset in all() {
        for field in preset.fields.iter().filter(|field| field.how == "not modelled" && field.note.is_empty()) {
            let said = SAYABLE.iter().filter(|(_, words)| words.iter().any(|word| field.published.contains(word)));
            let knobs: Vec<_> = said.map(|(knob, _)| knob).collect();
            assert!(knobs.is_empty(), "{}: \"{}\" may be said by {knobs:?}", preset.name, field.published);
        }
    }
}

#[test]
fn there_are_at_least_twenty_five_and_every_file_is_one_of_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/presets");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let files: BTreeSet<String> = files.filter_map(|name| name.strip_suffix(".toml").map(str::to_owned)).collect();
    let names: Vec<String> = all().into_iter().map(|preset| preset.name).collect();
    assert!(names.len() >= 25);
    assert!(names.is_sorted(), "in the order of their names");
    assert_eq!(names.into_iter().collect::<BTreeSet<_>>(), files);
}

#[test]
fn every_preset_runs_in_the_default_scenario_from_the_start_and_from_a_date() {
    all().par_iter().for_each(|preset| {
        for more in ["", "from = 2025-02-03"] {
            let scenario = with(&[&preset.name], more).unwrap_or_else(|mistakes| panic!("{mistakes}"));
            if let Err(Error::Scenario(mistakes)) = Experiment::design(&scenario) {
                panic!("{}", mistakes.render(false));
            }
            let study = run_scenario(&scenario).unwrap();
            for (metric, x) in
                study.ensemble.runs[1][0].rows.iter().flat_map(|r| study.experiment.metrics.iter().zip(r))
            {
                let may = x.is_nan() && metric.undefined.is_some();
                assert!(x.is_finite() || may, "{}: {} is {x}", preset.name, metric.name);
            }
        }
    });
}

#[test]
fn a_body_that_elects_itself_has_founders_from_whatever_day_it_stands() {
    for (name, tier, most) in [("cncf-toc", "toc", 11.0), ("postgresql-committer", "committer", f64::INFINITY)] {
        for more in ["", "from = 2025-02-03"] {
            let study = run_scenario(&with(&[name], more).unwrap_or_else(|mistakes| panic!("{mistakes}"))).unwrap();
            let holders = mean(&study.values(1, &format!("holders:contributor.{tier}"), study.last()));
            assert!(holders > 0.0 && holders <= most, "{name} {more}: {holders}");
        }
    }
}

#[test]
fn a_preset_file_is_checked_like_a_scenario_with_the_nearest_names() {
    let text = "[preset]\nsays = \"A ladder.\"\nsource = \"here\"\nplace = \"there\"\nread_on = 2026-11-22\nstatsu = \"repository\"\n\
                [preset.fields]\none = { published = \"1 PR\", path = \"ladder.contributor.tier.one.entry.points\" }\n\
                two = { published = \"a vote\", how = \"guessed\" }\n\
                [ladder.contributor]\nactions = [\"cod\"]\n[ladder.contributor.tier.one]\nentry = { deeds = -1 }\n[budget]\ntotal = 3\n";
    let said = match Preset::read("mine", text) {
        Err(Error::Scenario(mistakes)) => mistakes.render(false),
        _ => "no mistake".to_owned(),
    };
    insta::assert_snapshot!(said);
}

#[test]
fn an_action_that_the_scenario_lacks_is_named_with_what_may_stand_for_it() {
    let small = "name = \"small\"\nstart = 2027-01-04\n[segment.users]\n[action.answers]\n[action.use]\n";
    let swap = "[treatment.swap]\npresets = [\"stack-exchange\"]\n";
    let said = |text: &str| match Scenario::parse("small.toml", text) {
        Err(Error::Scenario(mistakes)) => mistakes.render(false),
        _ => "no mistake".to_owned(),
    };
    insta::assert_snapshot!(said(&format!("{small}{swap}")));
    let map = "[preset-actions]\nanswer = \"answers\"\nask = \"use\"\n";
    assert_eq!(said(&format!("{small}{map}{swap}")), "no mistake");
    assert!(said(&format!("{small}[preset-actions]\nanswer = \"answer\"\n")).contains("did you mean \"answers\"?"));
}
