//! Lints: what is no mistake, and yet is seldom meant, from the first day or once a date or a condition changes the rules.
//!
//! Invariant: a lint never stops a run; it names the path and what to do, and says nothing twice.

use jiff::civil::Date;

use super::states::States;
use super::{Model, Rules};
use crate::error::Error;
use crate::registry::Set;
use crate::say;
use crate::scenario::{Patch, Scenario};
use crate::world::calendar::Tick;

mod industries;
mod money;
mod paths;
mod points;
mod received;
mod tiers;

pub(super) use money::unpooled;

/// Sentences, one a lint.
type Found = Vec<String>;

/// What is seldom meant, and from when on it stands so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lint {
    /// Such as "from 2028-01-03" or "while taper holds"; empty for what stands from the first day on.
    pub when: String,
    /// A sentence that opens with a path.
    pub says: String,
}

/// What a scenario says under a patch that is seldom meant; `model` is what they mean together.
///
/// # Errors
/// The mistakes of the scenario under the patch, as for the model.
pub fn lints(
    scenario: &Scenario,
    treatment: Option<(&Patch, Option<Date>)>,
    model: &Model,
) -> Result<Vec<Lint>, Error> {
    let states = States::of(scenario, treatment, &mut Vec::new())?;
    let mut list: Vec<Lint> = Vec::new();
    for (k, (at, now)) in states.all.iter().enumerate() {
        let set = k % states.sets();
        let mut found = Found::new();
        look(now, model, model.rules_under(*at, set, false).0, &mut found);
        for says in found {
            if list.iter().all(|said| said.says != says) {
                list.push(Lint { when: when(model, *at, set), says });
            }
        }
    }
    Ok(list)
}

/// From which date and under which conditions a state stands.
fn when(model: &Model, at: Tick, set: usize) -> String {
    let holding: Vec<&str> =
        model.watches.iter().enumerate().filter(|(k, _)| set & (1 << k) != 0).map(|(_, w)| w.name.as_str()).collect();
    let names = holding.into_iter().map(str::to_owned).reduce(|head, last| say!("list-and", head = head, last = last));
    let date = (at > 0).then(|| model.calendar.date(at).to_string());
    match (date, names) {
        (None, None) => String::new(),
        (Some(date), None) => say!("lint-when-from", date = date),
        (None, Some(names)) => say!("lint-when-while", names = names),
        (Some(date), Some(names)) => say!("lint-when-from-while", date = date, names = names),
    }
}

/// All that is seldom meant in one state.
fn look(scenario: &Scenario, model: &Model, rules: &Rules, list: &mut Found) {
    tiers::tiers(scenario, model, rules, list);
    paths::paths(rules, list);
    points::farmed(rules, list);
    points::controlling(rules, list);
    money::overdrawn(model, rules, list);
    dates(scenario, model, list);
    idle(scenario, list);
    received::given(scenario, list);
    industries::alone(scenario, list);
    announced(model, rules, list);
}

/// Sizes that cannot be met.
fn announced(model: &Model, rules: &Rules, list: &mut Found) {
    for announced in rules.announcements.iter().filter(|a| a.size > u64::from(model.people())) {
        let (size, people) = (announced.size.to_string(), model.people().to_string());
        list.push(say!("lint-announced", name = &announced.name, size = size, people = people));
    }
}

/// Frameworks that are offered to organisations of another kind, and shocks that do nothing.
fn idle(scenario: &Scenario, list: &mut Found) {
    for kind in ["university", "traffic"] {
        for name in scenario.names(&format!("framework.{kind}")) {
            let path = format!("framework.{kind}.{name}");
            let Some(Set::Names(groups)) = scenario.settings(&path).value("organisations").cloned() else { continue };
            let others = groups.into_iter().filter(|g| !scenario.is_on(&format!("organisation.{g}.as.{kind}")));
            list.extend(others.map(|group| say!("lint-other-kind", path = &path, group = group)));
        }
    }
    for name in scenario.names("shock") {
        let shock = scenario.settings(&format!("shock.{name}"));
        let exposes = !shock.text("expose").is_empty();
        if exposes && !scenario.is_on("belief") && !scenario.is_on("trust") {
            list.push(say!("lint-shock-unbelieved", name = &name));
        }
        if !exposes && ["leave", "stop", "vacate", "wipe", "doubt"].iter().all(|knob| shock.number(knob) == 0.0) {
            list.push(say!("lint-shock-idle", name = &name));
        }
    }
}

/// What is to begin after the end, or to strike before the beginning.
fn dates(scenario: &Scenario, model: &Model, list: &mut Found) {
    let end = model.rows.last().map(|row| row.date).unwrap_or_default();
    let parts = [
        ("treatment", "from"),
        ("intervention", "on"),
        ("shock", "on"),
        ("occasion", "on"),
        ("announcement", "on"),
        ("endorsement", "on"),
    ];
    for (part, knob) in parts {
        for name in scenario.names(part) {
            let table = format!("{part}.{name}");
            let Ok(date) = scenario.settings(&table).text(knob).parse::<Date>() else { continue };
            let path = format!("{table}.{knob}");
            if date >= end {
                list.push(say!("lint-never-begins", path = path, date = end.to_string()));
            } else if ["shock", "endorsement"].contains(&part) && date < model.calendar.start {
                list.push(say!("lint-never-strikes", path = path, date = model.calendar.start.to_string()));
            }
        }
    }
}
