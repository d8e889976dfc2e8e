//! The cost of storing: 100,000 runs of a small scenario, with and without the store.
//!
//! Prints the overhead of store and statistics over the runs alone (median of paired rounds, so a busy machine slows
//! both alike), the peak memory of the storing process, and the time to find missing shards. Fails if one of them
//! exceeds its limit. `cargo bench --bench store`, or with a number of runs: `cargo bench --bench store -- 30000`.
#![expect(clippy::print_stdout, reason = "a benchmark reports to the terminal")]

use std::path::Path;
use std::process::Command;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use rayon::prelude::*;
use zaoshi::experiment::Experiment;
use zaoshi::plan::Plan;
use zaoshi::scenario::{Patch, Scenario};
use zaoshi::store::sweep::SweepStore;
use zaoshi::sweep::report::SweepTable;
use zaoshi::sweep::{Planned, run_shards};

const SMALL: &str = include_str!("../tests/it/sweeps/small.toml");
/// Rounds, each with a part of the shards: first the runs alone, then with the store, then in the opposite order.
const ROUNDS: usize = 10;
/// Runs of a shard: a fifth of a second; the program would take ten times as many.
const SHARD: usize = 1000;
/// Number of runs for the reported measurement.
const FULL: usize = 100_000;
/// Limit of the overhead, as a share of the simulation.
const MOST_OVERHEAD: f64 = 0.10;
const MOST_MEGABYTES: f64 = 300.0;
const MOST_SECONDS: f64 = 1.0;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["alone", folder, from, to] => println!("{}", alone(&opened(folder), number(from)..number(to))),
        ["stored", folder, from, to] => println!("{}", stored(&opened(folder), number(from)..number(to))),
        ["told", folder] => println!("{}", tell(folder)),
        [] => whole(FULL),
        [runs] => whole(number(runs)),
        _ => println!("cargo bench --bench store -- [RUNS]"),
    }
}

fn number(text: &str) -> usize {
    text.parse().expect("a number")
}

fn opened(folder: &str) -> SweepStore {
    SweepStore::open(Path::new(folder)).expect("a stored sweep")
}

/// Plans a sweep, and works on it in separate processes, so that each has its own peak of memory.
fn whole(runs: usize) {
    let dir = tempfile::tempdir().expect("a folder");
    // Two designs; fifty runs per point.
    let sets = [format!("plan.points={}", (runs / 100).max(1)), "plan.replicates=50".to_owned()];
    let scenario = Scenario::parse("small.toml", SMALL).expect("the scenario is right");
    let scenario = scenario.patched(&Patch::from_args(&sets).expect("patches")).expect("values in range");
    let planned = Planned::of(&scenario, Some(SHARD)).expect("a plan");
    let store = planned.store(dir.path()).expect("a folder");
    let (folder, shards) = (store.place.root().display().to_string(), store.manifest.shards());
    println!("{} runs in {shards} shards", store.manifest.runs());
    let (mut sums, mut most, mut ratios) = ([0.0; 2], 0.0_f64, Vec::new());
    for round in 0..ROUNDS {
        let part = [(shards * round / ROUNDS).to_string(), (shards * (round + 1) / ROUNDS).to_string()];
        let mut order = ["alone", "stored"];
        if round % 2 == 1 {
            order.reverse();
        }
        let mut both = [0.0; 2];
        for how in order {
            let [seconds, megabytes] = child(&[how, &folder, &part[0], &part[1]]);
            both[usize::from(how == "stored")] = seconds;
            if how == "stored" {
                most = most.max(megabytes);
            }
        }
        (0..2).for_each(|k| sums[k] += both[k]);
        ratios.push(both[1] / both[0]);
    }
    ratios.sort_by(f64::total_cmp);
    let [telling, megabytes] = child(&["told", &folder]);
    let begun = Instant::now();
    let missing = store.missing().expect("a look into the folder").len();
    let scan = begun.elapsed().as_secs_f64();
    let (most, overhead) = (most.max(megabytes), ratios[ROUNDS / 2] - 1.0 + telling / sums[0]);
    println!("the runs alone       {:8.1} s of processor time", sums[0]);
    println!("with the store       {:8.1} s of processor time", sums[1]);
    println!("telling of it        {telling:8.1} s of processor time");
    println!("overhead             {:8.1} %, by the median round", 100.0 * overhead);
    println!("most memory          {most:8.0} MB");
    println!("finding what misses  {scan:8.4} s, {missing} shards");
    // The time is checked only if there are enough runs to average out other load.
    assert!(runs < FULL || overhead < MOST_OVERHEAD, "store and statistics may take {MOST_OVERHEAD} of the simulation");
    assert!(most < MOST_MEGABYTES, "a sweep may hold {MOST_MEGABYTES} MB");
    assert!(scan < MOST_SECONDS && missing == 0, "what is missing is to be found in {MOST_SECONDS} s");
}

/// Seconds and megabytes of a process of this program.
fn child(args: &[&str]) -> [f64; 2] {
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program).args(args).output().expect("a process");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let found: Vec<f64> = text.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    [found[0], found[1]]
}

/// Processor time of this process, which is independent of other load, and its peak memory.
fn taken(begun: f64) -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse::<f64>().ok());
    format!("{} {}", processor() - begun, peak.unwrap_or(f64::NAN) / 1024.0)
}

/// Processor time of all threads so far, in seconds; wall time if the system does not report it.
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = stat.rsplit_once(')').map(|(_, rest)| rest).unwrap_or_default();
    let ticks: f64 = after.split_whitespace().skip(11).take(2).filter_map(|word| word.parse::<f64>().ok()).sum();
    ticks / 100.0
}

fn alone(store: &SweepStore, shards: std::ops::Range<usize>) -> String {
    let begun = processor();
    let scenario = Scenario::load(&store.place.path("scenario.toml")).expect("a scenario");
    let plan = Plan::of(&scenario).expect("a plan");
    let manifest = &store.manifest;
    shards.into_par_iter().for_each(|shard| {
        let mut at: Option<(usize, Experiment)> = None;
        for first in manifest.of_shard(shard).step_by(manifest.designs.len()) {
            let (point, replicate, _) = manifest.run(first);
            if at.as_ref().is_none_or(|(last, _)| *last != point) {
                let sets = ["coast.replicates=0".to_owned(), format!("replicates={}", plan.replicates)];
                let scenario = plan.at(&scenario, point).and_then(|s| s.patched(&Patch::from_args(&sets)?));
                at = Some((point, Experiment::among(&scenario.expect("a point"), &plan.designs).expect("designs")));
            }
            let Some((_, experiment)) = &at else { continue };
            std::hint::black_box(experiment.run_paired(replicate, experiment.network().as_ref(), &|| {}));
        }
    });
    taken(begun)
}

fn stored(store: &SweepStore, shards: std::ops::Range<usize>) -> String {
    let begun = processor();
    run_shards(store, &shards.collect::<Vec<_>>(), &AtomicBool::new(false), &|| {}).expect("rows");
    taken(begun)
}

fn tell(folder: &str) -> String {
    let begun = processor();
    let store = opened(folder);
    let table = SweepTable::of(&store).expect("parts");
    std::hint::black_box(table.report(None));
    store.place.derive("summary.csv", |to| table.write(&store, to)).expect("a summary");
    taken(begun)
}
