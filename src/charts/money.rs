//! Money and points: can we pay, and what do we owe?
//!
//! Always: a panel for what was paid so far, what is left in each pool, what could not be paid and the points that people hold, where it moves;
//! money is in one unit all over the slide, and points are. Where nothing costs money and there are no points, the paper stays blank.

use super::axis::Calendar;
use super::canvas::Canvas;
use super::layout::Area;
use super::mark_rows;
use super::panels::{self, Moved, Panel};
use super::{Draw, colour, finding};
use crate::error::Error;
use crate::registry::Row;
use crate::stats::Summary;
use crate::words::number;

pub(super) const ROW: Row<Draw> = Row {
    name: "money-and-points",
    says: "What was paid, what is left in the pools, what could not be paid, and the points that people hold, over time.",
    knobs: &[],
    make: draw,
};

const MOVES: [(&str, &str, Moved); 6] = [
    ("money-paid", "Paid so far", Moved::AtAll),
    ("pool:", "Left in", Moved::AtAll),
    ("unpaid", "Payments that an empty pool could not make", Moved::AtAll),
    ("points-held", "Points that people hold", Moved::AtAll),
    ("points-farmed", "Points farmed so far", Moved::AtAll),
    ("capital", "Money from investors so far", Moved::AtAll),
];

fn draw(summary: &Summary, canvas: &mut Canvas) -> Result<(), Error> {
    let Some(calendar) = Calendar::of(&summary.dates) else { return Ok(()) };
    let shown = colour::shown(summary, 5);
    let mut moves = panels::moving(summary, &shown, &MOVES);
    moves.truncate(panels::most(canvas));
    if moves.is_empty() {
        return Ok(());
    }
    let one = number::money(&summary.currency, 1.0);
    let mark = format!(", {}", one.split(number::GLUE).next().unwrap_or_default());
    for (unit, mark) in [("money", mark.as_str()), ("points", "")] {
        let (per, size) = size(summary, &shown, &moves, unit);
        for panel in moves.iter_mut().filter(|panel| summary.metrics[panel.metric].unit == unit) {
            let says = match (mark, size) {
                ("", "") => String::new(),
                ("", size) => format!(", {size}"),
                (mark, size) => format!("{mark} {size}").trim_end().to_owned(),
            };
            (panel.head, panel.per, panel.write) = (format!("{}{says}", panel.head), per, mark_rows::plain);
        }
    }
    let means = if summary.replicates > 1 { "mean of all runs" } else { "the only run" };
    let area = canvas.frame(summary, &title(summary, &shown), &format!("Over time: {means}"));
    let body = Area { top: panels::key(canvas, summary, &shown, area), ..area };
    for (panel, place) in moves.iter().zip(panels::places(canvas, body, moves.len())) {
        panel.draw(summary, canvas, &calendar, &shown, place)?;
    }
    Ok(())
}

/// The size in which all amounts of a unit can be read.
fn size(summary: &Summary, shown: &[usize], moves: &[Panel], unit: &str) -> (f64, &'static str) {
    let of = moves.iter().filter(|panel| summary.metrics[panel.metric].unit == unit);
    let means = of.flat_map(|panel| shown.iter().flat_map(|&d| &summary.bands[d][panel.metric]));
    let most = means.map(|band| band.mean.abs()).filter(|x| x.is_finite()).fold(0.0, f64::max);
    let sizes = [(1e9, "billion"), (1e6, "million"), (1e3, "thousand")];
    sizes.into_iter().find(|(size, _)| most >= *size).unwrap_or((1.0, ""))
}

/// What the leader pays, and at most in nine of ten runs; else what is paid most.
fn title(summary: &Summary, shown: &[usize]) -> String {
    let paid = |design: usize| summary.band(design, "money-paid").and_then(|bands| bands.last().copied());
    let most = || {
        shown.iter().copied().max_by(|a, b| {
            let middle = |d: &usize| paid(*d).map_or(0.0, |band| band.p50);
            middle(a).total_cmp(&middle(b)).then(b.cmp(a))
        })
    };
    let Some(design) = colour::leader(summary).or_else(most) else { return "Nothing is paid".to_owned() };
    let name = finding::name(summary, design);
    match paid(design) {
        Some(band) if band.p90 > 0.0 => {
            let money = |x: f64| number::money(&summary.currency, x);
            let bound = if summary.replicates > 1 && money(band.p90) != money(band.p50) {
                format!(", {} at most in nine of ten runs", money(band.p90))
            } else {
                String::new()
            };
            format!("{name} costs {} in all{bound}", money(band.p50))
        }
        _ => format!("{name} costs no money"),
    }
}
