//! Ladder flow and path flow: where do people, or organisations, rise, get stuck, or leave?
//!
//! Always: the width of every flow is in proportion to those in it, on one scale per ladder; exits are drawn; each ladder or path is
//! shown under the design in which most entered it. Without one the paper stays blank.

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
    make: |summary, canvas| draw(summary, canvas, false),
};

pub(super) const PATHS: Row<Draw> = Row {
    name: "path-flow",
    says: "Each path of organisations as a staircase: how many come onto each tier, rise, step down and leave.",
    knobs: &[],
    make: |summary, canvas| draw(summary, canvas, true),
};

/// The ladders, or the paths, that anybody entered, each under its busiest design, busiest first.
fn busiest(summary: &Summary, paths: bool) -> Vec<Stairs<'_>> {
    let mut best: Vec<Stairs> = Vec::new();
    for (design, flows) in summary.flows.iter().enumerate().take(summary.designs.len()) {
        let of_sort = || flows.iter().filter(|f| f.organisations.is_some() == paths);
        let mut names: Vec<&str> = of_sort().map(|f| f.ladder.as_str()).collect();
        names.dedup();
        for ladder in names {
            let tiers = of_sort().filter(|f| f.ladder == ladder).collect();
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

fn draw(summary: &Summary, canvas: &mut Canvas, paths: bool) -> Result<(), Error> {
    let ladders = busiest(summary, paths);
    let Some(first) = ladders.first() else { return Ok(()) };
    let (Some(tier), Some(&end)) = (first.tiers.first(), summary.dates.last()) else { return Ok(()) };
    let subtitle = format!(
        "{} from {} to {}, mean of {}; stay: mean time in the tier; percentages: of all who held it",
        finding::sentence(first.whom()),
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
    let (people, whom) = (|x: f64| number::count(x), stairs.whom());
    match stairs.tiers.as_slice() {
        [] => String::new(),
        [only] => format!(
            "Under {design}, {} {whom} reached {}; {} left again",
            people(only.entered),
            finding::sentence(&only.title),
            people(only.exited)
        ),
        [first, .., top] => format!(
            "Under {design}, {} {whom} reached {} and {} reached {}; {} left the {}",
            people(first.entered),
            finding::sentence(&first.title),
            people(top.entered),
            finding::sentence(&top.title),
            people(left),
            stairs.what()
        ),
    }
}
