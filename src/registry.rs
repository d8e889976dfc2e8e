//! Shelves of things that a scenario may name, and the numbers that it may turn.
//!
//! A [`Knob`] is the one declaration of a number. A [`Form`] is the shape of one TOML table. A [`Settings`] is one table,
//! resolved: every knob of its form has a value, the default where the file is silent.
//!
//! Invariant: a row's knobs are all that a scenario can turn of it.

mod knob;
mod settings;
mod value;

pub use knob::{Ask, Knob, Source};
pub use settings::Settings;
pub use value::Set;

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

/// Name, sentence and knobs of a row on a shelf.
pub type RowForm = (&'static str, &'static str, &'static [Knob]);

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
    Rows(fn() -> Vec<RowForm>),
    /// `[treatment.shop]`: the form's own knobs, and any number of quoted paths with a value or `"off"`.
    Patches(&'static Form),
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
    pub fn forms(&self) -> Vec<RowForm> {
        self.rows.iter().map(|row| (row.name, row.says, row.knobs)).collect()
    }
}
