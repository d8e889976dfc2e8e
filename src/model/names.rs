//! Look-up by name while a scenario is resolved.
//!
//! Invariant: lists are ordered by name, not by place in the file, so that moving a table changes no random draw.

use super::counters::Counters;
use super::ordered::ordered;
use super::pay::Pay;
use crate::error::Mistake;
use crate::registry::Table;
use crate::say;
use crate::scenario::{Scenario, nearest};
use crate::world::calendar::Yearly;

/// The names that rules refer to.
pub(super) struct Names<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) actions: Vec<String>,
    pub(super) pools: Vec<String>,
    pub(super) counters: &'a Counters,
    pub(super) pay: Pay,
    /// Length of a tick, days.
    pub(super) days: f64,
}

impl Names<'_> {
    /// Index of the action that a rule names, or else of the one that it is named after.
    pub(super) fn action(&self, named: Option<&str>, own: &str) -> Option<usize> {
        let name = named.unwrap_or(own);
        self.actions.iter().position(|a| a == name)
    }
    /// Index of the pool that a rule names.
    pub(super) fn pool(&self, named: Option<&str>) -> Option<usize> {
        self.pools.iter().position(|pool| Some(pool.as_str()) == named)
    }
    pub(super) fn ticks(&self, days: f64) -> f32 {
        (days / self.days) as f32
    }
    /// A day of each year, such as "07-01"; `None` if the text is empty, or is no such day: that is a mistake.
    pub(super) fn yearly(&self, path: &str, text: &str, found: &mut Vec<Mistake>) -> Option<Yearly> {
        if text.is_empty() {
            return None;
        }
        let day = Yearly::parse(text);
        if day.is_none() {
            let says = say!("model-no-day", text = text);
            found.push(self.scenario.mistake(path, says, Some(say!("model-no-day-help")), say!("model-no-day-label")));
        }
        day
    }
    /// Calls `make` for every table of a part that is on.
    pub(super) fn each<T: Table>(&self, part: &str, mut make: impl FnMut(String, T)) {
        for name in ordered(self.scenario.names(part)) {
            let own = self.scenario.table(&format!("{part}.{name}"));
            make(name, own);
        }
    }
    /// Reports a rule without an action.
    pub(super) fn report_no_action(&self, part: &str, name: &str, found: &mut Vec<Mistake>) {
        let near = nearest(name, self.actions.iter().map(String::as_str));
        found.push(self.scenario.mistake(
            &format!("{part}.{name}"),
            say!("model-no-action", name = name),
            Some(say!("model-add-action-help", names = self.actions.join(", "))),
            match near {
                Some(near) => say!("mistake-meant-key", near = format!("{part}.{near}")),
                None => say!("model-no-action-label"),
            },
        ));
    }
}

/// The pools and their shares, ordered by name.
pub(super) fn pools(scenario: &Scenario) -> Vec<(String, f64)> {
    let mut pools = scenario.numbers("budget.pools");
    pools.sort_by(|a, b| a.0.cmp(&b.0));
    pools
}
