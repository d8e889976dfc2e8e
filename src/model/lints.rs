//! Lints: settings that are allowed but seldom intended, at the start or after a date or a condition changes the rules.
//!
//! Invariant: a lint never stops a run; it names a path, and each sentence is reported once.

use jiff::civil::Date;

use super::organisations::kind_names;
use super::states::States;
use super::{Model, Rules};
use crate::error::Error;
use crate::incentives::framework;
use crate::incentives::{announcement::Announcement, endorsement::Endorsement, occasion::Occasion};
use crate::knob;
use crate::registry::Set;
use crate::say;
use crate::scenario::schema;
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
    for (k, (at, now)) in states.all.iter().enumerate() {
        let set = k % states.sets();
        let mut found = Sentences::new();
        find_lints(now, model, model.rules_under(*at, set, false).0, &mut found);
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
    without_effect(scenario, list);
    received::not_received(scenario, list);
    industries::single_groups(scenario, list);
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

/// Dates after the end of the run, and shocks before its start.
fn outside_run(scenario: &Scenario, model: &Model, list: &mut Sentences) {
    let end = model.rows.last().map(|row| row.date).unwrap_or_default();
    let parts = [
        ("treatment", knob!(schema::Treatment, from)),
        ("intervention", knob!(schema::Intervention, on)),
        ("shock", knob!(schema::Shock, on)),
        ("occasion", knob!(Occasion, on)),
        ("announcement", knob!(Announcement, on)),
        ("endorsement", knob!(Endorsement, on)),
    ];
    for (part, knob) in parts {
        for name in scenario.names(part) {
            let table = format!("{part}.{name}");
            let Some(Set::Text(date)) = scenario.settings(&table).value(knob).cloned() else { continue };
            let Ok(date) = date.parse::<Date>() else { continue };
            let path = format!("{table}.{knob}");
            if date >= end {
                list.push(say!("lint-never-begins", path = path, date = end.to_string()));
            } else if ["shock", "endorsement"].contains(&part) && date < model.calendar.start {
                list.push(say!("lint-never-strikes", path = path, date = model.calendar.start.to_string()));
            }
        }
    }
}
