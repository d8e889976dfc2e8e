//! The commands: arguments, output and exit codes.

use std::io::Read;
use std::process::{Command, Output, Stdio};

fn zaoshi() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zaoshi"));
    command.env_remove("CLICOLOR_FORCE");
    command
}

fn told(args: &[&str]) -> Output {
    zaoshi().args(args).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn help_gives_examples_for_each_verb_and_the_exit_codes() {
    let help = out(&told(&["--help"]));
    for code in ["0    done", "1    the machine", "2    the input", "130  interrupted"] {
        assert!(help.contains(code), "{help}");
    }
    for verb in ["run", "check", "list", "new", "schema", "facts", "completions", "man"] {
        assert!(help.contains(verb), "{help}");
        let help = out(&told(&[verb, "--help"]));
        assert!(help.contains("Examples:"), "{verb}: {help}");
    }
}

#[test]
fn an_unknown_verb_or_shelf_or_scenario_is_the_inputs_fault_and_names_the_nearest() {
    assert_eq!(told(&["rum"]).status.code(), Some(2));
    let shelf = told(&["list", "mechansims"]);
    assert_eq!(shelf.status.code(), Some(2));
    assert_eq!(err(&shelf), "error: there is no shelf \"mechansims\"; did you mean `mechanisms`?\n");
    assert_eq!(out(&shelf), "");
    let scenario = told(&["run", "no/such.toml"]);
    assert_eq!(scenario.status.code(), Some(2));
    assert!(
        err(&scenario).starts_with("error: there is no file and no scenario \"no/such.toml\""),
        "{}",
        err(&scenario)
    );
    for near in ["first-stp", "first-stp.toml"] {
        assert!(err(&told(&["run", near])).contains("did you mean `first-step`?"), "{near}");
    }
}

#[test]
fn a_row_of_a_shelf_is_listed_by_its_name_and_a_near_one_is_named() {
    let told_of = |what: &str| told(&["list", what]);
    for (what, head) in [
        ("mechanism.effort", "[mechanism.effort]"),
        ("ladder.tier.entry.within", "[ladder.<name>.tier.<name>.entry]"),
        ("chart.scorecard", "scorecard"),
    ] {
        let text = out(&told_of(what));
        assert!(text.trim_start().starts_with(head), "{what}: {text}");
    }
    for (what, near) in [
        ("effort", "mechanism.effort"),
        ("mechanism.efort", "effort"),
        ("ladder.teir", "tier"),
        ("metric.actve", "active"),
    ] {
        let output = told_of(what);
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains(&format!("did you mean `{near}`?")), "{what}: {}", err(&output));
    }
}

#[test]
fn zero_runs_are_refused() {
    let output = told(&["run", "--replicates", "0"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("1..=100000"), "{}", err(&output));
}

#[test]
fn a_list_without_a_terminal_has_no_colour_and_fits_a_hundred_columns() {
    for shelf in ["", "scenario", "mechanisms", "ladders", "incentives", "action", "segment", "budget", "treatment"] {
        let args: Vec<&str> = ["list", shelf].into_iter().filter(|a| !a.is_empty()).collect();
        let output = told(&args);
        assert_eq!(output.status.code(), Some(0), "{shelf}: {}", err(&output));
        let text = out(&output);
        assert!(!text.is_empty() && !text.contains('\u{1b}'), "{shelf}: {text}");
        let table = text.lines().filter(|line| !line.starts_with('['));
        assert!(table.into_iter().all(|line| line.chars().count() <= 100), "{shelf}:\n{text}");
    }
}

#[test]
fn colour_can_be_forced_and_forbidden() {
    let with = |name: &str| out(&zaoshi().args(["list", "budget"]).env(name, "1").output().unwrap());
    assert!(with("CLICOLOR_FORCE").contains('\u{1b}'));
    assert!(!with("NO_COLOR").contains('\u{1b}'));
}

#[test]
fn a_list_for_programs_is_json_and_nothing_else() {
    let tables: serde_json::Value = serde_json::from_str(&out(&told(&["list", "ladder", "--json"]))).unwrap();
    let entry = tables.as_array().unwrap().iter().find(|t| t["table"] == "ladder.<name>.tier.<name>.entry").unwrap();
    let knobs = entry["knobs"].as_array().unwrap();
    let within = knobs.iter().find(|k| k["name"] == "within").unwrap();
    assert_eq!((&within["unit"], &within["default"]), (&"days".into(), &"1 year".into()));
    let shelves: serde_json::Value = serde_json::from_str(&out(&told(&["list", "--json"]))).unwrap();
    assert!(shelves.as_array().unwrap().len() > 15);
}

#[test]
fn completions_and_the_manual_are_generated() {
    assert!(out(&told(&["completions", "bash"])).contains("zaoshi"));
    assert!(out(&told(&["man"])).contains(".TH zaoshi"));
}

#[test]
fn a_bad_name_for_a_new_scenario_is_explained() {
    let output = told(&["new", "My Own", "--from", "open-source-database"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("small letters, digits and hyphens"), "{}", err(&output));
}

#[test]
fn a_reader_that_closes_the_pipe_is_no_error() {
    let mut child =
        zaoshi().args(["list", "incentives"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let status = child.wait().unwrap();
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((status.code(), said.as_str()), (Some(0), ""));
}

#[test]
fn presets_are_listed_with_what_is_modelled_of_them_and_a_near_one_is_named() {
    let list = out(&told(&["list", "presets"]));
    assert!(list.contains("kubernetes/community") && list.contains("official page"), "{list}");
    let one = out(&told(&["list", "preset.kubernetes"]));
    for word in
        ["Member: two-factor login", "not modelled", "approximated", "not published", "assumed", "read on 2026-11-22"]
    {
        assert!(one.contains(word), "{word}: {one}");
    }
    let json: serde_json::Value = serde_json::from_str(&out(&told(&["list", "preset.kubernetes", "--json"]))).unwrap();
    assert_eq!(json["status"], "repository");
    let near = told(&["list", "preset.kubernets"]);
    assert_eq!(near.status.code(), Some(2));
    assert!(err(&near).contains("did you mean `kubernetes`?"), "{}", err(&near));
}

#[test]
fn a_new_scenario_may_start_from_a_preset() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    let at = path.to_str().unwrap();
    let made = told(&["new", "mine", "--from", "open-source-database", "--preset", "kubernetes", "--out", at]);
    assert!(made.status.success(), "{}", err(&made));
    assert!(std::fs::read_to_string(&path).unwrap().contains("[ladder.contributor.tier.approver.entry]"));
    assert!(told(&["check", at]).status.success());
}
