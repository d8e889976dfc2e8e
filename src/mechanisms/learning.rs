//! Learning: people come to anticipate the rewards that they get.
//!
//! v ← v + α(r − v) (Rescorla & Wagner 1972), with its own speed for good and bad surprises; an anticipated reward raises the value
//! of the deed. Limit: a constant reward R gives v = R(1 − (1−α)^n).

use serde::Deserialize;

use super::{Doer, Make, Mechanism};
use crate::registry::{Knob, Row};
use crate::world::Seen;
use crate::world::maths::power;
use crate::world::people::Column;
use crate::world::requests::Requests;
use crate::world::stream::Stream;

pub(super) const ROW: Row<Make> = Row {
    name: "learning",
    says: "People come to anticipate the rewards that they get.",
    knobs: &[
        Knob::number("speed", "per reward", 0.0..=1.0, 0.1)
            .says("Learning from a reward better than anticipated.")
            .cited("Rescorla & Wagner 1972; typical .05 to .3"),
        Knob::number("speed_down", "per reward", 0.0..=1.0, 0.1)
            .says("Learning from a reward worse than anticipated.")
            .cited("Rescorla & Wagner 1972; typical .05 to .3"),
        Knob::number("pull", "logits per felt unit", 0.0..=10.0, 0.5)
            .says("How much an anticipated reward adds to the value of a deed.")
            .guess(),
    ],
    make: |settings, _| Box::new(settings.make::<Learning>()),
};

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Learning {
    speed: f64,
    speed_down: f64,
    pull: f64,
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
