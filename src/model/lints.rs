//! Lints: what is no mistake, and yet is seldom meant.
//!
//! Invariant: a lint never stops a run; it names the path and what to do.

use jiff::civil::Date;

use super::{Model, Rules};
use crate::scenario::Scenario;

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
