//! Tornado: which assumption matters?
//!
//! Always: at most eight bars, longest first; bars that chance could make come last, and levers come after all assumptions about the world.
//! The value at each end of a bar is printed there. Guesses and levers have colours of their own, and bars that chance could make are pale.

use super::draw::axis::Ticks;
use super::draw::canvas::Canvas;
use super::draw::colour::{self, Colour};
use super::draw::layout::{Anchor, Area, Type};
use super::{Chart, Reads};
use crate::findings::chart_titles::capitalised;
use crate::say;
use crate::stats::sweep_points::Origin;
use crate::stats::tornado::{Bar, Lead, Tornado};
use crate::words::number::{signed, signed_tick};

pub(super) const ROW: Chart = Chart { name: "tornado", reads: Reads::Tornado(draw) };

/// The most bars.
const MOST: usize = 8;
const KNOWN: Colour = colour::DESIGNS[0];
const GUESS: Colour = colour::DESIGNS[1];
const LEVER: Colour = colour::DESIGNS[2];

/// The colour of a factor, by what is known of it: "guess", "lever", "sourced" or "calibrated".
pub(super) fn tone(standing: &str) -> Colour {
    match standing {
        "guess" => GUESS,
        "lever" => LEVER,
        _ => KNOWN,
    }
}

/// The name of a colour in the key.
pub(super) fn standing_name(standing: &str) -> String {
    match standing {
        "guess" => say!("chart-standing-guess"),
        "lever" => say!("chart-standing-lever"),
        _ => say!("chart-standing-known"),
    }
}

/// Draws the assumptions that move the gain most.
fn draw(tornado: &Tornado, origin: &Origin, canvas: &mut Canvas) {
    let shown = &tornado.bars[..tornado.bars.len().min(MOST)];
    if shown.is_empty() {
        return;
    }
    let what = match &tornado.design {
        Some(design) => say!("chart-tornado-gain", design = design),
        None => say!("chart-tornado-change"),
    };
    let pale = if shown.iter().any(Bar::is_chance) { say!("chart-tornado-pale") } else { String::new() };
    let subtitle = say!(
        "chart-tornado-subtitle",
        metric = &origin.headline,
        what = what,
        how = if tornado.one_at_a_time { "one-at-a-time" } else { "at-random" }
    ) + &pale;
    let gaps = match tornado.gaps.as_slice() {
        [] => String::new(),
        gaps => say!("chart-tornado-gaps", gaps = gaps.join(", ")),
    };
    let area = canvas.frame_points(origin, &title(tornado), &(subtitle + &gaps));
    key(canvas, area, shown);

    let ends = shown.iter().flat_map(|b| [b.low.gain, b.high.gain]).chain([tornado.centre]);
    let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)));
    let ticks = Ticks::with_zero(low, high);
    let write = tornado.write();
    let narrow = canvas.is_narrow();
    // Names on the left; beside both ends room for the values.
    let (names, beside) = if narrow { (220.0, 160.0) } else { (360.0, 210.0) };
    let place = Area { left: area.left + names + beside, top: area.top + 56.0, right: area.right - beside, ..area };
    let high = (place.height() / shown.len() as f64).min(150.0);
    let place = Area { bottom: place.top + high * shown.len() as f64, ..place };
    let x = |gain: f64| place.left + (gain - ticks.low()) / (ticks.high() - ticks.low()) * place.width();
    let note = Type::NOTE.sized(22.0);
    let every = if narrow { 2 } else { 1 };
    let zero = ticks.0.iter().position(|t| t.abs() < 1e-12).unwrap_or(0);
    for (i, &tick) in ticks.0.iter().enumerate() {
        let (width, tone) = if i == zero { (2.0, colour::INK) } else { (1.5, colour::GRID) };
        canvas.rule((x(tick), place.top), (x(tick), place.bottom), width, tone, "");
        if i.abs_diff(zero).is_multiple_of(every) {
            canvas.write(&signed_tick("share", "", tick), x(tick), place.bottom + 34.0, note.anchored(Anchor::Middle));
        }
    }
    for (k, bar) in shown.iter().enumerate() {
        let top = place.top + high * k as f64;
        let thick = (high * 0.6).min(64.0) / 2.0;
        let row = Area { top: top + high / 2.0 - thick, bottom: top + high / 2.0 + thick, ..place };
        draw_bar(canvas, tornado, bar, row, area.left, names, beside, &x);
    }
    canvas.rule((x(tornado.centre), place.top), (x(tornado.centre), place.bottom), 2.0, colour::INK, "2 6");
    let centre = signed(tornado.centre, write);
    let label = if tornado.one_at_a_time {
        say!("chart-tornado-as-scenario", value = centre)
    } else {
        say!("chart-tornado-on-average", value = centre)
    };
    let half = note.width(&label) / 2.0;
    let middle = x(tornado.centre).clamp(area.left + half, area.right - half);
    canvas.write(&label, middle, place.top - 12.0, note.coloured(colour::INK).anchored(Anchor::Middle));
}

#[expect(clippy::too_many_arguments, reason = "the places of a row are its arguments")]
fn draw_bar(
    canvas: &mut Canvas,
    tornado: &Tornado,
    bar: &Bar,
    row: Area,
    left: f64,
    names: f64,
    beside: f64,
    x: &dyn Fn(f64) -> f64,
) {
    let tone = tone(&bar.standing);
    let share = if bar.is_chance() { 0.35 } else { 1.0 };
    let middle = f64::midpoint(row.top, row.bottom);
    let name = Type::NOTE.sized(22.0).coloured(colour::INK);
    let (name, lines) = name.fitting(&bar.says, names - 16.0, 3);
    for (i, line) in lines.iter().enumerate() {
        let y = middle + 8.0 + name.size * 1.15 * (i as f64 - (lines.len() - 1) as f64 / 2.0);
        canvas.write(line, left, y, name);
    }
    // The end for the low value is paler than the end for the high value.
    for (end, strength) in [(&bar.low, 0.5), (&bar.high, 1.0)] {
        let (a, b) = (x(tornado.centre), x(end.gain));
        let area = Area { left: a.min(b), right: a.max(b).max(a.min(b) + 1.0), ..row };
        canvas.block(area, 2.0, tone.tint(strength * share), 1.0);
    }
    let (first, last) = if x(bar.low.gain) <= x(bar.high.gain) { (&bar.low, &bar.high) } else { (&bar.high, &bar.low) };
    let (from, to) = (x(first.gain).min(x(tornado.centre)), x(last.gain).max(x(tornado.centre)));
    let value = Type::NOTE.sized(20.0).coloured(colour::INK);
    let room = beside - 14.0;
    for (end, at, anchor) in [(first, from - 10.0, Anchor::End), (last, to + 10.0, Anchor::Start)] {
        canvas.write_over(&value.shorten(&end.value, room), at, middle - 4.0, value.anchored(anchor));
        canvas.write_over(&signed(end.gain, tornado.write()), at, middle + 20.0, Type::NOTE.anchored(anchor));
    }
}

/// The key to the colours that are there.
fn key(canvas: &mut Canvas, area: Area, shown: &[Bar]) {
    let note = Type::NOTE.sized(22.0);
    let mut left = area.left;
    let narrow = canvas.is_narrow();
    let there = |standing: &&str| shown.iter().any(|bar| tone(&bar.standing) == tone(standing));
    for standing in ["guess", "sourced", "lever"].into_iter().filter(there) {
        let high = say!("chart-tornado-high", standing = standing_name(standing));
        for (strength, text) in [(1.0, high), (0.5, say!("chart-tornado-low"))] {
            if narrow && strength < 1.0 {
                continue;
            }
            let mark = Area { left, right: left + 22.0, top: area.top - 28.0, bottom: area.top - 6.0 };
            canvas.block(mark, 3.0, tone(standing).tint(strength), 1.0);
            let text = note.shorten(&text, area.right - left - 32.0);
            canvas.write(&text, left + 32.0, area.top - 10.0, note);
            left += 32.0 + note.width(&text) + 36.0;
        }
    }
}

/// The title: the assumption that moves the gain most, and how many change the verdict by themselves.
pub fn title(tornado: &Tornado) -> String {
    let what = tornado.design.clone().unwrap_or_else(|| say!("chart-tornado-baseline"));
    let sort = |lever: bool| if lever { "lever" } else { "assumption" };
    let Lead::These(these) = tornado.lead() else {
        let sort = sort(tornado.bars.iter().all(Bar::is_lever));
        return say!("chart-tornado-nothing", sort = sort, what = what);
    };
    let first = these[0];
    let sure = tornado.bars.iter().filter(|bar| bar.is_lever() == first.is_lever() && !bar.is_chance());
    let turning = sure.filter(|bar| bar.turns(tornado.better)).count();
    let write = tornado.write();
    let from = signed(first.low.gain.min(first.high.gain), write);
    let to = signed(first.low.gain.max(first.high.gain), write);
    let kind = if tornado.design.is_some() { "gain" } else { "level" };
    let name = capitalised(&first.says);
    let lead = match these.as_slice() {
        [_] => say!("chart-tornado-one", name = name, kind = kind, what = what, from = from, to = to),
        [_, second] => say!(
            "chart-tornado-two",
            name = name,
            second = &second.says,
            kind = kind,
            what = what,
            from = from,
            to = to
        ),
        [_, rest @ ..] => say!(
            "chart-tornado-more",
            name = name,
            others = rest.len().to_string(),
            kind = kind,
            what = what,
            from = from,
            to = to
        ),
        [] => String::new(),
    };
    if tornado.design.is_none() {
        return lead;
    }
    let sort = sort(first.is_lever());
    match turning {
        0 => say!("chart-tornado-none-turns", lead = lead, sort = sort),
        1 => say!("chart-tornado-one-turns", lead = lead, sort = sort),
        n => say!("chart-tornado-some-turn", lead = lead, count = n.to_string(), sort = sort),
    }
}
