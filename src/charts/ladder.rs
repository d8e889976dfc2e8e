//! Ladder flow and path flow: where do people, or organisations, rise, get stuck, or leave?
//!
//! Always: the width of every flow is in proportion to those in it, on one scale per ladder; exits are drawn; each ladder or path is
//! shown under the design that is asked about, and how many entered elsewhere is said. Without one the paper stays blank.

use super::canvas::Canvas;
use super::layout::Area;
use super::staircase::{self, Stairs};
use super::{Draw, colour, finding};
use crate::error::Error;
use crate::registry::Row;
use crate::stats::{Summary, TierFlow};
use crate::words::number;

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

/// The ladders, or the paths, that anybody entered, busiest first, each under the design that is asked about: the leader, where it moves
/// anything there; or else the one that differs most from the baseline, in those who entered and in those who left.
fn busiest(summary: &Summary, paths: bool) -> Vec<Stairs<'_>> {
    let of = |design: usize, ladder: &str| -> Vec<&TierFlow> {
        let flows = summary.flows.get(design).map_or(&[][..], Vec::as_slice);
        flows.iter().filter(|f| f.organisations.is_some() == paths && f.ladder == ladder).collect()
    };
    let count = summary.designs.len().min(summary.flows.len());
    let mut ladders: Vec<&str> = Vec::new();
    for flow in summary.flows[..count].iter().flatten().filter(|f| f.organisations.is_some() == paths) {
        if !ladders.contains(&flow.ladder.as_str()) {
            ladders.push(&flow.ladder);
        }
    }
    let leader = colour::leader(summary);
    let chosen = |ladder: &str| -> usize {
        let base = of(0, ladder);
        let differs = |design: usize| -> f64 {
            let tier = |(k, tier): (usize, &&TierFlow)| {
                let twin = base.get(k).map_or([0.0; 2], |twin| [twin.entered, twin.exited]);
                (tier.entered - twin[0]).abs() + (tier.exited - twin[1]).abs()
            };
            of(design, ladder).iter().enumerate().map(tier).filter(|x| x.is_finite()).sum()
        };
        match leader.filter(|d| *d < count && !of(*d, ladder).is_empty() && differs(*d) > 0.0) {
            Some(leader) => leader,
            None => (0..count).rev().max_by(|a, b| differs(*a).total_cmp(&differs(*b))).unwrap_or(0),
        }
    };
    let mut best: Vec<Stairs> = ladders
        .into_iter()
        .map(|ladder| {
            let design = chosen(ladder);
            Stairs { design, ladder, tiers: of(design, ladder) }
        })
        .collect();
    best.retain(|s| s.entered() > 0.0);
    best.sort_by(|a, b| b.entered().total_cmp(&a.entered()));
    best.truncate(2);
    best
}

/// How many entered the first tier under the other designs: one number where it is one.
fn elsewhere(summary: &Summary, shown: &Stairs) -> String {
    let first = |design: usize| {
        let flows = summary.flows.get(design).map_or(&[][..], Vec::as_slice);
        let own = flows
            .iter()
            .find(|f| f.ladder == shown.ladder && f.organisations.is_some() == shown.organisations().is_some());
        own.map(|tier| number::count(tier.entered))
    };
    let others: Vec<usize> = (0..summary.designs.len()).filter(|d| *d != shown.design && first(*d).is_some()).collect();
    let told = |d: &usize| format!("{} {}", finding::name(summary, *d), first(*d).unwrap_or_default());
    match others.as_slice() {
        [] => String::new(),
        all if all.iter().all(|d| first(*d) == first(shown.design)) => {
            "; as many entered under every other design".to_owned()
        }
        few if few.len() <= 2 => {
            format!("; entered elsewhere: {}", few.iter().map(told).collect::<Vec<_>>().join(", "))
        }
        [one, rest @ ..] => format!("; entered elsewhere: {}, and {} designs more", told(one), rest.len()),
    }
}

fn draw(summary: &Summary, canvas: &mut Canvas, paths: bool) -> Result<(), Error> {
    let ladders = busiest(summary, paths);
    let Some(first) = ladders.first() else { return Ok(()) };
    let (Some(tier), Some(&end)) = (first.tiers.first(), summary.dates.last()) else { return Ok(()) };
    let subtitle = format!(
        "{} from {} to {}, mean of {}; stay: mean time in the tier; percentages: of all who held it{}",
        finding::sentence(first.whom()),
        number::month(tier.since),
        number::month(end),
        number::many(summary.replicates, "run"),
        elsewhere(summary, first)
    );
    let area = canvas.frame(summary, &title(summary, first), &subtitle);
    for (one, place) in ladders.iter().zip(area.parts(1, ladders.len(), 0.0, 24.0)) {
        staircase::climb(canvas, summary, one, Area { bottom: place.bottom + 30.0, ..place }, ladders.len() == 1);
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
