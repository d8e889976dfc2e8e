//! The document walked against the language: every mistake of a file, not only the first.
//!
//! Invariant: a tree in which [`check`] finds nothing resolves without a mistake wherever the schema knows a path.

use super::format::{self, asked_type};
use super::names::{Join, is_kebab, last, list, nearest, parent, quoted_list, sentence};
use super::schema_path::{self, Sheet, join};
use super::tree::{Node, Table, Value};
use super::values::{self, Wrong};
use crate::error::{Mistake, Spot};
use crate::registry::{Ask, Knob, Set, Shape};
use crate::say;

mod triggers;

/// So many names are shown below a misspelt one.
const FEW: usize = 18;

/// All that is wrong with a tree, in the order of its files.
pub(super) fn check(tree: &Table) -> Vec<Mistake> {
    let mut check = Check { tree, found: Vec::new() };
    // What is missing from the whole file is missed at its first key.
    let top = tree.0.iter().map(|(_, node)| &node.key).min().cloned().unwrap_or_default();
    check.sheet(schema_path::root(), tree, &Here { path: String::new(), at: top, siblings: String::new(), on: true });
    let name = tree.get("name").filter(|node| matches!(&node.value, Value::Text(text) if !is_kebab(text)));
    if let Some(node) = name {
        check.name(&format::plainly(&node.value), "name", &node.at);
    }
    check.found.sort_by(|a, b| a.at.cmp(&b.at));
    check.found
}

/// All that is wrong with a table of another language than a scenario's; `among` is where the names lie that it refers to.
pub(super) fn part(among: &Table, sheet: Sheet, table: &Table) -> Vec<Mistake> {
    let mut check = Check { tree: among, found: Vec::new() };
    let at = table.0.iter().map(|(_, node)| &node.key).min().cloned().unwrap_or_default();
    check.sheet(sheet, table, &Here { path: String::new(), at, siblings: String::new(), on: true });
    check.found
}

struct Check<'a> {
    tree: &'a Table,
    found: Vec<Mistake>,
}

/// Where the walk stands.
struct Here {
    path: String,
    at: Spot,
    /// The innermost part whose tables have names: what `<siblings>` means.
    siblings: String,
    /// Whether this table and all around it are in force.
    on: bool,
}

impl Check<'_> {
    fn say(&mut self, at: &Spot, path: &str, says: String, label: impl Into<String>, help: Option<String>) {
        self.found.push(Mistake { at: at.clone(), path: path.to_owned(), says, help, label: label.into() });
    }

    fn sheet(&mut self, sheet: Sheet, table: &Table, here: &Here) {
        for (key, node) in &table.0 {
            let path = join(&here.path, key);
            if let Some(knob) = sheet.knob(key) {
                self.value(knob, node, &path, here);
            } else if let Some(part) = sheet.part(key) {
                self.part(&part.shape, node, &path, here);
            } else if key == "off" && sheet.offable {
                self.off(node, &path);
            } else {
                self.unknown(key, node, &path, &sheet);
            }
        }
        for knob in sheet.knobs.iter().filter(|knob| knob.needed() && table.get(knob.name).is_none()) {
            self.missing(knob, here);
        }
    }

    fn unknown(&mut self, key: &str, node: &Node, path: &str, sheet: &Sheet) {
        let names = sheet.names();
        let says = if path.contains('.') {
            say!("mistake-unknown-key-in", key = key, table = parent(path))
        } else {
            say!("mistake-unknown-key", key = key)
        };
        let near = nearest(key, names.iter().copied());
        let label = near.map_or_else(|| say!("mistake-label-unknown"), |near| say!("meant-key", near = near));
        // A long list helps only whoever has no idea.
        let help = (near.is_none() || names.len() <= FEW).then(|| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            say!("mistake-unknown-key-help", names = list(&names, Join::And))
        });
        self.say(&node.key, path, says, label, help);
    }

    fn missing(&mut self, knob: &Knob, here: &Here) {
        let path = join(&here.path, knob.name);
        let says = if here.path.is_empty() {
            say!("mistake-needed", knob = &path)
        } else {
            say!("mistake-needed-in", table = &here.path, knob = knob.name)
        };
        let (example, sentence) = (format::example(knob), sentence(knob.says));
        let help = say!("mistake-needed-help", knob = knob.name, example = example, sentence = sentence);
        self.say(&here.at, &path, says, say!("mistake-needed-label", knob = knob.name), Some(help));
    }

    fn off(&mut self, node: &Node, path: &str) {
        if !matches!(node.value, Value::Flag(_)) {
            let says = say!("mistake-at-path", path = path, says = say!("mistake-not-flag", found = node.value.what()));
            let help = say!("mistake-not-flag-off-help");
            self.say(&node.at, path, says, say!("mistake-label-not-flag"), Some(help));
        }
    }

    fn value(&mut self, knob: &Knob, node: &Node, path: &str, here: &Here) {
        if node.table().is_some() {
            let says = say!("mistake-table-for-value", path = path, asked = asked_type(knob));
            let help = say!("mistake-table-for-value-help", knob = knob.name, example = format::example(knob));
            return self.say(&node.key, path, says, say!("mistake-table-for-value-label"), Some(help));
        }
        match values::read(knob, node) {
            Err(Wrong { says, help, label, at }) => {
                let own = || say!("mistake-value-help", knob = knob.name, sentence = sentence(knob.says));
                let says = say!("mistake-at-path", path = path, says = says);
                self.say(at.as_ref().unwrap_or(&node.at), path, says, label, Some(help.unwrap_or_else(own)));
            }
            Ok(set) => self.reference(knob, &set, node, path, here),
        }
    }

    fn reference(&mut self, knob: &Knob, set: &Set, node: &Node, path: &str, here: &Here) {
        let (Ask::Name { of, .. } | Ask::Names { of }) = knob.ask else {
            return;
        };
        let of = if of == "<siblings>" { here.siblings.as_str() } else { of };
        // Presets are found where they are laid; words are nobody's names.
        if of.starts_with('<') {
            return;
        }
        match (set, &node.value) {
            (Set::Text(name), _) => self.exists(name, of, &node.at, path, here.on),
            (Set::Names(names), Value::List(items)) => {
                for (name, item) in names.iter().zip(items) {
                    self.exists(name, of, &item.at, path, here.on);
                }
            }
            _ => {}
        }
    }

    fn exists(&mut self, name: &str, of: &str, at: &Spot, path: &str, on: bool) {
        let tree = self.tree;
        let names: Vec<&str> = tree.table_at(of).map(|table| table.keys().collect()).unwrap_or_default();
        if !names.contains(&name) {
            let label = match nearest(name, names.iter().copied()) {
                Some(near) => say!("meant-text", near = near),
                None => say!("mistake-no-such-name-label"),
            };
            let help = match names.as_slice() {
                [] => say!("mistake-no-such-name-help-none", of = of),
                some => say!("mistake-no-such-name-help", of = of, names = quoted_list(some, Join::And)),
            };
            let says = say!("mistake-no-such-name", path = path, of = of, name = name);
            return self.say(at, path, says, label, Some(help));
        }
        let off = tree.table_at(&join(of, name)).filter(|table| table.is_off()).and_then(|table| table.get("off"));
        if let (true, Some(off)) = (on, off) {
            let says = say!("mistake-named-is-off", of = of, name = name, path = path);
            let help = say!("mistake-named-is-off-help", path = path);
            self.say(&off.at, path, says, say!("mistake-named-is-off-label"), Some(help));
        }
    }

    fn part(&mut self, shape: &'static Shape, node: &Node, path: &str, here: &Here) {
        let Some(table) = node.table() else {
            let help = match shape {
                Shape::One(_) => say!("mistake-not-table-help-one", path = path),
                Shape::Numbers(_) => say!("mistake-not-table-help-numbers", key = last(path)),
                _ => say!("mistake-not-table-help-named", path = path),
            };
            return self.not_table(node, path, help);
        };
        let inner = Here { path: path.to_owned(), at: node.key.clone(), siblings: here.siblings.clone(), on: here.on };
        match shape {
            Shape::One(form) => {
                let sheet = Sheet { says: form.says, knobs: form.knobs, parts: form.parts, offable: false };
                self.sheet(sheet, table, &inner);
            }
            Shape::Numbers(knob) => {
                for (name, node) in &table.0 {
                    self.kebab(name, node, &join(path, name));
                    self.value(knob, node, &join(path, name), &inner);
                }
            }
            _ => {
                for (name, node) in &table.0 {
                    self.named(shape, name, node, path, here);
                }
            }
        }
    }

    /// A value stands where a table should.
    fn not_table(&mut self, node: &Node, path: &str, help: String) {
        let says = say!("mistake-at-path", path = path, says = say!("mistake-not-table", found = node.value.what()));
        self.say(&node.at, path, says, say!("mistake-label-not-table"), Some(help));
    }

    fn named(&mut self, shape: &'static Shape, name: &str, node: &Node, part: &str, here: &Here) {
        let path = join(part, name);
        if let Shape::Rows(rows) = shape {
            let names: Vec<String> = rows().into_iter().map(|(row, _, _)| row.to_owned()).collect();
            if schema_path::under(shape, name).is_none() {
                let label = match nearest(name, names.iter().map(String::as_str)) {
                    Some(near) => say!("meant-key", near = near),
                    None => say!("mistake-label-unknown"),
                };
                let what = match last(part) {
                    "as" => say!("mistake-kind-of-organisation"),
                    part => part.to_owned(),
                };
                let says = say!("mistake-unknown-row", what = what, name = name);
                let help = say!("mistake-unknown-row-help", names = list(&names, Join::And));
                return self.say(&node.key, &path, says, label, Some(help));
            }
        } else {
            self.kebab(name, node, &path);
        }
        let Some(table) = node.table() else {
            return self.not_table(node, &path, say!("mistake-not-table-help-one", path = &path));
        };
        let Some(sheet) = schema_path::under(shape, name) else {
            return;
        };
        let on = here.on && !table.is_off();
        // The rows of a shelf are no names of the user's: nothing refers to its neighbours there.
        let siblings = if matches!(shape, Shape::Rows(_)) { here.siblings.clone() } else { part.to_owned() };
        let inner = Here { path, at: node.key.clone(), siblings, on };
        if !matches!(shape, Shape::Patches(_)) {
            self.waits(table, &inner);
            return self.sheet(sheet, table, &inner);
        }
        // What a patch sets is checked where it is laid over the scenario; here stand only its own values.
        let (own, sets): (Vec<_>, Vec<_>) =
            table.0.iter().cloned().partition(|(key, _)| key == "off" || sheet.knob(key).is_some());
        if dated(&sheet) {
            sets.iter().for_each(|(key, node)| self.outside(key, node, &inner.path));
            self.begins(table, &inner);
        }
        self.sheet(sheet, &Table(own), &inner);
    }

    fn kebab(&mut self, name: &str, node: &Node, path: &str) {
        if !is_kebab(name) {
            self.name(name, path, &node.key);
        }
    }

    fn name(&mut self, found: &str, path: &str, at: &Spot) {
        let words: Vec<String> = found
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let label = match words.as_slice() {
            [] => say!("mistake-not-kebab-label"),
            words => say!("mistake-not-kebab-label-write", name = words.join("-")),
        };
        self.say(at, path, say!("mistake-not-kebab", name = found), label, Some(say!("mistake-not-kebab-help")));
    }
}

/// Whether the patch is an intervention.
pub(super) fn dated(sheet: &Sheet) -> bool {
    sheet.knob("when").is_some()
}
