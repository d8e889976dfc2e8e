//! Begins: what an intervention says besides its patch, namely when it begins and where its paths stand; and what a milestone waits for.

use super::{Check, Here};
use crate::scenario::condition::Condition;
use crate::scenario::schema_path::join;
use crate::scenario::tree::{Node, Table, Value};

impl Check<'_> {
    /// An intervention begins on a date or with a condition.
    pub(super) fn begins(&mut self, table: &Table, here: &Here) {
        match (table.get("on"), table.get("when")) {
            (None, None) => {
                let says = format!("`{}` does not say when it begins", here.path);
                let help = "add `on = 2027-01-04`, or `when = \"members > 900 for 12 weeks\"`".to_owned();
                self.say(&here.at, &here.path, says, "neither `on` nor `when`", Some(help));
            }
            (Some(_), Some(when)) => {
                let says = format!("`{}` begins on a date and with a condition", here.path);
                let help = "keep one of `on` and `when`".to_owned();
                self.say(&when.key, &here.path, says, "beside `on`", Some(help));
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
            let says = format!("`{path}` {}", fault.says);
            self.say(&at.inside(text, fault.at), &path, says, fault.label, Some(fault.help));
        }
    }

    /// A patch that is no design writes its paths inside `set`, and what it multiplies inside `scale`.
    pub(super) fn outside(&mut self, key: &str, node: &Node, path: &str) {
        let path = join(path, key);
        if !["set", "scale"].contains(&key) {
            let says = format!("`{key}` is outside of the `set` of its intervention");
            let help = format!("write `set = {{ \"{key}\" = … }}`");
            self.say(&node.key, &path, says, "inside `set`", Some(help));
        } else if node.table().is_none() {
            let says = format!("`{path}` must be a table, found {}", node.value.what());
            let help = format!("write `{key} = {{ \"path\" = {} }}`", if key == "set" { "value" } else { "0.5" });
            self.say(&node.at, &path, says, "not a table", Some(help));
        }
    }
}
