//! Who is inside: how many of each audience, over time and under each design?
//!
//! Always: one panel an audience, groups of organisations before segments of people, those that designs move most where there is no room for
//! all; what is left out is said, but for an audience that stands still in all runs of all designs, and a single organisation; each panel has
//! its own scale from zero, and each design its colour. Without organisations the paper stays blank.

use super::axis::{Calendar, Plot, Ticks, gutter};
use super::canvas::Canvas;
use super::labels;
use super::layout::{Area, LARGE, Type};
use super::{Draw, colour, finding};
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
/// Width of the figures at the ends of the lines.
const ENDS: f64 = 92.0;

/// One audience: its metric and what it is called.
struct Audience<'s> {
    metric: usize,
    name: &'s str,
    unit: &'s str,
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
            Some(Audience { metric, name, unit: &m.unit })
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
    let shown = colour::shown(summary, 4);
    let all = audiences(summary, &shown);
    let Some(calendar) = Calendar::of(&summary.dates) else { return Ok(()) };
    if all.is_empty() {
        return Ok(());
    }
    let (all, out) = fitting(summary, &shown, all, if narrow { 3 } else { MOST });
    let means = if summary.replicates > 1 { "mean of all runs" } else { "the only run" };
    let out = match out.as_slice() {
        [] => String::new(),
        names if names.len() <= 4 => format!("; without room: {}", names.join(", ").replace('-', " ")),
        names => format!("; {} more have no room", names.len()),
    };
    let subtitle = format!(
        "Organisations inside and members, {means}; each panel has its own scale{}{out}",
        finding::of_designs(summary, &shown)
    );
    let area = canvas.frame(summary, &title(summary, &all), &subtitle);
    let below = key(canvas, summary, &shown, area);
    let body = Area { top: below, ..area };
    let (columns, rows) = match (narrow, all.len()) {
        (true, n) => (1, n),
        (false, n @ 1..=3) => (n, 1),
        (false, 4) => (2, 2),
        (false, _) => (3, 2),
    };
    for (one, place) in all.iter().zip(body.parts(columns, rows, 48.0, 104.0)) {
        panel(summary, canvas, &calendar, &shown, one, place)?;
    }
    Ok(())
}

fn panel(
    summary: &Summary,
    canvas: &mut Canvas,
    calendar: &Calendar,
    shown: &[usize],
    one: &Audience,
    place: Area,
) -> Result<(), Error> {
    let bands = |design: usize| summary.bands[design][one.metric].as_slice();
    let head = Type::VALUE.sized(LARGE);
    let name = finding::sentence(&one.name.replace('-', " "));
    canvas.write(&head.shorten(&name, place.width()), place.left, place.top + 4.0, head);
    let highest = shown.iter().flat_map(|&d| bands(d)).map(|b| b.mean).filter(|x| x.is_finite()).fold(0.0, f64::max);
    let ticks = Ticks::around(0.0, highest);
    let left = place.left + gutter(&ticks, number::figure);
    let plot = Plot::new(
        Area { left, top: place.top + 60.0, right: place.right - ENDS, bottom: place.bottom },
        (0.0, calendar.end()),
        (0.0, ticks.high()),
    );
    plot.grid(canvas, &ticks, one.unit, number::figure);
    calendar.axis(canvas, &plot, place.bottom + 36.0);
    let mut ends: Vec<(f64, f64, colour::Colour)> = Vec::new();
    for &design in shown {
        let points: Vec<(f64, f64)> =
            calendar.days.iter().copied().zip(bands(design).iter().map(|band| band.mean)).collect();
        let tone = colour::of(summary, design);
        // Over curves that it coincides with a line is dashed, so that all colours are seen.
        let twins = shown.iter().take_while(|&&other| other < design).filter(|&&other| bands(other) == bands(design));
        let dashes = ["", "14 22", "2 34", "2 70"];
        plot.line(canvas, &points, tone, 4.0, dashes[twins.count().min(3)])?;
        let last = bands(design).last().map_or(0.0, |band| band.mean);
        plot.dot(canvas, (calendar.end(), last), 6.0, tone)?;
        // What would be printed alike stands there once.
        if !ends.iter().any(|end| number::count(end.0) == number::count(last)) {
            ends.push((last, plot.at(0.0, last).1 - 13.0, tone));
        }
    }
    let wanted: Vec<f64> = ends.iter().map(|end| end.1).collect();
    let tops = labels::apart(&wanted, &vec![14.0; ends.len()], plot.area.top - 20.0, plot.area.bottom + 10.0);
    for ((value, _, tone), top) in ends.iter().zip(tops) {
        let look = Type::VALUE.sized(22.0).coloured(*tone);
        let room = ENDS - 18.0;
        canvas.write(&look.shorten(&number::count(*value), room), plot.area.right + 18.0, top + 21.0, look);
    }
    Ok(())
}

/// The designs by their colours; returns where the key ends.
fn key(canvas: &mut Canvas, summary: &Summary, shown: &[usize], area: Area) -> f64 {
    let note = Type::NOTE.sized(22.0).coloured(colour::INK);
    let (mut x, mut y) = (area.left, area.top - 16.0);
    for &design in shown {
        let text = note.shorten(&summary.designs[design].says, 380.0);
        let wide = 44.0 + note.width(&text);
        if x > area.left && x + wide > area.right {
            (x, y) = (area.left, y + 32.0);
        }
        let mark = Area { left: x, top: y - 10.0, right: x + 32.0, bottom: y - 5.0 };
        canvas.block(mark, 2.0, colour::of(summary, design), 1.0);
        canvas.write(&text, x + 44.0, y, note);
        x += wide + 36.0;
    }
    y + 44.0
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
