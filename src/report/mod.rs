//! Where results are shown: the terminal, and a page.
//!
//! Invariant: nothing here computes; every number comes from the [`Summary`](crate::stats::Summary).

pub mod terminal;
