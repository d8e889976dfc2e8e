//! What the model asks of a scenario: tables with their values, names, patches, places.
//!
//! Invariant: nothing here can fail; what could be wrong was found when the scenario was loaded.

use std::ops::Range;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::condition::Condition;
use super::schema::{Budget, Root};
use super::schema_path::{self, Place, Sheet, join};
use super::tree::{Node, Table, Value};
use super::{Patch, Scenario, format, patch, values};
use crate::error::{Mistake, Spot};
use crate::registry::{self, Given, Knob, Set, Settings};

impl Scenario {
    /// The values of a table, with the default for each value that the file does not give. The table need not be in the file.
    pub fn settings(&self, path: &str) -> Settings {
        self.tree.values(path, |tree| {
            let sheet = schema_path::sheet(path);
            let settings = sheet.map(|sheet| (fill(sheet.defaults(), &sheet, tree.table_at(path)), sheet));
            settings.map(|(settings, sheet)| scaled(settings, &sheet, tree)).unwrap_or_default()
        })
    }

    /// A table as the struct that the code works with; the default for each value that the file does not give. `path` leads to a table of
    /// that form.
    pub fn table<T: registry::Table>(&self, path: &str) -> T {
        debug_assert!(schema_path::sheet(path).is_some_and(|sheet| sheet.id == T::ID), "{path} is no table {}", T::ID);
        self.settings(path).make()
    }

    /// The values at the top of the file.
    pub fn root(&self) -> Root {
        self.table("")
    }

    /// `[budget]`.
    pub fn budget(&self) -> Budget {
        self.table("budget")
    }

    /// The values of a table, if it is in the file and is on, together with all tables around it.
    pub fn settings_if_on(&self, path: &str) -> Option<Settings> {
        self.is_on(path).then(|| self.settings(path))
    }

    /// Whether a table is in the file and is on, together with all tables around it.
    pub fn is_on(&self, path: &str) -> bool {
        let ends = path.match_indices('.').map(|(dot, _)| dot).chain([path.len()]);
        ends.map(|end| &path[..end]).all(|above| self.tree.table_at(above).is_some_and(|table| !table.is_off()))
    }

    /// The names of the tables under a part that are on, in the order of the files, extended ones first.
    pub fn names(&self, path: &str) -> Vec<String> {
        if !path.is_empty() && !self.is_on(path) {
            return Vec::new();
        }
        let rows = self.tree.table_at(path).map(|table| table.0.as_slice()).unwrap_or_default();
        let on = rows.iter().filter(|(_, node)| node.table().is_some_and(|table| !table.is_off()));
        on.map(|(name, _)| name.clone()).collect()
    }

    /// The names of all tables under a part, also those that are off.
    pub fn all_names(&self, path: &str) -> Vec<String> {
        self.tree.table_at(path).map(|table| table.keys().map(str::to_owned).collect()).unwrap_or_default()
    }

    /// Numbers under names that the user chooses, such as `budget.pools`.
    pub fn numbers(&self, path: &str) -> Vec<(String, f64)> {
        let rows = self.tree.table_at(path).map(|table| table.0.as_slice()).unwrap_or_default();
        let number = |value: &Value| match value {
            Value::Whole(n) => Some(*n as f64),
            Value::Real(x) => Some(*x),
            _ => None,
        };
        rows.iter().filter_map(|(name, node)| Some((name.clone(), number(&node.value)?))).collect()
    }

    /// A mechanism as it works on one segment: the values of the scenario, replaced by the segment's own values. `None` if neither gives
    /// it, or if it is switched off; the segment's own switch comes before that of the scenario.
    pub fn mechanism(&self, segment: &str, row: &str) -> Option<Settings> {
        let (wide, close) = (format!("mechanism.{row}"), format!("segment.{segment}.mechanism.{row}"));
        let sheet = schema_path::sheet(&wide)?;
        let (wide, close) = (self.tree.table_at(&wide), self.tree.table_at(&close));
        let off = |table: Option<&Table>| match table?.get("off")?.value {
            Value::Flag(off) => Some(off),
            _ => None,
        };
        let stands = wide.is_some() || close.is_some();
        let on = !off(close).or(off(wide)).unwrap_or(false);
        (stands && on).then(|| scaled(fill(fill(sheet.defaults(), &sheet, wide), &sheet, close), &sheet, &self.tree))
    }

    /// The knob that a path leads to.
    pub fn knob(path: &str) -> Option<&'static Knob> {
        match schema_path::place(path)? {
            Place::Knob(knob) => Some(knob),
            _ => None,
        }
    }

    /// A value of a knob, or with `apart` a distance between two, in the knob's unit; `days`: the span of a quota.
    ///
    /// # Errors
    /// What is wrong with it, and what would be right.
    pub fn amount(knob: &Knob, given: &Given, days: f64, apart: bool) -> Result<f64, (String, String)> {
        values::amount(knob, given, days, apart)
    }

    /// A number of a knob, in its own unit, as a file writes it.
    pub fn as_written(knob: &Knob, x: f64) -> String {
        format::written(knob, &Set::Number(x))
    }

    /// A value of a knob as a file may write it.
    pub fn example(knob: &Knob) -> String {
        format::example(knob)
    }

    /// The table at or above a path that is switched off.
    pub fn switched_off(&self, path: &str) -> Option<String> {
        let ends = path.match_indices('.').map(|(dot, _)| dot).chain([path.len()]);
        let mut above = ends.map(|end| &path[..end]);
        above.find(|above| self.tree.table_at(above).is_some_and(Table::is_off)).map(str::to_owned)
    }

    /// Whether a path leads to a table that may be switched on and off.
    pub fn is_switch(path: &str) -> bool {
        matches!(schema_path::place(path), Some(Place::Sheet(sheet)) if sheet.offable)
    }

    /// A value as the user wrote it, and where.
    pub fn written_value(&self, path: &str) -> Option<(String, Spot)> {
        let node = self.tree.at(path)?;
        Some((format::plain_text(&node.value), node.spot().clone()))
    }

    /// The designs to compare, without the baseline.
    pub fn treatments(&self) -> Vec<Patch> {
        patch::patches_under(&self.tree, "treatment").into_iter().map(|(patch, _)| patch).collect()
    }

    /// The worlds that may turn out otherwise than the scenario says, in the order of the file.
    pub fn worlds(&self) -> Vec<Patch> {
        patch::patches_under(&self.tree, "world").into_iter().map(|(patch, _)| patch).collect()
    }

    /// The patches with a date, the earliest first.
    pub fn interventions(&self) -> Vec<(Date, Patch)> {
        let date = |table: &Table| match &table.get("on")?.value {
            Value::Date(text) | Value::Text(text) => format::date(text),
            _ => None,
        };
        let all = patch::patches_under(&self.tree, "intervention");
        let mut dated: Vec<(Date, Patch)> =
            all.into_iter().filter_map(|(patch, table)| Some((date(table)?, patch))).collect();
        dated.sort_by_key(|(date, _)| *date);
        dated
    }

    /// The patches with a condition, in the order of their names.
    pub fn conditional_interventions(&self) -> Vec<(Patch, Condition)> {
        let all = patch::patches_under(&self.tree, "intervention");
        let mut list: Vec<(Patch, Condition)> =
            all.into_iter().filter_map(|(patch, table)| Some((patch, when(table)?))).collect();
        list.sort_by(|a, b| a.0.name.cmp(&b.0.name));
        list
    }

    /// The condition in a table.
    pub fn condition(&self, path: &str) -> Option<Condition> {
        when(self.tree.table_at(path)?)
    }

    /// A mistake inside the text at a path.
    pub fn mistake_inside(&self, path: &str, at: Range<usize>, says: String, label: String, help: String) -> Mistake {
        let at = match self.tree.at(path) {
            Some(Node { value: Value::Text(text), at: spot, .. }) => spot.inside(text, at),
            _ => self.spot(path),
        };
        Mistake { at, path: path.to_owned(), says, help: Some(help), label }
    }

    /// The directory of the scenario file: what its paths are relative to.
    pub fn directory(&self) -> &Path {
        self.directories.first().map_or(Path::new(""), PathBuf::as_path)
    }

    /// A file that a text names, relative to the file that names it (which may be an extended one).
    pub fn file(&self, path: &str) -> Option<PathBuf> {
        let node = self.tree.at(path)?;
        match &node.value {
            Value::Text(name) if !name.is_empty() => Some(self.directories.get(node.at.file)?.join(name)),
            _ => None,
        }
    }

    /// The place of a path in the file, or of the nearest table around it that is in the file.
    pub fn spot(&self, path: &str) -> Spot {
        let mut path = path;
        loop {
            if let Some(node) = self.tree.at(path) {
                return node.spot().clone();
            }
            match path.rsplit_once('.') {
                Some((above, _)) => path = above,
                None => {
                    return self.tree.0.iter().map(|(_, node)| node.key.clone()).min().unwrap_or_default();
                }
            }
        }
    }

    /// Replaces a table by the table of the same scenario at another date, switched off.
    pub fn insert_switched_off(&mut self, path: &str, other: &Scenario) {
        if let Some(node) = other.tree.at(path) {
            let off = Node { value: Value::Flag(true), ..node.clone() };
            self.tree.edit().replace(path, node.clone());
            self.tree.edit().put(&join(path, "off"), off);
        }
    }

    /// A mistake at a path that only the model can find.
    pub fn mistake(
        &self,
        path: &str,
        says: impl Into<String>,
        help: Option<String>,
        label: impl Into<String>,
    ) -> Mistake {
        Mistake { at: self.spot(path), path: path.to_owned(), says: says.into(), help, label: label.into() }
    }
}

/// The condition for which a table waits.
fn when(table: &Table) -> Option<Condition> {
    match &table.get("when")?.value {
        Value::Text(text) => Condition::read(text).ok(),
        _ => None,
    }
}

/// The settings, replaced by the values that the table gives.
pub(super) fn fill(settings: Settings, sheet: &Sheet, table: Option<&Table>) -> Settings {
    let Some(table) = table else { return settings };
    table.0.iter().fold(settings, |settings, (key, node)| {
        match sheet.knob(key).and_then(|knob| values::read(knob, node).ok()) {
            Some(set) if set != Set::Absent => settings.with(key, set),
            _ => settings,
        }
    })
}

/// The values of a table in the scale of the scenario.
fn scaled(mut settings: Settings, sheet: &Sheet, tree: &Table) -> Settings {
    let scale = match tree.get("scale").map(|node| &node.value) {
        Some(Value::Real(x)) => *x,
        Some(Value::Whole(n)) => *n as f64,
        _ => return settings,
    };
    let whole = |n: i64| (n as f64 * scale).round() as i64;
    for (name, value) in &mut settings.values {
        if sheet.knob(name).is_some_and(|knob| knob.scales) {
            match value {
                Set::Number(x) => *x *= scale,
                Set::Count(n) => *n = whole(*n).max(i64::from(*n > 0)),
                Set::Quota(amount, _) => *amount *= scale,
                _ => {}
            }
        }
    }
    settings
}
