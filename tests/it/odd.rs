//! What is odd, doubled, never true or wrong in a scenario, and that its message leads to what is right.

use std::process::Command;

use zaoshi::error::Error;
use zaoshi::experiment::Experiment;
use zaoshi::plan::{Factor, Plan};
use zaoshi::registry::{Ask, Form, Knob, Shape};
use zaoshi::scenario::{Patch, Scenario, schema};

mod varied;

const WORLD: &str = r#"
name = "odd"
start = 2027-01-04
horizon = "26 weeks"
replicates = 2
[segment.users]
people = 200
members_at_start = 60
[mechanism.triggers]
[mechanism.adoption]
[action.use]
[points.use]
off = true
action = "use"
points = 2
cap = "10 per week"
[intervention.push]
on = 2027-03-01
set = { "mechanism.adoption.external" = "2 per year" }
"#;

fn scenario(more: &str) -> Scenario {
    Scenario::parse("odd.toml", &format!("{WORLD}{more}")).unwrap_or_else(|fault| panic!("{more}: {}", shown(&fault)))
}

fn shown(fault: &Error) -> String {
    match fault {
        Error::Scenario(mistakes) => mistakes.render(false),
        other => other.to_string(),
    }
}

/// What the plan of a scenario says is wrong with it; each mistake with its help.
fn wrong(more: &str) -> Vec<String> {
    let found = Scenario::parse("odd.toml", &format!("{WORLD}{more}"));
    let found = found.and_then(|scenario| Experiment::design(&scenario).and_then(|_| Plan::empty(&scenario)));
    match found {
        Ok(_) => Vec::new(),
        Err(Error::Scenario(all)) => {
            let text = |m: &zaoshi::error::Mistake| format!("{} | {}", m.says, m.help.clone().unwrap_or_default());
            all.list.iter().map(text).collect()
        }
        Err(other) => panic!("{other}"),
    }
}

/// The `path=value` arguments of a lever's values.
fn values(more: &str) -> Vec<String> {
    let (factors, found) = Factor::all(&scenario(more));
    assert!(found.is_empty(), "{more}: {found:?}");
    factors[0].levels().iter().map(|level| factors[0].set(level)).collect()
}

/// All knobs of a form and those below it, with example paths.
fn knobs(path: &str, form: &'static Form, list: &mut Vec<(String, &'static Knob)>) {
    let of = |path: &str, knobs: &'static [Knob]| {
        knobs.iter().map(|knob| (format!("{path}{}", knob.name), knob)).collect::<Vec<_>>()
    };
    list.extend(of(path, form.knobs));
    for part in form.parts {
        let below = format!("{path}{}.", part.name);
        match &part.shape {
            Shape::One(form) => knobs(&below, form, list),
            Shape::Named(form) => knobs(&format!("{below}one."), form, list),
            Shape::Patches(form) => list.extend(of(&format!("{below}one."), form.knobs)),
            Shape::Rows(rows) => {
                rows().iter().for_each(|(row, _, own)| list.extend(of(&format!("{below}{row}."), own)))
            }
            Shape::Numbers(_) => {}
        }
    }
}

#[test]
fn a_help_never_proposes_what_is_refused() {
    let mut all = Vec::new();
    knobs("", &schema::ROOT, &mut all);
    let mut proposed = 0;
    for (path, knob) in all {
        let asked = matches!(knob.ask, Ask::Text { .. } | Ask::Name { .. } | Ask::Names { .. });
        for found in ["nan", "-inf", "-5", "1e300", "0.5", "\"often\"", "true", "[true]"] {
            let text = |value: &str| format!("name = \"x\"\nstart = 2027-01-04\n{path} = {value}\n");
            let mistake = |value: &str| match Scenario::parse("x.toml", &text(value)) {
                Err(Error::Scenario(all)) => all.list.into_iter().find(|m| m.path == path && m.at.start > 25),
                _ => None,
            };
            let Some(help) = mistake(found).and_then(|mistake| mistake.help) else { continue };
            let value = help.strip_prefix("write it as ").or_else(|| {
                Some(help.strip_prefix("write ")?.split(", ").next()?)
                    .filter(|value| value.starts_with('"') || value.starts_with('-'))
            });
            let Some(value) = value.filter(|_| !asked) else { continue };
            proposed += 1;
            assert!(mistake(value).is_none(), "{path} = {found}: {help}");
        }
    }
    assert!(proposed > 1000, "{proposed}");
}

#[test]
fn siblings_have_labels_of_their_own_that_can_be_seen() {
    let pair = |part: &str, knob: &str, rest: &str, label: &str| {
        let one = |name: &str| format!("[{part}.{name}]\n{knob} = {label}\n{rest}\n");
        one("one") + &one("two")
    };
    for (part, knob, rest) in [
        ("action", "title", ""),
        ("ladder.all.tier", "title", ""),
        ("path.all.tier", "title", ""),
        ("treatment", "says", "\"mechanism.triggers.own\" = \"1 per year\""),
        ("world", "says", "\"mechanism.triggers.own\" = \"1 per year\""),
        ("intervention", "says", "on = 2027-02-01\nset = { \"mechanism.triggers.own\" = \"1 per year\" }"),
        ("shock", "says", "on = 2027-02-01"),
        ("milestone", "says", "when = \"members > 3\""),
        ("lever", "says", "path = \"mechanism.triggers.own\"\nlow = 1\nhigh = 2"),
        ("uncertainty", "says", "path = \"mechanism.triggers.own\"\nlow = 1\nhigh = 2"),
    ] {
        let mistakes =
            |label: &str| match Scenario::parse("odd.toml", &(WORLD.to_owned() + &pair(part, knob, rest, label))) {
                Err(Error::Scenario(all)) => all.list.into_iter().map(|m| m.says).collect(),
                _ => Vec::new(),
            };
        let twins = mistakes("\"Same\"");
        assert!(twins.len() == 1 && twins[0].contains("both called \"Same\""), "{part}: {twins:?}");
        for (label, says) in [
            ("\" \"", "is blank"),
            ("\"\\u200B\"", "is blank"),
            ("\"a\\nb\"", "line break"),
            ("\"\\u202Ea\"", "U+202E"),
        ] {
            assert!(mistakes(label).iter().any(|found| found.contains(says)), "{part} {label}");
        }
    }
    for top in ["title = \"\"", "baseline = \" \"", "headline = \"\"", "baseline = \"\\u001b[31m\""] {
        assert!(Scenario::parse("odd.toml", &format!("{top}\n{WORLD}")).is_err(), "{top}");
    }
    let shown = match Scenario::parse("odd.toml", "name = \"a\u{202e}b\u{1b}") {
        Err(fault) => shown(&fault),
        Ok(_) => String::new(),
    };
    assert!(!shown.is_empty() && !shown.contains(['\u{202e}', '\u{1b}']), "{shown:?}");
}

#[test]
fn more_than_can_be_numbered_is_one_mistake_with_its_limit() {
    let many =
        |part: &str, rest: &str, n: usize| -> String { (0..n).map(|k| format!("[{part}.t{k}]\n{rest}\n")).collect() };
    let chain = |n: usize| -> String {
        (0..n)
            .map(|k| {
                format!(
                    "[ladder.all.tier.t{k}]\n{}",
                    if k > 0 { format!("from = \"t{}\"\n", k - 1) } else { String::new() }
                )
            })
            .collect()
    };
    for (more, part, most) in [
        (many("action", "", 18), "action", "16"),
        (chain(300), "ladder.all.tier", "255"),
        (many("path.all.tier", "", 256), "path.all.tier", "255"),
        (many("badge", "action = \"use\"", 65), "badge", "64"),
        (many("segment", "people = 1", 1000), "segment", "1,000"),
    ] {
        let found = wrong(&more);
        assert!(
            found.len() == 1 && found[0].contains(&format!("`{part}` has")) && found[0].contains(most),
            "{found:?}"
        );
    }
    assert!(wrong(&chain(255)).is_empty() && wrong(&many("badge", "action = \"use\"", 64)).is_empty());
    let long = "x".repeat(201);
    assert!(wrong(&format!("[action.{long}]\n"))[0].contains("too long"));
    let end = WORLD.replace("2027-01-04", "9999-10-01").replace("2027-03-01", "9999-11-01");
    let end = Experiment::design(&Scenario::parse("odd.toml", &end).unwrap());
    assert!(end.is_err_and(|fault| shown(&fault).contains("beyond 9999-12-31")));
}

#[test]
fn one_bracket_that_is_missing_is_one_mistake_at_its_line() {
    let text = std::fs::read_to_string("scenarios/open-source-database.toml").unwrap();
    let mut tried = 0;
    for (at, close) in text.char_indices().filter(|(_, c)| "}]".contains(*c)) {
        let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
        if text[line..].starts_with(['[', '#']) || text[line..at].contains('#') {
            continue;
        }
        let open = text[..at].rfind(if close == '}' { '{' } else { '[' }).unwrap();
        let broken = text[..at].to_owned() + &text[at + 1..];
        let Err(Error::Scenario(found)) = Scenario::parse("x.toml", &broken) else { panic!("{}", &text[line..at]) };
        let [only] = found.list.as_slice() else { panic!("{}: {} mistakes", &text[line..at], found.list.len()) };
        let number = text[..open].matches('\n').count() + 1;
        assert!(only.help.as_deref().is_some_and(|help| help.contains(&format!("of line {number} with"))), "{only:?}");
        tried += 1;
    }
    assert!(tried > 20, "{tried}");
}

#[test]
fn what_cannot_come_true_within_the_run_is_told() {
    let notes = |when: &str| {
        let more =
            format!("[intervention.x]\nwhen = \"{when}\"\nset = {{ \"mechanism.triggers.own\" = \"1 per year\" }}\n");
        Experiment::design(&scenario(&more)).unwrap().lints().unwrap().join("\n")
    };
    for when in ["members > 5 for 400 weeks", "members > 5 for 26 weeks", "1 > 2", "retention-12 > 0 and members > 1"] {
        assert!(notes(when).contains("intervention.x.when: this can"), "{when}: {}", notes(when));
    }
    for when in ["members > 5 for 24 weeks", "retention-12 > 0 or members > 1", "not members > 5 for 400 weeks"] {
        assert!(!notes(when).contains("intervention.x.when"), "{when}: {}", notes(when));
    }
    let outside = "[intervention.x]\non = 2030-01-01\nset = { \"mechanism.triggers.own\" = \"1 per year\" }\n";
    assert!(Experiment::design(&scenario(outside)).unwrap().lints().unwrap().join("").contains("never comes"));
}

#[test]
fn a_horizon_that_is_rounded_is_told_and_its_spelling_belongs_to_the_scenario() {
    let with = |horizon: &str| Scenario::parse("odd.toml", &WORLD.replace("26 weeks", horizon)).unwrap();
    let note = |horizon: &str| Experiment::design(&with(horizon)).unwrap().lints().unwrap().join("\n");
    assert!(note("5 days").contains("5 days is no whole number of ticks of 1 week, so the run lasts 1 week"));
    assert!(!note("1 year").contains("so the run lasts") && !note("8 weeks").contains("so the run lasts"));
    let (one, other) = (with("18 months"), with("6 quarters"));
    assert_ne!(one.hash(), other.hash());
    for scenario in [one, other] {
        assert_eq!(Scenario::parse("odd.toml", &scenario.kept_toml()).unwrap().hash(), scenario.hash());
    }
}

#[test]
fn the_time_of_a_check_grows_with_the_number_of_designs() {
    let time = |n: usize| {
        let one = |k: usize| {
            format!("[treatment.t{k}]\n\"mechanism.adoption.social\" = \"{} per year\"\n", 0.001 * (k + 1) as f64)
        };
        let scenario = scenario(&(0..n).map(one).collect::<String>());
        let once = || {
            let began = std::time::Instant::now();
            Experiment::design(&scenario).unwrap().lints().unwrap();
            began.elapsed().as_secs_f64()
        };
        (0..3).map(|_| once()).fold(f64::INFINITY, f64::min)
    };
    let (few, many) = (time(50), time(400));
    assert!(many < 24.0 * few, "{few} s, {many} s: eight times as many took {} times as long", many / few);
}

#[test]
fn arguments_that_contradict_each_other_are_refused() {
    let scenario = scenario("[treatment.t]\nfrom = 2027-02-01\n\"mechanism.triggers.own\" = \"1 per year\"\n");
    let with = |args: &[&str]| {
        let args: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
        zaoshi::experiment::with_design(&scenario, &args)
    };
    let change = "mechanism.triggers.own=2 per year";
    let twice = with(&[change, "from=2027-02-01", "from=2027-03-01"]);
    assert!(twice.is_err_and(|fault| shown(&fault).contains("`from` is set twice")));
    for (day, says) in [("2035-01-01", "never begins"), ("2020-01-01", "holds from the start")] {
        let (_, note) = with(&[change, &format!("from={day}")]).unwrap();
        assert!(note.clone().is_some_and(|note| note.contains(says)), "{note:?}");
    }
    assert_eq!(with(&[change, "from=2027-03-01"]).unwrap().1, None);
    let moved =
        Patch::from_args(&["treatment.t.from=2027-03-01".to_owned()]).and_then(|patch| scenario.patched(&patch));
    assert_eq!(moved.unwrap().treatments()[0].from.map(|day| day.to_string()).as_deref(), Some("2027-03-01"));
}
