//! The tornado: which assumption matters.
//!
//! Invariant: what chance could make is said to be so.

use zaoshi::charts::{Source, draw_all, tornado};
use zaoshi::error::Error;
use zaoshi::findings;
use zaoshi::stats::sweep_points::Points;
use zaoshi::stats::tornado::Tornado;
use zaoshi::words::number::{many, signed};

use super::{Asked, Told, index};
use crate::cli::table_style::{RULED, fitted};

/// Rows of the table; all of them are in the CSV.
const ROWS: usize = 12;

pub(super) fn told(asked: &Asked, points: &Points) -> Result<Told, Error> {
    let Some(found) = findings::tornado(points, index(asked, points)?) else {
        return Err(Error::Asked(
            "the baseline has nothing of the headline, so a gain has nothing to be a share of".to_owned(),
        ));
    };
    if found.bars.is_empty() {
        return Err(Error::Asked("no factor of this sweep takes more than one value".to_owned()));
    }
    let chart = draw_all(Source::Tornado { tornado: &found, origin: &points.origin })?.pop();
    Told::of("tornado", shown(&found, points), &found, found.table(), chart)
}

fn shown(found: &Tornado, points: &Points) -> String {
    let write = found.write();
    let mut table = fitted(RULED);
    table.set_header(["assumption", "", "low", "gain", "high", "gain", "difference known to"]);
    for bar in found.bars.iter().take(ROWS) {
        let chance = if bar.is_chance() { ", could be chance" } else { "" };
        table.add_row([
            bar.says.clone(),
            bar.standing.clone(),
            bar.low.value.clone(),
            signed(bar.low.gain, write),
            bar.high.value.clone(),
            signed(bar.high.gain, write),
            format!("±{}{chance}", write(bar.known_to)),
        ]);
    }
    let rest = found.bars.len().saturating_sub(ROWS);
    let rest =
        if rest > 0 { format!("{} are in tornado.csv.\n", many(rest, "more assumption")) } else { String::new() };
    let what = match &found.design {
        Some(design) => format!("gain of {design} as a share of the baseline"),
        None => "change against what it is as the scenario says".to_owned(),
    };
    let how = if found.one_at_a_time { "As the scenario says" } else { "Over all points" };
    format!(
        "{}\n{}, {what}; {} at each point\n{how}: {} ±{}\n\n{}\n\n{rest}",
        tornado::title(found),
        found.headline,
        many(points.origin.replicates, "paired run"),
        signed(found.centre, write),
        write(found.known_to),
        table.trim_fmt()
    )
}
