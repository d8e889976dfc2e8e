//! Money and points: can we pay, and what do we owe?
//!
//! Always: a panel for each metric that changes: what was paid so far, what is left in each pool, what could not be paid, and points. All
//! money on the slide is in one unit, and so are all points. Without money and points the paper stays blank.

use super::draw::axis::Calendar;
use super::draw::canvas::Canvas;
use super::mark_rows;
use super::panels::{self, Moved, Panel, Shown};
use super::{Chart, Reads};
use crate::error::Error;
use crate::findings::chart_titles;
use crate::metrics::names;
use crate::say;
use crate::stats::Summary;
use crate::words::number;

pub(super) const ROW: Chart = Chart { name: "money-and-points", reads: Reads::Summary(draw) };

const METRICS: [Shown; 6] = [
    Shown { metric: "money-paid", head: |_| say!("chart-money-paid"), by: Moved::AtAll },
    Shown { metric: "pool:", head: |pool| say!("chart-money-left-in", pool = pool), by: Moved::AtAll },
    Shown { metric: "unpaid", head: |_| say!("chart-money-unpaid"), by: Moved::AtAll },
    Shown { metric: "points-held", head: |_| say!("chart-money-points-held"), by: Moved::AtAll },
    Shown { metric: "points-farmed", head: |_| say!("chart-money-points-farmed"), by: Moved::AtAll },
    Shown { metric: "capital", head: |_| say!("chart-money-capital"), by: Moved::AtAll },
];

/// The unit of figures, so that all amounts can be read.
#[derive(Clone, Copy)]
enum Size {
    Billion,
    Million,
    Thousand,
    One,
}

impl Size {
    fn number(self) -> f64 {
        match self {
            Size::Billion => 1e9,
            Size::Million => 1e6,
            Size::Thousand => 1e3,
            Size::One => 1.0,
        }
    }

    fn name(self) -> String {
        match self {
            Size::Billion => say!("chart-money-billion"),
            Size::Million => say!("chart-money-million"),
            Size::Thousand => say!("chart-money-thousand"),
            Size::One => String::new(),
        }
    }
}

fn draw(summary: &Summary, canvas: &mut Canvas) -> Result<(), Error> {
    let Some(calendar) = Calendar::of(&summary.dates) else { return Ok(()) };
    let shown = chart_titles::shown(summary, canvas.designs());
    let (mut moves, mut out) = panels::fitting(summary, &shown, &METRICS, panels::most(canvas));
    if moves.is_empty() {
        return Ok(());
    }
    let one = number::money(&summary.currency, 1.0);
    let currency = one.split(number::GLUE).next().unwrap_or_default();
    for (unit, currency) in [("money", currency), ("points", "")] {
        let size = size(summary, &shown, &moves, unit);
        let name = size.name();
        let name = format!("{currency} {name}");
        for panel in moves.iter_mut().filter(|panel| summary.metrics[panel.metric].unit == unit) {
            if !name.trim().is_empty() {
                panel.head = format!("{}, {}", panel.head, name.trim());
            }
            (panel.per, panel.write) = (size.number(), mark_rows::plain);
        }
    }
    let title = title(summary, &shown);
    let frame = |canvas: &mut Canvas, moves: &[Panel], out: &[String]| {
        let subtitle = say!("chart-over-time", means = panels::means(summary))
            + &panels::note(summary, &shown, moves.iter().map(|panel| panel.metric))
            + &panels::without_room(out);
        canvas.frame(summary, &title, &subtitle)
    };
    let body = panels::framed(canvas, summary, &shown, (&mut moves, &mut out), 0, frame);
    for (panel, place) in moves.iter().zip(panels::places(canvas, body, moves.len())) {
        panel.draw(summary, canvas, &calendar, &shown, place)?;
    }
    Ok(())
}

/// The size in which all amounts of a unit of metrics, "money" or "points", can be read.
fn size(summary: &Summary, shown: &[usize], moves: &[Panel], unit: &str) -> Size {
    let panels = moves.iter().filter(|panel| summary.metrics[panel.metric].unit == unit);
    let means = panels.flat_map(|panel| shown.iter().flat_map(|&d| &summary.bands[d][panel.metric]));
    let most = means.map(|band| band.mean.abs()).filter(|x| x.is_finite()).fold(0.0, f64::max);
    let sizes = [Size::Billion, Size::Million, Size::Thousand];
    sizes.into_iter().find(|size| most >= size.number()).unwrap_or(Size::One)
}

/// The mean cost of the leader, and its upper bound in nine of ten runs; without a leader the largest cost.
fn title(summary: &Summary, shown: &[usize]) -> String {
    let paid = |design: usize| summary.band(design, names::MONEY_PAID).and_then(|bands| bands.last().copied());
    let most = || {
        shown.iter().copied().max_by(|a, b| {
            let middle = |d: &usize| paid(*d).map_or(0.0, |band| band.mean);
            middle(a).total_cmp(&middle(b)).then(b.cmp(a))
        })
    };
    let Some(design) = chart_titles::leader(summary).or_else(most) else { return say!("chart-money-nothing") };
    let name = chart_titles::design_name(summary, design);
    match paid(design) {
        Some(band) if band.p90 > 0.0 => {
            let money = |x: f64| number::money(&summary.currency, x);
            if summary.replicates > 1 && money(band.p90) != money(band.mean) {
                say!("chart-money-costs-at-most", design = name, cost = money(band.mean), bound = money(band.p90))
            } else {
                say!("chart-money-costs", design = name, cost = money(band.mean))
            }
        }
        _ => say!("chart-money-costs-nothing", design = name),
    }
}
