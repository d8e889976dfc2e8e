//! A metric as a summary names it. The words that titles, heads of columns and sentences make of it are in [`crate::findings`].

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
    /// Whether it is a running total: its last value counts, and not the mean of the last half year.
    pub fn is_total(&self) -> bool {
        crate::metrics::names::is_total(&self.name)
    }
    /// Whether it counts the organisations of a group that are inside or gone: `inside:banks`.
    pub(crate) fn is_standing(&self) -> bool {
        ["inside:", "gone:"].iter().any(|word| self.name.starts_with(word))
    }
}
