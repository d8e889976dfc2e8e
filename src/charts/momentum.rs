//! Momentum and self-drive: does it run by itself?
//!
//! Always: a panel for each of growth, paid share, belief, open places, hope and what triggers itself that moves, and for each of trust and
//! potential that some design moves; and one for what is still active after funding stops, where that was run. Where there is none of
//! them, the paper stays blank. Growth within the dead band of the metric is said to stand still.

use super::axis::{Calendar, Plot, Ticks, gutter};
use super::canvas::Canvas;
use super::labels;
use super::layout::{Anchor, Area, Type};
use super::panels::{self, Moved, Panel};
use super::{Draw, colour, finding};
use crate::error::Error;
use crate::registry::Row;
use crate::stats::{Band, Summary, Verdict};
use crate::words::number;
use crate::world::calendar::MONTH;
use crate::world::maths::exp;

pub(super) const ROW: Row<Draw> = Row {
    name: "momentum-and-self-drive",
    says: "Whether it runs by itself: growth, paid share, belief, open places, trust and potentials over time, and what is left after funding stops.",
    knobs: &[],
    make: draw,
};

/// What moves, in the order in which it is shown; a name that ends with a colon stands for all that begin with it. What drifts in the same way
/// whatever is done is told in the last of them only where a design moves it.
const MOVES: [(&str, &str, Moved); 10] = [
    ("momentum", "Momentum: growth over half a year", Moved::AtAll),
    ("trigger-paid", "Deeds that paid attention triggered", Moved::AtAll),
    ("belief", "Belief in promises", Moved::AtAll),
    ("belief:", "Belief in", Moved::AtAll),
    ("vacuum", "Vacuum: open seats × worth × belief", Moved::AtAll),
    ("hope", "Hope: seats that come free in a year", Moved::AtAll),
    ("trust:", "Trust of", Moved::ByDesign),
    ("potential:", "Potential of", Moved::ByDesign),
    ("trigger-internal", "Deeds that habit triggered", Moved::AtAll),
    ("trigger-social", "Deeds that others triggered", Moved::AtAll),
];

fn draw(summary: &Summary, canvas: &mut Canvas) -> Result<(), Error> {
    let Some(calendar) = Calendar::of(&summary.dates) else { return Ok(()) };
    let shown = colour::shown(summary, 5);
    let coasts = coasts(summary, &shown);
    let rest = usize::from(!coasts.is_empty());
    let most = panels::most(canvas);
    let mut moves = panels::moving(summary, &shown, &MOVES);
    moves.truncate(most - rest);
    if moves.is_empty() && coasts.is_empty() {
        return Ok(());
    }
    let means = if summary.replicates > 1 { "mean of all runs" } else { "the only run" };
    let after = match coasts.len() {
        0 => "",
        _ => "; after funding stops: all runs together, at the end the middle run and 8 in 10 runs within the bar",
    };
    let area = canvas.frame(summary, &title(summary, &shown, &moves, &coasts), &format!("Over time: {means}{after}"));
    let body = Area { top: panels::key(canvas, summary, &shown, area), ..area };
    let places = panels::places(canvas, body, moves.len() + rest);
    for (panel, place) in moves.iter().zip(&places) {
        panel.draw(summary, canvas, &calendar, &shown, *place)?;
    }
    if let (Some(place), true) = (places.last(), rest > 0) {
        left(summary, canvas, &coasts, *place)?;
    }
    Ok(())
}

/// What is left of each design that costs money, where that was run.
fn coasts(summary: &Summary, shown: &[usize]) -> Vec<(usize, Band)> {
    let run = |verdict: &&Verdict| !verdict.coasting.is_empty();
    shown.iter().filter_map(|&d| Some((d, summary.verdicts.get(d).filter(run)?.coast?))).collect()
}

/// What is left over the time after funding stops, all runs together; at the end the middle run, and eight of ten within the bar.
fn left(summary: &Summary, canvas: &mut Canvas, coasts: &[(usize, Band)], place: Area) -> Result<(), Error> {
    panels::head(canvas, "Still active after funding stops", place);
    let months: Vec<f64> = summary.coast_days.iter().map(|days| days / MONTH).collect();
    let end = months.last().copied().unwrap_or(12.0).max(1.0);
    let lines: Vec<(usize, Vec<(f64, f64)>)> = (coasts.iter())
        .map(|&(design, _)| {
            let left = summary.verdicts[design].coasting.iter().map(|band| band.mean);
            (design, std::iter::once((0.0, 1.0)).chain(months.iter().copied().zip(left)).collect())
        })
        .collect();
    let bars = coasts.iter().map(|(_, band)| band.p90);
    let most = lines.iter().flat_map(|(_, line)| line).map(|point| point.1).chain(bars).fold(1.0, f64::max);
    let ticks = Ticks::around(0.0, most);
    let area = Area { left: place.left + gutter(&ticks, number::percent), top: place.top + 60.0, ..place };
    // Beside the plot stand the bars, and beside these their figures.
    let width = 22.0;
    let plot = Plot::new(
        Area { right: place.right - panels::ENDS - width * coasts.len() as f64, ..area },
        (0.0, end),
        (ticks.low(), ticks.high()),
    );
    plot.grid(canvas, &ticks, "of a twin that goes on", number::percent);
    let note = Type::NOTE.sized(22.0);
    let every = [1.0, 3.0, 6.0, 12.0, 24.0, 60.0].into_iter().find(|every| end / every < 5.0).unwrap_or(120.0);
    let last = (end / every + 0.05).floor() as u32;
    for k in 0..=last {
        let month = every * f64::from(k);
        let (x, y) = plot.at(month.min(end), ticks.low());
        canvas.rule((x, y), (x, y + 8.0), 1.5, colour::AXIS, "");
        let text = if k == last { format!("{} months", number::figure(month)) } else { number::figure(month) };
        canvas.write(&text, x, place.bottom + 36.0, note.anchored(Anchor::Middle));
    }
    for (design, line) in &lines {
        plot.line(canvas, line, colour::of(summary, *design), 4.0, "")?;
    }
    let height = |share: f64| plot.at(0.0, share.max(ticks.low())).1;
    for (k, (design, band)) in coasts.iter().enumerate() {
        let (x, tone) = (plot.area.right + width * (k as f64 + 0.75), colour::of(summary, *design));
        let bar = |from: f64, to: f64, half: f64| Area { left: x - half, top: from, right: x + half, bottom: to };
        canvas.block(bar(height(band.p90), height(band.p10), 6.0), 3.0, tone, 0.35);
        canvas.block(bar(height(band.p50) - 3.0, height(band.p50) + 3.0, 8.0), 2.0, tone, 1.0);
    }
    // What would be printed alike stands there once, and as many as can be read.
    let mut ends: Vec<(String, f64, colour::Colour)> = Vec::new();
    for (design, band) in coasts {
        let text = number::percent(band.p50);
        let fits = (ends.len() + 1) as f64 * 28.0 < plot.area.height();
        if fits && ends.iter().all(|end| end.0 != text) {
            ends.push((text, height(band.p50) - 13.0, colour::of(summary, *design)));
        }
    }
    let wanted: Vec<f64> = ends.iter().map(|end| end.1).collect();
    let tops = labels::apart(&wanted, &vec![14.0; ends.len()], plot.area.top - 20.0, plot.area.bottom + 10.0);
    for ((text, _, tone), top) in ends.iter().zip(tops) {
        let look = Type::VALUE.sized(22.0).coloured(*tone);
        canvas.write(text, place.right - panels::ENDS + 22.0, top + 21.0, look);
    }
    Ok(())
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
