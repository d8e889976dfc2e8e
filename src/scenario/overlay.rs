//! A patch laid over a tree: the values that it sets, scales and switches, and the paths that it may not change.
//!
//! Invariant: the result is checked as a whole, and a mistake in a value of the patch points at the line of the patch.

use super::check::check;
use super::names::{last, nearest, parent};
use super::patch::Patch;
use super::presets;
use super::schema_path::{self, Place, join};
use super::tree::{Node, Table, Value};
use super::{format, values};
use crate::error::{Mistake, Spot};
use crate::registry::{Ask, Set, Shape};
use crate::say;

/// Keys that all designs of an experiment share: otherwise their difference would have no meaning.
pub const SHARED: &[&str] = &[
    "title",
    "question",
    "start",
    "horizon",
    "tick",
    "replicates",
    "replicates_until",
    "replicates_most",
    "seed",
    "headline",
    "beside",
    "target",
    "baseline",
    "coast",
    "record",
    "history",
    "plan",
    "lever",
    "uncertainty",
    "search",
];
/// Keys that no patch may change.
const NEVER: &[&str] = &["name", "extends"];
/// Parts that hold patches.
pub(super) const PATCHES: &[&str] = &["treatment", "intervention", "world"];

/// The tree with the patch laid over it, and the mistakes of the result that are not `known`.
pub(super) fn apply(tree: &Table, patch: &Patch, known: &[Mistake]) -> (Table, Vec<Mistake>) {
    let whole = patch.file.is_some();
    // Under a design there are no other designs: only their names remain, which other tables may name.
    let of_design = ["treatment", "intervention"].contains(&patch.part);
    let tree = if of_design { without_designs(tree) } else { tree.clone() };
    let mut overlay = Overlay { tree, found: Vec::new(), whole, intervenes: patch.part == "intervention" };
    let mut sets: Vec<&(String, Node)> = patch.sets.iter().collect();
    // The names of actions come first, then presets, then the values of the patch itself.
    sets.sort_by_key(|(path, _)| match path.split('.').next() {
        Some("preset-actions") => 0,
        Some("presets") => 1,
        _ => 2,
    });
    for (path, node) in sets {
        overlay.set(path, node);
    }
    for (path, node) in &patch.scales {
        overlay.scale(path, node);
    }
    let Overlay { tree: patched, mut found, .. } = overlay;
    // A change of one value may break another, so the whole tree is checked again.
    let broken = check(&patched).into_iter().filter(|mistake| !known.contains(mistake) && !found.contains(mistake));
    let broken: Vec<Mistake> = broken.collect();
    found.extend(broken);
    (patched, found)
}

/// The tree with empty designs, or without any if no other table names them.
fn without_designs(tree: &Table) -> Table {
    let named = ["plan", "search"].iter().any(|part| tree.get(part).is_some());
    let design = |(name, node): &(String, Node)| {
        let off = node.table().and_then(|table| table.get("off"));
        let rows = off.map(|off| ("off".to_owned(), off.clone())).into_iter().collect();
        (name.clone(), Node { key: node.key.clone(), at: node.at.clone(), value: Value::Table(Table(rows)) })
    };
    let part = |(name, node): &(String, Node)| match &node.value {
        Value::Table(table) if name == "treatment" => {
            let value = Value::Table(Table(table.0.iter().map(design).collect()));
            (name.clone(), Node { key: node.key.clone(), at: node.at.clone(), value })
        }
        _ => (name.clone(), node.clone()),
    };
    Table(tree.0.iter().filter(|(name, _)| named || name != "treatment").map(part).collect())
}

struct Overlay {
    tree: Table,
    found: Vec<Mistake>,
    /// Whether the patch changes the whole scenario and not one of its designs.
    whole: bool,
    /// Whether it is an intervention.
    intervenes: bool,
}

impl Overlay {
    fn report(&mut self, at: &Spot, path: &str, says: String, label: impl Into<String>, help: Option<String>) {
        self.found.push(Mistake { at: at.clone(), path: path.to_owned(), says, help, label: label.into() });
    }

    /// Whether a patch may change the path; if not, reports it.
    fn is_allowed(&mut self, path: &str, node: &Node) -> bool {
        let first = path.split('.').next().unwrap_or(path);
        let is_patch = PATCHES.contains(&first);
        // The whole scenario may lose a design, but what a design sets is not set by another patch.
        let switched = self.whole && path.split('.').count() <= 2 && is_switch(node);
        // A design or a world may have an intervention on another date, or none of it.
        let own = |knob: bool| path.split('.').count() == if knob { 3 } else { 2 };
        let dated = first == "intervention"
            && !self.intervenes
            && (own(true) && matches!(schema_path::place(path), Some(Place::Knob(_))) || own(false) && is_switch(node));
        let from = self.whole && own(true) && first == "treatment" && path.ends_with(".from");
        if NEVER.contains(&first) || (is_patch && !switched && !dated && !from) {
            let help = match first {
                "treatment" if self.whole => say!("patch-cannot-change-help-treatment"),
                "intervention" if !self.intervenes => say!("patch-cannot-change-help-intervention", path = path),
                _ => say!("patch-cannot-change-help"),
            };
            self.report(
                &node.key,
                path,
                say!("patch-cannot-change", knob = first),
                say!("patch-cannot-change-label"),
                Some(help),
            );
            return false;
        }
        if SHARED.contains(&first) && !self.whole {
            let says = say!("patch-shared", knob = first);
            let help = say!("patch-shared-help", knob = first, path = path);
            self.report(&node.key, path, says, say!("patch-shared-label"), Some(help));
            return false;
        }
        true
    }

    /// Multiplies a number, rate, span of time or quota by a factor; whole numbers are rounded.
    fn scale(&mut self, path: &str, node: &Node) {
        if !self.is_allowed(path, node) {
            return;
        }
        let factor = match node.value {
            Value::Whole(n) => n as f64,
            Value::Real(x) => x,
            _ => {
                let says = say!("patch-factor", path = path, found = node.value.description());
                let help = say!("patch-factor-help");
                return self.report(&node.at, path, says, say!("mistake-label-not-number"), Some(help));
            }
        };
        let Some(Place::Knob(knob)) = schema_path::place(path) else {
            let says = say!("patch-no-number", path = path);
            let near = schema_path::sheet(parent(path)).and_then(|sheet| nearest(last(path), sheet.names()));
            let label = match near {
                Some(near) => say!("mistake-meant-key", near = join(parent(path), near)),
                None => say!("mistake-label-not-number"),
            };
            return self.report(&node.key, path, says, label, Some(say!("patch-no-number-help")));
        };
        if !self.tables_exist(path, node) {
            return;
        }
        // A segment inherits the values that it does not set from the whole scenario.
        let wide = path.find(".mechanism.").map_or("", |at| &path[at + 1..]);
        let given = self.tree.at(path).or_else(|| self.tree.at(wide));
        let set = given.and_then(|given| values::read(knob, given).ok()).unwrap_or_else(|| knob.default());
        let value = match (knob.ask, set) {
            (Ask::Rate { .. }, Set::Number(x)) => Value::Text(format!("{} per year", x * factor)),
            (Ask::Duration { .. }, Set::Number(days)) => Value::Text(format!("{} days", days * factor)),
            (_, Set::Number(x)) => Value::Real(x * factor),
            (_, Set::Count(n)) => Value::Whole((n as f64 * factor).round() as i128),
            (_, Set::Quota(amount, days)) => Value::Text(format!("{} per {days} days", amount * factor)),
            (_, set) => {
                let (says, label) = match set {
                    Set::Absent if !matches!(knob.ask, Ask::Date { .. } | Ask::Name { .. } | Ask::Text { .. }) => {
                        (say!("patch-scale-not-set", path = path), say!("patch-scale-not-set-label"))
                    }
                    _ => (say!("patch-no-number", path = path), say!("mistake-label-not-number")),
                };
                return self.report(&node.key, path, says, label, Some(say!("patch-scale-help")));
            }
        };
        self.tree.put(path, Node { value, ..node.clone() });
    }

    fn set(&mut self, path: &str, node: &Node) {
        if !self.is_allowed(path, node) {
            return;
        }
        if path == "presets" {
            let context = self.tree.clone();
            return self.found.extend(presets::apply(&mut self.tree, &context, node));
        }
        let place = schema_path::place(path);
        match (&node.value, place) {
            (Value::Text(word), Some(Place::Sheet(_) | Place::Many | Place::Numbers))
                if word == "off" || word == "on" =>
            {
                self.switch(path, node, word);
            }
            (Value::Table(_), _) => self.tree.put(path, node.clone()),
            _ if self.tables_exist(path, node) => self.tree.put(path, node.clone()),
            _ => {}
        }
    }

    /// Whether every named table above a value exists; if not, reports it. A misspelt name must not create a new table.
    fn tables_exist(&mut self, path: &str, node: &Node) -> bool {
        for (dot, _) in path.match_indices('.') {
            let above = &path[..dot];
            let named = schema_path::sheet(above).is_some_and(|sheet| sheet.offable);
            if !named || self.tree.at(above).is_some() || is_override(above) {
                continue;
            }
            let key = path[dot + 1..].to_owned();
            let value = format::toml(&node.value);
            self.report_absent(above, node, say!("patch-absent-help", path = above, key = key, value = value));
            return false;
        }
        true
    }

    fn report_absent(&mut self, path: &str, node: &Node, help: String) {
        let (part, name) = path.rsplit_once('.').unwrap_or(("", path));
        let label = match self.tree.table_at(part).and_then(|table| nearest(name, table.keys())) {
            Some(near) => say!("mistake-meant-key", near = join(part, near)),
            None => say!("patch-absent-label"),
        };
        self.report(&node.key, path, say!("patch-absent", path = path), label, Some(help));
    }

    /// `"off"` and `"on"`, for one table or for all tables of a part.
    fn switch(&mut self, path: &str, node: &Node, word: &str) {
        let flag = Node { value: Value::Flag(word == "off"), ..node.clone() };
        match schema_path::place(path) {
            Some(Place::Sheet(sheet)) if sheet.offable => {
                if self.tree.at(path).is_some() || (word == "on" && is_row(path)) {
                    self.tree.put(&join(path, "off"), flag);
                } else {
                    self.report_absent(path, node, say!("patch-absent-help-switch", word = word));
                }
            }
            Some(Place::Many) => {
                let names: Vec<String> =
                    self.tree.table_at(path).map(|table| table.keys().map(str::to_owned).collect()).unwrap_or_default();
                if names.is_empty() {
                    let says = say!("patch-none-to-switch", path = path, word = word);
                    let help = say!("patch-none-to-switch-help", path = path);
                    return self.report(&node.key, path, says, say!("patch-none-to-switch-label"), Some(help));
                }
                for name in names {
                    self.tree.put(&join(&join(path, &name), "off"), flag.clone());
                }
            }
            _ => {
                let says = say!("patch-no-switch", path = path, word = word);
                let help = say!("patch-no-switch-help");
                self.report(&node.at, path, says, say!("patch-no-switch-label"), Some(help));
            }
        }
    }
}

/// Whether a value is "on" or "off".
fn is_switch(node: &Node) -> bool {
    matches!(&node.value, Value::Text(word) if word == "off" || word == "on")
}

/// Whether the path is a row of a shelf: a row can be switched on without a table, with its defaults.
fn is_row(path: &str) -> bool {
    let Some((part, _)) = path.rsplit_once('.') else {
        return false;
    };
    let (above, name) = part.rsplit_once('.').unwrap_or(("", part));
    let shape = schema_path::sheet(above).and_then(|sheet| sheet.part(name)).map(|part| &part.shape);
    matches!(shape, Some(Shape::Rows(_)))
}

/// Whether the path is a row inside a named table, which overrides the row at the root.
pub(super) fn is_override(path: &str) -> bool {
    is_row(path) && path.matches('.').count() > 1
}
