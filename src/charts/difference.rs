//! Difference fan: is a design really better than the baseline with the same random numbers?
//!
//! Always: differences are paired. Each is the mean of the half year up to its date. So the last one is the gain of the verdict, and the
//! curve does not jump if few people are counted. The line is the mean; the dark band is the doubt about it, the pale one the spread of
//! single runs. The zero line is drawn, and all panels share one scale.

use super::draw::axis::{Calendar, Plot, Ticks, gutter};
use super::draw::canvas::Canvas;
use super::draw::colour;
use super::draw::layout::{Area, LARGE, Type};
use super::{Chart, Reads};
use crate::error::Error;
use crate::findings::chart_titles;
use crate::say;
use crate::stats::{Band, Interval, Summary};
use crate::words::number;

pub(super) const ROW: Chart = Chart { name: "difference-fan", reads: Reads::Summary(draw) };

fn draw(summary: &Summary, canvas: &mut Canvas) -> Result<(), Error> {
    let (Some(metric), Some(calendar)) = (summary.metrics.get(summary.headline), Calendar::of(&summary.dates)) else {
        return Ok(());
    };
    let shown: Vec<usize> =
        chart_titles::shown(summary, most(summary, canvas)).into_iter().filter(|&d| d > 0).collect();
    if shown.is_empty() {
        return Ok(());
    }
    let base = chart_titles::design_name(summary, 0);
    let subtitle = say!("chart-difference-subtitle", metric = metric.headed(), base = base, kind = metric.span_word())
        + &chart_titles::shown_note(summary, &[&[0], shown.as_slice()].concat());
    let area = canvas.frame(summary, &chart_titles::gain_title(summary, &shown), &subtitle);
    let trend = |design: usize| summary.trends[design].as_slice();
    let ends = |part: fn(&Band) -> f64| {
        let all = shown.iter().flat_map(|&d| trend(d)).map(part).filter(|x| x.is_finite());
        all.fold((0.0_f64, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)))
    };
    let ticks = Ticks::with_zero(ends(|b| b.p10).0, ends(|b| b.p90).1);
    let write = |x: f64| number::signed_tick(&metric.unit, &summary.currency, x);

    let gutter = gutter(&ticks, write);
    let narrow = canvas.is_narrow();
    let (columns, rows) = match shown.len() {
        n if narrow => (1, n),
        n @ 0..=3 => (n, 1),
        4 => (2, 2),
        _ => (3, 2),
    };
    let compact = narrow || rows > 1;
    let panels = area.parts(columns, rows, 56.0, 72.0);
    let heads: Vec<Heading> =
        shown.iter().zip(&panels).map(|(&design, panel)| heading(summary, design, panel.width(), compact)).collect();
    let head = heads.iter().map(Heading::height).fold(0.0, f64::max) + 60.0;
    for ((&design, panel), heading) in shown.iter().zip(panels).zip(&heads) {
        let place = Area { left: panel.left + gutter, top: panel.top + head, ..panel };
        let plot = Plot::new(place, (0.0, calendar.end()), (ticks.low(), ticks.high()));
        let last = trend(design).last().copied().unwrap_or_default();
        heading.write(canvas, panel, colour::of_design(summary, design));
        plot.grid(canvas, &ticks, number::unit(&metric.unit), write);
        calendar.axis(canvas, &plot, panel.bottom + 36.0);
        let line = |part: fn(&Band) -> f64| -> Vec<(f64, f64)> {
            calendar.days.iter().copied().zip(trend(design).iter().map(part)).collect()
        };
        let tone = colour::of_design(summary, design);
        plot.band(canvas, &line(|b| b.p10), &line(|b| b.p90), tone, 0.14)?;
        let doubt = |part: fn(&Interval) -> f64| -> Vec<(f64, f64)> {
            let known = summary.doubts.get(design).into_iter().flatten().map(part);
            calendar.days.iter().copied().zip(known).filter(|(_, x)| x.is_finite()).collect()
        };
        plot.band(canvas, &doubt(|i| i.low), &doubt(|i| i.high), tone, 0.3)?;
        plot.line(canvas, &[(0.0, 0.0), (calendar.end(), 0.0)], colour::INK, 2.0, "")?;
        plot.line(canvas, &line(|b| b.mean), tone, 5.0, "")?;
        plot.dot(canvas, (calendar.end(), last.mean), 8.0, tone)?;
    }
    Ok(())
}

/// How many designs have room, with the baseline: panels under each other get low, and long names take lines of them.
fn most(summary: &Summary, canvas: &Canvas) -> usize {
    if !canvas.is_narrow() {
        return canvas.designs();
    }
    let widest = summary.designs.iter().map(|d| Type::VALUE.sized(LARGE).width(&d.says)).fold(0.0, f64::max);
    if widest > canvas.room() { 2 } else { 3 }
}

/// A difference of the headline, with its sign.
fn signed(summary: &Summary, x: f64) -> String {
    match summary.metrics.get(summary.headline).map_or("", |m| m.unit.as_str()) {
        "share" => number::signed(x, number::percent),
        "money" if x > 0.0 => format!("+{}", summary.value(x)),
        "money" => summary.value(x),
        _ => number::signed(x, number::count),
    }
}

/// The lines above a panel.
struct Heading {
    name: (Type, Vec<String>),
    below: Vec<String>,
}

const NOTE: Type = Type::NOTE.sized(22.0);

impl Heading {
    /// Height from the first to the last baseline.
    fn height(&self) -> f64 {
        self.name.0.size * 1.2 * (self.name.1.len().max(1) - 1) as f64 + 30.0 * self.below.len() as f64
    }

    fn write(&self, canvas: &mut Canvas, panel: Area, tone: colour::Colour) {
        let mut y = panel.top + 4.0;
        for (k, line) in self.name.1.iter().enumerate() {
            y += if k > 0 { self.name.0.size * 1.2 } else { 0.0 };
            canvas.write(line, panel.left, y, self.name.0.coloured(tone));
        }
        for line in &self.below {
            y += 30.0;
            canvas.write(line, panel.left, y, NOTE);
        }
    }
}

/// Name, last difference with its range, and how likely the design is to be ahead.
fn heading(summary: &Summary, design: usize, wide: f64, compact: bool) -> Heading {
    let name = Type::VALUE.sized(LARGE).fitting(&summary.designs[design].says, wide, 2);
    let Some(metric) = summary.metrics.get(summary.headline) else {
        return Heading { name, below: Vec::new() };
    };
    let last = summary.trends[design].last().copied().unwrap_or_default();
    let write = |x: f64| signed(summary, x);
    let doubt = summary.doubts.get(design).and_then(|dates| dates.last()).filter(|at| at.half_width().is_finite());
    let level = say!(
        "chart-difference-last",
        difference = write(last.mean),
        kind = metric.span_word(),
        runs = if doubt.is_some() { "many" } else { "one" },
        range = doubt.map_or(String::new(), |at| number::range(&write(at.low), &write(at.high)))
    );
    let share = match chart_titles::evidence(summary, design) {
        chart_titles::Evidence::Same => say!("chart-coincides-with", design = chart_titles::design_name(summary, 0)),
        _ if summary.replicates < 2 => say!("chart-difference-one-run"),
        _ => chart_titles::gain(summary, design)
            .map_or(String::new(), |g| say!("chart-ahead", ahead = chart_titles::ahead(&g.tally))),
    };
    let single = match doubt {
        Some(_) => say!("chart-difference-single", range = number::range(&write(last.p10), &write(last.p90))),
        None => String::new(),
    };
    let below = match compact && !share.is_empty() {
        true => vec![format!("{level}; {share}"), single],
        false => vec![level, single, share],
    };
    let filled = below.into_iter().filter(|line| !line.is_empty());
    Heading { name, below: filled.flat_map(|line| NOTE.wrap(&line, wide, 2)).collect() }
}
