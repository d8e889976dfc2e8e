//! Killed sweeps and workers: no run lost or doubled, no torn file, the bytes of the uninterrupted run.
#![cfg(unix)]

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use zaoshi::store::sweep::SweepStore;

use super::{SMALL, kills, stored, told, zaoshi};

/// Two hundred shards with one replicate each.
const CUT: [&str; 4] = ["--shard-runs", "2", "--set", "plan.points=100"];
const SHARDS: usize = 200;

struct Laboratory {
    dir: tempfile::TempDir,
    /// All runs of an uninterrupted sweep, as CSV.
    whole: Vec<u8>,
    /// Its duration.
    took: Duration,
}

fn laboratory() -> Laboratory {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("small.toml"), SMALL).unwrap();
    let begun = Instant::now();
    swept(dir.path(), "whole", &["--threads", "2"]);
    let took = begun.elapsed();
    let whole = merged(&dir.path().join("whole"));
    Laboratory { dir, whole, took }
}

fn command(dir: &Path, out: &str, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zaoshi"));
    command.arg("sweep").arg(dir.join("small.toml")).arg("--out").arg(dir.join(out)).args(CUT).args(more);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn swept(dir: &Path, out: &str, more: &[&str]) -> PathBuf {
    let output = command(dir, out, more).stderr(Stdio::piped()).output().unwrap();
    assert!(output.status.success(), "{}", told(&output));
    stored(&dir.join(out))
}

fn merged(out: &Path) -> Vec<u8> {
    let csv = out.join("all.csv");
    let output = zaoshi(&["sweep", &stored(out).display().to_string(), "--merge", &csv.display().to_string()]);
    assert!(output.status.success(), "{}", told(&output));
    std::fs::read(csv).unwrap()
}

/// Kills, continues once, and compares the result.
fn outlived(lab: &Laboratory, out: &str, ranges: [std::ops::Range<usize>; 2], start: &dyn Fn(usize) -> Child) {
    let folder = stored(&lab.dir.path().join(out));
    let left = || {
        let missing = SweepStore::open(&folder).unwrap().missing().unwrap();
        [0, 1].map(|k: usize| missing.iter().filter(|shard| ranges[k].contains(shard)).count())
    };
    kills::hundred(start, &left, lab.took / 8);
    swept(lab.dir.path(), out, &[]);
    assert_eq!(merged(&lab.dir.path().join(out)), lab.whole);
    let parts = std::fs::read_dir(folder.join("results/metrics")).unwrap();
    let names: Vec<String> = parts.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert!(names.len() == SHARDS && names.iter().all(|name| name.starts_with("part-")), "{names:?}");
    let output = zaoshi(&["sweep", &folder.display().to_string(), "--verify"]);
    assert!(told(&output).starts_with("200 parts are complete"), "{}", told(&output));
}

#[test]
fn sweeps_that_are_killed_a_hundred_times_lose_and_double_nothing() {
    let lab = laboratory();
    swept(lab.dir.path(), "killed", &["--plan"]);
    // The whole command, twice at the same time, as after a key was pressed twice.
    let start = |_| command(lab.dir.path(), "killed", &["--threads", "2"]).spawn().unwrap();
    outlived(&lab, "killed", [0..SHARDS, 0..SHARDS], &start);
}

#[test]
fn two_workers_on_overlapping_shards_that_are_killed_a_hundred_times_give_one_sweep() {
    let lab = laboratory();
    let folder = swept(lab.dir.path(), "two", &["--plan"]);
    let start = |k: usize| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zaoshi"));
        command.arg("worker").arg(&folder).args(["--threads", "2", "--shards", ["0-139", "60-199"][k]]);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    outlived(&lab, "two", [0..140, 60..SHARDS], &start);
}
