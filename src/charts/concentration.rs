//! Concentration: are we fragile, and do the right ones rise?
//!
//! Always: a panel for how many carry half of the work, for what the fifteen most active do, for Gini, for how far points follow value, and for
//! how fairly tiers are filled, where it moves. Where nobody contributes, the paper stays blank.

use super::axis::Calendar;
use super::canvas::Canvas;
use super::layout::Area;
use super::panels::{self, Moved};
use super::{Draw, colour, finding};
use crate::error::Error;
use crate::registry::Row;
use crate::stats::Summary;
use crate::words::number;

pub(super) const ROW: Row<Draw> = Row {
    name: "concentration",
    says: "How few carry the work, whether points follow value and whether tiers go to those who do most, over time.",
    knobs: &[],
    make: draw,
};

const MOVES: [(&str, &str, Moved); 6] = [
    ("absence-factor", "Contributors who make half of it", Moved::AtAll),
    ("core-share", "Share of the fifteen most active", Moved::AtAll),
    ("gini", "Gini of contributions", Moved::AtAll),
    ("points-value", "Points against true value", Moved::AtAll),
    ("goodhart-gap", "What the top tenth by points lacks", Moved::AtAll),
    ("fairness:", "Fairness of", Moved::AtAll),
];

fn draw(summary: &Summary, canvas: &mut Canvas) -> Result<(), Error> {
    let Some(calendar) = Calendar::of(&summary.dates) else { return Ok(()) };
    let shown = colour::shown(summary, 5);
    let mut moves = panels::moving(summary, &shown, &MOVES);
    moves.truncate(panels::most(canvas));
    for panel in &mut moves {
        panel.begins = true;
    }
    if !moves.iter().any(|panel| summary.metrics[panel.metric].name == "absence-factor") {
        return Ok(());
    }
    let means = if summary.replicates > 1 { "mean of all runs" } else { "the only run" };
    let subtitle = format!("Contributions of twelve months; over time: {means}");
    let area = canvas.frame(summary, &title(summary), &subtitle);
    let body = Area { top: panels::key(canvas, summary, &shown, area), ..area };
    for (panel, place) in moves.iter().zip(panels::places(canvas, body, moves.len())) {
        panel.draw(summary, canvas, &calendar, &shown, place)?;
    }
    Ok(())
}

/// How many carry half of the work under the leader, against the baseline.
fn title(summary: &Summary) -> String {
    let many = |design: usize| {
        let last = summary.band(design, "absence-factor").and_then(|bands| bands.last().copied());
        last.map_or(0.0, |band| band.p50)
    };
    let people = |n: f64| {
        let n = number::count(n);
        if n == "1" { "one contributor makes".to_owned() } else { format!("{n} contributors make") }
    };
    match colour::leader(summary) {
        Some(leader) if number::count(many(leader)) != number::count(many(0)) => format!(
            "Under {}, {} half of the work in the end, and {} under {}",
            finding::name(summary, leader),
            people(many(leader)),
            number::count(many(0)),
            finding::name(summary, 0)
        ),
        _ => {
            let said = people(many(0));
            format!("{}{} half of the work in the end", said[..1].to_uppercase(), &said[1..])
        }
    }
}
