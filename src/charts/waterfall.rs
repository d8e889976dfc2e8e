//! Waterfall: which rule earned it?
//!
//! Always: heights are differences from the baseline, so that zero is the baseline itself; the bars of the rules add up to the design's;
//! what the rules gain together stands apart, since the bars hold it already.

use super::axis::{Ticks, gutter};
use super::canvas::Canvas;
use super::colour::{self, Colour};
use super::layout::{Anchor, Area, LARGE, Type};
use crate::stats::number::{self, figure, percent, signed};
use crate::stats::points::Origin;
use crate::stats::waterfall::{Share, Waterfall};

/// Draws the way from the baseline to a design that is called so.
pub fn draw(waterfall: &Waterfall, says: &str, baseline: &str, origin: &Origin, canvas: &mut Canvas) {
    let write = |x: f64| number::value(&origin.unit, &origin.currency, x);
    let change = |x: f64| if x > 0.0 { format!("+{}", write(x)) } else { write(x) };
    let subtitle = format!(
        "{}, difference from {baseline} ({}): mean over paired runs, averaged over all orders in which the rules may come; whiskers hold the mean \
         eight times in ten",
        origin.headline,
        write(waterfall.baseline)
    );
    let area = canvas.frame_points(origin, &title(waterfall, says), &subtitle);
    let together = waterfall.shares.len() > 1;
    let total = waterfall.design - waterfall.baseline;

    // Each bar from where the one before it ended.
    let mut at = 0.0;
    let mut bars: Vec<(String, f64, f64, Option<f64>, String, Colour)> = Vec::new();
    for Share { group, share, known_to, alone } in &waterfall.shares {
        let tone = if share.mean >= 0.0 { colour::DESIGNS[0] } else { colour::DESIGNS[1] };
        let below = if together { format!("alone {}", change(*alone)) } else { String::new() };
        bars.push((group.clone(), at, at + share.mean, Some(*known_to), below, tone));
        at += share.mean;
    }
    bars.push((says.to_owned(), 0.0, total, None, format!("{} in all", write(waterfall.design)), colour::INK));
    if together {
        let mean = waterfall.interaction.mean;
        let name = "together, beyond each alone".to_owned();
        let to = Some(waterfall.interaction_known_to);
        bars.push((name, 0.0, mean, to, "shared out in the bars".to_owned(), colour::GREY));
    }
    let ends = bars.iter().flat_map(|b| {
        let to = b.3.filter(|x| x.is_finite()).unwrap_or(0.0);
        [b.1, b.2 - to, b.2 + to]
    });
    let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)));
    let ticks = Ticks::around(low, high);
    let unit = number::unit(&origin.unit);
    canvas.write(unit, area.left, area.top + 10.0, Type::NOTE.sized(22.0));
    let place = Area {
        left: area.left + gutter(&ticks, |x| signed(x, figure)),
        top: area.top + 40.0,
        bottom: area.bottom - 72.0,
        ..area
    };
    let y = |x: f64| place.bottom - (x - ticks.low()) / (ticks.high() - ticks.low()) * place.height();
    let note = Type::NOTE.sized(22.0);
    for &tick in &ticks.0 {
        let zero = tick.abs() < 1e-12;
        let (width, tone) = if zero { (2.0, colour::INK) } else { (1.5, colour::GRID) };
        canvas.rule((place.left, y(tick)), (place.right, y(tick)), width, tone, "");
        canvas.write(&signed(tick, figure), place.left - 16.0, y(tick) + 8.0, note.anchored(Anchor::End));
    }
    let gap = if together { 0.6 } else { 0.0 };
    let wide = place.width() / (bars.len() as f64 + gap);
    let last = bars.len() - 1;
    for (k, (name, from, to, known, below, tone)) in bars.into_iter().enumerate() {
        let left = place.left + wide * (k as f64 + if together && k == last { gap } else { 0.0 });
        let (left, right) = (left + wide * 0.16, left + wide * 0.84);
        let middle = f64::midpoint(left, right);
        let bar = Area { left, right, top: y(from.max(to)), bottom: y(from.min(to)).max(y(from.max(to)) + 2.0) };
        canvas.block(bar, 3.0, tone, if tone == colour::GREY { 0.45 } else { 1.0 });
        let mut top = bar.top;
        if let Some(known) = known.filter(|x| x.is_finite() && *x > 0.0) {
            let (a, b) = (y(to - known), y(to + known));
            canvas.rule((middle, a), (middle, b), 5.0, colour::WHITE, "");
            canvas.rule((middle, a), (middle, b), 2.5, colour::INK, "");
            for end in [a, b] {
                canvas.rule((middle - 9.0, end), (middle + 9.0, end), 2.5, colour::INK, "");
            }
            top = top.min(b);
        }
        let value = Type::VALUE.anchored(Anchor::Middle).coloured(colour::INK);
        let size = [LARGE, 24.0, 20.0].into_iter().find(|s| value.sized(*s).width(&change(to - from)) <= wide - 8.0);
        canvas.write(&change(to - from), middle, top - 14.0, value.sized(size.unwrap_or(20.0)));
        if k < last && !(together && k + 1 == last) {
            canvas.rule((right, y(to)), (right + wide * 0.32, y(to)), 1.5, colour::AXIS, "4 4");
        }
        let label = Type::NOTE.sized(22.0).coloured(colour::INK).anchored(Anchor::Middle);
        let mut down = place.bottom + 34.0;
        for line in label.wrap(&name, wide - 16.0, 2) {
            canvas.write(&line, middle, down, label);
            down += 27.0;
        }
        for line in Type::NOTE.wrap(&below, wide - 16.0, 2) {
            canvas.write(&line, middle, down, Type::NOTE.anchored(Anchor::Middle));
            down += 24.0;
        }
    }
}

/// Which rule earned how much, where the runs carry it.
pub fn title(waterfall: &Waterfall, says: &str) -> String {
    let total = waterfall.design - waterfall.baseline;
    let gained =
        |x: f64| if waterfall.baseline > 0.0 { signed(x / waterfall.baseline, percent) } else { signed(x, figure) };
    let sure = |share: &&Share| share.share.mean.abs() > share.known_to;
    let Some(most) =
        waterfall.shares.iter().filter(sure).max_by(|a, b| a.share.mean.abs().total_cmp(&b.share.mean.abs()))
    else {
        return format!("No rule of {says} has a share that can be told from nothing in {} runs", waterfall.runs);
    };
    let title = if waterfall.shares.len() == 1 {
        format!("{says} gains {}, all of it by {}", gained(total), most.group)
    } else if total > 0.0 && most.share.mean > 0.0 && most.share.mean <= total {
        let share = percent(most.share.mean / total);
        format!("{} earns {share} of what {says} gains: {} of {}", most.group, gained(most.share.mean), gained(total))
    } else {
        format!("{} moves most under {says}: {} of {} in all", most.group, gained(most.share.mean), gained(total))
    };
    let mut letters = title.chars();
    letters.next().map_or(String::new(), |c| c.to_uppercase().chain(letters).collect())
}
