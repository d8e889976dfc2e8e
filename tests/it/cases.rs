//! Small inputs that once went wrong: `check` of each says what is wrong, or notes what is odd, in the words of its snapshot.
//!
//! `cases/` holds the scenarios and their data. The table says what each must come to, so that no snapshot can be accepted that does not;
//! what only a run shows is tested below.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use rayon::prelude::*;

/// The case, whether `check` refuses it, and words of what it says.
const CASES: &[(&str, bool, &[&str])] = &[
    ("actions-19", true, &["has 19 tables", "keep 16"]),
    ("billion-people", false, &["GB of memory, and "]),
    ("calendar-end", true, &["9999"]),
    ("contacts-no-header", false, &[]),
    ("degree-beyond-people", false, &["999", "at most 49"]),
    ("dup-edges", false, &["each tie counts once"]),
    ("flow-headline-month", false, &[]),
    ("flow-headline-tick", false, &[]),
    ("glyphs-emoji", false, &[]),
    ("glyphs-scripts", false, &["the same design"]),
    ("glyphs-traditional", false, &[]),
    ("hist-badday", true, &["h_badday.csv:"]),
    ("hist-dup", true, &["h_dup.csv:"]),
    ("hist-future", false, &["note:"]),
    ("hist-huge", true, &["h_huge.csv:"]),
    ("hist-na", true, &["h_na.csv:"]),
    ("hist-nan", true, &["h_nan.csv:"]),
    ("hist-semi", true, &["semicolons"]),
    ("hist-thousands", true, &["h_thousands.csv:"]),
    ("history-bad-rows", true, &["rows.csv:"]),
    ("history-dev-zero", true, &["no regular file"]),
    ("history-folder", true, &["there is no file"]),
    ("horizon-rounds", false, &["no whole number of ticks"]),
    ("label-newline", true, &["line break"]),
    ("lever-date", true, &["date"]),
    ("lever-date-words", false, &[]),
    ("lever-turns-nothing", false, &["turns nothing"]),
    ("lognormal-zero-median", true, &["median"]),
    ("name-300", true, &["name"]),
    ("named-columns", false, &[]),
    ("nan-help", true, &["found"]),
    ("no-header", false, &[]),
    ("one-brace-123-mistakes", true, &["`{`", "line "]),
    ("plain-edges", false, &[]),
    ("retention-undefined", true, &["27 months"]),
    ("same-label", true, &["label"]),
    ("stored-run-lacks-file", false, &[]),
    ("tiers-300-circle", true, &["tiers"]),
    ("title-escapes", true, &["visible characters"]),
    ("traces-memory", false, &["MB on disk"]),
    ("uncertainty-unit", false, &[]),
    ("weights-zero", true, &["above zero"]),
    ("when-flow-month", false, &[]),
    ("when-flow-tick", false, &[]),
    ("when-never", false, &["note:"]),
];

fn zaoshi(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zaoshi"))
        .args(args)
        .current_dir("tests/it/cases")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn each_case_comes_out_as_it_should() {
    let said: Vec<(Option<i32>, String)> = CASES
        .par_iter()
        .map(|(case, _, _)| {
            let output = zaoshi(&["check", &format!("{case}.toml")]);
            (output.status.code(), told(&output))
        })
        .collect();
    let mut wrong = Vec::new();
    for ((case, refused, words), (code, text)) in CASES.iter().zip(&said) {
        let missing: Vec<_> = words.iter().filter(|word| !text.contains(**word)).collect();
        if *code != Some(if *refused { 2 } else { 0 }) || !missing.is_empty() {
            wrong.push(format!("{case}: exit code {code:?}, without {missing:?}\n{text}"));
        }
    }
    assert!(wrong.is_empty(), "{} cases\n{}", wrong.len(), wrong.join("\n"));
    for ((case, _, _), (_, text)) in CASES.iter().zip(&said) {
        // What a run takes depends on the machine.
        let text: String =
            text.lines().filter(|line| !line.contains("takes about")).map(|line| line.to_owned() + "\n").collect();
        insta::assert_snapshot!(format!("case_{}", case.replace('-', "_")), text);
    }
}

#[test]
fn every_case_is_in_the_table() {
    let mut files: Vec<String> = std::fs::read_dir("tests/it/cases")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|is| is == "toml"))
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    files.sort();
    assert_eq!(files, CASES.iter().map(|(case, _, _)| *case).collect::<Vec<_>>());
}

/// The summary of a run of a case.
fn summary(case: &str) -> String {
    let out = tempfile::tempdir().unwrap();
    let output =
        zaoshi(&["run", &format!("{case}.toml"), "--screen", "never", "--out", &out.path().display().to_string()]);
    assert!(output.status.success(), "{case}: {}", told(&output));
    let only = |folder: &Path| std::fs::read_dir(folder).unwrap().next().unwrap().unwrap().path();
    std::fs::read_to_string(only(&only(out.path())).join("summary.csv")).unwrap()
}

#[test]
fn a_tie_that_is_named_twice_changes_nothing() {
    assert_eq!(summary("plain-edges"), summary("dup-edges"));
}
