//! Who is inside: how many of each audience, over time and under each design?
//!
//! Always: one panel an audience, groups of organisations before segments of people; an audience that stands still in all runs of all
//! designs is left out, and so is a single organisation; each panel has its own scale from zero, and each design its colour. Without organisations the paper stays blank.

use super::axis::Calendar;
use super::canvas::Canvas;
use super::layout::Area;
use super::{Draw, colour, finding, panels};
use crate::error::Error;
use crate::shelf::Row;
use crate::stats::{Summary, number};

pub(super) const ROW: Row<Draw> = Row {
    name: "who-is-inside",
    says: "Small multiples, one an audience: organisations of each group inside, and members of each segment.",
    knobs: &[],
    make: draw,
};

/// More panels than these cannot be read on one slide.
const MOST: usize = 6;

/// One audience: its metric and what it is called.
struct Audience<'s> {
    metric: usize,
    name: &'s str,
}

/// The audiences that move under any of the designs.
fn audiences<'s>(summary: &'s Summary, shown: &[usize]) -> Vec<Audience<'s>> {
    let of = |kind: &'static str| {
        let moves = |metric: usize| {
            let bands = || shown.iter().flat_map(|&design| &summary.bands[design][metric]);
            let first = bands().next().map(|band| band.mean);
            // A single organisation, such as a rival, is no audience.
            bands().any(|band| band.mean > 1.0)
                && bands().any(|band| Some(band.p10) != first || Some(band.p90) != first)
        };
        let named = summary.metrics.iter().enumerate().filter_map(move |(metric, m)| {
            let name = m.name.strip_prefix(kind)?;
            Some(Audience { metric, name })
        });
        named.filter(move |one| moves(one.metric)).collect::<Vec<_>>()
    };
    let groups = of("inside:");
    if groups.is_empty() {
        return groups;
    }
    let mut all = groups;
    all.extend(of("members:"));
    all.truncate(MOST);
    all
}

fn draw(summary: &Summary, canvas: &mut Canvas) -> Result<(), Error> {
    let narrow = canvas.is_narrow();
    let shown = colour::shown(summary, 4);
    let mut all = audiences(summary, &shown);
    let Some(calendar) = Calendar::of(&summary.dates) else { return Ok(()) };
    if all.is_empty() {
        return Ok(());
    }
    if narrow {
        all.truncate(3);
    }
    let means = if summary.replicates > 1 { "mean of all runs" } else { "the only run" };
    let subtitle = format!("Organisations inside and members, {means}; each panel has its own scale");
    let area = canvas.frame(summary, &title(summary, &all), &subtitle);
    let below = panels::key(canvas, summary, &shown, area);
    let body = Area { top: below, ..area };
    for (one, place) in all.iter().zip(panels::places(canvas, body, all.len())) {
        let head = finding::sentence(&one.name.replace('-', " "));
        panels::Panel { metric: one.metric, head, write: number::count }
            .draw(summary, canvas, &calendar, &shown, place)?;
    }
    Ok(())
}

/// The audience that the leader moves most beside the baseline, and whether the intervals carry it.
fn title(summary: &Summary, all: &[Audience]) -> String {
    let last = |design: usize, one: &Audience| summary.bands[design][one.metric].last().map_or(0.0, |band| band.mean);
    let ends = |design: usize, one: &Audience| {
        format!("ends with {} {} inside", number::count(last(design, one)), one.name.replace('-', " "))
    };
    let base = finding::name(summary, 0);
    let Some(first) = all.first() else { return String::new() };
    let Some(leader) = colour::leader(summary) else { return format!("{base} {}", ends(0, first)) };
    let moves = |one: &Audience| (last(leader, one) - last(0, one)) / last(0, one).max(1.0);
    let most = all.iter().max_by(|a, b| moves(a).abs().total_cmp(&moves(b).abs())).unwrap_or(first);
    if moves(most).abs() < 0.005 {
        return format!("No design moves who is inside: {base} {}", ends(0, first));
    }
    let gain = summary.gains[leader][most.metric].last().copied().unwrap_or_default();
    let sure = summary.replicates > 1 && (gain.p10 > 0.0 || gain.p90 < 0.0);
    let doubt = if sure { "" } else { "; runs are too unlike to be sure" };
    let theirs = number::count(last(0, most));
    format!("{} {} against {theirs}{doubt}", finding::name(summary, leader), ends(leader, most))
}
