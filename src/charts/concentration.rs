//! Concentration: are we fragile, and do the right ones rise?
//!
//! Always: a panel for each metric that changes: how many make half of the work, the share of the fifteen most active, Gini, how far points
//! follow value, and how fairly tiers are filled. If nobody contributes, the paper stays blank.

use super::draw::axis::Calendar;
use super::draw::canvas::Canvas;
use super::panels::{self, Moved, Panel, Shown};
use super::{Chart, Reads};
use crate::error::Error;
use crate::findings::chart_titles;
use crate::metrics::names;
use crate::say;
use crate::stats::Summary;
use crate::words::number;

pub(super) const ROW: Chart = Chart { name: "concentration", reads: Reads::Summary(draw) };

const METRICS: [Shown; 6] = [
    Shown { metric: "absence-factor", head: |_| say!("chart-concentration-half"), by: Moved::AtAll },
    Shown { metric: "core-share", head: |_| say!("chart-concentration-core"), by: Moved::AtAll },
    Shown { metric: "gini", head: |_| say!("chart-concentration-gini"), by: Moved::AtAll },
    Shown { metric: "points-value", head: |_| say!("chart-concentration-points"), by: Moved::AtAll },
    Shown { metric: "goodhart-gap", head: |_| say!("chart-concentration-gap"), by: Moved::AtAll },
    Shown { metric: "fairness:", head: |tier| say!("chart-concentration-fairness", tier = tier), by: Moved::AtAll },
];

fn draw(summary: &Summary, canvas: &mut Canvas) -> Result<(), Error> {
    let Some(calendar) = Calendar::of(&summary.dates) else { return Ok(()) };
    let shown = chart_titles::shown(summary, canvas.designs());
    let (mut moves, mut out) = panels::fitting(summary, &shown, &METRICS, panels::most(canvas));
    for panel in &mut moves {
        panel.begins = true;
    }
    if !moves.iter().any(|panel| summary.metrics[panel.metric].name == names::ABSENCE_FACTOR) {
        return Ok(());
    }
    let title = title(summary);
    let frame = |canvas: &mut Canvas, moves: &[Panel], out: &[String]| {
        let subtitle = say!("chart-concentration-subtitle", means = panels::means(summary))
            + &panels::note(summary, &shown, moves.iter().map(|panel| panel.metric))
            + &panels::without_room(out);
        canvas.frame(summary, &title, &subtitle)
    };
    let body = panels::framed(canvas, summary, &shown, (&mut moves, &mut out), 0, frame);
    for (panel, place) in moves.iter().zip(panels::places(canvas, body, moves.len())) {
        panel.draw(summary, canvas, &calendar, &shown, place)?;
    }
    Ok(())
}

/// How many make half of the work under the leader, and under the baseline.
fn title(summary: &Summary) -> String {
    let many = |design: usize| {
        let last = summary.band(design, names::ABSENCE_FACTOR).and_then(|bands| bands.last().copied());
        last.map_or(f64::NAN, |band| band.mean)
    };
    let count = |design: usize| number::count(many(design));
    match chart_titles::leader(summary).filter(|leader| count(*leader) != count(0)) {
        Some(leader) => say!(
            "chart-concentration-under",
            design = chart_titles::design_name(summary, leader),
            one = if count(leader) == "1" { "yes" } else { "no" },
            ours = count(leader),
            theirs = count(0),
            base = chart_titles::design_name(summary, 0)
        ),
        None if count(0) == "1" => say!("chart-concentration-one"),
        None => say!("chart-concentration-many", people = count(0)),
    }
}
