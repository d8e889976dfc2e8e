//! Damaged scenarios and data, given to the program as a user would give them.
//!
//! `.ci/fuzz 10000` tries many; without `ZAOSHI_FUZZ` some hundreds are tried. Case `k` of seed `s` is always the same text. What fails is
//! kept under `target/fuzz/` with the sentence that says why. What must hold stands in `judge.rs`.

mod damage;
mod judge;
pub(crate) mod luck;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use judge::{Ended, Verb};
use luck::Luck;

/// How many cases are tried where nothing else is said.
const USUAL: usize = 300;

/// What is damaged: the text of a scenario, and the files beside it.
struct Seed {
    name: String,
    text: String,
    data: Vec<(String, Vec<u8>)>,
    /// Whether it is so small that it can be run.
    small: bool,
    /// Whether it has no mistakes of its own.
    sound: bool,
}

pub(crate) fn number(variable: &str, usual: usize) -> usize {
    std::env::var(variable).ok().and_then(|value| value.parse().ok()).unwrap_or(usual)
}

/// All scenarios of the repository, the wrong ones too, each with the data that it may name.
fn seeds() -> Vec<Seed> {
    let mut out = Vec::new();
    for (folder, small) in
        [("scenarios", false), ("tests/it/wrong", false), ("tests/it/cases", true), ("tests/it/rich", true)]
    {
        let files = |ending: &str| {
            let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
                .into_iter()
                .flatten()
                .flatten()
                .map(|entry| entry.path())
                .filter(|path| path.extension().is_some_and(|is| is == ending))
                .collect();
            found.sort();
            found
        };
        let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let data: Vec<(String, Vec<u8>)> =
            files("csv").iter().map(|path| (name(path), std::fs::read(path).unwrap())).collect();
        for path in files("toml") {
            let text = std::fs::read_to_string(&path).unwrap();
            let named = |file: &&(String, Vec<u8>)| text.contains(&file.0);
            let sound = small || folder == "scenarios";
            out.push(Seed {
                name: name(&path),
                sound,
                data: data.iter().filter(named).cloned().collect(),
                small,
                text,
            });
        }
    }
    assert!(out.len() > 80, "only {} seeds", out.len());
    out
}

/// Damages one seed, asks the program, and says what is wrong with its answer.
fn tried(case: usize, seed: u64, seeds: &[Seed], words: &damage::Words) -> Result<(), String> {
    let mut luck = Luck::of(seed, case as u64);
    let from = luck.of_slice(seeds);
    let folder = tempfile::tempdir().unwrap();
    let mut bytes = damage::scenario(&from.text, words, &mut luck);
    for (name, data) in &from.data {
        let data = if luck.one_in(2) { damage::data(data, &mut luck) } else { data.clone() };
        std::fs::write(folder.path().join(name), data).unwrap();
    }
    if luck.one_in(12) {
        damage::bytes(&mut bytes, &mut luck);
    }
    let file = folder.path().join("mine.toml");
    std::fs::write(&file, &bytes).unwrap();
    let extra = if luck.one_in(6) { words.settings(&mut luck) } else { Vec::new() };

    let check = Ended::of(Verb::Check, &file, &extra, Duration::from_secs(20));
    let mut wrong = judge::check(&check, &bytes, from.sound);
    if wrong.is_empty() && check.code == Some(0) && from.small {
        let run = Ended::of(Verb::Run, &file, &extra, Duration::from_secs(8));
        wrong = judge::run(&run, folder.path());
    } else if wrong.is_empty() && check.code == Some(2) && luck.one_in(4) {
        let verb = *luck.of_slice(&[Verb::Run, Verb::Sweep, Verb::Plan]);
        wrong = judge::refused(&check, &Ended::of(verb, &file, &extra, Duration::from_secs(8)), folder.path());
    }
    if wrong.is_empty() {
        return Ok(());
    }
    let kept = Path::new("target/fuzz").join(format!("{seed}-{case}"));
    std::fs::create_dir_all(&kept).unwrap();
    for entry in std::fs::read_dir(folder.path()).unwrap().flatten().filter(|entry| entry.path().is_file()) {
        std::fs::copy(entry.path(), kept.join(entry.file_name())).unwrap();
    }
    let said = format!("case {seed}-{case} of {}, {extra:?}\n{}", from.name, wrong.join("\n"));
    std::fs::write(kept.join("why.txt"), &said).unwrap();
    Err(said)
}

#[test]
fn no_damage_is_met_with_a_panic_a_hang_or_silence() {
    let (cases, seed) = (number("ZAOSHI_FUZZ", USUAL), number("ZAOSHI_FUZZ_SEED", 1) as u64);
    let first = number("ZAOSHI_FUZZ_FIRST", 0);
    let (seeds, words) = (seeds(), damage::Words::read());
    let next = AtomicUsize::new(first);
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    let failures: Vec<String> = std::thread::scope(|scope| {
        let work = || {
            let mut failed = Vec::new();
            loop {
                let case = next.fetch_add(1, Ordering::Relaxed);
                if case >= first + cases {
                    return failed;
                }
                if let Err(said) = tried(case, seed, &seeds, &words) {
                    eprintln!("{}\n", said.chars().take(1500).collect::<String>());
                    failed.push(said);
                }
                if cases > USUAL && case % 500 == 499 {
                    eprintln!("{} of {cases} cases, {} failed on this thread", case + 1 - first, failed.len());
                }
            }
        };
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    assert!(failures.is_empty(), "{} of {cases} cases failed; they are kept in target/fuzz", failures.len());
}
