//! The context of a tick (`ground` in the code): what it needs besides the world, namely the date, the rules in force and the addresses of
//! its draws.
//!
//! Invariant: nothing in it changes while the tick runs.

use crate::model::{Group, Model, Rules};
use crate::world::calendar::YEAR;
use crate::world::stream::Stream;

/// What every step of a tick may read.
pub(super) struct TickContext<'a> {
    pub model: &'a Model,
    /// The rules in force.
    pub rules: &'a Rules,
    /// The tick that runs.
    pub tick: u32,
    /// Length of a tick, days.
    pub tick_days: f32,
    /// The replicate's address.
    pub luck: Stream,
    /// Address of people's traits.
    pub people: Stream,
    /// Address of this tick's draws.
    pub draws: Stream,
    /// Address of this tick's choices.
    pub choices: Stream,
    /// Whether the rules, or what pools can pay, changed with this tick, so that everybody must decide again.
    pub anew: bool,
}

impl<'a> TickContext<'a> {
    /// The context of one tick.
    pub(super) fn new(model: &'a Model, rules: &'a Rules, luck: Stream, tick: u32, anew: bool) -> Self {
        TickContext {
            model,
            rules,
            tick,
            tick_days: model.calendar.step.days() as f32,
            luck,
            people: luck.named("person"),
            draws: luck.named("tick").at(u64::from(tick)),
            choices: luck.named("choice").at(u64::from(tick)),
            anew,
        }
    }
    /// Length of a tick, days.
    pub(super) fn days(&self) -> f64 {
        f64::from(self.tick_days)
    }
    /// Years since the start of the run.
    pub(super) fn years(&self) -> f64 {
        f64::from(self.tick) * self.days() / YEAR
    }
    /// Whether a date that comes every `every` ticks falls in this one.
    pub(super) fn due(&self, every: f64) -> bool {
        due(self.tick, every)
    }
    /// The address of a person's traits.
    pub(super) fn person(&self, id: u32) -> Stream {
        self.people.at(u64::from(id))
    }
    /// The address of an organisation: the same in every design.
    pub(super) fn organisation(&self, group: &Group, ordinal: u32) -> Stream {
        self.luck.named("organisation").named(&group.name).at(u64::from(ordinal))
    }
}

/// Whether a date that comes every `every` ticks falls in this one.
pub(super) fn due(tick: u32, every: f64) -> bool {
    ((f64::from(tick) + 1.0) / every).floor() > (f64::from(tick) / every).floor()
}

/// How many dates that come every `every` ticks fall in this one.
pub(super) fn times(tick: u32, every: f64) -> i64 {
    (f64::from(tick + 1) / every).floor() as i64 - (f64::from(tick) / every).floor() as i64
}
