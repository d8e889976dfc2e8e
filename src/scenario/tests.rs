//! What the loader promises, sentence by sentence.

use super::*;
use crate::registry::{Set, Shape};

mod damage;
mod values;

const WORLD: &str = r#"
# Does a ladder help?
name = "world"
question = "Does a ladder help?"
start = 2027-01-04

[segment.developers]
people = 4_000
mechanism.adoption.social = "0.5 per year"

[segment.students]

[action.answer]
effort = 0.25  # source: 2026 survey

[action.code]
# guess
effort = 8

[mechanism.adoption]
external = "0.03 per year"

[points.answer]
points = 2
cap = "20 per week"

[points.code]
off = true
points = 30

[budget]
total = 3_000_000
pools = { prizes = 0.5, content = 0.25 }

[ladder.contributor.tier.first]

[ladder.contributor.tier.sig]
from = "first"
entry = { points = 300, within = "180 days" }

[treatment.no-points]
says = "No points"
points = "off"

[treatment.all]
"points.code" = "on"
"ladder.contributor.tier.sig" = { title = "SIG", entry = { points = 100 } }

[treatment.all.points.bonus]
action = "answer"

[intervention.later]
on = 2028-06-01
set = { "points.answer.points" = 1 }

[intervention.sooner]
on = "2028-01-03"
set.action.answer.effort = 1
"#;

fn world() -> Scenario {
    sound(WORLD)
}

fn sound(text: &str) -> Scenario {
    match Scenario::parse("world.toml", text) {
        Ok(scenario) => scenario,
        Err(Error::Scenario(mistakes)) => panic!("{}", mistakes.render(false)),
        Err(other) => panic!("{other}"),
    }
}

fn treated(name: &str) -> Scenario {
    let patch = world().treatments().into_iter().find(|patch| patch.name == name).unwrap();
    world().patched(&patch).unwrap()
}

#[test]
fn a_table_has_its_values_and_the_defaults() {
    let world = world();
    let action = world.settings_if_on("action.code").unwrap();
    assert_eq!(action.value("effort"), Some(&Set::Number(8.0)));
    assert_eq!(action.value("reviewed"), Some(&Set::Flag(false)));
    assert_eq!(world.settings_if_on("contacts"), None);
    assert_eq!(world.settings("contacts").value("kind"), Some(&Set::Text("well-mixed".to_owned())));
    assert_eq!(world.numbers("budget.pools"), [("prizes".to_owned(), 0.5), ("content".to_owned(), 0.25)]);
}

#[test]
fn what_is_off_is_kept_but_not_in_force() {
    let world = world();
    assert_eq!(world.names("points"), ["answer"]);
    assert_eq!(world.all_names("points"), ["answer", "code"]);
    assert_eq!(world.settings_if_on("points.code"), None);
    let off = Patch::from_args(&["ladder=off".to_owned()]).and_then(|patch| world.patched(&patch)).unwrap();
    assert!(off.names("ladder").is_empty() && off.names("ladder.contributor.tier").is_empty());
    assert_eq!(off.settings_if_on("ladder.contributor.tier.sig.entry"), None);
}

#[test]
fn a_segment_has_the_mechanism_with_its_own_values_over_it() {
    let world = world();
    let of = |segment: &str| world.mechanism(segment, "adoption").unwrap().value("social").cloned();
    assert_eq!(of("developers"), Some(Set::Number(0.5)));
    assert_ne!(of("students"), Some(Set::Number(0.5)));
    assert_eq!(world.mechanism("developers", "nothing"), None);
    let arg = "segment.developers.mechanism.adoption=off".to_owned();
    let off = Patch::from_args(&[arg]).and_then(|patch| world.patched(&patch)).unwrap();
    assert_eq!(off.mechanism("developers", "adoption"), None);
    assert!(off.mechanism("students", "adoption").is_some());
}

#[test]
fn a_treatment_lays_its_values_over_the_scenario() {
    assert!(treated("no-points").names("points").is_empty());
    let all = treated("all");
    assert_eq!(all.names("points"), ["answer", "code", "bonus"]);
    let entry = all.settings_if_on("ladder.contributor.tier.sig.entry").unwrap();
    assert_eq!(entry.value("points"), Some(&Set::Number(100.0)));
    assert_eq!(entry.value("within"), Some(&Set::Number(180.0)));
}

#[test]
fn interventions_come_in_the_order_of_their_dates() {
    let world = world();
    let names: Vec<String> = world.interventions().into_iter().map(|(_, patch)| patch.name).collect();
    assert_eq!(names, ["sooner", "later"]);
    let sooner = world.patched(&world.interventions()[0].1).unwrap();
    assert_eq!(sooner.settings("action.answer").value("effort"), Some(&Set::Number(1.0)));
}

#[test]
fn a_patch_that_changes_nothing_changes_nothing() {
    assert_eq!(world().patched(&Patch::default()).unwrap().hash(), world().hash());
}

#[test]
fn the_same_meaning_has_the_same_hash() {
    let same = WORLD
        .replace(
            "people = 4_000\nmechanism.adoption.social = \"0.5 per year\"",
            "mechanism = { adoption = { social = \"0.50 per year\" } }\npeople = 4000",
        )
        .replace("effort = 8\n", "effort = 8.0  # as measured\n")
        .replace("\"2028-01-03\"", "2028-01-03");
    assert_ne!(same, WORLD);
    assert_eq!(sound(&same).hash(), world().hash());
    assert_ne!(sound(&WORLD.replace("effort = 8\n", "effort = 9\n")).hash(), world().hash());
}

#[test]
fn the_resolved_text_loads_as_the_same_scenario() {
    let text = world().resolved_toml();
    assert_eq!(sound(&text).resolved_toml(), text);
    let treated = treated("no-points").resolved_toml();
    assert_eq!(sound(&treated).resolved_toml(), treated);
}

#[test]
fn a_commented_template_means_the_same_and_starts_with_the_question() {
    let text = commented(&world(), "copy");
    assert!(text.starts_with("# Does a ladder help?\n"), "{text}");
    let copy = sound(&text);
    assert_eq!(copy.resolved_toml().replace("\"copy\"", "\"world\""), world().resolved_toml());
    assert!(text.contains("# Hours that it takes.\neffort = 0.25  # source: 2026 survey"), "{text}");
}

#[test]
fn every_number_in_force_is_an_assumption_with_its_comment() {
    let list = world().assumptions();
    let of = |path: &str| list.iter().find(|row| row.path == path);
    let answer = of("action.answer.effort").unwrap();
    assert_eq!((answer.value.as_str(), answer.comment.as_deref()), ("0.25", Some("source: 2026 survey")));
    assert_eq!(of("action.code.effort").unwrap().comment.as_deref(), Some("guess"));
    assert_eq!(of("action.code.barrier").unwrap().at, None);
    assert_eq!(of("segment.developers.mechanism.adoption.social").unwrap().value, "0.5 per year");
    assert!(of("segment.developers.mechanism.adoption.external").is_none());
    assert!(of("points.code.points").is_none() && of("contacts.kind").is_some());
}

#[test]
fn an_extending_scenario_wins_and_comes_second() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    file("below.toml", WORLD);
    file(
        "above.toml",
        "extends = \"below.toml\"\nname = \"above\"\n[points.new]\naction = \"answer\"\n[action.code]\neffort = 4\n",
    );
    let above = Scenario::load(&folder.path().join("above.toml")).unwrap();
    assert_eq!(above.names("points"), ["answer", "new"]);
    assert_eq!(above.settings("action.code").value("effort"), Some(&Set::Number(4.0)));
    assert_eq!(above.settings("").value("name"), Some(&Set::Text("above".to_owned())));
    assert_eq!(above.written_value("points.answer.cap").unwrap().1.file, 1);
    assert_eq!(above.treatments().len(), 2);
}

#[test]
fn a_mistake_of_the_model_points_at_what_stands_nearest() {
    let world = world();
    let mistake = world.mistake("ladder.contributor.tier.sig.benefit.cash", "too much", None, "here");
    assert_eq!(&WORLD[mistake.at.start..mistake.at.end], "sig");
    assert!(
        matches!(world.mistakes(vec![mistake]), Error::Scenario(mistakes) if mistakes.render(true).contains("too much"))
    );
}

#[test]
fn the_json_schema_describes_every_part() {
    let schema = schema_json();
    for part in schema::ROOT.parts {
        let of = &schema["properties"][part.name];
        assert_eq!(of["type"], "object", "{}", part.name);
        let closed = &of["additionalProperties"];
        match part.shape {
            Shape::One(_) | Shape::Rows(_) => assert_eq!(closed, false),
            // Or a word that takes out what a file inherits.
            Shape::Patches(_) => assert_eq!(closed["anyOf"][0]["additionalProperties"], true),
            _ => assert_eq!(closed["additionalProperties"], false),
        }
    }
    let effort = &schema["properties"]["action"]["additionalProperties"]["properties"]["effort"];
    assert_eq!((&effort["default"], &effort["maximum"]), (&0.5.into(), &1000.0.into()));
    assert_eq!(schema["properties"]["tick"]["enum"][1], "1 week");
}
