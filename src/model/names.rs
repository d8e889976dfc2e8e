//! Names: how things are found by name while a scenario is resolved.
//!
//! Invariant: lists stand in the order of names, not of the file, so that moving a table changes nobody's luck.

use super::counters::Kept;
use super::ordered::ordered;
use super::pay::Pay;
use crate::error::Mistake;
use crate::registry::Table;
use crate::scenario::{Scenario, nearest};

/// Finds things by name while rules are resolved.
pub(super) struct Names<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) actions: Vec<String>,
    pub(super) pools: Vec<String>,
    pub(super) kept: &'a Kept,
    pub(super) pay: Pay,
    /// Length of a tick.
    pub(super) days: f64,
}

impl Names<'_> {
    /// Index of the action that a rule names, or else of the one that it is named after.
    pub(super) fn action(&self, named: Option<&str>, own: &str) -> Option<usize> {
        let name = named.unwrap_or(own);
        self.actions.iter().position(|a| a == name)
    }
    pub(super) fn pool(&self, named: Option<&str>) -> Option<usize> {
        self.pools.iter().position(|pool| Some(pool.as_str()) == named)
    }
    pub(super) fn ticks(&self, days: f64) -> f32 {
        (days / self.days) as f32
    }
    /// Calls `make` for every table of a part that is in force.
    pub(super) fn each<T: Table>(&self, part: &str, mut make: impl FnMut(String, T)) {
        for name in ordered(self.scenario.names(part)) {
            let own = self.scenario.table(&format!("{part}.{name}"));
            make(name, own);
        }
    }
    pub(super) fn lacks_action(&self, part: &str, name: &str, found: &mut Vec<Mistake>) {
        let near = nearest(name, self.actions.iter().map(String::as_str));
        found.push(self.scenario.mistake(
            &format!("{part}.{name}"),
            format!("there is no action called {name}, and the rule names none"),
            Some(format!("add action = \"…\", one of: {}", self.actions.join(", "))),
            near.map_or("which action?".to_owned(), |near| format!("did you mean `{part}.{near}`?")),
        ));
    }
}

/// The pools and their shares, in the order of their names.
pub(super) fn pools(scenario: &Scenario) -> Vec<(String, f64)> {
    let mut pools = scenario.numbers("budget.pools");
    pools.sort_by(|a, b| a.0.cmp(&b.0));
    pools
}
