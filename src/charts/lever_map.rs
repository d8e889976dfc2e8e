//! Map of two levers: how far may we push?
//!
//! Always: an infeasible place is hatched and has no colour. If the runs cannot distinguish any two places, all have one colour. The
//! contour is the target, and the ring marks the values of the scenario. A place shows its number if there is room for it, and no line
//! crosses the number.

use super::draw::canvas::Canvas;
use super::draw::colour::{self, Colour};
use super::draw::layout::{Anchor, Area, Type};
use super::draw::svg::px;
use super::{Chart, Reads};
use crate::say;
use crate::stats::lever_map::{Map, Side};
use crate::stats::sweep_points::Origin;
use crate::words::number::{self, percent};

pub(super) const ROW: Chart = Chart { name: "map", reads: Reads::Map(draw) };

const TONE: Colour = colour::DESIGNS[0];

/// Draws the map.
fn draw(map: &Map, origin: &Origin, canvas: &mut Canvas) {
    let (low, most) = map.ends();
    let write = |x: f64| number::apart(&origin.unit, &origin.currency, most - low, x);
    let subtitle =
        say!("chart-map-subtitle", metric = &origin.headline, design = &map.design, runs = origin.replicates);
    let area = canvas.frame_points(origin, &title(map, &write), &subtitle);
    let (columns, rows) = (map.sides[0].values.len(), map.sides[1].values.len());
    if columns == 0 || rows == 0 {
        return;
    }
    let note = Type::NOTE.sized(22.0);
    let left = map.sides[1].values.iter().map(|text| note.width(text)).fold(0.0, f64::max).min(260.0);
    let column = if canvas.is_narrow() { 0.0 } else { 400.0 };
    let place = Area {
        left: area.left + left + 20.0,
        top: area.top + 34.0,
        right: area.right - column,
        bottom: area.bottom - 60.0,
    };
    let (wide, high) = (place.width() / columns as f64, place.height() / rows as f64);
    let cell = |x: usize, y: usize| {
        let (left, bottom) = (place.left + wide * x as f64, place.bottom - high * y as f64);
        Area { left, right: left + wide, top: bottom - high, bottom }
    };
    let flat = map.is_flat() || most <= low;
    let strength = |x: f64| if flat { 0.2 } else { 0.08 + 0.77 * (x - low) / (most - low) };
    let ring = own_step(&map.sides[0])
        .zip(own_step(&map.sides[1]))
        .map(|(x, y)| (place.left + wide * (x + 0.5), place.bottom - high * (y + 0.5)));
    let mut numbers: Vec<(String, Area, Colour, Type)> = Vec::new();
    for spot in &map.places {
        let box_ = cell(spot.x, spot.y);
        let inner =
            Area { left: box_.left + 1.0, right: box_.right - 1.0, top: box_.top + 1.0, bottom: box_.bottom - 1.0 };
        let Some(level) = spot.level.filter(|_| spot.infeasible.is_none()) else {
            canvas.block(inner, 0.0, colour::PAPER, 1.0);
            hatch(canvas, inner);
            continue;
        };
        let share = strength(level);
        canvas.block(inner, 0.0, TONE.tint(share), 1.0);
        if spot.alike && !flat {
            frame(canvas, inner);
        }
        let ink = if share > 0.55 { colour::WHITE } else { colour::INK };
        let style = Type::NOTE.sized(22.0).coloured(ink).anchored(Anchor::Middle);
        let text = write(level);
        if style.width(&text) < wide - 16.0 && high > 40.0 {
            let (middle, half) = (f64::midpoint(box_.left, box_.right), style.width(&text) / 2.0 + 6.0);
            // Below the middle, which is left to the ring and the contour; above it if the ring would touch the number there.
            let meets = |base: f64| {
                ring.is_some_and(|(x, y)| {
                    (x - middle).abs() < half + 16.0 && y + 16.0 > base - 24.0 && y - 16.0 < base + 8.0
                })
            };
            let base = if meets(box_.bottom - 14.0) { box_.top + 30.0 } else { box_.bottom - 14.0 };
            let around = Area { left: middle - half, right: middle + half, top: base - 22.0, bottom: base + 8.0 };
            numbers.push((text, around, TONE.tint(share), style));
        }
    }
    contour(map, canvas, &|x, y| (place.left + wide * (x + 0.5), place.bottom - high * (y + 0.5)));
    if let Some(at) = ring {
        for (radius, tone) in [(15.0, colour::WHITE), (12.0, colour::INK), (6.0, colour::WHITE)] {
            let a = Area { left: at.0 - radius, right: at.0 + radius, top: at.1 - radius, bottom: at.1 + radius };
            canvas.block(a, radius, tone, 1.0);
        }
    }
    // Numbers are drawn last, each on its own background, so that the contour does not cross them.
    for (text, around, ground, style) in numbers {
        canvas.block(around, 4.0, ground, 1.0);
        canvas.write(&text, f64::midpoint(around.left, around.right), around.bottom - 8.0, style);
    }
    axes(map, canvas, place, (wide, high));
    if column > 0.0 {
        legend(map, canvas, Area { left: place.right + 48.0, top: place.top, ..area }, (low, most), &write);
    }
}

fn axes(map: &Map, canvas: &mut Canvas, place: Area, (wide, high): (f64, f64)) {
    let note = Type::NOTE.sized(22.0);
    let [a, b] = &map.sides;
    let widest = a.values.iter().map(|text| note.width(text)).fold(0.0, f64::max);
    let every = ((widest + 16.0) / wide).ceil().max(1.0) as usize;
    for (k, text) in a.values.iter().enumerate().filter(|(k, _)| k % every == 0) {
        let style = note.anchored(Anchor::Middle);
        canvas.write(
            &style.shorten(text, wide * every as f64 - 8.0),
            place.left + wide * (k as f64 + 0.5),
            place.bottom + 34.0,
            style,
        );
    }
    let every = (30.0 / high).ceil().max(1.0) as usize;
    for (k, text) in b.values.iter().enumerate().filter(|(k, _)| k % every == 0) {
        let y = place.bottom - high * (k as f64 + 0.5) + 8.0;
        canvas.write(&note.shorten(text, 260.0), place.left - 16.0, y, note.anchored(Anchor::End));
    }
    let name = note.coloured(colour::INK);
    for (text, y) in [(format!("{} →", a.says), place.bottom + 72.0), (format!("↑ {}", b.says), place.top - 14.0)] {
        let (name, lines) = name.fitting(&text, place.width(), 1);
        canvas.write(&lines.concat(), place.left, y, name);
    }
}

fn legend(map: &Map, canvas: &mut Canvas, place: Area, (low, most): (f64, f64), write: &dyn Fn(f64) -> String) {
    let note = Type::NOTE.sized(22.0);
    let mut y = place.top + 24.0;
    let flat = map.is_flat() || most <= low;
    if low.is_finite() && !flat {
        let bar = Area { left: place.left, right: place.left + 220.0, top: y - 22.0, bottom: y };
        let step = bar.width() / 12.0;
        for k in 0..12 {
            let left = bar.left + step * f64::from(k);
            canvas.block(
                Area { left, right: left + step + 0.5, ..bar },
                0.0,
                TONE.tint(0.08 + 0.77 * f64::from(k) / 11.0),
                1.0,
            );
        }
        y += 28.0;
        canvas.write(&write(low), bar.left, y, note);
        canvas.write(&write(most), bar.right, y, note.anchored(Anchor::End));
        y += 64.0;
    }
    let mark = |y: f64| Area { left: place.left, right: place.left + 44.0, top: y - 24.0, bottom: y + 6.0 };
    let line = |canvas: &mut Canvas, y: &mut f64, text: &str| {
        for part in note.wrap(text, place.right - place.left - 64.0, 3) {
            canvas.write(&part, place.left + 64.0, *y, note.coloured(colour::INK));
            *y += 28.0;
        }
        *y += 26.0;
    };
    let at = mark(y);
    canvas.rule((at.left, y - 8.0), (at.right, y - 8.0), 9.0, colour::WHITE, "");
    canvas.rule((at.left, y - 8.0), (at.right, y - 8.0), 5.0, colour::INK, "");
    let target =
        say!("chart-map-contour", level = write(map.target), kind = if map.given { "target" } else { "scenario" });
    line(canvas, &mut y, &target);
    let at = mark(y);
    let dot = (at.left + 22.0, y - 8.0);
    for (radius, tone) in [(12.0, colour::INK), (6.0, colour::WHITE)] {
        let a = Area { left: dot.0 - radius, right: dot.0 + radius, top: dot.1 - radius, bottom: dot.1 + radius };
        canvas.block(a, radius, tone, 1.0);
    }
    line(canvas, &mut y, &say!("chart-map-scenario"));
    if map.places.iter().any(|p| p.alike) && !flat {
        frame(canvas, mark(y));
        line(canvas, &mut y, &say!("chart-map-like-best"));
    }
    if flat {
        line(canvas, &mut y, &say!("chart-map-flat"));
    }
    let reasons: Vec<String> = map.reasons().iter().map(|(why, places)| format!("{why} ({places})")).collect();
    if !reasons.is_empty() {
        let at = mark(y);
        canvas.block(at, 0.0, colour::PAPER, 1.0);
        hatch(canvas, at);
        line(canvas, &mut y, &reasons.join(", "));
    }
    let (reached, feasible) = map.reached();
    y += 8.0;
    let reaching =
        say!("chart-map-reaching", reached = number::figure(reached as f64), feasible = feasible.to_string());
    for text in note.wrap(&reaching, place.right - place.left, 3) {
        canvas.write(&text, place.left, y, note);
        y += 28.0;
    }
}

/// A line along the inside of a box.
fn frame(canvas: &mut Canvas, area: Area) {
    let (left, right, top, bottom) = (area.left + 3.0, area.right - 3.0, area.top + 3.0, area.bottom - 3.0);
    for (from, to) in [
        ((left, top), (right, top)),
        ((right, top), (right, bottom)),
        ((right, bottom), (left, bottom)),
        ((left, bottom), (left, top)),
    ] {
        canvas.rule(from, to, 2.0, colour::INK, "3 5");
    }
}

/// Grey slanting lines in a box.
fn hatch(canvas: &mut Canvas, area: Area) {
    let (w, h) = (area.width(), area.height());
    let mut at = 12.0;
    while at < w + h {
        // The line x + y = at inside the box.
        let from = (at.min(w), (at - w).max(0.0));
        let to = ((at - h).max(0.0), at.min(h));
        let put = |p: (f64, f64)| (area.left + p.0, area.top + p.1);
        canvas.rule(put(from), put(to), 2.0, colour::AXIS, "");
        at += 18.0;
    }
}

/// The position of the scenario's value along a side, in steps; `None` if it is outside.
fn own_step(side: &Side) -> Option<f64> {
    let value = side.own?;
    let k = side.numbers.windows(2).position(|pair| (pair[0]..=pair[1]).contains(&value));
    match k {
        Some(k) => Some(k as f64 + (value - side.numbers[k]) / (side.numbers[k + 1] - side.numbers[k])),
        None => side.numbers.iter().position(|x| *x == value).map(|k| k as f64),
    }
}

/// The line on which the level is the target, between the middles of feasible places.
fn contour(map: &Map, canvas: &mut Canvas, at: &dyn Fn(f64, f64) -> (f64, f64)) {
    let (columns, rows) = (map.sides[0].values.len(), map.sides[1].values.len());
    let level = |x: usize, y: usize| map.at(x, y).level.filter(|_| map.at(x, y).infeasible.is_none());
    let mut path = String::new();
    for y in 0..rows.saturating_sub(1) {
        for x in 0..columns.saturating_sub(1) {
            let corners = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)];
            let Some(values) = corners.iter().map(|(x, y)| level(*x, *y)).collect::<Option<Vec<f64>>>() else {
                continue;
            };
            // The points at which the line crosses the sides of the square.
            let crossed: Vec<(f64, f64)> = (0..4)
                .filter_map(|k| {
                    let (a, b) = (values[k] - map.target, values[(k + 1) % 4] - map.target);
                    if (a < 0.0) == (b < 0.0) {
                        return None;
                    }
                    let t = a / (a - b);
                    let (p, q) = (corners[k], corners[(k + 1) % 4]);
                    let mix = |p: usize, q: usize| p as f64 + t * (q as f64 - p as f64);
                    Some(at(mix(p.0, q.0), mix(p.1, q.1)))
                })
                .collect();
            // A saddle has four crossings: two lines.
            for pair in crossed.chunks_exact(2) {
                path += &format!("M{},{} L{},{} ", px(pair[0].0), px(pair[0].1), px(pair[1].0), px(pair[1].1));
            }
        }
    }
    if !path.is_empty() {
        canvas.stroke(path.trim_end(), colour::WHITE, 9.0);
        canvas.stroke(path.trim_end(), colour::INK, 5.0);
    }
}

/// The title: the best place and its level, as far as the runs can tell; `write` writes a level.
pub fn title(map: &Map, write: &dyn Fn(f64) -> String) -> String {
    let [a, b] = &map.sides;
    let Some((best, level)) = map.best().and_then(|best| Some((best, best.level?))) else {
        return say!("chart-map-nothing-feasible", first = &a.says, second = &b.says);
    };
    let most = write(level);
    let level = match best.gain {
        Some(gain) => say!("chart-map-level-and-gain", level = write(level), gain = number::signed(gain, percent)),
        None => most.clone(),
    };
    let (reached, feasible) = map.reached();
    let (low, high) = map.ends();
    let places = [best_values(map, 0), best_values(map, 1)];
    let place = match map.lever {
        _ if map.is_flat() => say!("chart-map-anywhere"),
        [true, false] => say!("chart-map-at", lever = &a.says, value = &places[0]),
        [false, true] => say!("chart-map-at", lever = &b.says, value = &places[1]),
        _ => say!("chart-map-at-both", first = &a.says, value = &places[0], second = &b.says, other = &places[1]),
    };
    if map.given && reached == 0 {
        return say!("chart-map-none-reaches", target = write(map.target), level = most, place = place);
    }
    if map.given {
        return say!(
            "chart-map-some-reach",
            reached = reached.to_string(),
            feasible = feasible.to_string(),
            target = write(map.target),
            level = level,
            place = place
        );
    }
    if map.is_flat() {
        let range = number::range(&write(low), &write(high));
        return say!("chart-map-neither-moves", first = &a.says, second = &b.says, design = &map.design, range = range);
    }
    let idle = match map.lever {
        [true, false] => say!("chart-map-idle", lever = &b.says),
        [false, true] => say!("chart-map-idle", lever = &a.says),
        _ => String::new(),
    };
    say!("chart-map-best", design = &map.design, place = place, level = level) + &idle
}

/// The values of a lever at the places that the runs cannot distinguish from the best: "20 points", "7 to 20 points", "completion or
/// engagement".
fn best_values(map: &Map, side: usize) -> String {
    let lever = &map.sides[side];
    let mut at: Vec<usize> = map.places.iter().filter(|p| p.alike).map(|p| if side == 0 { p.x } else { p.y }).collect();
    at.sort_unstable();
    at.dedup();
    let value = |k: usize| lever.values[k].as_str();
    match (at.first(), at.last()) {
        (Some(first), Some(last)) if first == last => value(*first).to_owned(),
        (Some(first), Some(last)) if !lever.numbers.is_empty() => number::range(value(*first), value(*last)),
        _ => at.into_iter().map(value).collect::<Vec<_>>().join(&say!("chart-map-or")),
    }
}
