//! Histories: real observations of a scenario, drawn with the runs.
//!
//! Invariant: every row of the file is an observation, an empty cell or a comment; any other is a mistake with its place. A history is
//! never an empty chart.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;

use super::{Dots, Months};
use crate::error::Error;
use crate::experiment::Experiment;
use crate::knob;
use crate::metrics::Unit;
use crate::metrics::names;
use crate::say;
use crate::scenario::rows::{Fault, Row, Rows, columns, shown};
use crate::scenario::schema::History;
use crate::scenario::{Scenario, nearest};
use crate::words::number::figure;
use crate::world::calendar::MONTH;

/// The largest value that is a count or a sum of anything: whole numbers up to it are exact, and an axis can show it.
const LARGEST: f64 = 1e15;

/// One history as it was read.
struct Observed {
    dots: Dots,
    /// The name of its table, and the file as the scenario names it.
    name: String,
    file: String,
    /// Rows without a value, and the line of the first.
    gaps: (u64, u64),
}

/// The histories of the scenario.
///
/// # Errors
/// A file that cannot be read or that lacks a column, a row that is no observation, with the place that names the file.
pub fn histories(scenario: &Scenario) -> Result<Vec<Dots>, Error> {
    Ok(observed(scenario)?.into_iter().map(|one| one.dots).collect())
}

/// Sentences on histories that are seldom meant so: rows without a value, values that the metric cannot have, nothing within the run.
///
/// # Errors
/// As [`histories`].
pub fn history_notes(experiment: &Experiment) -> Result<Vec<String>, Error> {
    let mut notes = Vec::new();
    let model = &experiment.designs[0].model;
    let (start, people) = (model.calendar.start, f64::from(model.people()));
    let end = model.rows.last().map_or(start, |row| row.date);
    for Observed { dots, name, file, gaps: (gaps, first) } in observed(&experiment.scenario)? {
        if gaps > 0 {
            notes.push(say!("stats-history-gaps", file = &file, count = gaps, line = first.to_string()));
        }
        if dots.points.iter().all(|(day, _)| *day < start || *day > end) {
            let (from, to) = (start.to_string(), end.to_string());
            notes.push(say!("stats-history-outside", name = &name, file = &file, from = from, to = to));
        }
        let metric = experiment.metrics.iter().find(|metric| metric.name == dots.metric);
        let most = match metric.map(|metric| metric.unit) {
            Some(Unit::Share) => 1.0,
            Some(Unit::People) => people,
            _ => continue,
        };
        let odd = dots.points.iter().map(|(_, value)| *value).find(|value| *value < 0.0 || *value > most);
        if let Some(value) = odd {
            let (value, most) = (figure(value), figure(most));
            notes.push(say!("stats-history-odd", name = &name, value = value, metric = &dots.metric, most = most));
        }
    }
    Ok(notes)
}

fn observed(scenario: &Scenario) -> Result<Vec<Observed>, Error> {
    let mut list = Vec::new();
    for name in scenario.names("history") {
        let path = format!("history.{name}");
        let own: History = scenario.table(&path);
        let Some(file) = scenario.file(&format!("{path}.file")) else { continue };
        let (points, gaps) = read(&file, &own).map_err(|(knob, fault)| {
            let (says, help) = (fault.says, Some(fault.help));
            scenario.mistakes(vec![scenario.mistake(&format!("{path}.{knob}"), says, help, say!("stats-history-here"))])
        })?;
        let months = match () {
            () if names::is_rate(&own.metric) => Months::Scaled,
            () if names::is_distinct(&own.metric) => Months::Calendar,
            () => Months::States,
        };
        let dots = Dots { metric: own.metric, source: own.source, points, months };
        list.push(Observed { dots, name, file: own.file, gaps });
    }
    Ok(list)
}

/// Days and values.
type Points = Vec<(Date, f64)>;
/// What is wrong, and the knob that it is about.
type Wrong = (&'static str, Fault);

/// The observations of a file in the order of their days; the number of rows without a value, and the line of the first.
fn read(path: &Path, own: &History) -> Result<(Points, (u64, u64)), Wrong> {
    let of_file = |fault: Fault| (knob!(History, file), fault);
    let mut rows = Rows::open(path, &own.file)
        .map_err(|refusal| of_file(Fault { says: refusal.says(&own.file), help: refusal.help(path) }))?;
    let wanted = [own.date.as_str(), own.value.as_str()].join(",");
    let nothing = |says: String| of_file(Fault { says, help: say!("stats-history-empty-help", columns = &wanted) });
    let Some(head) = rows.next_row().map_err(of_file)? else {
        return Err(nothing(say!("stats-history-empty", file = &own.file)));
    };
    let (date, value) =
        (column(&head, knob!(History, date), &own.date)?, column(&head, knob!(History, value), &own.value)?);
    let width = head.count();
    let rate = names::is_rate(&own.metric);
    let mut days: BTreeMap<Date, (f64, u64)> = BTreeMap::new();
    let mut gaps = (0, 0);
    while let Some(row) = rows.next_row().map_err(of_file)? {
        if row.is_blank() {
            continue;
        }
        if let Some(fault) = row.uneven(width) {
            return Err(of_file(fault));
        }
        let (day, length) = month_end(&row, date).map_err(of_file)?;
        let Some(value) = number(&row, value).map_err(of_file)? else {
            gaps = (gaps.0 + 1, if gaps.0 == 0 { row.line } else { gaps.1 });
            continue;
        };
        let scale = length.filter(|_| rate).map_or(1.0, |days| MONTH / f64::from(days));
        if let Some((_, before)) = days.insert(day, (value * scale, row.line)) {
            let found = shown(row.get(date).unwrap_or_default());
            let fault = say!("stats-history-again", date = found, line = before.to_string());
            return Err(of_file(row.fault(date, &fault, say!("stats-history-again-help"))));
        }
    }
    match days.is_empty() {
        true if gaps.0 > 0 => Err(nothing(say!("stats-history-no-value", file = &own.file, column = &own.value))),
        true => Err(nothing(say!("stats-history-no-row", file = &own.file))),
        false => Ok((days.into_iter().map(|(day, (value, _))| (day, value)).collect(), gaps)),
    }
}

/// The column of that name.
fn column(head: &Row, knob: &'static str, wanted: &str) -> Result<usize, Wrong> {
    let names: Vec<String> = head.iter().map(str::to_owned).collect();
    let mut found = (0..names.len()).filter(|at| names[*at] == wanted);
    match (found.next(), found.next()) {
        (Some(at), None) => Ok(at),
        (Some(_), Some(again)) => {
            let fault = say!("stats-history-column-twice", column = wanted);
            Err((knob, head.fault(again, &fault, say!("stats-history-column-twice-help"))))
        }
        (None, _) => {
            if let Some(fault) = head.separated(2) {
                return Err((knob!(History, file), fault));
            }
            let fault = say!("stats-history-no-column", column = wanted);
            let help = match nearest(wanted, names.iter().map(String::as_str)) {
                Some(near) => say!("stats-history-column-near", near = shown(near)),
                None => say!("stats-history-columns", count = names.len(), columns = columns(&names)),
            };
            Err((knob, head.fault(0, &fault, help)))
        }
    }
}

/// The day on which a month's count is complete, and the days that it covers: the last day and length of a month; a given day, whose
/// count is taken as it is.
fn month_end(row: &Row, cell: usize) -> Result<(Date, Option<i8>), Fault> {
    let text = row.get(cell).unwrap_or_default();
    let month = || format!("{text}-01").parse::<Date>().ok().map(|first| first.last_of_month());
    let day = text.parse().ok().map(|day| (day, None));
    let day = day.or_else(|| month().map(|last| (last, Some(last.day()))));
    day.ok_or_else(|| {
        let fault = match text.is_empty() {
            true => say!("stats-history-no-day"),
            false => say!("stats-history-day", found = shown(text)),
        };
        row.fault(cell, &fault, say!("stats-history-dates"))
    })
}

/// The value of a cell; `None` of an empty one.
fn number(row: &Row, cell: usize) -> Result<Option<f64>, Fault> {
    let text = row.get(cell).unwrap_or_default();
    if text.is_empty() {
        return Ok(None);
    }
    let (fault, help) = match text.parse::<f64>() {
        Ok(x) if x.is_finite() && x.abs() <= LARGEST => return Ok(Some(x)),
        Ok(x) if x.is_finite() => {
            (say!("stats-history-large", found = shown(text)), say!("stats-history-large-help", most = LARGEST as u64))
        }
        _ => {
            let plain: String = text.chars().filter(|c| !",'_ \u{a0}\u{202f}’".contains(*c)).collect();
            let help = match plain.parse::<f64>() {
                Ok(x) if x.is_finite() => say!("stats-history-thousands", plain = shown(&plain)),
                _ => say!("stats-history-number-help"),
            };
            (say!("stats-history-number", found = shown(text)), help)
        }
    };
    Err(row.fault(cell, &fault, help))
}
