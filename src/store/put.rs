//! Put: what became of an object that was stored.
//!
//! Invariant: nothing that is there is ever replaced; other bytes under the same name are an error.

/// What became of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// It was not there and is now.
    New,
    /// It was there already, with the same bytes.
    Same,
}
