//! Waterfall: which rule earned it?
//!
//! Always: bars lead from the baseline over each rule to the design, and the bars of the rules add up to the difference. The gain from the
//! rules acting together stands apart, because the bars already contain it. If the bars of the levels are cut off below, they have a torn
//! edge there, and the subtitle says so.

use super::draw::axis::{Ticks, gutter};
use super::draw::canvas::Canvas;
use super::draw::colour::{self, Colour};
use super::draw::layout::{Anchor, Area, LARGE, Type};
use super::draw::svg::px;
use super::{Chart, Reads};
use crate::findings::chart_titles::capitalised;
use crate::say;
use crate::stats::sweep_points::Origin;
use crate::stats::waterfall::{Share, Waterfall};
use crate::words::number::{self, figure, percent, signed};

pub(super) const ROW: Chart = Chart { name: "waterfall", reads: Reads::Waterfall(draw) };

/// What a bar is of.
#[derive(Clone, Copy, PartialEq)]
enum Sort {
    /// A level: it stands on the ground.
    Whole,
    /// A step from the end of the bar before it.
    Step,
    /// A bar apart from the steps.
    Apart,
}

struct Bar {
    name: String,
    /// The text below the name.
    below: String,
    sort: Sort,
    from: f64,
    to: f64,
    /// Half of the length of the whisker.
    known: Option<f64>,
    tone: Colour,
}

/// If the steps take a smaller share of the height than this, the axis does not begin at zero.
const FLAT: f64 = 0.35;

fn bars(waterfall: &Waterfall, says: &str, baseline: &str, change: &dyn Fn(f64) -> String) -> Vec<Bar> {
    let together = waterfall.shares.len() > 1;
    let whole = |name: &str, to: f64, tone: Colour| Bar {
        name: name.to_owned(),
        below: String::new(),
        sort: Sort::Whole,
        from: 0.0,
        to,
        known: None,
        tone,
    };
    let mut bars = vec![whole(baseline, waterfall.baseline, colour::GREY)];
    let mut at = waterfall.baseline;
    for Share { says, share, known_to, alone, .. } in &waterfall.shares {
        bars.push(Bar {
            name: says.clone(),
            below: if together { say!("chart-waterfall-alone", change = change(*alone)) } else { String::new() },
            sort: Sort::Step,
            from: at,
            to: at + share.mean,
            known: Some(*known_to),
            tone: if share.mean >= 0.0 { colour::DESIGNS[0] } else { colour::DESIGNS[1] },
        });
        at += share.mean;
    }
    bars.push(whole(says, waterfall.design, colour::INK));
    if together {
        bars.push(Bar {
            name: say!("chart-waterfall-together"),
            below: say!("chart-waterfall-shared-out"),
            sort: Sort::Apart,
            from: waterfall.baseline,
            to: waterfall.baseline + waterfall.interaction.mean,
            known: Some(waterfall.interaction_known_to),
            tone: colour::AXIS,
        });
    }
    bars
}

/// Draws the bars from the baseline to the design.
fn draw(waterfall: &Waterfall, design: &str, baseline: &str, origin: &Origin, canvas: &mut Canvas) {
    let write = |x: f64| number::value(&origin.unit, &origin.currency, x);
    let change = |x: f64| if x > 0.0 { format!("+{}", write(x)) } else { write(x) };
    let change = |x: f64| {
        if ["people", "organisations"].contains(&origin.unit.as_str()) { signed(x, figure) } else { change(x) }
    };
    let bars = bars(waterfall, design, baseline, &change);
    let ends = bars.iter().flat_map(|b| {
        let to = b.known.filter(|x| x.is_finite()).unwrap_or(0.0);
        [if b.sort == Sort::Whole { b.to } else { b.from }, b.to - to, b.to + to]
    });
    let (low, high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
    let cut = low > 0.0 && high - low < FLAT * high;
    let ticks = if cut { Ticks::without_zero(low - 0.25 * (high - low), high) } else { Ticks::with_zero(low, high) };
    let ground = if cut { say!("chart-waterfall-cut") } else { String::new() };
    let subtitle = say!("chart-waterfall-subtitle", metric = &origin.headline) + &ground;
    let area = canvas.frame_points(origin, &title(waterfall, design), &subtitle);
    // Many bars on a narrow paper need all of it; their numbers stand on them anyway.
    let crowded = canvas.is_narrow() && bars.len() > 6;
    let mark = |x: f64| number::tick(&origin.unit, &origin.currency, x);
    canvas.write(number::unit(&origin.unit), area.left, area.top + 10.0, Type::NOTE.sized(22.0));
    let place = Area {
        left: area.left + if crowded { 0.0 } else { gutter(&ticks, mark) },
        top: area.top + 40.0,
        bottom: area.bottom - 112.0,
        ..area
    };
    let y = |x: f64| place.bottom - (x - ticks.low()) / (ticks.high() - ticks.low()) * place.height();
    let base = if cut { ticks.low() } else { 0.0 };
    let note = Type::NOTE.sized(22.0);
    for &tick in &ticks.0 {
        let ground = (tick - base).abs() < 1e-9 * ticks.high().abs().max(1.0);
        let (width, tone) = if ground { (2.0, colour::INK) } else { (1.5, colour::GRID) };
        canvas.rule((place.left, y(tick)), (place.right, y(tick)), width, tone, "");
        if !crowded {
            canvas.write(&mark(tick), place.left - 16.0, y(tick) + 8.0, note.anchored(Anchor::End));
        }
    }
    let gap = if bars.last().is_some_and(|bar| bar.sort == Sort::Apart) && !crowded { 0.5 } else { 0.0 };
    let wide = place.width() / (bars.len() as f64 + gap);
    for (k, bar) in bars.iter().enumerate() {
        let left = place.left + wide * (k as f64 + if bar.sort == Sort::Apart { gap } else { 0.0 });
        let own = Area { left, right: left + wide, ..place };
        let figure = if bar.sort == Sort::Whole { write(bar.to) } else { change(bar.to - bar.from) };
        let top = column(canvas, bar, own, base, cut, &y);
        let value = Type::VALUE.anchored(Anchor::Middle).coloured(colour::INK);
        let size = [LARGE, 24.0, 20.0].into_iter().find(|s| value.sized(*s).width(&figure) <= wide - 4.0);
        // If numbers are wider than their bars, every second number is written higher.
        let up = if size.is_none() && k % 2 == 1 { 26.0 } else { 0.0 };
        canvas.write(&figure, left + wide / 2.0, top - 14.0 - up, value.sized(size.unwrap_or(20.0)));
        if bars.get(k + 1).is_some_and(|next| next.sort != Sort::Apart) {
            canvas.rule((left + wide * 0.84, y(bar.to)), (left + wide * 1.16, y(bar.to)), 1.5, colour::AXIS, "4 4");
        }
        names(canvas, bar, own);
    }
}

/// One bar with its whisker; returns the y of its top.
fn column(canvas: &mut Canvas, bar: &Bar, own: Area, base: f64, cut: bool, y: &dyn Fn(f64) -> f64) -> f64 {
    let (left, right) = (own.left + own.width() * 0.16, own.left + own.width() * 0.84);
    let middle = f64::midpoint(left, right);
    let from = if bar.sort == Sort::Whole { base } else { bar.from };
    let (high, low) = (y(from.max(bar.to)), y(from.min(bar.to)));
    canvas.block(Area { left, right, top: high, bottom: low.max(high + 2.0) }, 3.0, bar.tone, 1.0);
    if bar.sort == Sort::Whole && cut {
        // A bar that continues below the axis has a torn edge there.
        let (at, step) = (low - 22.0, (right - left) / 6.0);
        let mut path = format!("M{},{}", px(left - 4.0), px(at + 5.0));
        for k in 1..=6 {
            let up = if k % 2 == 1 { -5.0 } else { 5.0 };
            path += &format!(" L{},{}", px(left + step * f64::from(k) + if k == 6 { 4.0 } else { 0.0 }), px(at + up));
        }
        canvas.stroke(&path, colour::WHITE, 6.0);
    }
    let Some(known) = bar.known.filter(|x| x.is_finite() && *x > 0.0) else { return high };
    let (a, b) = (y(bar.to - known), y(bar.to + known));
    canvas.rule((middle, a), (middle, b), 5.0, colour::WHITE, "");
    canvas.rule((middle, a), (middle, b), 2.5, colour::INK, "");
    for end in [a, b] {
        canvas.rule((middle - 9.0, end), (middle + 9.0, end), 2.5, colour::INK, "");
    }
    high.min(b)
}

fn names(canvas: &mut Canvas, bar: &Bar, own: Area) {
    let middle = f64::midpoint(own.left, own.right);
    let label = Type::NOTE.sized(22.0).coloured(colour::INK).anchored(Anchor::Middle);
    let mut down = own.bottom + 34.0;
    let (label, lines) = label.fitting(&bar.name, own.width() - 12.0, 3);
    for line in lines {
        canvas.write(&line, middle, down, label);
        down += label.size * 1.2;
    }
    for line in Type::NOTE.wrap(&bar.below, own.width() - 12.0, 3) {
        canvas.write(&line, middle, down, Type::NOTE.anchored(Anchor::Middle));
        down += 24.0;
    }
}

/// The title: which rule earned how much of the design's gain, if the runs support it.
pub fn title(waterfall: &Waterfall, design: &str) -> String {
    let total = waterfall.design - waterfall.baseline;
    let gained =
        |x: f64| if waterfall.baseline > 0.0 { signed(x / waterfall.baseline, percent) } else { signed(x, figure) };
    let sure = |share: &&Share| share.share.mean.abs() > share.known_to;
    let Some(most) =
        waterfall.shares.iter().filter(sure).max_by(|a, b| a.share.mean.abs().total_cmp(&b.share.mean.abs()))
    else {
        return say!("chart-waterfall-nothing", design = design, runs = waterfall.runs);
    };
    let near = |other: &&Share| {
        let apart = (most.known_to * most.known_to + other.known_to * other.known_to).sqrt();
        !std::ptr::eq(*other, most) && sure(other) && most.share.mean.abs() - other.share.mean.abs() <= apart
    };
    let title = if waterfall.shares.len() == 1 {
        say!("chart-waterfall-one-rule", design = design, gain = gained(total), rule = &most.says)
    } else if let Some(second) = waterfall.shares.iter().find(near) {
        say!(
            "chart-waterfall-two-rules",
            rule = &most.says,
            other = &second.says,
            design = design,
            share = gained(most.share.mean),
            next = gained(second.share.mean),
            total = gained(total)
        )
    } else if total > 0.0 && most.share.mean > 0.0 && most.share.mean <= total {
        say!(
            "chart-waterfall-earns",
            rule = &most.says,
            part = percent(most.share.mean / total),
            design = design,
            share = gained(most.share.mean),
            total = gained(total)
        )
    } else {
        say!(
            "chart-waterfall-moves-most",
            rule = &most.says,
            design = design,
            share = gained(most.share.mean),
            total = gained(total)
        )
    };
    capitalised(&title)
}
