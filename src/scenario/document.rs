//! The tree of a scenario, and the values of its tables, each read once.
//!
//! Invariant: the kept values are those of the current tree; [`Document::edit`], the only way to change it, drops them.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError};

use super::tree::Table;
use crate::registry::Settings;

/// A tree that remembers what was read from it.
#[derive(Debug, Default)]
pub(super) struct Document {
    tree: Arc<Table>,
    /// Values by the path of their table.
    read: Mutex<BTreeMap<String, Settings>>,
}

impl Document {
    pub(super) fn new(tree: Table) -> Document {
        Document { tree: Arc::new(tree), read: Mutex::default() }
    }
    /// The tree, to be changed.
    pub(super) fn edit(&mut self) -> &mut Table {
        self.read = Mutex::default();
        Arc::make_mut(&mut self.tree)
    }
    /// The values of a table: the kept ones, or else what `read` makes of the tree.
    pub(super) fn values(&self, path: &str, read: impl FnOnce(&Table) -> Settings) -> Settings {
        let mut kept = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(values) = kept.get(path) {
            return values.clone();
        }
        let values = read(&self.tree);
        kept.insert(path.to_owned(), values.clone());
        values
    }
}

impl Deref for Document {
    type Target = Table;
    fn deref(&self) -> &Table {
        &self.tree
    }
}

impl Clone for Document {
    fn clone(&self) -> Document {
        let read = self.read.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Document { tree: Arc::clone(&self.tree), read: Mutex::new(read) }
    }
}
