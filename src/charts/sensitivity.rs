//! Sensitivity: how much of what is uncertain hangs on each assumption?
//!
//! Always: at most eight bars, longest first, with their intervals; guesses have a colour of their own.

use super::canvas::Canvas;
use super::colour;
use super::layout::{Anchor, Area, Type};
use crate::stats::number;
use crate::stats::points::Origin;

/// One bar: a whole with its interval, and a part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What charts call the factor.
    pub says: String,
    /// Whether nobody has measured it.
    pub guess: bool,
    /// Length of the bar and the half width of its interval.
    pub whole: (f64, f64),
    /// The darker part of it, and the half width of its interval.
    pub part: (f64, f64),
}

const MOST: usize = 8;

/// Draws bars under a title and a subtitle; numbers are shares, and `part` says what the darker ones are.
pub fn draw(rows: &[Row], title: &str, subtitle: &str, part: &str, origin: &Origin, canvas: &mut Canvas) {
    let shown = &rows[..rows.len().min(MOST)];
    if shown.is_empty() {
        return;
    }
    let write = number::percent;
    let area = canvas.frame_points(origin, title, subtitle);
    let (names, beside) = if canvas.is_narrow() { (250.0, 150.0) } else { (430.0, 260.0) };
    let place = Area { left: area.left + names, right: area.right - beside, top: area.top + 8.0, ..area };
    let end = shown.iter().map(|r| r.whole.0 + r.whole.1).fold(1e-12, f64::max);
    let x = |value: f64| place.left + value.max(0.0) / end * place.width();
    let high = (place.height() / shown.len() as f64).min(96.0);
    for (k, row) in shown.iter().enumerate() {
        let tone = colour::DESIGNS[usize::from(row.guess)];
        let top = place.top + high * k as f64;
        let bar = Area { left: place.left, right: x(row.whole.0), top: top + high * 0.2, bottom: top + high * 0.8 };
        let middle = f64::midpoint(bar.top, bar.bottom);
        canvas.block(bar, 2.0, tone.tint(0.45), 1.0);
        let inner = Area { right: x(row.part.0.min(row.whole.0)), top: bar.top, bottom: bar.bottom, ..bar };
        canvas.block(inner, 2.0, tone, 1.0);
        let (from, to) = (x(row.whole.0 - row.whole.1), x(row.whole.0 + row.whole.1));
        canvas.rule((from, middle), (to, middle), 2.5, colour::INK, "");
        for at in [from, to] {
            canvas.rule((at, middle - 8.0), (at, middle + 8.0), 2.5, colour::INK, "");
        }
        let name = Type::NOTE.sized(22.0).coloured(colour::INK);
        let lines = name.wrap(&row.says, names - 24.0, 2);
        for (i, line) in lines.iter().enumerate() {
            canvas.write(line, area.left, middle + 8.0 + 27.0 * (i as f64 - (lines.len() - 1) as f64 / 2.0), name);
        }
        let value = Type::VALUE.sized(26.0);
        canvas.write(&write(row.whole.0), to + 14.0, middle - 2.0, value);
        let note = format!("±{}, {part} {}", write(row.whole.1), write(row.part.0.max(0.0)));
        canvas.write(&Type::NOTE.shorten(&note, area.right - to - 14.0), to + 14.0, middle + 24.0, Type::NOTE);
    }
    canvas.rule((place.left, place.top), (place.left, place.top + high * shown.len() as f64), 2.0, colour::AXIS, "");
    let note = Type::NOTE.sized(22.0).anchored(Anchor::Start);
    for (k, (tone, says)) in
        [(colour::DESIGNS[1], "guess"), (colour::DESIGNS[0], "sourced or calibrated")].iter().enumerate()
    {
        let left = area.left + 130.0 * k as f64;
        let y = (place.top + high * shown.len() as f64 + 56.0).min(area.bottom + 34.0);
        canvas.block(Area { left, right: left + 22.0, top: y - 18.0, bottom: y + 4.0 }, 3.0, *tone, 1.0);
        canvas.write(says, left + 32.0, y, note);
    }
}
