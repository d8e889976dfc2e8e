//! Sensitivity: how much of the uncertainty comes from each assumption?
//!
//! Always: at most eight bars, in the order of the rows, each with its interval on an axis. A bar that could be luck is very pale. An
//! effect that lowers the outcome points to the left. Guesses have a colour of their own.

use super::draw::axis::Ticks;
use super::draw::canvas::Canvas;
use super::draw::colour;
use super::draw::layout::{Anchor, Area, Type};
use super::tornado::{standing_name, tone};
use super::{Chart, Reads};
use crate::say;
use crate::stats::sweep_points::Origin;
use crate::words::number::{range, tick};

/// Sobol indices.
pub(super) const SOBOL: Chart = Chart { name: "sobol", reads: Reads::Sobol(draw) };
/// Elementary effects.
pub(super) const MORRIS: Chart = Chart { name: "morris", reads: Reads::Morris(draw) };

/// One bar: a whole with its interval, and a part of it. The bar is below zero if the effect lowers the outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The name of the factor.
    pub says: String,
    /// "sourced", "calibrated" or "guess".
    pub standing: String,
    /// Where the bar ends.
    pub whole: f64,
    /// The ends of its interval.
    pub interval: (f64, f64),
    /// Where the darker part of it ends.
    pub part: f64,
    /// Whether it could be luck.
    pub chance: bool,
}

/// The texts around the bars.
pub struct Captions<'w> {
    /// The finding.
    pub title: &'w str,
    /// What bars and intervals mean.
    pub subtitle: &'w str,
    /// What the darker parts are.
    pub part: &'w str,
    /// How numbers are written.
    pub write: &'w (dyn Fn(f64) -> String + Sync),
    /// The smallest end of the axis: 1 for shares of a whole.
    pub end: f64,
}

const MOST: usize = 8;

/// Draws the bars.
fn draw(rows: &[Bar], words: &Captions, origin: &Origin, canvas: &mut Canvas) {
    let shown = &rows[..rows.len().min(MOST)];
    if shown.is_empty() {
        return;
    }
    let area = canvas.frame_points(origin, words.title, words.subtitle);
    let (names, beside) = if canvas.is_narrow() { (230.0, 190.0) } else { (400.0, 330.0) };
    let place = Area { left: area.left + names, right: area.right - beside, top: area.top, ..area };
    let high = ((place.height() - 56.0) / shown.len() as f64).min(150.0);
    let place = Area { bottom: place.top + high * shown.len() as f64, ..place };
    let ends = || shown.iter().flat_map(|r| [r.whole, r.part, r.interval.0, r.interval.1]).filter(|x| x.is_finite());
    let ticks = Ticks::with_zero(ends().fold(0.0, f64::min), ends().fold(words.end, f64::max));
    let x = |value: f64| place.left + (value - ticks.low()) / (ticks.high() - ticks.low()) * place.width();
    let note = Type::NOTE.sized(22.0);
    let room = place.width() / (ticks.0.len().max(2) - 1) as f64;
    let widest = ticks.0.iter().map(|t| note.width(&tick("share", "", *t))).fold(0.0, f64::max) + 20.0;
    let every = (widest / room).ceil().max(1.0) as usize;
    let zero = ticks.0.iter().position(|t| t.abs() < 1e-12).unwrap_or(0);
    for (i, &at) in ticks.0.iter().enumerate() {
        let (width, tone) = if i == zero { (2.0, colour::AXIS) } else { (1.5, colour::GRID) };
        canvas.rule((x(at), place.top), (x(at), place.bottom), width, tone, "");
        if i.abs_diff(zero).is_multiple_of(every) {
            canvas.write(&tick("share", "", at), x(at), place.bottom + 34.0, note.anchored(Anchor::Middle));
        }
    }
    for (k, row) in shown.iter().enumerate() {
        let middle = place.top + high * (k as f64 + 0.5);
        draw_row(canvas, row, words, middle, (high * 0.6).min(64.0), (area.left, names, area.right), &x);
    }
    key(canvas, shown, area, place.bottom + 84.0);
}

fn draw_row(
    canvas: &mut Canvas,
    row: &Bar,
    words: &Captions,
    middle: f64,
    thick: f64,
    (left, names, right): (f64, f64, f64),
    x: &dyn Fn(f64) -> f64,
) {
    let tone = tone(&row.standing);
    let share = if row.chance { 0.35 } else { 1.0 };
    for (end, strength) in [(row.whole, 0.45), (row.part, 1.0)] {
        let (a, b) = (x(0.0), x(end));
        let bar = Area { left: a.min(b), right: a.max(b), top: middle - thick / 2.0, bottom: middle + thick / 2.0 };
        canvas.block(bar, 2.0, tone.tint(strength * share), 1.0);
    }
    let (from, to) = (x(row.interval.0.min(row.interval.1)), x(row.interval.0.max(row.interval.1)));
    let mut end = x(row.whole).max(x(0.0));
    if from.is_finite() && to.is_finite() {
        canvas.rule((from, middle), (to, middle), 5.0, colour::WHITE, "");
        canvas.rule((from, middle), (to, middle), 2.5, colour::INK, "");
        for at in [from, to] {
            canvas.rule((at, middle - 8.0), (at, middle + 8.0), 2.5, colour::INK, "");
        }
        end = end.max(to);
    }
    let name = Type::NOTE.sized(22.0).coloured(colour::INK);
    let (name, lines) = name.fitting(&row.says, names - 24.0, 3);
    for (i, line) in lines.iter().enumerate() {
        canvas.write(line, left, middle + 8.0 + name.size * 1.2 * (i as f64 - (lines.len() - 1) as f64 / 2.0), name);
    }
    let write = words.write;
    canvas.write_over(&write(row.whole), end + 14.0, middle - 2.0, Type::VALUE.sized(26.0));
    let (low, high) = (row.interval.0.min(row.interval.1), row.interval.0.max(row.interval.1));
    let spread = if low.is_finite() && high.is_finite() { range(&write(low), &write(high)) } else { String::new() };
    let part = if row.chance { say!("chart-sensitivity-luck") } else { format!("{} {}", words.part, write(row.part)) };
    let below = [spread, part].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
    canvas.write_over(&Type::NOTE.shorten(&below, right - end - 14.0), end + 14.0, middle + 24.0, Type::NOTE);
}

/// The key to the colours that are there.
fn key(canvas: &mut Canvas, shown: &[Bar], area: Area, y: f64) {
    let note = Type::NOTE.sized(22.0);
    let mut left = area.left;
    for standing in ["guess", "sourced", "lever"] {
        let name = standing_name(standing);
        if !shown.iter().any(|row| tone(&row.standing) == tone(standing)) {
            continue;
        }
        canvas.block(Area { left, right: left + 22.0, top: y - 18.0, bottom: y + 4.0 }, 3.0, tone(standing), 1.0);
        canvas.write(&name, left + 32.0, y, note);
        left += 32.0 + note.width(&name) + 36.0;
    }
}
