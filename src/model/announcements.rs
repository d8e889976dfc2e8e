//! Announced sizes and endorsements, resolved from the scenario.
//!
//! Invariant: an announced size is due after it is announced.

use jiff::civil::Date;

use super::names::Names;
use crate::error::Mistake;
use crate::incentives::announcement::Announcement;
use crate::incentives::endorsement::Endorsement;
use crate::say;
use crate::world::calendar::{Calendar, Tick};
use crate::world::maths::exp;

/// A size that is announced in advance.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Announced {
    pub name: String,
    pub at: Tick,
    pub by: Tick,
    pub size: u64,
    /// Share of everybody whom the product could reach, at most 1.
    pub share: f64,
    pub trust: f64,
    pub costs: f64,
}

/// An endorsement by a well-known person.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct EndorsementRule {
    pub at: Tick,
    pub reach: f64,
    pub trust: f64,
    /// Share of its reach that remains after a tick.
    pub keeps: f64,
    pub cost: i64,
    pub pool: Option<usize>,
}

pub(super) fn announced(names: &Names, people: u32, calendar: &Calendar, found: &mut Vec<Mistake>) -> Vec<Announced> {
    let mut list = Vec::new();
    names.each("announcement", |name, rule: Announcement| {
        let (Ok(on), Ok(by)) = (rule.on.parse::<Date>(), rule.by.parse::<Date>()) else { return };
        if by <= on {
            found.push(names.scenario.mistake(
                &format!("announcement.{name}.by"),
                say!("model-announced-too-soon", name = &name, by = by.to_string(), on = on.to_string()),
                Some(say!("model-announced-too-soon-help")),
                say!("model-announced-too-soon-label"),
            ));
        }
        list.push(Announced {
            name,
            at: calendar.tick(on),
            by: calendar.tick(by),
            size: rule.size as u64,
            share: (rule.size as f64 / f64::from(people.max(1))).min(1.0),
            trust: rule.trust,
            costs: rule.costs,
        });
    });
    list
}

pub(super) fn endorsements(names: &Names, calendar: &Calendar) -> Vec<EndorsementRule> {
    let mut list = Vec::new();
    names.each("endorsement", |_, rule: Endorsement| {
        let Ok(on) = rule.on.parse::<Date>() else { return };
        if on >= calendar.start {
            list.push(EndorsementRule {
                at: calendar.tick(on),
                reach: rule.reach,
                trust: rule.trust,
                keeps: exp(-names.days / rule.fades),
                cost: rule.cost,
                pool: names.pool(rule.pool.as_deref()),
            });
        }
    });
    list
}
