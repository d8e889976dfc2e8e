//! The cost of a tick: a quiet person, a deed, the default scenario, and the bytes of an agent.
//!
//! Prints medians over paired rounds in one process, so a busy machine slows all of them alike; compare the ratios.
//! `cargo bench --bench tick`, or with a number of rounds: `cargo bench --bench tick -- 9`.
#![expect(clippy::print_stdout, reason = "a benchmark reports to the terminal")]

use std::path::Path;
use std::time::Instant;

use zaoshi::experiment::Experiment;
use zaoshi::scenario::{Patch, Scenario};

/// Members who do nothing: the cost of the quiet path.
const QUIET: &str = r#"
name = "quiet"
start = 2027-01-04
horizon = "2 years"
replicates = 1
headline = "members"
coast = { replicates = 0 }
record = { every = "year" }
[segment.people]
people = 1_000_000
members_at_start = 500_000
ages_at_start = "new"
[mechanism.adoption]
external = "0.0001 per year"
social = "0 per year"
[mechanism.dropout]
alpha = 0.01
beta = 1000.0
[mechanism.triggers]
own = "0.001 per year"
paid = "0 per year"
social = 0.0
"#;

struct Round {
    seconds: f64,
    agent_ticks: f64,
    deeds: f64,
    bytes: f64,
}

fn scenario(text: &str) -> Scenario {
    Scenario::parse("bench.toml", text).expect("the benchmark's scenario is right")
}

fn run(scenario: &Scenario) -> Round {
    let experiment = Experiment::design(scenario).expect("the benchmark's scenario resolves");
    let deeds = experiment.metrics.iter().position(|m| m.name == "deeds").expect("deeds are measured");
    let begun = Instant::now();
    let ensemble = experiment.run(&|_| {});
    let seconds = begun.elapsed().as_secs_f64();
    let done: f64 = ensemble.runs.iter().flatten().flat_map(|t| &t.rows).map(|row| row[deeds]).sum();
    let bytes = ensemble.runs[0][0].bytes_per_agent;
    Round { seconds, agent_ticks: ensemble.agent_ticks() as f64, deeds: done, bytes }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn main() {
    let rounds: usize = std::env::args().skip(1).find_map(|a| a.parse().ok()).unwrap_or(5);
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("one thread");
    let quiet = scenario(QUIET);
    let patch = |scenario: &Scenario, sets: &[&str]| {
        let sets: Vec<String> = sets.iter().map(|&s| s.to_owned()).collect();
        scenario.patched(&Patch::from_args(&sets).expect("paths")).expect("values")
    };
    let default =
        Scenario::load(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/open-source-database.toml")))
            .expect("the default scenario is right");
    let few = patch(&default, &["replicates=4", "coast.replicates=0"]);

    let (mut per_quiet, mut per_deed, mut rate, mut both) = (vec![], vec![], vec![], vec![]);
    let mut bytes = 0.0;
    for _ in 0..rounds {
        let silent = one.install(|| run(&quiet));
        let alone = one.install(|| run(&few));
        let pair = run(&few);
        let quiet_ns = silent.seconds * 1e9 / silent.agent_ticks;
        per_quiet.push(quiet_ns);
        // The cost of deeds is the total cost minus the quiet cost of all person-ticks.
        per_deed.push((alone.seconds * 1e9 - quiet_ns * alone.agent_ticks) / alone.deeds);
        rate.push(alone.agent_ticks / alone.seconds / 1e6);
        both.push(alone.seconds / pair.seconds);
        bytes = alone.bytes;
    }
    println!("medians of {rounds} rounds, one thread unless said");
    println!("quiet person-tick            {:>8.2} ns", median(per_quiet));
    println!(
        "deed, default scenario       {:>8.0} ns (all mechanisms, settlement, ladders, metrics)",
        median(per_deed)
    );
    println!("default scenario             {:>8.1} M agent-ticks/s", median(rate));
    println!("all threads over one         {:>8.2} times", median(both));
    println!("bytes per agent, default     {:>8.0} (columns, dossiers; contacts apart)", bytes);
}
