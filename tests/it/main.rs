//! All integration tests, in one binary: it links once. One line per file, sorted.

mod cli;
mod layers;
mod store;
mod synthetic;
mod verdict;
