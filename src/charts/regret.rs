//! Regret table: what if we are wrong about the world?
//!
//! Always: worlds are columns and designs are rows. A cell shows the regret (how much worse the design is than the best design of that
//! world) and, below it in grey, the level of the design. The larger the regret, the deeper the colour. The last column shows the largest
//! regret of each design; the smallest of these is marked.

use super::draw::canvas::Canvas;
use super::draw::colour::{self, Colour};
use super::draw::layout::{Anchor, Area, LARGE, Type};
use super::draw::lines::are_whole;
use super::{Chart, Reads};
use crate::error::Error;
use crate::findings::chart_titles;
use crate::say;
use crate::stats::Summary;
use crate::stats::regret::Regret;
use crate::words::number::percent;

pub(super) const ROW: Chart = Chart { name: "regret-table", reads: Reads::Summary(draw) };

/// The most rows that fit.
const MOST: usize = 7;

fn draw(summary: &Summary, canvas: &mut Canvas) -> Result<(), Error> {
    let Some(regret) = summary.worlds.as_ref().filter(|r| r.worlds.len() > 1 && r.designs.len() > 1) else {
        return Ok(());
    };
    let subtitle = say!(
        "chart-regret-subtitle",
        metric = regret.metric.compared(),
        runs = regret.replicates,
        rest = regret.rest()
    );
    let rows = rows(summary, regret);
    let (some, all) = (rows.len(), regret.designs.len());
    let note = if some < all {
        say!("chart-regret-some-designs", some = some.to_string(), all = all.to_string())
    } else {
        String::new()
    };
    let subtitle = subtitle.trim_end().to_owned() + &note;
    let area = canvas.frame(summary, &regret.title(), &subtitle);
    let narrow = canvas.is_narrow();
    let names = if narrow { 190.0 } else { 380.0 };
    let more = 1 + usize::from(regret.target.is_some());
    let fit = ((area.width() - names) / if narrow { 130.0 } else { 190.0 }) as usize;
    let worlds = shown(regret, fit.saturating_sub(more).max(1));
    let wide = ((area.width() - names) / (worlds.len() + more) as f64).min(300.0);
    let middle = |column: usize| area.left + names + wide * (column as f64 + 0.5);

    let note = Type::NOTE.sized(22.0).anchored(Anchor::Middle);
    let mut heads: Vec<String> = worlds.iter().map(|w| regret.worlds[*w].clone()).collect();
    heads.push(say!("chart-regret-largest"));
    heads.extend(regret.target.map(|target| say!("chart-regret-worlds-reach", target = regret.figure(target))));
    let lines: Vec<Vec<String>> = heads.iter().map(|head| note.wrap(head, wide - 20.0, 3)).collect();
    let tall = lines.iter().map(Vec::len).max().unwrap_or(1) as f64;
    for (column, head) in lines.iter().enumerate() {
        for (i, line) in head.iter().enumerate() {
            let y = area.top + 28.0 * (tall - head.len() as f64 + i as f64) + 20.0;
            canvas.write(line, middle(column), y, note);
        }
    }
    let top = area.top + 28.0 * tall + 20.0;
    canvas.rule((area.left, top), (area.left + names + wide * heads.len() as f64, top), 2.0, colour::AXIS, "");

    let high = ((area.bottom - top - 8.0) / rows.len() as f64).min(104.0);
    let worst = regret.largest.iter().copied().fold(0.0, f64::max).max(1e-12);
    for (i, &d) in rows.iter().enumerate() {
        let y = top + 8.0 + high * i as f64;
        let least = d == regret.minimax && regret.sure;
        head(
            canvas,
            &summary.designs[d].says,
            Area { left: area.left, top: y, right: area.left + names - 24.0, bottom: y + high },
            d,
            least,
        );
        for (column, &w) in worlds.iter().enumerate() {
            let place = Area {
                left: middle(column) - wide / 2.0 + 4.0,
                top: y + 4.0,
                right: middle(column) + wide / 2.0 - 4.0,
                bottom: y + high - 4.0,
            };
            cell(canvas, regret, (d, w), place, worst);
        }
        let last = Type::VALUE.sized(LARGE).anchored(Anchor::Middle).coloured(if least {
            colour::DESIGNS[0]
        } else {
            colour::INK
        });
        canvas.write(&regret.figure(regret.largest[d]), middle(worlds.len()), y + high / 2.0 + 9.0, last);
        if let Some(share) = regret.reaches.get(d) {
            canvas.write(&percent(*share), middle(worlds.len() + 1), y + high / 2.0 + 9.0, last.coloured(colour::INK));
        }
    }
    Ok(())
}

/// The name of a design in as many lines as its row has, with a note if its regret is least.
fn head(canvas: &mut Canvas, name: &str, row: Area, design: usize, least: bool) {
    let size = if canvas.is_narrow() { 22.0 } else { LARGE };
    let lines = ((row.height() - 4.0) / 25.0).floor().clamp(1.0, 4.0) as usize;
    let whole = |lines: usize| {
        let (style, set) = Type::VALUE.sized(size).fitting(name, row.width(), lines);
        let high = style.size * 1.2 * set.len() as f64;
        (high <= row.height() && are_whole(&set)).then_some(high)
    };
    // The whole name comes before the note.
    let noted = least && lines > 1 && whole(lines - 1).is_some_and(|high| high + 28.0 <= row.height());
    let tone = match (least, design) {
        // If there is no line for the note, the colour replaces it.
        (true, _) if !noted => colour::DESIGNS[0],
        (_, 0) => colour::GREY,
        _ => colour::INK,
    };
    let style = Type::VALUE.sized(size).coloured(tone);
    let (style, lines_of_name) = style.fitting(name, row.width(), lines - usize::from(noted));
    let step = style.size * 1.2;
    let all = step * lines_of_name.len() as f64 + if noted { 28.0 } else { 0.0 };
    let mut y = f64::midpoint(row.top, row.bottom) - all / 2.0 + style.size * 0.85;
    for line in &lines_of_name {
        canvas.write(line, row.left, y, style);
        y += step;
    }
    if noted {
        canvas.write(
            &say!("chart-regret-least"),
            row.left,
            y - 1.0,
            Type::NOTE.sized(22.0).coloured(colour::DESIGNS[0]),
        );
    }
}

fn cell(canvas: &mut Canvas, regret: &Regret, (d, w): (usize, usize), place: Area, worst: f64) {
    let x = regret.regrets[d][w];
    let depth = (x / worst).clamp(0.0, 1.0);
    let fill: Colour = if x == 0.0 { colour::PAPER } else { colour::DESIGNS[1].tint(0.08 + 0.42 * depth) };
    canvas.block(place, 6.0, fill, 1.0);
    let (middle, y) = (f64::midpoint(place.left, place.right), f64::midpoint(place.top, place.bottom));
    let text = if x == 0.0 { say!("chart-regret-best") } else { regret.figure(x) };
    let style = Type::VALUE.sized(LARGE).anchored(Anchor::Middle);
    let tall = place.height() >= 64.0;
    let (style, lines) = style.fitting(&text, place.width(), 1);
    canvas.write(&lines.concat(), middle, if tall { y - 2.0 } else { y + 9.0 }, style);
    if tall {
        let note = Type::NOTE.anchored(Anchor::Middle).coloured(colour::INK);
        canvas.write(&note.shorten(&regret.figure(regret.values[d][w]), place.width()), middle, y + 26.0, note);
    }
}

/// The worlds with the largest regrets, at most `most`, in the order of the scenario.
fn shown(regret: &Regret, most: usize) -> Vec<usize> {
    let lost = |w: usize| regret.regrets.iter().map(|own| own[w]).fold(0.0, f64::max);
    let mut order: Vec<usize> = (0..regret.worlds.len()).collect();
    order.sort_by(|a, b| lost(*b).total_cmp(&lost(*a)).then(a.cmp(b)));
    order.truncate(most);
    order.sort_unstable();
    order
}

/// The designs that the question names and those with the least regret, at most [`MOST`], in the order of the scenario.
fn rows(summary: &Summary, regret: &Regret) -> Vec<usize> {
    let mut order: Vec<usize> = (0..regret.designs.len()).collect();
    let asked = |d: usize| d == 0 || d == regret.minimax || chart_titles::asked(summary, d);
    order.sort_by(|a, b| {
        asked(*b).cmp(&asked(*a)).then(regret.largest[*a].total_cmp(&regret.largest[*b])).then(a.cmp(b))
    });
    order.truncate(MOST);
    order.sort_unstable();
    order
}
