//! Lints: settings that are allowed but seldom intended, at the start or after a date or a condition changes the rules.
//!
//! Invariant: a lint never stops a run; it names a path, and each sentence is reported once.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::organisations::kind_names;
use super::states::States;
use super::{Model, Rules};
use crate::error::Error;
use crate::incentives::framework;
use crate::incentives::{announcement::Announcement, campaign::Campaign, carrier::Carrier};
use crate::incentives::{endorsement::Endorsement, occasion::Occasion};
use crate::kinds::Organisation;
use crate::knob;
use crate::registry::Set;
use crate::say;
use crate::scenario::schema;
use crate::scenario::{Patch, Scenario};
use crate::world::calendar::Tick;

mod idle;
mod industries;
mod money;
mod paths;
mod points;
mod received;
mod tiers;

pub(super) use money::unpooled;

/// Sentences, one a lint.
type Sentences = Vec<String>;

/// A setting that is seldom intended, and the period in which it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lint {
    /// Such as "from 2028-01-03" or "while taper holds"; empty for what holds from the first day on.
    pub when: String,
    /// A sentence that opens with a path.
    pub says: String,
}

/// The lints of a scenario under a patch; `model` is the model of both.
///
/// # Errors
/// The mistakes of the scenario under the patch, as for the model.
pub fn lints(
    scenario: &Scenario,
    treatment: Option<(&Patch, Option<Date>)>,
    model: &Model,
) -> Result<Vec<Lint>, Error> {
    let states = States::resolve(scenario, treatment, &mut Vec::new())?;
    let mut list: Vec<Lint> = Vec::new();
    let rules = |k: usize, at: Tick| model.rules_under(at, k % states.sets(), false).0;
    let all = states.all.iter().enumerate();
    let idle: Vec<Vec<idle::Rule>> = all.map(|(k, (at, now))| idle::idle(now, model, rules(k, *at))).collect();
    let works: BTreeSet<&str> =
        idle.iter().flatten().filter(|(_, why)| why.is_none()).map(|(path, _)| path.as_str()).collect();
    for (k, (at, now)) in states.all.iter().enumerate() {
        let set = k % states.sets();
        let mut found = Sentences::new();
        find_lints(now, model, rules(k, *at), &mut found);
        let never = idle[k].iter().filter(|(path, _)| !works.contains(path.as_str()));
        found.extend(never.filter_map(|(_, why)| why.clone()));
        for says in found {
            if list.iter().all(|lint| lint.says != says) {
                list.push(Lint { when: period(model, *at, set), says });
            }
        }
    }
    Ok(list)
}

/// The date and the conditions of a state, in words.
fn period(model: &Model, at: Tick, set: usize) -> String {
    let holding: Vec<&str> =
        model.watches.iter().enumerate().filter(|(k, _)| set & (1 << k) != 0).map(|(_, w)| w.name.as_str()).collect();
    let names =
        holding.into_iter().map(str::to_owned).reduce(|head, last| say!("mistake-list-and", head = head, last = last));
    let date = (at > 0).then(|| model.calendar.date(at).to_string());
    match (date, names) {
        (None, None) => String::new(),
        (Some(date), None) => say!("lint-when-from", date = date),
        (None, Some(names)) => say!("lint-when-while", names = names),
        (Some(date), Some(names)) => say!("lint-when-from-while", date = date, names = names),
    }
}

/// All lints of one state.
fn find_lints(scenario: &Scenario, model: &Model, rules: &Rules, list: &mut Sentences) {
    tiers::tiers(scenario, model, rules, list);
    paths::paths(rules, list);
    points::farmed(rules, list);
    points::controlling(rules, list);
    money::overdrawn(model, rules, list);
    outside_run(scenario, model, list);
    unscaled(scenario, list);
    rounded(scenario, model, list);
    without_effect(scenario, list);
    received::not_received(scenario, list);
    industries::single_groups(scenario, list);
    list.extend(model.contact_notes.iter().cloned());
    too_large_sizes(model, rules, list);
}

/// Sizes that cannot be met.
fn too_large_sizes(model: &Model, rules: &Rules, list: &mut Sentences) {
    for announced in rules.announcements.iter().filter(|a| a.size > u64::from(model.people())) {
        let (size, people) = (announced.size.to_string(), model.people().to_string());
        list.push(say!("lint-announced", name = &announced.name, size = size, people = people));
    }
}

/// Frameworks that are offered to organisations of another kind, and shocks without effect.
fn without_effect(scenario: &Scenario, list: &mut Sentences) {
    for kind in [kind_names::UNIVERSITY, kind_names::TRAFFIC] {
        for name in scenario.names(&format!("framework.{kind}")) {
            let path = format!("framework.{kind}.{name}");
            let groups = match kind {
                kind_names::UNIVERSITY => scenario.table::<framework::University>(&path).organisations,
                _ => scenario.table::<framework::Traffic>(&path).organisations,
            };
            let others = groups.into_iter().filter(|g| !scenario.is_on(&format!("organisation.{g}.as.{kind}")));
            list.extend(others.map(|group| say!("lint-other-kind", path = &path, group = group)));
        }
    }
    for name in scenario.names("shock") {
        let shock: schema::Shock = scenario.table(&format!("shock.{name}"));
        let exposes = !shock.expose.is_empty();
        if exposes && !scenario.is_on("belief") && !scenario.is_on("trust") {
            list.push(say!("lint-shock-unbelieved", name = &name));
        }
        if !exposes
            && [shock.leave, shock.stop, shock.vacate, shock.wipe, shock.doubt].iter().all(|share| *share == 0.0)
        {
            list.push(say!("lint-shock-idle", name = &name));
        }
    }
}

/// A horizon that is no whole number of ticks.
fn rounded(scenario: &Scenario, model: &Model, list: &mut Sentences) {
    if let Some(simulated) = model.rounded() {
        let (asked, _) = scenario.written_value("horizon").unwrap_or_default();
        let tick = scenario.table::<schema::Root>("").tick;
        list.push(say!("lint-horizon-rounded", asked = asked.trim_matches('"'), tick = tick, simulated = simulated));
    }
}

/// What stays as written while the scenario is scaled, although it is of its size.
fn unscaled(scenario: &Scenario, list: &mut Sentences) {
    let names = scenario.names("history");
    if scenario.root().scale != 1.0 && !names.is_empty() {
        list.push(say!("lint-scale-history", names = names.join(", ")));
    }
}

/// Dates after the end of the run, and shocks before its start.
fn outside_run(scenario: &Scenario, model: &Model, list: &mut Sentences) {
    let end = model.rows.last().map(|row| row.date).unwrap_or_default();
    // A date after the last row may still fall into the last tick.
    let never = |date: Date| date >= end && model.calendar.tick(date) >= model.ticks;
    let parts = [
        ("intervention", knob!(schema::Intervention, on)),
        ("shock", knob!(schema::Shock, on)),
        ("campaign", knob!(Campaign, from)),
        ("occasion", knob!(Occasion, on)),
        ("announcement", knob!(Announcement, on)),
        ("endorsement", knob!(Endorsement, on)),
        ("campaign", knob!(Campaign, from)),
        ("carrier", knob!(Carrier, from)),
        ("organisation", knob!(Organisation, joins_on)),
    ];
    for (name, from) in scenario.treatments().into_iter().filter_map(|patch| Some((patch.name, patch.from?))) {
        if never(from) {
            let path = format!("treatment.{name}.{}", knob!(schema::Treatment, from));
            list.push(say!("lint-never-begins", path = path, date = end.to_string()));
        }
    }
    for (part, knob) in parts {
        for name in scenario.names(part) {
            let table = format!("{part}.{name}");
            let Some(Set::Text(date)) = scenario.settings(&table).value(knob).cloned() else { continue };
            let Ok(date) = date.parse::<Date>() else { continue };
            let path = format!("{table}.{knob}");
            if never(date) {
                list.push(say!("lint-never-begins", path = path, date = end.to_string()));
            } else if ["shock", "endorsement"].contains(&part) && date < model.calendar.start {
                list.push(say!("lint-never-strikes", path = path, date = model.calendar.start.to_string()));
            }
        }
    }
    let over = [
        ("campaign", knob!(Campaign, from), knob!(Campaign, until)),
        ("carrier", knob!(Carrier, from), knob!(Carrier, until)),
        ("occasion", knob!(Occasion, on), knob!(Occasion, until)),
    ];
    for (part, from, until) in over {
        for name in scenario.names(part) {
            let table = format!("{part}.{name}");
            let settings = scenario.settings(&table);
            let date = |knob: &str| match settings.value(knob) {
                Some(Set::Text(date)) => date.parse::<Date>().ok(),
                _ => None,
            };
            let first = date(from).map_or(model.calendar.start, |first| first.max(model.calendar.start));
            if date(until).is_some_and(|until| until <= first) {
                list.push(say!("lint-never-runs", path = format!("{table}.{until}"), date = first.to_string()));
            }
        }
    }
}
