//! Adoption fan: how big, by when, how sure?
//!
//! Always: lines, labels and title show means, as in the verdict. A label says if the runs form two clusters or if curves coincide. Above
//! three designs, only the baseline and the leader have bands. A line begins where its design leaves the baseline. Designs without a
//! colour are thin pale lines without a label.

use super::draw::axis::{Calendar, Plot, Ticks, gutter};
use super::draw::canvas::Canvas;
use super::draw::colour;
use super::draw::labels::{self, Label};
use super::draw::layout::{Anchor, Area, SMALL, Type};
use super::{Chart, Reads};
use crate::error::Error;
use crate::findings::chart_titles;
use crate::say;
use crate::stats::{Band, Dots, MetricName, Months, Summary};
use crate::words::number;

pub(super) const ROW: Chart = Chart { name: "adoption-fan", reads: Reads::Summary(draw) };

fn draw(summary: &Summary, canvas: &mut Canvas) -> Result<(), Error> {
    // A history of all contributors stands beside all contributors, even if designs are compared on those without staff.
    let has_dots = |metric: &usize| summary.dots.iter().any(|d| d.metric == summary.metrics[*metric].name);
    let drawn = summary.with_staff.filter(has_dots).unwrap_or(summary.headline);
    let (Some(metric), Some(calendar)) = (summary.metrics.get(drawn), Calendar::of(&summary.dates)) else {
        return Ok(());
    };
    let shown = chart_titles::shown(summary, canvas.designs());
    let (others, note) = chart_titles::others(summary, &shown);
    let bands = |design: usize| summary.bands[design][drawn].as_slice();
    let last = |design: usize| bands(design).last().copied().unwrap_or_default();
    let write = |x: f64| number::value(&metric.unit, &summary.currency, x);
    let Some(&end) = summary.dates.last() else {
        return Ok(());
    };

    let at_end = |d: usize| summary.value(summary.bands[d][summary.headline].last().copied().unwrap_or_default().mean);
    // The title gives levels only of what is drawn.
    let title = match drawn == summary.headline {
        true => chart_titles::level_title(summary, at_end, &number::long_month(end)),
        false => chart_titles::gain_title(summary, shown.get(1..).unwrap_or_default()),
    };
    let dots = summary.dots.iter().find(|d| d.metric == metric.name && in_time(d, &calendar).next().is_some());
    let staff = if drawn == summary.headline { String::new() } else { say!("chart-adoption-with-staff") };
    let subtitle = subtitle(summary, metric, dots) + &staff + &note;
    let area = canvas.frame(summary, &title, &subtitle);

    let pale = others.iter().flat_map(|&d| bands(d)).map(|b| b.mean);
    let highest = shown
        .iter()
        .flat_map(|&d| bands(d))
        .map(|b| b.p90)
        .chain(pale.clone())
        .chain(dots.iter().flat_map(|d| in_time(d, &calendar).map(|(_, y)| y)));
    let lowest =
        shown.iter().flat_map(|&d| bands(d)).map(|b| b.p10).chain(pale).filter(|x| x.is_finite()).fold(0.0, f64::min);
    // Room above the bands for the notes at interventions.
    let notes = if summary.interventions.is_empty() { 1.0 } else { 1.1 };
    let ticks = Ticks::with_zero(lowest, highest.filter(|x| x.is_finite()).fold(0.0, f64::max) * notes);
    // Long names get a wider column, so that small letters need two lines.
    let widest = shown.iter().map(|&d| Type::VALUE.sized(SMALL).width(&summary.designs[d].says)).fold(0.0, f64::max);
    let usual = (area.width() * 0.21).clamp(300.0, 420.0);
    let column = (widest / 2.0 + 150.0).min(area.width() / 3.0).max(usual);
    let right = area.right - column;
    let mark = |x: f64| number::tick(&metric.unit, &summary.currency, x);
    let place = Area { left: area.left + gutter(&ticks, mark), right: right - 40.0, ..area };
    let plot = Plot::new(place, (0.0, calendar.end()), (ticks.low(), ticks.high()));

    plot.grid(canvas, &ticks, number::unit(&metric.unit), mark);
    calendar.axis(canvas, &plot, area.bottom + 36.0);
    annotate(canvas, &plot, &calendar, summary);
    let line = |design: usize, part: fn(&Band) -> f64| -> Vec<(f64, f64)> {
        let from = departure(bands(0), bands(design));
        calendar.days.iter().copied().zip(bands(design).iter().map(part)).skip(from).collect()
    };
    for &design in &others {
        plot.line(canvas, &line(design, |b| b.mean), colour::REST, 3.0, "")?;
    }
    let leader = chart_titles::leader(summary).unwrap_or(0);
    for &design in &shown {
        let tone = colour::of_design(summary, design);
        if shown.len() <= 3 || design == 0 || design == leader {
            plot.band(canvas, &line(design, |b| b.p10), &line(design, |b| b.p90), tone, 0.14)?;
            // Three overlapping dark bands cannot be told apart.
            if shown.len() <= 2 || design == leader {
                plot.band(canvas, &line(design, |b| b.p25), &line(design, |b| b.p75), tone, 0.22)?;
            }
        }
    }
    let twins: Vec<Option<usize>> =
        shown.iter().map(|&d| shown.iter().copied().find(|&e| e < d && coincide(bands(e), bands(d)))).collect();
    for (&design, twin) in shown.iter().zip(&twins) {
        // A line that lies on its twin is dashed, so that both colours can be seen.
        let dashes = if twin.is_some() { "14 22" } else { "" };
        plot.line(canvas, &line(design, |b| b.mean), colour::of_design(summary, design), 5.0, dashes)?;
    }
    if let Some(dots) = dots {
        for point in in_time(dots, &calendar) {
            plot.dot(canvas, point, 5.0, colour::INK)?;
        }
    }
    let mut ends = Vec::new();
    for (&design, twin) in shown.iter().zip(&twins) {
        let (band, tone) = (last(design), colour::of_design(summary, design));
        plot.dot(canvas, (calendar.end(), band.mean), 8.0, tone)?;
        let range = number::range(&write(band.p10), &write(band.p90));
        let below = match twin {
            Some(twin) => say!("chart-coincides-with", design = chart_titles::design_name(summary, *twin)),
            None if summary.replicates < 2 => say!("chart-adoption-one-run"),
            None => match summary.verdicts.get(design).and_then(|v| v.split).filter(|_| drawn == summary.headline) {
                Some(split) => say!(
                    "chart-adoption-two-outcomes",
                    range = range,
                    upper = split.runs.to_string(),
                    runs = summary.replicates.to_string()
                ),
                None => range,
            },
        };
        let name = summary.designs[design].says.clone();
        ends.push(Label { at: plot.at(0.0, band.mean).1, value: write(band.mean), name, below, colour: tone });
    }
    let column = Area { left: right, top: area.top - 20.0, ..area };
    labels::write(canvas, column, plot.area.right, ends);
    Ok(())
}

fn subtitle(summary: &Summary, metric: &MetricName, dots: Option<&Dots>) -> String {
    let title = metric.headed();
    let fan = if summary.replicates < 2 {
        say!("chart-adoption-fan-of-one", metric = title)
    } else {
        say!("chart-adoption-fan-of-runs", metric = title)
    };
    let observed = dots.map_or(String::new(), |d| {
        let months = match d.months {
            Months::States => "states",
            Months::Scaled => "scaled",
            Months::Calendar => "calendar",
        };
        let source = match d.source.trim() {
            "" => String::new(),
            source => say!("chart-adoption-source", source = source),
        };
        say!("chart-adoption-observed", source = source, months = months)
    });
    fan + &observed
}

/// The observations within the time span of the axis, as points of the plot.
fn in_time<'d>(dots: &'d Dots, calendar: &'d Calendar) -> impl Iterator<Item = (f64, f64)> + 'd {
    let points = dots.points.iter().map(|&(date, y)| (calendar.day(date), y));
    points.filter(|&(day, y)| (0.0..=calendar.end()).contains(&day) && y.is_finite())
}

fn coincide(a: &[Band], b: &[Band]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| alike(a, b))
}

fn alike(a: &Band, b: &Band) -> bool {
    let close = |x: f64, y: f64| (x - y).abs() <= 1e-9 * x.abs().max(1.0);
    close(a.mean, b.mean) && close(a.p10, b.p10) && close(a.p90, b.p90)
}

/// The last period in which a design still lies on the baseline; 0 if it always or never does.
fn departure(base: &[Band], own: &[Band]) -> usize {
    base.iter().zip(own).position(|(a, b)| !alike(a, b)).unwrap_or(0).saturating_sub(1)
}

/// A dotted line and a note above the bands for each dated intervention, at most two.
fn annotate(canvas: &mut Canvas, plot: &Plot, calendar: &Calendar, summary: &Summary) {
    let area = plot.area;
    let mut below = area.top;
    for (date, name) in summary.interventions.iter().filter(|(date, _)| calendar.day(*date) >= 0.0).take(2) {
        let day = calendar.day(*date);
        if day > calendar.end() {
            continue;
        }
        let (x, _) = plot.at(day, 0.0);
        // On the side with more room, below the note before it if the two would meet.
        let (right, left) = (area.right - x - 12.0, x - 12.0 - area.left);
        let (room, anchor, at) =
            if right >= left { (right, Anchor::Start, x + 12.0) } else { (left, Anchor::End, x - 12.0) };
        let text = format!("{}: {name}", number::month(*date));
        let note = Type::NOTE.anchored(anchor);
        canvas.rule((x, area.top + 8.0), (x, area.bottom), 2.0, colour::AXIS, "2 7");
        let lines = if note.width(&text) <= room { vec![text] } else { note.wrap(&text, room, 3) };
        for (k, line) in lines.iter().enumerate() {
            canvas.write(line, at, below + 28.0 + 26.0 * k as f64, note);
        }
        below += 28.0 * lines.len() as f64 + 4.0;
    }
}
