//! Ticks and dates.
//!
//! Invariant: tick t begins on [`Calendar::date`] (t); a year is 365.25 days in every rate.

use jiff::Span;
use jiff::civil::Date;

/// One step of time, counted from the start of the run.
pub type Tick = u32;

/// Days in a year, for rates.
pub const YEAR: f64 = 365.25;
/// Days in a month, for windows and rates.
pub const MONTH: f64 = YEAR / 12.0;

/// The day from which days are numbered.
const EPOCH: Date = jiff::civil::date(1970, 1, 1);

/// How long a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One day.
    Day,
    /// Seven days.
    Week,
    /// A twelfth of a year.
    Month,
    /// A fourth of a year.
    Quarter,
    /// 365.25 days.
    Year,
}

impl Step {
    /// As a scenario writes it: "1 week".
    pub fn parse(text: &str) -> Option<Step> {
        match text.split_once(' ')? {
            ("1", "day") => Some(Step::Day),
            ("1", "week") => Some(Step::Week),
            ("1", "month") => Some(Step::Month),
            ("1", "quarter") => Some(Step::Quarter),
            ("1", "year") => Some(Step::Year),
            _ => None,
        }
    }
    /// Its length in days.
    pub const fn days(self) -> f64 {
        match self {
            Step::Day => 1.0,
            Step::Week => 7.0,
            Step::Month => MONTH,
            Step::Quarter => 3.0 * MONTH,
            Step::Year => YEAR,
        }
    }
}

/// When each tick begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calendar {
    /// First day of the first tick.
    pub start: Date,
    /// Length of a tick.
    pub step: Step,
}

impl Calendar {
    /// The first day of a tick; saturates at the end of the calendar.
    pub fn date(&self, tick: Tick) -> Date {
        self.span(tick).map_or(Date::MAX, |span| self.start.saturating_add(span))
    }
    /// Whether the calendar has the day on which a tick begins.
    pub fn holds(&self, tick: Tick) -> bool {
        self.span(tick).is_some_and(|span| self.start.checked_add(span).is_ok())
    }
    /// The time from the start to a tick; `None` if it is longer than any calendar.
    fn span(&self, tick: Tick) -> Option<Span> {
        let n = i64::from(tick);
        let span = Span::new();
        match self.step {
            Step::Day => span.try_days(n),
            Step::Week => span.try_weeks(n),
            Step::Month => span.try_months(n),
            Step::Quarter => span.try_months(3 * n),
            Step::Year => span.try_years(n),
        }
        .ok()
    }
    /// The first tick that begins on or after a date (0 for dates before the start).
    pub fn tick(&self, date: Date) -> Tick {
        if date <= self.start {
            return 0;
        }
        let mut low = 0;
        let mut high = self.ticks(days_between(self.start, date)) + 2;
        while low < high {
            let middle = (low + high) / 2;
            if self.date(middle) < date { low = middle + 1 } else { high = middle }
        }
        low
    }
    /// Ticks in a span of days, rounded to the nearest, at least 1.
    pub fn ticks(&self, days: f64) -> Tick {
        (days / self.step.days()).round().max(1.0) as Tick
    }
    /// A tick's length in years.
    pub fn years(&self) -> f64 {
        self.step.days() / YEAR
    }
}

/// The number of a day: days since 1970-01-01.
pub fn day_number(date: Date) -> f64 {
    days_between(EPOCH, date)
}

/// The day of a number, the nearest one; within the calendar.
pub fn day_of(number: f64) -> Date {
    Span::new().try_days(number.round() as i64).map_or(Date::MAX, |span| EPOCH.saturating_add(span))
}

/// Whole days from one date to another; negative when the second is earlier.
pub fn days_between(from: Date, to: Date) -> f64 {
    f64::from(to.since((jiff::Unit::Day, from)).map_or(0, |span| span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_and_ticks_are_inverse() {
        for step in [Step::Day, Step::Week, Step::Month, Step::Quarter, Step::Year] {
            let calendar = Calendar { start: date(2027, 1, 4), step };
            for tick in [0, 1, 5, 37] {
                assert_eq!(calendar.tick(calendar.date(tick)), tick, "{step:?}");
            }
        }
        let weekly = Calendar { start: date(2027, 1, 4), step: Step::Week };
        assert_eq!(weekly.tick(date(2027, 1, 5)), 1);
        assert_eq!(weekly.ticks(1095.75), 157);
    }
}
