//! What is in force under a patch, and which values of a patch have no effect.
//!
//! Invariant: two patches with the same text of [`Scenario::in_force`] make the same world; nothing that they leave out could change a run.

use super::overlay::{self, PATCHES, is_override};
use super::schema_path::{self, Place, Sheet, join};
use super::tree::{Table, Value};
use super::{Patch, Scenario, canonical, patch, values};
use crate::registry::Shape;

/// A value of a patch that has no effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Idle {
    /// The patch switches on what is on.
    On(String),
    /// The patch switches off what is off.
    Off(String),
    /// The scenario has this value already.
    Same(String),
    /// A table around the value is off under the patch.
    Under {
        /// The value.
        path: String,
        /// The table that is off.
        off: String,
    },
}

impl Scenario {
    /// The canonical text of what is in force under a patch: without tables that are off, without values that are the default, and
    /// without designs. If dates, conditions or worlds change rules, tables that are off remain, because they may be switched on.
    pub fn in_force(&self, patch: Option<&Patch>) -> String {
        let mut tree = self.under(patch);
        let changes = ["intervention", "world"].iter().any(|part| !self.names(part).is_empty());
        // A design may change the date of an intervention.
        tree.0.retain(|(part, _)| part == "intervention" || !PATCHES.contains(&part.as_str()));
        prune(&mut tree, &schema_path::root(), "", changes);
        canonical::text(&tree)
    }

    /// The values of a patch that have no effect. Left out are rules that dates, conditions or worlds change too.
    pub fn idle(&self, patch: &Patch) -> Vec<Idle> {
        let patched = self.under(Some(patch));
        let others: Vec<String> = ["intervention", "world"]
            .iter()
            .flat_map(|part| patch::patches_under(&self.tree, part))
            .flat_map(|(patch, _)| patch.sets.into_iter().chain(patch.scales))
            .map(|(path, _)| path)
            .collect();
        let first = |path: &str| path.split('.').next().unwrap_or_default().to_owned();
        let apart = |path: &str| others.iter().all(|other| first(other) != first(path));
        let own = patch.sets.iter().filter(|(path, _)| apart(path) && !path.starts_with("preset"));
        own.filter_map(|(path, node)| {
            let word = match &node.value {
                Value::Text(word) if word == "on" || word == "off" => Some(word.as_str()),
                _ => None,
            };
            match (word, schema_path::place(path)) {
                (Some(word), Some(place @ (Place::Sheet(_) | Place::Many))) => {
                    let targets = match place {
                        Place::Many => self.all_names(path).iter().map(|name| join(path, name)).collect(),
                        _ => vec![path.clone()],
                    };
                    let above = path.rsplit_once('.').and_then(|(above, _)| off_above(&patched, above));
                    let stand = |off: bool| {
                        let is = |target: &String| self.tree.table_at(target).is_some_and(|t| t.is_off() == off);
                        !targets.is_empty() && targets.iter().all(is)
                    };
                    match (word, above) {
                        ("on", Some(off)) => Some(Idle::Under { path: path.clone(), off }),
                        ("on", None) => stand(false).then(|| Idle::On(path.clone())),
                        _ => stand(true).then(|| Idle::Off(path.clone())),
                    }
                }
                (_, place) => match off_above(&patched, path) {
                    Some(off) => Some(Idle::Under { path: path.clone(), off }),
                    None => {
                        let Some(Place::Knob(knob)) = place else { return None };
                        let new = values::read(knob, node).ok()?;
                        let old = match self.tree.at(path) {
                            Some(old) => values::read(knob, old).ok()?,
                            None if path.contains(".mechanism.") => return None,
                            None => knob.default(),
                        };
                        (new == old).then(|| Idle::Same(path.clone()))
                    }
                },
            }
        })
        .collect()
    }

    /// The tree under a patch.
    fn under(&self, patch: Option<&Patch>) -> Table {
        match patch {
            Some(patch) => overlay::apply(&self.tree, patch, &[]).0,
            None => Table::clone(&self.tree),
        }
    }
}

/// The outermost table of a path that is off.
fn off_above(tree: &Table, path: &str) -> Option<String> {
    let ends = path.match_indices('.').map(|(dot, _)| dot).chain([path.len()]);
    ends.map(|end| &path[..end]).find(|above| tree.table_at(above).is_some_and(Table::is_off)).map(str::to_owned)
}

/// Removes what is off, unless it `stays`, and what is the default anyway.
fn prune(table: &mut Table, sheet: &Sheet, path: &str, stays: bool) {
    // A row of one segment replaces that of the whole scenario: there a default and a switch mean something.
    if is_override(path) {
        return;
    }
    table.0.retain(|(key, node)| {
        let set = sheet.knob(key).and_then(|knob| Some((knob, values::read(knob, node).ok()?)));
        let is_on = key == "off" && node.value == Value::Flag(false);
        !is_on && set.is_none_or(|(knob, set)| set != knob.default())
    });
    for part in sheet.parts {
        let path = join(path, part.name);
        let Some((_, node)) = table.0.iter_mut().find(|(key, _)| key == part.name) else { continue };
        let Some(inside) = node.table_mut() else { continue };
        match &part.shape {
            Shape::One(form) => prune(inside, &Sheet::of(form, false), &path, stays),
            Shape::Numbers(_) | Shape::Patches(_) => {}
            shape => {
                let off = |path: &str, table: &Table| table.is_off() && !stays && !is_override(path);
                inside.0.retain(|(name, node)| !node.table().is_some_and(|table| off(&join(&path, name), table)));
                for (name, node) in &mut inside.0 {
                    let path = join(&path, name);
                    if let (Some(sheet), Some(table)) = (schema_path::under(shape, name), node.table_mut()) {
                        prune(table, &sheet, &path, stays);
                    }
                }
            }
        }
    }
}
