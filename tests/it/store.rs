//! The folder of a run: complete or absent, verified, never overwritten.

use std::fs;
use std::path::Path;

use tempfile::{TempDir, tempdir};
use zaoshi::error::Error;
use zaoshi::stats::Interval;
use zaoshi::store::tables;
use zaoshi::store::{RunFolder, Stored, Timing, ready, write};

use crate::summaries::small;

fn timed(report: &str, wall_seconds: f64) -> RunFolder {
    let timing = Timing { wall_seconds, threads: 2, agent_ticks: 12_000 };
    let inputs = vec![("scenario.toml".to_owned(), b"name = \"open-source-database\"\n".to_vec())];
    RunFolder::of(&small(), "feed", &[], inputs, timing)
        .with("charts/adoption-fan.svg", "<svg/>")
        .with("report.html", report)
}

fn run(report: &str) -> RunFolder {
    timed(report, 2.9)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn stored() -> (TempDir, std::path::PathBuf) {
    let out = tempdir().unwrap();
    let outcome = write(out.path(), &run("page")).unwrap();
    let place = outcome.path().to_path_buf();
    assert_eq!(outcome, Stored::Written(place.clone()));
    (out, place)
}

#[test]
fn a_run_is_written_whole_under_its_scenario_and_id() {
    let (out, place) = stored();
    assert_eq!(place, out.path().join("open-source-database").join(run("page").id()));
    assert_eq!(names(&place), ["charts", "manifest.json", "report.html", "scenario.toml", "timing.json"]);
    assert_eq!(fs::read_to_string(place.join("charts/adoption-fan.svg")).unwrap(), "<svg/>");
    assert_eq!(names(place.parent().unwrap()), [run("page").id()], "nothing is left beside it");
}

#[test]
fn the_same_run_again_is_verified_however_long_it_took() {
    let (out, place) = stored();
    assert_eq!(write(out.path(), &timed("page", 99.0)).unwrap(), Stored::Verified(place.clone()));
    assert!(fs::read_to_string(place.join("timing.json")).unwrap().contains("2.9"), "the first timing stays");
}

#[test]
fn other_bytes_for_the_same_run_are_an_error_that_names_the_file() {
    let (out, place) = stored();
    let fault = write(out.path(), &run("another page")).unwrap_err();
    assert!(matches!(&fault, Error::Stored { path, .. } if *path == place.join("report.html")), "{fault}");
    assert_eq!(fault.exit_code(), 1);
    assert_eq!(fs::read_to_string(place.join("report.html")).unwrap(), "page");
}

#[test]
fn a_stored_file_that_was_changed_or_removed_is_found() {
    let (out, place) = stored();
    fs::write(place.join("scenario.toml"), "name = \"mine\"\n").unwrap();
    let fault = write(out.path(), &run("page")).unwrap_err().to_string();
    assert!(fault.contains("scenario.toml: was changed"), "{fault}");
    fs::remove_file(place.join("scenario.toml")).unwrap();
    let fault = write(out.path(), &run("page")).unwrap_err().to_string();
    assert!(fault.contains("scenario.toml: was removed"), "{fault}");
}

#[test]
fn a_folder_that_is_no_run_is_left_alone() {
    let out = tempdir().unwrap();
    let place = out.path().join("open-source-database").join(run("page").id());
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join("notes.txt"), "mine").unwrap();
    let fault = write(out.path(), &run("page")).unwrap_err().to_string();
    assert!(fault.contains("holds no manifest.json"), "{fault}");
    assert_eq!(names(&place), ["notes.txt"]);
}

#[test]
fn a_run_that_cannot_be_finished_leaves_nothing() {
    let out = tempdir().unwrap();
    // A file is at the path of a needed folder: the second path cannot be written.
    let broken = run("page").with("charts/adoption-fan.svg/too.png", "deep");
    let fault = write(out.path(), &broken).unwrap_err();
    assert!(matches!(fault, Error::File { .. }), "{fault}");
    assert_eq!(names(&out.path().join("open-source-database")), [""; 0]);
}

#[test]
fn a_parent_that_cannot_be_written_is_named() {
    let out = tempdir().unwrap();
    let parent = out.path().join("taken");
    fs::write(&parent, "a file").unwrap();
    for fault in [write(&parent, &run("page")).unwrap_err(), ready(&parent).unwrap_err()] {
        let said = fault.to_string();
        assert!(said.starts_with("cannot make the folder "), "{said}");
        assert!(said.contains("taken"), "{said}");
        assert_eq!(fault.exit_code(), 1);
    }
    let new = out.path().join("new/deep");
    ready(&new).unwrap();
    assert_eq!(names(out.path()), ["taken"], "nothing is made before the run");
}

#[test]
fn a_scenario_name_cannot_lead_out_of_the_folder() {
    let mut climbing = small();
    climbing.scenario = "../up".into();
    let out = tempdir().unwrap();
    let fault = write(out.path(), &RunFolder::of(&climbing, "feed", &[], Vec::new(), Timing::default())).unwrap_err();
    assert_eq!(fault.exit_code(), 2);
}

#[test]
fn the_id_hangs_on_scenario_files_replicates_seed_and_patches_alone() {
    let of = |change: &dyn Fn(&mut zaoshi::stats::Summary), hash: &str, with: &[String], text: &str| {
        let mut summary = small();
        change(&mut summary);
        let inputs = vec![("scenario.toml".to_owned(), text.as_bytes().to_vec())];
        RunFolder::of(&summary, hash, with, inputs, Timing::default()).id().to_owned()
    };
    let id = |change: &dyn Fn(&mut zaoshi::stats::Summary), hash: &str, with: &[String]| of(change, hash, with, "");
    let same = id(&|_| {}, "feed", &[]);
    assert_eq!(same, id(&|s| s.recommendation.clear(), "feed", &[]));
    assert_eq!(same, id(&|s| s.metrics[0].title.clear(), "feed", &[]), "a title changes no result");
    let others = [
        of(&|_| {}, "feed", &[], "# a comment stands in the report"),
        id(&|_| {}, "beef", &[]),
        id(&|s| s.replicates = 65, "feed", &[]),
        id(&|s| s.seed = 8, "feed", &[]),
        id(&|_| {}, "feed", &["seed=9".into()]),
    ];
    assert!(others.iter().all(|other| *other != same && other.len() == 12));
}

#[test]
fn the_manifest_names_no_time_and_no_place() {
    let (_out, place) = stored();
    let text = fs::read_to_string(place.join("manifest.json")).unwrap();
    // Both change with each version of the program.
    let text = text.replace(run("page").id(), "[id]").replace(env!("CARGO_PKG_VERSION"), "[version]");
    insta::assert_snapshot!(text);
}

#[test]
fn the_summary_table_leaves_the_baselines_gain_empty() {
    let interval = Interval { low: -0.5, high: f64::INFINITY };
    let intervals = vec![vec![vec![interval; 3]; 2]; 3];
    let text = String::from_utf8(tables::summary(&small(), &intervals)).unwrap();
    insta::assert_snapshot!(text);
}
