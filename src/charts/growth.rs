//! Growth accounting: why does the number of active people move?
//!
//! Always: arrivals are above zero, departures below. Values are means over runs, so the parts of a bar add up exactly. Both panels
//! share one scale. People who return are not counted as new.

use super::draw::axis::{Calendar, Plot, Ticks, gutter};
use super::draw::canvas::Canvas;
use super::draw::colour::{self, Colour};
use super::draw::labels;
use super::draw::layout::{Area, LARGE, Type};
use super::{Chart, Reads};
use crate::error::Error;
use crate::findings::chart_titles;
use crate::say;
use crate::stats::{MetricName, Summary};
use crate::words::number;

pub(super) const ROW: Chart = Chart { name: "growth-accounting", reads: Reads::Summary(draw) };

/// The four flows: arrivals, then departures.
const PARTS: [&str; 4] = ["new", "returned", "lapsed", "left"];

/// The four flows of one design, and the quick ratio, per period.
struct Flows {
    parts: [Vec<f64>; 4],
    ratio: Option<Vec<f64>>,
}

impl Flows {
    /// The flows of `whom`: "people" or "contributors". `None` if they were not recorded.
    fn of(summary: &Summary, design: usize, whom: &str) -> Option<Flows> {
        let means = |metric: String| -> Option<Vec<f64>> {
            let bands = summary.band(design, &metric)?;
            Some(bands.iter().map(|b| if b.mean.is_finite() { b.mean.max(0.0) } else { 0.0 }).collect())
        };
        let [new, returned, lapsed, left] = PARTS.map(|part| means(format!("{part}-{whom}")));
        let parts = [new?, returned?, lapsed?, left?];
        // The ratio of the means, like the bars: the mean of the ratios of runs would be larger if few people leave. A gap if nobody does.
        let ratio = (0..parts[0].len())
            .map(|k| ((parts[0][k] + parts[1][k]), (parts[2][k] + parts[3][k])))
            .map(|(came, went)| if went > 1e-9 { (came / went).min(20.0) } else { f64::NAN })
            .collect();
        Some(Flows { parts, ratio: Some(ratio) })
    }

    /// Arrivals for each departure over the last `periods` periods; `None` if nobody left.
    fn balance(&self, periods: usize) -> Option<f64> {
        let sum = |part: &Vec<f64>| part.iter().rev().take(periods).sum::<f64>();
        let (come, gone) = (sum(&self.parts[0]) + sum(&self.parts[1]), sum(&self.parts[2]) + sum(&self.parts[3]));
        (gone > 1e-9).then(|| come / gone)
    }
}

fn draw(summary: &Summary, canvas: &mut Canvas) -> Result<(), Error> {
    let Some(calendar) = Calendar::of(&summary.dates) else {
        return Ok(());
    };
    // Arrivals and departures of people do not explain money, organisations or totals.
    let counts = |m: &MetricName| !m.is_total() && !["money", "organisations"].contains(&m.unit.as_str());
    if !summary.metrics.get(summary.headline).is_some_and(counts) {
        return Ok(());
    }
    let core = summary.metrics.get(summary.headline).is_some_and(|m| m.name.contains("contributor"));
    let whom = if core { "contributors" } else { "people" };
    let designs: Vec<usize> = [Some(0), chart_titles::leader(summary)].into_iter().flatten().collect();
    let flows: Vec<(usize, Flows)> =
        designs.iter().filter_map(|&d| Flows::of(summary, d, whom).map(|f| (d, f))).collect();
    if flows.is_empty() {
        return Ok(());
    }
    let year = calendar.days.iter().filter(|&&day| day > calendar.end() - 360.0).count();
    // On narrow paper there is no room for names beside the bars, nor for the ratio.
    let subtitle = say!(
        "chart-growth-subtitle",
        whom = whom,
        runs = summary.replicates,
        paper = if canvas.is_narrow() { "narrow" } else { "wide" }
    ) + &chart_titles::shown_note(summary, &designs);
    let area = canvas.frame(summary, &title(summary, &flows, whom, year), &subtitle);
    draw_panels(summary, canvas, &calendar, &flows, area)
}

fn title(summary: &Summary, flows: &[(usize, Flows)], whom: &str, year: usize) -> String {
    let balance = |flow: &(usize, Flows)| {
        flow.1
            .balance(year)
            .map(|b| (chart_titles::design_name(summary, flow.0), number::figure((b * 100.0).round() / 100.0)))
    };
    let balances: Vec<(String, String)> = flows.iter().filter_map(balance).collect();
    match balances.as_slice() {
        [(base, theirs), (design, ours)] if ours == theirs => {
            say!("chart-growth-alike", design = design, base = base, ours = ours, whom = whom)
        }
        [(base, theirs), (design, ours)] => {
            say!("chart-growth-two", design = design, ours = ours, whom = whom, base = base, theirs = theirs)
        }
        [(base, theirs)] => say!("chart-growth-alone", base = base, theirs = theirs, whom = whom),
        _ => say!("chart-growth-nobody", whom = whom),
    }
}

fn draw_panels(
    summary: &Summary,
    canvas: &mut Canvas,
    calendar: &Calendar,
    flows: &[(usize, Flows)],
    area: Area,
) -> Result<(), Error> {
    let most = |a: usize, b: usize| {
        let sums = flows.iter().flat_map(|(_, f)| f.parts[a].iter().zip(&f.parts[b]).map(|(x, y)| x + y));
        sums.fold(0.0, f64::max)
    };
    let ticks = Ticks::with_zero(-most(2, 3), most(0, 1));
    let write = |x: f64| number::signed(x, number::figure);
    let ratios = flows.iter().filter_map(|(_, f)| f.ratio.as_ref()).flatten().copied().fold(1.0, f64::max);
    let strip =
        if ratios <= 4.0 { Ticks(vec![0.0, 1.0, ratios.ceil().max(2.0)]) } else { Ticks::with_zero(0.0, ratios) };
    let narrow = canvas.is_narrow();
    let column = if narrow { 0.0 } else { 230.0 };
    let wide = Area { right: area.right - column, ..area };
    let (columns, rows) = if narrow { (1, flows.len()) } else { (flows.len(), 1) };
    let gutter = gutter(&ticks, write).max(self::gutter(&strip, number::figure));
    for ((design, flow), panel) in flows.iter().zip(wide.parts(columns, rows, 56.0, 84.0)) {
        let tone = colour::of_design(summary, *design);
        let name = Type::VALUE.sized(LARGE).coloured(tone);
        let (name, lines) = name.fitting(&summary.designs[*design].says, panel.width(), 2);
        for (k, line) in lines.iter().enumerate() {
            canvas.write(line, panel.left, panel.top + 4.0 + name.size * 1.2 * k as f64, name);
        }
        let left = panel.left + gutter;
        let high = if flow.ratio.is_some() { panel.height() * if narrow { 0.0 } else { 0.2 } } else { 0.0 };
        let bars = Area {
            left,
            top: panel.top + 64.0 + name.size * 1.2 * lines.len().saturating_sub(1) as f64,
            bottom: panel.bottom - if high > 0.0 { high + 84.0 } else { 0.0 },
            ..panel
        };
        let plot = Plot::new(bars, (0.0, calendar.end()), (ticks.low(), ticks.high()));
        plot.grid(canvas, &ticks, &period(calendar), write);
        draw_bars(canvas, &plot, calendar, flow, tone)?;
        let below = Area { left, top: panel.bottom - high, ..panel };
        if let Some(ratio) = flow.ratio.as_ref().filter(|_| high > 0.0) {
            let plot = Plot::new(below, (0.0, calendar.end()), (0.0, strip.high()));
            plot.grid(canvas, &strip, &say!("chart-growth-quick-ratio"), number::figure);
            let points: Vec<(f64, f64)> = calendar.days.iter().copied().zip(ratio.iter().copied()).collect();
            plot.line(canvas, &[(0.0, 1.0), (calendar.end(), 1.0)], colour::INK, 2.0, "2 7")?;
            plot.line(canvas, &points, tone, 4.0, "")?;
            calendar.axis(canvas, &plot, panel.bottom + 36.0);
        } else {
            calendar.axis(canvas, &plot, panel.bottom + 36.0);
        }
        if !narrow && flows.last().is_some_and(|(d, _)| d == design) {
            key(canvas, &plot, flow, tone, Area { left: panel.right + 28.0, right: area.right, ..bars });
        }
    }
    Ok(())
}

/// The unit of a flow, by the length of the periods.
fn period(calendar: &Calendar) -> String {
    match calendar.end() / calendar.days.len().max(1) as f64 {
        days if (6.0..8.0).contains(&days) => say!("chart-growth-people-a-week"),
        days if (27.0..32.0).contains(&days) => say!("chart-growth-people-a-month"),
        _ => say!("chart-growth-people-a-period"),
    }
}

fn tones(tone: Colour) -> [Colour; 4] {
    [tone, tone.tint(0.5), colour::INK.tint(0.3), colour::INK.tint(0.65)]
}

fn draw_bars(canvas: &mut Canvas, plot: &Plot, calendar: &Calendar, flow: &Flows, tone: Colour) -> Result<(), Error> {
    let mut from = 0.0;
    for (i, &to) in calendar.days.iter().enumerate() {
        let gap = (to - from) * 0.14;
        let x = (from + gap, to - gap);
        let part = |p: usize| flow.parts[p].get(i).copied().unwrap_or(0.0);
        let tones = tones(tone);
        plot.bar(canvas, x, (0.0, part(0)), tones[0])?;
        plot.bar(canvas, x, (part(0), part(0) + part(1)), tones[1])?;
        plot.bar(canvas, x, (0.0, -part(2)), tones[2])?;
        plot.bar(canvas, x, (-part(2), -part(2) - part(3)), tones[3])?;
        from = to;
    }
    Ok(())
}

/// Names of the parts, at the height where the last bar has them.
fn key(canvas: &mut Canvas, plot: &Plot, flow: &Flows, tone: Colour, column: Area) {
    let last = [0, 1, 2, 3].map(|part| flow.parts[part].last().copied().unwrap_or(0.0));
    let middle = [last[0] / 2.0, last[0] + last[1] / 2.0, -last[2] / 2.0, -last[2] - last[3] / 2.0];
    let wanted = middle.map(|y| plot.at(0.0, y).1 - 13.0);
    let tops = labels::apart(&wanted, &[26.0; 4], column.top, column.bottom);
    let note = Type::NOTE.sized(22.0).coloured(colour::INK);
    let names = [
        say!("chart-growth-new"),
        say!("chart-growth-returned"),
        say!("chart-growth-lapsed"),
        say!("chart-growth-left"),
    ];
    for ((name, top), tone) in names.iter().zip(tops).zip(tones(tone)) {
        let mark = Area { left: column.left, top: top + 4.0, right: column.left + 18.0, bottom: top + 22.0 };
        canvas.block(mark, 2.0, tone, 1.0);
        canvas.write(&note.shorten(name, column.width() - 30.0), column.left + 30.0, top + 21.0, note);
    }
}
