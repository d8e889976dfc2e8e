//! What may be said of results: sentences of the catalogue, chosen and filled from the numbers of [`crate::stats`].
//!
//! Invariant: no sentence claims more than the intervals carry, and none is written here: each stands in `words/en.ftl`.
pub mod chart_titles;
