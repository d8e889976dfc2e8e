//! Ladder flow: where do people rise, get stuck, or leave?
//!
//! Always: the width of every flow is in proportion to the people in it, on one scale per ladder; exits are drawn; each
//! ladder is shown under the design in which most people entered it. Without a ladder the paper stays blank.

use super::canvas::Canvas;
use super::layout::Area;
use super::stairs::{self, Stairs};
use super::{Draw, finding};
use crate::error::Error;
use crate::shelf::Row;
use crate::stats::{Summary, number};

pub(super) const ROW: Row<Draw> = Row {
    name: "ladder-flow",
    says: "Each ladder as a staircase: who enters, rises, steps down and leaves, and how long they stay.",
    knobs: &[],
    make: draw,
};

/// The ladders that anybody entered, each under its busiest design, busiest first.
fn busiest(summary: &Summary) -> Vec<Stairs<'_>> {
    let mut best: Vec<Stairs> = Vec::new();
    for (design, flows) in summary.flows.iter().enumerate().take(summary.designs.len()) {
        let mut names: Vec<&str> = flows.iter().map(|f| f.ladder.as_str()).collect();
        names.dedup();
        for ladder in names {
            let tiers = flows.iter().filter(|f| f.ladder == ladder).collect();
            let one = Stairs { design, ladder, tiers };
            match best.iter_mut().find(|b| b.ladder == ladder) {
                Some(old) if one.entered() > old.entered() => *old = one,
                Some(_) => {}
                None => best.push(one),
            }
        }
    }
    best.retain(|s| s.entered() > 0.0);
    best.sort_by(|a, b| b.entered().total_cmp(&a.entered()));
    best.truncate(2);
    best
}

fn draw(summary: &Summary, canvas: &mut Canvas) -> Result<(), Error> {
    let ladders = busiest(summary);
    let Some(first) = ladders.first() else { return Ok(()) };
    let (Some(tier), Some(&end)) = (first.tiers.first(), summary.dates.last()) else { return Ok(()) };
    let subtitle = format!(
        "People from {} to {}, mean of {}; stay: mean time in the tier; percentages: of all who held it",
        number::month(tier.since),
        number::month(end),
        number::many(summary.replicates, "run")
    );
    let area = canvas.frame(summary, &title(summary, first), &subtitle);
    for (one, place) in ladders.iter().zip(area.parts(1, ladders.len(), 0.0, 24.0)) {
        stairs::climb(canvas, summary, one, Area { bottom: place.bottom + 30.0, ..place }, ladders.len() == 1);
    }
    Ok(())
}

fn title(summary: &Summary, stairs: &Stairs) -> String {
    let design = finding::name(summary, stairs.design);
    let left: f64 = stairs.tiers.iter().map(|t| t.exited).sum();
    let people = |x: f64| number::count(x);
    match stairs.tiers.as_slice() {
        [] => String::new(),
        [only] => format!(
            "Under {design}, {} people reached {}; {} left again",
            people(only.entered),
            only.title,
            people(only.exited)
        ),
        [first, .., top] => format!(
            "Under {design}, {} people reached {} and {} reached {}; {} left the ladder",
            people(first.entered),
            first.title,
            people(top.entered),
            top.title,
            people(left)
        ),
    }
}
