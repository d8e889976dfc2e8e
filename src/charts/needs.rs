//! Needs and hook: how are people doing, and what moves them?
//!
//! Always: shares stand on a scale from 0 to 100 %; each design has its own mark besides its colour, and its figure beside
//! the row; a part whose metrics were not recorded, or never move in this
//! scenario, is left out; where all are, the paper stays blank.

use super::canvas::Canvas;
use super::layout::Area;
use super::mark_rows::{self, Part};
use super::{Draw, colour, finding};
use crate::error::Error;
use crate::registry::Row;
use crate::stats::Summary;
use crate::words::number;

pub(super) const ROW: Row<Draw> = Row {
    name: "needs-and-hook",
    says: "How people are doing: satisfaction by need, anticipation, tolerance and habit, sources of triggers, overload.",
    knobs: &[],
    make: draw,
};

const NEEDS: [(&str, &str); 6] = [
    ("satisfaction-safety", "Safety"),
    ("satisfaction-belonging", "Belonging"),
    ("satisfaction-esteem", "Esteem"),
    ("satisfaction-cognition", "Cognition"),
    ("satisfaction-actualisation", "Actualisation"),
    ("satisfaction-transcendence", "Transcendence"),
];
const HOOK: [(&str, &str); 3] =
    [("mean-anticipation", "Anticipation"), ("mean-tolerance", "Tolerance"), ("mean-habit", "Habit")];
const STRAIN: [(&str, &str); 2] = [("burnout-exits", "Burnout exits"), ("mean-motivation", "Own motivation")];

fn draw(summary: &Summary, canvas: &mut Canvas) -> Result<(), Error> {
    let shown = colour::shown(summary, 4);
    let dots = |title: &'static str, rows: &[(&'static str, &'static str)]| {
        let rows: Vec<mark_rows::Marks> =
            rows.iter().filter_map(|r| mark_rows::Marks::of(summary, &shown, r.0, r.1)).collect();
        (!rows.is_empty()).then_some(Part::Marks { title, rows })
    };
    let left = [dots("Needs that are met", &NEEDS), dots("Reward and routine", &HOOK)];
    let right = [mark_rows::Part::triggers(summary, &shown), dots("Strain and drive", &STRAIN)];
    let columns: Vec<Vec<Part>> = [left, right]
        .into_iter()
        .map(|c| c.into_iter().flatten().collect::<Vec<_>>())
        .filter(|c| !c.is_empty())
        .collect();
    if !columns.iter().flatten().any(|part| matches!(part, Part::Marks { .. })) {
        return Ok(());
    }
    let subtitle = format!(
        "Median of all runs, mean of the last half year; figures in the order of the designs below{}",
        finding::of_designs(summary, &shown)
    );
    let area = canvas.frame(summary, &title(summary), &subtitle);
    let below = mark_rows::key(canvas, summary, &shown, area);
    let body = Area { top: below, bottom: area.bottom + 48.0, ..area };
    let columns = if canvas.is_narrow() {
        // On narrow paper the first parts are shown, as many as can be read.
        let mut parts = columns.concat();
        while parts.len() > 1 && mark_rows::row_height(&parts, body.height()) < 34.0 {
            parts.pop();
        }
        vec![parts]
    } else {
        columns
    };
    let places = body.parts(columns.len(), 1, 96.0, 0.0);
    for (parts, place) in columns.iter().zip(places) {
        mark_rows::stack(canvas, summary, &shown, parts, place);
    }
    Ok(())
}

/// The two largest changes under the leader that its intervals carry.
fn title(summary: &Summary) -> String {
    let Some(leader) = colour::leader(summary) else {
        return format!("How people are doing under {}", finding::name(summary, 0));
    };
    let mut changes: Vec<(f64, String, &str)> = Vec::new();
    let named = NEEDS.iter().chain(&HOOK).chain(&STRAIN[1..]);
    for (metric, says) in named {
        let (Some(gains), Some(m)) = (summary.gain(leader, metric), summary.metric(metric)) else {
            continue;
        };
        let from = gains.len().saturating_sub(finding::half_year(summary));
        let recent = &gains[from..];
        let carried = recent.iter().all(|b| b.p10 > 0.0) || recent.iter().all(|b| b.p90 < 0.0);
        let mean = recent.iter().map(|b| b.p50).sum::<f64>() / recent.len().max(1) as f64;
        let share = summary.metrics[m].unit == "share";
        // What would be printed as nothing is nothing.
        let seen = mean.abs() >= if share { 0.005 } else { 0.01 };
        if recent.is_empty() || !carried || !mean.is_finite() || !seen {
            continue;
        }
        changes.push((mean, says.to_lowercase(), summary.metrics[m].unit.as_str()));
    }
    changes.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
    let design = finding::name(summary, leader);
    let size = |mean: f64, unit: &str| {
        let share = unit == "share";
        let points = mean.abs() * 100.0;
        let places = if points >= 0.95 { 1.0 } else { 10.0 };
        if share { number::figure((points * places).round() / places) } else { mark_rows::plain(mean.abs()) }
    };
    let way = |mean: f64| if mean > 0.0 { "rises" } else { "falls" };
    let unit = |unit: &str| match unit {
        "share" => " percentage points".to_owned(),
        unit => format!(" {unit}"),
    };
    match changes.as_slice() {
        _ if summary.replicates < 2 => "How people are doing: one run says nothing about chance".to_owned(),
        [] => format!("{design} brings no sure change in how people are doing"),
        [(x, one, share)] => format!("Under {design}, {one} {} by {}{}", way(*x), size(*x, share), unit(share)),
        [(x, one, a), (y, two, b), ..] => {
            let first = if a == b { String::new() } else { unit(a) };
            let again = if way(*x) == way(*y) { String::new() } else { format!(" {}", way(*y)) };
            let (size_x, size_y) = (size(*x, a), size(*y, b));
            format!("Under {design}, {one} {} by {size_x}{first} and {two}{again} by {size_y}{}", way(*x), unit(b))
        }
    }
}
