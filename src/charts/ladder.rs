//! Ladder flow and path flow: where do people, or organisations, rise, get stuck, or leave?
//!
//! Always: the width of a flow is in proportion to its count, on one scale per ladder, and exits are drawn. Each ladder or path is shown
//! under one design, and the subtitle says how many entered under the others. Without ladder or path the paper stays blank.

use super::draw::canvas::Canvas;
use super::draw::layout::Area;
use super::staircase::{self, Stairs};
use super::{Chart, Reads};
use crate::error::Error;
use crate::findings::chart_titles;
use crate::say;
use crate::stats::{Summary, TierFlow};
use crate::words::number;

pub(super) const ROW: Chart =
    Chart { name: "ladder-flow", reads: Reads::Summary(|summary, canvas| draw(summary, canvas, false)) };

pub(super) const PATHS: Chart =
    Chart { name: "path-flow", reads: Reads::Summary(|summary, canvas| draw(summary, canvas, true)) };

/// The two ladders, or paths, with the most entries, busiest first. Each is shown under the leader if the leader changes anything there;
/// otherwise under the design that differs most from the baseline in the numbers of entries and exits.
fn busiest(summary: &Summary, paths: bool) -> Vec<Stairs<'_>> {
    let tiers = |design: usize, ladder: &str| -> Vec<&TierFlow> {
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
    let leader = chart_titles::leader(summary);
    let chosen = |ladder: &str| -> usize {
        let base = tiers(0, ladder);
        let differs = |design: usize| -> f64 {
            let tier = |(k, tier): (usize, &&TierFlow)| {
                let twin = base.get(k).map_or([0.0; 2], |twin| [twin.entered, twin.exited]);
                (tier.entered - twin[0]).abs() + (tier.exited - twin[1]).abs()
            };
            tiers(design, ladder).iter().enumerate().map(tier).filter(|x| x.is_finite()).sum()
        };
        match leader.filter(|d| *d < count && !tiers(*d, ladder).is_empty() && differs(*d) > 0.0) {
            Some(leader) => leader,
            None => (0..count).rev().max_by(|a, b| differs(*a).total_cmp(&differs(*b))).unwrap_or(0),
        }
    };
    let mut best: Vec<Stairs> = ladders
        .into_iter()
        .map(|ladder| {
            let design = chosen(ladder);
            Stairs { design, ladder, tiers: tiers(design, ladder) }
        })
        .collect();
    best.retain(|s| s.entered() > 0.0);
    best.sort_by(|a, b| b.entered().total_cmp(&a.entered()));
    best.truncate(2);
    best
}

/// The end of the subtitle: how many entered the first tier under the other designs.
fn entered_elsewhere(summary: &Summary, shown: &Stairs) -> String {
    let first = |design: usize| {
        let flows = summary.flows.get(design).map_or(&[][..], Vec::as_slice);
        let flow = flows
            .iter()
            .find(|f| f.ladder == shown.ladder && f.organisations.is_some() == shown.organisations().is_some());
        flow.map(|tier| number::count(tier.entered))
    };
    let others: Vec<usize> = (0..summary.designs.len()).filter(|d| *d != shown.design && first(*d).is_some()).collect();
    let entered = |d: &usize| format!("{} {}", chart_titles::design_name(summary, *d), first(*d).unwrap_or_default());
    match others.as_slice() {
        [] => String::new(),
        all if all.iter().all(|d| first(*d) == first(shown.design)) => {
            say!("chart-ladder-same-elsewhere")
        }
        few if few.len() <= 2 => {
            say!("chart-ladder-elsewhere", designs = few.iter().map(entered).collect::<Vec<_>>().join(", "))
        }
        [one, rest @ ..] => {
            say!("chart-ladder-elsewhere-more", design = entered(one), more = rest.len().to_string())
        }
    }
}

fn draw(summary: &Summary, canvas: &mut Canvas, paths: bool) -> Result<(), Error> {
    let ladders = busiest(summary, paths);
    let Some(first) = ladders.first() else { return Ok(()) };
    let (Some(tier), Some(&end)) = (first.tiers.first(), summary.dates.last()) else { return Ok(()) };
    let subtitle = say!(
        "chart-ladder-subtitle",
        kind = first.kind(),
        from = number::month(tier.since),
        to = number::month(end),
        runs = summary.replicates
    ) + &entered_elsewhere(summary, first);
    let area = canvas.frame(summary, &title(summary, first), &subtitle);
    for (stairs, place) in ladders.iter().zip(area.parts(1, ladders.len(), 0.0, 24.0)) {
        staircase::draw(canvas, summary, stairs, Area { bottom: place.bottom + 30.0, ..place }, ladders.len() == 1);
    }
    Ok(())
}

fn title(summary: &Summary, stairs: &Stairs) -> String {
    let design = chart_titles::design_name(summary, stairs.design);
    let left: f64 = stairs.tiers.iter().map(|t| t.exited).sum();
    let kind = stairs.kind();
    match stairs.tiers.as_slice() {
        [] => String::new(),
        [only] => say!(
            "chart-ladder-one-tier",
            design = design,
            entered = number::count(only.entered),
            kind = kind,
            tier = chart_titles::capitalised(&only.title),
            left = number::count(only.exited)
        ),
        [first, .., top] => say!(
            "chart-ladder-tiers",
            design = design,
            entered = number::count(first.entered),
            kind = kind,
            first = chart_titles::capitalised(&first.title),
            risen = number::count(top.entered),
            top = chart_titles::capitalised(&top.title),
            left = number::count(left)
        ),
    }
}
