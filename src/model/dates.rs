//! The first day, the length of a tick, the dates of rows, and the ends of months.
//!
//! Invariants: rows have increasing ticks, and the last one is the horizon. The row of a calendar month is read after the tick that
//! ends nearest to the month's end, and bears the last day of the month.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::error::Error;
use crate::say;
use crate::scenario::Scenario;
use crate::scenario::schema::Root;
use crate::world::calendar::{Calendar, MONTH, Step, Tick, YEAR, days_between};

/// The most days by which the horizon may lie before and after the end of a month and still stand for it: a run need not begin on the first of a month,
/// and lengths are rounded to whole ticks.
const NEAR: [f64; 2] = [4.0, 10.0];

/// The time of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// Number of ticks before it.
    pub after: Tick,
    /// The last day of its period.
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

/// The rows of a run of `ticks` ticks, the horizon last: one for each calendar month (quarter, year), or for each tick if that
/// is asked for or a tick is longer.
pub(super) fn rows(calendar: &Calendar, ticks: Tick, every: &str) -> Vec<Row> {
    let (months, days) = match every {
        "month" => (1, MONTH),
        "quarter" => (3, 3.0 * MONTH),
        "year" => (12, YEAR),
        _ => (0, 0.0),
    };
    if calendar.step.days() > 1.01 * days {
        return (1..=ticks).map(|after| Row { after, date: last_day(calendar.date(after)) }).collect();
    }
    let horizon = calendar.date(ticks);
    let mut list: Vec<Row> = Vec::new();
    let mut end = first_end(calendar.start, months);
    while days_between(end, horizon) > NEAR[1] {
        let after = nearest(calendar, end);
        if after > list.last().map_or(0, |row| row.after) && after < ticks {
            list.push(Row { after, date: last_day(end) });
        }
        let next = end.saturating_add(i64::from(months).months());
        if next <= end {
            break;
        }
        end = next;
    }
    // The horizon stands for the month whose end is near it; otherwise it bears its own date.
    let date = if days_between(horizon, end) <= NEAR[0] { last_day(end) } else { last_day(horizon) };
    list.push(Row { after: ticks, date });
    list
}

/// The tick from which each month's comings and goings are counted: as many ticks before its end in all months, so that a month of five
/// weeks does not differ from one of four; not before the end of the month before.
pub(super) fn openings(calendar: &Calendar, ends: &[Tick]) -> Vec<Tick> {
    let length = calendar.ticks(MONTH);
    let before = |k: usize| k.checked_sub(1).map_or(0, |k| ends[k]);
    ends.iter().enumerate().map(|(k, end)| end.saturating_sub(length).max(before(k))).collect()
}

/// The first day after the calendar month (quarter, year) of a date.
fn first_end(start: Date, months: i8) -> Date {
    let passed = (start.month() - 1) % months;
    start.first_of_month().saturating_add(i64::from(months - passed).months())
}

/// The number of ticks that end nearest to a date.
fn nearest(calendar: &Calendar, date: Date) -> Tick {
    let after = calendar.tick(date);
    let is_nearer =
        after > 0 && days_between(calendar.date(after - 1), date) < days_between(date, calendar.date(after));
    if is_nearer { after - 1 } else { after }
}

/// The day before a period begins.
fn last_day(begins: Date) -> Date {
    begins.saturating_sub(1.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(start: &str, step: Step, ticks: Tick, every: &str) -> Vec<(Tick, String)> {
        let calendar = Calendar { start: start.parse().unwrap(), step };
        rows(&calendar, ticks, every).iter().map(|row| (row.after, row.date.to_string())).collect()
    }

    #[test]
    fn three_years_by_week_are_thirty_six_calendar_months() {
        let rows = found("2027-01-04", Step::Week, 157, "month");
        assert_eq!(rows.len(), 36);
        assert_eq!(rows[0], (4, "2027-01-31".to_owned()));
        assert_eq!(rows[1], (8, "2027-02-28".to_owned()));
        assert_eq!(rows[35], (157, "2029-12-31".to_owned()));
    }

    #[test]
    fn a_month_has_the_same_date_whatever_the_tick() {
        let dates = |step, ticks| -> Vec<String> {
            found("2027-01-01", step, ticks, "month").into_iter().map(|(_, date)| date).collect()
        };
        assert_eq!(dates(Step::Day, 365), dates(Step::Week, 52));
        assert_eq!(dates(Step::Day, 365), dates(Step::Month, 12));
        assert_eq!(found("2027-01-01", Step::Month, 12, "quarter")[0], (3, "2027-03-31".to_owned()));
        assert_eq!(found("2027-01-01", Step::Quarter, 8, "month")[1], (2, "2027-06-30".to_owned()));
        assert_eq!(found("2027-01-01", Step::Week, 104, "year")[0], (52, "2027-12-31".to_owned()));
    }

    #[test]
    fn all_months_count_as_many_ticks() {
        let calendar = Calendar { start: "2027-01-04".parse().unwrap(), step: Step::Week };
        let ends: Vec<Tick> = rows(&calendar, 157, "month").iter().map(|row| row.after).collect();
        let lengths: Vec<Tick> = ends.iter().zip(openings(&calendar, &ends)).map(|(end, from)| end - from).collect();
        assert!(lengths[..35].iter().all(|ticks| *ticks == 4), "{lengths:?}");
        let ends = [1, 2, 3];
        assert_eq!(openings(&Calendar { step: Step::Quarter, ..calendar }, &ends), [0, 1, 2]);
    }

    #[test]
    fn a_run_that_ends_within_a_month_says_the_day() {
        let rows = found("2027-01-04", Step::Week, 11, "month");
        assert_eq!(rows, [(4, "2027-01-31"), (8, "2027-02-28"), (11, "2027-03-21")].map(|(n, d)| (n, d.to_owned())));
        assert_eq!(found("2027-01-15", Step::Day, 3, "month"), [(3, "2027-01-17".to_owned())]);
        assert_eq!(
            found("2027-01-30", Step::Week, 9, "month")[0],
            (4, "2027-02-28".to_owned()),
            "not two days of January"
        );
        assert_eq!(found("2027-01-04", Step::Week, 2, "tick")[1], (2, "2027-01-17".to_owned()));
        let last = found("9999-10-01", Step::Week, 40, "month");
        assert_eq!(last.last().unwrap().0, 40, "the calendar ends, but the run goes on");
    }
}
