//! Stake: people stay because of what they have invested.
//!
//! Hours of work add up and fade over years; the hazard of leaving falls by e^(−strength·S/(S+half)). Limit: with
//! strength 0, or without deeds, survival is the same as with drop-out alone.

use super::{Doer, Idle, Make, Mechanism};
use crate::params;
use crate::registry::Entry;
use crate::world::Seen;
use crate::world::decay::Decay;
use crate::world::maths::{exp, exp_near};
use crate::world::people::{Column, Person};
use crate::world::requests::Requests;
use crate::world::stream::Stream;

pub(super) const ROW: Entry<Make> = Entry {
    name: "stake",
    id: "mechanism-stake",
    knobs: Stake::KNOBS,
    make: |settings, days| Box::new(settings.make::<Stake>().per_tick(days)),
};
params! {

    #[derive(Clone, Debug)]
    struct Stake: "mechanism-stake" {
        strength: f64 = number("logits", 0.0..=10.0, 0.5).guess();
        half: f64 = number("hours", 0.01..=1e6, 20.0).guess();
        fades: f64 = duration(1.0..=36_525.0, 730.0).guess();
        per_deed: f64 = number("hours", 0.0..=1000.0, 1.0).guess();
    }
    derived {
        days: f64,
        decay: Decay,
    }
}

impl Stake {
    fn per_tick(mut self, days: f64) -> Self {
        self.days = days;
        self.decay = Decay::new(self.fades, days);
        self
    }
    /// Updates the reduction of the leaving hazard to the new stake, S/(S+half).
    fn set(&self, person: &mut Person, stake: f32) {
        let change = self.strength * self.half * f64::from(person.stake - stake)
            / ((f64::from(person.stake) + self.half) * (f64::from(stake) + self.half));
        person.leave *= exp_near(change) as f32;
        person.stake = stake;
    }
}

impl Mechanism for Stake {
    fn columns(&self) -> &'static [Column] {
        &[Column::Stake]
    }
    fn ripen(&self, person: &mut Person, _luck: Stream, deeds: f64, age: f64) {
        let fades = self.fades / self.days;
        let stake = self.per_deed * deeds * fades * (1.0 - exp(-age / fades));
        self.set(person, stake as f32);
    }
    fn relax(&self, idle: &mut [Idle], _now: f32) {
        for Idle { person, ticks } in idle.iter_mut().filter(|i| i.person.stake > 0.0) {
            let stake = person.stake * self.decay.left(*ticks);
            self.set(person, stake);
        }
    }
    fn learn(&self, doers: &mut [Doer], _seen: &Seen, _luck: Stream, _requests: &mut Requests) {
        for doer in doers.iter_mut().filter(|d| d.person.is_member()) {
            let added = self.per_deed as f32 * doer.done as f32;
            if added > 0.0 {
                let stake = doer.person.stake + added;
                self.set(&mut doer.person, stake);
            }
        }
    }
}
