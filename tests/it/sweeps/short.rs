//! Points that cannot be run: each view of a sweep gives their number and the reason; if no point ran, there is no
//! report.

use std::path::PathBuf;

use super::{SMALL, stored, told, zaoshi};

/// A sweep of eight points that require a number of members at the start among two hundred people, and its output.
fn swept(low: f64, high: f64) -> (tempfile::TempDir, PathBuf, std::process::Output) {
    let dir = tempfile::tempdir().unwrap();
    let lever = format!(
        "[lever.members]\npath = \"segment.users.members_at_start\"\nlow = {low}\nhigh = {high}\n\n[lever.price]"
    );
    let (scenario, out) = (dir.path().join("small.toml"), dir.path().join("out"));
    std::fs::write(&scenario, SMALL.replace("[lever.price]", &lever)).unwrap();
    let (scenario, to) = (scenario.display().to_string(), out.display().to_string());
    let output = zaoshi(&["sweep", &scenario, "--out", &to, "--shard-runs", "4"]);
    (dir, stored(&out), output)
}

#[test]
fn a_sweep_of_which_some_points_ran_says_how_many_wherever_it_is_told_of() {
    let (dir, folder, output) = swept(30.0, 400.0);
    let (at, csv) = (folder.display().to_string(), dir.path().join("all.csv").display().to_string());
    assert!(output.status.success(), "{}", told(&output));
    let short = "3 of 8 points ran; 5 cannot be run: segment.users.members_at_start: ";
    assert!(told(&output).contains("paired runs at each of 3 points"), "{}", told(&output));
    assert!(told(&output).contains(short), "{}", told(&output));
    for args in [&["--status"][..], &["--verify"], &["--merge", &csv]] {
        let output = zaoshi(&[&["sweep", &at][..], args].concat());
        assert!(output.status.success() && told(&output).contains(short), "{args:?}: {}", told(&output));
    }
    let status = told(&zaoshi(&["sweep", &at, "--status"]));
    assert!(status.starts_with("8 of 8 shards and 12 of 32 runs are done"), "{status}");
    assert_eq!(std::fs::read_to_string(&csv).unwrap().lines().count(), 1 + 12);
    let explained = zaoshi(&["explain", &at, "--flips"]);
    assert!(explained.status.success() && told(&explained).contains(short), "{}", told(&explained));
    assert!(told(&explained).contains("3 points"), "{}", told(&explained));
    // A worker ends as a cluster expects, and its shards are stored.
    let worker = zaoshi(&["worker", &at, "--shards", "0-7"]);
    assert_eq!(worker.status.code(), Some(42));
    assert!(told(&worker).contains("5 points cannot be run on any machine: segment.users"), "{}", told(&worker));
}

#[test]
fn a_sweep_of_which_no_point_ran_tells_nothing_but_that() {
    let (dir, folder, output) = swept(300.0, 900.0);
    let (at, csv) = (folder.display().to_string(), dir.path().join("all.csv"));
    let short = "0 of 8 points ran; 8 cannot be run: segment.users.members_at_start: ";
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
    assert!(told(&output).contains(short) && !told(&output).contains("P50"), "{}", told(&output));
    assert!(!folder.join("summary.csv").exists());
    let to = csv.display().to_string();
    for args in [&["sweep", &at][..], &["sweep", &at, "--merge", &to], &["explain", &at, "--flips"]] {
        let output = zaoshi(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", told(&output));
        assert!(told(&output).contains(short), "{args:?}: {}", told(&output));
    }
    assert!(!csv.exists());
    let status = told(&zaoshi(&["sweep", &at, "--status"]));
    assert!(status.contains("0 of 32 runs are done") && status.contains(short), "{status}");
}
