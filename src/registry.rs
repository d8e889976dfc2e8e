//! Registries of named things, and the numbers that a scenario may set.
//!
//! A [`Knob`] declares one number. A [`Form`] is the shape of one TOML table. A [`Settings`] is one table with all its
//! values: every knob of its form has one, the default if the file gives none.
//!
//! Invariant: a scenario can set the knobs of an entry and nothing else.

mod knob;
mod settings;
mod value;

pub use knob::{Ask, Knob, Source, unit_says};

use crate::words;
pub use settings::Settings;
pub use value::{Given, Set};

/// The shape of one TOML table: its knobs and the tables inside it.
#[derive(Debug)]
pub struct Form {
    /// The id of its sentence in the catalogue.
    pub id: &'static str,
    /// The values of the table itself.
    pub knobs: &'static [Knob],
    /// The tables inside it.
    pub parts: &'static [Part],
}

/// A table inside a table.
#[derive(Debug)]
pub struct Part {
    /// Its name in the file.
    pub name: &'static str,
    /// One table, or tables keyed by a name that the user chooses.
    pub shape: Shape,
}

impl Form {
    /// Its sentence in the catalogue, with a full stop.
    pub fn says(&self) -> String {
        words::sentence(self.id, None).unwrap_or_default()
    }
}

/// Name, id of the sentence, and knobs of a registry's entry.
pub type EntryForm = (&'static str, &'static str, &'static [Knob]);

/// How often a part may occur.
#[derive(Debug)]
pub enum Shape {
    /// `[budget]`: at most once.
    One(&'static Form),
    /// `[points.answer]`: any number of times, under names that the user chooses.
    Named(&'static Form),
    /// `pools = { prizes = 0.3 }`: numbers under names that the user chooses.
    Numbers(&'static Knob),
    /// `[mechanism.habit]`: tables under the names of a registry's entries, each with the knobs of its entry.
    Rows(fn() -> Vec<EntryForm>),
    /// `[treatment.shop]`: the knobs of the form, and any number of quoted paths with a value or `"off"`.
    Patches(&'static Form),
}

/// One thing that a scenario may name, such as a mechanism.
pub struct Entry<T: 'static> {
    /// Its name in a scenario, kebab-case.
    pub name: &'static str,
    /// The id of its sentence in the catalogue.
    pub id: &'static str,
    /// The numbers that a scenario may set.
    pub knobs: &'static [Knob],
    /// Its constructor.
    pub make: T,
}

impl<T> Entry<T> {
    /// Its sentence in the catalogue, with a full stop.
    pub fn says(&self) -> String {
        words::sentence(self.id, None).unwrap_or_default()
    }
}

/// Things of one sort, in the order of listing and application.
pub struct Registry<T: 'static> {
    /// The entries.
    pub entries: &'static [Entry<T>],
}

impl<T> Registry<T> {
    /// The entry with this name.
    pub fn entry(&self, name: &str) -> Option<&'static Entry<T>> {
        self.entries.iter().find(|entry| entry.name == name)
    }
    /// Name, id and knobs of each entry, for [`Shape::Rows`].
    pub fn forms(&self) -> Vec<EntryForm> {
        self.entries.iter().map(|entry| (entry.name, entry.id, entry.knobs)).collect()
    }
}

/// Declares one table of numbers: the struct that the code uses, and the knobs that a scenario may set.
///
/// A field is `name: type = constructor(…)`: a constructor of [`Knob`] without its argument `name`, followed by
/// `.guess()`, `.cited(…)` or `.calibrated()`. The sentences of the table and of its knobs are in the catalogue, under
/// the id after the struct's name. Fields that are computed from the knobs are listed under `derived`.
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
            /// The numbers that a scenario may set, in the order of the fields.
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

/// A table declared by [`params!`](crate::params).
pub trait Table: serde::de::DeserializeOwned {
    /// The id of its sentence in the catalogue.
    const ID: &'static str;
}

/// The name of a knob that is a field of the struct: `knob!(Segment, people)` is "people"; the name of no field does
/// not compile.
#[macro_export]
macro_rules! knob {
    ($table:ty, $field:ident) => {{
        let _ = |table: &$table| {
            let _ = &table.$field;
        };
        $crate::registry::plain(stringify!($field))
    }};
}

/// A name without the prefix of a raw identifier: `r#use` becomes `use`.
pub const fn plain(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}
