//! Shelves of things that a scenario may name, and the numbers that it may turn.
//!
//! A [`Knob`] is the one declaration of a number. A [`Form`] is the shape of one TOML table. A [`Settings`] is one table,
//! resolved: every knob of its form has a value, the default where the file is silent.
//!
//! Invariant: a row's knobs are all that a scenario can turn of it.

mod knob;
mod settings;
mod value;

pub use knob::{Ask, Knob, Source, unit_says};

use crate::words;
pub use settings::Settings;
pub use value::Set;

/// The shape of one TOML table: its knobs and the tables inside it.
#[derive(Debug)]
pub struct Form {
    /// The id of its sentence in the catalogue.
    pub id: &'static str,
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

impl Form {
    /// Its sentence, with a full stop.
    pub fn says(&self) -> String {
        words::sentence(self.id, None).unwrap_or_default()
    }
}

/// Name, id of its sentence, and knobs of an entry of a registry.
pub type EntryForm = (&'static str, &'static str, &'static [Knob]);

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
    Rows(fn() -> Vec<EntryForm>),
    /// `[treatment.shop]`: the form's own knobs, and any number of quoted paths with a value or `"off"`.
    Patches(&'static Form),
}

/// One thing that a scenario may name, such as a mechanism.
pub struct Entry<T: 'static> {
    /// Kebab-case, as a scenario names it.
    pub name: &'static str,
    /// The id of its sentence in the catalogue.
    pub id: &'static str,
    /// The numbers that a scenario may turn.
    pub knobs: &'static [Knob],
    /// How it is made.
    pub make: T,
}

impl<T> Entry<T> {
    /// Its sentence, with a full stop.
    pub fn says(&self) -> String {
        words::sentence(self.id, None).unwrap_or_default()
    }
}

/// Things of one sort, in the order in which they are listed and applied.
pub struct Registry<T: 'static> {
    /// What it holds, such as "mechanism".
    pub what: &'static str,
    /// The entries.
    pub entries: &'static [Entry<T>],
}

impl<T> Registry<T> {
    /// The entry of that name.
    pub fn entry(&self, name: &str) -> Option<&'static Entry<T>> {
        self.entries.iter().find(|entry| entry.name == name)
    }
    /// Name, id and knobs of each entry: what [`Shape::Rows`] asks for.
    pub fn forms(&self) -> Vec<EntryForm> {
        self.entries.iter().map(|entry| (entry.name, entry.id, entry.knobs)).collect()
    }
}

/// One declaration of a table of numbers: the struct that the code works with, and the knobs that a scenario may turn.
///
/// A field is `name: type = constructor(…)`, where the constructor is one of [`Knob`]'s without the name; `.guess()`, `.cited(…)` or
/// `.calibrated()` follow. The table's sentence and those of its knobs stand in the catalogue under the id after the struct's name. What is
/// worked out from them once stands under `derived`.
///
/// ```
/// use zaoshi::registry::Settings;
/// zaoshi::params! {
///     /// How members bring friends.
///     #[derive(Debug)]
///     struct Invitations: "invitations" {
///         chance: f64 = number("chance", 0.0..=1.0, 0.5).guess();
///     }
/// }
/// let invitations: Invitations = Settings::defaults(Invitations::KNOBS).make();
/// assert_eq!(invitations.chance, 0.5);
/// ```
#[macro_export]
macro_rules! params {
    (
        $(#[$meta:meta])* $vis:vis struct $name:ident : $id:literal {
            $($(#[$attribute:meta])* $fvis:vis $field:ident : $type:ty = $make:ident ( $($given:expr),* $(,)? ) $(. $then:ident ( $($with:expr),* $(,)? ))* ;)*
        }
        $(derived { $($(#[$doc:meta])* $dvis:vis $derived:ident : $dtype:ty),* $(,)? })?
    ) => {
        $(#[$meta])*
        #[derive(::serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(missing_docs, reason = "each field is a knob, and its sentence stands in the catalogue")]
        $vis struct $name {
            $($(#[$attribute])* $fvis $field: $type,)*
            $($($(#[$doc])* #[serde(skip)] $dvis $derived: $dtype,)*)?
        }

        impl $name {
            /// The numbers that a scenario may turn, in the order of the fields.
            $vis const KNOBS: &'static [$crate::registry::Knob] = &[
                $($crate::registry::Knob::$make($crate::registry::plain(stringify!($field)), $($given),*)
                    $(.$then($($with),*))*
                    .within($id)),*
            ];
        }

        impl $crate::registry::Table for $name {
            const ID: &'static str = $id;
        }
    };
}

/// A table that [`params!`](crate::params) declared.
pub trait Table: serde::de::DeserializeOwned {
    /// The id of its sentence in the catalogue.
    const ID: &'static str;
}

/// The name of a knob, where a field of that name exists: `knob!(Segment, people)` is "people", and another word does not compile.
#[macro_export]
macro_rules! knob {
    ($table:ty, $field:ident) => {{
        let _ = |table: &$table| {
            let _ = &table.$field;
        };
        $crate::registry::plain(stringify!($field))
    }};
}

/// A name without the mark of a raw identifier: `r#use` is `use`.
pub const fn plain(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}
