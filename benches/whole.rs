//! The cost of a large replicate: 100,000 people and 500 organisations for five years, with everything switched on.
//!
//! Prints seconds per replicate on all cores, the median over rounds; then runs it on 1, 2 and 8 threads and fails
//! unless they give the same bytes. `cargo bench --bench whole`, or with a number of rounds: `cargo bench --bench whole
//! -- 9`.
#![expect(clippy::print_stdout, reason = "a benchmark reports to the terminal")]

use std::path::Path;
use std::time::Instant;

use zaoshi::engine::Trajectory;
use zaoshi::experiment::Experiment;
use zaoshi::kinds::Organisation;
use zaoshi::scenario::Scenario;

const WHOLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/whole.toml");

fn run(experiment: &Experiment) -> (f64, Vec<Trajectory>) {
    let begun = Instant::now();
    let mut runs = experiment.run(&|_| {}).runs;
    (begun.elapsed().as_secs_f64(), runs.remove(0))
}

/// Every number of every row, as bits.
fn bits(runs: &[Trajectory]) -> Vec<u64> {
    runs.iter().flat_map(|run| &run.rows).flatten().map(|x| x.to_bits()).collect()
}

fn main() {
    let rounds: usize = std::env::args().skip(1).find_map(|a| a.parse().ok()).unwrap_or(3);
    let scenario = Scenario::load(Path::new(WHOLE)).expect("the benchmark's scenario is right");
    let experiment = Experiment::baseline(&scenario).expect("the benchmark's scenario resolves");
    let model = &experiment.designs[0].model;
    let number = |group: &String| scenario.table::<Organisation>(&format!("organisation.{group}")).number;
    let organisations: u32 = scenario.names("organisation").iter().map(number).sum();
    println!("{} people, {organisations} organisations, {} ticks", model.people(), model.ticks);

    let mut seconds: Vec<f64> = (0..rounds.max(1)).map(|_| run(&experiment).0 / experiment.replicates as f64).collect();
    seconds.sort_by(f64::total_cmp);
    let cores = rayon::current_num_threads();
    println!("a replicate on {cores} cores  {:>6.2} s (median of {rounds})", seconds[seconds.len() / 2]);

    let mut first: Option<Vec<u64>> = None;
    for threads in [1, 2, 8] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let (seconds, runs) = pool.install(|| run(&experiment));
        let found = bits(&runs);
        println!("a replicate on {threads} threads {:>5.2} s", seconds / experiment.replicates as f64);
        assert!(first.get_or_insert_with(|| found.clone()) == &found, "{threads} threads give other bytes");
    }
    println!("the same bytes on 1, 2 and 8 threads: {} numbers", first.map_or(0, |bits| bits.len()));
}
