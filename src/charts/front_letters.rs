//! Letters beside the dots of a front, and lists of levers beside it.
//!
//! Always: every letter has a place; a list names as many levers as fit and counts the others.

use super::draw::axis::Plot;
use super::draw::canvas::{Canvas, MARGIN};
use super::draw::colour::Colour;
use super::draw::layout::{Anchor, Area, LARGE, Type};
use super::draw::lines::are_whole;
use crate::say;
use crate::stats::front::Member;

/// A letter beside its dot, clear of other texts and of other dots; a thin line leads to it if it cannot stand close.
pub(super) fn letter(
    canvas: &mut Canvas,
    plot: &Plot,
    dot: (f64, f64, f64),
    others: &[(f64, f64, f64)],
    member: &Member,
    tone: Colour,
) {
    let style = Type::VALUE.sized(LARGE).coloured(tone).anchored(Anchor::Middle);
    let (x, y, radius) = dot;
    let half = style.width(&member.letter) / 2.0;
    // Diagonal places first, because the whiskers lie above, below and beside the dot.
    let slanting = [(0.7, -0.7), (-0.7, -0.7), (0.7, 0.7), (-0.7, 0.7)];
    let straight = [(0.0, -1.0), (0.0, 1.0), (1.0, 0.0), (-1.0, 0.0)];
    let around = |(ring, ways): (f64, [(f64, f64); 4])| {
        let off = radius + 12.0 + 26.0 * ring;
        ways.map(|(dx, dy)| (ring, x + dx * (off + half * f64::from(dx != 0.0)), y + dy * (off + 4.0) + 9.0))
    };
    let box_at = |mx: f64, base: f64| Area {
        left: mx - half - 4.0,
        top: base - 24.0,
        right: mx + half + 4.0,
        bottom: base + 6.0,
    };
    let free = |&(_, mx, base): &(f64, f64, f64)| {
        let own = box_at(mx, base);
        let inside = own.left > MARGIN
            && own.right < plot.area.right + 40.0
            && own.bottom < plot.area.bottom
            && own.top > plot.area.top - 24.0;
        let meets = |b: &Area| own.left < b.right && b.left < own.right && own.top < b.bottom && b.top < own.bottom;
        // The distance from the middle of a dot to the nearest point of the letter's box.
        let on = |&(ox, oy, r): &(f64, f64, f64)| {
            let (dx, dy) = (ox - ox.clamp(own.left, own.right), oy - oy.clamp(own.top, own.bottom));
            dx * dx + dy * dy < r * r
        };
        inside
            && !canvas.written().iter().any(|w| meets(&w.area))
            && !others.iter().filter(|other| **other != dot).any(on)
    };
    let near = [0.0, 0.4, 0.8].map(|ring| (ring, slanting)).into_iter().chain([(0.0, straight)]);
    let far = [2.0, 3.0, 4.0, 6.0].into_iter().flat_map(|ring| [(ring, slanting), (ring, straight)]);
    let places: Vec<(f64, f64, f64)> = near.chain(far).flat_map(around).collect();
    // The list at the side explains every letter, so each has a place, even if all are taken.
    let (ring, mx, base) = places.iter().copied().find(free).unwrap_or(places[0]);
    if ring >= 1.0 {
        canvas.rule((x, y), (mx, base - 9.0), 1.5, tone, "");
    }
    canvas.write(&member.letter, mx, base, style);
}

/// As many of these items as fit into the lines, and how many are left out: none is cut.
pub(super) fn shortened(items: &[String], room: f64, lines: usize) -> Vec<String> {
    let set = |count: usize| {
        let some = items[..count].join(", ");
        let rest = items.len() - count;
        let text = match (count, rest) {
            (_, 0) => some,
            (0, rest) => say!("chart-front-levers", count = rest),
            (_, rest) => say!("chart-front-levers-more", levers = some, count = rest),
        };
        Type::NOTE.wrap(&text, room, lines)
    };
    let whole = |lines: &Vec<String>| are_whole(lines);
    (0..=items.len()).rev().map(set).find(whole).unwrap_or_default()
}
