//! Shocks, and the rules of balances, resolved from the scenario.
//!
//! Invariant: a shock strikes at the first tick or later.

use super::names::Names;
use super::ordered::ordered;
use super::segments::Segment;
use crate::error::Mistake;
use crate::incentives::balance::Balance;
use crate::say;
use crate::scenario::schema;
use crate::scenario::{Scenario, nearest};
use crate::world::calendar::{Calendar, Tick, Yearly};
use crate::world::promises::Promise;

/// A single event that changes the state of people.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Shock {
    pub name: String,
    /// The tick in which it strikes.
    pub at: Tick,
    /// Whether each segment is struck.
    pub strikes: Vec<bool>,
    pub leave: f64,
    pub stop: f64,
    pub vacate: f64,
    pub wipe: f64,
    pub doubt: f64,
    /// The promise that is exposed, with its path.
    pub exposes: Option<(String, Promise)>,
    pub factor: f64,
}

/// Seasons, expiry and debt of balances; durations in ticks.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct BalanceRule {
    pub season: Option<f64>,
    /// A day of each year on which a season ends.
    pub day: Option<Yearly>,
    pub carried: f64,
    pub expires: Option<f64>,
    pub debt: bool,
}

/// All promises that may be exposed: `[(path, promise)]`.
fn promises(scenario: &Scenario) -> Vec<(String, Promise)> {
    let mut list = Vec::new();
    for part in ["ladder", "path"] {
        let promise = if part == "ladder" { Promise::Tier } else { Promise::Step };
        for (index, name) in ordered(scenario.all_names(part)).iter().enumerate() {
            let tiers = format!("{part}.{name}.tier");
            let all = ordered(scenario.all_names(&tiers)).into_iter().enumerate();
            list.extend(all.map(|(k, tier)| (format!("{tiers}.{tier}"), promise(index, k))));
        }
    }
    let sizes = ordered(scenario.all_names("announcement")).into_iter();
    list.extend(sizes.map(|name| (format!("announcement.{name}"), Promise::Announcement(name))));
    list
}

/// The promises that shocks of any date may expose, also shocks that are off; each once, ordered by path.
pub(super) fn exposable<'a>(scenarios: impl Iterator<Item = &'a Scenario>) -> Vec<(String, Promise)> {
    let mut list: Vec<(String, Promise)> = Vec::new();
    for scenario in scenarios {
        let shocks = scenario.all_names("shock").into_iter();
        let named = shocks.map(|name| scenario.table::<schema::Shock>(&format!("shock.{name}")).expose);
        let named: Vec<String> = named.filter(|at| !at.is_empty()).collect();
        if !named.is_empty() {
            list.extend(promises(scenario).into_iter().filter(|(at, _)| named.contains(at)));
        }
    }
    list.sort_by(|a, b| a.0.cmp(&b.0));
    list.dedup_by(|a, b| a.0 == b.0);
    list
}

/// The promise that a shock exposes; reports a path that is no promise.
fn exposed(scenario: &Scenario, shock: &str, at: &str, found: &mut Vec<Mistake>) -> Option<(String, Promise)> {
    if at.is_empty() {
        return None;
    }
    let all = promises(scenario);
    let one = all.iter().find(|(path, _)| path == at).cloned();
    if one.is_none() {
        let near = nearest(at, all.iter().map(|(path, _)| path.as_str()));
        let label =
            near.map_or_else(|| say!("model-shock-exposes-label"), |near| say!("mistake-meant-name", near = near));
        let paths: Vec<&str> = all.iter().map(|(path, _)| path.as_str()).collect();
        let help = match paths.as_slice() {
            [] => say!("model-shock-exposes-help"),
            some => say!("mistake-one-of", names = some.join(", ")),
        };
        found.push(scenario.mistake(
            &format!("shock.{shock}.expose"),
            say!("model-shock-exposes", shock = shock, path = at),
            Some(help),
            label,
        ));
    }
    one
}

pub(super) fn shocks(
    scenario: &Scenario,
    segments: &[Segment],
    calendar: &Calendar,
    found: &mut Vec<Mistake>,
) -> Vec<Shock> {
    let mut list = Vec::new();
    for name in ordered(scenario.names("shock")) {
        let own: schema::Shock = scenario.table(&format!("shock.{name}"));
        let Ok(date) = own.on.parse() else { continue };
        if date < calendar.start {
            continue;
        }
        let struck = match own.segments {
            names if !names.is_empty() => names,
            _ => segments.iter().map(|segment| segment.name.clone()).collect(),
        };
        list.push(Shock {
            at: calendar.tick(date),
            strikes: segments.iter().map(|segment| struck.contains(&segment.name)).collect(),
            leave: own.leave,
            stop: own.stop,
            vacate: own.vacate,
            wipe: own.wipe,
            doubt: own.doubt,
            exposes: exposed(scenario, &name, &own.expose, found),
            factor: own.factor,
            name,
        });
    }
    list
}

pub(super) fn balance(names: &Names, found: &mut Vec<Mistake>) -> BalanceRule {
    let rule: Balance = names.scenario.table("balance");
    BalanceRule {
        season: rule.season.map(|days| days / names.days),
        day: names.yearly("balance.on_day", &rule.on_day, found),
        carried: rule.carried,
        expires: rule.expires.map(|days| days / names.days),
        debt: rule.debt,
    }
}
