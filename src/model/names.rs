//! Look-up by name while a scenario is resolved.
//!
//! Invariant: lists are ordered by name, not by place in the file, so that moving a table changes no random draw.

use super::counters::Kept;
use super::ordered::ordered;
use super::pay::Pay;
use crate::error::Mistake;
use crate::registry::Settings;
use crate::say;
use crate::scenario::{Scenario, nearest};

/// The names that rules refer to.
pub(super) struct Names<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) actions: Vec<String>,
    pub(super) pools: Vec<String>,
    pub(super) kept: &'a Kept,
    pub(super) pay: Pay,
    /// Length of a tick, days.
    pub(super) days: f64,
}

impl Names<'_> {
    /// Index of the action that a rule names, or of the action of the rule's own name.
    pub(super) fn action(&self, settings: &Settings, own: &str) -> Option<usize> {
        let named = settings.text("action");
        let name = if named.is_empty() { own } else { &named };
        self.actions.iter().position(|a| a == name)
    }
    /// Index of the pool that a rule names.
    pub(super) fn pool(&self, settings: &Settings) -> Option<usize> {
        let named = settings.text("pool");
        self.pools.iter().position(|p| *p == named)
    }
    pub(super) fn ticks(&self, days: f64) -> f32 {
        (days / self.days) as f32
    }
    /// Calls `make` for every table of a part that is on.
    pub(super) fn each(&self, part: &str, mut make: impl FnMut(String, Settings)) {
        for name in ordered(self.scenario.names(part)) {
            let settings = self.scenario.settings(&format!("{part}.{name}"));
            make(name, settings);
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
