//! Who is inside: how many of each audience, over time and under each design?
//!
//! Always: one panel for each audience, groups of organisations before segments of people. If there is no room for all, the audiences that
//! designs change most are shown, and the subtitle names the others. An audience that does not change in any run, and a single
//! organisation, have no panel. Each panel has its own scale from zero. Without organisations the paper stays blank.

use super::draw::axis::Calendar;
use super::draw::canvas::Canvas;
use super::panels::{self, Panel};
use super::{Chart, Reads};
use crate::error::Error;
use crate::findings::chart_titles;
use crate::say;
use crate::stats::Summary;
use crate::words::number;

pub(super) const ROW: Chart = Chart { name: "who-is-inside", reads: Reads::Summary(draw) };

/// More panels than these cannot be read on one slide.
const MOST: usize = 6;

/// One audience: its metric, as an index into those of the summary, and its name.
struct Audience<'s> {
    metric: usize,
    name: &'s str,
}

/// The audiences that change under any of the designs.
fn audiences<'s>(summary: &'s Summary, shown: &[usize]) -> Vec<Audience<'s>> {
    let of_kind = |kind: &'static str| {
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
        named.filter(move |audience| moves(audience.metric)).collect::<Vec<_>>()
    };
    let groups = of_kind("inside:");
    if groups.is_empty() { groups } else { groups.into_iter().chain(of_kind("members:")).collect() }
}

/// The mean at the last date.
fn last_mean(summary: &Summary, design: usize, audience: &Audience) -> f64 {
    summary.bands[design][audience.metric].last().map_or(0.0, |band| band.mean)
}

/// The change of an audience at the last date against the baseline, as a share of the baseline.
fn change(summary: &Summary, design: usize, audience: &Audience) -> f64 {
    let base = last_mean(summary, 0, audience);
    (last_mean(summary, design, audience) - base) / base.max(1.0)
}

/// The audiences for which there is room, in their order, and the names of the others.
fn fitting<'s>(
    summary: &Summary,
    shown: &[usize],
    all: Vec<Audience<'s>>,
    most: usize,
) -> (Vec<Audience<'s>>, Vec<&'s str>) {
    let largest_change =
        |audience: &Audience| shown.iter().map(|d| change(summary, *d, audience).abs()).fold(0.0, f64::max);
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by(|a, b| largest_change(&all[*b]).total_cmp(&largest_change(&all[*a])).then(a.cmp(b)));
    order.truncate(most);
    let (there, out): (Vec<_>, Vec<_>) = all.into_iter().enumerate().partition(|(k, _)| order.contains(k));
    (
        there.into_iter().map(|(_, audience)| audience).collect(),
        out.into_iter().map(|(_, audience)| audience.name).collect(),
    )
}

fn draw(summary: &Summary, canvas: &mut Canvas) -> Result<(), Error> {
    let narrow = canvas.is_narrow();
    let every: Vec<usize> = (0..summary.designs.len()).collect();
    let all = audiences(summary, &every);
    let Some(calendar) = Calendar::of(&summary.dates) else { return Ok(()) };
    if all.is_empty() {
        return Ok(());
    }
    let shown = chart_titles::shown(summary, canvas.designs());
    let (all, out) = fitting(summary, &shown, all, if narrow { 3 } else { MOST });
    let title = title(summary, &all);
    let words = |name: &str| name.replace('-', " ");
    let mut out: Vec<String> = out.into_iter().map(words).collect();
    let panel = |audience: &Audience| {
        let head = chart_titles::capitalised(&words(audience.name));
        Panel { metric: audience.metric, head, write: number::count, per: 1.0, begins: false }
    };
    let mut moves: Vec<Panel> = all.iter().map(panel).collect();
    let frame = |canvas: &mut Canvas, moves: &[Panel], out: &[String]| {
        let left_out = match out {
            [] => String::new(),
            names if names.len() <= 4 => say!("chart-inside-without-room", names = names.join(", ")),
            names => say!("chart-inside-more", count = names.len()),
        };
        let subtitle = say!("chart-inside-subtitle", means = panels::means(summary))
            + &panels::note(summary, &shown, moves.iter().map(|panel| panel.metric))
            + &left_out;
        canvas.frame(summary, &title, &subtitle)
    };
    let body = panels::framed(canvas, summary, &shown, (&mut moves, &mut out), 0, frame);
    for (panel, place) in moves.iter().zip(panels::places(canvas, body, moves.len())) {
        panel.draw(summary, canvas, &calendar, &shown, place)?;
    }
    Ok(())
}

/// The title: what the leader does to the audience that it changes most, as far as the intervals support it.
fn title(summary: &Summary, all: &[Audience]) -> String {
    let name = |audience: &Audience| audience.name.replace('-', " ");
    let count = |design: usize, audience: &Audience| number::count(last_mean(summary, design, audience));
    let first = |audience: &Audience| summary.bands[0][audience.metric].first().map_or(0.0, |band| band.mean);
    let base = chart_titles::design_name(summary, 0);
    let growth =
        |audience: &Audience| (last_mean(summary, 0, audience) - first(audience)).abs() / first(audience).max(1.0);
    let Some(most) = all.iter().max_by(|a, b| growth(a).total_cmp(&growth(b))) else { return String::new() };
    let change = say!(
        "chart-inside-change",
        audience = name(most),
        way = if last_mean(summary, 0, most) >= first(most) { "grow" } else { "shrink" },
        from = number::count(first(most)),
        to = count(0, most)
    );
    let Some(leader) = chart_titles::leader(summary) else {
        return say!("chart-inside-alone", base = base, change = change);
    };
    let moved = |audience: &Audience| self::change(summary, leader, audience).abs();
    let mover = all.iter().max_by(|a, b| moved(a).total_cmp(&moved(b))).unwrap_or(most);
    if (1..summary.designs.len()).all(|d| all.iter().all(|audience| self::change(summary, d, audience).abs() < 0.005)) {
        return say!("chart-inside-no-design-moves", change = change);
    }
    if moved(mover) < 0.005 {
        return say!(
            "chart-inside-moves-nobody",
            design = chart_titles::design_name(summary, leader),
            base = base,
            change = change
        );
    }
    let gain = summary.gains[leader][mover.metric].last().copied().unwrap_or_default();
    let sure = summary.replicates > 1 && (gain.p10 > 0.0 || gain.p90 < 0.0);
    say!(
        "chart-inside-ends",
        design = chart_titles::design_name(summary, leader),
        ours = count(leader, mover),
        audience = name(mover),
        theirs = count(0, mover),
        sure = if sure { "yes" } else { "no" }
    )
}
