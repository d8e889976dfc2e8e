//! The name of a metric in a summary. Its words in titles, table heads and sentences are in [`crate::findings`].

use serde::{Deserialize, Serialize};

/// A metric and its names.
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
    /// Whether it is a running total: then its last value counts, not the mean of the last half year.
    pub fn is_total(&self) -> bool {
        crate::metrics::names::is_total(&self.name)
    }
    /// Whether it counts the organisations of a group that are inside or have left: `inside:banks`.
    pub(crate) fn is_standing(&self) -> bool {
        ["inside:", "gone:"].iter().any(|word| self.name.starts_with(word))
    }
}
