//! The map: the headline over two levers.
//!
//! Invariant: a sweep without every combination of the two levers is refused.

use crate::charts::{Source, draw_all, lever_map};
use crate::error::Error;
use crate::findings;
use crate::say;
use crate::stats::lever_map::Map;
use crate::stats::sweep_points::Points;
use crate::sweep::spec::Lever;
use crate::words::number;

use super::{Answer, Args, fonts, index};
use crate::cli::did_you_mean;
use crate::cli::table_style::ruled;

/// The most values of a lever that a map shows.
const MOST: usize = 60;

pub(super) fn answer(args: &Args, points: &Points, levers: &[Lever; 2]) -> Result<Answer, Error> {
    let place = |lever: &Lever| {
        // A lever that was given as a path has this name in the sweep.
        let made = lever.name.replace(['.', '_'], "-");
        let found = points.axes.iter().position(|axis| axis.name == lever.name || axis.path == lever.name);
        found.or_else(|| points.axes.iter().position(|axis| axis.name == made)).ok_or_else(|| {
            let near = did_you_mean(&lever.name, points.axes.iter().map(|axis| axis.name.as_str()));
            Error::Argument(say!("map-no-such-lever", name = &lever.name, near = near))
        })
    };
    let found =
        findings::lever_map(points, index(args, points)?, [place(&levers[0])?, place(&levers[1])?], args.target);
    if found.sides.iter().any(|side| !(2..=MOST).contains(&side.values.len())) || found.places.len() > points.len() {
        return Err(Error::Argument(say!("map-no-grid")));
    }
    let chart = draw_all(Source::Map { map: &found, origin: &points.origin }, &fonts(args)?)?.pop();
    Answer::new("map", text(&found, points), &found, found.table(), chart)
}

/// The table, as the terminal shows it: a column for each value of the first lever, a row for each of the second.
fn text(map: &Map, points: &Points) -> String {
    let (low, most) = map.ends();
    let write = |x: f64| number::apart(&points.origin.unit, &points.origin.currency, most - low, x);
    let [a, b] = &map.sides;
    let corner = format!("{} \\ {}", b.says, a.says);
    let mut table = ruled(std::iter::once(corner).chain(a.values.iter().cloned()).collect());
    for y in (0..b.values.len()).rev() {
        let cell = |x: usize| match (map.at(x, y).level, map.at(x, y).infeasible.as_deref()) {
            (Some(level), None) => write(level),
            (Some(level), Some(_)) => format!("({})", write(level)),
            (None, _) => number::NOTHING.to_owned(),
        };
        table.add_row(std::iter::once(b.values[y].clone()).chain((0..a.values.len()).map(cell)));
    }
    let reasons: Vec<String> = map.reasons().iter().map(|(why, places)| format!("{why} ({places})")).collect();
    let why = reasons.join(", ");
    let note = if reasons.is_empty() { String::new() } else { say!("map-infeasible", why = why) + "\n" };
    let (reached, feasible) = map.reached();
    let what = say!("map-mean", headline = &map.headline, design = &map.design, runs = points.origin.replicates);
    let reached =
        say!("map-reached", reached = reached.to_string(), feasible = feasible.to_string(), target = write(map.target));
    format!("{}\n{what}\n\n{}\n\n{reached}\n{note}", lever_map::title(map, &write), table.trim_fmt())
}
