//! Who is inside: how many of each audience, over time and under each design?
//!
//! Always: one panel an audience, groups of organisations before segments of people, those that designs move most where there is no room for
//! all; what is left out is said, but for an audience that stands still in all runs of all designs, and a single organisation; each panel has
//! its own scale from zero, and each design its colour. Without organisations the paper stays blank.

use super::axis::Calendar;
use super::canvas::Canvas;
use super::layout::Area;
use super::{Draw, colour, finding, panels};
use crate::error::Error;
use crate::registry::Row;
use crate::stats::Summary;
use crate::words::number;

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
    if groups.is_empty() { groups } else { groups.into_iter().chain(of("members:")).collect() }
}

/// Mean at the end.
fn last(summary: &Summary, design: usize, one: &Audience) -> f64 {
    summary.bands[design][one.metric].last().map_or(0.0, |band| band.mean)
}

/// How far a design moves an audience from where it is in the baseline.
fn moved(summary: &Summary, design: usize, one: &Audience) -> f64 {
    let base = last(summary, 0, one);
    (last(summary, design, one) - base) / base.max(1.0)
}

/// The designs that other charts show, but for one: who moves any audience most stands for the one of them that moves them least.
fn movers(summary: &Summary, all: &[Audience], most: usize) -> Vec<usize> {
    let mut shown = colour::shown(summary, most);
    let far = |design: usize| all.iter().map(|one| moved(summary, design, one).abs()).fold(0.0, f64::max);
    let by_far = |a: &usize, b: &usize| far(*a).total_cmp(&far(*b)).then(b.cmp(a));
    let outside = (1..summary.designs.len()).filter(|d| !shown.contains(d)).max_by(by_far);
    let replaced = |d: &usize| *d > 0 && colour::leader(summary) != Some(*d);
    let least = shown.iter().copied().filter(replaced).min_by(by_far);
    if let (Some(comes), Some(goes)) = (outside, least)
        && far(comes) > far(goes)
    {
        shown.retain(|d| *d != goes);
        shown.push(comes);
        shown.sort_unstable();
    }
    shown
}

/// The audiences for which there is room, in their order, and the names of the others.
fn fitting<'s>(
    summary: &Summary,
    shown: &[usize],
    all: Vec<Audience<'s>>,
    most: usize,
) -> (Vec<Audience<'s>>, Vec<&'s str>) {
    let far = |one: &Audience| shown.iter().map(|d| moved(summary, *d, one).abs()).fold(0.0, f64::max);
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by(|a, b| far(&all[*b]).total_cmp(&far(&all[*a])).then(a.cmp(b)));
    order.truncate(most);
    let (there, out): (Vec<_>, Vec<_>) = all.into_iter().enumerate().partition(|(k, _)| order.contains(k));
    (there.into_iter().map(|(_, one)| one).collect(), out.into_iter().map(|(_, one)| one.name).collect())
}

fn draw(summary: &Summary, canvas: &mut Canvas) -> Result<(), Error> {
    let narrow = canvas.is_narrow();
    let every: Vec<usize> = (0..summary.designs.len()).collect();
    let all = audiences(summary, &every);
    let Some(calendar) = Calendar::of(&summary.dates) else { return Ok(()) };
    if all.is_empty() {
        return Ok(());
    }
    let shown = movers(summary, &all, 4);
    let (all, out) = fitting(summary, &shown, all, if narrow { 3 } else { MOST });
    let means = if summary.replicates > 1 { "mean of all runs" } else { "the only run" };
    let out = match out.as_slice() {
        [] => String::new(),
        names if names.len() <= 4 => format!("; without room: {}", names.join(", ").replace('-', " ")),
        names => format!("; {} more have no room", names.len()),
    };
    let designs = finding::of_designs(summary, &shown);
    let designs = if shown == colour::shown(summary, 4) {
        designs
    } else {
        designs.replace("those that gain most", "those that gain or move most")
    };
    let subtitle = format!("Organisations inside and members, {means}; each panel has its own scale{designs}{out}");
    let area = canvas.frame(summary, &title(summary, &all), &subtitle);
    let below = panels::key(canvas, summary, &shown, area);
    let body = Area { top: below, ..area };
    for (one, place) in all.iter().zip(panels::places(canvas, body, all.len())) {
        let head = finding::sentence(&one.name.replace('-', " "));
        panels::Panel { metric: one.metric, head, write: number::count, per: 1.0, begins: false }
            .draw(summary, canvas, &calendar, &shown, place)?;
    }
    Ok(())
}

/// The audience that the leader moves most beside the baseline, and whether the intervals carry it.
fn title(summary: &Summary, all: &[Audience]) -> String {
    let called = |one: &Audience| one.name.replace('-', " ");
    let whole = |design: usize, one: &Audience| number::count(last(summary, design, one));
    let first = |one: &Audience| summary.bands[0][one.metric].first().map_or(0.0, |band| band.mean);
    let base = finding::name(summary, 0);
    let grows = |one: &Audience| (last(summary, 0, one) - first(one)).abs() / first(one).max(1.0);
    let Some(most) = all.iter().max_by(|a, b| grows(a).total_cmp(&grows(b))) else { return String::new() };
    let way = if last(summary, 0, most) >= first(most) { "grow" } else { "shrink" };
    let change = format!("{} {way} most, from {} to {}", called(most), number::count(first(most)), whole(0, most));
    let Some(leader) = colour::leader(summary) else { return format!("Under {base}, {change}") };
    let far = |one: &Audience| moved(summary, leader, one).abs();
    let mover = all.iter().max_by(|a, b| far(a).total_cmp(&far(b))).unwrap_or(most);
    if (1..summary.designs.len()).all(|d| all.iter().all(|one| moved(summary, d, one).abs() < 0.005)) {
        return format!("No design moves who is inside; under each, {change}");
    }
    if far(mover) < 0.005 {
        return format!("{} moves nobody inside; under {base}, {change}", finding::name(summary, leader));
    }
    let gain = summary.gains[leader][mover.metric].last().copied().unwrap_or_default();
    let sure = summary.replicates > 1 && (gain.p10 > 0.0 || gain.p90 < 0.0);
    let doubt = if sure { "" } else { "; runs are too unlike to be sure" };
    let ends = format!("ends with {} {} inside", whole(leader, mover), called(mover));
    format!("{} {ends} against {}{doubt}", finding::name(summary, leader), whole(0, mover))
}
