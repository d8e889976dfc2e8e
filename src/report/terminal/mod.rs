//! The verdict, as the terminal shows it.
//!
//! Invariant: no line is wider than asked for (a single word may be); everything shown comes from the [`Summary`].

use crate::findings::chart_titles;
use crate::say;
use crate::stats::{Gain, MetricName, Summary, TOLERANCE, Verdict};
use crate::words::number::{self, GLUE, NOTHING};

mod layout;
mod regret;
mod takes;

use layout::{Column, Paint, table, wrap};

/// What the terminal shows of a run besides its summary.
#[derive(Clone, Debug, Default)]
pub struct Footer {
    /// How long it took.
    pub took: Option<Took>,
    /// Where it was written: the last line.
    pub wrote: Option<String>,
}

/// Seconds of a run, as a person waited for them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Took {
    /// From the command to the verdict.
    pub whole: f64,
    /// The designs, in all worlds.
    pub designs: f64,
    /// The screening; `None` without one.
    pub screening: Option<f64>,
}

impl Took {
    /// `Took 41 s: designs 30 s, screening 8.1 s, charts and files 2.9 s`.
    fn parts(&self) -> String {
        let rest = (self.whole - self.designs - self.screening.unwrap_or(0.0)).max(0.0);
        let (whole, designs, rest) =
            (number::wall_time(self.whole), number::wall_time(self.designs), number::wall_time(rest));
        match self.screening.map(number::wall_time) {
            Some(screening) => {
                say!("report-took-screened", whole = whole, designs = designs, screening = screening, rest = rest)
            }
            None => say!("report-took", whole = whole, designs = designs, rest = rest),
        }
    }
}

const MARGIN: &str = "  ";
/// Notes on what is odd that are shown; the page has all.
const ODD: usize = 3;

/// Headline, table, recommendation, warnings, and whether the runs are enough. Ends with a newline.
pub fn verdict(summary: &Summary, details: &Footer, width: usize, colour: bool) -> String {
    let paint = Paint(colour);
    let width = width.clamp(40, 140) - MARGIN.len();
    let mut lines = headline(summary, details, width, paint);
    if let Some(metric) = summary.metrics.get(summary.headline) {
        let mut columns = columns(summary, metric);
        let unit = take_common_unit(&mut columns[..3]);
        lines.push(metric.compared() + &unit);
        let names = names(summary);
        match table(&names, &columns, width, paint) {
            Some(rows) => lines.extend(rows),
            None => lines.extend(stacked(&names, &columns, width, paint)),
        }
        lines.extend(takes::lines(summary, &names, width, paint));
    }
    lines.extend(wrap(&summary.recommendation, width, "").into_iter().map(|line| paint.bold(&line)));
    if summary.with_staff.is_some() {
        lines.extend(wrap(&say!("report-staff-apart"), width, ""));
    }
    if summary.verdicts.iter().any(|v| v.gain.is_some_and(|gain| gain.tally.even > 0)) {
        lines.extend(wrap(&say!("report-tolerance", tolerance = number::percent(TOLERANCE)), width, ""));
    }
    if let Some(regret) = &summary.worlds {
        lines.extend(regret::lines(regret, width, paint));
    }
    let watch_out = say!("report-watch-out");
    let indent = " ".repeat(layout::text_width(&watch_out) + 1);
    for warning in &summary.warnings {
        let mut warned = wrap(&format!("{watch_out} {warning}"), width, &indent).into_iter();
        lines.extend(warned.next().map(|line| line.replacen(&watch_out, &paint.yellow(&watch_out), 1)));
        lines.extend(warned);
    }
    for odd in summary.odd.iter().take(ODD) {
        lines.extend(wrap(&say!("report-odd", says = odd), width, "      "));
    }
    if let Some(more) = summary.odd.len().checked_sub(ODD).filter(|more| *more > 0) {
        lines.extend(wrap(&say!("report-odd-more", more = more), width, ""));
    }
    lines.extend(wrap(&summary.adequacy, width, ""));
    if let Some(took) = &details.took {
        lines.extend(wrap(&took.parts(), width, "     "));
    }
    if let Some(wrote) = &details.wrote {
        lines.extend(wrap(wrote, width, "      "));
    }
    // A number and its unit stay on one line; once lines are made, a blank is a blank.
    lines.iter().map(|line| format!("{MARGIN}{line}").replace(GLUE, " ").trim_end().to_owned() + "\n").collect()
}

/// `An open-source database · 12,000 people · 3 years by week · 3 designs × 64 paired runs`, and the time at the right.
fn headline(summary: &Summary, details: &Footer, width: usize, paint: Paint) -> Vec<String> {
    let tick = summary.tick.strip_prefix("1 ").unwrap_or(&summary.tick);
    let runs = match summary.designs.len() {
        0 | 1 => say!("report-design-by-runs", runs = summary.replicates),
        designs => say!("report-designs-by-paired-runs", designs = designs, runs = summary.replicates),
    };
    let people = number::figure(summary.people as f64);
    let text = say!(
        "report-terminal-size",
        title = &summary.title,
        people = people,
        horizon = &summary.horizon,
        tick = tick,
        runs = runs,
    );
    let mut lines = wrap(&text, width, "  ");
    let time = details.took.map(|took| number::wall_time(took.whole)).unwrap_or_default();
    let last = lines.pop().unwrap_or_default();
    let room = width.saturating_sub(layout::text_width(&last) + layout::text_width(&time));
    if room >= 2 || time.is_empty() {
        lines.push(last + &" ".repeat(room) + &time);
    } else {
        lines.extend([last, format!("  {time}")]);
    }
    if let Some(first) = lines.first_mut() {
        *first = match first.split_once(" · ") {
            Some((title, rest)) => format!("{} · {rest}", paint.bold(title)),
            None => paint.bold(first),
        };
    }
    lines
}

fn names(summary: &Summary) -> Vec<String> {
    let name = |(i, says): (usize, &str)| match i {
        0 if !says.eq_ignore_ascii_case("baseline") => say!("report-baseline", design = says),
        _ => says.to_owned(),
    };
    summary.designs.iter().map(|d| d.says.as_str()).enumerate().map(name).collect()
}

fn columns(summary: &Summary, metric: &MetricName) -> Vec<Column> {
    let column = |head: String, cell: &dyn Fn(&Verdict) -> String| Column {
        head,
        cells: summary.verdicts.iter().map(cell).collect(),
    };
    let show = |x: f64| number::value(&metric.unit, &summary.currency, x);
    let of_gain = |v: &Verdict, cell: &dyn Fn(&Gain) -> String| v.gain.as_ref().map_or_else(String::new, cell);
    // One run has no range, and no design leads in it.
    let many = summary.replicates > 1;
    let percents = summary.leap(0).is_none() && (1..summary.designs.len()).all(|d| summary.leap(d).is_none());
    let mut columns = vec![
        column(say!("report-level-mean"), &|v| show(v.level.mean)),
        column(say!("report-level", percent = "10"), &|v| show(v.level.p10)),
        column(say!("report-level", percent = "90"), &|v| show(v.level.p90)),
        Column {
            head: say!("report-gain"),
            cells: (0..summary.designs.len())
                .map(|design| match chart_titles::gain(summary, design) {
                    _ if summary.same.contains(&design) => say!("report-same-design"),
                    Some(g) => gain(summary, design, &g, many),
                    None => String::new(),
                })
                .collect(),
        },
        column(say!("report-single"), &|v| {
            of_gain(v, &|g| if g.coincides || !many || !percents { String::new() } else { chart_titles::single(g) })
        }),
        column(say!("report-ahead"), &|v| {
            of_gain(v, &|g| if g.coincides || !many { NOTHING.to_owned() } else { chart_titles::ahead(&g.tally) })
        }),
    ];
    for (k, metric) in summary.beside.iter().filter_map(|&m| summary.metrics.get(m)).enumerate() {
        let show = |x: f64| number::value(&metric.unit, &summary.currency, x);
        columns.push(column(metric.short(), &|v| v.beside.get(k).map_or_else(String::new, |band| show(band.mean))));
    }
    columns.retain(|column| column.cells.iter().any(|cell| !cell.is_empty()));
    columns
}

/// Removes the unit from the cells if all of them share it, and returns it for the head of the table: ", ¥ million".
fn take_common_unit(columns: &mut [Column]) -> String {
    let parts = |cell: &str| -> Option<(String, String, String)> {
        let (mark, rest) = cell.split_once(GLUE)?;
        let (figure, size) = rest.split_once(GLUE).unwrap_or((rest, ""));
        (!mark.contains(|c: char| c.is_ascii_digit())).then(|| (mark.to_owned(), figure.to_owned(), size.to_owned()))
    };
    let cells: Option<Vec<_>> = columns.iter().flat_map(|column| &column.cells).map(|cell| parts(cell)).collect();
    let Some((mark, _, size)) = cells.as_ref().and_then(|cells| cells.first()).cloned() else { return String::new() };
    let all = cells.unwrap_or_default();
    if !all.iter().all(|(m, _, s)| *m == mark && *s == size) {
        return String::new();
    }
    let mut figures = all.into_iter().map(|(_, figure, _)| figure);
    for cell in columns.iter_mut().flat_map(|column| &mut column.cells) {
        *cell = figures.next().unwrap_or_default();
    }
    format!(", {mark} {size}").trim_end().to_owned()
}

fn gain(summary: &Summary, design: usize, gain: &Gain, many: bool) -> String {
    let mean = chart_titles::gained(summary, design, gain);
    if gain.coincides {
        say!("report-same-curve")
    } else if !gain.band.mean.is_finite() {
        NOTHING.to_owned()
    } else if !many {
        mean
    } else {
        format!("{mean} ({})", chart_titles::interval(summary, design, gain).replace("\u{a0}%", ""))
    }
}

/// For narrow terminals: each design's cells below its name, one a line.
fn stacked(names: &[String], columns: &[Column], width: usize, paint: Paint) -> Vec<String> {
    let mut lines = Vec::new();
    for (i, name) in names.iter().enumerate() {
        lines.extend(wrap(name, width, "  ").into_iter().map(|line| paint.bold(&line)));
        let filled = |c: &&Column| c.cells.get(i).is_some_and(|cell| !cell.is_empty());
        let levels: Vec<&str> = columns.iter().take(3).filter_map(|c| c.cells.get(i)).map(String::as_str).collect();
        lines.push(format!("  {}", say!("report-levels", levels = levels.join(" · "))));
        for column in columns.iter().skip(3).filter(filled) {
            lines.extend(wrap(&format!("  {}: {}", column.head, column.cells[i]), width, "    "));
        }
    }
    lines
}
