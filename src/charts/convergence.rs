//! Convergence: has a search found what there is, or would it find more?
//!
//! Always: the share of the box between the best and the worst of all fronts that the front of each generation dominates, over the number
//! of designs that had been tried by then. The scale begins at zero and no curve is smoothed.

use super::draw::axis::{Plot, Ticks, gutter};
use super::draw::canvas::Canvas;
use super::draw::colour;
use super::draw::layout::{Anchor, Area, LARGE, Type};
use super::front::facts;
use super::{Chart, Reads};
use crate::error::Error;
use crate::say;
use crate::stats::front::Front;
use crate::words::number::{self, percent};

pub(super) const ROW: Chart = Chart { name: "convergence", reads: Reads::Front(draw) };

fn draw(front: &Front, canvas: &mut Canvas) -> Result<(), Error> {
    let points: Vec<(f64, f64)> = front.generations.iter().map(|g| (g.designs as f64, g.volume)).collect();
    let (Some(first), Some(last)) = (front.generations.first(), front.generations.last()) else { return Ok(()) };
    if points.len() < 2 || last.volume <= 0.0 || last.designs <= first.designs {
        return Ok(());
    }
    let subtitle = say!("chart-convergence-subtitle");
    let area = canvas.framed(&front.scenario, &facts(front), &front.convergence(), &subtitle);
    let narrow = canvas.is_narrow();
    let ticks = Ticks(vec![0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
    let column = if narrow { 0.0 } else { 330.0 };
    let place = Area {
        left: area.left + gutter(&ticks, percent),
        top: area.top + 24.0,
        right: area.right - column - if narrow { 24.0 } else { 40.0 },
        bottom: area.bottom - 24.0,
    };
    let plot = Plot::new(place, (0.0, last.designs as f64), (0.0, 1.0));
    plot.grid(canvas, &ticks, "", percent);
    let note = Type::NOTE.sized(22.0);
    for tick in Ticks::with_zero(0.0, last.designs as f64).0.into_iter().filter(|t| *t <= last.designs as f64) {
        let (x, _) = plot.at(tick, 0.0);
        canvas.rule((x, place.bottom), (x, place.bottom + 8.0), 1.5, colour::AXIS, "");
        canvas.write(&number::figure(tick), x, place.bottom + 36.0, note.anchored(Anchor::Middle));
    }
    canvas.write(
        &say!("chart-convergence-designs-tried"),
        place.right,
        place.bottom + 68.0,
        note.anchored(Anchor::End),
    );
    let tone = colour::DESIGNS[0];
    plot.line(canvas, &points, tone, 5.0, "")?;
    for point in &points {
        plot.dot(canvas, *point, 6.0, tone)?;
    }
    let (x, y) = plot.at(last.designs as f64, last.volume);
    let head = Type::VALUE.sized(LARGE).coloured(tone);
    let volume = percent(last.volume);
    if narrow {
        canvas.write(&volume, x, y + 50.0, head.anchored(Anchor::End));
        return Ok(());
    }
    let left = area.right - column;
    canvas.rule((x + 14.0, y), (left - 8.0, y), 1.5, colour::GRID, "");
    let generations = say!("chart-convergence-generations", count = front.generations.len() - 1);
    let designs = say!("chart-convergence-designs", count = last.designs);
    canvas.write(&volume, left, y + 10.0, head);
    canvas.write(&generations, left, y + 42.0, note);
    canvas.write(&designs, left, y + 70.0, note);
    Ok(())
}
