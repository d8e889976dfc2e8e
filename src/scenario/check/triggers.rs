//! Checks of interventions (when they begin, and where their paths stand) and of the conditions of milestones.
//!
//! Invariant: an intervention begins either on a date or with a condition.

use super::{Check, Location};
use crate::say;
use crate::scenario::condition::Condition;
use crate::scenario::schema_path::join;
use crate::scenario::tree::{Node, Table, Value};

impl Check<'_> {
    /// An intervention begins on a date or with a condition.
    pub(super) fn check_start(&mut self, table: &Table, location: &Location) {
        match (table.get("on"), table.get("when")) {
            (None, None) => {
                let says = say!("mistake-never-begins", path = &location.path);
                let help = say!("mistake-never-begins-help");
                self.report(&location.at, &location.path, says, say!("mistake-never-begins-label"), Some(help));
            }
            (Some(_), Some(when)) => {
                let says = say!("mistake-begins-twice", path = &location.path);
                let help = say!("mistake-begins-twice-help");
                self.report(&when.key, &location.path, says, say!("mistake-begins-twice-label"), Some(help));
            }
            _ => self.check_condition(table, location),
        }
    }

    /// `when` must be a condition.
    pub(super) fn check_condition(&mut self, table: &Table, location: &Location) {
        if let Some(Node { value: Value::Text(text), at, .. }) = table.get("when")
            && let Err(fault) = Condition::read(text)
        {
            let path = join(&location.path, "when");
            let says = say!("mistake-at-path", path = &path, says = fault.says);
            self.report(&at.inside(text, fault.at), &path, says, fault.label, Some(fault.help));
        }
    }

    /// An intervention writes the paths that it sets in `set`, and those that it multiplies in `scale`.
    pub(super) fn check_patch_key(&mut self, key: &str, node: &Node, path: &str) {
        let path = join(path, key);
        if !["set", "scale"].contains(&key) {
            let says = say!("mistake-outside-set", key = key);
            let help = say!("mistake-outside-set-help", key = key);
            self.report(&node.key, &path, says, say!("mistake-outside-set-label"), Some(help));
        } else if node.table().is_none() {
            let help = match key {
                "set" => say!("mistake-not-table-help-set", key = key),
                _ => say!("mistake-not-table-help-scale", key = key),
            };
            self.report_not_table(node, &path, help);
        }
    }
}
