//! Achievement: success after effort, where the challenge meets the skill, raises intrinsic motivation.
//!
//! E = effort·exp(−(skill − challenge)²/2s²): an inverted U (after Csikszentmihalyi 1975; the form is our own). It knows no
//! tolerance. Limit: without effort, or with skill far from the challenge, nothing happens.

use serde::Deserialize;

use super::{Doer, Make, Mechanism};
use crate::registry::{Knob, Row};
use crate::world::Seen;
use crate::world::maths::exp;
use crate::world::people::Column;
use crate::world::requests::Requests;
use crate::world::stream::Stream;

pub(super) const ROW: Row<Make> = Row {
    name: "achievement",
    says: "Success after effort, where challenge meets skill, raises motivation.",
    knobs: &[
        Knob::number("width", "skill", 0.01..=10.0, 0.25).says("How far challenge and skill may be apart.").guess(),
        Knob::number("gain", "per hour-weighted success", 0.0..=10.0, 0.02).says("How much motivation rises.").guess(),
        Knob::number("relief", "relief", 0.0..=1.0, 0.2)
            .says("How much it relieves esteem and self-actualisation.")
            .guess(),
        Knob::number("most", "motivation", 1.0..=10.0, 1.5).says("Where motivation ends.").guess(),
    ],
    make: |settings, _| Box::new(settings.make::<Achievement>()),
};

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Achievement {
    width: f64,
    gain: f64,
    relief: f64,
    most: f64,
}

impl Mechanism for Achievement {
    fn columns(&self) -> &'static [Column] {
        &[Column::Motivation, Column::Knowledge]
    }
    fn learn(&self, doers: &mut [Doer], _seen: &Seen, _luck: Stream, _requests: &mut Requests) {
        for doer in doers.iter_mut().filter(|d| d.outcome.succeeded > 0 && d.outcome.effort > 0.0) {
            let apart = f64::from(doer.person.knowledge - doer.outcome.challenge) / self.width;
            let felt = libm::log1p(f64::from(doer.outcome.effort)) * exp(-0.5 * apart * apart);
            let m = f64::from(doer.person.motivation);
            doer.person.motivation = (m + self.gain * felt).min(self.most.max(m)) as f32;
            let relief = (self.relief * felt).min(1.0) as f32;
            for need in [2, 4] {
                doer.person.needs[need] *= 1.0 - relief;
            }
        }
    }
}
