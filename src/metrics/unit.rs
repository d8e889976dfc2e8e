//! Units of metrics: as files store them, and as people read them.
//!
//! The stored text never changes with the language; the printed form is a message of the catalogue.

use crate::say;

/// The unit of a metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Agreements,
    Chapters,
    Complaints,
    Correlation,
    Deeds,
    DeedsAMonth,
    FeltUnits,
    Hours,
    HoursAMonth,
    Log,
    Logits,
    Meetings,
    Messages,
    Money,
    Months,
    Occasions,
    Organisations,
    Pairs,
    Payments,
    People,
    PeopleAMonth,
    PeopleAYear,
    Place,
    Plain,
    Points,
    Projects,
    Promises,
    Ratio,
    Rewards,
    Seats,
    Share,
    ShareOfHours,
    Times,
    Units,
    UnitsAMonth,
    Weeks,
}

/// Every unit with its stored text, in the order of the declaration.
const STORED: [(Unit, &str); Unit::Weeks as usize + 1] = [
    (Unit::Agreements, "agreements"),
    (Unit::Chapters, "chapters"),
    (Unit::Complaints, "complaints"),
    (Unit::Correlation, "correlation"),
    (Unit::Deeds, "deeds"),
    (Unit::DeedsAMonth, "deeds a month"),
    (Unit::FeltUnits, "felt units"),
    (Unit::Hours, "hours"),
    (Unit::HoursAMonth, "hours a month"),
    (Unit::Log, "log"),
    (Unit::Logits, "logits"),
    (Unit::Meetings, "meetings"),
    (Unit::Messages, "messages"),
    (Unit::Money, "money"),
    (Unit::Months, "months"),
    (Unit::Occasions, "occasions"),
    (Unit::Organisations, "organisations"),
    (Unit::Pairs, "pairs"),
    (Unit::Payments, "payments"),
    (Unit::People, "people"),
    (Unit::PeopleAMonth, "people a month"),
    (Unit::PeopleAYear, "people a year"),
    (Unit::Place, "place"),
    (Unit::Plain, ""),
    (Unit::Points, "points"),
    (Unit::Projects, "projects"),
    (Unit::Promises, "promises"),
    (Unit::Ratio, "ratio"),
    (Unit::Rewards, "rewards"),
    (Unit::Seats, "seats"),
    (Unit::Share, "share"),
    (Unit::ShareOfHours, "share of hours"),
    (Unit::Times, "times"),
    (Unit::Units, "units"),
    (Unit::UnitsAMonth, "units a month"),
    (Unit::Weeks, "weeks"),
];

const _: () = {
    let mut k = 0;
    while k < STORED.len() {
        assert!(STORED[k].0 as usize == k, "the stored texts stand in the order of the units");
        k += 1;
    }
};

impl Unit {
    /// The text that files store.
    pub fn text(self) -> &'static str {
        STORED[self as usize].1
    }

    /// The unit of a stored text; `None` of a currency.
    pub fn stored(text: &str) -> Option<Unit> {
        STORED.iter().find(|(_, stored)| *stored == text).map(|(unit, _)| *unit)
    }

    /// The unit in words, for axes and tables.
    pub fn printed(self) -> String {
        match self {
            Unit::Agreements => say!("unit-agreements"),
            Unit::Chapters => say!("unit-chapters"),
            Unit::Complaints => say!("unit-complaints"),
            Unit::Correlation => say!("unit-correlation"),
            Unit::Deeds => say!("unit-deeds"),
            Unit::DeedsAMonth => say!("unit-deeds-a-month"),
            Unit::FeltUnits => say!("unit-felt-units"),
            Unit::Hours => say!("unit-hours"),
            Unit::HoursAMonth => say!("unit-hours-a-month"),
            Unit::Log => say!("unit-log"),
            Unit::Logits => say!("unit-logits"),
            Unit::Meetings => say!("unit-meetings"),
            Unit::Messages => say!("unit-messages"),
            Unit::Money => say!("unit-money"),
            Unit::Months => say!("unit-months"),
            Unit::Occasions => say!("unit-occasions"),
            Unit::Organisations => say!("unit-organisations"),
            Unit::Pairs => say!("unit-pairs"),
            Unit::Payments => say!("unit-payments"),
            Unit::People => say!("unit-people"),
            Unit::PeopleAMonth => say!("unit-people-a-month"),
            Unit::PeopleAYear => say!("unit-people-a-year"),
            Unit::Place => say!("unit-place"),
            Unit::Plain => String::new(),
            Unit::Points => say!("unit-points"),
            Unit::Projects => say!("unit-projects"),
            Unit::Promises => say!("unit-promises"),
            Unit::Ratio => say!("unit-ratio"),
            Unit::Rewards => say!("unit-rewards"),
            Unit::Seats => say!("unit-seats"),
            Unit::Share => say!("unit-share"),
            Unit::ShareOfHours => say!("unit-share-of-hours"),
            Unit::Times => say!("unit-times"),
            Unit::Units => say!("unit-units"),
            Unit::UnitsAMonth => say!("unit-units-a-month"),
            Unit::Weeks => say!("unit-weeks"),
        }
    }
}
