//! Scorecard: what do I choose?
//!
//! Always: at most seven designs, the baseline first. A mean gain has its interval, a number of runs is never printed as certainty, means stand
//! beside means, and what was not measured is a dash.

use super::draw::canvas::{Canvas, MARGIN};
use super::draw::colour;
use super::draw::layout::{Anchor, Area, SMALL, Type};
use super::draw::lines::{are_whole, is_cut};
use super::{Chart, Reads};
use crate::error::Error;
use crate::findings::chart_titles;
use crate::say;
use crate::stats::Summary;
use crate::words::number;

pub(super) const ROW: Chart = Chart { name: "scorecard", reads: Reads::Summary(draw) };

/// A column of figures.
struct Column<'s> {
    head: String,
    /// Its own width, px, before the columns are scaled to the paper.
    wide: f64,
    /// The value of a design, and the line below it.
    cell: Box<dyn Fn(usize) -> (String, String) + 's>,
}

/// The columns in which any design has a value, the most important first.
fn columns(summary: &Summary) -> Vec<Column<'_>> {
    type Cell = fn(&Summary, usize) -> (String, String);
    let column = |head: String, wide: f64, cell: Cell| Column {
        head,
        wide,
        cell: Box::new(move |design| cell(summary, design)),
    };
    let mut columns = vec![
        column(say!("chart-score-level"), 210.0, level),
        column(say!("chart-score-gain"), 190.0, gain),
        column(say!("chart-score-ahead"), 160.0, ahead),
        column(say!("chart-score-cost", horizon = &summary.horizon), 170.0, cost),
        column(extra_head(summary), 290.0, extra),
        column(say!("chart-score-coast"), 270.0, coast),
    ];
    let beside = summary.beside.iter().filter_map(|&m| summary.metrics.get(m)).enumerate();
    let beside = beside.map(|(k, metric)| Column {
        head: chart_titles::capitalised(&metric.short()),
        wide: 180.0,
        cell: Box::new(move |design| {
            let band = summary.verdicts.get(design).and_then(|v| v.beside.get(k)).copied().unwrap_or_default();
            let write = |x: f64| number::value(&metric.unit, &summary.currency, x);
            let range = number::range(&write(band.p10), &write(band.p90));
            (write(band.mean), if summary.replicates > 1 { range } else { String::new() })
        }),
    });
    columns.splice(3..3, beside);
    columns.retain(|column| (0..summary.designs.len()).any(|design| (column.cell)(design).0 != number::NOTHING));
    columns
}

/// The columns for which there is room, with their widths, and the heads of the others. A column is at least as wide as its longest
/// number in small letters, because a number is never cut.
fn fitting<'s>(summary: &'s Summary, shown: &[usize], room: f64, pad: f64) -> (Vec<Column<'s>>, Vec<String>) {
    let least = |column: &Column| {
        let words = column.head.split(' ').map(|word| Type::NOTE.width(word));
        let cells = shown.iter().map(|design| {
            let (value, below) = (column.cell)(*design);
            // Rows of many designs are too low for a second line.
            let below = if shown.len() > 5 { Type::NOTE.width(&below) } else { in_two_lines(&below) };
            Type::VALUE.sized(SMALL).width(&value).max(below)
        });
        words.chain(cells).fold(0.0, f64::max) + pad + 1.0
    };
    let mut all = columns(summary);
    let needs: Vec<f64> = all.iter().map(least).collect();
    let fits = |count: &usize| needs[..*count].iter().sum::<f64>() <= room;
    let count = (1..=all.len()).rev().find(fits).unwrap_or(1);
    let out = all.split_off(count).into_iter().map(|column| column.head).collect();
    // Columns share what is left in proportion to their own widths.
    let wanted: f64 = all.iter().map(|column| column.wide).sum();
    let left = room - needs[..count].iter().sum::<f64>();
    for (column, need) in all.iter_mut().zip(needs) {
        column.wide = need + left * column.wide / wanted;
    }
    (all, out)
}

/// The width of a small text in two lines, or in one if it has one word.
fn in_two_lines(text: &str) -> f64 {
    let breaks = text.match_indices(' ').map(|(at, _)| (&text[..at], &text[at + 1..]));
    let widths = breaks.map(|(one, two)| Type::NOTE.width(one).max(Type::NOTE.width(two)));
    widths.fold(Type::NOTE.width(text), f64::min)
}

fn draw(summary: &Summary, canvas: &mut Canvas) -> Result<(), Error> {
    let Some(metric) = summary.metrics.get(summary.headline) else {
        return Ok(());
    };
    let shown = chart_titles::shown(summary, canvas.designs());
    let narrow = canvas.is_narrow();
    let (name, watch) = match (narrow, shown.iter().any(|&design| !chart_titles::flags(summary, design).is_empty())) {
        (true, _) => (190.0, 0.0),
        (false, warned) => (290.0, if warned { 270.0 } else { 0.0 }),
    };
    // Long names get a wider column, so that small letters need two lines.
    let widest = shown.iter().map(|&d| Type::VALUE.sized(SMALL).width(&summary.designs[d].says)).fold(0.0, f64::max);
    let name = if narrow { name } else { (widest / 2.0 + 70.0).clamp(name, 460.0) };
    let pad = if narrow { 12.0 } else { 28.0 };
    let (columns, out) = fitting(summary, &shown, canvas.room() - name - watch, pad);
    let subtitle = if summary.replicates < 2 {
        say!("chart-score-subtitle-one-run", metric = metric.compared())
    } else {
        say!("chart-score-subtitle", metric = metric.compared(), runs = summary.replicates)
    };
    let out = if out.is_empty() { String::new() } else { say!("chart-score-on-the-page", names = out.join(", ")) };
    let subtitle = subtitle + &chart_titles::shown_note(summary, &shown) + &out;
    let area = canvas.frame(summary, &title(summary, narrow), &subtitle);

    let head = Type::NOTE.anchored(Anchor::End);
    let heads: Vec<Vec<String>> = columns.iter().map(|column| head.wrap(&column.head, column.wide - pad, 4)).collect();
    let line = area.top + 25.0 * heads.iter().map(Vec::len).max().unwrap_or(1).saturating_sub(3) as f64 + 30.0;
    let mut right = area.left + name;
    for (column, lines) in columns.iter().zip(&heads) {
        right += column.wide;
        for (i, text) in lines.iter().enumerate() {
            canvas.write(text, right, line - (lines.len() - 1 - i) as f64 * 25.0, head);
        }
    }
    if watch > 0.0 {
        canvas.write(&say!("chart-score-watch-out"), right + 56.0, line, Type::NOTE);
    }
    let top = line + 18.0;
    canvas.rule((area.left, top), (area.right, top), 2.0, colour::AXIS, "");
    let high = ((area.bottom + 40.0 - top) / shown.len().max(1) as f64).min(140.0);
    for (i, &design) in shown.iter().enumerate() {
        let row = Area { top: top + high * i as f64, bottom: top + high * (i + 1) as f64, ..area };
        names(canvas, summary, design, Area { right: row.left + name, ..row });
        let mut right = area.left + name;
        for column in &columns {
            right += column.wide;
            let (value, below) = (column.cell)(design);
            cell(canvas, &value, &below, right, column.wide - pad, row);
        }
        if watch > 0.0 {
            let flags = chart_titles::flags(summary, design);
            let room = row.right - right - 56.0;
            let mut y = middle(&row) + 7.0 - (flags.len().max(1) - 1) as f64 * 13.0;
            for text in flags {
                for line in Type::NOTE.wrap(&text, room, 2) {
                    canvas.write(&line, right + 56.0, y, Type::NOTE.coloured(colour::INK));
                    y += 26.0;
                }
            }
        }
        canvas.rule((area.left, row.bottom), (area.right, row.bottom), 1.5, colour::GRID, "");
    }
    let end = top + high * shown.len() as f64;
    remarks(canvas, summary, Area { top: end + 28.0, bottom: area.bottom + 40.0, ..area });
    Ok(())
}

/// Adequacy of the runs and warnings, if the table leaves room for them.
fn remarks(canvas: &mut Canvas, summary: &Summary, place: Area) {
    let style = Type::NOTE.sized(22.0);
    let mut y = place.top + 20.0;
    for text in std::iter::once(&summary.adequacy).chain(&summary.warnings).filter(|t| !t.is_empty()) {
        let lines = style.wrap(&chart_titles::capitalised(text), place.width(), 2);
        if y + lines.len() as f64 * 31.0 > place.bottom + 24.0 || lines.last().is_some_and(|l| is_cut(l)) {
            break;
        }
        for line in lines {
            canvas.write(&line, place.left, y, style);
            y += 31.0;
        }
        y += 6.0;
    }
}

/// The recommendation, if the whole of it fits: a sentence that is cut off may say the opposite.
fn title(summary: &Summary, narrow: bool) -> String {
    let recommendation = summary.recommendation.trim_end_matches('.');
    let room = if narrow { 960.0 } else { 1920.0 } - 2.0 * MARGIN;
    let lines = Type::VALUE.sized(44.0).wrap(recommendation, room, if narrow { 5 } else { 3 });
    if recommendation.is_empty() || lines.last().is_none_or(|l| is_cut(l)) {
        return chart_titles::gain_title(
            summary,
            chart_titles::shown(summary, chart_titles::SHOWN).get(1..).unwrap_or_default(),
        );
    }
    recommendation.to_owned()
}

fn middle(row: &Area) -> f64 {
    (row.top + row.bottom) / 2.0
}

fn names(canvas: &mut Canvas, summary: &Summary, design: usize, place: Area) {
    let tone = colour::of_design(summary, design);
    let mark = Area { right: place.left + 8.0, top: place.top + 20.0, bottom: place.bottom - 20.0, ..place };
    canvas.block(mark, 4.0, tone, 1.0);
    // The whole name, in letters as large as its row allows.
    let set = |size: f64| {
        let style = Type::VALUE.sized(size);
        let most = ((place.height() - 8.0) / (size * 1.16)).floor().max(1.0) as usize;
        (style, style.wrap(&summary.designs[design].says, place.width() - 28.0, most))
    };
    let whole = [24.0, 22.0].map(set).into_iter().find(|(_, lines)| are_whole(lines));
    let (style, lines) = whole.unwrap_or_else(|| set(SMALL));
    let step = style.size * 1.16;
    let mut y = middle(&place) + style.size * 0.36 - (lines.len().max(1) - 1) as f64 * step / 2.0;
    for text in lines {
        canvas.write(&text, place.left + 28.0, y, style);
        y += step;
    }
}

fn cell(canvas: &mut Canvas, value: &str, below: &str, right: f64, room: f64, row: Area) {
    // A word or a dash is less prominent than a figure.
    let figure = value.contains(|c: char| c.is_ascii_digit());
    let style = if figure { Type::VALUE } else { Type::NOTE.sized(22.0) }.anchored(Anchor::End);
    let size = [style.size, 24.0, 22.0].into_iter().find(|&s| style.sized(s).width(value) <= room).unwrap_or(SMALL);
    let note = Type::NOTE.anchored(Anchor::End);
    // The line below may need a second one.
    let lines = if below.is_empty() { Vec::new() } else { note.wrap(below, room, 2) };
    let y = middle(&row) + 10.0 - [0.0, 14.0, 24.0][lines.len().min(2)];
    canvas.write(value, right, y, style.sized(size));
    for (k, line) in lines.iter().enumerate() {
        canvas.write(line, right, y + 31.0 + 24.0 * k as f64, note);
    }
}

fn level(summary: &Summary, design: usize) -> (String, String) {
    let unit = summary.metrics.get(summary.headline).map_or("", |m| m.unit.as_str());
    let write = |x: f64| number::value(unit, &summary.currency, x);
    let level = summary.verdicts.get(design).map_or(Default::default(), |v| v.level);
    let range = number::range(&write(level.p10), &write(level.p90));
    (write(level.mean), if summary.replicates > 1 { range } else { String::new() })
}

fn gain(summary: &Summary, design: usize) -> (String, String) {
    match chart_titles::gain(summary, design) {
        Some(g) if g.coincides => ("0".to_owned(), say!("chart-score-coincides")),
        Some(g) if summary.replicates > 1 => {
            (chart_titles::gained(summary, design, &g), chart_titles::interval(summary, design, &g))
        }
        Some(g) => (chart_titles::gained(summary, design, &g), String::new()),
        None if design == 0 => (say!("chart-score-baseline"), String::new()),
        None => (number::NOTHING.to_owned(), String::new()),
    }
}

fn ahead(summary: &Summary, design: usize) -> (String, String) {
    match chart_titles::gain(summary, design) {
        Some(g) if summary.replicates > 1 && !g.coincides => {
            // "71 % of runs", or "3 of 4 runs": the figure, and below it what it counts.
            let text = chart_titles::ahead(&g.tally);
            let (figure, below) = text.split_once(' ').unwrap_or((&text, ""));
            (figure.to_owned(), below.to_owned())
        }
        _ => (number::NOTHING.to_owned(), String::new()),
    }
}

fn cost(summary: &Summary, design: usize) -> (String, String) {
    let Some(verdict) = summary.verdicts.get(design) else { return (number::NOTHING.to_owned(), String::new()) };
    let hours = verdict.hours.staff + verdict.hours.review;
    let below = if hours > 0.0 { say!("chart-score-hours", hours = number::figure(hours)) } else { String::new() };
    (number::money(&summary.currency, verdict.cost), below)
}

fn extra(summary: &Summary, design: usize) -> (String, String) {
    let each = summary.verdicts.get(design).and_then(|v| v.cost_per_extra);
    let money = |x: f64| number::money(&summary.currency, x);
    each.map_or((number::NOTHING.to_owned(), String::new()), |each| match chart_titles::ratio(&each, money) {
        (unknown, range) if range.is_empty() => (unknown, say!("chart-score-may-be-zero")),
        known => known,
    })
}

fn extra_head(summary: &Summary) -> String {
    let unit = summary.metrics.get(summary.headline).map_or(String::new(), chart_titles::extra_unit);
    say!("chart-score-cost-per-extra", unit = unit)
}

fn coast(summary: &Summary, design: usize) -> (String, String) {
    match summary.verdicts.get(design).and_then(|v| v.coast) {
        Some(c) => {
            let kept = summary.verdicts.get(design).and_then(|v| v.gain_kept);
            let below = match kept.map(|kept| chart_titles::ratio(&kept, number::percent)) {
                Some((share, range)) if range.is_empty() => say!("chart-score-gain-unknown", share = share),
                Some((_, range)) => say!("chart-score-gain-kept", range = range),
                None => number::range(&number::percent(c.p10), &number::percent(c.p90)),
            };
            (number::percent(c.mean), below)
        }
        None => (number::NOTHING.to_owned(), String::new()),
    }
}
