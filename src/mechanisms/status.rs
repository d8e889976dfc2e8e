//! Status: people compare themselves with those a little ahead.
//!
//! The gap g to the reference fame adds χ·(g/w)·e^(1−g/w): effort rises with a small visible gap and falls with a big one (after
//! Festinger 1954, Human Relations 7). Fame comes with contributions and titles and fades. Limit: χ = 0 removes it.

use serde::Deserialize;

use super::{Doer, Idle, Make, Mechanism};
use crate::shelf::{Knob, Row};
use crate::world::Seen;
use crate::world::decay::Decay;
use crate::world::maths::exp;
use crate::world::people::Column;
use crate::world::requests::Requests;
use crate::world::stream::Stream;

pub(super) const ROW: Row<Make> = Row {
    name: "status",
    says: "People compare themselves with those a little ahead.",
    knobs: &[
        Knob::number("strength", "logits", 0.0..=10.0, 0.1).says("What the best-fitting gap adds.").guess(),
        Knob::number("width", "units of fame", 0.01..=1e6, 2.0).says("The gap that spurs most.").guess(),
        Knob::duration("fades", 1.0..=36_525.0, 365.0).says("Time constant of fame.").guess(),
    ],
    make: |settings, days| Box::new(settings.make::<Status>().per_tick(days)),
};

/// How people compare themselves.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Status {
    strength: f64,
    width: f64,
    fades: f64,
    #[serde(skip)]
    decay: Decay,
}

impl Status {
    fn per_tick(mut self, days: f64) -> Self {
        self.decay = Decay::of(self.fades, days);
        self
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
            let gap = f64::from(seen.fame - doer.person.fame) / self.width;
            if gap > 0.0 {
                let spur = (self.strength * gap * exp(1.0 - gap)) as f32;
                // Only what others see: deeds that count somewhere.
                for (gain, &counted) in doer.gain.iter_mut().zip(&seen.menu.counted) {
                    if counted {
                        *gain += spur;
                    }
                }
            }
        }
    }
    fn learn(&self, doers: &mut [Doer], _seen: &Seen, _luck: Stream, _requests: &mut Requests) {
        for doer in doers {
            doer.person.fame += doer.outcome.fame;
        }
    }
    fn terms(&self, terms: &mut super::Terms) {
        terms.status = Some(self.clone());
    }
}
