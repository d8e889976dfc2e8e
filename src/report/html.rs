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
use crate::stats::{self, Band, MetricName, Summary, TOLERANCE};
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
    /// The range of single runs.
    single: String,
    /// Left end and width of the range of single runs, the same of the interval of the mean, and the mean: on the table's scale, percent of
    /// its width.
    bar: Option<(f64, f64, f64, f64, f64)>,
    ahead: String,
    cost: String,
    /// What it was paid from, and the hours beside it.
    takes: Vec<String>,
    extra: String,
    extra_range: String,
    coast: String,
    /// The share of the gain that is kept.
    kept: String,
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
    /// The difference up to which designs are even.
    tolerance: String,
    /// What one extra of the headline is.
    extra_unit: String,
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
        tolerance: number::percent(TOLERANCE),
        extra_unit: summary.metrics.get(summary.headline).map_or(String::new(), chart_titles::extra_unit),
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
    let page = page.render(Serde(&whole)).map_err(drawing_error)?;
    // No name turns the direction of writing or reaches the page as a control character.
    Ok(page.split('\n').map(text::harmless).collect::<Vec<_>>().join("\n"))
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
        let drawn = gain.filter(|g| many && !g.coincides && [g.band.p10, g.band.mean, g.band.p90].iter().all(finite));
        let money = |x: f64| number::money(&summary.currency, x);
        let none = || (NOTHING.to_owned(), String::new());
        let (extra, extra_range) = verdict.cost_per_extra.map_or_else(none, |cost| chart_titles::ratio(&cost, money));
        Some(Verdict {
            name: summary.designs[design].says.clone(),
            colour: colour::of_design(summary, design).hex(),
            level: write(verdict.level.mean),
            range: if many { range_of(&verdict.level, write) } else { say!("report-one-run") },
            beside: beside(summary)
                .zip(&verdict.beside)
                .map(|(metric, band)| {
                    let write = |x: f64| number::value(&metric.unit, &summary.currency, x);
                    (write(band.mean), if many { range_of(band, write) } else { String::new() })
                })
                .collect(),
            gain: match gain {
                None if design == 0 => say!("report-gain-baseline"),
                _ if summary.same.contains(&design) => say!("report-same-design"),
                None => NOTHING.to_owned(),
                Some(g) if g.coincides => say!("report-gain-coincides"),
                Some(g) => chart_titles::gained(summary, design, &g),
            },
            in_words: gain.map_or(design == 0, |g| g.coincides),
            interval: drawn.map_or(String::new(), |g| chart_titles::interval(summary, design, &g)),
            single: drawn
                .filter(|_| summary.leap(design).is_none())
                .map_or(String::new(), |g| say!("report-single-runs", range = chart_titles::single(&g))),
            bar: drawn.map(|g| {
                let [a, b, c, d, e] =
                    [g.band.p10, g.band.p90, g.interval.low, g.interval.high, g.band.mean].map(|x| round(place(x)));
                (a, round(b - a), c, round(d - c), e)
            }),
            ahead: drawn.map_or(NOTHING.to_owned(), |g| chart_titles::ahead(&g.tally)),
            cost: money(verdict.cost),
            takes: takes(summary, verdict),
            extra,
            extra_range,
            coast: verdict.coast.map_or(NOTHING.to_owned(), |c| number::percent(c.mean)),
            kept: verdict.gain_kept.map_or(String::new(), |kept| {
                let (share, range) = chart_titles::ratio(&kept, number::percent);
                let known = if range.is_empty() { "no" } else { "yes" };
                say!("report-kept", known = known, share = share, range = range)
            }),
            watch: chart_titles::flags(summary, design),
        })
    });
    (round(place(0.0)), rows.collect())
}

/// What a design takes besides the sum of its money: the pools that pay, and hours.
fn takes(summary: &Summary, verdict: &stats::Verdict) -> Vec<String> {
    let hours = |x: f64| number::figure(x);
    let mut list = Vec::new();
    if verdict.cost > 0.0 {
        list.push(chart_titles::pools(summary, verdict));
    }
    if verdict.hours.staff > 0.0 {
        list.push(say!("report-takes-staff", hours = hours(verdict.hours.staff)));
    }
    if verdict.hours.review > 0.0 {
        list.push(say!("report-takes-review", hours = hours(verdict.hours.review)));
    }
    list
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

/// A row for each metric that is not always zero: mean and range under each design, as verdicts compare it; where some runs have no
/// value, how many have one.
fn figures(summary: &Summary) -> Vec<Figure> {
    let shown = summary.metrics.iter().enumerate().filter(|(m, _)| !is_always_zero(summary, *m));
    let rows = shown.map(|(m, metric)| {
        let cells = summary.compared.iter().filter_map(|design| design.get(m)).map(|band| {
            let write = |x: f64| number::value(&metric.unit, &summary.currency, x);
            let range = if summary.replicates > 1 { range_of(band, write) } else { String::new() };
            let note = match band.missing {
                0 => range,
                missing if missing == summary.replicates => say!("report-no-run-has-it"),
                missing => {
                    let have =
                        say!("report-runs-have-it", have = summary.replicates - missing, all = summary.replicates);
                    format!("{range}; {have}")
                }
            };
            (write(band.mean), note)
        });
        Figure {
            title: metric.title.clone(),
            unit: unit_beside(metric),
            headline: m == summary.headline,
            cells: cells.collect(),
        }
    });
    rows.collect()
}

/// The unit as it stands behind the title; a title that ends with "a month" says that part itself.
fn unit_beside(metric: &MetricName) -> String {
    if title_names_unit(metric) {
        return String::new();
    }
    let (unit, month) = (number::unit(&metric.unit), format!(" {}", say!("finding-a-month")));
    if metric.title.ends_with(&month) { unit.trim_end_matches(&month).to_owned() } else { unit.to_owned() }
}

/// Whether no unit is printed: the title already names it, or it is people or a ratio, which are obvious.
fn title_names_unit(metric: &MetricName) -> bool {
    let unit = metric.unit.as_str();
    ["people", "ratio"].contains(&unit) || metric.title.to_lowercase().contains(unit)
}

fn range_of(band: &Band, write: impl Fn(f64) -> String) -> String {
    number::range(&write(band.p10), &write(band.p90))
}
