//! Two levers against each other.
//!
//! Invariant: a map has every combination of its levers, or it is refused.

use zaoshi::charts::{Source, draw_all, heatmap};
use zaoshi::error::Error;
use zaoshi::findings;
use zaoshi::stats::lever_map::Map;
use zaoshi::stats::sweep_points::Points;
use zaoshi::sweep::spec::Lever;
use zaoshi::words::number::{self, many};

use super::{Asked, Told, index};
use crate::cli::did_you_mean;
use crate::cli::table_style::RULED;
use crate::cli::table_style::fitted;

/// The most values of a lever that a map shows.
const MOST: usize = 60;

pub(super) fn told(asked: &Asked, points: &Points, levers: &[Lever; 2]) -> Result<Told, Error> {
    let place = |lever: &Lever| {
        let made = lever.name.replace(['.', '_'], "-");
        let found = points.axes.iter().position(|axis| axis.name == lever.name || axis.path == lever.name);
        found.or_else(|| points.axes.iter().position(|axis| axis.name == made)).ok_or_else(|| {
            let near = did_you_mean(&lever.name, points.axes.iter().map(|axis| axis.name.as_str()));
            Error::Asked(format!("the sweep turns nothing called {}{near}", lever.name))
        })
    };
    let found =
        findings::lever_map(points, index(asked, points)?, [place(&levers[0])?, place(&levers[1])?], asked.target);
    if found.sides.iter().any(|side| !(2..=MOST).contains(&side.values.len())) || found.places.len() > points.len() {
        let says = "the points of this sweep are no grid of the two: sweep with `plan.sampling=grid`, or explain the scenario instead";
        return Err(Error::Asked(says.to_owned()));
    }
    let chart = draw_all(Source::Map { map: &found, origin: &points.origin })?.pop();
    Told::of("map", shown(&found, points), &found, found.table(), chart)
}

fn shown(map: &Map, points: &Points) -> String {
    let (low, most) = map.ends();
    let write = |x: f64| number::apart(&points.origin.unit, &points.origin.currency, most - low, x);
    let [a, b] = &map.sides;
    let mut table = fitted(RULED);
    table.set_header(std::iter::once(format!("{} \\ {}", b.says, a.says)).chain(a.values.iter().cloned()));
    for y in (0..b.values.len()).rev() {
        let cell = |x: usize| match (map.at(x, y).level, map.at(x, y).infeasible.as_deref()) {
            (Some(level), None) => write(level),
            (Some(level), Some(_)) => format!("({})", write(level)),
            (None, _) => number::NOTHING.to_owned(),
        };
        table.add_row(std::iter::once(b.values[y].clone()).chain((0..a.values.len()).map(cell)));
    }
    let note = map
        .places
        .iter()
        .find_map(|place| place.infeasible.as_deref())
        .map_or(String::new(), |why| format!("In brackets, or a dash: {why}.\n"));
    let (reached, feasible) = map.reached();
    format!(
        "{}\n{} under {}, mean of {} at each place\n\n{}\n\n{reached} of {feasible} places come to {}.\n{note}",
        heatmap::title(map, &write),
        map.headline,
        map.design,
        many(points.origin.replicates, "paired run"),
        table.trim_fmt(),
        write(map.target)
    )
}
