//! Two-lever heatmap: how far may we push?
//!
//! Always: a place that cannot be is hatched and has no colour; the contour is the target, the ring is where the scenario stands; each place
//! says its number where there is room.

use super::canvas::Canvas;
use super::colour::{self, Colour};
use super::layout::{Anchor, Area, Type};
use super::svg::px;
use crate::stats::map::{Map, Side};
use crate::stats::number::{self, percent};
use crate::stats::points::Origin;

const TONE: Colour = colour::DESIGNS[0];

/// Draws the map.
pub fn draw(map: &Map, origin: &Origin, canvas: &mut Canvas) {
    let write = |x: f64| number::value(&origin.unit, &origin.currency, x);
    let subtitle = format!("{} under {}: mean over paired runs", origin.headline, map.design);
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
    let known = || map.places.iter().filter(|p| p.infeasible.is_none()).filter_map(|p| p.level);
    let (low, most) = known().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(x), b.max(x)));
    let strength = |x: f64| if most > low { 0.08 + 0.77 * (x - low) / (most - low) } else { 0.4 };
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
        let ink = if share > 0.55 { colour::WHITE } else { colour::INK };
        let look = Type::NOTE.sized(22.0).coloured(ink).anchored(Anchor::Middle);
        if look.width(&write(level)) < wide - 12.0 && high > 40.0 {
            // Beside the middle, where the ring and the contour go.
            canvas.write(&write(level), f64::midpoint(box_.left, box_.right), box_.bottom - 12.0, look);
        }
    }
    contour(map, canvas, &|x, y| (place.left + wide * (x + 0.5), place.bottom - high * (y + 0.5)));
    if let Some((x, y)) = own(&map.sides[0]).zip(own(&map.sides[1])) {
        let at = (place.left + wide * (x + 0.5), place.bottom - high * (y + 0.5));
        for (radius, tone) in [(15.0, colour::WHITE), (12.0, colour::INK), (6.0, colour::WHITE)] {
            let a = Area { left: at.0 - radius, right: at.0 + radius, top: at.1 - radius, bottom: at.1 + radius };
            canvas.block(a, radius, tone, 1.0);
        }
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
        let look = note.anchored(Anchor::Middle);
        canvas.write(
            &look.shorten(text, wide * every as f64 - 8.0),
            place.left + wide * (k as f64 + 0.5),
            place.bottom + 34.0,
            look,
        );
    }
    let every = (30.0 / high).ceil().max(1.0) as usize;
    for (k, text) in b.values.iter().enumerate().filter(|(k, _)| k % every == 0) {
        let y = place.bottom - high * (k as f64 + 0.5) + 8.0;
        canvas.write(&note.shorten(text, 260.0), place.left - 16.0, y, note.anchored(Anchor::End));
    }
    let name = note.coloured(colour::INK);
    canvas.write(&name.shorten(&format!("{} →", a.says), place.width()), place.left, place.bottom + 72.0, name);
    canvas.write(&name.shorten(&format!("↑ {}", b.says), place.width()), place.left, place.top - 14.0, name);
}

fn legend(map: &Map, canvas: &mut Canvas, place: Area, (low, most): (f64, f64), write: &dyn Fn(f64) -> String) {
    let note = Type::NOTE.sized(22.0);
    let mut y = place.top + 24.0;
    if low.is_finite() {
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
    let target = if map.given { "target" } else { "as much as the scenario's own values give" };
    line(canvas, &mut y, &format!("{}: {target}", write(map.target)));
    let at = mark(y);
    let dot = (at.left + 22.0, y - 8.0);
    for (radius, tone) in [(12.0, colour::INK), (6.0, colour::WHITE)] {
        let a = Area { left: dot.0 - radius, right: dot.0 + radius, top: dot.1 - radius, bottom: dot.1 + radius };
        canvas.block(a, radius, tone, 1.0);
    }
    line(canvas, &mut y, "where the scenario stands");
    if let Some(spot) = map.places.iter().find_map(|p| p.infeasible) {
        let at = mark(y);
        canvas.block(at, 0.0, colour::PAPER, 1.0);
        hatch(canvas, at);
        line(canvas, &mut y, spot);
    }
    let (reached, feasible) = map.reached();
    y += 8.0;
    for text in note.wrap(
        &format!("{} of {feasible} places reach it", number::figure(reached as f64)),
        place.right - place.left,
        3,
    ) {
        canvas.write(&text, place.left, y, note);
        y += 28.0;
    }
}

/// Grey lines from corner to corner of a box.
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

/// Where along a side the scenario's own value stands, in steps; nothing outside it.
fn own(side: &Side) -> Option<f64> {
    let own = side.own?;
    let k = side.numbers.windows(2).position(|pair| (pair[0]..=pair[1]).contains(&own));
    match k {
        Some(k) => Some(k as f64 + (own - side.numbers[k]) / (side.numbers[k + 1] - side.numbers[k])),
        None => side.numbers.iter().position(|x| *x == own).map(|k| k as f64),
    }
}

/// The line on which the level is the target, between the middles of places that can be.
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
            // Where each side of the square is crossed.
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

/// How far one may push.
pub fn title(map: &Map, write: &dyn Fn(f64) -> String) -> String {
    let Some((best, level)) = map.best().and_then(|best| Some((best, best.level?))) else {
        return format!("No combination of {} and {} can be", map.sides[0].says, map.sides[1].says);
    };
    let [a, b] = &map.sides;
    let place = format!("{} {} and {} {}", a.says, a.values[best.x], b.says, b.values[best.y]);
    let gain =
        best.gain.map_or(String::new(), |gain| format!(" ({} over the baseline)", number::signed(gain, percent)));
    let (reached, feasible) = map.reached();
    if map.given && reached == 0 {
        return format!("No combination reaches {}: the best is {} at {place}", write(map.target), write(level));
    }
    if map.given {
        return format!(
            "{reached} of {feasible} combinations reach {}; the most is {}{gain} at {place}",
            write(map.target),
            write(level)
        );
    }
    format!("{} does best at {place}: {}{gain}", map.design, write(level))
}
