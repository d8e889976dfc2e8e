//! Small multiples: a panel for each metric with all designs in it, and one key to their colours.
//!
//! Always: each panel has its own scale, which holds zero. Figures at the ends of lines never touch; equal figures are written once. What
//! is not shown is named: designs without a colour, panels without room, lines that lie upon each other.

use super::draw::axis::{Calendar, Plot, Ticks, gutter};
use super::draw::canvas::Canvas;
use super::draw::colour::{self, Colour};
use super::draw::labels;
use super::draw::layout::{Area, LARGE, Type};
use super::mark_rows;
use crate::error::Error;
use crate::findings::chart_titles;
use crate::say;
use crate::stats::{Band, Summary};
use crate::words::number;

/// What lines of panels are: the mean of all runs, or the only run.
pub(super) fn means(summary: &Summary) -> String {
    if summary.replicates > 1 { say!("chart-mean-of-runs") } else { say!("chart-only-run") }
}

/// Width of the figures at the ends of the lines.
pub(super) const ENDS: f64 = 92.0;

/// One metric over time.
pub(super) struct Panel {
    /// Index into the metrics of the summary.
    pub metric: usize,
    /// The heading.
    pub head: String,
    /// How a value is written at the end of its line.
    pub write: fn(f64) -> String,
    /// The value of one unit of its scale, such as 1e6 if figures are in millions.
    pub per: f64,
    /// Whether zero means that the metric does not exist yet: a design has no line before its first value that is not zero.
    pub begins: bool,
}

/// A metric that a chart shows if it changes.
pub(super) struct Shown {
    /// The name of the metric; a name that ends with a colon stands for all metrics that begin with it.
    pub metric: &'static str,
    /// The heading, given what follows the colon, such as the name of a group.
    pub head: fn(&str) -> String,
    /// What must change it.
    pub by: Moved,
}

/// What must change a metric, so that it is shown.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Moved {
    /// Time, or a design.
    AtAll,
    /// A design.
    ByDesign,
}

/// The most panels that can be read on one slide.
pub(super) fn most(canvas: &Canvas) -> usize {
    if canvas.is_narrow() { 3 } else { 6 }
}

/// What follows the colon of a metric, in words: the title of a tier for its path, otherwise a name without hyphens.
fn readable(summary: &Summary, rest: &str) -> String {
    let tier = rest.split_once('.').and_then(|(ladder, tier)| {
        summary.flows.iter().flatten().find(|flow| flow.ladder == ladder && flow.tier == tier)
    });
    tier.map_or_else(|| rest.replace(['-', '.'], " "), |tier| tier.title.clone())
}

/// A panel for each metric that changes by at least 0.01.
pub(super) fn moving(summary: &Summary, shown: &[usize], list: &[Shown]) -> Vec<Panel> {
    let spread = |means: &mut dyn Iterator<Item = f64>| {
        let (low, high) = means
            .filter(|x| x.is_finite())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
        high - low
    };
    let moves = |metric: usize, by: Moved| {
        let means = |design: usize| summary.bands[design][metric].iter().map(|band| band.mean);
        let apart = |date: usize| spread(&mut shown.iter().filter_map(|&d| means(d).nth(date)));
        match by {
            Moved::AtAll => spread(&mut shown.iter().flat_map(|&d| means(d))) >= 0.01,
            Moved::ByDesign => (0..summary.dates.len()).any(|date| apart(date) >= 0.01),
        }
    };
    let panel = |&Shown { metric: name, head, by }: &Shown| {
        let named = summary.metrics.iter().enumerate().filter_map(move |(metric, m)| {
            let rest = m.name.strip_prefix(name)?;
            let head = head(&readable(summary, rest));
            let write = if m.unit == "share" { number::percent } else { mark_rows::plain };
            (rest.is_empty() || name.ends_with(':')).then_some(Panel { metric, head, write, per: 1.0, begins: false })
        });
        named.filter(|panel| moves(panel.metric, by)).collect::<Vec<_>>()
    };
    list.iter().flat_map(panel).collect()
}

/// The panels for which there is room, in the order of the list, and the heads of the others. If there is not enough room, what a design
/// changes comes before what only time changes.
pub(super) fn fitting(summary: &Summary, shown: &[usize], list: &[Shown], most: usize) -> (Vec<Panel>, Vec<String>) {
    let all = moving(summary, shown, list);
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|k| usize::from((1..shown.len()).all(|d| same(summary, shown[0], shown[d], all[*k].metric))));
    order.truncate(most);
    let (there, out): (Vec<_>, Vec<_>) = all.into_iter().enumerate().partition(|(k, _)| order.contains(k));
    (there.into_iter().map(|(_, panel)| panel).collect(), out.into_iter().map(|(_, panel)| panel.head).collect())
}

/// The end of a subtitle that names the panels without room; empty if all have some.
pub(super) fn without_room(heads: &[String]) -> String {
    if heads.is_empty() { String::new() } else { say!("chart-panels-without-room", names = heads.join(", ")) }
}

/// The end of the subtitle of panels: which designs are pale grey, and which coincide in every panel.
pub(super) fn note(summary: &Summary, shown: &[usize], metrics: impl Iterator<Item = usize>) -> String {
    let metrics: Vec<usize> = metrics.collect();
    let alike = |a: usize, b: usize| !metrics.is_empty() && metrics.iter().all(|m| same(summary, a, b, *m));
    chart_titles::others(summary, shown).1 + &chart_titles::coincide_note(summary, shown, alike)
}

/// Whether a metric has the same means under two designs, as far as a picture shows.
fn same(summary: &Summary, a: usize, b: usize, metric: usize) -> bool {
    let (a, b) = (&summary.bands[a][metric], &summary.bands[b][metric]);
    let largest = a.iter().chain(b).map(|band| band.mean.abs()).filter(|x| x.is_finite()).fold(0.0, f64::max);
    let close = |x: f64, y: f64| (x - y).abs() <= 1e-3 * largest || (x.is_nan() && y.is_nan());
    a.iter().zip(b).all(|(a, b)| close(a.mean, b.mean))
}

/// Places for a number of panels, row by row; below each other on narrow paper.
pub(super) fn places(canvas: &Canvas, body: Area, panels: usize) -> Vec<Area> {
    let (columns, rows) = match (canvas.is_narrow(), panels) {
        (true, n) => (1, n),
        (false, n @ 0..=3) => (n.max(1), 1),
        (false, 4) => (2, 2),
        (false, _) => (3, 2),
    };
    body.parts(columns, rows, 48.0, 104.0)
}

/// Writes the heading of a panel; returns the height of its lines after the first.
pub(super) fn head(canvas: &mut Canvas, text: &str, place: Area) -> f64 {
    let (head, lines) = Type::VALUE.sized(LARGE).fitting(text, place.width(), 2);
    let step = head.size * 1.2;
    for (k, line) in lines.iter().enumerate() {
        canvas.write(line, place.left, place.top + 4.0 + step * k as f64, head);
    }
    step * lines.len().saturating_sub(1) as f64
}

/// The least height of a panel with its heading and axis, px.
const LEAST: f64 = 200.0;

/// Writes title and subtitle by `frame`, which gets the panels and the heads of those without room, and the key; returns the place of the
/// panels. If long names leave too little height, the last panels are left out, and `frame` names them. `rest` panels more are drawn.
pub(super) fn framed(
    canvas: &mut Canvas,
    summary: &Summary,
    shown: &[usize],
    (moves, out): (&mut Vec<Panel>, &mut Vec<String>),
    rest: usize,
    frame: impl Fn(&mut Canvas, &[Panel], &[String]) -> Area,
) -> Area {
    let body = |canvas: &mut Canvas, moves: &[Panel], out: &[String]| {
        let area = frame(canvas, moves, out);
        Area { top: key(canvas, summary, shown, area), ..area }
    };
    let fits = |moves: &[Panel], out: &[String]| {
        let mut tried = canvas.blank();
        let body = body(&mut tried, moves, out);
        places(canvas, body, moves.len() + rest).first().is_none_or(|place| place.height() >= LEAST)
    };
    while moves.len() > 1 && !fits(moves, out) {
        out.extend(moves.pop().map(|panel| panel.head));
    }
    body(canvas, moves, out)
}

impl Panel {
    /// The means of all designs over time.
    pub(super) fn draw(
        &self,
        summary: &Summary,
        canvas: &mut Canvas,
        calendar: &Calendar,
        shown: &[usize],
        place: Area,
    ) -> Result<(), Error> {
        let bands = |design: usize| summary.bands[design][self.metric].as_slice();
        let unit = summary.metrics[self.metric].unit.as_str();
        let axis = |x: f64| number::tick(if unit == "share" { "share" } else { "" }, "", x);
        let down = head(canvas, &self.head, place);
        let mean = |band: &Band| band.mean / self.per;
        let others = chart_titles::others(summary, shown).0;
        let means = || shown.iter().chain(&others).flat_map(|&d| bands(d)).map(mean).filter(|x| x.is_finite());
        let ticks = Ticks::with_zero(means().fold(0.0, f64::min), means().fold(0.0, f64::max));
        let left = place.left + gutter(&ticks, axis);
        let value = Type::VALUE.sized(22.0);
        let figures = shown.iter().filter_map(|&d| bands(d).last()).map(|band| value.width(&(self.write)(mean(band))));
        let ends = figures.fold(ENDS - 18.0, f64::max) + 18.0;
        let plot = Plot::new(
            Area { left, top: place.top + 60.0 + down, right: place.right - ends, bottom: place.bottom },
            (0.0, calendar.end()),
            (ticks.low(), ticks.high()),
        );
        plot.grid(canvas, &ticks, number::unit(unit), axis);
        calendar.axis(canvas, &plot, place.bottom + 36.0);
        let mut ends: Vec<(String, f64, Colour)> = Vec::new();
        let first = |design: usize| bands(design).iter().position(|band| !self.begins || band.mean != 0.0);
        for &design in &others {
            let Some(from) = first(design) else { continue };
            let points: Vec<(f64, f64)> =
                calendar.days.iter().copied().zip(bands(design).iter().map(mean)).skip(from).collect();
            plot.line(canvas, &points, colour::REST, 2.0, "")?;
        }
        let begun: Vec<(usize, usize)> = shown.iter().filter_map(|&design| Some((design, first(design)?))).collect();
        for &(design, from) in &begun {
            let points = calendar.days.iter().copied().zip(bands(design).iter().map(mean)).skip(from);
            let points: Vec<(f64, f64)> = points.collect();
            let tone = colour::of_design(summary, design);
            // A line that covers other curves is dashed, so that all colours can be seen.
            let covers = |other: usize| {
                let height = |band: &Band| plot.at(0.0, mean(band)).1;
                bands(other).iter().zip(bands(design)).all(|(a, b)| a == b || (height(a) - height(b)).abs() < 2.0)
            };
            let twins = begun.iter().take_while(|(other, _)| *other < design).filter(|(other, _)| covers(*other));
            let dashes = ["", "14 22", "2 34", "2 70"];
            plot.line(canvas, &points, tone, 4.0, dashes[twins.count().min(3)])?;
            let last = bands(design).last().map_or(0.0, mean);
            plot.dot(canvas, (calendar.end(), last), 6.0, tone)?;
            let text = (self.write)(last);
            // As many figures as can be read: the first is that of the baseline.
            let fits = (ends.len() + 1) as f64 * 30.0 <= plot.area.height() + 60.0;
            if fits && !ends.iter().any(|end| end.0 == text) {
                ends.push((text, plot.at(0.0, last).1 - 13.0, tone));
            }
        }
        let wanted: Vec<f64> = ends.iter().map(|end| end.1).collect();
        let tops = labels::apart(&wanted, &vec![14.0; ends.len()], plot.area.top - 20.0, plot.area.bottom + 10.0);
        for ((text, _, tone), top) in ends.iter().zip(tops) {
            canvas.write(text, plot.area.right + 18.0, top + 21.0, value.coloured(*tone));
        }
        Ok(())
    }
}

/// The designs with their colours; returns the y of the end of the key.
pub(super) fn key(canvas: &mut Canvas, summary: &Summary, shown: &[usize], area: Area) -> f64 {
    let note = Type::NOTE.sized(22.0).coloured(colour::INK);
    let (mut x, mut y) = (area.left, area.top - 16.0);
    for &design in shown {
        let text = note.shorten(&summary.designs[design].says, area.width() - 44.0);
        let wide = 44.0 + note.width(&text);
        if x > area.left && x + wide > area.right {
            (x, y) = (area.left, y + 32.0);
        }
        let mark = Area { left: x, top: y - 10.0, right: x + 32.0, bottom: y - 5.0 };
        canvas.block(mark, 2.0, colour::of_design(summary, design), 1.0);
        canvas.write(&text, x + 44.0, y, note);
        x += wide + 36.0;
    }
    y + 44.0
}
