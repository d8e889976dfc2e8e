//! The waterfall: which group of rules earned how much.
//!
//! Invariant: every choice of groups meets the same luck, so the shares add up to the whole gain.

use zaoshi::charts::finding::sentence;
use zaoshi::charts::{Source, draw_all, waterfall};
use zaoshi::error::Error;
use zaoshi::scenario::Scenario;
use zaoshi::stats::Design;
use zaoshi::stats::sweep_points::Points;
use zaoshi::stats::waterfall::Waterfall;
use zaoshi::words::number::{count, figure, many, signed};

use super::Told;
use crate::cli::table_style::{RULED, fitted};

/// Groups beyond which there are too many choices to run them all.
const MOST: usize = 6;

/// The design, if all choices of its rules can be run.
pub(super) fn design(scenario: &Scenario, name: Option<&String>) -> Result<String, Error> {
    let none = || Error::Asked("the scenario has no design to explain: add a treatment".to_owned());
    let name = name.ok_or_else(none)?;
    let patch = scenario.treatments().into_iter().find(|patch| patch.name == *name).ok_or_else(none)?;
    match patch.groups().len() {
        0 => Err(Error::Asked(format!("{name} changes nothing, so there is nothing to explain"))),
        n if n > MOST => Err(Error::Asked(format!(
            "{name} touches {n} groups of rules, and all their choices would be too many: {MOST} at most; split the design into two"
        ))),
        _ => Ok(patch.name),
    }
}

pub(super) fn told(points: &Points) -> Result<Told, Error> {
    let designs = &points.designs;
    let sound = designs.len().is_power_of_two() && designs.len() > 1 && points.len() == 1;
    if !sound || (designs.len() > 2 && !designs[3].name.contains('+')) {
        let says = "this sweep does not hold every choice of a design's rules: explain the scenario, or say what to explain, such as --flips";
        return Err(Error::Asked(says.to_owned()));
    }
    let mut groups: Vec<Design> = (0..designs.len().trailing_zeros()).map(|k| designs[1 << k].clone()).collect();
    if let [only] = groups.as_mut_slice() {
        // A design of one group has the name of the whole.
        only.says = sentence(&only.name.replace(['.', '-'], " "));
    }
    let levels: Vec<Vec<f64>> = points.runs.iter().map(|design| design[0].clone()).collect();
    let found = Waterfall::of(&points.origin.headline, &groups, &levels);
    let says = designs[designs.len() - 1].says.clone();
    let (baseline, origin) = (designs[0].says.as_str(), &points.origin);
    let chart = draw_all(Source::Waterfall { waterfall: &found, design: &says, baseline, origin })?.pop();
    Told::of("waterfall", shown(&says, &designs[0].says, &found), &found, found.table(), chart)
}

/// From the baseline to the design, a line for each group.
fn shown(says: &str, baseline: &str, waterfall: &Waterfall) -> String {
    let mut table = fitted(RULED);
    table.set_header(["", "mean", "80 % of runs", "mean known to", "alone"]);
    table.add_row([baseline, &count(waterfall.baseline), "", "", ""]);
    for share in &waterfall.shares {
        let (low, high) = (signed(share.share.p10, figure), signed(share.share.p90, figure));
        table.add_row([
            share.says.clone(),
            signed(share.share.mean, figure),
            format!("{low} to {high}"),
            format!("±{}", figure(share.known_to)),
            signed(share.alone, figure),
        ]);
    }
    table.add_row([says, &count(waterfall.design), "", "", ""]);
    let together = signed(waterfall.interaction.mean, figure);
    format!(
        "{}\n{}, mean of {}; each group's share of the gain, over all orders in which the rules may come\n\n{}\n\n\
         Together they gain {together} (±{}) beyond the sum of what each gains alone; the shares hold it.\n",
        waterfall::title(waterfall, says),
        waterfall.headline,
        many(waterfall.runs, "paired run"),
        table.trim_fmt(),
        figure(waterfall.interaction_known_to)
    )
}
