//! Mistakes in sweeps: each has a message with its place and a remedy, and nothing is overwritten.

use std::path::Path;
use std::process::Command;

use super::{SMALL, laboratory, run, stored, told, zaoshi};

/// The messages for the small scenario with some text replaced, and with a table of points beside it.
fn said(from: &str, to: &str, table: &str) -> String {
    let dir = tempfile::tempdir().unwrap();
    let scenario = dir.path().join("small.toml");
    assert!(SMALL.contains(from), "{from}");
    std::fs::write(&scenario, SMALL.replace(from, to)).unwrap();
    std::fs::write(dir.path().join("points.csv"), table).unwrap();
    let out = dir.path().join("out").display().to_string();
    let output = zaoshi(&["sweep", &scenario.display().to_string(), "--out", &out]);
    assert_eq!(output.status.code(), Some(2), "{to}: {}", told(&output));
    assert!(!dir.path().join("out/small").exists(), "{to}: nothing is stored");
    // As long lines are wrapped.
    told(&output).split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ")
}

#[test]
fn a_plan_that_cannot_be_is_said_with_its_place() {
    let (low, words) = ("low = 5\nhigh = 50", "median = 5.2\nspread = 0.4");
    for (from, to, says) in [
        ("replicates = 2", "replicates = 0", "`plan.replicates` must lie between 1 and"),
        (low, "values = []", "it is empty, so there is nothing to choose from"),
        (low, "words = [\"dear\", \"cheap\"]", "`shop.hoodie.price` takes a number, not words"),
        (low, "low = -5\nhigh = 50", "`shop.hoodie.price` must lie"),
        (words, "values = [1, 2]", "a log-normal distribution does not use them"),
    ] {
        let said = said(from, to, "");
        assert!(said.contains(says) && said.contains("small.toml:"), "{to}: {said}");
    }
    let twice = "[lever.dear]\npath = \"shop.hoodie.price\"\nlow = 50\nhigh = 90\n\n[lever.price]";
    let said = said("[lever.price]", twice, "");
    assert!(said.contains("is varied by [lever.dear] and by [lever.price]"), "{said}");
    assert!(said.contains("is varied by [lever.price] and by [lever.dear]"), "both places: {said}");
}

#[test]
fn a_table_of_points_that_cannot_be_is_said_with_its_line() {
    for (table, says) in [
        ("price,prize\n5,6\n", "points.csv:1:7: `prize` is neither a lever nor an uncertainty"),
        ("price,own,price\n5,4,6\n", "points.csv:1:11: columns 1 and 3 are both `price`"),
        ("price\n5\nnan\n", "points.csv:3:1, column `price`: `nan` is not a number"),
        ("price\ninf\n", "points.csv:2:1, column `price`: `inf` is not a number"),
        ("price\n5\n-7\n", "points.csv:3:1, column `price`: `shop.hoodie.price` must lie"),
        ("price\n", "points.csv holds no points"),
    ] {
        let said = said("points = 8", "sampling = \"table\"\nfile = \"points.csv\"", table);
        assert!(said.contains(says), "{table}: {said}");
    }
}

#[test]
fn a_store_of_another_version_or_another_scenario_is_left_alone() {
    let (dir, _) = laboratory();
    let folder = stored(&dir.path().join("whole"));
    let at = folder.display().to_string();
    let path = folder.join("manifest.json");
    let before = std::fs::read_to_string(&path).unwrap();
    let own = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    assert!(before.contains(&own));
    let scenario = dir.path().join("small.toml").display().to_string();
    let out = dir.path().join("whole").display().to_string();
    let again = ["sweep", &scenario, "--out", &out, "--shard-runs", "4"];
    for (from, to, says) in [
        (own.as_str(), "\"version\": \"9.9.9\"", "was stored by version 9.9.9"),
        ("\"schema\": 6", "\"schema\": 3", "(layout 3), but this is"),
    ] {
        std::fs::write(&path, before.replace(from, to)).unwrap();
        let worker = zaoshi(&["worker", &at, "--shards", "0"]);
        assert_eq!(worker.status.code(), Some(42), "{}", told(&worker));
        let explain = zaoshi(&["explain", &at, "--flips"]);
        assert_eq!(explain.status.code(), Some(1));
        for output in [worker, explain] {
            assert!(told(&output).contains(says) && told(&output).contains("--out"), "{}", told(&output));
        }
        // The same command finds another sweep under its name.
        let output = zaoshi(&again);
        assert_eq!(output.status.code(), Some(1), "{}", told(&output));
        assert!(told(&output).contains("nothing was overwritten"), "{}", told(&output));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), before.replace(from, to));
    }
    std::fs::write(&path, &before).unwrap();
    // A scenario with another meaning goes into its own folder.
    std::fs::write(&scenario, SMALL.replace("members_at_start = 60", "members_at_start = 61")).unwrap();
    run(dir.path(), &dir.path().join("whole"), &["--shard-runs", "4", "--plan"]);
    assert_eq!(std::fs::read_dir(dir.path().join("whole/small")).unwrap().count(), 2);
    assert!(zaoshi(&["sweep", &at, "--verify"]).status.success());
}

#[test]
fn a_scenario_or_a_table_that_was_changed_in_a_finished_sweep_is_found_and_put_back_by_the_same_command() {
    let dir = tempfile::tempdir().unwrap();
    let table = "sampling = \"table\"\nfile = \"points.csv\"";
    let scenario = dir.path().join("small.toml");
    std::fs::write(&scenario, SMALL.replace("points = 8", table)).unwrap();
    std::fs::write(dir.path().join("points.csv"), "price\n5\n9\n").unwrap();
    let out = dir.path().join("out");
    run(dir.path(), &out, &[]);
    let folder = stored(&out);
    let at = folder.display().to_string();
    for name in ["scenario.toml", "points.csv", "design.parquet"] {
        let path = folder.join(name);
        let before = std::fs::read(&path).unwrap();
        for changed in [Some([&before[..], b"\n"].concat()), None] {
            std::fs::remove_file(&path).unwrap();
            if let Some(changed) = &changed {
                std::fs::write(&path, changed).unwrap();
            }
            for args in [&["sweep", &at, "--verify"][..], &["sweep", &at], &["explain", &at, "--flips"]] {
                let output = zaoshi(args);
                assert_eq!(output.status.code(), Some(1), "{name}: {}", told(&output));
                let says = if changed.is_some() { "delete it, and run the same" } else { "is not there: run the same" };
                assert!(told(&output).contains(&format!("{name}: ")), "{}", told(&output));
                assert!(told(&output).contains(says), "{}", told(&output));
            }
        }
        run(dir.path(), &out, &[]);
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }
}

#[test]
fn a_torn_part_is_named_and_what_is_told_to_delete_brings_it_back() {
    let (dir, _) = laboratory();
    let out = dir.path().join("series");
    let more = ["--shard-runs", "4", "--set", "plan.series=true"];
    run(dir.path(), &out, &more);
    let folder = stored(&out);
    let at = folder.display().to_string();
    let metrics = "results/metrics/part-000002.parquet";
    for name in [metrics, "results/series/part-000002.parquet"] {
        let path = folder.join(name);
        let before = std::fs::read(&path).unwrap();
        std::fs::write(&path, &before[..before.len() / 2]).unwrap();
        let output = zaoshi(&["sweep", &at, "--verify"]);
        assert_eq!(output.status.code(), Some(1));
        let too = if name == metrics { "" } else { " and results/metrics/part-000002.parquet" };
        let says = format!(
            "{name}: is incomplete or was changed: delete it{too}, and `zaoshi sweep {at}` runs the shard again"
        );
        assert!(told(&output).contains(&says), "{}", told(&output));
        std::fs::remove_file(&path).unwrap();
        let _ = std::fs::remove_file(folder.join(metrics));
        assert!(zaoshi(&["sweep", &at]).status.success());
        assert_eq!(std::fs::read(&path).unwrap(), before);
        assert!(zaoshi(&["sweep", &at, "--verify"]).status.success());
    }
}

#[test]
fn a_file_that_is_there_is_not_merged_over() {
    let (dir, whole) = laboratory();
    let folder = stored(&dir.path().join("whole")).display().to_string();
    let merge = |to: &Path, more: &[&str]| {
        let to = to.display().to_string();
        zaoshi(&[&["sweep", &folder, "--merge", &to][..], more].concat())
    };
    let mine = dir.path().join("mine.csv");
    std::fs::write(&mine, "mine").unwrap();
    let refused = merge(&mine, &[]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(told(&refused).contains("add --force"), "{}", told(&refused));
    assert_eq!(std::fs::read(&mine).unwrap(), b"mine");
    assert!(merge(&mine, &["--force"]).status.success());
    assert_eq!(std::fs::read(&mine).unwrap(), whole);
    assert!(told(&merge(&mine, &[])).starts_with("Already there, the same to the byte: 32 runs"));
    let nowhere = merge(&dir.path().join("no/such/all.csv"), &[]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(told(&nowhere).contains("create it first") && !dir.path().join("no").exists(), "{}", told(&nowhere));
}

#[cfg(unix)]
#[test]
fn a_worker_on_a_full_disk_may_be_tried_again() {
    let (dir, _) = laboratory();
    let out = dir.path().join("full");
    run(dir.path(), &out, &["--shard-runs", "4", "--plan"]);
    let folder = stored(&out).display().to_string();
    // The signal is ignored, so that the write itself fails, as on a full disk.
    let full = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_zaoshi")])
        .args(["worker", &folder, "--shards", "0-7"])
        .output()
        .unwrap();
    assert_eq!(full.status.code(), Some(75), "{}", told(&full));
    assert!(told(&full).contains("cannot write"), "{}", told(&full));
    // Nor can it be written if a file is at the path of a folder.
    let _ = std::fs::remove_dir_all(Path::new(&folder).join("results"));
    std::fs::write(Path::new(&folder).join("results"), "").unwrap();
    let taken = zaoshi(&["worker", &folder, "--shards", "0-7"]);
    assert_eq!(taken.status.code(), Some(75), "{}", told(&taken));
    std::fs::remove_file(Path::new(&folder).join("results")).unwrap();
    assert_eq!(zaoshi(&["worker", &folder, "--shards", "0-7"]).status.code(), Some(0));
}
