//! The waterfall: how much of the gain each group of rules earned.
//!
//! Invariant: every choice of groups runs with the same luck, so the shares add up to the whole gain.

use crate::charts::{Source, draw_all, waterfall};
use crate::error::Error;
use crate::findings::chart_titles::capitalised;
use crate::say;
use crate::scenario::Scenario;
use crate::stats::Design;
use crate::stats::sweep_points::Points;
use crate::stats::waterfall::Waterfall;
use crate::words::number::{count, figure, signed};

use super::{Answer, Args, fonts};
use crate::cli::table_style::{heads, ruled};

/// The most groups of rules: all their choices are run.
const MOST: usize = 6;

/// The name of the design, if all choices of its rules can be run.
pub(super) fn design(scenario: &Scenario, name: Option<&String>) -> Result<String, Error> {
    let none = || Error::Argument(say!("waterfall-no-design"));
    let name = name.ok_or_else(none)?;
    let patch = scenario.treatments().into_iter().find(|patch| patch.name == *name).ok_or_else(none)?;
    match patch.groups().len() {
        0 => Err(Error::Argument(say!("waterfall-no-change", design = name))),
        groups if groups > MOST => {
            Err(Error::Argument(say!("waterfall-too-many", design = name, groups = groups.to_string(), most = MOST)))
        }
        _ => Ok(patch.name),
    }
}

pub(super) fn answer(args: &Args, points: &Points) -> Result<Answer, Error> {
    let designs = &points.designs;
    let sound = designs.len().is_power_of_two() && designs.len() > 1 && points.len() == 1;
    if !sound || (designs.len() > 2 && !designs[3].name.contains('+')) {
        return Err(Error::Argument(say!("waterfall-not-every-choice")));
    }
    let mut groups: Vec<Design> = (0..designs.len().trailing_zeros()).map(|k| designs[1 << k].clone()).collect();
    if let [only] = groups.as_mut_slice() {
        // The only group of a design is named after its rules, not after the design.
        only.says = capitalised(&only.name.replace(['.', '-'], " "));
    }
    let levels: Vec<Vec<f64>> = points.runs.iter().map(|design| design[0].clone()).collect();
    let found = Waterfall::from_runs(&points.origin.headline, &groups, &levels);
    let says = designs[designs.len() - 1].says.clone();
    let (baseline, origin) = (designs[0].says.as_str(), &points.origin);
    let chart =
        draw_all(Source::Waterfall { waterfall: &found, design: &says, baseline, origin }, &fonts(args)?)?.pop();
    Answer::new("waterfall", text(&says, &designs[0].says, &found), &found, found.table(), chart)
}

/// The table, as the terminal shows it: the baseline, a row for each group, the design.
fn text(says: &str, baseline: &str, waterfall: &Waterfall) -> String {
    let mut table = ruled(heads(&say!("waterfall-heads")));
    table.add_row([baseline, &count(waterfall.baseline), "", "", ""]);
    for share in &waterfall.shares {
        let (low, high) = (signed(share.share.p10, figure), signed(share.share.p90, figure));
        table.add_row([
            share.says.clone(),
            signed(share.share.mean, figure),
            say!("waterfall-range", low = low, high = high),
            format!("±{}", figure(share.known_to)),
            signed(share.alone, figure),
        ]);
    }
    table.add_row([says, &count(waterfall.design), "", "", ""]);
    let what = say!("waterfall-mean", headline = &waterfall.headline, runs = waterfall.runs);
    let together = say!(
        "waterfall-together",
        gain = signed(waterfall.interaction.mean, figure),
        error = figure(waterfall.interaction_known_to)
    );
    format!("{}\n{what}\n\n{}\n\n{together}\n", waterfall::title(waterfall, says), table.trim_fmt())
}
