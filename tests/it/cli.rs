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
    let knob = |table: &str, name: &str| {
        let table =
            tables.as_array().unwrap().iter().find(|t| t["table"] == format!("ladder.<name>.tier.<name>.{table}"));
        let knobs = table.unwrap()["knobs"].as_array().unwrap().clone();
        knobs.into_iter().find(|k| k["name"] == name).unwrap()
    };
    let (grace, within) = (knob("review", "grace"), knob("entry", "within"));
    assert_eq!((&grace["unit"], &grace["default"]), (&"days".into(), &"0 days".into()));
    assert_eq!((&within["unit"], &within["default"]), (&"days".into(), &serde_json::Value::Null));
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
        ["Member: two-factor login", "not modelled", "approximated", "not published", "assumed", "read on 2026-11-30"]
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
fn a_preset_tells_its_link_and_its_earlier_rules() {
    let one = out(&told(&["list", "preset.hacktoberfest"]));
    for word in ["https://", "hacktoberfest@2019", "In force since 2019-10-01"] {
        assert!(one.contains(word), "{word}: {one}");
    }
    let folder = tempfile::tempdir().unwrap();
    let args =
        ["compare-presets", "open-source-database", "hacktoberfest@1999", "--out", folder.path().to_str().unwrap()];
    let said = err(&told(&args));
    assert!(said.contains("has no version \"1999\"") && said.contains("\"hacktoberfest@2019\""), "{said}");
}

#[test]
fn several_programmes_are_compared_in_one_community() {
    let folder = tempfile::tempdir().unwrap();
    let small = [
        "--set",
        "segment.users.people=900",
        "--set",
        "segment.users.members_at_start=225",
        "--set",
        "horizon=2 years",
    ];
    let args = ["compare-presets", "open-source-database", "kubernetes", "hacktoberfest@2019", "--replicates", "2"];
    let out_to = ["--out", folder.path().to_str().unwrap()];
    let run = told(&[&args[..], &small, &out_to].concat());
    let said = out(&run);
    assert!(run.status.success(), "{}", err(&run));
    assert!(
        said.contains("kubernetes") && said.contains("hacktoberfest@2019") && !said.contains("Points and shop"),
        "{said}"
    );
    // The folder's own scenario repeats it.
    let scenario =
        std::fs::read_dir(folder.path().join("open-source-database")).unwrap().next().unwrap().unwrap().path();
    let again =
        told(&["run", scenario.join("scenario.toml").to_str().unwrap(), "--screen", "never", out_to[0], out_to[1]]);
    assert!(out(&again).contains("the same to the byte"), "{} {}", out(&again), err(&again));
    let none = told(&["compare-presets", "open-source-database", "kubernets"]);
    assert!(err(&none).contains("did you mean \"kubernetes\"?"), "{}", err(&none));
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
