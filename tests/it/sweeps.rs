//! Sweeps: an interrupted sweep, with any workers on any shards, gives the same rows once.

use std::path::Path;
use std::process::{Command, Output, Stdio};

mod killed;
#[cfg(unix)]
mod kills;
mod short;
mod wrong;

const SMALL: &str = include_str!("sweeps/small.toml");

pub(crate) fn zaoshi(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zaoshi")).args(args).output().unwrap()
}

pub(crate) fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A folder with the small scenario, and the bytes of its uninterrupted sweep.
pub(crate) fn laboratory() -> (tempfile::TempDir, Vec<u8>) {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("small.toml"), SMALL).unwrap();
    let whole = dir.path().join("whole");
    run(dir.path(), &whole, &["--shard-runs", "4"]);
    let bytes = merged(dir.path(), &whole);
    (dir, bytes)
}

pub(crate) fn sweep<'a>(dir: &'a str, out: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["sweep", dir, "--out", out][..], more].concat()
}

pub(crate) fn run(dir: &Path, out: &Path, more: &[&str]) {
    let (scenario, out) = (dir.join("small.toml").display().to_string(), out.display().to_string());
    let output = zaoshi(&sweep(&scenario, &out, more));
    assert!(output.status.success(), "{}", told(&output));
}

pub(crate) fn merged(dir: &Path, out: &Path) -> Vec<u8> {
    let csv = out.join("all.csv").display().to_string();
    run(dir, out, &["--shard-runs", "4", "--merge", &csv]);
    std::fs::read(csv).unwrap()
}

/// The only sweep below a folder.
pub(crate) fn stored(out: &Path) -> std::path::PathBuf {
    std::fs::read_dir(out.join("small")).unwrap().next().unwrap().unwrap().path()
}

#[test]
fn threads_and_the_order_of_shards_change_no_byte() {
    let (dir, whole) = laboratory();
    for threads in ["1", "8"] {
        let out = dir.path().join(threads);
        run(dir.path(), &out, &["--shard-runs", "4", "--threads", threads]);
        assert_eq!(merged(dir.path(), &out), whole);
    }
    let out = dir.path().join("shards");
    run(dir.path(), &out, &["--shard-runs", "4", "--plan"]);
    let folder = stored(&out).display().to_string();
    for shards in ["6-7", "0-2", "2-5"] {
        assert!(zaoshi(&["worker", &folder, "--shards", shards]).status.success());
    }
    assert_eq!(merged(dir.path(), &out), whole);
    // Every file of the two folders is the same except the derived CSVs.
    let (one, other) = (stored(&dir.path().join("whole")), stored(&out));
    for name in ["manifest.json", "scenario.toml", "design.parquet", "results/metrics/part-000003.parquet"] {
        assert_eq!(std::fs::read(one.join(name)).unwrap(), std::fs::read(other.join(name)).unwrap(), "{name}");
    }
}

#[test]
fn two_workers_on_the_same_shards_give_one_sweep() {
    let (dir, whole) = laboratory();
    let out = dir.path().join("two");
    run(dir.path(), &out, &["--shard-runs", "4", "--plan"]);
    let folder = stored(&out).display().to_string();
    let start = |shards: &str| {
        Command::new(env!("CARGO_BIN_EXE_zaoshi"))
            .args(["worker", &folder, "--shards", shards])
            .stdout(Stdio::null())
            .spawn()
            .unwrap()
    };
    let (mut one, mut other) = (start("0-5"), start("2-7"));
    assert!(one.wait().unwrap().success() && other.wait().unwrap().success());
    assert_eq!(merged(dir.path(), &out), whole);
}

#[test]
fn what_was_changed_in_a_store_is_said_and_not_overwritten() {
    let (dir, _) = laboratory();
    let folder = stored(&dir.path().join("whole"));
    let part = folder.join("results/metrics/part-000002.parquet");
    let bytes = std::fs::read(&part).unwrap();
    let verify = || zaoshi(&["sweep", &folder.display().to_string(), "--verify"]);
    assert!(verify().status.success());
    for at in [bytes.len() / 3, bytes.len() / 2, bytes.len() - 20] {
        let mut torn = bytes.clone();
        torn[at] ^= 0x10;
        std::fs::write(&part, &torn).unwrap();
        let output = verify();
        assert_eq!(output.status.code(), Some(1), "byte {at}: {}", told(&output));
        assert!(told(&output).contains("part-000002.parquet"), "{}", told(&output));
    }
    std::fs::write(&part, bytes).unwrap();
    for name in ["manifest.json", "scenario.toml", "design.parquet"] {
        let path = folder.join(name);
        let before = std::fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&before).replace("small", "smell").into_bytes();
        std::fs::write(&path, if name == "design.parquet" { before[..before.len() - 1].to_vec() } else { text })
            .unwrap();
        let output = zaoshi(&["worker", &folder.display().to_string(), "--shards", "0"]);
        assert_eq!(output.status.code(), Some(42), "{name}: {}", told(&output));
        std::fs::write(&path, before).unwrap();
    }
}

#[cfg(not(feature = "s3"))]
#[test]
fn a_bucket_is_for_programs_that_were_built_with_them() {
    let (dir, _) = laboratory();
    let scenario = dir.path().join("small.toml").display().to_string();
    let output = zaoshi(&sweep(&scenario, "s3://sweeps/here", &["--plan"]));
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("--features s3"), "{}", told(&output));
    assert!(!Path::new("s3:").exists(), "no folder of that name is made");
}

#[test]
fn a_worker_tells_what_is_no_use_to_try_again() {
    let (dir, _) = laboratory();
    let folder = stored(&dir.path().join("whole")).display().to_string();
    let there = zaoshi(&["worker", &folder, "--shards", "0-7"]);
    assert_eq!((there.status.code(), told(&there).as_str()), (Some(0), "0 shards done, 8 there already\n"));
    for wrong in [&["--shards", "0-8"][..], &["--shards", "x"], &["--from-env"]] {
        let output = zaoshi(&[&["worker", &folder][..], wrong].concat());
        assert_eq!(output.status.code(), Some(42), "{wrong:?}: {}", told(&output));
    }
    let task = Command::new(env!("CARGO_BIN_EXE_zaoshi"))
        .args(["worker", &folder, "--from-env", "--per-task", "3"])
        .env("SLURM_ARRAY_TASK_ID", "2")
        .output()
        .unwrap();
    assert_eq!(told(&task), "0 shards done, 2 there already\n");
    let nowhere = dir.path().join("nowhere").display().to_string();
    assert_eq!(zaoshi(&["worker", &nowhere, "--shards", "0"]).status.code(), Some(42));
}
