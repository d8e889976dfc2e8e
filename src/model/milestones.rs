//! Milestones: tranches that are paid when a condition holds, resolved from the scenario.
//!
//! Invariant: milestones are ordered by name at every date, and the k-th condition belongs to the k-th milestone.

use super::conditions::Watch;
use super::names::Names;
use super::ordered::ordered;
use super::organisations::{Group, kind_names};
use crate::error::Mistake;
use crate::kinds::milestone;
use crate::say;
use crate::scenario::Scenario;

/// A tranche that is paid when a condition holds.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Milestone {
    pub on_now: bool,
    pub tranche: i64,
    pub announce: bool,
    /// Index of the group whose first organisation inside pays.
    pub from: Option<usize>,
}

/// All milestones of a scenario; reports those that are paid by a group of another kind than investor.
pub(super) fn milestones(names: &Names, groups: &[Group], found: &mut Vec<Mistake>) -> Vec<Milestone> {
    let one = |name: &String| {
        let path = format!("milestone.{name}");
        let rule: milestone::Milestone = names.scenario.table(&path);
        let from = rule.from.as_ref().and_then(|from| groups.iter().position(|group| group.name == *from));
        if let Some(group) = from.map(|k| &groups[k]).filter(|group| group.kind_name != kind_names::INVESTOR) {
            found.push(names.scenario.mistake(
                &format!("{path}.from"),
                say!("model-milestone-from", group = &group.name, kind = group.kind_name),
                Some(say!("model-milestone-from-help")),
                say!("model-milestone-from-label"),
            ));
        }
        Milestone { on_now: names.scenario.is_on(&path), tranche: rule.tranche, announce: rule.announce, from }
    };
    ordered(names.scenario.all_names("milestone")).iter().map(one).collect()
}

/// The condition of each milestone.
pub(super) fn conditions(scenario: &Scenario, days: f64) -> Vec<Watch> {
    let one = |name: String| {
        let path = format!("milestone.{name}");
        let rule: milestone::Milestone = scenario.table(&path);
        Some(Watch {
            condition: scenario.condition(&path)?,
            says: if rule.says.is_empty() { name.clone() } else { rule.says },
            every: (rule.every / days).max(1.0),
            again: false,
            name,
        })
    };
    ordered(scenario.all_names("milestone")).into_iter().filter_map(one).collect()
}
