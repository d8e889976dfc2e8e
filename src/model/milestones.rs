//! Milestones: what is paid when something has come about, as the scenario says it.
//!
//! Invariant: milestones stand in the order of their names at every date, and the k-th condition is that of the k-th milestone.

use super::conditions::Watch;
use super::names::Names;
use super::ordered::ordered;
use super::organisations::Group;
use crate::error::Mistake;
use crate::kinds::milestone;
use crate::say;
use crate::scenario::Scenario;

/// What is paid when something has come about.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Milestone {
    pub on_now: bool,
    pub tranche: i64,
    pub announce: bool,
    /// The group whose first one inside pays.
    pub from: Option<usize>,
}

/// All milestones; only an investor puts money in.
pub(super) fn milestones(names: &Names, groups: &[Group], found: &mut Vec<Mistake>) -> Vec<Milestone> {
    let one = |name: &String| {
        let path = format!("milestone.{name}");
        let rule: milestone::Milestone = names.scenario.settings(&path).make();
        let from = rule.from.as_ref().and_then(|from| groups.iter().position(|group| group.name == *from));
        if let Some(group) = from.map(|k| &groups[k]).filter(|group| group.kind_name != "investor") {
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

/// What each of them waits for.
pub(super) fn conditions(scenario: &Scenario, days: f64) -> Vec<Watch> {
    let one = |name: String| {
        let path = format!("milestone.{name}");
        let rule: milestone::Milestone = scenario.settings(&path).make();
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
