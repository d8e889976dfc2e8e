//! Lints: what is no mistake, and yet is seldom meant.
//!
//! Invariant: a lint never stops a run; it names the path and what to do.

use jiff::civil::Date;

use super::{Model, Rules};
use crate::scenario::Scenario;
use crate::shelf::Set;

mod given;
mod money;
mod paths;
mod points;
mod tiers;

pub(super) use money::unpooled;

/// Sentences, one a lint.
type Found = Vec<String>;

/// What a scenario says that is seldom meant, a sentence each.
pub fn lints(scenario: &Scenario, model: &Model) -> Vec<String> {
    let mut list = Vec::new();
    let (rules, _) = model.rules(0);
    tiers::tiers(scenario, model, rules, &mut list);
    paths::paths(rules, &mut list);
    points::farmed(rules, &mut list);
    points::controlling(rules, &mut list);
    money::overdrawn(model, rules, &mut list);
    dates(scenario, model, &mut list);
    idle(scenario, &mut list);
    given::given(scenario, &mut list);
    announced(model, rules, &mut list);
    list
}

/// Sizes that cannot be met.
fn announced(model: &Model, rules: &Rules, list: &mut Found) {
    for announced in rules.announcements.iter().filter(|a| a.size > u64::from(model.people())) {
        let (name, size, people) = (&announced.name, announced.size, model.people());
        list.push(format!(
            "announcement.{name}.size: {size} members are announced among {people} people, so it cannot be met"
        ));
    }
}

/// Frameworks that are offered to organisations of another kind, and shocks that do nothing.
fn idle(scenario: &Scenario, list: &mut Found) {
    for kind in ["university", "traffic"] {
        for name in scenario.names(&format!("framework.{kind}")) {
            let path = format!("framework.{kind}.{name}");
            let Some(Set::Names(groups)) = scenario.settings(&path).value("organisations").cloned() else { continue };
            let others = groups.into_iter().filter(|g| !scenario.is_on(&format!("organisation.{g}.as.{kind}")));
            list.extend(others.map(|g| format!("{path}.organisations: {g} are organisations of another kind")));
        }
    }
    for name in scenario.names("shock") {
        let shock = scenario.settings(&format!("shock.{name}"));
        let exposes = !shock.text("expose").is_empty();
        if exposes && !scenario.is_on("belief") && !scenario.is_on("trust") {
            list.push(format!("shock.{name}.expose: without [belief] or [trust] nobody believes anything less for it"));
        }
        if !exposes && ["leave", "stop", "vacate", "wipe", "doubt"].iter().all(|knob| shock.number(knob) == 0.0) {
            list.push(format!("shock.{name}: it strikes nothing: say what share leaves, stops or is lost"));
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
            if date >= end {
                list.push(format!("{table}.{knob}: the run ends on {end}, so it never begins"));
            } else if ["shock", "endorsement"].contains(&part) && date < model.calendar.start {
                list.push(format!("{table}.{knob}: the run begins on {}, so it never strikes", model.calendar.start));
            }
        }
    }
}
