//! A ladder, or a path of organisations, as a staircase: a card for each tier, bands between the cards, exits down to the floor.
//!
//! Always: all bands of one staircase share one scale; a number stands beside each band.

use super::draw::canvas::Canvas;
use super::draw::colour;
use super::draw::layout::{Anchor, Area, LARGE, Type};
use super::draw::svg::px;
use crate::findings::chart_titles;
use crate::say;
use crate::stats::{Summary, TierFlow};
use crate::words::number;

/// One ladder under the design that is shown.
pub(super) struct Stairs<'s> {
    pub(super) design: usize,
    pub(super) ladder: &'s str,
    pub(super) tiers: Vec<&'s TierFlow>,
}

impl Stairs<'_> {
    /// How many organisations may climb; `None` if people climb.
    pub(super) fn organisations(&self) -> Option<u64> {
        self.tiers.first().and_then(|tier| tier.organisations)
    }

    /// The word by which messages select their text: "path" for organisations, "ladder" for people.
    pub(super) fn kind(&self) -> &'static str {
        if self.organisations().is_some() { "path" } else { "ladder" }
    }

    /// How many entered its tiers, all tiers together.
    pub(super) fn entered(&self) -> f64 {
        self.tiers.iter().map(|t| t.entered).filter(|x| x.is_finite()).sum()
    }
}

/// Draws one ladder; `alone`: it is the only one on the paper, so the title names it.
pub(super) fn draw(canvas: &mut Canvas, summary: &Summary, stairs: &Stairs, place: Area, alone: bool) {
    let narrow = canvas.is_narrow();
    let tiers: Vec<&TierFlow> = stairs.tiers.iter().copied().take(if narrow { 3 } else { 5 }).collect();
    let tone = colour::of_design(summary, stairs.design);
    let head = Type::VALUE.sized(LARGE).coloured(tone);
    let mut above = 24.0;
    if let Some(first) = tiers.first().filter(|_| !alone) {
        let name = say!(
            "chart-stairs-heading",
            name = chart_titles::capitalised(stairs.ladder),
            kind = stairs.kind(),
            design = &summary.designs[stairs.design].says,
            since = number::month(first.since)
        );
        let (head, lines) = head.fitting(&name, place.width(), 1);
        canvas.write(&lines.concat(), place.left, place.top + 4.0, head);
        above = 56.0;
    }

    let count = tiers.len() as f64;
    let wide = ((place.width() - count * if narrow { 84.0 } else { 150.0 }) / (count + 1.0)).min(360.0);
    let gap = (place.width() - wide * (count + 1.0)) / count;
    let room = place.height() - above - 96.0;
    let step = (room * 0.5 / count).min(150.0);
    let high = (room - step * count).min(330.0);
    let ground = place.bottom - 96.0;
    let card = |i: usize| -> Area {
        let left = place.left + (wide + gap) * i as f64;
        let bottom = ground - step * i as f64;
        Area { left, top: bottom - high, right: left + wide, bottom }
    };
    let largest =
        tiers.iter().flat_map(|t| [t.entered, t.demoted, t.exited]).filter(|x| x.is_finite()).fold(1e-9, f64::max);
    let thick = |people: f64| {
        if people > 0.0 { (people / largest * high * 0.42).max(3.0) } else { 0.0 }
    };

    for (i, tier) in tiers.iter().enumerate() {
        let (from, to) = (card(i), card(i + 1));
        entries(canvas, tier, &from, &to, thick(tier.entered), tone, i.checked_sub(1).map(|below| tiers[below]));
        if tier.demoted >= 0.05 {
            demotions(canvas, tier, &from, &to, thick(tier.demoted));
        }
        let room = if i + 1 < tiers.len() { card(i + 2).left } else { to.right };
        exits(canvas, tier, &to, thick(tier.exited), place.bottom, room);
    }
    let (ground, reach) = match stairs.organisations() {
        Some(all) => {
            (say!("chart-stairs-no-tier"), say!("chart-stairs-organisations", count = number::figure(all as f64)))
        }
        None => (
            say!("chart-stairs-open-community"),
            say!("chart-stairs-in-reach", count = number::figure(summary.people as f64)),
        ),
    };
    write_card(canvas, &card(0), &ground, &[reach], colour::GREY);
    for (i, tier) in tiers.iter().enumerate() {
        let mut lines = vec![say!(
            "chart-stairs-holders",
            before = number::count(tier.holders_at_start),
            after = number::count(tier.holders_at_end)
        )];
        if let Some(seats) = tier.seats {
            lines.push(say!("chart-stairs-seats", seats = number::figure(seats as f64)));
        }
        if tier.dwell_days.is_finite() && tier.dwell_days > 0.0 {
            lines.push(say!("chart-stairs-stay", time = duration(tier.dwell_days)));
        }
        write_card(canvas, &card(i + 1), &chart_titles::capitalised(&tier.title), &lines, tone);
    }
}

fn write_card(canvas: &mut Canvas, card: &Area, title: &str, lines: &[String], tone: colour::Colour) {
    canvas.block(*card, 10.0, colour::PAPER, 1.0);
    canvas.block(Area { right: card.left + 8.0, ..*card }, 4.0, tone, 1.0);
    // A large card has larger letters.
    let large = card.height() >= 200.0 && card.width() >= 280.0;
    let (title_size, size, step) = if large { (LARGE, 23.0, 34.0) } else { (24.0, 20.0, 28.0) };
    let (head, note) = (Type::VALUE.sized(title_size), Type::NOTE.sized(size));
    let room = card.width() - 40.0;
    let fits = ((card.height() - 24.0) / step).floor().max(1.0) as usize;
    let titles = head.wrap(title, room, if fits > 2 { 2 } else { 1 });
    let lines = &lines[..lines.len().min(fits - titles.len().min(fits))];
    let all = titles.len() + lines.len();
    let mut y = (card.top + card.bottom) / 2.0 - all.saturating_sub(1) as f64 * step / 2.0 + 8.0 - step;
    for line in &titles {
        y += step;
        canvas.write(line, card.left + 28.0, y, head);
    }
    for line in lines {
        y += step;
        canvas.write(&note.shorten(line, room), card.left + 28.0, y, note);
    }
}

/// The band of those who rise, with their number above it.
fn entries(
    canvas: &mut Canvas,
    tier: &TierFlow,
    from: &Area,
    to: &Area,
    thick: f64,
    tone: colour::Colour,
    below: Option<&TierFlow>,
) {
    let (x0, x1) = (from.right, to.left);
    let (y0, y1) = (from.top + from.height() * 0.36, to.top + to.height() * 0.5);
    canvas.shape(&curve((x0, y0), (x1, y1), thick), tone, 0.35);
    let (x, y) = ((x0 + x1) / 2.0, y0.min(y1).min((y0 + y1) / 2.0 - thick / 2.0) - thick / 2.0 - 34.0);
    let room = (x1 - x0) - 8.0;
    let value = Type::VALUE.sized(LARGE).anchored(Anchor::Middle);
    let (value, lines) = value.fitting(&number::count(tier.entered), room, 1);
    canvas.write(&lines.concat(), x, y, value);
    let note = Type::NOTE.anchored(Anchor::Middle);
    let held = below.map(|b| b.holders_at_start + b.entered).filter(|&h| h > 0.0);
    let label = match held {
        Some(held) => say!("chart-stairs-rise-share", share = number::percent(tier.entered / held)),
        None if below.is_none() => say!("chart-stairs-enter"),
        None => say!("chart-stairs-rise"),
    };
    let label = if note.width(&label) <= room { label } else { say!("chart-stairs-rise") };
    canvas.write(&note.shorten(&label, room), x, y + 26.0, note);
}

/// The band of those who step down, with their number below it.
fn demotions(canvas: &mut Canvas, tier: &TierFlow, from: &Area, to: &Area, thick: f64) {
    let (y0, y1) = (from.top + from.height() * 0.86, to.top + to.height() * 0.88);
    // The band ends in the tip of an arrow, which points at the card of the tier below.
    let tip = (thick * 0.9).clamp(9.0, 26.0);
    canvas.shape(&curve((from.right + tip, y0), (to.left, y1), thick), colour::GREY, 0.45);
    let half = (thick / 2.0 + 6.0).max(9.0);
    let (x, back) = (px(from.right + 2.0), px(from.right + tip));
    let head = format!("M{x},{} L{back},{} L{back},{} Z", px(y0), px(y0 - half), px(y0 + half));
    canvas.shape(&head, colour::GREY, 0.45);
    let note = Type::NOTE.anchored(Anchor::Middle);
    let text = say!("chart-stairs-step-down", count = number::count(tier.demoted));
    let text = note.shorten(&text, to.left - from.right - 8.0);
    canvas.write(&text, (from.right + to.left) / 2.0, y0.max(y1) + thick / 2.0 + 28.0, note);
}

/// The band of those who leave, down to the floor.
fn exits(canvas: &mut Canvas, tier: &TierFlow, card: &Area, thick: f64, floor: f64, end_of_room: f64) {
    let x = card.left + 24.0 + thick / 2.0;
    let end = floor - 6.0;
    if thick > 0.0 {
        let (a, b) = (x - thick / 2.0, x + thick / 2.0);
        let tip = (thick * 0.5).clamp(4.0, 26.0);
        let path = format!(
            "M{},{} L{},{} L{},{} L{},{} L{},{} Z",
            px(a),
            px(card.bottom),
            px(b),
            px(card.bottom),
            px(b),
            px(end - tip),
            px(x),
            px(end),
            px(a),
            px(end - tip)
        );
        canvas.shape(&path, colour::INK, 0.28);
    }
    let held = tier.holders_at_start + tier.entered;
    let left = x + thick / 2.0 + 14.0;
    let room = end_of_room - 8.0 - left;
    let short = say!("chart-stairs-leave", count = number::count(tier.exited));
    let full = if held > 0.0 {
        let share = number::percent(tier.exited / held);
        say!("chart-stairs-leave-share", count = number::count(tier.exited), share = share)
    } else {
        short.clone()
    };
    let note = Type::NOTE.coloured(colour::INK);
    let text = if note.width(&full) <= room { full } else { note.shorten(&short, room) };
    canvas.write(&text, left, end - 16.0, note);
}

fn curve(from: (f64, f64), to: (f64, f64), thick: f64) -> String {
    let middle = (from.0 + to.0) / 2.0;
    let h = thick / 2.0;
    let (m, x0, x1) = (px(middle), px(from.0), px(to.0));
    format!(
        "M{x0},{a} C{m},{a} {m},{b} {x1},{b} L{x1},{c} C{m},{c} {m},{d} {x0},{d} Z",
        a = px(from.1 - h),
        b = px(to.1 - h),
        c = px(to.1 + h),
        d = px(from.1 + h),
    )
}

/// Days as text; from 720 days on as years with one decimal.
fn duration(days: f64) -> String {
    if days >= 720.0 {
        say!("chart-stairs-years", years = number::figure((days / 36.525).round() / 10.0))
    } else {
        say!("chart-stairs-days", days = number::figure(days.round()))
    }
}
