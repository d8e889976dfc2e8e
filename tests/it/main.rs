//! All integration tests, in one binary: it links once. One line per file, sorted.

mod charts;
mod cli;
mod knobs;
mod known;
mod laws;
mod layers;
mod report;
mod rich;
mod shelves;
mod store;
mod study;
mod summaries;
mod synthetic;
mod verdict;
mod wrong;
