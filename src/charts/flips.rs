//! Conditions of a flip: when does a design fail?
//!
//! Always: a box has one to three conditions in words, each with the part of its range, and its coverage and density; the result of the
//! tree is shown beside them. If no condition separates cases from other points, the chart shows for each factor where both lie.

use super::draw::canvas::Canvas;
use super::draw::colour::{self, Colour};
use super::draw::layout::{Anchor, Area, Type};
use super::{Chart, Reads};
use crate::say;
use crate::stats::flips::{Case, Condition, Flips, Found, cases};
use crate::stats::sweep_points::{Axis, Origin, Points, Values};
use crate::words::number::percent;

pub(super) const ROW: Chart = Chart { name: "flips", reads: Reads::Flips(draw) };

/// Draws the boxes that were found for a case.
fn draw(flips: &Flips, case: Case, points: &Points, canvas: &mut Canvas) {
    let origin: &Origin = &points.origin;
    let title = flips.says();
    let each = flips.each;
    let cases = say!(
        "chart-flips-cases",
        metric = &origin.headline,
        cases = flips.cases.to_string(),
        points = flips.points,
        each = each
    );
    let levers = if each == "point" { say!("chart-flips-levers") } else { String::new() };
    if flips.boxes.is_empty() {
        let subtitle = say!("chart-flips-scattered", cases = cases) + &levers;
        let area = canvas.frame_points(origin, &title, &subtitle);
        return draw_scattered(canvas, case, points, area);
    }
    let subtitle = say!("chart-flips-subtitle", cases = cases, each = each) + &levers;
    let area = canvas.frame_points(origin, &title, &subtitle);
    let narrow = canvas.is_narrow();
    let checks = if narrow || flips.tree.len() < 2 { 0.0 } else { 460.0 };
    let place = Area { right: area.right - checks - if checks > 0.0 { 56.0 } else { 0.0 }, ..area };
    let rows: usize = flips.boxes.iter().map(|found| found.conditions.len() + 1).sum();
    let high = (area.height() / rows.max(1) as f64).min(118.0);
    let mut top = area.top;
    for (k, found) in flips.boxes.iter().enumerate() {
        top = draw_box(canvas, found, k, points, Area { top, ..place }, high);
    }
    if checks > 0.0 {
        draw_tree(canvas, flips, Area { left: area.right - checks, ..area });
    }
}

/// One box: its two numbers, then its conditions; returns where the next one begins.
fn draw_box(canvas: &mut Canvas, found: &Found, k: usize, points: &Points, place: Area, high: f64) -> f64 {
    let tone = colour::DESIGNS[if k == 0 { 0 } else { 3 }];
    let head = Type::VALUE.sized(24.0);
    let note = Type::NOTE.sized(22.0);
    let mut y = place.top + 26.0;
    let name = if k == 0 { say!("chart-flips-first-box") } else { say!("chart-flips-next-box") };
    canvas.write(&name, place.left, y, head);
    let wide = (place.width() - 560.0).clamp(120.0, 360.0) / 2.0;
    let mut left = place.right - 2.0 * (wide + 140.0) - 20.0;
    if left > place.left + head.width(&name) + 24.0 {
        let (coverage, density) = (found.fares.coverage, found.fares.density);
        for (text, share) in [
            (say!("chart-flips-coverage", share = percent(coverage)), coverage),
            (say!("chart-flips-density", share = percent(density)), density),
        ] {
            canvas.write(&text, left, y, note);
            let bar = Area { left: left + 172.0, right: left + 172.0 + wide - 40.0, top: y - 18.0, bottom: y };
            canvas.block(bar, 3.0, colour::GRID, 1.0);
            canvas.block(Area { right: bar.left + bar.width() * share, ..bar }, 3.0, tone, 1.0);
            left += wide + 150.0;
        }
    } else {
        y += 30.0;
        canvas.write(&found.fares(), place.left, y, note);
    }
    y += (high - 44.0).max(20.0) * 0.4;
    for condition in &found.conditions {
        let Some(axis) = points.axes.iter().find(|axis| axis.name == condition.factor) else { continue };
        let name = factor_name(&condition.says, &condition.standing);
        let label = Type::NOTE.sized(24.0).coloured(colour::INK);
        y += 34.0;
        let (label, lines) = label.fitting(&name, place.width(), 1);
        canvas.write(&lines.concat(), place.left, y, label);
        draw_strip(canvas, condition, axis, tone, Area { top: y + 14.0, bottom: y + 32.0, ..place });
        y += (high - 34.0).max(58.0);
    }
    y + 14.0
}

/// The name of a factor, with a mark if its value is a guess.
fn factor_name(name: &str, standing: &str) -> String {
    if standing == "guess" { say!("chart-flips-guess", factor = name) } else { name.to_owned() }
}

/// The distance between the means of cases and others; the factor; and for each point its place on the range, 0 to 1, and whether it is a
/// case.
type Scattered<'p> = (f64, &'p Axis, Vec<(f64, bool)>);

/// Draws for each factor where the cases and where the other points lie; factors with the largest distance come first.
fn draw_scattered(canvas: &mut Canvas, case: Case, points: &Points, area: Area) {
    let sound = points.sound();
    let (hit, _) = cases(points, &sound, case);
    let mut factors: Vec<Scattered> = Vec::new();
    for axis in points.axes.iter().filter(|axis| !axis.lever && axis.varies(&sound)) {
        let Values::Numbers(list) = &axis.values else { continue };
        let found: Vec<(f64, bool)> = sound.iter().map(|p| list[*p]).zip(hit.iter().copied()).collect();
        let (low, high) = found.iter().fold((f64::MAX, f64::MIN), |(a, b), (x, _)| (a.min(*x), b.max(*x)));
        let shares: Vec<(f64, bool)> = found.iter().map(|(x, hit)| ((x - low) / (high - low), *hit)).collect();
        let middle = |case: bool| {
            crate::stats::mean(&shares.iter().filter(|(_, hit)| *hit == case).map(|(x, _)| *x).collect::<Vec<_>>())
        };
        factors.push(((middle(true) - middle(false)).abs(), axis, shares));
    }
    factors.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.path.cmp(&b.1.path)));
    factors.truncate(6);
    let high = (area.height() / factors.len().max(1) as f64).min(140.0);
    for (k, (_, axis, shares)) in factors.iter().enumerate() {
        let top = area.top + high * k as f64;
        let label = Type::NOTE.sized(24.0).coloured(colour::INK);
        let name = factor_name(&axis.says, &axis.standing);
        let (label, lines) = label.fitting(&name, area.width(), 1);
        canvas.write(&lines.concat(), area.left, top + 20.0, label);
        let line = top + 56.0;
        canvas.rule((area.left, line), (area.right, line), 2.0, colour::AXIS, "");
        for (share, hit) in shares {
            let x = area.left + share * area.width();
            let (end, tone) = if *hit { (line - 20.0, colour::DESIGNS[1]) } else { (line + 14.0, colour::GREY) };
            canvas.rule((x, line), (x, end), 2.5, tone, "");
        }
        let Values::Numbers(list) = &axis.values else { continue };
        let ends = sound.iter().map(|p| list[*p]).fold((f64::MAX, f64::MIN), |(a, b), x| (a.min(x), b.max(x)));
        canvas.write(&axis.number(ends.0), area.left, line + 38.0, Type::NOTE);
        canvas.write(&axis.number(ends.1), area.right, line + 38.0, Type::NOTE.anchored(Anchor::End));
    }
}

/// The whole range of a factor, the part of it that a condition asks for, and the value of the scenario.
fn draw_strip(canvas: &mut Canvas, condition: &Condition, axis: &Axis, tone: Colour, place: Area) {
    let Values::Numbers(list) = &axis.values else { return };
    let known = || list.iter().copied().filter(|x| x.is_finite());
    let (low, high) = (known().fold(f64::INFINITY, f64::min), known().fold(f64::NEG_INFINITY, f64::max));
    if high <= low {
        return;
    }
    let x = |value: f64| place.left + (value - low) / (high - low) * place.width();
    canvas.block(place, 4.0, colour::GRID, 1.0);
    let part = Area { left: x(condition.low.unwrap_or(low)), right: x(condition.high.unwrap_or(high)), ..place };
    canvas.block(part, 4.0, tone, 1.0);
    if let Some(own) = axis.own.filter(|own| (low..=high).contains(own)) {
        canvas.rule((x(own), place.top - 5.0), (x(own), place.bottom + 5.0), 3.0, colour::INK, "");
    }
    let note = Type::NOTE;
    let y = place.bottom + 22.0;
    canvas.write(&axis.number(low), place.left, y, note);
    canvas.write(&axis.number(high), place.right, y, note.anchored(Anchor::End));
    if let Some(own) = axis.own.filter(|own| (low..=high).contains(own)) {
        let text = say!("chart-flips-scenario", value = axis.number(own));
        let half = note.width(&text) / 2.0;
        let (from, to) = (note.width(&axis.number(low)) + 16.0, note.width(&axis.number(high)) + 16.0);
        let (first, last) = (place.left + from + half, place.right - to - half);
        if first < last {
            canvas.write(&text, x(own).clamp(first, last), y, note.anchored(Anchor::Middle));
        }
    }
}

/// The leaves of the tree, and whether its first split agrees with the boxes.
fn draw_tree(canvas: &mut Canvas, flips: &Flips, place: Area) {
    let head = Type::VALUE.sized(24.0);
    let mut y = place.top + 26.0;
    let heading = match flips.tree_agrees {
        Some(true) => say!("chart-flips-tree-agrees"),
        Some(false) => say!("chart-flips-tree-differs"),
        None => say!("chart-flips-tree"),
    };
    canvas.write(&heading, place.left, y, head);
    y += 14.0;
    let mut leaves: Vec<_> = flips.tree.iter().collect();
    leaves.sort_by(|a, b| {
        let share = |leaf: &crate::stats::flips::Branch| leaf.cases as f64 / leaf.points.max(1) as f64;
        share(b).total_cmp(&share(a)).then(b.cases.cmp(&a.cases))
    });
    for leaf in leaves {
        let lines = Type::NOTE.wrap(&leaf.says, place.width(), 5);
        if y + 34.0 + 26.0 * lines.len() as f64 > place.bottom + 40.0 {
            break;
        }
        y += 32.0;
        let share = percent(leaf.cases as f64 / leaf.points.max(1) as f64);
        let text = say!("chart-flips-leaf", share = share, points = leaf.points, each = flips.each);
        canvas.write(&text, place.left, y, Type::NOTE.sized(22.0).coloured(colour::INK));
        for line in lines {
            y += 26.0;
            canvas.write(&line, place.left, y, Type::NOTE);
        }
        y += 8.0;
    }
}
