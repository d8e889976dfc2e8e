//! `explain`: which group of rules earned the difference.
//!
//! Invariant: every choice of groups meets the same luck, so the shares add up to the whole gain.

use zaoshi::error::Error;
use zaoshi::experiment::Experiment;
use zaoshi::scenario::{Patch, Scenario};
use zaoshi::stats::number::{GLUE, count, figure, many, signed};
use zaoshi::stats::waterfall::Waterfall;

use super::embedded::Source;
use super::list::{RULED, fitted};
use super::progress::Bar;
use super::{did_you_mean, print};

pub(super) const EXAMPLES: &str = "\
Examples:
  zaoshi explain                                       the first design of the default scenario
  zaoshi explain points-or-titles --design both
  zaoshi explain mine.toml --design ladder --replicates 128 --json";

/// Groups beyond which there are too many choices to run them all.
const MOST: usize = 6;

#[derive(Debug, clap::Args)]
pub(super) struct Asked {
    /// A file, or the name of a scenario that comes with the program [default: open-source-database].
    scenario: Option<String>,
    /// The design to explain; the first where it is absent.
    #[arg(long, value_name = "NAME")]
    design: Option<String>,
    /// Paired runs of each choice of rules, instead of the scenario's number.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=100_000))]
    replicates: Option<u64>,
    /// Threads; all cores where it is absent. The results do not depend on it.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=4096))]
    threads: Option<u64>,
    /// Print JSON instead of a table.
    #[arg(long)]
    json: bool,
}

pub(super) fn explain(asked: &Asked) -> Result<(), Error> {
    super::threads(asked.threads)?;
    let (says, waterfall, runs) = Source::of(asked.scenario.as_deref())?.read(|path| {
        let mut sets = vec!["coast.replicates=0".to_owned(), "record.people=0".to_owned()];
        sets.extend(asked.replicates.map(|n| format!("replicates={n}")));
        let scenario = Scenario::load(path)?.patched(&Patch::from_args(&sets)?)?;
        let treatment = chosen(&scenario, asked.design.as_deref())?;
        let groups = treatment.groups();
        if groups.len() > MOST {
            return Err(Error::Asked(format!(
                "{} touches {} groups of rules, and all their choices would be too many: {MOST} at most; split the design into two",
                treatment.name,
                groups.len()
            )));
        }
        let experiment = Experiment::choices(&scenario, &treatment)?;
        let bar = Bar::of(asked.json);
        let ensemble = experiment.run(&|done| bar.at(done.runs, done.of));
        Ok((treatment.says, Waterfall::of(&experiment, &ensemble, &groups), experiment.replicates))
    })?;
    if asked.json {
        let json = serde_json::to_string_pretty(&waterfall)
            .map_err(|fault| Error::Drawing { what: "the waterfall as JSON".to_owned(), says: fault.to_string() })?;
        return print(&(json + "\n"));
    }
    print(&shown(&says, &waterfall, runs).replace(GLUE, " "))
}

fn chosen(scenario: &Scenario, name: Option<&str>) -> Result<Patch, Error> {
    let all = scenario.treatments();
    match name {
        None => all
            .into_iter()
            .next()
            .ok_or_else(|| Error::Asked("the scenario has no design to explain: add a treatment".to_owned())),
        Some(name) => {
            let near = did_you_mean(name, all.iter().map(|patch| patch.name.as_str()));
            let missing = Error::Asked(format!("the scenario has no design called {name}{near}"));
            all.iter().find(|patch| patch.name == name).cloned().ok_or(missing)
        }
    }
}

/// From the baseline to the design, a line for each group.
fn shown(says: &str, waterfall: &Waterfall, runs: usize) -> String {
    let mut table = fitted(RULED);
    table.set_header(["", "mean", "80 % of runs", "mean known to", "alone"]);
    table.add_row(["baseline", &count(waterfall.baseline), "", "", ""]);
    for share in &waterfall.shares {
        let (low, high) = (signed(share.share.p10, figure), signed(share.share.p90, figure));
        table.add_row([
            share.group.clone(),
            signed(share.share.mean, figure),
            format!("{low} to {high}"),
            format!("±{}", figure(share.known_to)),
            signed(share.alone, figure),
        ]);
    }
    table.add_row([says, &count(waterfall.design), "", "", ""]);
    let together = signed(waterfall.interaction.mean, figure);
    format!(
        "{}, mean of the last half year over {}; each group's share of the gain, over all orders in which the rules may come\n\n{}\n\n\
         Together they gain {together} beyond the sum of what each gains alone.\n",
        waterfall.headline,
        many(runs, "paired run"),
        table.trim_fmt()
    )
}
