//! A plot: two scales on a part of the paper, the series drawn on them, and the time axis below.
//!
//! Always: a scale has four to six round ticks, with the unit at the top one; the grid is horizontal only; a series leaves out what is
//! not a finite number.

use jiff::civil::Date;
use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::IntoDrawingArea;
use plotters::element::{Circle, IntoDynElement, PathElement, Polygon, Rectangle};
use plotters::style::{Color, RGBColor, ShapeStyle};

use super::canvas::Canvas;
use super::colour::{self, Colour};
use super::layout::{Anchor, Area, Type};
use super::svg::{FINE, Pen, fine};
use crate::error::Error;
use crate::say;
use crate::words::number;

/// Two scales on a piece of the paper.
pub struct Plot {
    /// Where the series are drawn.
    pub area: Area,
    scales: Cartesian2d<RangedCoordf64, RangedCoordf64>,
}

/// Round numbers that a vertical axis shows; the first and the last are its ends.
pub struct Ticks(pub Vec<f64>);

impl Ticks {
    /// Four to six round ticks that contain `low..=high` and zero.
    pub fn with_zero(low: f64, high: f64) -> Ticks {
        let low = if low.is_finite() { low.min(0.0) } else { 0.0 };
        let high = if high.is_finite() { high.max(0.0) } else { 0.0 };
        let high = if high - low > 1e-12 { high } else { 1.0 };
        let span = high - low;
        let raw = span / 5.0;
        let ten = libm::pow(10.0, libm::log10(raw).floor());
        let step = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|m| m * ten).find(|&s| s >= raw * 0.999);
        let step = step.unwrap_or(ten * 10.0);
        let first = (low / step + 1e-9).floor() as i64;
        let last = ((high / step - 1e-9).ceil() as i64).max(first + 1);
        Ticks((first..=last).map(|i| i as f64 * step).collect())
    }
    /// Round ticks that contain `low..=high`, with or without zero: for marks, whose height is a position and not a length.
    pub fn without_zero(low: f64, high: f64) -> Ticks {
        let span = if high > low { high - low } else { high.abs().max(1.0) };
        let step = Ticks::with_zero(0.0, span).0;
        let step = step.get(1).copied().unwrap_or(span);
        let first = (low / step + 1e-9).floor() as i64;
        let last = ((high / step - 1e-9).ceil() as i64).max(first + 1);
        Ticks((first..=last).map(|i| i as f64 * step).collect())
    }
    /// The lowest tick.
    pub fn low(&self) -> f64 {
        self.0.first().copied().unwrap_or(0.0)
    }
    /// The highest tick.
    pub fn high(&self) -> f64 {
        self.0.last().copied().unwrap_or(1.0)
    }
}

impl Plot {
    /// Scales over `x` (left to right) and `y` (bottom to top).
    pub fn new(area: Area, x: (f64, f64), y: (f64, f64)) -> Plot {
        let open = |(a, b): (f64, f64)| if b > a { a..b } else { a..a + 1.0 };
        let actual = (fine(area.left)..fine(area.right), fine(area.bottom)..fine(area.top));
        Plot { area, scales: Cartesian2d::new(open(x), open(y), actual) }
    }

    /// The place of a point on the paper, px.
    pub fn at(&self, x: f64, y: f64) -> (f64, f64) {
        let (x, y) = self.scales.translate(&(x, y));
        (f64::from(x) / FINE, f64::from(y) / FINE)
    }

    /// Horizontal grid with numbers on the left and the unit on the top tick.
    pub fn grid(&self, canvas: &mut Canvas, ticks: &Ticks, unit: &str, write: impl Fn(f64) -> String) {
        let note = Type::NOTE.sized(22.0);
        let apart = self.area.height() / (ticks.0.len().max(2) - 1) as f64;
        // If ticks are closer than the height of their numbers, only every second or third tick has a number, counted from zero.
        let every = (32.0 / apart.max(1.0)).ceil() as usize;
        let zero = ticks.0.iter().position(|&t| t.abs() < 1e-12).unwrap_or(0);
        for (i, &tick) in ticks.0.iter().enumerate() {
            let (_, y) = self.at(0.0, tick);
            let (width, colour) = if i == zero { (2.0, colour::AXIS) } else { (1.5, colour::GRID) };
            canvas.rule((self.area.left, y), (self.area.right, y), width, colour, "");
            if i.abs_diff(zero).is_multiple_of(every) {
                canvas.write(&write(tick), self.area.left - 16.0, y + 8.0, note.anchored(Anchor::End));
            }
        }
        let (_, y) = self.at(0.0, ticks.high());
        let (note, lines) = note.fitting(unit, self.area.width(), 1);
        canvas.write(&lines.concat(), self.area.left, y - 10.0, note);
    }

    /// A line through the points, with a gap where one is undefined; a point between two gaps is a dot.
    pub fn line(
        &self,
        canvas: &mut Canvas,
        points: &[(f64, f64)],
        colour: Colour,
        width: f64,
        dashes: &'static str,
    ) -> Result<(), Error> {
        let style = style(colour, 1.0).stroke_width(fine(width).unsigned_abs());
        pieces(points).try_for_each(|piece| match piece {
            [alone] => self.dot(canvas, *alone, width, colour),
            piece => self.draw(canvas, dashes, &PathElement::new(piece.to_vec(), style).into_dyn()),
        })
    }

    /// The surface between two curves over the same `x`, with a gap where one is undefined.
    pub fn band(
        &self,
        canvas: &mut Canvas,
        low: &[(f64, f64)],
        high: &[(f64, f64)],
        colour: Colour,
        opacity: f64,
    ) -> Result<(), Error> {
        let both: Vec<(f64, f64)> = low.iter().zip(high).map(|(low, high)| (low.0, low.1 + high.1)).collect();
        let mut from = 0;
        for piece in both.split(|point| !is_finite(point)) {
            let here = from..from + piece.len();
            from = here.end + 1;
            let outline = [&low[here.clone()], &high[here]];
            let outline: Vec<(f64, f64)> = outline[0].iter().chain(outline[1].iter().rev()).copied().collect();
            if piece.len() > 1 {
                self.draw(canvas, "", &Polygon::new(outline, style(colour, opacity)).into_dyn())?;
            }
        }
        Ok(())
    }

    /// An upright bar.
    pub fn bar(&self, canvas: &mut Canvas, x: (f64, f64), y: (f64, f64), colour: Colour) -> Result<(), Error> {
        if ![x.0, x.1, y.0, y.1].iter().all(|v| v.is_finite()) || y.0 == y.1 {
            return Ok(());
        }
        self.draw(canvas, "", &Rectangle::new([(x.0, y.0), (x.1, y.1)], style(colour, 1.0)).into_dyn())
    }

    /// A dot in a white ring.
    pub fn dot(&self, canvas: &mut Canvas, at: (f64, f64), radius: f64, colour: Colour) -> Result<(), Error> {
        if !(at.0.is_finite() && at.1.is_finite()) {
            return Ok(());
        }
        let ring = Circle::new(at, fine(radius + 3.0), style(colour::WHITE, 1.0));
        self.draw(canvas, "", &ring.into_dyn())?;
        self.draw(canvas, "", &Circle::new(at, fine(radius), style(colour, 1.0)).into_dyn())
    }

    fn draw<'a>(
        &self,
        canvas: &'a mut Canvas,
        dashes: &'static str,
        element: &plotters::element::DynElement<'static, Pen<'a>, (f64, f64)>,
    ) -> Result<(), Error> {
        let paper = canvas.pen(dashes).into_drawing_area().apply_coord_spec(self.scales.clone());
        paper.draw(element).map_err(|says| Error::Drawing { what: say!("chart-a-series"), says: says.to_string() })
    }
}

fn style(colour: Colour, opacity: f64) -> ShapeStyle {
    RGBColor(colour.0, colour.1, colour.2).mix(opacity).filled()
}

fn is_finite((x, y): &(f64, f64)) -> bool {
    x.is_finite() && y.is_finite()
}

/// Runs of points without a gap.
fn pieces(points: &[(f64, f64)]) -> impl Iterator<Item = &[(f64, f64)]> {
    points.split(|point| !is_finite(point)).filter(|piece| !piece.is_empty())
}

/// Width in px that the numbers of an axis need on its left.
pub fn gutter(ticks: &Ticks, write: impl Fn(f64) -> String) -> f64 {
    let note = Type::NOTE.sized(22.0);
    ticks.0.iter().map(|&t| note.width(&write(t))).fold(0.0, f64::max) + 16.0
}

/// A month whose name is as wide as most.
const SAMPLE: Date = jiff::civil::date(2027, 1, 1);

/// The time axis of a plot, in days since the first period began.
pub struct Calendar {
    origin: Date,
    /// Days from the origin to the end of each period.
    pub days: Vec<f64>,
}

impl Calendar {
    /// The axis over periods that end on `dates`; `None` if there are none.
    pub fn of(dates: &[Date]) -> Option<Calendar> {
        let first = *dates.first()?;
        // The first period is as long as the second one; a single period is taken for a month.
        let long = dates.get(1).map_or(30.0, |&next| days_between(first, next)).clamp(1.0, 400.0);
        let origin = first.saturating_sub(jiff::Span::new().days(long as i64));
        Some(Calendar { origin, days: dates.iter().map(|&d| days_between(origin, d)).collect() })
    }

    /// Days from the origin to the last date.
    pub fn end(&self) -> f64 {
        self.days.last().copied().unwrap_or(1.0)
    }

    /// Days from the origin to a date.
    pub fn day(&self, date: Date) -> f64 {
        days_between(self.origin, date)
    }

    /// Month names below a plot, every 1, 3, 6 or 12 months (or a few years) as the width allows.
    pub fn axis(&self, canvas: &mut Canvas, plot: &Plot, y: f64) {
        let note = Type::NOTE.sized(22.0).anchored(Anchor::Middle);
        let months = self.end() / 30.44;
        let room = (plot.area.width() / (note.width(&number::month(SAMPLE)) + 56.0)).floor().clamp(2.0, 8.0);
        let every = [1.0, 3.0, 6.0, 12.0, 24.0, 60.0, 120.0, 240.0, 600.0];
        let every = every.into_iter().find(|e| months / e < room + 0.5).unwrap_or(1200.0) as i64;
        let slack = self.end() * 0.02;
        let start = self.origin.first_of_month();
        for ahead in 0..=(months.ceil() as i64 + 2) {
            let date = start.saturating_add(jiff::Span::new().months(ahead));
            let day = self.day(date);
            let counted = i64::from(date.year()) * 12 + i64::from(date.month()) - 1;
            if counted % every != 0 || day < -slack || day > self.end() + slack {
                continue;
            }
            let (x, _) = plot.at(day.clamp(0.0, self.end()), 0.0);
            canvas.rule((x, plot.area.bottom), (x, plot.area.bottom + 8.0), 1.5, colour::AXIS, "");
            // The last name ends at the edge of its plot, so that it does not reach into a plot beside it.
            let text = number::month(date);
            let middle = x.min(plot.area.right + 8.0 - note.width(&text) / 2.0);
            canvas.write(&text, middle, y, note);
        }
    }
}

fn days_between(from: Date, to: Date) -> f64 {
    from.until(to).map_or(0.0, |span| f64::from(span.get_days()))
}
