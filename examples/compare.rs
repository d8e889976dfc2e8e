//! Two designs, from the text of a scenario to the verdict: `cargo run --example compare`.
#![expect(clippy::print_stdout, reason = "an example prints its result")]

use zaoshi::{Error, Options, Run, Scenario};

pub(crate) fn main() -> Result<(), Error> {
    let scenario = Scenario::parse("early-or-late.toml", include_str!("early-or-late.toml"))?;
    let outcome = Run::of(&scenario, &Options::default(), &|_| {})?;
    let summary = &outcome.summary;

    println!("{}", summary.question);
    for (design, verdict) in summary.designs.iter().zip(&summary.verdicts) {
        print!("  {}: {:.0} members", design.says, verdict.level.mean);
        match verdict.gain {
            Some(gain) => println!(", {:+.0} % ± {:.0}", 100.0 * gain.band.mean, 100.0 * gain.known_to()),
            None => println!(),
        }
    }
    println!("{}", summary.recommendation);
    Ok(())
}
