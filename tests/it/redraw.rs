//! A stored run is redrawn from its own folder, to the byte.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use zaoshi::stats::Summary;

use crate::summaries;

fn zaoshi(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zaoshi")).args(args).output().unwrap()
}

/// A run of a small scenario, in its own folder.
fn stored() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("small.toml");
    std::fs::write(&path, include_str!("sweeps/small.toml")).unwrap();
    let out = dir.path().join("output").display().to_string();
    let run = zaoshi(&["run", &path.display().to_string(), "--replicates", "8", "--screen", "never", "--out", &out]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let run = std::fs::read_dir(dir.path().join("output/small")).unwrap().next().unwrap().unwrap().path();
    (dir, run)
}

fn drawn(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::from([("report.html".to_owned(), std::fs::read(folder.join("report.html")).unwrap())]);
    for entry in std::fs::read_dir(folder.join("charts")).unwrap() {
        let path = entry.unwrap().path();
        found.insert(path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(path).unwrap());
    }
    found
}

#[test]
fn a_summary_comes_back_from_json_as_it_was() {
    for summary in [summaries::plain(), summaries::small()] {
        assert_eq!(Summary::read(&summary.json()).as_ref(), Some(&summary));
    }
    assert_eq!(Summary::read(b"{}"), None);
}

#[test]
fn a_stored_run_is_drawn_again_to_the_byte() {
    let (dir, run) = stored();
    let before = drawn(&run);
    let folder = run.display().to_string();
    let other = dir.path().join("slides");
    assert!(zaoshi(&["report", &folder, "--out", &other.display().to_string()]).status.success());
    assert_eq!(drawn(&other), before);
    std::fs::remove_dir_all(run.join("charts")).unwrap();
    assert!(zaoshi(&["report", &folder]).status.success());
    assert_eq!(drawn(&run), before);
}

#[test]
fn a_folder_of_another_kind_is_named_with_the_command_that_reads_it() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("small.toml");
    std::fs::write(&path, include_str!("sweeps/small.toml")).unwrap();
    let (scenario, out) = (path.display().to_string(), dir.path().join("out").display().to_string());
    assert!(zaoshi(&["sweep", &scenario, "--out", &out, "--plan"]).status.success());
    let sweep = std::fs::read_dir(dir.path().join("out/small")).unwrap().next().unwrap().unwrap().path();
    let said = |verb: &str, folder: &Path| {
        let output = zaoshi(&[verb, &folder.display().to_string()]);
        assert!(!output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let of_sweep = said("report", &sweep);
    let (at, says) = (sweep.display(), "is a sweep, but this command draws runs");
    assert!(of_sweep.contains(says) && of_sweep.contains(&format!("`zaoshi explain {at}`")), "{of_sweep}");
    let search = dir.path().join("search");
    std::fs::create_dir(&search).unwrap();
    std::fs::write(search.join("manifest.json"), "{ \"kind\": \"search\" }").unwrap();
    for verb in ["report", "sweep", "explain"] {
        let of_search = said(verb, &search);
        assert!(of_search.contains("is the manifest of a search: `zaoshi search FOLDER`"), "{of_search}");
    }
}

#[test]
fn what_is_no_run_or_was_changed_is_said_and_nothing_is_overwritten() {
    let (dir, run) = stored();
    let folder = run.display().to_string();
    let nowhere = zaoshi(&["report", &dir.path().display().to_string()]);
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&nowhere.stderr).contains("it is not a run"));
    let missing = zaoshi(&["report", &dir.path().join("gone").display().to_string()]);
    assert!(String::from_utf8_lossy(&missing.stderr).contains("is not a folder"));
    std::fs::write(run.join("report.html"), "mine").unwrap();
    let changed = zaoshi(&["report", &folder]);
    assert_eq!(changed.status.code(), Some(1));
    assert_eq!(std::fs::read(run.join("report.html")).unwrap(), b"mine");
    let summary = run.join("summary.json");
    let text = std::fs::read_to_string(&summary).unwrap();
    std::fs::write(&summary, text.replace("Points", "Coins")).unwrap();
    let changed = zaoshi(&["report", &folder]);
    assert_eq!(changed.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&changed.stderr).contains("was changed after the run was stored"));
}
