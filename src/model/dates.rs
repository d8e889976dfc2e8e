//! Dates: the first day, the length of a tick, and when rows are written.

use jiff::civil::Date;

use crate::error::Error;
use crate::say;
use crate::scenario::Scenario;
use crate::world::calendar::{Calendar, MONTH, Step, Tick, YEAR};

/// When a row is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// After how many ticks.
    pub after: Tick,
    /// The first day after them.
    pub date: Date,
}

/// Ticks and dates of a scenario.
pub(super) fn calendar(scenario: &Scenario) -> Result<Calendar, Error> {
    let root = scenario.settings("");
    let start = root.text("start").parse::<Date>();
    let step = Step::parse(&root.text("tick"));
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

/// The rows of so many ticks, the horizon last.
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
