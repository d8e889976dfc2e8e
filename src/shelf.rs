//! Shelves of things that a scenario may name, and the numbers that it may turn.
//!
//! A [`Knob`] is the one declaration of a number: range check, error message, JSON Schema, `list`, and the assumption
//! register all come from it. A [`Form`] is the shape of one TOML table. A [`Settings`] is one table, resolved: every knob
//! of its form has a value, the default where the file is silent.
//!
//! Invariant: the struct that a table is made into has exactly one field per knob ([`Settings::make`] refuses otherwise, and
//! the shelf tests make every row from its own defaults).

use std::ops::RangeInclusive;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{self, DeserializeOwned, IntoDeserializer, Visitor};

/// Where a default comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Read in a publication: author, year, place.
    Cited(&'static str),
    /// Fitted or set by hand to a stated target.
    Calibrated(&'static str),
    /// Nobody has measured it.
    Guess,
    /// Not an assumption about the world: a choice of the user's, such as a name, a date or a seed.
    Choice,
}

/// What kind of value a knob asks for, with its range and its default. `None` as a default means "not set".
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ask {
    /// A plain number.
    Number { unit: &'static str, low: f64, high: f64, default: Option<f64> },
    /// A rate such as `"0.03 per year"`; held per year.
    Rate { low: f64, high: f64, default: Option<f64> },
    /// A span of time such as `"30 days"`; held in days.
    Duration { low: f64, high: f64, default: Option<f64> },
    /// A whole number.
    Count { unit: &'static str, low: i64, high: i64, default: Option<i64> },
    /// So many in a span of time, such as `"20 per week"`; held as amount and days.
    Quota { low: f64, high: f64, default: Option<(f64, f64)> },
    /// One of a few words.
    Choice { options: &'static [&'static str], default: &'static str },
    /// `true` or `false`.
    Flag { default: bool },
    /// Free text. `None`: must be given.
    Text { default: Option<&'static str> },
    /// A date such as `2027-01-04`. `needed`: must be given.
    Date { needed: bool },
    /// The name of a table elsewhere: `of` is its path, such as `action` or `budget.pools`. `needed`: must be given.
    Name { of: &'static str, needed: bool },
    /// A list of such names; empty by default.
    Names { of: &'static str },
    /// A list of numbers; empty by default.
    Numbers { unit: &'static str, low: f64, high: f64 },
}

/// A number (or word, or date) that a scenario may set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Knob {
    /// As written in the file.
    pub name: &'static str,
    /// Kind, unit, range, default.
    pub ask: Ask,
    /// One sentence, with a full stop.
    pub says: &'static str,
    /// Where the default comes from.
    pub source: Source,
}

impl Knob {
    const fn of(name: &'static str, ask: Ask) -> Self {
        Knob { name, ask, says: "", source: Source::Choice }
    }
    /// A plain number with a default.
    pub const fn number(name: &'static str, unit: &'static str, range: RangeInclusive<f64>, default: f64) -> Self {
        Self::of(name, Ask::Number { unit, low: *range.start(), high: *range.end(), default: Some(default) })
    }
    /// A plain number that may be absent.
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
    /// A span of time that may be absent.
    pub const fn maybe_duration(name: &'static str, range: RangeInclusive<f64>) -> Self {
        Self::of(name, Ask::Duration { low: *range.start(), high: *range.end(), default: None })
    }
    /// A whole number with a default.
    pub const fn count(name: &'static str, unit: &'static str, range: RangeInclusive<i64>, default: i64) -> Self {
        Self::of(name, Ask::Count { unit, low: *range.start(), high: *range.end(), default: Some(default) })
    }
    /// A whole number that may be absent.
    pub const fn maybe_count(name: &'static str, unit: &'static str, range: RangeInclusive<i64>) -> Self {
        Self::of(name, Ask::Count { unit, low: *range.start(), high: *range.end(), default: None })
    }
    /// So many per span of time; absent by default.
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
    /// Free text that must be given.
    pub const fn needed_text(name: &'static str) -> Self {
        Self::of(name, Ask::Text { default: None })
    }
    /// A date that must be given.
    pub const fn date(name: &'static str) -> Self {
        Self::of(name, Ask::Date { needed: true })
    }
    /// A date that may be absent.
    pub const fn maybe_date(name: &'static str) -> Self {
        Self::of(name, Ask::Date { needed: false })
    }
    /// The name of something in the table `of`, which must be given.
    pub const fn reference(name: &'static str, of: &'static str) -> Self {
        Self::of(name, Ask::Name { of, needed: true })
    }
    /// The name of something in the table `of`, which may be absent.
    pub const fn maybe_reference(name: &'static str, of: &'static str) -> Self {
        Self::of(name, Ask::Name { of, needed: false })
    }
    /// A list of names in the table `of`.
    pub const fn references(name: &'static str, of: &'static str) -> Self {
        Self::of(name, Ask::Names { of })
    }
    /// A list of numbers.
    pub const fn numbers(name: &'static str, unit: &'static str, range: RangeInclusive<f64>) -> Self {
        Self::of(name, Ask::Numbers { unit, low: *range.start(), high: *range.end() })
    }
    /// The sentence that explains it.
    pub const fn says(mut self, says: &'static str) -> Self {
        self.says = says;
        self
    }
    /// The default was read in a publication.
    pub const fn cited(mut self, source: &'static str) -> Self {
        self.source = Source::Cited(source);
        self
    }
    /// The default was set to meet a stated target.
    pub const fn calibrated(mut self, target: &'static str) -> Self {
        self.source = Source::Calibrated(target);
        self
    }
    /// Nobody has measured the default.
    pub const fn guess(mut self) -> Self {
        self.source = Source::Guess;
        self
    }
    /// The value where the file is silent.
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
            Ask::Date { .. } | Ask::Name { .. } => Set::Absent,
            Ask::Names { .. } => Set::Names(Vec::new()),
            Ask::Numbers { .. } => Set::Numbers(Vec::new()),
        }
    }
    /// Whether a file must set it.
    pub fn needed(&self) -> bool {
        matches!(self.ask, Ask::Text { default: None } | Ask::Date { needed: true } | Ask::Name { needed: true, .. })
    }
}

/// The shape of one TOML table: its knobs and the tables inside it.
#[derive(Debug)]
pub struct Form {
    /// One sentence, with a full stop.
    pub says: &'static str,
    /// The values that stand in the table itself.
    pub knobs: &'static [Knob],
    /// The tables inside it.
    pub parts: &'static [Part],
}

/// A table inside a table.
#[derive(Debug)]
pub struct Part {
    /// As written in the file.
    pub name: &'static str,
    /// One table, or tables keyed by a name that the user chooses.
    pub shape: Shape,
}

/// How often a part may stand.
#[derive(Debug)]
pub enum Shape {
    /// `[budget]`: at most once.
    One(&'static Form),
    /// `[points.answer]`: any number of times, under names of the user's.
    Named(&'static Form),
    /// `pools = { prizes = 0.3 }`: numbers under names of the user's.
    Numbers(&'static Knob),
    /// `[mechanism.habit]`: tables under the names of a shelf's rows, each with its row's knobs.
    Rows(fn() -> Vec<(&'static str, &'static str, &'static [Knob])>),
    /// `[treatment.shop]`: the form's own knobs, and any number of quoted paths with a value or `"off"`.
    Patches(&'static Form),
}

/// The resolved value of a knob.
#[derive(Clone, Debug, PartialEq)]
pub enum Set {
    /// Number, rate (per year) or duration (days).
    Number(f64),
    /// Whole number.
    Count(i64),
    /// Amount and days.
    Quota(f64, f64),
    /// Word, text, name or ISO date.
    Text(String),
    /// Flag.
    Flag(bool),
    /// Names.
    Names(Vec<String>),
    /// Numbers.
    Numbers(Vec<f64>),
    /// Not set, and no default.
    Absent,
}

/// One table with all its values: what the file says, the defaults where it is silent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// In the order of the form's knobs.
    pub values: Vec<(&'static str, Set)>,
}

impl Settings {
    /// The table that a silent file gives.
    pub fn defaults(knobs: &'static [Knob]) -> Self {
        Settings { values: knobs.iter().map(|k| (k.name, k.default())).collect() }
    }
    /// The value of one knob.
    pub fn value(&self, name: &str) -> Option<&Set> {
        self.values.iter().find(|(n, _)| *n == name).map(|(_, v)| v)
    }
    /// The same table with one value replaced.
    pub fn with(mut self, name: &str, value: Set) -> Self {
        if let Some(slot) = self.values.iter_mut().find(|(n, _)| *n == name) {
            slot.1 = value;
        }
        self
    }
    /// The table as the struct that the code works with: one field per knob, no more and no fewer.
    pub fn make<T: DeserializeOwned>(&self) -> T {
        // A mismatch of fields and knobs is a fault of ours that the shelf tests find; a user cannot cause it.
        T::deserialize(self).unwrap_or_else(|fault| unreachable!("knobs and fields differ: {fault}"))
    }
    /// As [`Settings::make`], for the shelf tests.
    pub fn try_make<T: DeserializeOwned>(&self) -> Result<T, String> {
        T::deserialize(self).map_err(|fault| fault.to_string())
    }
}

impl<'de> de::Deserializer<'de> for &Settings {
    type Error = de::value::Error;
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        let entries = self.values.iter().map(|(name, value)| (*name, value.clone()));
        visitor.visit_map(MapDeserializer::new(entries))
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        let without_knob = fields.iter().find(|f| self.value(f).is_none());
        let without_field = self.values.iter().find(|(k, _)| !fields.contains(k));
        match (without_knob, without_field) {
            (Some(f), _) => Err(de::Error::custom(format!("{name}: field {f} has no knob"))),
            (_, Some((k, _))) => Err(de::Error::custom(format!("{name}: knob {k} has no field"))),
            _ => self.deserialize_any(visitor),
        }
    }
    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de> for Set {
    type Deserializer = Set;
    fn into_deserializer(self) -> Set {
        self
    }
}

impl<'de> de::Deserializer<'de> for Set {
    type Error = de::value::Error;
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self {
            Set::Number(x) => visitor.visit_f64(x),
            Set::Count(n) => visitor.visit_i64(n),
            Set::Quota(n, days) => visitor.visit_seq(SeqDeserializer::new([n, days].into_iter())),
            Set::Text(text) => visitor.visit_string(text),
            Set::Flag(flag) => visitor.visit_bool(flag),
            Set::Names(names) => visitor.visit_seq(SeqDeserializer::new(names.into_iter())),
            Set::Numbers(numbers) => visitor.visit_seq(SeqDeserializer::new(numbers.into_iter())),
            Set::Absent => visitor.visit_unit(),
        }
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self {
            Set::Absent => visitor.visit_none(),
            given => visitor.visit_some(given),
        }
    }
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        match self {
            Set::Text(word) => {
                let word: de::value::StringDeserializer<Self::Error> = word.into_deserializer();
                de::Deserializer::deserialize_enum(word, name, variants, visitor)
            }
            other => Err(de::Error::custom(format!("{other:?} is not a word"))),
        }
    }
    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// One thing on a shelf.
pub struct Row<T: 'static> {
    /// Kebab-case, as a scenario names it.
    pub name: &'static str,
    /// One sentence, with a full stop.
    pub says: &'static str,
    /// The numbers that it lets a scenario turn.
    pub knobs: &'static [Knob],
    /// How it is made.
    pub make: T,
}

/// Things of one sort, in the order in which they are listed and applied.
pub struct Shelf<T: 'static> {
    /// What stands here, such as "mechanism".
    pub what: &'static str,
    /// The rows.
    pub rows: &'static [Row<T>],
}

impl<T> Shelf<T> {
    /// The row of that name.
    pub fn row(&self, name: &str) -> Option<&'static Row<T>> {
        self.rows.iter().find(|row| row.name == name)
    }
    /// Name, sentence and knobs of each row: what [`Shape::Rows`] asks for.
    pub fn forms(&self) -> Vec<(&'static str, &'static str, &'static [Knob])> {
        self.rows.iter().map(|row| (row.name, row.says, row.knobs)).collect()
    }
}
