//! Rows of marks and bars, one mark for each design: the parts of the needs panel.
//!
//! Always: the figures of a row stand beside it in the order of the key. Marks of one row never hide each other: each design has its own
//! height in the row.

use super::draw::canvas::Canvas;
use super::draw::colour::{self, Colour};
use super::draw::layout::{Anchor, Area, LARGE, Type};
use super::draw::lines::are_whole;
use super::draw::svg::px;
use crate::metrics::names;
use crate::say;
use crate::stats::Summary;
use crate::words::number;

/// One row of marks.
#[derive(Clone)]
pub(super) struct Marks {
    name: String,
    share: bool,
    values: Vec<f64>,
}

/// A piece of the panel.
#[derive(Clone)]
pub(super) enum Part {
    /// Rows of marks.
    Marks { title: String, rows: Vec<Marks> },
    /// One bar for each design, divided among the sources of triggers: `[design][source]`, shares of a whole.
    Triggers { shares: Vec<[f64; 4]> },
}

/// The metrics of the sources of triggers.
const SOURCES: [&str; 4] =
    [names::TRIGGER_PAID, names::TRIGGER_ORGANIC, names::TRIGGER_SOCIAL, names::TRIGGER_INTERNAL];
/// Their tints.
const TINTS: [f64; 4] = [0.9, 0.62, 0.38, 0.18];

/// Their names.
fn source_names() -> [String; 4] {
    [
        say!("chart-trigger-paid"),
        say!("chart-trigger-organic"),
        say!("chart-trigger-social"),
        say!("chart-trigger-internal"),
    ]
}

/// The mean of a metric as verdicts compare it; `None` if it was not recorded or has no value.
fn recent(summary: &Summary, design: usize, metric: &str) -> Option<f64> {
    let mean = summary.compared.get(design)?.get(summary.metric(metric)?)?.mean;
    mean.is_finite().then_some(mean)
}

impl Marks {
    /// The last half year of a metric; `None` if it was not recorded, or does not change in any run of any design.
    pub(super) fn of(summary: &Summary, shown: &[usize], metric: &str, name: String) -> Option<Marks> {
        let bands = || shown.iter().filter_map(|&d| summary.band(d, metric)).flatten();
        let first = bands().next()?.p50;
        if bands().all(|b| b.p10 == first && b.p90 == first) {
            return None;
        }
        let share = summary.metrics.get(summary.metric(metric)?).is_some_and(|m| m.unit == "share");
        let values: Option<Vec<f64>> = shown.iter().map(|&d| recent(summary, d, metric)).collect();
        Some(Marks { name, share, values: values? })
    }

    /// The end of the scale: 100 % for shares, else a quarter above the largest value.
    fn end(&self) -> f64 {
        let largest = self.values.iter().copied().fold(0.0, f64::max);
        if self.share && largest <= 1.0 { 1.0 } else { (largest * 1.25).max(1e-9) }
    }

    fn write(&self, x: f64) -> String {
        if self.share { number::percent(x) } else { plain(x) }
    }

    /// The lowest and the highest figure.
    fn range(&self) -> String {
        let ends = |(low, high): (f64, f64), x: &f64| (low.min(*x), high.max(*x));
        let (low, high) = self.values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), ends);
        number::range(&self.write(low), &self.write(high))
    }

    fn figures(&self) -> String {
        let unit = format!("{}%", number::GLUE);
        let all: Vec<String> = self.values.iter().map(|x| self.write(*x)).collect();
        let last = all.len().saturating_sub(1);
        // The unit is written once, at the end.
        let bare = all.iter().enumerate().map(|(i, t)| if i < last { t.trim_end_matches(&unit) } else { t });
        bare.collect::<Vec<_>>().join(" · ")
    }
}

/// A number with two decimals: the runs are not more precise.
pub(super) fn plain(x: f64) -> String {
    number::figure((x * 100.0).round() / 100.0)
}

impl Part {
    /// Sources of triggers as shares; `None` if they were not recorded.
    pub(super) fn triggers(summary: &Summary, shown: &[usize]) -> Option<Part> {
        let mut shares = Vec::new();
        for &design in shown {
            let mut row = [0.0; 4];
            for (slot, metric) in row.iter_mut().zip(SOURCES) {
                *slot = recent(summary, design, metric)?.max(0.0);
            }
            let all: f64 = row.iter().sum();
            shares.push(row.map(|x| if all > 0.0 { x / all } else { 0.0 }));
        }
        Some(Part::Triggers { shares })
    }

    fn weight(&self) -> f64 {
        match self {
            Part::Marks { rows, .. } => rows.len() as f64,
            Part::Triggers { shares } => shares.len() as f64 + 0.8,
        }
    }
}

/// The heading of a part.
const HEAD: Type = Type::VALUE.sized(LARGE);
/// Height of a heading, and the space between parts.
const HEAD_HIGH: f64 = 44.0;
const GAP: f64 = 24.0;

/// Height of a row if these parts share a column.
pub(super) fn row_height(parts: &[Part], height: f64) -> f64 {
    let rows: f64 = parts.iter().map(Part::weight).sum();
    let free = height - parts.len() as f64 * (HEAD_HIGH + GAP) + GAP;
    (free / rows.max(1.0)).min(76.0)
}

/// Parts under each other; each gets height by its rows.
pub(super) fn stack(canvas: &mut Canvas, summary: &Summary, shown: &[usize], parts: &[Part], place: Area) {
    let (head, gap, high) = (HEAD_HIGH, GAP, row_height(parts, place.height()));
    let mut top = place.top;
    for part in parts {
        let body = Area { top: top + head, bottom: top + head + high * part.weight(), ..place };
        let title = match part {
            Part::Marks { title, .. } => title.clone(),
            Part::Triggers { .. } => say!("chart-triggers"),
        };
        let (style, lines) = HEAD.fitting(&title, place.width(), 1);
        canvas.write(&lines.concat(), place.left, top + 22.0, style);
        match part {
            Part::Marks { rows, .. } => marks(canvas, summary, shown, rows, high, body),
            Part::Triggers { shares } => bars(canvas, summary, shown, shares, high, body),
        }
        top = body.bottom + gap;
    }
}

fn marks(canvas: &mut Canvas, summary: &Summary, shown: &[usize], rows: &[Marks], high: f64, body: Area) {
    let note = Type::NOTE.sized(if high < 30.0 { 20.0 } else { 22.0 }).coloured(colour::INK);
    // Many long figures take two lines, so that there is room for the marks; if the row is too low for that, their range stands there.
    let most = (body.width() - 400.0).max(body.width() / 3.0);
    let figures = |row: &Marks| {
        let (style, lines) = note.fitting(&row.figures(), most, if high >= 52.0 { 2 } else { 1 });
        if are_whole(&lines) { (style, lines) } else { note.fitting(&row.range(), most, 1) }
    };
    let set: Vec<(Type, Vec<String>)> = rows.iter().map(figures).collect();
    let width = |(style, lines): &(Type, Vec<String>)| lines.iter().map(|line| style.width(line)).fold(0.0, f64::max);
    let figures = set.iter().map(width).fold(0.0, f64::max);
    let (left, right) = (body.left + 190.0, body.right - figures - 24.0);
    if rows.iter().all(|r| r.share && r.end() == 1.0) {
        let scale = Type::NOTE.anchored(Anchor::Middle);
        canvas.write(&number::percent(1.0), right, body.top - 10.0, scale);
    }
    for (i, (row, (style, lines))) in rows.iter().zip(&set).enumerate() {
        let y = body.top + high * (i as f64 + 0.5);
        let (name, said) = note.fitting(&row.name, 180.0, 1);
        canvas.write(&said.concat(), body.left, y + 7.0, name);
        let above = 12.0 * lines.len().saturating_sub(1) as f64;
        for (k, line) in lines.iter().enumerate() {
            canvas.write(line, body.right, y + 7.0 - above + 24.0 * k as f64, style.anchored(Anchor::End));
        }
        canvas.rule((left, y), (right, y), 1.5, colour::GRID, "");
        canvas.rule((left, y - high * 0.42), (left, y + high * 0.42), 2.0, colour::AXIS, "");
        let apart = (high * 0.84 / shown.len() as f64).min(20.0);
        // The widest mark is one and a quarter times as high as a circle.
        let size = (apart * 0.44).clamp(3.5, 8.0);
        for (k, (&design, value)) in shown.iter().zip(&row.values).enumerate() {
            let x = left + (right - left) * (value / row.end()).clamp(0.0, 1.0);
            let off = (k as f64 - (shown.len() as f64 - 1.0) / 2.0) * apart;
            mark(canvas, (x, y + off), size, k, colour::of_design(summary, design));
        }
    }
}

fn bars(canvas: &mut Canvas, summary: &Summary, shown: &[usize], shares: &[[f64; 4]], high: f64, body: Area) {
    let note = Type::NOTE.coloured(colour::INK);
    let left = body.left + 230.0;
    let mut x = left;
    for (name, tint) in source_names().iter().zip(TINTS) {
        let y = body.top + high * 0.35;
        canvas.block(
            Area { left: x, top: y - 9.0, right: x + 16.0, bottom: y + 7.0 },
            2.0,
            colour::INK.tint(tint),
            1.0,
        );
        canvas.write(name, x + 24.0, y + 7.0, note);
        x += 24.0 + note.width(name) + 28.0;
    }
    for (i, (&design, row)) in shown.iter().zip(shares).enumerate() {
        let y = body.top + high * (i as f64 + 1.3);
        let tone = colour::of_design(summary, design);
        mark(canvas, (body.left + 10.0, y), 8.0, i, tone);
        let name = note.shorten(&summary.designs[design].says, 190.0);
        canvas.write(&name, body.left + 28.0, y + 7.0, note);
        let mut x = left;
        for (share, tint) in row.iter().zip(TINTS) {
            let wide = (body.right - left) * share;
            let place = Area { left: x, top: y - high * 0.34, right: x + wide, bottom: y + high * 0.34 };
            canvas.block(place, 0.0, colour::INK.tint(tint), 1.0);
            let text = number::percent(*share);
            let light = if tint > 0.5 { colour::WHITE } else { colour::INK };
            if note.width(&text) + 12.0 < wide {
                canvas.write(&text, x + wide / 2.0, y + 7.0, note.coloured(light).anchored(Anchor::Middle));
            }
            x += wide;
        }
    }
}

/// The designs with their marks; returns where the key ends.
pub(super) fn key(canvas: &mut Canvas, summary: &Summary, shown: &[usize], area: Area) -> f64 {
    let note = Type::NOTE.sized(22.0).coloured(colour::INK);
    let (mut x, mut y) = (area.left, area.top);
    for (k, &design) in shown.iter().enumerate() {
        let text = note.shorten(&summary.designs[design].says, area.width() - 28.0);
        let wide = 28.0 + note.width(&text);
        if x > area.left && x + wide > area.right {
            (x, y) = (area.left, y + 32.0);
        }
        mark(canvas, (x + 9.0, y - 7.0), 9.0, k, colour::of_design(summary, design));
        canvas.write(&text, x + 28.0, y, note);
        x += wide + 40.0;
    }
    y + 44.0
}

/// The corners of a plus.
const PLUS: [(f64, f64); 12] = [
    (-0.4, -1.1),
    (0.4, -1.1),
    (0.4, -0.4),
    (1.1, -0.4),
    (1.1, 0.4),
    (0.4, 0.4),
    (0.4, 1.1),
    (-0.4, 1.1),
    (-0.4, 0.4),
    (-1.1, 0.4),
    (-1.1, -0.4),
    (-0.4, -0.4),
];

/// A circle, square, diamond, triangle, triangle upside down, plus or bar, by the place of the design.
fn mark(canvas: &mut Canvas, (x, y): (f64, f64), r: f64, place: usize, tone: Colour) {
    let points: &[(f64, f64)] = match place {
        1 => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        2 => &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)],
        3 => &[(0.0, -1.15), (1.15, 0.9), (-1.15, 0.9)],
        4 => &[(0.0, 1.15), (1.15, -0.9), (-1.15, -0.9)],
        5 => &PLUS,
        6 => &[(-1.1, -0.6), (1.1, -0.6), (1.1, 0.6), (-1.1, 0.6)],
        _ => &[],
    };
    if points.is_empty() {
        canvas.block(Area { left: x - r, top: y - r, right: x + r, bottom: y + r }, r, tone, 1.0);
        return;
    }
    let corners: Vec<String> = points.iter().map(|(a, b)| format!("{},{}", px(x + a * r), px(y + b * r))).collect();
    canvas.shape(&format!("M{} Z", corners.join(" L")), tone, 1.0);
}
