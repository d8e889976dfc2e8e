//! Knowledge: it flows from those who know to those who do not, and lowers the barrier of the first time.
//!
//! The gap to the frontier closes as e^(−l·t); newcomers bring it back. Limit: with inflow and outflow at rate ν the mean gap
//! settles at ν·g/(ν + l); without newcomers it vanishes.

use serde::Deserialize;

use super::{Doer, Idle, Make, Mechanism};
use crate::shelf::{Knob, Row};
use crate::world::Seen;
use crate::world::calendar::YEAR;
use crate::world::decay::Decay;
use crate::world::maths::power;
use crate::world::people::{Column, NONE, Person};
use crate::world::requests::Requests;
use crate::world::stream::Stream;

pub(super) const ROW: Row<Make> = Row {
    name: "knowledge",
    says: "Knowledge flows to those who have less, and lowers the first-time barrier.",
    knobs: &[
        Knob::rate("flow", 0.0..=1000.0, 0.5).says("Rate at which the gap to the frontier closes.").guess(),
        Knob::number("at_start", "share", 0.0..=1.0, 0.2).says("Knowledge of somebody who has just joined.").guess(),
        Knob::number("per_deed", "share of the gap", 0.0..=1.0, 0.002).says("What one deed teaches.").guess(),
        Knob::number("eases", "share", 0.0..=1.0, 0.5)
            .says("How far full knowledge takes the first-time barrier away.")
            .guess(),
    ],
    make: |settings, days| Box::new(settings.make::<Knowledge>().per_tick(days)),
};

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Knowledge {
    flow: f64,
    at_start: f64,
    per_deed: f64,
    eases: f64,
    #[serde(skip)]
    decay: Decay,
}

impl Knowledge {
    fn per_tick(mut self, days: f64) -> Self {
        self.decay = Decay::of(YEAR / self.flow.max(1e-12), days);
        self
    }
}

impl Mechanism for Knowledge {
    fn columns(&self) -> &'static [Column] {
        &[Column::Knowledge]
    }
    fn join(&self, person: &mut Person, _luck: Stream) {
        person.knowledge = self.at_start as f32;
    }
    fn relax(&self, idle: &mut [Idle], _now: f32) {
        for Idle { person, ticks } in idle {
            person.knowledge = 1.0 - (1.0 - person.knowledge) * self.decay.left(*ticks);
        }
    }
    fn utilities(&self, doers: &mut [Doer], seen: &Seen) {
        for doer in doers {
            let file = (doer.person.dossier != NONE).then(|| &seen.dossiers.list[doer.person.dossier as usize]);
            // Counted from where newcomers stand, so that the barrier as written is the newcomer's.
            let ahead = (doer.person.knowledge - self.at_start as f32).max(0.0);
            for (action, &barrier) in seen.menu.barriers.iter().enumerate() {
                if barrier > 0.0 && file.is_none_or(|f| f.counts[action] == 0) {
                    doer.gain[action] += self.eases as f32 * barrier * ahead;
                }
            }
        }
    }
    fn learn(&self, doers: &mut [Doer], _seen: &Seen, _luck: Stream, _requests: &mut Requests) {
        for doer in doers {
            let n = doer.done;
            if n > 0 && self.per_deed > 0.0 {
                let left = power(1.0 - self.per_deed, n) as f32;
                doer.person.knowledge = 1.0 - (1.0 - doer.person.knowledge) * left;
            }
        }
    }
}
