//! Names in alphabetical order.
//!
//! Invariant: moving a table within the file changes no random draw.

/// Names in alphabetical order, whatever their order in the file.
pub(super) fn ordered(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names
}
