//! Status: people compare themselves with others who are a little ahead.
//!
//! A gap g to the visible fame motivates by s = (g/w)·e^(1−g/w): most at a small gap, little at a large one (after
//! Festinger 1954, Human Relations 7). The effect is χ times the difference from s at the usual visible fame, so a
//! community without programmes does not change. Fame comes with contributions, titles and shared knowledge, and fades.
//! A part of the credit for a contribution may go to people who are known already, in proportion to their credits
//! (Merton 1968, Science 159). Limits: χ = 0 removes the mechanism; if contributors are new, the credits of people have
//! the distribution ρ·B(k, ρ+1) with ρ = 1/matthew (Simon 1955, Biometrika 42).

use super::{Doer, Idle, Make, Mechanism};
use crate::params;
use crate::registry::Entry;
use crate::world::Seen;
use crate::world::decay::Decay;
use crate::world::maths::exp;
use crate::world::people::Column;
use crate::world::requests::Requests;
use crate::world::stream::Stream;

pub(super) const ROW: Entry<Make> = Entry {
    name: "status",
    id: "mechanism-status",
    knobs: Status::KNOBS,
    make: |settings, days| Box::new(settings.make::<Status>().per_tick(days)),
};
params! {

    /// The knobs of status.
    #[derive(Clone, Debug)]
    pub struct Status: "mechanism-status" {
        strength: f64 = number("logits", 0.0..=10.0, 0.1).guess();
        width: f64 = number("units-of-fame", 0.01..=1e6, 2.0).guess();
        reference: f64 = number("units-of-fame", 0.0..=1e6, 13.0).calibrated();
        sharing: f64 = number("units-of-fame", 0.0..=1e6, 0.0).guess();
        fades: f64 = duration(1.0..=36_525.0, 365.0).guess();
        pub matthew: f64 = number("share", 0.0..=1.0, 0.0).guess();
    }
    derived {
        decay: Decay,
    }
}

impl Status {
    fn per_tick(mut self, days: f64) -> Self {
        self.decay = Decay::new(self.fades, days);
        self
    }
    /// How strongly visible fame `seen` motivates a person with fame `own`.
    fn spur(&self, seen: f64, own: f64) -> f64 {
        let gap = ((seen - own) / self.width).max(0.0);
        gap * exp(1.0 - gap)
    }
    /// The share of fame that is left after `ticks`.
    pub fn left(&self, ticks: f32) -> f32 {
        self.decay.left(ticks)
    }
}

impl Mechanism for Status {
    fn columns(&self) -> &'static [Column] {
        &[Column::Fame]
    }
    fn relax(&self, idle: &mut [Idle], _now: f32) {
        for Idle { person, ticks } in idle.iter_mut().filter(|i| i.person.fame > 0.0) {
            person.fame *= self.left(*ticks);
        }
    }
    fn utilities(&self, doers: &mut [Doer], seen: &Seen) {
        for doer in doers {
            let own = f64::from(doer.person.fame);
            let spur = self.strength * (self.spur(f64::from(seen.fame), own) - self.spur(self.reference, own));
            if spur != 0.0 {
                // Only visible deeds: those that count for a rule.
                for (gain, &counted) in doer.gain.iter_mut().zip(&seen.menu.counted) {
                    if counted {
                        *gain += spur as f32;
                    }
                }
            }
        }
    }
    fn learn(&self, doers: &mut [Doer], seen: &Seen, _luck: Stream, _requests: &mut Requests) {
        for doer in doers {
            doer.person.fame += doer.outcome.fame;
            if self.sharing > 0.0 {
                let passed = doer.did.iter().zip(&seen.menu.teaches).map(|(n, teaches)| f32::from(*n) * teaches);
                doer.person.fame += self.sharing as f32 * passed.fold(0.0, |sum, one| sum + one);
            }
        }
    }
    fn terms(&self, terms: &mut super::Terms) {
        terms.status = Some(self.clone());
    }
}
