//! The tests that see the library from outside.

mod charts;
mod report;
mod summaries;
