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

/// A day of each year, such as 1 July.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Yearly {
    month: i8,
    day: i8,
}

impl Yearly {
    /// As a scenario writes it: "07-01".
    pub fn parse(text: &str) -> Option<Yearly> {
        let (month, day) = text.split_once('-')?;
        let two = |part: &str| (part.len() == 2).then(|| part.parse::<i8>().ok()).flatten();
        let (month, day) = (two(month)?, two(day)?);
        // Each day that a leap year has.
        Date::new(2000, month, day).ok().map(|_| Yearly { month, day })
    }
    /// The day in a year; 29 February is the day before 1 March in each year.
    fn on(self, year: i16) -> Date {
        Date::new(year, self.month, self.day)
            .or_else(|_| Date::new(year, self.month, self.day - 1))
            .unwrap_or(Date::MAX)
    }
    /// The first such day on or after a date.
    fn next(self, date: Date) -> Date {
        let day = self.on(date.year());
        if day >= date { day } else { self.on(date.year().saturating_add(1)) }
    }
}

impl Calendar {
    /// Whether a day of the year falls in a tick.
    pub fn has(&self, tick: Tick, day: Yearly) -> bool {
        day.next(self.date(tick)) < self.date(tick.saturating_add(1))
    }
    /// Ticks until the tick in which a day of the year falls; 0: in this one.
    pub fn ticks_until(&self, tick: Tick, day: Yearly) -> f64 {
        (days_between(self.date(tick), day.next(self.date(tick))) / self.step.days()).floor()
    }
    /// Whether the middle of a tick lies between two days of the year, both included; the span may go over the end of a year.
    pub fn between(&self, tick: Tick, (from, until): (Yearly, Yearly)) -> bool {
        let begins = self.date(tick);
        let middle = day_of(day_number(begins) + (self.step.days() / 2.0).floor());
        let at = Yearly { month: middle.month(), day: middle.day() };
        if from <= until { from <= at && at <= until } else { from <= at || at <= until }
    }
}

/// The number of the period of `ticks` in which a tick falls, from 1.
pub fn period(tick: Tick, ticks: f64) -> u32 {
    (f64::from(tick) / ticks) as u32 + 1
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
    fn a_day_of_the_year_falls_in_one_tick_of_each_year() {
        let day = |text: &str| Yearly::parse(text).unwrap();
        for bad in ["7-1", "13-01", "02-30", "07/01", "1 July", ""] {
            assert_eq!(Yearly::parse(bad), None, "{bad}");
        }
        let weekly = Calendar { start: date(2027, 1, 4), step: Step::Week };
        for text in ["07-01", "02-29", "12-31", "01-04"] {
            let in_years = (0..2 * 1461 / 7).filter(|t| weekly.has(*t, day(text))).count();
            assert!((7..=9).contains(&in_years), "{text}: {in_years}");
        }
        assert!(weekly.has(0, day("01-04")) && weekly.has(0, day("01-10")) && !weekly.has(0, day("01-11")));
        assert_eq!(weekly.ticks_until(0, day("01-18")), 2.0);
        let october = (day("10-01"), day("10-31"));
        let winter = (day("12-15"), day("01-10"));
        let inside = |span| (0..52).filter(|t| weekly.between(*t, span)).collect::<Vec<_>>();
        assert_eq!(inside(october), [39, 40, 41, 42]);
        assert_eq!(inside(winter), [0, 49, 50, 51]);
    }

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
