//! A number that is not among the metrics: months until the project has 200 members, by design, with the paired difference from the
//! baseline. `cargo run --example own_metric`.
#![expect(clippy::print_stdout, reason = "an example prints its result")]

use zaoshi::stats::{Band, mean};
use zaoshi::{Error, Options, Outcome, Run, Scenario};

/// Members to be reached.
const LEVEL: f64 = 200.0;

/// The months until one run of a design reaches a number of members; `None` if it does not before the horizon.
fn months(outcome: &Outcome, design: usize, replicate: usize) -> Option<f64> {
    let members = outcome.summary.metric("members")?;
    // The scenario records a row a month.
    let row = outcome.series(design, replicate, members).position(|count| count >= LEVEL)?;
    Some((row + 1) as f64)
}

pub(crate) fn main() -> Result<(), Error> {
    let scenario = Scenario::parse("early-or-late.toml", include_str!("early-or-late.toml"))?;
    let outcome = Run::of(&scenario, &Options::default(), &|_| {})?;
    let replicates = outcome.summary.replicates;

    println!("Months until {LEVEL} members");
    for (index, design) in outcome.summary.designs.iter().enumerate() {
        let reached: Vec<f64> = (0..replicates).filter_map(|r| months(&outcome, index, r)).collect();
        println!("  {}: {:.1} in the mean of {} runs of {replicates}", design.says, mean(&reached), reached.len());

        // Replicate r of both designs has the same luck, so the difference is taken run by run.
        let pairs = (0..replicates).filter_map(|r| Some(months(&outcome, index, r)? - months(&outcome, 0, r)?));
        let difference = Band::of(&pairs.collect::<Vec<_>>());
        if index > 0 {
            println!(
                "    against the baseline {:+.1} ({:+.1} to {:+.1})",
                difference.mean, difference.p10, difference.p90
            );
        }
    }
    Ok(())
}
