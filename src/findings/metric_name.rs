//! A metric in the words that titles, heads of columns and sentences need.
//!
//! Invariant: every text that names a headline says what is compared, and over which time.

use crate::say;
use crate::stats::MetricName;

impl MetricName {
    /// The name inside a sentence: "partners’ revenue" for "Revenue of partners so far", "banks inside" for "banks:
    /// inside".
    pub fn spoken(&self) -> String {
        let title = without_so_far(&self.title).trim_end_matches([' ', ',']);
        if let Some((what, which)) = title.split_once(": ") {
            // A colon inside the name would break the sentence around it.
            return match self.is_standing() {
                true => format!("{what} {which}"),
                false => say!("finding-metric-of-one", what = uncapitalised(what), which = which),
            };
        }
        match title.split(' ').collect::<Vec<_>>().as_slice() {
            [what, "of", whose] if whose.ends_with('s') => {
                say!("finding-metric-of-many", what = uncapitalised(what), whose = *whose)
            }
            _ => uncapitalised(title),
        }
    }

    /// In few words, for the head of a column: "partner revenue", "banks inside".
    pub fn short(&self) -> String {
        match self.name.split_once(':') {
            Some((what @ ("inside" | "gone"), which)) => format!("{which} {what}"),
            Some((_, which)) if which.contains('.') => {
                without_so_far(&self.title.replacen(": ", " ", 1)).trim_end().to_owned()
            }
            Some((what, which)) => say!("finding-metric-of-one", what = what, which = which),
            None => self.name.replace('-', " "),
        }
    }

    /// What the verdict compares: "Active contributors a month, last half year".
    pub fn compared(&self) -> String {
        match self.is_total() {
            true => self.headed(),
            false => say!("finding-metric-last-half-year", metric = self.headed()),
        }
    }

    /// At the head of a table or chart: "Banks inside" for "banks: inside".
    pub fn headed(&self) -> String {
        if !self.is_standing() {
            return self.title.clone();
        }
        let mut letters = self.spoken().chars().collect::<Vec<char>>().into_iter();
        letters.next().map_or(String::new(), |c| c.to_uppercase().chain(letters).collect())
    }
}

/// A title without the words at its end that mark a running total.
fn without_so_far(title: &str) -> &str {
    title.trim_end_matches(&say!("finding-metric-so-far"))
}

/// With a small first letter, unless the second letter shows that the word is all capitals.
fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    let second_is_small = text.chars().nth(1).is_none_or(|c| !c.is_uppercase());
    match letters.next() {
        Some(first) if second_is_small => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}
