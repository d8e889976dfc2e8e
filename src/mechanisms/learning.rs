//! Learning: people come to expect the rewards that they get.
//!
//! v ← v + α(r − v) (Rescorla & Wagner 1972), with separate speeds for good and bad surprises; an expected reward
//! raises the value of the deed. Limit: a constant reward R gives v = R(1 − (1−α)^n).

use super::{Doer, Make, Mechanism};
use crate::params;
use crate::registry::Entry;
use crate::world::Seen;
use crate::world::maths::power;
use crate::world::people::Column;
use crate::world::requests::Requests;
use crate::world::stream::Stream;

pub(super) const ROW: Entry<Make> = Entry {
    name: "learning",
    id: "mechanism-learning",
    knobs: Learning::KNOBS,
    make: |settings, _| Box::new(settings.make::<Learning>()),
};
params! {

    #[derive(Clone, Debug)]
    struct Learning: "mechanism-learning" {
        speed: f64 = number("per-reward", 0.0..=1.0, 0.1).cited("Rescorla & Wagner 1972", "http://www.scholarpedia.org/article/Rescorla-Wagner_model");
        speed_down: f64 = number("per-reward", 0.0..=1.0, 0.1).cited("Rescorla & Wagner 1972", "http://www.scholarpedia.org/article/Rescorla-Wagner_model");
        pull: f64 = number("logits-per-felt-unit", 0.0..=10.0, 0.5).guess();
    }
}

impl Mechanism for Learning {
    fn columns(&self) -> &'static [Column] {
        &[Column::Anticipation]
    }
    fn utilities(&self, doers: &mut [Doer], seen: &Seen) {
        for doer in doers {
            let felt = self.pull as f32 * doer.person.anticipation * (1.0 - doer.person.tolerance.min(1.0));
            if felt != 0.0 {
                for (gain, &promised) in doer.gain.iter_mut().zip(&seen.menu.promised) {
                    if promised > 0.0 {
                        *gain += felt;
                    }
                }
            }
        }
    }
    fn learn(&self, doers: &mut [Doer], _seen: &Seen, _luck: Stream, requests: &mut Requests) {
        for doer in doers.iter_mut().filter(|d| d.outcome.eligible > 0) {
            let n = doer.outcome.eligible;
            let felt = f64::from(doer.outcome.reward) * f64::from(1.0 - doer.person.tolerance.min(1.0)) / f64::from(n);
            let v = f64::from(doer.person.anticipation);
            requests.sums.surprise += ((felt - v) * 1e6).round() as i64;
            requests.sums.felt += 1;
            let speed = if felt >= v { self.speed } else { self.speed_down };
            doer.person.anticipation = (felt - (felt - v) * power(1.0 - speed, u32::from(n))) as f32;
        }
    }
}
