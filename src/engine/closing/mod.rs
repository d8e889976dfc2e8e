//! Closing: what the end of a tick does to balances, the product, contributors and chapters.

pub(super) mod balances;
pub(super) mod chapters;
pub(super) mod departures;
pub(super) mod hub;
