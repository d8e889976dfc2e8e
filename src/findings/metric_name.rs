//! A metric in the words that titles, heads of columns and sentences need.
//!
//! Invariant: every text that names a headline says what is compared, and over which time.

use crate::metrics::names::is_expression;
use crate::metrics::{capitalised, spoken, without_so_far};
use crate::say;
use crate::stats::{MetricName, Span};

impl MetricName {
    /// The name inside a sentence: "partners’ revenue" for "Revenue of partners so far", "banks inside" for "banks:
    /// inside".
    pub fn spoken(&self) -> String {
        match without_so_far(&self.title).trim_end().split_once(": ").filter(|_| self.is_standing()) {
            Some((what, which)) => format!("{what} {which}"),
            None => spoken(&self.title),
        }
    }

    /// In few words, for the head of a column: "partner revenue", "banks inside".
    pub fn short(&self) -> String {
        if is_expression(&self.name) {
            return without_so_far(&self.title).trim_end().to_owned();
        }
        match self.name.split_once(':') {
            Some((what @ ("inside" | "gone"), which)) => format!("{which} {what}"),
            Some((_, which)) if which.contains('.') => {
                without_so_far(&self.title.replacen(": ", " ", 1)).trim_end().to_owned()
            }
            Some((what, which)) => say!("metrics-of-one", what = what, which = which),
            None => self.name.replace('-', " "),
        }
    }

    /// What the verdict compares: "Active contributors a month, last half year".
    pub fn compared(&self) -> String {
        match self.span() {
            Span::Total => self.headed(),
            Span::HalfYear => say!("finding-metric-last-half-year", metric = self.headed()),
            Span::LastYear => say!("finding-metric-last-year", metric = self.headed()),
            Span::WholeRun => say!("finding-metric-whole-run", metric = self.headed()),
        }
    }

    /// The word for the time over which it is compared, for messages that choose by it.
    pub fn span_word(&self) -> &'static str {
        match self.span() {
            Span::Total => "total",
            Span::HalfYear => "half-year",
            Span::LastYear => "year",
            Span::WholeRun => "run",
        }
    }

    /// At the head of a table or chart: "Banks inside" for "banks: inside".
    pub fn headed(&self) -> String {
        if !self.is_standing() {
            return self.title.clone();
        }
        capitalised(&self.spoken())
    }
}
