//! A full disk: the sweep ends with an error message, no file is incomplete, and the same command continues it.
#![cfg(unix)]

use std::path::Path;
use std::process::{Command, Output};

use crate::sweeps::{laboratory, merged, run, stored, sweep, told};

/// A sweep whose files are limited to a number of blocks of 512 bytes.
fn cramped(dir: &Path, out: &Path, blocks: usize) -> Output {
    let (scenario, out) = (dir.join("small.toml").display().to_string(), out.display().to_string());
    // The signal is ignored, so that the write itself fails, as on a full disk.
    Command::new("sh")
        .args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\""), "sh", env!("CARGO_BIN_EXE_zaoshi")])
        .args(sweep(&scenario, &out, &["--shard-runs", "4", "--set", "plan.series=true"]))
        .output()
        .unwrap()
}

/// Every file below a folder that a dead writer may have left.
fn half_written(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(half_written(&path));
        } else if path.file_name().unwrap().to_string_lossy().starts_with('.') {
            found.push(path.display().to_string());
        }
    }
    found
}

/// A shell that can mount its own disk at `$1`, which disappears when the shell ends; `None` if this is not possible.
fn with_a_disk(at: &Path, script: &str, args: &[&str]) -> Option<Output> {
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "sh", "-c", script, "sh"]).arg(at).args(args).output().ok()
}

#[test]
fn a_disk_that_fills_up_midway_keeps_the_shards_that_are_done() {
    let (dir, whole) = laboratory();
    let disk = dir.path().join("disk");
    std::fs::create_dir(&disk).unwrap();
    if !with_a_disk(&disk, "mount -t tmpfs none \"$1\"", &[]).is_some_and(|output| output.status.success()) {
        // The test below limits the size of each file instead, which needs no permission.
        eprintln!("no disk can be mounted here: nothing was tried");
        return;
    }
    // A sweep on a disk of a number of kilobytes, then on one with enough space.
    let script = r#"
        disk=$1 room=$2 zaoshi=$3 scenario=$4 beside=$5
        mount -t tmpfs -o size=${room}k none "$disk" || exit 9
        "$zaoshi" sweep "$scenario" --out "$disk" --shard-runs 4 --threads 1 2> "$beside/said"; echo $?
        ls "$disk"/small/*/results/metrics | wc -l
        find "$disk" -name '.*' | wc -l
        mount -o remount,size=16m "$disk" || exit 9
        "$zaoshi" sweep "$scenario" --out "$disk" --shard-runs 4 > /dev/null 2>&1; echo $?
        "$zaoshi" sweep "$disk"/small/* --merge "$beside/all.csv" > /dev/null; echo $?"#;
    let scenario = dir.path().join("small.toml").display().to_string();
    let mut midway = 0;
    for room in [60, 90, 120, 150, 180, 210, 240] {
        let beside = dir.path().join(format!("beside-{room}"));
        std::fs::create_dir(&beside).unwrap();
        let (number, to) = (room.to_string(), beside.display().to_string());
        let output = with_a_disk(&disk, script, &[&number, env!("CARGO_BIN_EXE_zaoshi"), &scenario, &to]).unwrap();
        let text = told(&output);
        let found: Vec<i32> = text.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        let said = std::fs::read_to_string(beside.join("said")).unwrap();
        let [code, parts, hidden, again, merge] = found[..] else { panic!("{room} KB: {text} {said}") };
        assert_eq!((hidden, again, merge), (0, 0, 0), "{room} KB: {text} {said}");
        if code != 0 {
            assert!(code == 1 && said.contains("cannot write") && !said.contains("panicked"), "{room} KB: {said}");
            midway += u32::from((1..8).contains(&parts));
        }
        assert_eq!(std::fs::read(beside.join("all.csv")).unwrap(), whole, "{room} KB");
    }
    assert!(midway >= 3, "{midway} disks were full midway");
}

#[test]
fn a_sweep_on_a_full_disk_says_so_and_goes_on_when_there_is_room() {
    let (dir, _) = laboratory();
    let whole = dir.path().join("roomy");
    run(dir.path(), &whole, &["--shard-runs", "4", "--set", "plan.series=true"]);
    let merged_of = |out: &Path| {
        let (csv, series) = (out.join("all.csv"), out.join("series.csv"));
        let folder = stored(out);
        for (flag, to) in [("--merge", &csv), ("--merge-series", &series)] {
            let output =
                crate::sweeps::zaoshi(&["sweep", &folder.display().to_string(), flag, &to.display().to_string()]);
            assert!(output.status.success(), "{}", told(&output));
        }
        (std::fs::read(csv).unwrap(), std::fs::read(series).unwrap())
    };
    let expected = merged_of(&whole);
    let largest = ["results/metrics", "results/series"].iter().flat_map(|folder| {
        std::fs::read_dir(stored(&whole).join(folder)).unwrap().map(|entry| entry.unwrap().metadata().unwrap().len())
    });
    let largest = largest.max().unwrap() as usize / 512 + 1;
    let mut failures = 0;
    for tenth in 0..=10 {
        let out = dir.path().join(format!("full-{tenth}"));
        let output = cramped(dir.path(), &out, largest * tenth / 10);
        if output.status.success() {
            assert_eq!(tenth, 10, "there was no room for the largest part");
        } else {
            failures += 1;
            assert_eq!(output.status.code(), Some(1), "{}", told(&output));
            assert!(told(&output).contains("cannot write"), "{}", told(&output));
            assert!(!told(&output).contains("panicked"), "{}", told(&output));
        }
        assert_eq!(half_written(&out), [""; 0], "{tenth} tenths");
        run(dir.path(), &out, &["--shard-runs", "4", "--set", "plan.series=true"]);
        assert_eq!(merged_of(&out), expected, "{tenth} tenths");
    }
    assert!(failures >= 5, "{failures}");
    let plain = dir.path().join("whole");
    assert_eq!(merged(dir.path(), &plain), expected.0, "the metrics do not hang on whether series are kept");
}
