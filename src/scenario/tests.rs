//! What the loader promises, sentence by sentence.

use super::tree::{Node, Value};
use super::*;
use crate::shelf::{Knob, Set, Shape};

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

fn read(knob: &Knob, text: &str) -> Option<Set> {
    let node = Node { key: Default::default(), at: Default::default(), value: Value::Text(text.to_owned()) };
    values::read(knob, &node).ok()
}

#[test]
fn rates_are_held_per_year() {
    let knob = Knob::rate("r", 0.0..=1000.0, 0.0);
    let rates = [("0.03 per year", 0.03), ("1 per day", 365.25), ("2 per month", 24.0), ("1 per quarter", 4.0)];
    for (text, rate) in rates {
        assert_eq!(read(&knob, text), Some(Set::Number(rate)), "{text}");
    }
    for text in [
        "0.03",
        "0.03 per",
        "per year",
        "x per year",
        "inf per year",
        "1 per hour",
        "1 per 0 days",
        "1e999 per year",
        "-1 per year",
    ] {
        assert_eq!(read(&knob, text), None, "{text}");
    }
}

#[test]
fn spans_of_time_are_held_in_days() {
    let knob = Knob::duration("d", 0.0..=40_000.0, 1.0);
    let spans =
        [("30 days", 30.0), ("1 week", 7.0), ("3 years", 1095.75), ("8 hours", 8.0 / 24.0), ("2 months", 60.875)];
    for (text, days) in spans {
        assert_eq!(read(&knob, text), Some(Set::Number(days)), "{text}");
    }
    for text in ["30", "30days", "days", "3 yr", "NaN days"] {
        assert_eq!(read(&knob, text), None, "{text}");
    }
}

#[test]
fn quotas_are_held_as_amount_and_days() {
    let knob = Knob::maybe_quota("q", 0.0..=1e9);
    let quotas = [("20 per week", 20.0, 7.0), ("2_000 per quarter", 2000.0, 91.3125), ("5 per 180 days", 5.0, 180.0)];
    for (text, amount, days) in quotas {
        assert_eq!(read(&knob, text), Some(Set::Quota(amount, days)), "{text}");
    }
}

#[test]
fn a_value_that_is_written_again_reads_the_same() {
    let rate = Knob::rate("r", 0.0..=1e6, 0.0);
    let span = Knob::duration("d", 0.0..=1e6, 0.0);
    let quota = Knob::maybe_quota("q", 0.0..=1e9);
    let texts =
        ["0.1 per week", "1.5 days", "1 hour", "7 weeks", "0.7 months", "30.4375 days", "33 per 2 weeks", "3 per hour"];
    for text in texts {
        for knob in [&rate, &span, &quota] {
            let Some(set) = read(knob, text) else { continue };
            let again = written::written(knob, &set);
            assert_eq!(read(knob, again.trim_matches('"')), Some(set), "{text} became {again}");
        }
    }
}

#[test]
fn a_table_has_its_values_and_the_defaults() {
    let world = world();
    let action = world.one("action.code").unwrap();
    assert_eq!(action.value("effort"), Some(&Set::Number(8.0)));
    assert_eq!(action.value("reviewed"), Some(&Set::Flag(false)));
    assert_eq!(world.one("contacts"), None);
    assert_eq!(world.settings("contacts").value("kind"), Some(&Set::Text("well-mixed".to_owned())));
    assert_eq!(world.numbers("budget.pools"), [("prizes".to_owned(), 0.5), ("content".to_owned(), 0.25)]);
}

#[test]
fn what_is_off_is_kept_but_not_in_force() {
    let world = world();
    assert_eq!(world.names("points"), ["answer"]);
    assert_eq!(world.all_names("points"), ["answer", "code"]);
    assert_eq!(world.one("points.code"), None);
    let off = Patch::from_args(&["ladder=off".to_owned()]).and_then(|patch| world.patched(&patch)).unwrap();
    assert!(off.names("ladder").is_empty() && off.names("ladder.contributor.tier").is_empty());
    assert_eq!(off.one("ladder.contributor.tier.sig.entry"), None);
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
    let entry = all.one("ladder.contributor.tier.sig.entry").unwrap();
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
    assert_eq!(above.given("points.answer.cap").unwrap().1.file, 1);
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
fn a_document_nested_out_of_all_measure_is_a_mistake_and_no_more() {
    let key = ["a"; 79].join(".");
    let value = (0..20).fold("1".to_owned(), |value, _| format!("{{ {key} = {value} }}"));
    assert!(Scenario::parse("deep.toml", &format!("[treatment.deep]\n{key} = {value}")).is_err());
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
            Shape::Patches(_) => assert_eq!(closed["additionalProperties"], true),
            _ => assert_eq!(closed["additionalProperties"], false),
        }
    }
    let effort = &schema["properties"]["action"]["additionalProperties"]["properties"]["effort"];
    assert_eq!((&effort["default"], &effort["maximum"]), (&0.5.into(), &1000.0.into()));
    assert_eq!(schema["properties"]["tick"]["enum"][1], "1 week");
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_loader_panic(text in "(name|start|[a-z.\"=\\[\\]{}0-9 \n#ψ]|points|answer|off|treatment|\"){0,60}") {
        if let Err(Error::Scenario(mistakes)) = Scenario::parse("any.toml", &text) {
            mistakes.render(false);
        }
    }

    #[test]
    fn no_damage_to_a_scenario_makes_the_loader_panic(at in 0..WORLD.len(), cut in 0..40_usize, put in "[\"'=.{}\\[\\]\n0-9a-zψ]{0,6}") {
        let text = format!("{}{put}{}", &WORLD[..at], &WORLD[(at + cut).min(WORLD.len())..]);
        match Scenario::parse("any.toml", &text) {
            Ok(scenario) => {
                let resolved = scenario.resolved_toml();
                proptest::prop_assert_eq!(sound(&resolved).resolved_toml(), resolved);
                commented(&scenario, "copy");
                scenario.assumptions();
            }
            Err(Error::Scenario(mistakes)) => {
                mistakes.render(false);
            }
            Err(_) => {}
        }
    }

    #[test]
    fn no_argument_makes_a_patch_panic(args in proptest::collection::vec("[a-z.]{0,12}=?[^=]{0,8}", 0..4)) {
        let laid = Patch::from_args(&args).and_then(|patch| world().patched(&patch));
        if let Err(Error::Scenario(mistakes)) = laid {
            mistakes.render(false);
        }
    }
}
