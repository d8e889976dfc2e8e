//! Histories: real observations of a scenario, drawn with the runs.
//!
//! Invariant: a history that cannot be read is a mistake with its place, never an empty chart.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::Date;

use super::{Dots, Months};
use crate::error::Error;
use crate::metrics::names;
use crate::say;
use crate::scenario::schema::History;
use crate::scenario::{Scenario, builtin, nearest};
use crate::world::calendar::MONTH;

/// The histories of the scenario.
///
/// # Errors
/// A file that cannot be read or that lacks a column, with the place that names it.
pub fn histories(scenario: &Scenario) -> Result<Vec<Dots>, Error> {
    let mut list = Vec::new();
    for name in scenario.names("history") {
        let path = format!("history.{name}");
        let own: History = scenario.table(&path);
        let wrong = |knob: &str, says: String, help: &str| {
            scenario.mistakes(vec![scenario.mistake(
                &format!("{path}.{knob}"),
                says,
                Some(help.to_owned()),
                say!("stats-history-here"),
            )])
        };
        let Some(file) = scenario.file(&format!("{path}.file")) else { continue };
        let read = builtin::read(&file).map_err(|fault| {
            wrong("file", say!("stats-history-unread", file = &own.file, fault = fault.to_string()), &beside(&file))
        })?;
        let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(read.as_bytes());
        let headers = reader.headers().cloned().unwrap_or_default();
        let column = |knob: &str, wanted: &str| {
            headers.iter().position(|h| h == wanted).ok_or_else(|| {
                let columns = headers.iter().collect::<Vec<_>>().join(", ");
                wrong(
                    knob,
                    say!("stats-history-no-column", column = wanted, file = &own.file),
                    &say!("stats-history-columns", columns = columns),
                )
            })
        };
        let (date, value) = (column("date", &own.date)?, column("value", &own.value)?);
        let rate = names::is_rate(&own.metric);
        let mut points = Vec::new();
        for record in reader.records().flatten() {
            let day = record.get(date).and_then(month_end);
            if let (Some((day, days)), Some(value)) = (day, record.get(value).and_then(|v| v.parse::<f64>().ok())) {
                let scale = days.filter(|_| rate).map_or(1.0, |days| MONTH / f64::from(days));
                points.push((day, value * scale));
            }
        }
        let months = match () {
            () if rate => Months::Scaled,
            () if names::is_distinct(&own.metric) => Months::Calendar,
            () => Months::States,
        };
        if points.is_empty() {
            return Err(wrong("file", say!("stats-history-no-row", file = &own.file), &say!("stats-history-dates")));
        }
        list.push(Dots { metric: own.metric, source: own.source, points, months });
    }
    Ok(list)
}

/// The folder that was searched, and the file there with the most similar name.
fn beside(file: &Path) -> String {
    let name = |path: &Path| path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let wanted = name(file);
    let folder = file.parent().unwrap_or(Path::new(""));
    let there = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| name(&entry.path()));
    // Folders are listed in no fixed order: of two equally similar names, the first in the alphabet is taken.
    let there: BTreeSet<String> = there.collect();
    let near = nearest(&wanted, there.iter().map(String::as_str));
    let at = file.display().to_string();
    match near {
        Some(near) => say!("stats-history-near", path = at, near = near),
        None if folder.is_dir() => say!("stats-history-looked", path = at),
        None => say!("stats-history-no-folder", path = at),
    }
}

/// The day on which a month's count is complete, and the days that it covers: the last day and length of a month; a given day, whose
/// count is taken as it is.
fn month_end(text: &str) -> Option<(Date, Option<i8>)> {
    let month = || format!("{text}-01").parse::<Date>().ok().map(|first| first.last_of_month());
    let day = text.parse().ok().map(|day| (day, None));
    day.or_else(|| month().map(|last| (last, Some(last.day()))))
}
