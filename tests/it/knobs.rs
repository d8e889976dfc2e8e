//! Knobs: every value that a scenario may set changes some output.
//!
//! The rich scenario runs with the knob at two values, in a setting in which the knob matters, and all outputs of a run
//! are compared: rows, coast, tiers, cohorts, traces, and the summary without its list of assumptions. The knobs are
//! those of the schema: a knob without a case here fails the test with its path.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use tempfile::TempDir;
use zaoshi::experiment::Experiment;
use zaoshi::mechanisms;
use zaoshi::registry::{Form, Shape};
use zaoshi::scenario::{Patch, Scenario, schema};
use zaoshi::stats::sequential;

use crate::rich::RICH;

mod channels;
mod exchanged;
mod file;
mod groups;
mod momentum;
mod organisations;
mod partners;
mod people;
mod plans;
mod rules;
mod searches;
mod texts;

/// For every knob: settings of both runs, separated by semicolons; the settings of the second run, which must change
/// some output.
const TURNS: &[&[(&str, &str)]] = &[
    file::TURNS,
    people::TURNS,
    rules::TURNS,
    channels::TURNS,
    organisations::TURNS,
    partners::TURNS,
    groups::TURNS,
    momentum::TURNS,
    exchanged::TURNS,
];

fn turns() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    TURNS.iter().copied().flatten()
}

/// The knobs of the schema: paths with `*` for the names that a user chooses. Those of a segment's own mechanisms are
/// left out: they are the same rows.
fn schema_knobs() -> BTreeSet<String> {
    fn table(path: &str, form: &Form, list: &mut BTreeSet<String>) {
        let join = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        list.extend(form.knobs.iter().map(|knob| join(knob.name)));
        for part in form.parts {
            let inner = join(part.name);
            match &part.shape {
                Shape::One(form) => table(&inner, form, list),
                Shape::Named(form) | Shape::Patches(form) => table(&format!("{inner}.*"), form, list),
                Shape::Numbers(_) => {
                    list.insert(format!("{inner}.*"));
                }
                Shape::Rows(rows) if !path.starts_with("segment") => {
                    for (row, _, knobs) in rows() {
                        list.extend(knobs.iter().map(|knob| format!("{inner}.{row}.{}", knob.name)));
                    }
                }
                Shape::Rows(_) => {}
            }
        }
    }
    let mut list = BTreeSet::new();
    table("", &schema::ROOT, &mut list);
    list
}

/// The knob of the schema for a path of a scenario.
fn pattern(path: &str) -> Option<String> {
    let mut form = &schema::ROOT;
    let mut found: Vec<&str> = Vec::new();
    let mut keys = path.split('.');
    while let Some(key) = keys.next() {
        found.push(key);
        if form.knobs.iter().any(|knob| knob.name == key) {
            return keys.next().is_none().then(|| found.join("."));
        }
        match &form.parts.iter().find(|part| part.name == key)?.shape {
            Shape::One(inner) => form = inner,
            Shape::Named(inner) | Shape::Patches(inner) => {
                keys.next()?;
                found.push("*");
                form = inner;
            }
            Shape::Numbers(_) => {
                found.push("*");
                return Some(found.join("."));
            }
            Shape::Rows(_) => {
                found.extend(keys);
                return Some(found.join("."));
            }
        }
    }
    None
}

/// The folder of the files that a scenario may name.
fn files() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(dir.path().join(name), text).unwrap();
    let ring = |step: usize| (0..680).map(move |a| format!("{a},{}\n", (a + step) % 680)).collect::<String>();
    write("near.csv", &format!("from,to\n{}", ring(1)));
    write("far.csv", &format!("from,to\n{}{}", ring(7), ring(1)));
    write("history.csv", "month,day,n,m\n2027-01,2027-01-05,10,20\n2027-02,2027-02-07,11,21\n");
    write("other.csv", "month,day,n,m\n2027-03,2027-03-05,12,20\n2027-04,2027-04-07,13,21\n");
    write("points.csv", "price\n12\n14\n");
    write("more-points.csv", "price\n12\n\"\"\n16\n");
    write(
        "base.toml",
        "name = \"base\"\nstart = 2027-01-04\n[badge.first]\naction = \"use\"\nat = 1\n[segment.users]\n[action.use]\n",
    );
    dir
}

/// The rich scenario without its treatments, small enough for some hundred runs.
fn laboratory() -> String {
    let (text, _) = RICH.split_once("[treatment.").unwrap();
    text.replace("replicates = 2", "replicates = 1")
}

/// The scenario of a text with values set; `DIR` is replaced by the folder of the files.
fn load(dir: &TempDir, text: &str, sets: &[&str]) -> Result<Scenario, String> {
    let render = |error: zaoshi::error::Error| match error {
        zaoshi::error::Error::Scenario(mistakes) => mistakes.render(false),
        other => other.to_string(),
    };
    let scenario = Scenario::parse(&dir.path().join("rich.toml").display().to_string(), text).map_err(render)?;
    let args: Vec<String> = sets.iter().map(|set| set.replace("DIR", &dir.path().display().to_string())).collect();
    scenario.patched(&Patch::from_args(&args).map_err(render)?).map_err(render)
}

/// All outputs of a run.
fn read(scenario: &Scenario) -> Result<String, String> {
    let mut experiment = Experiment::design(scenario).map_err(|error| match error {
        zaoshi::error::Error::Scenario(mistakes) => mistakes.render(false),
        other => other.to_string(),
    })?;
    let ensemble = sequential::run(&mut experiment, &|_| {});
    let mut summary = zaoshi::findings::summary(&experiment, &ensemble).map_err(|error| error.to_string())?;
    // They contain every knob, with or without an effect.
    summary.assumptions.clear();
    summary.warnings.clear();
    Ok(format!("{:?}\n{}", ensemble.runs, serde_json::to_string(&summary).unwrap()))
}

fn sets(given: &str) -> Vec<&str> {
    given.split(';').map(str::trim).filter(|set| !set.is_empty()).collect()
}

#[test]
fn every_knob_is_turned() {
    let turned = turns().chain(plans::TURNS).map(|(_, set)| {
        let (path, _) = set.split_once('=').unwrap();
        pattern(path).unwrap_or_else(|| panic!("the schema knows no knob {path}"))
    });
    let mut turned: BTreeSet<String> = turned.collect();
    turned.extend(searches::TURNS.iter().map(|(knob, _)| (*knob).to_owned()));
    // tests/it/regret.rs compares worlds.
    turned.extend(["target", "world.*.says"].map(str::to_owned));
    turned.extend(texts::TEXTS.iter().map(|(knob, _, _)| (*knob).to_owned()));
    let all = schema_knobs();
    let missing: Vec<&String> = all.difference(&turned).collect();
    assert!(missing.is_empty(), "knobs that no test turns: {missing:#?}");
    let unknown: Vec<&String> = turned.difference(&all).collect();
    assert!(unknown.is_empty(), "knobs that do not exist: {unknown:#?}");
}

#[test]
fn every_knob_changes_something_that_somebody_reads() {
    let dir = files();
    let text = laboratory();
    let laboratories: BTreeSet<&str> = turns().map(|(given, _)| *given).collect();
    let before: BTreeMap<&str, Result<String, String>> = laboratories
        .into_par_iter()
        .map(|given| (given, load(&dir, &text, &sets(given)).and_then(|s| read(&s))))
        .collect();
    let dead: Vec<String> = turns()
        .collect::<Vec<_>>()
        .into_par_iter()
        .filter_map(|(given, set)| {
            let after = load(&dir, &text, &[sets(given), vec![set]].concat()).and_then(|s| read(&s));
            match (&before[given], after) {
                (Ok(before), Ok(after)) => {
                    (*before == after).then(|| format!("{set} changes nothing (given {given:?})"))
                }
                (Err(fault), _) => Some(format!("{given}: {fault}")),
                (_, Err(fault)) => Some(format!("{set}: {fault}")),
            }
        })
        .collect();
    assert!(dead.is_empty(), "{}", dead.join("\n"));
}

#[test]
fn what_only_the_file_itself_can_say_changes_something_that_somebody_reads() {
    let dir = files();
    let run = |text: &str| load(&dir, text, &[]).and_then(|s| read(&s)).unwrap_or_else(|fault| panic!("{fault}"));
    let rich = RICH.replace("replicates = 2", "replicates = 1");
    let before = run(&rich);
    for (knob, old, new) in texts::TEXTS {
        assert_eq!(rich.matches(old).count(), 1, "{knob}: {old}");
        assert_ne!(before, run(&rich.replace(old, new)), "{knob} changes nothing");
    }
}

#[test]
fn a_segment_may_turn_every_knob_of_a_mechanism_for_itself() {
    let dir = files();
    for (given, set) in turns().filter(|(_, set)| set.starts_with("mechanism.")) {
        let own = format!("segment.users.{set}");
        let row = set.split('.').nth(1).unwrap();
        let with = load(&dir, &laboratory(), &[sets(given), vec![&own]].concat()).unwrap();
        let without = load(&dir, &laboratory(), &sets(given)).unwrap();
        assert!(mechanisms::REGISTRY.entry(row).is_some());
        assert_ne!(with.mechanism("users", row), without.mechanism("users", row), "{own}");
        assert_eq!(with.mechanism("students", row), without.mechanism("students", row), "{own}");
    }
}
