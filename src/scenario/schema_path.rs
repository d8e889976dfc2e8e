//! What a path means in the language: the knob or the table that the schema has at it.
//!
//! Invariant: it reads [`schema::ROOT`] and no scenario, so its answer holds for every file.

use super::schema;
use crate::registry::{Form, Knob, Part, Settings, Shape};
use crate::words;

/// One table of the language.
#[derive(Clone, Copy)]
pub(super) struct Sheet {
    /// The id of its sentence in the catalogue.
    pub(super) id: &'static str,
    pub(super) knobs: &'static [Knob],
    pub(super) parts: &'static [Part],
    /// Whether it may contain `off = true`: true if its name is chosen by the user or comes from a registry.
    pub(super) offable: bool,
}

/// What a path leads to.
pub(super) enum Place {
    /// A table.
    Sheet(Sheet),
    /// All the tables of one part, such as `points`.
    Many,
    /// Numbers under names that the user chooses, such as `budget.pools`.
    Numbers,
    /// A value.
    Knob(&'static Knob),
}

/// The whole file.
pub(super) fn root() -> Sheet {
    let form = &schema::ROOT;
    Sheet::of(form, false)
}

impl Sheet {
    pub(super) fn of(form: &'static Form, offable: bool) -> Sheet {
        Sheet { id: form.id, knobs: form.knobs, parts: form.parts, offable }
    }
    /// Its sentence, with a full stop.
    pub(super) fn says(&self) -> String {
        words::sentence(self.id, None).unwrap_or_default()
    }
    pub(super) fn knob(&self, name: &str) -> Option<&'static Knob> {
        self.knobs.iter().find(|knob| knob.name == name)
    }
    pub(super) fn part(&self, name: &str) -> Option<&'static Part> {
        self.parts.iter().find(|part| part.name == name)
    }
    /// Every key that it may contain.
    pub(super) fn names(&self) -> Vec<&'static str> {
        let off = self.offable.then_some("off");
        self.knobs.iter().map(|k| k.name).chain(self.parts.iter().map(|p| p.name)).chain(off).collect()
    }
    /// The values if a file gives none.
    pub(super) fn defaults(&self) -> Settings {
        Settings::defaults(self.knobs)
    }
}

/// The table under one name of a part; `None` if a registry has no such entry, or the part has no tables.
pub(super) fn under(shape: &'static Shape, name: &str) -> Option<Sheet> {
    match shape {
        Shape::One(_) | Shape::Numbers(_) => None,
        Shape::Named(form) => Some(Sheet::of(form, true)),
        Shape::Patches(form) => Some(Sheet { parts: &[], ..Sheet::of(form, true) }),
        Shape::Rows(rows) => rows().into_iter().find(|(row, _, _)| *row == name).map(|(_, id, knobs)| Sheet {
            id,
            knobs,
            parts: &[],
            offable: true,
        }),
    }
}

/// What the dotted path leads to; `None` if the language has no such path.
pub(super) fn place(path: &str) -> Option<Place> {
    let mut sheet = root();
    let mut keys = path.split('.').filter(|key| !key.is_empty());
    while let Some(key) = keys.next() {
        if let Some(knob) = sheet.knob(key) {
            return keys.next().is_none().then_some(Place::Knob(knob));
        }
        match &sheet.part(key)?.shape {
            Shape::One(form) => sheet = Sheet::of(form, false),
            Shape::Numbers(knob) => {
                return match (keys.next(), keys.next()) {
                    (None, _) => Some(Place::Numbers),
                    (Some(_), None) => Some(Place::Knob(knob)),
                    _ => None,
                };
            }
            shape => match keys.next() {
                None => return Some(Place::Many),
                Some(name) => sheet = under(shape, name)?,
            },
        }
    }
    Some(Place::Sheet(sheet))
}

/// The table at a path, if the language has one there.
pub(super) fn sheet(path: &str) -> Option<Sheet> {
    match place(path)? {
        Place::Sheet(sheet) => Some(sheet),
        _ => None,
    }
}

/// `a.b`, or `b` at the root.
pub(super) fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}
