//! Momentum and self-drive: does it run by itself?
//!
//! Always: growth, paid share, belief, open places, hope and triggers have a panel each, if they change; trust and potential, if a design
//! changes them; what is still active after funding stops, if that was run. Without any of them the paper stays blank. If growth lies
//! within the dead band of its metric, the title says that activity stands still.

use super::draw::axis::{Calendar, Plot, Ticks, gutter};
use super::draw::canvas::Canvas;
use super::draw::colour;
use super::draw::labels;
use super::draw::layout::{Anchor, Area, Type};
use super::panels::{self, Moved, Panel, Shown};
use super::{Chart, Reads};
use crate::error::Error;
use crate::findings::chart_titles;
use crate::say;
use crate::stats::{Band, Evidence, Summary, Verdict};
use crate::words::number;
use crate::world::calendar::MONTH;
use crate::world::maths::exp;

pub(super) const ROW: Chart = Chart { name: "momentum-and-self-drive", reads: Reads::Summary(draw) };

/// The metrics in the order of their panels. Trust and potential drift under every design, so they are shown only if a design changes them.
const METRICS: [Shown; 10] = [
    Shown { metric: "momentum", head: |_| say!("chart-momentum-growth"), by: Moved::AtAll },
    Shown { metric: "trigger-paid", head: |_| say!("chart-momentum-paid"), by: Moved::AtAll },
    Shown { metric: "belief", head: |_| say!("chart-momentum-belief"), by: Moved::AtAll },
    Shown { metric: "belief:", head: |whom| say!("chart-momentum-belief-in", whom = whom), by: Moved::AtAll },
    Shown { metric: "vacuum", head: |_| say!("chart-momentum-vacuum"), by: Moved::AtAll },
    Shown { metric: "hope", head: |_| say!("chart-momentum-hope"), by: Moved::AtAll },
    Shown { metric: "trust:", head: |whom| say!("chart-momentum-trust", whom = whom), by: Moved::ByDesign },
    Shown { metric: "potential:", head: |whom| say!("chart-momentum-potential", whom = whom), by: Moved::ByDesign },
    Shown { metric: "trigger-internal", head: |_| say!("chart-momentum-habit"), by: Moved::AtAll },
    Shown { metric: "trigger-social", head: |_| say!("chart-momentum-social"), by: Moved::AtAll },
];

fn draw(summary: &Summary, canvas: &mut Canvas) -> Result<(), Error> {
    let Some(calendar) = Calendar::of(&summary.dates) else { return Ok(()) };
    let shown = chart_titles::shown(summary, canvas.designs());
    let coasts = coasts(summary, &shown);
    let rest = usize::from(!coasts.is_empty());
    let most = panels::most(canvas);
    let (mut moves, mut out) = panels::fitting(summary, &shown, &METRICS, most - rest);
    if moves.is_empty() && coasts.is_empty() {
        return Ok(());
    }
    let after = if coasts.is_empty() { String::new() } else { say!("chart-momentum-after-funding") };
    let title = title(summary, &shown, &moves, &coasts);
    let frame = |canvas: &mut Canvas, moves: &[Panel], out: &[String]| {
        let subtitle = say!("chart-over-time", means = panels::means(summary))
            + &after
            + &panels::note(summary, &shown, moves.iter().map(|panel| panel.metric))
            + &panels::without_room(out);
        canvas.frame(summary, &title, &subtitle)
    };
    let body = panels::framed(canvas, summary, &shown, (&mut moves, &mut out), rest, frame);
    let places = panels::places(canvas, body, moves.len() + rest);
    for (panel, place) in moves.iter().zip(&places) {
        panel.draw(summary, canvas, &calendar, &shown, *place)?;
    }
    if let (Some(place), true) = (places.last(), rest > 0) {
        draw_coasts(summary, canvas, &coasts, *place)?;
    }
    Ok(())
}

/// What is left of each design that costs money, a year after funding stops, if that was run.
fn coasts(summary: &Summary, shown: &[usize]) -> Vec<(usize, Band)> {
    let run = |verdict: &&Verdict| !verdict.coasting.is_empty();
    shown.iter().filter_map(|&d| Some((d, summary.verdicts.get(d).filter(run)?.coast?))).collect()
}

/// The panel of what is left after funding stops: a line of all runs together, and at the end a bar with the mean and 80 % of the runs.
fn draw_coasts(summary: &Summary, canvas: &mut Canvas, coasts: &[(usize, Band)], place: Area) -> Result<(), Error> {
    panels::head(canvas, &say!("chart-momentum-still-active"), place);
    let months: Vec<f64> = summary.coast_days.iter().map(|days| days / MONTH).collect();
    let end = months.last().copied().unwrap_or(12.0).max(1.0);
    let lines: Vec<(usize, Vec<(f64, f64)>)> = (coasts.iter())
        .map(|&(design, _)| {
            let left = summary.verdicts[design].coasting.iter().map(|band| band.mean);
            (design, std::iter::once((0.0, 1.0)).chain(months.iter().copied().zip(left)).collect())
        })
        .collect();
    let bars = coasts.iter().map(|(_, band)| band.p90);
    let most = lines.iter().flat_map(|(_, line)| line).map(|point| point.1).chain(bars).fold(1.0, f64::max);
    let ticks = Ticks::with_zero(0.0, most);
    let area =
        Area { left: place.left + gutter(&ticks, |x| number::tick("share", "", x)), top: place.top + 60.0, ..place };
    // The bars are drawn beside the plot, and their figures beside the bars.
    let width = (110.0 / coasts.len() as f64).clamp(16.0, 22.0);
    let plot = Plot::new(
        Area { right: place.right - panels::ENDS - width * coasts.len() as f64, ..area },
        (0.0, end),
        (ticks.low(), ticks.high()),
    );
    plot.grid(canvas, &ticks, "", |x| number::tick("share", "", x));
    let note = Type::NOTE.sized(22.0);
    // The unit may stand above the bars too.
    let (small, unit) = note.fitting(&say!("chart-momentum-of-twin"), place.right - plot.area.left, 1);
    canvas.write(&unit.concat(), plot.area.left, plot.area.top - 10.0, small);
    let widest = note.width(&say!("chart-momentum-months", months = number::figure(end.floor())));
    let fits = |every: &f64| end / every < 5.0 && plot.area.width() * every / end > widest + 8.0;
    let every = [1.0, 3.0, 6.0, 12.0, 24.0, 60.0].into_iter().find(fits).unwrap_or(120.0);
    let last = (end / every + 0.05).floor() as u32;
    for k in 0..=last {
        let month = every * f64::from(k);
        let (x, y) = plot.at(month.min(end), ticks.low());
        canvas.rule((x, y), (x, y + 8.0), 1.5, colour::AXIS, "");
        let text = number::figure(month);
        let text = if k == last { say!("chart-momentum-months", months = text) } else { text };
        canvas.write(&text, x, place.bottom + 36.0, note.anchored(Anchor::Middle));
    }
    for (design, line) in &lines {
        plot.line(canvas, line, colour::of_design(summary, *design), 4.0, "")?;
    }
    let height = |share: f64| plot.at(0.0, share.max(ticks.low())).1;
    for (k, (design, band)) in coasts.iter().enumerate() {
        let (x, tone) = (plot.area.right + width * (k as f64 + 0.75), colour::of_design(summary, *design));
        let bar = |from: f64, to: f64, half: f64| Area { left: x - half, top: from, right: x + half, bottom: to };
        canvas.block(bar(height(band.p90), height(band.p10), 6.0), 3.0, tone, 0.35);
        canvas.block(bar(height(band.mean) - 3.0, height(band.mean) + 3.0, 8.0), 2.0, tone, 1.0);
    }
    // Equal figures are written once, and only as many figures as can be read.
    let mut ends: Vec<(String, f64, colour::Colour)> = Vec::new();
    for (design, band) in coasts {
        let text = number::percent(band.mean);
        let fits = (ends.len() + 1) as f64 * 28.0 < plot.area.height();
        if fits && ends.iter().all(|end| end.0 != text) {
            ends.push((text, height(band.mean) - 13.0, colour::of_design(summary, *design)));
        }
    }
    let wanted: Vec<f64> = ends.iter().map(|end| end.1).collect();
    let tops = labels::apart(&wanted, &vec![14.0; ends.len()], plot.area.top - 20.0, plot.area.bottom + 10.0);
    for ((text, _, tone), top) in ends.iter().zip(tops) {
        let style = Type::VALUE.sized(22.0).coloured(*tone);
        canvas.write(text, place.right - panels::ENDS + 22.0, top + 21.0, style);
    }
    Ok(())
}

/// The title: what is left after funding stops, if that was run; otherwise the design that grows fastest.
fn title(summary: &Summary, shown: &[usize], moves: &[Panel], coasts: &[(usize, Band)]) -> String {
    let by_middle = |a: &&(usize, Band), b: &&(usize, Band)| a.1.mean.total_cmp(&b.1.mean);
    let share = |design: usize, band: &Band| {
        let kept = summary.verdicts.get(design).and_then(|verdict| verdict.gain_kept);
        match kept.map(|kept| chart_titles::ratio(&kept, number::percent)) {
            Some((_, range)) if !range.is_empty() => {
                say!("chart-momentum-and-gain", share = number::percent(band.mean), range = range)
            }
            _ => number::percent(band.mean),
        }
    };
    let name = |design: usize| chart_titles::design_name(summary, design);
    let holds = |a: usize, b: usize| summary.holds.get(a).and_then(|own| own.get(b)) == Some(&Evidence::Better);
    match (coasts.iter().max_by(by_middle), coasts.iter().min_by(by_middle)) {
        (Some(&(best, most)), Some(&(worst, least))) if best != worst && holds(best, worst) => say!(
            "chart-momentum-keeps-two",
            best = name(best),
            most = number::percent(most.mean),
            worst = name(worst),
            least = number::percent(least.mean)
        ),
        (Some(&(best, most)), Some(&(worst, least))) if best != worst => say!(
            "chart-momentum-keep-alike",
            range = number::range(&number::percent(least.mean), &number::percent(most.mean))
        ),
        (Some(&(only, band)), _) => {
            say!("chart-momentum-keeps", design = name(only), range = share(only, &band))
        }
        _ => match moves.first() {
            Some(first) if summary.metrics[first.metric].name != "momentum" => panel_end(summary, first),
            _ => growth(summary, shown),
        },
    }
}

/// The last values of a panel under the leader and under the baseline.
fn panel_end(summary: &Summary, panel: &Panel) -> String {
    let end = |design: usize| {
        let last = summary.bands[design][panel.metric].last().map_or(0.0, |band| band.mean);
        say!("chart-momentum-under", value = (panel.write)(last), design = chart_titles::design_name(summary, design))
    };
    match chart_titles::leader(summary) {
        Some(leader) => say!("chart-momentum-ends-two", metric = &panel.head, leader = end(leader), base = end(0)),
        None => say!("chart-momentum-ends", metric = &panel.head, base = end(0)),
    }
}

/// The design whose activity grows fastest, and whether it still grows at the end.
fn growth(summary: &Summary, shown: &[usize]) -> String {
    let peak = |design: usize| {
        let bands = summary.band(design, "momentum")?;
        let last = bands.last()?.mean;
        let (when, most) = bands.iter().enumerate().max_by(|a, b| a.1.mean.total_cmp(&b.1.mean))?;
        Some((design, *summary.dates.get(when)?, most.mean, last))
    };
    let fastest = shown.iter().filter_map(|&d| peak(d)).max_by(|a, b| a.2.total_cmp(&b.2));
    let rate = |log: f64| number::percent(exp(log.abs()) - 1.0);
    match fastest {
        Some((design, when, most, last)) if most >= 0.01 => {
            let design = chart_titles::design_name(summary, design);
            say!(
                "chart-momentum-fastest",
                design = design,
                most = rate(most),
                month = number::long_month(when),
                then = match last {
                    last if last < -0.01 => "shrinks",
                    last if last < 0.01 => "still",
                    _ => "grows",
                },
                last = rate(last)
            )
        }
        _ => say!("chart-momentum-none"),
    }
}
