//! Momentum and self-drive: does it run by itself?
//!
//! Always: a panel for each of growth, paid share, belief, open places, hope, trust and potential that moves under some design, and one for
//! what is still active a year after funding stops, where that was run; where there is none of them, the paper stays blank. Growth within
//! the dead band of the metric is said to stand still.

use super::axis::Calendar;
use super::canvas::Canvas;
use super::layout::{Anchor, Area, Type};
use super::panels::{self, Panel};
use super::{Draw, colour, finding};
use crate::error::Error;
use crate::shelf::Row;
use crate::stats::{Band, Summary, number};
use crate::world::maths::exp;

pub(super) const ROW: Row<Draw> = Row {
    name: "momentum-and-self-drive",
    says: "Whether it runs by itself: growth, paid share, belief, open places, trust and potentials over time, and what is left after funding stops.",
    knobs: &[],
    make: draw,
};

/// What moves, in the order in which it is shown; a name that ends with a colon stands for all that begin with it.
const MOVES: [(&str, &str); 8] = [
    ("momentum", "Momentum: growth over half a year"),
    ("trigger-paid", "Deeds that paid attention triggered"),
    ("belief", "Belief in promises"),
    ("belief:", "Belief in"),
    ("vacuum", "Vacuum: open seats × worth × belief"),
    ("hope", "Hope: seats that come free in a year"),
    ("trust:", "Trust of"),
    ("potential:", "Potential of"),
];
/// More panels than these cannot be read on one slide.
const MOST: usize = 6;

fn draw(summary: &Summary, canvas: &mut Canvas) -> Result<(), Error> {
    let Some(calendar) = Calendar::of(&summary.dates) else { return Ok(()) };
    let shown = colour::shown(summary, 5);
    let coasts = coasts(summary, &shown);
    let rest = usize::from(!coasts.is_empty());
    let most = if canvas.is_narrow() { 3 } else { MOST };
    let mut moves = moving(summary, &shown);
    moves.truncate(most - rest);
    if moves.is_empty() && coasts.is_empty() {
        return Ok(());
    }
    let means = if summary.replicates > 1 { "mean of all runs" } else { "the only run" };
    let after = if coasts.is_empty() { "" } else { "; after funding stops: middle run, 8 in 10 runs within the bar" };
    let area = canvas.frame(summary, &title(summary, &shown, &moves, &coasts), &format!("Over time: {means}{after}"));
    let body = Area { top: panels::key(canvas, summary, &shown, area), ..area };
    let places = panels::places(canvas, body, moves.len() + rest);
    for (panel, place) in moves.iter().zip(&places) {
        panel.draw(summary, canvas, &calendar, &shown, *place)?;
    }
    if let (Some(place), true) = (places.last(), rest > 0) {
        left(summary, canvas, &coasts, *place);
    }
    Ok(())
}

/// A panel for each metric that some design, or time, moves by what can be read.
fn moving(summary: &Summary, shown: &[usize]) -> Vec<Panel> {
    let moves = |metric: usize| {
        let means = || shown.iter().flat_map(|&d| &summary.bands[d][metric]).map(|b| b.mean).filter(|x| x.is_finite());
        means().fold(f64::NEG_INFINITY, f64::max) - means().fold(f64::INFINITY, f64::min) >= 0.01
    };
    let panel = |(name, says): (&str, &str)| {
        let named = summary.metrics.iter().enumerate().filter_map(move |(metric, m)| {
            let of = m.name.strip_prefix(name)?;
            let head = if of.is_empty() { says.to_owned() } else { format!("{says} {}", of.replace('-', " ")) };
            let write = if m.unit == "share" { number::percent } else { super::rows::plain };
            (of.is_empty() || name.ends_with(':')).then_some(Panel { metric, head, write })
        });
        named.filter(|panel| moves(panel.metric)).collect::<Vec<_>>()
    };
    MOVES.into_iter().flat_map(panel).collect()
}

/// What is left of each design that costs money, where that was run.
fn coasts(summary: &Summary, shown: &[usize]) -> Vec<(usize, Band)> {
    shown.iter().filter_map(|&d| Some((d, summary.verdicts.get(d)?.coast?))).collect()
}

/// A bar a design from nothing to what goes on, and the middle run on it.
fn left(summary: &Summary, canvas: &mut Canvas, coasts: &[(usize, Band)], place: Area) {
    panels::head(canvas, "Active a year after funding stops", place);
    let note = Type::NOTE.sized(22.0);
    let figure = Type::VALUE.sized(22.0);
    let (start, end) = (place.left, place.right - 92.0);
    let full = coasts.iter().map(|(_, band)| band.p90).fold(1.0, f64::max);
    let at = |share: f64| start + (end - start) * (share / full).clamp(0.0, 1.0);
    let (top, bottom) = (place.top + 60.0, place.bottom);
    for (share, text) in [(0.0, "0"), (0.5, "half"), (1.0, "all")] {
        canvas.rule((at(share), top), (at(share), bottom), 1.5, colour::GRID, "");
        canvas.write(text, at(share), place.bottom + 36.0, note.anchored(Anchor::Middle));
    }
    // As many as can be read.
    let fits = ((bottom - top) / 34.0).floor().clamp(1.0, coasts.len() as f64);
    let high = (bottom - top) / fits;
    for (k, (design, band)) in coasts.iter().take(fits as usize).enumerate() {
        let y = top + high * (k as f64 + 0.5);
        let tone = colour::of(summary, *design);
        let bar = |from: f64, to: f64, half: f64| Area { left: from, top: y - half, right: to, bottom: y + half };
        canvas.block(bar(start, at(band.p50), 3.0), 2.0, tone, 1.0);
        canvas.block(bar(at(band.p10), at(band.p90), 10.0), 4.0, tone, 0.3);
        canvas.block(bar(at(band.p50) - 4.0, at(band.p50) + 4.0, 12.0), 2.0, tone, 1.0);
        canvas.write(&number::percent(band.p50), end + 18.0, y + 8.0, figure.coloured(tone));
    }
}

/// What is left when the money stops, where that was run; who grows fastest, else.
fn title(summary: &Summary, shown: &[usize], moves: &[Panel], coasts: &[(usize, Band)]) -> String {
    let by_middle = |a: &&(usize, Band), b: &&(usize, Band)| a.1.p50.total_cmp(&b.1.p50);
    let some = |band: &Band| number::range(&number::percent(band.p10), &number::percent(band.p90));
    let name = |design: usize| finding::name(summary, design);
    match (coasts.iter().max_by(by_middle), coasts.iter().min_by(by_middle)) {
        (Some(&(best, most)), Some(&(worst, least))) if best != worst && most.p10 > least.p90 => format!(
            "A year after funding stops {} keeps {} of its activity, {} {}",
            name(best),
            some(&most),
            name(worst),
            some(&least)
        ),
        (Some(&(best, most)), Some(&(worst, least))) if best != worst => format!(
            "A year after funding stops designs keep {} of their activity, too near each other to tell apart",
            number::range(&number::percent(least.p50), &number::percent(most.p50))
        ),
        (Some(&(only, band)), _) => {
            format!("A year after funding stops {} keeps {} of its activity", name(only), some(&band))
        }
        _ => match moves.first() {
            Some(first) if summary.metrics[first.metric].name != "momentum" => ends(summary, first),
            _ => growth(summary, shown),
        },
    }
}

/// Where one panel ends under the leader, and under the baseline.
fn ends(summary: &Summary, panel: &Panel) -> String {
    let end = |design: usize| {
        let last = summary.bands[design][panel.metric].last().map_or(0.0, |band| band.mean);
        format!("{} under {}", (panel.write)(last), finding::name(summary, design))
    };
    match colour::leader(summary) {
        Some(leader) => format!("{}: {} at the end, {}", panel.head, end(leader), end(0)),
        None => format!("{}: {} at the end", panel.head, end(0)),
    }
}

/// Where activity grows fastest, and whether it still does at the end.
fn growth(summary: &Summary, shown: &[usize]) -> String {
    let peak = |design: usize| {
        let bands = summary.band(design, "momentum")?;
        let last = bands.last()?.mean;
        let (when, most) = bands.iter().enumerate().max_by(|a, b| a.1.mean.total_cmp(&b.1.mean))?;
        Some((design, *summary.dates.get(when)?, most.mean, last))
    };
    let fastest = shown.iter().filter_map(|&d| peak(d)).max_by(|a, b| a.2.total_cmp(&b.2));
    let rate = |log: f64| number::percent(exp(log.abs()) - 1.0);
    match fastest {
        Some((design, when, most, last)) if most >= 0.01 => {
            let design = finding::name(summary, design);
            let then = match last {
                last if last < -0.01 => "and shrinks at the end".to_owned(),
                last if last < 0.01 => "and stands still at the end".to_owned(),
                last => format!("and by {} at the end", rate(last)),
            };
            let month = number::long_month(when);
            format!("{design} grows fastest, by {} in the half year to {month}, {then}", rate(most))
        }
        _ => "No design has momentum: activity stands still".to_owned(),
    }
}
