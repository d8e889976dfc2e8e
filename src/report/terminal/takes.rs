//! What each design takes and leaves, below the verdict: money, hours, cost per extra, what is left when funding stops.
//!
//! Invariant: hours stand beside the money, and every ratio has its interval or is said to be unknown.

use super::layout::{Column, Paint, table, wrap};
use crate::findings::chart_titles;
use crate::say;
use crate::stats::{MetricName, Ratio, Summary, Verdict};
use crate::words::number::{self, NOTHING};

/// The lines; none if nothing was spent, and nothing is left.
pub(super) fn lines(summary: &Summary, names: &[String], width: usize, paint: Paint) -> Vec<String> {
    let Some(metric) = summary.metrics.get(summary.headline) else { return Vec::new() };
    let columns = columns(summary, metric);
    if columns.is_empty() {
        return Vec::new();
    }
    let mut lines = table(names, &columns, width, paint).unwrap_or_else(|| stacked(names, &columns, width, paint));
    if let Some(line) = spends(summary) {
        lines.extend(wrap(&line, width, "  "));
    }
    let unknown = |v: &Verdict| [v.cost_per_extra, v.gain_kept].contains(&Some(Ratio::Unknown));
    if summary.verdicts.iter().any(unknown) {
        lines.extend(wrap(&say!("report-not-known"), width, "  "));
    }
    lines
}

fn columns(summary: &Summary, metric: &MetricName) -> Vec<Column> {
    let column = |head: String, cell: &dyn Fn(usize, &Verdict) -> String| Column {
        head,
        cells: summary.verdicts.iter().enumerate().map(|(design, verdict)| cell(design, verdict)).collect(),
    };
    let money = |x: f64| number::money(&summary.currency, x);
    let some = |x: f64, write: &dyn Fn(f64) -> String| if x > 0.0 { write(x) } else { NOTHING.to_owned() };
    let ratio = |found: Option<Ratio>, write: &dyn Fn(f64) -> String| {
        found.map_or(NOTHING.to_owned(), |found| match chart_titles::ratio(&found, write) {
            (value, range) if range.is_empty() => value,
            (value, range) => format!("{value} ({range})"),
        })
    };
    let cost = say!("report-cost", horizon = &summary.horizon);
    let each = say!("report-cost-per-extra", unit = chart_titles::extra_unit(metric));
    let mut columns = vec![
        column(cost, &|_, v| some(v.cost, &money)),
        column(say!("report-owed"), &|_, v| some(v.owed, &money)),
        column(say!("report-hours-staff"), &|_, v| some(v.hours.staff, &number::figure)),
        column(say!("report-hours-review"), &|_, v| some(v.hours.review, &number::figure)),
        column(each, &|_, v| ratio(v.cost_per_extra, &money)),
        column(say!("report-net"), &|_, v| v.net.map_or_else(|| NOTHING.to_owned(), |net| money(net.mean))),
        column(say!("report-net-extra"), &|_, v| v.net_extra.map_or_else(|| NOTHING.to_owned(), |net| money(net.mean))),
        column(say!("report-coast"), &|_, v| v.coast.map_or_else(|| NOTHING.to_owned(), |c| number::percent(c.mean))),
        column(say!("report-gain-kept"), &|_, v| ratio(v.gain_kept, &number::percent)),
    ];
    columns.retain(|column| column.cells.iter().any(|cell| cell != NOTHING));
    columns
}

/// What the money of the baseline is spent on.
fn spends(summary: &Summary) -> Option<String> {
    let verdict = summary.verdicts.first().filter(|verdict| verdict.cost > 0.0)?;
    Some(say!(
        "report-spends",
        design = summary.designs.first().map_or("", |design| design.says.as_str()),
        pools = chart_titles::pools(summary, verdict)
    ))
}

/// For narrow terminals: each design's cells below its name, one a line.
fn stacked(names: &[String], columns: &[Column], width: usize, paint: Paint) -> Vec<String> {
    let mut lines = Vec::new();
    for (i, name) in names.iter().enumerate() {
        let filled = columns.iter().filter(|c| c.cells.get(i).is_some_and(|cell| cell != NOTHING));
        let cells: Vec<String> = filled.map(|c| format!("  {}: {}", c.head, c.cells[i])).collect();
        if !cells.is_empty() {
            lines.extend(wrap(name, width, "  ").into_iter().map(|line| paint.bold(&line)));
        }
        lines.extend(cells.iter().flat_map(|cell| wrap(cell, width, "    ")));
    }
    lines
}
