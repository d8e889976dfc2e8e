//! Knobs: each declares one value that a scenario may set.
//!
//! Range check, error message, JSON Schema, `list` and the assumption register are derived from it.

use std::ops::RangeInclusive;

use super::value::Set;
use crate::words::{self, Value};

/// Where a default comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// From a publication: author, year and place, and its web address.
    Cited {
        /// Author, year and place.
        title: &'static str,
        /// Web address.
        link: &'static str,
    },
    /// Fitted or set by hand to a stated target.
    Calibrated,
    /// Not measured.
    Guess,
    /// Not an assumption about the world: a choice of the user, such as a name, a date or a seed.
    Choice,
}

/// The kind of value of a knob, with its range and default. `None` as a default means "not set".
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "unit, range and default are what they say")]
pub enum Ask {
    /// A plain number.
    Number { unit: &'static str, low: f64, high: f64, default: Option<f64> },
    /// A rate such as `"0.03 per year"`; stored per year.
    Rate { low: f64, high: f64, default: Option<f64> },
    /// A span of time such as `"30 days"`; stored in days.
    Duration { low: f64, high: f64, default: Option<f64> },
    /// A whole number.
    Count { unit: &'static str, low: i64, high: i64, default: Option<i64> },
    /// A number in a span of time, such as `"20 per week"`; stored as amount and days.
    Quota { low: f64, high: f64, default: Option<(f64, f64)> },
    /// One of a few words.
    Choice { options: &'static [&'static str], default: &'static str },
    /// `true` or `false`.
    Flag { default: bool },
    /// Free text. `None`: required.
    Text { default: Option<&'static str> },
    /// A date such as `2027-01-04`. `needed`: required.
    Date { needed: bool },
    /// The name of another table: `of` is its path, such as `action` or `budget.pools`. `needed`: required.
    Name { of: &'static str, needed: bool },
    /// A list of such names; empty by default.
    Names { of: &'static str },
    /// A list of numbers; empty by default.
    Numbers { unit: &'static str, low: f64, high: f64 },
    /// A value of the knob to which the `path` beside it leads, or a distance between two.
    Given,
    /// A list of such values; empty by default.
    Givens,
}

/// A number (or word, or date) that a scenario may set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Knob {
    /// The id of its table's sentence in the catalogue; the knob's sentence is an attribute of that message.
    pub table: &'static str,
    /// Its name in the file.
    pub name: &'static str,
    /// Kind, unit, range and default.
    pub ask: Ask,
    /// Source of the default.
    pub source: Source,
    /// Whether it grows with the `scale` of the scenario.
    pub scales: bool,
}

impl Knob {
    const fn of(name: &'static str, ask: Ask) -> Self {
        Knob { table: "", name, ask, source: Source::Choice, scales: false }
    }
    /// A plain number with a default.
    pub const fn number(name: &'static str, unit: &'static str, range: RangeInclusive<f64>, default: f64) -> Self {
        Self::of(name, Ask::Number { unit, low: *range.start(), high: *range.end(), default: Some(default) })
    }
    /// A plain number, optional.
    pub const fn maybe(name: &'static str, unit: &'static str, range: RangeInclusive<f64>) -> Self {
        Self::of(name, Ask::Number { unit, low: *range.start(), high: *range.end(), default: None })
    }
    /// A rate, per year.
    pub const fn rate(name: &'static str, range: RangeInclusive<f64>, default: f64) -> Self {
        Self::of(name, Ask::Rate { low: *range.start(), high: *range.end(), default: Some(default) })
    }
    /// A span of time, in days.
    pub const fn duration(name: &'static str, range: RangeInclusive<f64>, default: f64) -> Self {
        Self::of(name, Ask::Duration { low: *range.start(), high: *range.end(), default: Some(default) })
    }
    /// A span of time in days, optional.
    pub const fn maybe_duration(name: &'static str, range: RangeInclusive<f64>) -> Self {
        Self::of(name, Ask::Duration { low: *range.start(), high: *range.end(), default: None })
    }
    /// A whole number with a default.
    pub const fn count(name: &'static str, unit: &'static str, range: RangeInclusive<i64>, default: i64) -> Self {
        Self::of(name, Ask::Count { unit, low: *range.start(), high: *range.end(), default: Some(default) })
    }
    /// A whole number, optional.
    pub const fn maybe_count(name: &'static str, unit: &'static str, range: RangeInclusive<i64>) -> Self {
        Self::of(name, Ask::Count { unit, low: *range.start(), high: *range.end(), default: None })
    }
    /// A number in a span of time, optional.
    pub const fn maybe_quota(name: &'static str, range: RangeInclusive<f64>) -> Self {
        Self::of(name, Ask::Quota { low: *range.start(), high: *range.end(), default: None })
    }
    /// One of a few words.
    pub const fn choice(name: &'static str, options: &'static [&'static str], default: &'static str) -> Self {
        Self::of(name, Ask::Choice { options, default })
    }
    /// `true` or `false`.
    pub const fn flag(name: &'static str, default: bool) -> Self {
        Self::of(name, Ask::Flag { default })
    }
    /// Free text with a default.
    pub const fn text(name: &'static str, default: &'static str) -> Self {
        Self::of(name, Ask::Text { default: Some(default) })
    }
    /// Free text, required.
    pub const fn needed_text(name: &'static str) -> Self {
        Self::of(name, Ask::Text { default: None })
    }
    /// A date, required.
    pub const fn date(name: &'static str) -> Self {
        Self::of(name, Ask::Date { needed: true })
    }
    /// A date, optional.
    pub const fn maybe_date(name: &'static str) -> Self {
        Self::of(name, Ask::Date { needed: false })
    }
    /// The name of an item of the table `of`, required.
    pub const fn reference(name: &'static str, of: &'static str) -> Self {
        Self::of(name, Ask::Name { of, needed: true })
    }
    /// The name of an item of the table `of`, optional.
    pub const fn maybe_reference(name: &'static str, of: &'static str) -> Self {
        Self::of(name, Ask::Name { of, needed: false })
    }
    /// A list of names of items of the table `of`.
    pub const fn references(name: &'static str, of: &'static str) -> Self {
        Self::of(name, Ask::Names { of })
    }
    /// A list of numbers.
    pub const fn numbers(name: &'static str, unit: &'static str, range: RangeInclusive<f64>) -> Self {
        Self::of(name, Ask::Numbers { unit, low: *range.start(), high: *range.end() })
    }
    /// A value of the knob to which the `path` beside it leads, optional.
    pub const fn given(name: &'static str) -> Self {
        Self::of(name, Ask::Given)
    }
    /// A list of values of the knob to which the `path` beside it leads.
    pub const fn givens(name: &'static str) -> Self {
        Self::of(name, Ask::Givens)
    }
    /// Sets the table of the knob, by the id of that table's sentence.
    pub const fn within(mut self, table: &'static str) -> Self {
        self.table = table;
        self
    }
    /// The default is from a publication; the attribute `NAME-found` says what it reports.
    pub const fn cited(mut self, title: &'static str, link: &'static str) -> Self {
        self.source = Source::Cited { title, link };
        self
    }
    /// The default meets a target; the attribute `NAME-target` states it.
    pub const fn calibrated(mut self) -> Self {
        self.source = Source::Calibrated;
        self
    }
    /// It grows with the `scale` of the scenario.
    pub const fn scales(mut self) -> Self {
        self.scales = true;
        self
    }
    /// The default is not measured.
    pub const fn guess(mut self) -> Self {
        self.source = Source::Guess;
        self
    }
    /// Its sentence in the catalogue, with a full stop.
    pub fn says(&self) -> String {
        words::sentence(self.table, Some(self.name)).unwrap_or_default()
    }
    /// The origin of the default: the publication and what it reports, or the target; empty for guesses and choices.
    pub fn origin(&self) -> String {
        let said = |what: &str, arguments: &[(&str, Value)]| {
            words::sentence_with(self.table, Some(&format!("{}-{what}", self.name)), arguments)
        };
        match self.source {
            Source::Cited { title, .. } => {
                said("found", &[("title", title.into())]).unwrap_or_else(|| title.to_owned())
            }
            Source::Calibrated => said("target", &[]).unwrap_or_default(),
            Source::Guess | Source::Choice => String::new(),
        }
    }
    /// The unit as printed; empty if there is none, or if the value contains it.
    pub fn unit(&self) -> String {
        match self.ask {
            Ask::Number { unit, .. } | Ask::Count { unit, .. } | Ask::Numbers { unit, .. } => unit_says(unit),
            _ => String::new(),
        }
    }
    /// The value if the file gives none.
    pub fn default(&self) -> Set {
        match self.ask {
            Ask::Number { default, .. } | Ask::Rate { default, .. } | Ask::Duration { default, .. } => {
                default.map_or(Set::Absent, Set::Number)
            }
            Ask::Count { default, .. } => default.map_or(Set::Absent, Set::Count),
            Ask::Quota { default, .. } => default.map_or(Set::Absent, |(n, days)| Set::Quota(n, days)),
            Ask::Choice { default, .. } => Set::Text(default.to_owned()),
            Ask::Flag { default } => Set::Flag(default),
            Ask::Text { default } => default.map_or(Set::Absent, |t| Set::Text(t.to_owned())),
            Ask::Date { .. } | Ask::Name { .. } | Ask::Given => Set::Absent,
            Ask::Givens => Set::Givens(Vec::new()),
            Ask::Names { .. } => Set::Names(Vec::new()),
            Ask::Numbers { .. } => Set::Numbers(Vec::new()),
        }
    }
    /// Whether a file must set it.
    pub fn needed(&self) -> bool {
        matches!(self.ask, Ask::Text { default: None } | Ask::Date { needed: true } | Ask::Name { needed: true, .. })
    }
}

/// The unit as printed, from its id in the catalogue: "felt-units" becomes "felt units".
pub fn unit_says(unit: &str) -> String {
    words::sentence(&format!("unit-{unit}"), None).unwrap_or_default()
}
