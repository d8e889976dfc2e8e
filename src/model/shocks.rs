//! Shocks and balances: what changes people's state apart from their deeds, as the scenario says it.

use super::names::{Names, ordered};
use super::segments::Segment;
use crate::incentives::balance::Balance;
use crate::scenario::Scenario;
use crate::shelf::Set;
use crate::world::calendar::{Calendar, Tick};

/// What strikes once.
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
}

/// What becomes of balances; durations in ticks.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct BalanceRule {
    pub season: Option<f64>,
    pub carried: f64,
    pub expires: Option<f64>,
    pub debt: bool,
}

pub(super) fn shocks(scenario: &Scenario, segments: &[Segment], calendar: &Calendar) -> Vec<Shock> {
    let mut list = Vec::new();
    for name in ordered(scenario.names("shock")) {
        let s = scenario.settings(&format!("shock.{name}"));
        let Ok(date) = s.text("on").parse() else { continue };
        if date < calendar.start {
            continue;
        }
        let struck = match s.value("segments") {
            Some(Set::Names(names)) if !names.is_empty() => names.clone(),
            _ => segments.iter().map(|segment| segment.name.clone()).collect(),
        };
        list.push(Shock {
            at: calendar.tick(date),
            strikes: segments.iter().map(|segment| struck.contains(&segment.name)).collect(),
            leave: s.number("leave"),
            stop: s.number("stop"),
            vacate: s.number("vacate"),
            wipe: s.number("wipe"),
            doubt: s.number("doubt"),
            name,
        });
    }
    list
}

pub(super) fn balance(names: &Names) -> BalanceRule {
    let rule: Balance = names.scenario.settings("balance").make();
    BalanceRule {
        season: rule.season.map(|days| days / names.days),
        carried: rule.carried,
        expires: rule.expires.map(|days| days / names.days),
        debt: rule.debt,
    }
}
