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

/// Paths and values that a preset sets.
type Sets = Vec<(String, String)>;

/// Every preset and version, by the name that a scenario gives it, with what it sets.
fn editions() -> Vec<(String, Preset, Sets)> {
    let mut list = Vec::new();
    for preset in all() {
        for version in preset.versions.clone() {
            list.push((format!("{}@{}", preset.name, version.name), preset.clone(), version.sets));
        }
        list.push((preset.name.clone(), preset.clone(), preset.sets.clone()));
    }
    list
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

/// The published numbers of a preset or version: those of its own, and of the newest rules those that it does not change.
fn published_of(name: &str) -> Vec<(String, Set)> {
    let base = name.split('@').next().unwrap();
    let rows = published();
    let own: Vec<(String, Set)> =
        rows.iter().filter(|(of, _, _)| of == name).map(|(_, path, told)| (path.clone(), told.clone())).collect();
    let newest = rows.into_iter().filter(|(of, _, _)| of == base).map(|(_, path, told)| (path, told));
    let kept: Vec<_> = newest.filter(|(path, _)| own.iter().all(|(at, _)| at != path)).collect();
    own.into_iter().chain(kept).collect()
}

#[test]
fn every_number_is_the_one_that_was_published() {
    for (name, _, sets) in editions() {
        let scenario = swapped(&[&name], "");
        for (path, told) in published_of(&name) {
            // A version may lack a rule of the newest.
            if !sets.iter().any(|(at, _)| *at == path) {
                assert!(name.contains('@'), "{name}: {path} is not set");
                continue;
            }
            let found = match value(&scenario, &path) {
                Set::Count(n) => Set::Number(n as f64),
                other => other,
            };
            assert_eq!(found, told, "{name}: {path}");
        }
    }
}

#[test]
fn every_number_that_a_preset_sets_was_published_or_is_called_assumed() {
    let mut named = BTreeSet::new();
    for (name, preset, sets) in editions() {
        let scenario = swapped(&[&name], "");
        let table: BTreeSet<String> = published_of(&name).into_iter().map(|(path, _)| path).collect();
        for (path, _) in &sets {
            let number = matches!(value(&scenario, path), Set::Number(_) | Set::Count(_) | Set::Quota(..));
            assert!(!number || table.contains(path) != preset.assumes(path), "{name}: {path}");
            named.insert((name.clone(), path.clone()));
        }
    }
    let unset: Vec<_> =
        published().into_iter().map(|(name, path, _)| (name, path)).filter(|row| !named.contains(row)).collect();
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
        assert!(preset.read_on.as_str() >= "2026-11-22", "{}", preset.name);
        assert!(preset.link.starts_with("http"), "{}", preset.name);
        assert!(preset.says.ends_with('.'), "{}", preset.name);
        for approximated in preset.fields.iter().filter(|field| field.how == "approximated") {
            assert!(
                !approximated.note.is_empty(),
                "{}: {} is approximated without a note",
                preset.name,
                approximated.name
            );
        }
        for pair in preset.versions.windows(2) {
            let apart = pair[0].from != pair[1].from || pair[0].from.is_none();
            assert!(apart, "{}: two versions of one day", preset.name);
        }
        for version in &preset.versions {
            assert!(
                !version.changes.is_empty() && version.link.starts_with("http"),
                "{}@{}",
                preset.name,
                version.name
            );
            assert!(version.sets != preset.sets, "{}@{} is the newest", preset.name, version.name);
        }
    }
}

/// A tier, its holders, and whether people come onto it from the open community.
type Held = (String, f64, bool);

/// Holders of every tier of people at the end of three years in the default community, and contributors of the last year; mean over runs.
fn holders(name: &str) -> (Vec<Held>, f64) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/open-source-database.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let (world, _) = text.split_once("[treatment.points-shop]").unwrap();
    let text = format!(
        "{}\n[coast]\nreplicates = 0\n[treatment.swapped]\npresets = [\"{name}\"]\n",
        world.replace("replicates = 64", "replicates = 4")
    );
    let scenario = Scenario::parse(&path.display().to_string(), &text).unwrap();
    let study = run_scenario(&scenario).unwrap();
    let of = |metric: &str| mean(&study.values(1, metric, study.last()));
    let rules = study.experiment.designs[1].model.rules(0).0;
    let ladders = rules.ladders.iter().filter(|ladder| ladder.on_now);
    let tiers = ladders.flat_map(|ladder| {
        let tiers = ladder.tiers.iter().filter(|tier| tier.on_now);
        tiers.map(|tier| (format!("{}.{}", ladder.name, tier.name), tier.from == 0)).collect::<Vec<_>>()
    });
    let held = tiers.map(|(tier, first)| (tier.clone(), of(&format!("holders:{tier}")), first)).collect();
    (held, of("members"))
}

#[test]
fn no_tier_takes_in_the_whole_community() {
    let table: Vec<(String, Vec<Held>, f64)> = editions()
        .into_par_iter()
        .map(|(name, _, _)| {
            let (held, members) = holders(&name);
            (name, held, members)
        })
        .collect();
    let mut wrong = Vec::new();
    for (name, held, members) in table {
        for (tier, n, first) in held {
            println!("{name:32} {tier:32} {n:8.1} of {members:.0}");
            // Ladders of code are for contributors, of whom the default community has some ten a month; those of users are for all members.
            let most = match (tier.starts_with("contributor."), first) {
                (true, true) => 0.1 * members,
                (true, false) => 0.05 * members,
                (false, true) => members,
                (false, false) => 0.9 * members,
            };
            if n > most {
                wrong.push(format!("{name}: {n} of {members} members hold {tier}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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
fn there_are_at_least_fifty_four_and_every_file_is_one_of_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/presets");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let files: BTreeSet<String> = files.filter_map(|name| name.strip_suffix(".toml").map(str::to_owned)).collect();
    let names: Vec<String> = all().into_iter().map(|preset| preset.name).collect();
    assert!(names.len() >= 54);
    assert!(names.is_sorted(), "in the order of their names");
    assert_eq!(names.into_iter().collect::<BTreeSet<_>>(), files);
}

#[test]
fn every_preset_runs_in_the_default_scenario_from_the_start_and_from_a_date() {
    editions().par_iter().for_each(|(name, _, _)| {
        for more in ["", "from = 2025-02-03"] {
            let scenario = with(&[name], more).unwrap_or_else(|mistakes| panic!("{mistakes}"));
            if let Err(Error::Scenario(mistakes)) = Experiment::design(&scenario) {
                panic!("{}", mistakes.render(false));
            }
            let study = run_scenario(&scenario).unwrap();
            for (metric, x) in
                study.ensemble.runs[1][0].rows.iter().flat_map(|r| study.experiment.metrics.iter().zip(r))
            {
                let may = x.is_nan() && metric.undefined.is_some();
                assert!(x.is_finite() || may, "{name}: {} is {x}", metric.name);
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
    let text = "[preset]\nsays = \"A ladder.\"\nsource = \"here\"\nplace = \"there\"\nlink = \"https://example.org\"\nread_on = 2026-11-22\nstatsu = \"repository\"\n\
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
