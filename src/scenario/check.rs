//! A document checked against the schema: all mistakes of a file, not only the first.
//!
//! Invariant: in a tree in which [`check`] finds nothing, every value that the schema knows can be read.

use super::format::{self, asked_type};
use super::names::{Join, last, list, nearest, parent, quoted_list, sentence};
use super::schema_path::{self, Sheet, join};
use super::tree::{Node, Table, Value};
use super::values::{self, Invalid};
use crate::error::{Mistake, Spot};
use crate::registry::{Ask, Knob, Set, Shape};
use crate::say;

pub(super) mod names;
mod triggers;

/// Largest list of valid names that is shown below a misspelt one.
const MAX_SHOWN: usize = 18;

/// All mistakes of a tree, in the order of its files.
pub(super) fn check(tree: &Table) -> Vec<Mistake> {
    let mut check = Check { tree, found: Vec::new() };
    // A value that is missing at the root is reported at the first key of the file.
    let top = tree.0.iter().map(|(_, node)| &node.key).min().cloned().unwrap_or_default();
    check.check_sheet(
        schema_path::root(),
        tree,
        &Location { path: String::new(), at: top, siblings: String::new(), on: true },
    );
    if let Some(Node { value: Value::Text(name), at, .. }) = tree.get("name") {
        check.check_name(name, "name", at);
    }
    check.found.sort_by(|a, b| a.at.cmp(&b.at));
    check.found
}

/// All mistakes of a table of another language, such as a preset; `among` holds the tables that its names refer to.
pub(super) fn check_table(among: &Table, sheet: Sheet, table: &Table) -> Vec<Mistake> {
    let mut check = Check { tree: among, found: Vec::new() };
    let at = table.0.iter().map(|(_, node)| &node.key).min().cloned().unwrap_or_default();
    check.check_sheet(sheet, table, &Location { path: String::new(), at, siblings: String::new(), on: true });
    check.found
}

struct Check<'a> {
    tree: &'a Table,
    found: Vec<Mistake>,
}

/// The table that is being checked.
struct Location {
    path: String,
    at: Spot,
    /// Path of the innermost part with named tables: the meaning of `<siblings>` in a knob.
    siblings: String,
    /// Whether this table and all tables around it are on.
    on: bool,
}

impl Check<'_> {
    fn report(&mut self, at: &Spot, path: &str, says: String, label: impl Into<String>, help: Option<String>) {
        self.found.push(Mistake { at: at.clone(), path: path.to_owned(), says, help, label: label.into() });
    }

    fn check_sheet(&mut self, sheet: Sheet, table: &Table, location: &Location) {
        for (key, node) in &table.0 {
            let path = join(&location.path, key);
            if let Some(knob) = sheet.knob(key) {
                self.check_value(knob, node, &path, location);
            } else if let Some(part) = sheet.part(key) {
                self.check_part(&part.shape, node, &path, location);
            } else if key == "off" && sheet.offable {
                self.check_off(node, &path);
            } else {
                self.report_unknown(key, node, &path, &sheet);
            }
        }
        for knob in sheet.knobs.iter().filter(|knob| knob.needed() && table.get(knob.name).is_none()) {
            self.report_missing(knob, location);
        }
    }

    fn report_unknown(&mut self, key: &str, node: &Node, path: &str, sheet: &Sheet) {
        let names = sheet.names();
        let says = if path.contains('.') {
            say!("mistake-unknown-key-in", key = key, table = parent(path))
        } else {
            say!("mistake-unknown-key", key = key)
        };
        let near = nearest(key, names.iter().copied());
        let label = near.map_or_else(|| say!("mistake-label-unknown"), |near| say!("mistake-meant-key", near = near));
        // A long list helps only if no name is near.
        let help = (near.is_none() || names.len() <= MAX_SHOWN).then(|| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            say!("mistake-unknown-key-help", names = list(&names, Join::And))
        });
        self.report(&node.key, path, says, label, help);
    }

    fn report_missing(&mut self, knob: &Knob, location: &Location) {
        let path = join(&location.path, knob.name);
        let says = if location.path.is_empty() {
            say!("mistake-needed", knob = &path)
        } else {
            say!("mistake-needed-in", table = &location.path, knob = knob.name)
        };
        let (example, sentence) = (format::example(knob), sentence(&knob.says()));
        let help = say!("mistake-needed-help", knob = knob.name, example = example, sentence = sentence);
        self.report(&location.at, &path, says, say!("mistake-needed-label", knob = knob.name), Some(help));
    }

    fn check_off(&mut self, node: &Node, path: &str) {
        if !matches!(node.value, Value::Flag(_)) {
            let says =
                say!("mistake-at-path", path = path, says = say!("mistake-not-flag", found = node.value.description()));
            let help = say!("mistake-not-flag-off-help");
            self.report(&node.at, path, says, say!("mistake-label-not-flag"), Some(help));
        }
    }

    fn check_value(&mut self, knob: &Knob, node: &Node, path: &str, location: &Location) {
        if node.table().is_some() {
            let says = say!("mistake-table-for-value", path = path, asked = asked_type(knob));
            let help = say!("mistake-table-for-value-help", knob = knob.name, example = format::example(knob));
            return self.report(&node.key, path, says, say!("mistake-table-for-value-label"), Some(help));
        }
        match values::read(knob, node) {
            Err(Invalid { says, help, label, at }) => {
                let own = || say!("mistake-value-help", knob = knob.name, sentence = sentence(&knob.says()));
                let says = say!("mistake-at-path", path = path, says = says);
                self.report(at.as_ref().unwrap_or(&node.at), path, says, label, Some(help.unwrap_or_else(own)));
            }
            Ok(set) => {
                self.check_label(knob, node, path);
                self.check_reference(knob, &set, node, path, location);
            }
        }
    }

    fn check_reference(&mut self, knob: &Knob, set: &Set, node: &Node, path: &str, location: &Location) {
        let (Ask::Name { of, .. } | Ask::Names { of }) = knob.ask else {
            return;
        };
        let of = if of == "<siblings>" { location.siblings.as_str() } else { of };
        // Presets are checked where they are applied; `<words>` are free text.
        if of.starts_with('<') {
            return;
        }
        match (set, &node.value) {
            (Set::Text(name), _) => self.check_exists(name, of, &node.at, path, location.on),
            (Set::Names(names), Value::List(items)) => {
                for (name, item) in names.iter().zip(items) {
                    self.check_exists(name, of, &item.at, path, location.on);
                }
            }
            _ => {}
        }
    }

    fn check_exists(&mut self, name: &str, of: &str, at: &Spot, path: &str, on: bool) {
        let tree = self.tree;
        let names: Vec<&str> = tree.table_at(of).map(|table| table.keys().collect()).unwrap_or_default();
        if !names.contains(&name) {
            let label = match nearest(name, names.iter().copied()) {
                Some(near) => say!("mistake-meant-text", near = near),
                None => say!("mistake-no-such-name-label"),
            };
            let help = match names.as_slice() {
                [] => say!("mistake-no-such-name-help-none", of = of),
                some => say!("mistake-no-such-name-help", of = of, names = quoted_list(some, Join::And)),
            };
            let says = say!("mistake-no-such-name", path = path, of = of, name = name);
            return self.report(at, path, says, label, Some(help));
        }
        let off = tree.table_at(&join(of, name)).filter(|table| table.is_off()).and_then(|table| table.get("off"));
        if let (true, Some(off)) = (on, off) {
            let says = say!("mistake-named-is-off", of = of, name = name, path = path);
            let help = say!("mistake-named-is-off-help", path = path);
            self.report(&off.at, path, says, say!("mistake-named-is-off-label"), Some(help));
        }
    }

    fn check_part(&mut self, shape: &'static Shape, node: &Node, path: &str, location: &Location) {
        let Some(table) = node.table() else {
            let help = match shape {
                Shape::One(_) => say!("mistake-not-table-help-one", path = path),
                Shape::Numbers(_) => say!("mistake-not-table-help-numbers", key = last(path)),
                _ => say!("mistake-not-table-help-named", path = path),
            };
            return self.report_not_table(node, path, help);
        };
        let inner = Location {
            path: path.to_owned(),
            at: node.key.clone(),
            siblings: location.siblings.clone(),
            on: location.on,
        };
        match shape {
            Shape::One(form) => {
                let sheet = Sheet::of(form, false);
                self.check_sheet(sheet, table, &inner);
            }
            Shape::Numbers(knob) => {
                for (name, node) in &table.0 {
                    self.check_kebab(name, node, &join(path, name));
                    self.check_value(knob, node, &join(path, name), &inner);
                }
            }
            _ => {
                for (name, node) in &table.0 {
                    self.check_named(shape, name, node, path, location);
                }
                self.check_siblings(shape, table, path);
            }
        }
    }

    /// Reports a value that stands in place of a table.
    fn report_not_table(&mut self, node: &Node, path: &str, help: String) {
        let says =
            say!("mistake-at-path", path = path, says = say!("mistake-not-table", found = node.value.description()));
        self.report(&node.at, path, says, say!("mistake-label-not-table"), Some(help));
    }

    fn check_named(&mut self, shape: &'static Shape, name: &str, node: &Node, part: &str, location: &Location) {
        let path = join(part, name);
        if let Shape::Rows(rows) = shape {
            let names: Vec<String> = rows().into_iter().map(|(row, _, _)| row.to_owned()).collect();
            if schema_path::under(shape, name).is_none() {
                let label = match nearest(name, names.iter().map(String::as_str)) {
                    Some(near) => say!("mistake-meant-key", near = near),
                    None => say!("mistake-label-unknown"),
                };
                let what = match last(part) {
                    "as" => say!("mistake-kind-of-organisation"),
                    part => part.to_owned(),
                };
                let says = say!("mistake-unknown-row", what = what, name = name);
                let help = say!("mistake-unknown-row-help", names = list(&names, Join::And));
                return self.report(&node.key, &path, says, label, Some(help));
            }
        } else {
            self.check_kebab(name, node, &path);
        }
        let Some(table) = node.table() else {
            return self.report_not_table(node, &path, say!("mistake-not-table-help-one", path = &path));
        };
        let Some(sheet) = schema_path::under(shape, name) else {
            return;
        };
        let on = location.on && !table.is_off();
        // Rows of a shelf are named by the program: no knob refers to siblings there.
        let siblings = if matches!(shape, Shape::Rows(_)) { location.siblings.clone() } else { part.to_owned() };
        let inner = Location { path, at: node.key.clone(), siblings, on };
        if !matches!(shape, Shape::Patches(_)) {
            self.check_condition(table, &inner);
            return self.check_sheet(sheet, table, &inner);
        }
        // Only the patch's own values are checked here; the values that it sets are checked when it is applied to the
        // scenario.
        let (own, sets): (Vec<_>, Vec<_>) =
            table.0.iter().cloned().partition(|(key, _)| key == "off" || sheet.knob(key).is_some());
        if is_intervention(&sheet) {
            sets.iter().for_each(|(key, node)| self.check_patch_key(key, node, &inner.path));
            self.check_start(table, &inner);
        }
        self.check_sheet(sheet, &Table(own), &inner);
    }
}

/// Whether the patch is an intervention.
pub(super) fn is_intervention(sheet: &Sheet) -> bool {
    sheet.knob("when").is_some()
}
