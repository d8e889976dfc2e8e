//! `treatment.NAME = "off"` in a file that extends another: the design, intervention or world is taken out.
//!
//! Invariant: after [`resolve`] such a word is the table with `off` in it, so nothing else needs to know of words.

use super::names::nearest;
use super::overlay::PATCHES;
use super::schema_path::join;
use super::tree::{Node, Table, Value};
use crate::error::Mistake;
use crate::say;

/// Replaces the words "off" and "on" by tables; a name that `base` lacks is a mistake.
pub(super) fn resolve(tree: &mut Table, base: &Table) -> Vec<Mistake> {
    let mut found = Vec::new();
    for (part, node) in tree.0.iter_mut().filter(|(part, _)| PATCHES.contains(&part.as_str())) {
        let names: Vec<&str> = base.table_at(part).map(|table| table.keys().collect()).unwrap_or_default();
        let Some(table) = node.table_mut() else { continue };
        for (name, inner) in &mut table.0 {
            let Some(off) = word(inner) else { continue };
            if !names.contains(&name.as_str()) {
                let path = join(part, name);
                let near = nearest(name, names.iter().copied());
                let label = match near {
                    Some(near) => say!("mistake-meant-key", near = join(part, near)),
                    None => say!("patch-absent-label"),
                };
                let says = say!("scenario-switch-absent", path = &path);
                let help = say!("scenario-switch-absent-help");
                found.push(Mistake { at: inner.key.clone(), path, says, help: Some(help), label });
            }
            *inner = switched(inner, off);
        }
    }
    found
}

/// Whether the value is "off", if it is one of the two words.
fn word(node: &Node) -> Option<bool> {
    match &node.value {
        Value::Text(word) if word == "off" => Some(true),
        Value::Text(word) if word == "on" => Some(false),
        _ => None,
    }
}

/// A table at the place of a word that only says whether it is off.
fn switched(node: &Node, off: bool) -> Node {
    let flag = Node { value: Value::Flag(off), ..node.clone() };
    Node { value: Value::Table(Table(vec![("off".to_owned(), flag)])), ..node.clone() }
}
