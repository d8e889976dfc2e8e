//! The first day, the length of a tick, and the dates of rows.
//!
//! Invariant: rows have increasing ticks, and the last one is the horizon.

use jiff::civil::Date;

use crate::error::Error;
use crate::say;
use crate::scenario::Scenario;
use crate::scenario::schema::Root;
use crate::world::calendar::{Calendar, MONTH, Step, Tick, YEAR};

/// The time of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// Number of ticks before it.
    pub after: Tick,
    /// The first day after them.
    pub date: Date,
}

/// Ticks and dates of a scenario.
pub(super) fn calendar(scenario: &Scenario) -> Result<Calendar, Error> {
    let root: Root = scenario.table("");
    let start = root.start.parse::<Date>();
    let step = Step::parse(&root.tick);
    match (start, step) {
        (Ok(start), Some(step)) => Ok(Calendar { start, step }),
        _ => Err(scenario.mistakes(vec![scenario.mistake(
            "start",
            say!("model-no-start"),
            Some(say!("model-no-start-help")),
            "",
        )])),
    }
}

/// The rows of a run of `ticks` ticks, the horizon last.
pub(super) fn rows(calendar: &Calendar, ticks: Tick, every: &str) -> Vec<Row> {
    let days = match every {
        "month" => MONTH,
        "quarter" => 3.0 * MONTH,
        "year" => YEAR,
        _ => calendar.step.days(),
    };
    let mut list: Vec<Row> = Vec::new();
    for k in 1.. {
        // A tick may be longer than the time between rows: then each tick has one.
        let after = ((f64::from(k) * days / calendar.step.days()).round() as Tick).clamp(1, ticks);
        if list.last().is_none_or(|row| row.after < after) {
            list.push(Row { after, date: calendar.date(after) });
        }
        if after >= ticks {
            break;
        }
    }
    list
}
