//! All integration tests, in one binary: it links once. One line per file, sorted.

mod cli;
mod known;
mod layers;
mod rich;
mod shelves;
mod store;
mod study;
mod synthetic;
mod verdict;
mod wrong;
