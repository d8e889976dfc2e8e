//! Achievement: success after effort raises intrinsic motivation if the challenge matches the skill.
//!
//! E = effort·exp(−(skill − challenge)²/2s²): an inverted U (after Csikszentmihalyi 1975; the form is our own). It has
//! no tolerance. Limit: without effort, or with skill far from the challenge, nothing happens.

use super::{Doer, Make, Mechanism};
use crate::params;
use crate::registry::Entry;
use crate::world::Seen;
use crate::world::maths::exp;
use crate::world::people::Column;
use crate::world::requests::Requests;
use crate::world::stream::Stream;

pub(super) const ROW: Entry<Make> = Entry {
    name: "achievement",
    id: "mechanism-achievement",
    knobs: Achievement::KNOBS,
    make: |settings, _| Box::new(settings.make::<Achievement>()),
};
params! {

    #[derive(Clone, Debug)]
    struct Achievement: "mechanism-achievement" {
        width: f64 = number("skill", 0.01..=10.0, 0.25).guess();
        gain: f64 = number("per-hour-weighted-success", 0.0..=10.0, 0.02).guess();
        relief: f64 = number("relief", 0.0..=1.0, 0.2).guess();
        most: f64 = number("motivation", 1.0..=10.0, 1.5).guess();
    }
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
