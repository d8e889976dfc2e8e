//! Named: a metric by the words that titles, heads of columns and sentences need.
//!
//! Invariant: what is compared, and over which time, is said wherever a headline stands.

use serde::{Deserialize, Serialize};

/// A metric, as charts call it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MetricName {
    /// Kebab-case.
    pub name: String,
    /// For titles: "Active contributors a month".
    pub title: String,
    /// Unit for the axis: "people", "share", "CNY".
    pub unit: String,
}

impl MetricName {
    /// Whether it is a running total, of which the end is told and not the mean of the last half year.
    pub fn is_total(&self) -> bool {
        crate::metrics::is_total(&self.title)
    }
    /// Inside a sentence: "partners’ revenue" for "Revenue of partners so far", "banks inside" for "banks: inside".
    pub fn spoken(&self) -> String {
        let title = self.title.trim_end_matches("so far").trim_end_matches([' ', ',']);
        if let Some((what, which)) = title.split_once(": ") {
            // A second colon would end the sentence that it stands in.
            return if self.stands() { format!("{what} {which}") } else { format!("{} ({which})", small(what)) };
        }
        match title.split(' ').collect::<Vec<_>>().as_slice() {
            [what, "of", whose] if whose.ends_with('s') => format!("{whose}’ {}", small(what)),
            _ => small(title),
        }
    }
    /// In few words, for the head of a column: "partner revenue", "banks inside".
    pub fn short(&self) -> String {
        match self.name.split_once(':') {
            Some((what @ ("inside" | "gone"), which)) => format!("{which} {what}"),
            Some((_, which)) if which.contains('.') => {
                self.title.replacen(": ", " ", 1).trim_end_matches("so far").trim_end().to_owned()
            }
            Some((what, which)) => format!("{what} ({which})"),
            None => self.name.replace('-', " "),
        }
    }
    /// What the verdict compares: "Active contributors a month, last half year".
    pub fn compared(&self) -> String {
        if self.is_total() { self.headed() } else { format!("{}, last half year", self.headed()) }
    }
    /// At the head of a table or chart: "Banks inside" for "banks: inside".
    pub fn headed(&self) -> String {
        if !self.stands() {
            return self.title.clone();
        }
        let mut letters = self.spoken().chars().collect::<Vec<char>>().into_iter();
        letters.next().map_or(String::new(), |c| c.to_uppercase().chain(letters).collect())
    }
    /// Whether it says where organisations of a group stand.
    fn stands(&self) -> bool {
        ["inside:", "gone:"].iter().any(|word| self.name.starts_with(word))
    }
}

/// With a small first letter, unless the second shows that the word is all capitals.
fn small(text: &str) -> String {
    let mut letters = text.chars();
    let second_is_small = text.chars().nth(1).is_none_or(|c| !c.is_uppercase());
    match letters.next() {
        Some(first) if second_is_small => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}
