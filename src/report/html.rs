//! The report: one HTML file with verdict, charts, figures and the register of assumptions.
//!
//! Always: everything is inside the file, fonts included; the same summary and drawings give the same bytes; a guess is
//! marked as a guess by a word and a colour.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use minijinja::value::{Kwargs, Serde, Value};
use minijinja::{AutoEscape, Environment, HtmlEscape};
use serde::Serialize;

use crate::charts::Drawn;
use crate::charts::draw::{colour, text};
use crate::error::Error;
use crate::findings::chart_titles;
use crate::say;
use crate::stats::{Band, MetricName, Summary};
use crate::words::number::NOTHING;
use crate::words::{self, number};

#[derive(Serialize)]
struct Verdict {
    name: String,
    colour: String,
    level: String,
    range: String,
    /// Level and range of each metric beside the headline.
    beside: Vec<(String, String)>,
    gain: String,
    /// Whether the gain is a word instead of a number: for the baseline, and for a design that coincides with it.
    in_words: bool,
    interval: String,
    /// Left end, median and right end of the interval on the table's scale, percent of its width.
    bar: Option<(f64, f64, f64)>,
    better: String,
    cost: String,
    extra: String,
    coast: String,
    watch: Vec<String>,
}

#[derive(Serialize)]
struct Figure {
    title: String,
    unit: String,
    headline: bool,
    cells: Vec<(String, String)>,
}

#[derive(Serialize)]
struct Font {
    family: &'static str,
    weight: &'static str,
    bytes: String,
}

/// The values that the template uses.
#[derive(Serialize)]
struct Page<'s> {
    summary: &'s Summary,
    people: String,
    /// How many designs and paired runs.
    runs: String,
    /// How many runs each design has.
    each: String,
    warnings: Vec<String>,
    metric: String,
    /// Months of the first and the last row.
    span: Option<(String, String)>,
    version: &'s str,
    names: Vec<&'s str>,
    interventions: Vec<(String, &'s str)>,
    zero: f64,
    verdicts: Vec<Verdict>,
    charts: Vec<(&'s str, &'s str)>,
    guesses: usize,
    fonts: Vec<Font>,
    figures: Vec<Figure>,
    /// How many metrics are zero in every run.
    hidden: usize,
    /// Titles of the metrics beside the headline.
    beside: Vec<String>,
}

/// The whole page.
pub fn html(summary: &Summary, drawn: &[Drawn]) -> Result<String, Error> {
    let mut pages = Environment::new();
    pages.set_auto_escape_callback(|_| AutoEscape::Html);
    pages.add_function("say", message);
    pages.add_filter("lines", lines);
    pages.add_template("report", include_str!("report.html.jinja")).map_err(drawing_error)?;
    let page = pages.get_template("report").map_err(drawing_error)?;
    let (zero, verdicts) = verdicts(summary);
    let mut fonts: Vec<Font> = ["400", "500", "600"].into_iter().zip(text::FONTS).map(font).collect();
    // The Chinese font takes two megabytes, so it is embedded only if a text needs it.
    if text::needs_chinese(&serde_json::to_string(summary).unwrap_or_default()) {
        let chinese = font(("400 600", text::CHINESE));
        fonts.push(Font { family: "Noto Sans SC", ..chinese });
    }
    let whole = Page {
        summary,
        people: number::figure(summary.people as f64),
        runs: say!("report-designs-by-paired-runs", designs = summary.designs.len(), runs = summary.replicates),
        each: say!("run-count", count = summary.replicates),
        warnings: summary.warnings.iter().map(|text| chart_titles::capitalised(text)).collect(),
        metric: summary.metrics.get(summary.headline).map_or(String::new(), |m| m.compared()),
        span: summary
            .dates
            .first()
            .zip(summary.dates.last())
            .map(|(from, to)| (number::long_month(*from), number::long_month(*to))),
        version: env!("CARGO_PKG_VERSION"),
        names: summary.designs.iter().map(|d| d.says.as_str()).collect(),
        interventions: summary.interventions.iter().map(|(d, says)| (number::long_month(*d), says.as_str())).collect(),
        zero,
        verdicts,
        charts: drawn.iter().map(|d| (d.name, d.svg.as_str())).collect(),
        guesses: summary.assumptions.iter().filter(|a| a.standing == "guess").count(),
        fonts,
        figures: figures(summary),
        hidden: (0..summary.metrics.len()).filter(|&m| is_always_zero(summary, m)).count(),
        beside: beside(summary).map(|metric| chart_titles::capitalised(&metric.short())).collect(),
    };
    page.render(Serde(&whole)).map_err(drawing_error)
}

fn font((weight, bytes): (&'static str, &[u8])) -> Font {
    Font { family: text::FAMILY, weight, bytes: STANDARD.encode(bytes) }
}

/// The function `say` of the template: a message of the catalogue. Whole numbers are counts, anything else is text.
fn message(id: &str, arguments: Kwargs) -> Result<String, minijinja::Error> {
    let argument = |name: &str| -> Result<words::Value<'static>, minijinja::Error> {
        let value: Value = arguments.get(name)?;
        let count = if value.is_number() { u64::try_from(value.clone()).ok() } else { None };
        Ok(count.map_or_else(|| words::Value::from(value.to_string()), words::Value::from))
    };
    let names: Vec<&str> = arguments.args().collect();
    let values = names.iter().map(|name| argument(name)).collect::<Result<Vec<_>, _>>()?;
    Ok(words::message(id, &names.into_iter().zip(values).collect::<Vec<_>>()))
}

/// Text as HTML with a `<br>` at each line break.
fn lines(text: &str) -> Value {
    Value::from_safe_string(HtmlEscape(text).to_string().replace('\n', "<br>"))
}

fn drawing_error(says: minijinja::Error) -> Error {
    Error::Drawing { what: say!("report-page"), says: says.to_string() }
}

/// The place of zero on the scale of gains, and a row per design.
fn verdicts(summary: &Summary) -> (f64, Vec<Verdict>) {
    let gains = || (0..summary.designs.len()).filter_map(|d| chart_titles::gain(summary, d)).map(|g| g.band);
    let finite = |x: &f64| x.is_finite();
    let low = gains().map(|b| b.p10).filter(finite).fold(0.0, f64::min);
    let high = gains().map(|b| b.p90).filter(finite).fold(0.0, f64::max);
    let span = if high - low > 1e-9 { high - low } else { 1.0 };
    // A small margin at both ends.
    let place = |x: f64| ((x - low) / span * 94.0 + 3.0).clamp(0.0, 100.0);
    let round = |x: f64| (x * 10.0).round() / 10.0;
    let rows = (0..summary.designs.len()).filter_map(|design| {
        let verdict = summary.verdicts.get(design)?;
        let unit = summary.metrics.get(summary.headline).map_or("", |m| m.unit.as_str());
        let write = |x: f64| number::value(unit, &summary.currency, x);
        let many = summary.replicates > 1;
        let gain = verdict.gain;
        let drawn = gain.filter(|g| many && !g.coincides && [g.band.p10, g.band.p50, g.band.p90].iter().all(finite));
        let money = |x: Option<f64>| x.map_or(NOTHING.to_owned(), |x| number::money(&summary.currency, x));
        Some(Verdict {
            name: summary.designs[design].says.clone(),
            colour: colour::of_design(summary, design).hex(),
            level: write(verdict.level.p50),
            range: if many { range_of(&verdict.level, write) } else { say!("report-one-run") },
            beside: beside(summary)
                .zip(&verdict.beside)
                .map(|(metric, band)| {
                    let write = |x: f64| number::value(&metric.unit, &summary.currency, x);
                    (write(band.p50), if many { range_of(band, write) } else { String::new() })
                })
                .collect(),
            gain: match gain {
                None if design == 0 => say!("report-gain-baseline"),
                None => NOTHING.to_owned(),
                Some(g) if g.coincides => say!("report-gain-coincides"),
                Some(g) => chart_titles::gained(summary, design, &g),
            },
            in_words: gain.map_or(design == 0, |g| g.coincides),
            interval: drawn
                .filter(|_| summary.leap(design).is_none())
                .map_or(String::new(), |g| chart_titles::interval(&g)),
            bar: drawn.map(|g| {
                let [a, b, c] = [g.band.p10, g.band.p50, g.band.p90].map(|x| round(place(x)));
                (a, b, round(c - a))
            }),
            better: drawn.map_or(NOTHING.to_owned(), |g| number::chance(g.better)),
            cost: money(Some(verdict.cost)),
            extra: money(verdict.cost_per_extra),
            coast: verdict.coast.map_or(NOTHING.to_owned(), |c| number::percent(c.p50)),
            watch: chart_titles::flags(summary, design),
        })
    });
    (round(place(0.0)), rows.collect())
}

/// The metrics beside the headline.
fn beside(summary: &Summary) -> impl Iterator<Item = &MetricName> {
    summary.beside.iter().filter_map(|&metric| summary.metrics.get(metric))
}

/// Whether a metric is zero in every period of all runs of all designs.
fn is_always_zero(summary: &Summary, metric: usize) -> bool {
    let bands = || summary.bands.iter().filter_map(|design| design.get(metric)).flatten();
    metric != summary.headline && bands().all(|b| b.p10 == 0.0 && b.p90 == 0.0 && b.mean == 0.0)
}

/// A row for each metric that is not always zero: median and range under each design, as means over the last half year.
fn figures(summary: &Summary) -> Vec<Figure> {
    let recent = chart_titles::half_year(summary);
    let shown = summary.metrics.iter().enumerate().filter(|(m, _)| !is_always_zero(summary, *m));
    let rows = shown.map(|(m, metric)| {
        let cells = summary.bands.iter().zip(&summary.verdicts).map(|(design, verdict)| {
            let bands = design.get(m).map_or(&[][..], Vec::as_slice);
            // For the headline, the verdict has the mean of each run over the half year.
            let whole = mean(&bands[bands.len().saturating_sub(recent)..]);
            let band = if m == summary.headline { verdict.level } else { whole };
            let write = |x: f64| number::value(&metric.unit, &summary.currency, x);
            let range = if summary.replicates > 1 { range_of(&band, write) } else { String::new() };
            (write(band.p50), range)
        });
        Figure {
            title: metric.title.clone(),
            unit: if title_names_unit(metric) { String::new() } else { number::unit(&metric.unit).to_owned() },
            headline: m == summary.headline,
            cells: cells.collect(),
        }
    });
    rows.collect()
}

/// Whether no unit is printed: the title already names it, or it is people or a ratio, which are obvious.
fn title_names_unit(metric: &MetricName) -> bool {
    let unit = metric.unit.as_str();
    ["people", "ratio"].contains(&unit) || metric.title.to_lowercase().contains(unit)
}

fn mean(bands: &[Band]) -> Band {
    let average = |part: fn(&Band) -> f64| bands.iter().map(part).sum::<f64>() / bands.len() as f64;
    Band {
        p10: average(|b| b.p10),
        p25: average(|b| b.p25),
        p50: average(|b| b.p50),
        p75: average(|b| b.p75),
        p90: average(|b| b.p90),
        mean: average(|b| b.mean),
    }
}

fn range_of(band: &Band, write: impl Fn(f64) -> String) -> String {
    number::range(&write(band.p10), &write(band.p90))
}
