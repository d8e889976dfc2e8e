//! `--with` and `--set`: a further design is compared as like with like, and what does not differ is said.

use std::process::Command;

use zaoshi::error::Error;
use zaoshi::experiment::Experiment;
use zaoshi::run::{Options, Run, Screen};
use zaoshi::scenario::{SHARED, Scenario};
use zaoshi::store::{self, Stored, Timing};

const WORLD: &str = r#"
name = "world"
title = "World"
start = 2027-01-04
horizon = "1 year"
replicates = 4
headline = "deeds:answer"

[segment.users]
people = 400 # guess: a round number
members_at_start = 200
contributors_at_start = 20

[mechanism.adoption]
social = "0.4 per year"
[mechanism.triggers]
[mechanism.dropout]
[mechanism.engagement]
[mechanism.effort]

[action.use]
[action.answer]
effort = 0.5
contribution = true

[points.answer]
off = true
points = 2

[ladder.helpers]
off = true
[ladder.helpers.tier.one]
entry = { deeds = 3 }

[badge.ten]
action = "answer"
at = 10
"#;

const DATED: &str = r#"
[treatment.points]
says = "Points"
from = 2027-06-07
"points" = "on"

[treatment.helpers]
says = "Helpers"
from = 2027-06-07
"ladder.helpers" = "on"
"#;

fn scenario(more: &str) -> Scenario {
    Scenario::parse("world.toml", &(WORLD.to_owned() + more)).unwrap_or_else(|fault| panic!("{}", shown(&fault)))
}

fn options(with: &[&str], set: &[&str]) -> Options {
    let own = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect();
    Options { with: own(with), set: own(set), screen: Screen::Never, ..Options::default() }
}

fn prepared(more: &str, with: &[&str]) -> Run {
    Run::prepare(&scenario(more), &options(with, &[])).unwrap_or_else(|fault| panic!("{}", shown(&fault)))
}

fn refused(more: &str, with: &[&str]) -> String {
    shown(&Run::prepare(&scenario(more), &options(with, &[])).err().expect("a mistake"))
}

fn shown(fault: &Error) -> String {
    match fault {
        Error::Scenario(mistakes) => mistakes.render(false),
        other => other.to_string(),
    }
}

/// The day on which the last design begins, and what is said of it.
fn begins(more: &str, with: &[&str]) -> (String, String) {
    let run = prepared(more, with);
    let from = run.experiment.scenario.treatments().last().and_then(|patch| patch.from);
    // Not what `check` notes of the designs themselves.
    let told: Vec<String> = run.notes.into_iter().filter(|note| !note.starts_with("under ")).collect();
    (from.map_or("start".to_owned(), |day| day.to_string()), told.join("; "))
}

#[test]
fn a_further_design_begins_when_the_others_do_and_a_note_says_so() {
    let (day, note) = begins(DATED, &["badge=off"]);
    assert_eq!(day, "2027-06-07");
    assert_eq!(
        note,
        "the design of --with begins on 2027-06-07, as the other designs do; --with from=DATE sets another day"
    );
    assert_eq!(begins(DATED, &["badge=off", "from=2027-03-01"]), ("2027-03-01".to_owned(), String::new()));
    assert_eq!(begins("", &["badge=off"]), ("start".to_owned(), String::new()));
    let other = DATED.replacen("2027-06-07", "2027-05-03", 1);
    let (day, note) = begins(&other, &["badge=off"]);
    assert!(day == "2027-05-03" && note.contains("as the first of the other designs does"), "{day} {note}");
    let (day, note) = begins(&other.replacen("from = 2027-05-03\n", "", 1), &["badge=off"]);
    assert!(day == "start" && note.contains("begins with the run, as the first of"), "{day} {note}");
}

#[test]
fn what_cannot_change_on_a_day_changes_with_the_run() {
    let (day, note) = begins(DATED, &["segment.users.people=500"]);
    assert_eq!(day, "start");
    assert!(note.contains("because it cannot begin on 2027-06-07") && note.contains("segment.users.people"), "{note}");
    let fault = refused(DATED, &["segment.users.people=500", "from=2027-06-07"]);
    assert!(fault.contains("it cannot change on a date"), "{fault}");
}

#[test]
fn a_shipped_design_is_copied_and_stays() {
    let with = ["treatment.helpers.ladder.helpers.tier.one.entry.deeds=5", "treatment.helpers.from=2027-03-01"];
    let run = prepared(DATED, &with);
    let says: Vec<&str> = run.experiment.designs.iter().map(|design| design.says.as_str()).collect();
    let copy = "Helpers with ladder.helpers.tier.one.entry.deeds=5, from=2027-03-01";
    assert_eq!(says, ["Baseline", "Points", "Helpers", copy]);
    let patches = run.experiment.scenario.treatments();
    assert_eq!(patches[1].sets(), [("ladder.helpers".to_owned(), "on".to_owned())]);
    let all: Vec<String> = patches[2].sets().into_iter().map(|(path, _)| path).collect();
    assert_eq!(all, ["ladder.helpers", "ladder.helpers.tier.one.entry.deeds"]);
    assert_eq!(patches[2].from.map(|day| day.to_string()), Some("2027-03-01".to_owned()));
}

#[test]
fn mistakes_of_a_further_design_have_their_places() {
    let of = |with: &[&str]| refused(DATED, with);
    insta::assert_snapshot!(
        [
            of(&["treatment.helper.badge=off"]),
            of(&["treatment.helpers=off"]),
            of(&["treatment.helpers.badge=off", "treatment.points.badge=off"]),
            of(&["bagde.ten.at=3"]),
            of(&["badge.tem.at=3"]),
            of(&["badge.ten.aat=3"]),
            of(&["from=2027-13-01", "badge=off"]),
            of(&["says=Points", "badge=off"]),
        ]
        .join("\n")
    );
}

#[test]
fn what_all_designs_share_is_refused_in_one_way() {
    for root in SHARED {
        let own = format!("[treatment.own]\n\"{root}\" = 3\n");
        let of_file = match Scenario::parse("world.toml", &(WORLD.to_owned() + &own)) {
            Err(Error::Scenario(mistakes)) => mistakes.list[0].says.clone(),
            _ => panic!("{root} is shared"),
        };
        assert_eq!(of_file, format!("a patch cannot change `{root}`: all designs of a scenario share it"));
        for with in [format!("{root}=3"), format!("treatment.points.{root}=3")] {
            match Run::prepare(&scenario(DATED), &options(&[&with], &[])).err() {
                Some(Error::Scenario(mistakes)) => {
                    assert_eq!(mistakes.list[0].says, of_file);
                    assert_eq!(mistakes.files[mistakes.list[0].at.file].name, "--with");
                }
                _ => panic!("{with}"),
            }
        }
    }
}

#[test]
fn a_set_changes_the_baseline_and_so_all_designs() {
    let set = ["segment.users.people=300", "horizon=2 years", "treatment.helpers=off"];
    let run = Run::prepare(&scenario(DATED), &options(&[], &set)).unwrap();
    let people: Vec<u32> = run.experiment.designs.iter().map(|design| design.model.people()).collect();
    assert_eq!(people, [300, 300], "the baseline and the design that is left");
    assert_eq!(run.experiment.designs[0].model.ticks, 104);
    let fault = |set: &str| shown(&Run::prepare(&scenario(DATED), &options(&[], &[set])).err().unwrap());
    insta::assert_snapshot!(
        ["segment.user.people=300", "horizn=3", "treatment.points.badge=off"].map(fault).join("\n")
    );
}

/// What is said of designs that do not differ.
fn alike(more: &str, with: &[&str]) -> Vec<String> {
    prepared(more, with).experiment.alike().into_iter().map(|alike| alike.says).collect()
}

#[test]
fn a_patch_without_effect_is_told_by_its_reason() {
    let on = ["badge.ten=on"];
    assert_eq!(alike("", &on), ["badge.ten=on is the same design as Baseline: `badge.ten` is on already"]);
    let under = "ladder.helpers.tier.one.entry.deeds=5";
    let off = format!("`{under}` has no effect, because `ladder.helpers` is off").replace("=5`", "`");
    assert_eq!(alike("", &[under]), [format!("{under} is the same design as Baseline: {off}")]);
    assert_eq!(alike("", &[under, "badge=off"]), [format!("with {under}, badge=off, {off}")]);
    assert_eq!(
        alike("", &["badge.ten.at=10", "points=off"]),
        [
            "badge.ten.at=10, points=off is the same design as Baseline: `badge.ten.at` has this value already, and `points` is off already"
        ]
    );
    assert_eq!(alike("", &[under, "ladder.helpers=on"]), Vec::<String>::new());
}

#[test]
fn what_a_date_or_a_condition_switches_on_has_an_effect() {
    let later = "[intervention.later]\non = 2027-08-02\nset = { \"ladder.helpers\" = \"on\" }\n";
    assert_eq!(alike(later, &["ladder.helpers.tier.one.entry.deeds=5"]), Vec::<String>::new());
}

#[test]
fn twins_are_told_also_where_they_are_inherited() {
    let twins = format!("{DATED}[treatment.again]\nsays = \"Again\"\nfrom = 2027-06-07\n\"points.answer\" = \"on\"\n");
    assert_eq!(alike(&twins, &[]), ["Again and Points are the same design"]);
    let later = twins.replacen("2027-06-07", "2027-03-01", 1);
    assert_eq!(alike(&later, &[]), Vec::<String>::new(), "another day is another design");
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("base.toml"), WORLD.to_owned() + &twins).unwrap();
    let own = folder.path().join("own.toml");
    std::fs::write(&own, "extends = \"base.toml\"\nname = \"own\"\n").unwrap();
    let experiment = Experiment::design(&Scenario::load(&own).unwrap()).unwrap();
    let told: Vec<String> = experiment.alike().into_iter().map(|alike| alike.says).collect();
    assert_eq!(told, ["Again and Points are the same design"]);
}

#[test]
fn the_verdict_does_not_say_that_one_design_coincides_with_itself() {
    let outcome = Run::of(&scenario(""), &options(&["badge.ten=on"], &[]), &|_| {}).unwrap();
    let summary = outcome.summary;
    assert_eq!(summary.same, [1]);
    assert_eq!(summary.recommendation, "badge.ten=on is the same design as baseline, so there is nothing to compare.");
    let json = serde_json::to_string(&summary).unwrap();
    assert!(!json.contains("coincide:"), "{:?}", summary.warnings);
    let text = zaoshi::report::terminal::verdict(&summary, &zaoshi::report::terminal::Footer::default(), 100, false);
    assert!(text.contains("the same design") && !text.contains("the same curve"), "{text}");
}

#[test]
fn off_takes_an_inherited_design_out() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("base.toml"), WORLD.to_owned() + DATED).unwrap();
    let own = folder.path().join("own.toml");
    let told = |text: &str| {
        std::fs::write(&own, format!("extends = \"base.toml\"\nname = \"own\"\n{text}")).unwrap();
        match Scenario::load(&own) {
            Ok(scenario) => scenario.treatments().into_iter().map(|patch| patch.name).collect::<Vec<_>>().join(" "),
            Err(fault) => shown(&fault),
        }
    };
    assert_eq!(told("treatment.points = \"off\"\n"), "helpers");
    assert_eq!(told("[treatment]\nhelpers = \"off\"\n"), "points");
    let fault = told("treatment.point = \"off\"\n");
    for words in ["what this file extends has no `treatment.point`", "did you mean `treatment.points`?", ":3:"] {
        assert!(fault.contains(words), "{words}: {fault}");
    }
}

#[test]
fn labels_tell_designs_apart() {
    let of = |more: &str| match Scenario::parse("world.toml", &(WORLD.to_owned() + more)) {
        Err(fault) => shown(&fault),
        Ok(_) => "no mistake".to_owned(),
    };
    insta::assert_snapshot!(
        [
            of("[treatment.points]\nsays = \"Baseline\"\n\"points\" = \"on\"\n"),
            of("[treatment.points]\nsays = \"One\"\n\"points\" = \"on\"\n[treatment.helpers]\nsays = \"One\"\n\"badge\" = \"off\"\n"),
            of("[treatment.points]\n\"points\" = \"on\"\n[treatment.other]\nsays = \"points\"\n\"badge\" = \"off\"\n"),
            of("[treatment.baseline]\n\"points\" = \"on\"\n"),
            of("[treatment.points]\nsays = \"Points\\nshop\\ttab\"\n\"points\" = \"on\"\n"),
            of("[world.wide]\nsays = \"\\u001b[31mRED\"\n\"badge\" = \"off\"\n"),
        ]
        .join("\n")
    );
    assert_eq!(of("[treatment.points]\noff = true\nsays = \"Baseline\"\n\"points\" = \"on\"\n"), "no mistake");
}

#[test]
fn the_stored_scenario_repeats_the_run() {
    let (from, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let history = "month,value\n2027-02,30\n2027-03,31\n2027-04,32\n";
    std::fs::create_dir(from.path().join("data")).unwrap();
    std::fs::write(from.path().join("data/seen.csv"), history).unwrap();
    let read = "[history.seen]\nfile = \"data/seen.csv\"\nvalue = \"value\"\nmetric = \"deeds:answer\"\n";
    let path = from.path().join("world.toml");
    std::fs::write(&path, WORLD.to_owned() + DATED + read).unwrap();
    let asked = options(&["treatment.helpers.badge=off"], &["horizon=18 months", "segment.users.people=300"]);
    let ran = |path: &std::path::Path, options: &Options| {
        let scenario = Scenario::load(path).unwrap_or_else(|fault| panic!("{}", shown(&fault)));
        let outcome = Run::of(&scenario, options, &|_| {}).unwrap_or_else(|fault| panic!("{}", shown(&fault)));
        store::write(out.path(), &outcome.folder(Timing::default()).unwrap()).unwrap()
    };
    let first = ran(&path, &Options { seed: Some(11), replicates: Some(2), ..asked });
    assert!(matches!(first, Stored::Written(_)));
    let again = ran(&first.path().join("scenario.toml"), &options(&[], &[]));
    assert_eq!(again, Stored::Verified(first.path().to_owned()), "the same to the byte");
}

fn command(args: &[&str], folder: &std::path::Path) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_zaoshi")).args(args).current_dir(folder).output().unwrap();
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_note_is_printed_and_a_file_here_is_meant() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("mine.toml"), WORLD.to_owned() + DATED).unwrap();
    let (code, said) = command(&["run", "mine"], folder.path());
    assert_eq!(
        (code, said.as_str()),
        (Some(2), "error: there is no file and no scenario \"mine\"; did you mean `mine.toml`?\n")
    );
    let more = ["--set", "horizon=2 months", "--screen", "never"];
    let (code, said) = command(
        &[&["run", "mine.toml", "--with", "badge=off", "--replicates", "2"], &more[..]].concat(),
        folder.path(),
    );
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("note: the design of --with begins on 2027-06-07"), "{said}");
    let (code, said) = command(&["explain", "mine.toml", "--with", "badge=off", "--plan"], folder.path());
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("note: the design of --with begins on 2027-06-07"), "{said}");
    let (code, said) = command(&["sweep", "mine.toml", "--with", "bagde=off", "--plan"], folder.path());
    assert_eq!(code, Some(2));
    assert!(said.contains("--with:1:1") && said.contains("did you mean `badge`?"), "{said}");
}

#[test]
fn a_preset_that_does_not_exist_is_named_as_it_was_typed() {
    let folder = tempfile::tempdir().unwrap();
    let args = ["new", "mine", "--from", "open-source-database", "--preset", "kubernets"];
    let (code, said) = command(&args, folder.path());
    assert_eq!(code, Some(2));
    assert!(said.contains("[--preset:1:1]") && said.contains("did you mean \"kubernetes\"?"), "{said}");
    assert!(!said.contains("--set") && !said.contains("--with"), "{said}");
}
