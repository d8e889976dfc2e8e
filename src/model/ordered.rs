//! Ordered: names in the order of the alphabet.
//!
//! Invariant: moving a table within the file changes nobody's luck.

/// Names in an order of their own: where a table stands in the file must not matter to anybody's luck.
pub(super) fn ordered(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names
}
