//! Begins: what an intervention says besides its patch, namely when it begins and where its paths stand; and what a milestone waits for.

use super::{Check, Here};
use crate::say;
use crate::scenario::condition::Condition;
use crate::scenario::schema_path::join;
use crate::scenario::tree::{Node, Table, Value};

impl Check<'_> {
    /// An intervention begins on a date or with a condition.
    pub(super) fn begins(&mut self, table: &Table, here: &Here) {
        match (table.get("on"), table.get("when")) {
            (None, None) => {
                let says = say!("mistake-never-begins", path = &here.path);
                let help = say!("mistake-never-begins-help");
                self.say(&here.at, &here.path, says, say!("mistake-never-begins-label"), Some(help));
            }
            (Some(_), Some(when)) => {
                let says = say!("mistake-begins-twice", path = &here.path);
                let help = say!("mistake-begins-twice-help");
                self.say(&when.key, &here.path, says, say!("mistake-begins-twice-label"), Some(help));
            }
            _ => self.waits(table, here),
        }
    }

    /// What it waits for is a condition.
    pub(super) fn waits(&mut self, table: &Table, here: &Here) {
        if let Some(Node { value: Value::Text(text), at, .. }) = table.get("when")
            && let Err(fault) = Condition::read(text)
        {
            let path = join(&here.path, "when");
            let says = say!("mistake-at-path", path = &path, says = fault.says);
            self.say(&at.inside(text, fault.at), &path, says, fault.label, Some(fault.help));
        }
    }

    /// A patch that is no design writes its paths inside `set`, and what it multiplies inside `scale`.
    pub(super) fn outside(&mut self, key: &str, node: &Node, path: &str) {
        let path = join(path, key);
        if !["set", "scale"].contains(&key) {
            let says = say!("mistake-outside-set", key = key);
            let help = say!("mistake-outside-set-help", key = key);
            self.say(&node.key, &path, says, say!("mistake-outside-set-label"), Some(help));
        } else if node.table().is_none() {
            let help = match key {
                "set" => say!("mistake-not-table-help-set", key = key),
                _ => say!("mistake-not-table-help-scale", key = key),
            };
            self.not_table(node, &path, help);
        }
    }
}
