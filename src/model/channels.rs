//! Carriers and occasions, resolved from the scenario.
//!
//! Invariant: they are ordered by name and include those that are off, so that an index means the same at every date.

use jiff::civil::Date;
use serde::de::DeserializeOwned;

use super::names::Names;
use super::ordered::ordered;
use super::segments::Segment;
use crate::error::Mistake;
use crate::incentives::Six;
use crate::incentives::carrier::Carrier;
use crate::incentives::gripe::Gripe;
use crate::incentives::occasion::{Challenge, FollowUp, Occasion, Prize, Swag};
use crate::say;
use crate::scenario::Scenario;
use crate::world::calendar::{Calendar, Tick, days_between};

/// A medium through which people hear of the product.
#[derive(Clone, Debug)]
pub struct CarrierRule {
    /// As the scenario names it.
    pub name: String,
    /// Whether it is in force.
    pub on_now: bool,
    /// Its numbers.
    pub carrier: Carrier,
    /// Whether it reaches each segment.
    pub audience: Vec<bool>,
    /// First tick.
    pub from: Tick,
    /// Tick after the last.
    pub until: Tick,
    /// Money for each tick.
    pub cost: f64,
    /// Which pool pays.
    pub pool: Option<usize>,
}

/// An event at which people meet, once or again and again.
#[derive(Clone, Debug)]
pub struct OccasionRule {
    /// As the scenario names it.
    pub name: String,
    /// Whether it is in force.
    pub on_now: bool,
    /// Its numbers.
    pub occasion: Occasion,
    /// Ticks from the start of the run to the first day, negative before it.
    pub first: f64,
    /// Ticks from one to the next.
    pub every: Option<f64>,
    /// Ticks in which the share of attendants halves.
    pub fades: Option<f64>,
    /// Tick from which it no longer takes place.
    pub until: Tick,
    /// Whether it is for each segment.
    pub audience: Vec<bool>,
    /// Indices of the carriers that announce it; empty: everybody knows of it.
    pub told_by: Vec<usize>,
    /// Which pool pays.
    pub pool: Option<usize>,
    /// Index of the action that is done there.
    pub action: Option<usize>,
    /// Prize for the best.
    pub prize: Option<Prize>,
    /// Gift for each deed.
    pub swag: Option<Swag>,
    /// Task for a certain skill.
    pub challenge: Option<Challenge>,
    /// Mentors for newcomers.
    pub follow_up: Option<FollowUp>,
    /// Complaints.
    pub gripe: Option<Gripe>,
    /// Relief of each need by attending.
    pub relief: [f32; 6],
    /// Expected pull of a share of the pot on a person who decides whether to attend, logits.
    pub pull: f64,
}

impl CarrierRule {
    /// Whether it is active in a tick.
    pub fn tells(&self, tick: Tick) -> bool {
        self.on_now && (self.from..self.until).contains(&tick)
    }
}

impl OccasionRule {
    /// Whether it takes place in a tick.
    pub fn falls(&self, tick: Tick) -> bool {
        if !self.on_now || tick >= self.until {
            return false;
        }
        // A tolerance, so that whole spans end on whole ticks.
        let passed = f64::from(tick) - self.first + 1e-9;
        match self.every {
            Some(every) => {
                let times = |ticks: f64| if ticks < 0.0 { -1.0 } else { (ticks / every).floor() };
                times(passed) > times(passed - 1.0)
            }
            None => (0.0..1.0).contains(&passed),
        }
    }
    /// Share of the original attendance that remains.
    pub fn faded(&self, tick: Tick) -> f64 {
        self.fades.map_or(1.0, |half| libm::exp2(-(f64::from(tick) - self.first).max(0.0) / half))
    }
    /// Money that it may cost each time, apart from gifts: its cost and its pot.
    pub fn owed(&self) -> i64 {
        self.occasion.cost + self.prize.as_ref().map_or(0, |p| p.pot)
    }
    /// Whether any money is paid for it.
    pub fn is_paid(&self) -> bool {
        self.owed() > 0 || self.swag.as_ref().is_some_and(|s| s.cost > 0)
    }
}

pub(super) fn carriers(names: &Names, segments: &[Segment], calendar: &Calendar) -> Vec<CarrierRule> {
    let make = |name: String| {
        let path = format!("carrier.{name}");
        let carrier: Carrier = names.scenario.table(&path);
        CarrierRule {
            on_now: names.scenario.is_on(&path),
            audience: named_segments(segments, &carrier.audience),
            from: tick(calendar, carrier.from.as_ref()).unwrap_or(0),
            until: tick(calendar, carrier.until.as_ref()).unwrap_or(Tick::MAX),
            cost: carrier.cost.map_or(0.0, |(amount, days)| amount * names.days / days),
            pool: names.pool(carrier.pool.as_deref()),
            carrier,
            name,
        }
    };
    ordered(names.scenario.all_names("carrier")).into_iter().map(make).collect()
}

pub(super) fn occasions(
    names: &Names,
    segments: &[Segment],
    calendar: &Calendar,
    found: &mut Vec<Mistake>,
) -> Vec<OccasionRule> {
    let carriers = ordered(names.scenario.all_names("carrier"));
    let mut list = Vec::new();
    for name in ordered(names.scenario.all_names("occasion")) {
        let path = format!("occasion.{name}");
        let occasion: Occasion = names.scenario.table(&path);
        let on_now = names.scenario.is_on(&path);
        let action = occasion.action.as_ref().and_then(|a| names.actions.iter().position(|b| a == b));
        let does = names.scenario.written_value(&format!("{path}.deeds")).filter(|_| occasion.deeds > 0.0);
        if let (true, None, Some(_)) = (on_now, action, does) {
            found.push(names.scenario.mistake(
                &format!("{path}.deeds"),
                say!("model-occasion-no-action"),
                Some(say!("model-add-action-help", names = names.actions.join(", "))),
                say!("model-occasion-no-action-label"),
            ));
        }
        let first = occasion.on.parse::<Date>().ok();
        let prize: Option<Prize> = part(names, &path, "prize");
        let audience = named_segments(segments, &occasion.audience);
        list.push(OccasionRule {
            on_now: on_now && first.is_some(),
            first: first.map_or(0.0, |date| first_tick(calendar, date)),
            every: occasion.every.map(|days| (days / names.days).max(1.0)),
            fades: occasion.fades.map(|days| days / names.days),
            until: tick(calendar, occasion.until.as_ref()).unwrap_or(Tick::MAX),
            told_by: occasion.told_by.iter().filter_map(|c| carriers.iter().position(|d| c == d)).collect(),
            pool: names.pool(occasion.pool.as_deref()),
            action,
            pull: prize.as_ref().map_or(0.0, |p| seen_pull(names, segments, &audience, &occasion, p)),
            prize,
            swag: part(names, &path, "swag"),
            challenge: part(names, &path, "challenge"),
            follow_up: part(names, &path, "follow-up"),
            gripe: part(names, &path, "gripe"),
            relief: names.scenario.table::<Six>(&format!("{path}.relief")).array(),
            audience,
            occasion,
            name,
        });
    }
    list
}

/// The pull of a share of the pot, logits, if as many attend as would without it.
fn seen_pull(names: &Names, segments: &[Segment], audience: &[bool], occasion: &Occasion, prize: &Prize) -> f64 {
    let people: u64 = segments.iter().zip(audience).filter(|(_, is)| **is).map(|(s, _)| u64::from(s.people)).sum();
    let willing = people as f64 * crate::world::maths::logistic(occasion.interest);
    let attending = willing.min(occasion.capacity.map_or(f64::INFINITY, f64::from)).max(1.0);
    names.pay.pull(prize.pot as f64 / attending / occasion.hours)
}

/// The settings of a table inside an occasion, if it exists.
fn part<T: DeserializeOwned>(names: &Names, path: &str, part: &str) -> Option<T> {
    names.scenario.settings_if_on(&format!("{path}.{part}")).map(|settings| settings.make())
}

fn named_segments(segments: &[Segment], named: &[String]) -> Vec<bool> {
    segments.iter().map(|segment| named.is_empty() || named.contains(&segment.name)).collect()
}

fn tick(calendar: &Calendar, date: Option<&String>) -> Option<Tick> {
    date.and_then(|date| date.parse().ok()).map(|date| calendar.tick(date))
}

/// Ticks from the start of the run to a date; negative before the start.
fn first_tick(calendar: &Calendar, date: Date) -> f64 {
    if date >= calendar.start {
        return f64::from(calendar.tick(date));
    }
    days_between(calendar.start, date) / calendar.step.days()
}

/// Whether any occasion has a table `gripe`, also one that is off.
pub(super) fn complains(scenario: &Scenario) -> bool {
    let tables = scenario.all_names("occasion").into_iter().map(|name| format!("occasion.{name}"));
    tables.into_iter().any(|path| scenario.all_names(&path).iter().any(|part| part == "gripe"))
}
