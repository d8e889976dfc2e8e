//! The document walked against the language: every mistake of a file, not only the first.
//!
//! Invariant: a tree in which [`check`] finds nothing resolves without a mistake wherever the schema knows a path.

use super::format::{self, asked};
use super::names::{is_kebab, last, listed, nearest, parent, quoted, sentence};
use super::schema_path::{self, Sheet, join};
use super::tree::{Node, Table, Value};
use super::values::{self, Wrong};
use crate::error::{Mistake, Spot};
use crate::registry::{Ask, Knob, Set, Shape};

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
        let at = if path.contains('.') { format!(" in `{}`", parent(path)) } else { String::new() };
        let near = nearest(key, names.iter().copied());
        let label = near.map_or("unknown".to_owned(), |near| format!("did you mean `{near}`?"));
        // A long list helps only whoever has no idea.
        let help = (near.is_none() || names.len() <= FEW).then(|| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            format!("what may stand here: {}", listed(&names, "and"))
        });
        self.say(&node.key, path, format!("there is no `{key}`{at}"), label, help);
    }

    fn missing(&mut self, knob: &Knob, here: &Here) {
        let path = join(&here.path, knob.name);
        let says = if here.path.is_empty() {
            format!("the scenario does not say its `{path}`")
        } else {
            format!("`{}` does not say its `{}`", here.path, knob.name)
        };
        let help = format!("add `{} = {}`: {}", knob.name, format::example(knob), sentence(&knob.says()));
        self.say(&here.at, &path, says, format!("`{}` is missing here", knob.name), Some(help));
    }

    fn off(&mut self, node: &Node, path: &str) {
        if !matches!(node.value, Value::Flag(_)) {
            let says = format!("`{path}` must be true or false, found {}", node.value.what());
            self.say(
                &node.at,
                path,
                says,
                "not true or false",
                Some("write `off = true` to keep a table but not apply it".into()),
            );
        }
    }

    fn value(&mut self, knob: &Knob, node: &Node, path: &str, here: &Here) {
        if node.table().is_some() {
            let says = format!("`{path}` is {}, not a table", asked(knob));
            let help = format!("write `{} = {}`", knob.name, format::example(knob));
            return self.say(&node.key, path, says, "a table", Some(help));
        }
        match values::read(knob, node) {
            Err(Wrong { says, help, label, at }) => {
                let help = help.unwrap_or_else(|| format!("`{}`: {}", knob.name, sentence(&knob.says())));
                self.say(at.as_ref().unwrap_or(&node.at), path, format!("`{path}` {says}"), label, Some(help));
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
                Some(near) => format!("did you mean \"{near}\"?"),
                None => "no such name".to_owned(),
            };
            let help = match names.as_slice() {
                [] => format!("the scenario has nothing under `{of}`"),
                some => format!("under `{of}` there is {}", quoted(some).replace(" or ", " and ")),
            };
            return self.say(
                at,
                path,
                format!("`{path}` names `{of}.{name}`, which does not exist"),
                label,
                Some(help),
            );
        }
        let off = tree.table_at(&join(of, name)).filter(|table| table.is_off()).and_then(|table| table.get("off"));
        if let (true, Some(off)) = (on, off) {
            let says = format!("`{of}.{name}` is off, but `{path}` needs it");
            let help = format!("switch off what needs it too, or let `{path}` name another");
            self.say(&off.at, path, says, "switched off here", Some(help));
        }
    }

    fn part(&mut self, shape: &'static Shape, node: &Node, path: &str, here: &Here) {
        let Some(table) = node.table() else {
            let help = match shape {
                Shape::One(_) => format!("write `[{path}]` and its values on the lines below"),
                Shape::Numbers(_) => format!("write `{} = {{ name = 0.5 }}`", last(path)),
                _ => format!("each has a name: write `[{path}.name]` and its values on the lines below"),
            };
            let says = format!("`{path}` must be a table, found {}", node.value.what());
            return self.say(&node.at, path, says, "not a table", Some(help));
        };
        let inner = Here { path: path.to_owned(), at: node.key.clone(), siblings: here.siblings.clone(), on: here.on };
        match shape {
            Shape::One(form) => {
                let sheet = Sheet::of(form, false);
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

    fn named(&mut self, shape: &'static Shape, name: &str, node: &Node, part: &str, here: &Here) {
        let path = join(part, name);
        if let Shape::Rows(rows) = shape {
            let names: Vec<String> = rows().into_iter().map(|(row, _, _)| row.to_owned()).collect();
            if schema_path::under(shape, name).is_none() {
                let label = match nearest(name, names.iter().map(String::as_str)) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "unknown".to_owned(),
                };
                let what = if last(part) == "as" { "kind of organisation" } else { last(part) };
                let says = format!("there is no {what} named `{name}`");
                return self.say(&node.key, &path, says, label, Some(format!("there are {}", listed(&names, "and"))));
            }
        } else {
            self.kebab(name, node, &path);
        }
        let Some(table) = node.table() else {
            let says = format!("`{path}` must be a table, found {}", node.value.what());
            let help = format!("write `[{path}]` and its values on the lines below");
            return self.say(&node.at, &path, says, "not a table", Some(help));
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
        let label = if words.is_empty() { "not in kebab-case".into() } else { format!("write `{}`", words.join("-")) };
        let help = "lower-case letters and digits, in words joined by hyphens: `points-shop`".to_owned();
        self.say(at, path, format!("`{found}` is not a name in kebab-case"), label, Some(help));
    }
}

/// Whether the patch is an intervention.
pub(super) fn dated(sheet: &Sheet) -> bool {
    sheet.knob("when").is_some()
}
