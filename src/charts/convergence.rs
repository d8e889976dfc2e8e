//! Convergence: has a search found what there is, or would it find more?
//!
//! Always: the share of the box between the best and the worst of all fronts that each generation's front dominates, over the designs that
//! had been tried by then; zero-based, and no curve is smoothed.

use super::DrawFront;
use super::axis::{Plot, Ticks, gutter};
use super::canvas::Canvas;
use super::colour;
use super::layout::{Anchor, Area, LARGE, Type};
use crate::error::Error;
use crate::registry::Row;
use crate::stats::front::Front;
use crate::words::number::{self, many, percent};

pub(super) const ROW: Row<DrawFront> = Row {
    name: "convergence",
    says: "How much the front of each generation dominates, over the designs that were tried.",
    knobs: &[],
    make: draw,
};

fn draw(front: &Front, canvas: &mut Canvas) -> Result<(), Error> {
    let points: Vec<(f64, f64)> = front.generations.iter().map(|g| (g.designs as f64, g.volume)).collect();
    let (Some(first), Some(last)) = (front.generations.first(), front.generations.last()) else { return Ok(()) };
    if points.len() < 2 || last.volume <= 0.0 || last.designs <= first.designs {
        return Ok(());
    }
    let facts =
        format!("seed {} · {} · {} people", front.seed, many(front.runs, "run"), number::figure(front.people as f64));
    let subtitle = "Share of the space between the best and the worst of all fronts that a generation’s front dominates (hypervolume), after so many designs";
    let area = canvas.framed(&front.scenario, &facts, &front.convergence(), subtitle);
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
    for tick in Ticks::around(0.0, last.designs as f64).0.into_iter().filter(|t| *t <= last.designs as f64) {
        let (x, _) = plot.at(tick, 0.0);
        canvas.rule((x, place.bottom), (x, place.bottom + 8.0), 1.5, colour::AXIS, "");
        canvas.write(&number::figure(tick), x, place.bottom + 36.0, note.anchored(Anchor::Middle));
    }
    canvas.write("designs tried", place.right, place.bottom + 68.0, note.anchored(Anchor::End));
    let tone = colour::DESIGNS[0];
    plot.line(canvas, &points, tone, 5.0, "")?;
    for point in &points {
        plot.dot(canvas, *point, 6.0, tone)?;
    }
    let (x, y) = plot.at(last.designs as f64, last.volume);
    let head = Type::VALUE.sized(LARGE).coloured(tone);
    let said = [
        percent(last.volume),
        format!("after {}", many(front.generations.len() - 1, "generation")),
        format!("and {}", many(last.designs, "design")),
    ];
    if narrow {
        canvas.write(&said[0], x, y + 50.0, head.anchored(Anchor::End));
        return Ok(());
    }
    let left = area.right - column;
    canvas.rule((x + 14.0, y), (left - 8.0, y), 1.5, colour::GRID, "");
    canvas.write(&said[0], left, y + 10.0, head);
    canvas.write(&said[1], left, y + 42.0, note);
    canvas.write(&said[2], left, y + 70.0, note);
    Ok(())
}
