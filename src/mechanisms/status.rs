//! Status: people compare themselves with those a little ahead.
//!
//! A gap g to the fame that is seen spurs by s = (g/w)·e^(1−g/w): most at a small gap, little at a big one (after Festinger 1954,
//! Human Relations 7). What counts is χ times the difference from the spur of the fame that is usually seen, so that a community
//! without programmes is unmoved. Fame comes with contributions, titles and what is passed on to others, and fades; some of what is owed to one who contributes may go
//! to those who are known already, in proportion to what they were credited with (Merton 1968, Science 159). Limits: χ = 0 removes it;
//! where those who contribute are new, the credits of people have the distribution ρ·B(k, ρ+1) with ρ = 1/matthew (Simon 1955,
//! Biometrika 42).

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

    /// How people compare themselves.
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
    /// How far the fame that is seen spurs somebody on.
    fn spur(&self, seen: f64, own: f64) -> f64 {
        let gap = ((seen - own) / self.width).max(0.0);
        gap * exp(1.0 - gap)
    }
    /// The share of fame that is left after so many ticks.
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
                // Only what others see: deeds that count somewhere.
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
