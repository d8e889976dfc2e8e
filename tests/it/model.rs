//! MODEL.md and ASSUMPTIONS.md agree with the program: the files and tests that they name exist, and every assumption
//! is listed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn model() -> String {
    std::fs::read_to_string(root().join("MODEL.md")).unwrap()
}

/// All files below a folder that end in `.rs`, with their text.
fn rust(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
}

/// The texts between back-quotes in the table of submodels.
fn quoted() -> BTreeSet<String> {
    let text = model();
    let table = text.split("## 7.").nth(1).unwrap().split("### What the simplifications lose").next().unwrap();
    let rows = table.lines().filter(|line| line.starts_with('|'));
    rows.flat_map(|row| row.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn it_stands_under_the_seven_headings_of_odd() {
    let text = model();
    let heads: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let wanted = [
        "1. Purpose and patterns",
        "2. Entities, state variables and scales",
        "3. Process overview and scheduling",
        "4. Design concepts",
        "5. Initialization",
        "6. Input data",
        "7. Submodels",
        "Assumptions",
    ];
    assert_eq!(heads, wanted);
}

#[test]
fn the_files_and_the_tests_that_it_names_exist() {
    let mut all = Vec::new();
    rust(&root().join("tests/it"), &mut all);
    rust(&root().join("src"), &mut all);
    for name in quoted() {
        let there = if name.ends_with(".rs") {
            root().join(&name).is_file()
        } else if name.contains('_') {
            all.iter().any(|(_, text)| {
                text.contains(&format!("#[test]\nfn {name}()")) || text.contains(&format!("#[test]\n    fn {name}()"))
            })
        } else {
            true
        };
        assert!(there, "MODEL.md names {name}, which is not there");
    }
}

#[test]
fn it_names_every_mechanism_incentive_and_kind() {
    let named = quoted();
    let mut files = Vec::new();
    for folder in ["mechanisms", "incentives", "kinds"] {
        rust(&root().join("src").join(folder), &mut files);
    }
    for (path, _) in files.iter().filter(|(path, _)| !path.ends_with("mod.rs")) {
        let path = path.strip_prefix(root()).unwrap().display().to_string();
        assert!(named.contains(&path), "MODEL.md does not name {path}");
    }
}

#[test]
fn its_assumptions_are_those_that_the_program_declares() {
    let printed =
        Command::new(env!("CARGO_BIN_EXE_zaoshi")).args(["list", "assumptions", "--markdown"]).output().unwrap();
    let printed = String::from_utf8(printed.stdout).unwrap();
    let path = root().join("ASSUMPTIONS.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let at = text.find("| knob |").expect("ASSUMPTIONS.md holds the table");
    let (head, table) = text.split_at(at);
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        std::fs::write(path, format!("{head}{printed}")).unwrap();
    } else {
        assert!(table == printed, "ASSUMPTIONS.md is not what the program declares; `just accept model` writes it");
    }
}
