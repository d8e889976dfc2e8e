//! Runs, sweeps and searches that are killed at random moments: what is stored at the end is what an undisturbed command stores.
//!
//! `.ci/kills 1000` kills that often; without `ZAOSHI_KILLS` it is some dozens. Two thirds of the kills are SIGKILL, the others SIGTERM,
//! SIGHUP and SIGINT. Invariant: the seed of the moments is fixed and is part of every failure message.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::fuzz::{luck::Luck, number};

const SEED: u64 = 20_261_130;
const USUAL: usize = 36;

/// Every file below a folder with its bytes.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut out, mut open) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(&next).into_iter().flatten().flatten() {
            if entry.path().is_dir() {
                open.push(entry.path());
            } else {
                let name = entry.path().strip_prefix(folder).unwrap().display().to_string();
                out.insert(name, std::fs::read(entry.path()).unwrap());
            }
        }
    }
    out
}

/// The names in which two trees differ. How long a run took is not the same twice.
fn differences(a: &BTreeMap<String, Vec<u8>>, b: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let names = a.keys().chain(b.keys().filter(|name| !a.contains_key(*name)));
    names.filter(|name| a.get(*name) != b.get(*name) && !name.ends_with("timing.json")).cloned().collect()
}

struct Place {
    dir: tempfile::TempDir,
    args: Vec<&'static str>,
}

impl Place {
    fn of(text: &str, args: &[&'static str]) -> Place {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("mine.toml"), text).unwrap();
        std::fs::create_dir(dir.path().join("scratch")).unwrap();
        Place { dir, args: args.to_vec() }
    }

    fn start(&self, out: &str) -> Child {
        Command::new(env!("CARGO_BIN_EXE_zaoshi"))
            .args(&self.args)
            .args(["--threads", "2", "--out", out])
            .current_dir(self.dir.path())
            .env("TMPDIR", self.dir.path().join("scratch"))
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }

    fn whole(&self, out: &str) -> BTreeMap<String, Vec<u8>> {
        let ended = self.start(out).wait_with_output().unwrap();
        assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
        let left = tree(&self.dir.path().join("scratch"));
        assert!(left.is_empty(), "left behind: {:?}", left.keys());
        tree(&self.dir.path().join(out))
    }
}

/// Kills one command again and again; each time it came to its end, and after the last kill, its files are compared.
fn survives(text: &str, args: &[&'static str], kills: usize) {
    let place = Place::of(text, args);
    let begun = Instant::now();
    let whole = place.whole("whole");
    let took = begun.elapsed().as_secs_f64();
    assert!(whole.len() > 3, "{:?}", whole.keys());
    let mut luck = Luck::of(SEED, kills as u64);
    let mut cut_short = 0;
    for round in 0..kills {
        let place_of = format!("{args:?}, seed {SEED}, kill {round} of {kills}");
        let child = place.start("out");
        std::thread::sleep(Duration::from_secs_f64(took * luck.below(1000) as f64 / 1000.0));
        let signal = *luck.of_slice(&["KILL", "KILL", "KILL", "KILL", "KILL", "KILL", "INT", "TERM", "HUP"]);
        let _ =
            Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).stderr(Stdio::null()).status();
        let ended = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr);
        match ended.status.code() {
            // A command that had not caught the signal yet.
            None => cut_short += 1,
            Some(130) => cut_short += 1,
            Some(0) => {
                let found = tree(&place.dir.path().join("out"));
                assert_eq!(differences(&found, &whole), Vec::<String>::new(), "{place_of}");
                std::fs::remove_dir_all(place.dir.path().join("out")).unwrap();
            }
            Some(code) => panic!("{place_of}: exit code {code} after SIG{signal}: {said}"),
        }
    }
    assert!(cut_short * 3 > kills, "{args:?}: only {cut_short} of {kills} kills met a running program");
    let found = place.whole("out");
    assert_eq!(differences(&found, &whole), Vec::<String>::new(), "{args:?}, after {kills} kills, seed {SEED}");
}

fn each() -> usize {
    number("ZAOSHI_KILLS", USUAL).div_ceil(3)
}

#[test]
fn a_run_that_is_killed_is_what_it_would_have_been() {
    let run = ["run", "mine.toml", "--replicates", "40", "--screen", "never"];
    survives(include_str!("sweeps/small.toml"), &run, each());
}

#[test]
fn a_sweep_that_is_killed_is_what_it_would_have_been() {
    survives(include_str!("sweeps/small.toml"), &["sweep", "mine.toml", "--shard-runs", "4"], each());
}

#[test]
fn a_search_that_is_killed_is_what_it_would_have_been() {
    survives(include_str!("searched/small.toml"), &["search", "mine.toml"], each());
}
