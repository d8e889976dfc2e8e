//! The canonical text of a scenario: one file that includes what the scenario extends. Equal scenarios have equal texts.
//!
//! Invariant: the text loads as the same scenario, and that scenario gives the same text. Values and parts stand in the order of the
//! schema, named tables in the order of the file.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::schema_path::{self, Place, Sheet, join};
use super::tree::{Node, Table, Value};
use super::{Scenario, format, presets, values};
use crate::registry::{Knob, Shape};

impl Scenario {
    /// All values that the files give, as one TOML text.
    pub fn resolved_toml(&self) -> String {
        text(&self.tree)
    }

    /// A hash of the canonical text, with files under the names under which a folder keeps them, and of the presets in patches: 64
    /// hexadecimal digits.
    pub fn hash(&self) -> String {
        digest(self.kept_canonical(), &self.tree)
    }

    /// The same of what a design may change: without the designs themselves.
    pub fn hash_without_designs(&self) -> String {
        let rest = self.tree.0.iter().filter(|(part, _)| part != "treatment");
        let rest = Table(rest.cloned().collect());
        digest(text(&rest), &rest)
    }
}

/// A hash of a text and of the presets in the patches of a tree, which are not in that text.
fn digest(text: String, tree: &Table) -> String {
    let text = presets::named_texts(tree).into_iter().fold(text, |text, preset| text + preset);
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The canonical text of a tree.
pub(super) fn text(tree: &Table) -> String {
    let mut out = String::new();
    sheet(&mut out, &schema_path::root(), tree, "");
    out
}

fn sheet(out: &mut String, form: &Sheet, table: &Table, path: &str) {
    // An override for one segment may say that it is on; everywhere else a table is on by default.
    let says_on = path.matches('.').count() > 2 && form.parts.is_empty() && table.get("off").is_some();
    if table.is_off() || says_on {
        let _ = writeln!(out, "off = {}", table.is_off());
    }
    for knob in form.knobs {
        if let Some(node) = table.get(knob.name) {
            // Tables and charts show the horizon as it was written, so its spelling belongs to the scenario.
            let as_written = path.is_empty() && knob.name == "horizon";
            let knob_of_value = (!as_written).then_some(knob);
            let _ = writeln!(out, "{} = {}", knob.name, value(knob_of_value, node));
        }
    }
    for part in form.parts {
        let Some(inside) = table.get(part.name).and_then(Node::table) else {
            continue;
        };
        let path = join(path, part.name);
        match &part.shape {
            Shape::One(form) => {
                let form = Sheet::of(form, false);
                header(out, &path);
                sheet(out, &form, inside, &path);
            }
            Shape::Numbers(knob) => {
                header(out, &path);
                for (name, node) in &inside.0 {
                    let _ = writeln!(out, "{} = {}", format::key(name), value(Some(knob), node));
                }
            }
            shape => {
                for (name, node) in &inside.0 {
                    let (Some(form), Some(table)) = (schema_path::under(shape, name), node.table()) else {
                        continue;
                    };
                    let path = join(&path, name);
                    header(out, &path);
                    sheet(out, &form, table, &path);
                    if matches!(shape, Shape::Patches(_)) {
                        patch(out, &form, table);
                    }
                }
            }
        }
    }
}

fn header(out: &mut String, path: &str) {
    let _ = writeln!(out, "\n[{path}]");
}

/// The paths that a patch sets, in the order of the file: a later one may undo an earlier one.
fn patch(out: &mut String, form: &Sheet, table: &Table) {
    for (key, node) in &table.0 {
        if key == "off" || form.knob(key).is_some() {
            continue;
        }
        let below = if super::check::is_intervention(form) && ["set", "scale"].contains(&key.as_str()) {
            ""
        } else {
            key.as_str()
        };
        let _ = writeln!(out, "{} = {}", format::key(key), set(below, node));
    }
}

/// A patch's value in its canonical form.
fn set(path: &str, node: &Node) -> String {
    match (&node.value, schema_path::place(path)) {
        (Value::Table(table), _) => {
            let row = |(key, node): &(String, Node)| format!("{} = {}", format::key(key), set(&join(path, key), node));
            format!("{{ {} }}", table.0.iter().map(row).collect::<Vec<_>>().join(", "))
        }
        (_, Some(Place::Knob(knob))) => value(Some(knob), node),
        _ => value(None, node),
    }
}

/// A value in its canonical form.
pub(super) fn value(knob: Option<&Knob>, node: &Node) -> String {
    let read = knob.and_then(|knob| Some((knob, values::read(knob, node).ok()?)));
    read.map_or_else(|| format::toml(&node.value), |(knob, set)| format::written(knob, &set))
}
