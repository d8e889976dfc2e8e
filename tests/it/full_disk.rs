//! A disk that takes no more: the sweep ends with a sentence, nothing stands there half, and the same command goes on.
#![cfg(unix)]

use std::path::Path;
use std::process::{Command, Output};

use crate::sweeps::{laboratory, merged, run, stored, sweep, told};

/// A sweep whose files cannot grow beyond so many blocks of half a kilobyte.
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
