//! Needs and hook: how are people doing, and what moves them?
//!
//! Always: shares stand on a scale from 0 to 100 %. Each design has its own mark besides its colour, and its figure beside the row. A part
//! whose metrics were not recorded, or never move, is left out; if all parts are left out, the paper stays blank.

use super::draw::canvas::Canvas;
use super::draw::layout::Area;
use super::mark_rows::{self, Part};
use super::{Chart, Reads};
use crate::error::Error;
use crate::findings::chart_titles;
use crate::say;

use crate::stats::{Band, Summary};
use crate::words::number;

pub(super) const ROW: Chart = Chart { name: "needs-and-hook", reads: Reads::Summary(draw) };

/// A metric and its name.
type Named = (&'static str, fn() -> String);

const NEEDS: [Named; 6] = [
    ("satisfaction-safety", || say!("chart-needs-safety")),
    ("satisfaction-belonging", || say!("chart-needs-belonging")),
    ("satisfaction-esteem", || say!("chart-needs-esteem")),
    ("satisfaction-cognition", || say!("chart-needs-cognition")),
    ("satisfaction-actualisation", || say!("chart-needs-actualisation")),
    ("satisfaction-transcendence", || say!("chart-needs-transcendence")),
];
const HOOK: [Named; 3] = [
    ("mean-anticipation", || say!("chart-needs-anticipation")),
    ("mean-tolerance", || say!("chart-needs-tolerance")),
    ("mean-habit", || say!("chart-needs-habit")),
];
const STRAIN: [Named; 2] =
    [("burnout-exits", || say!("chart-needs-burnout")), ("mean-motivation", || say!("chart-needs-motivation"))];

fn draw(summary: &Summary, canvas: &mut Canvas) -> Result<(), Error> {
    let shown = chart_titles::shown(summary, canvas.designs());
    let marks = |title: String, rows: &[Named]| {
        let rows: Vec<mark_rows::Marks> =
            rows.iter().filter_map(|(metric, name)| mark_rows::Marks::of(summary, &shown, metric, name())).collect();
        (!rows.is_empty()).then_some(Part::Marks { title, rows })
    };
    let left = [marks(say!("chart-needs-met"), &NEEDS), marks(say!("chart-needs-routine"), &HOOK)];
    let right = [mark_rows::Part::triggers(summary, &shown), marks(say!("chart-needs-strain"), &STRAIN)];
    let columns: Vec<Vec<Part>> = [left, right]
        .into_iter()
        .map(|c| c.into_iter().flatten().collect::<Vec<_>>())
        .filter(|c| !c.is_empty())
        .collect();
    if !columns.iter().flatten().any(|part| matches!(part, Part::Marks { .. })) {
        return Ok(());
    }
    let subtitle = say!("chart-needs-subtitle", span = summary.metrics[summary.headline].span_word())
        + &chart_titles::shown_note(summary, &shown);
    let area = canvas.frame(summary, &title(summary), &subtitle);
    let below = mark_rows::key(canvas, summary, &shown, area);
    let body = Area { top: below, bottom: area.bottom + 48.0, ..area };
    let columns = if canvas.is_narrow() {
        // On narrow paper only the first parts are shown, as many as can be read.
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

/// The title: the two largest changes under the leader that its intervals support.
fn title(summary: &Summary) -> String {
    let Some(leader) = chart_titles::leader(summary) else {
        return say!("chart-needs-alone", base = chart_titles::design_name(summary, 0));
    };
    let mut changes: Vec<(f64, String, &str)> = Vec::new();
    let metrics = NEEDS.iter().chain(&HOOK).chain(&STRAIN[1..]);
    for (metric, name) in metrics {
        let (Some(gains), Some(m)) = (summary.gain(leader, metric), summary.metric(metric)) else {
            continue;
        };
        let from = gains.len().saturating_sub(chart_titles::half_year(summary));
        let recent: Vec<&Band> = gains[from..].iter().filter(|band| !band.is_undefined()).collect();
        let carried = recent.iter().all(|b| b.p10 > 0.0) || recent.iter().all(|b| b.p90 < 0.0);
        let mean = recent.iter().map(|b| b.mean).sum::<f64>() / recent.len().max(1) as f64;
        let share = summary.metrics[m].unit == "share";
        // A change that would be printed as zero is no change.
        let visible = mean.abs() >= if share { 0.005 } else { 0.01 };
        if recent.is_empty() || !carried || !mean.is_finite() || !visible {
            continue;
        }
        changes.push((mean, name().to_lowercase(), summary.metrics[m].unit.as_str()));
    }
    changes.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
    let design = chart_titles::design_name(summary, leader);
    let size = |mean: f64, unit: &str| {
        let share = unit == "share";
        let points = mean.abs() * 100.0;
        let places = if points >= 0.95 { 1.0 } else { 10.0 };
        if share { number::figure((points * places).round() / places) } else { mark_rows::plain(mean.abs()) }
    };
    let way = |mean: f64| if mean > 0.0 { "rises" } else { "falls" };
    let amount = |mean: f64, unit: &str| match unit {
        "share" => say!("chart-needs-points", amount = size(mean, unit)),
        unit => format!("{} {unit}", size(mean, unit)),
    };
    match changes.as_slice() {
        _ if summary.replicates < 2 => say!("chart-needs-one-run"),
        [] => say!("chart-needs-no-change", design = design),
        [(x, metric, unit)] => {
            say!("chart-needs-change", design = design, metric = metric, way = way(*x), amount = amount(*x, unit))
        }
        [(x, first, a), (y, second, b), ..] => say!(
            "chart-needs-changes",
            design = design,
            first = first,
            way = way(*x),
            // A unit that both share is written once, at the end.
            amount = if a == b { size(*x, a) } else { amount(*x, a) },
            second = second,
            again = if way(*x) == way(*y) { "same" } else { way(*y) },
            other = amount(*y, b)
        ),
    }
}
