//! Knowledge: it passes from experienced members to others, and lowers the barrier of the first contribution.
//!
//! The gap to the frontier closes as e^(−l·t); newcomers widen it again. Members who are ahead of the others share
//! their knowledge (deeds with `value.knowledge`), and share less as the gap closes: their weights are multiplied by 1
//! − s + s·min(1, gap/full). Limits: with inflow and outflow at rate ν the mean gap settles at ν·g/(ν + l); without
//! newcomers the gap vanishes, and with s = 1 so does sharing.

use super::{Doer, Idle, Make, Mechanism, Terms};
use crate::params;
use crate::registry::Entry;
use crate::world::Seen;
use crate::world::calendar::YEAR;
use crate::world::decay::Decay;
use crate::world::maths::power;
use crate::world::people::{Column, NONE, Person};
use crate::world::requests::Requests;
use crate::world::stream::Stream;

pub(super) const ROW: Entry<Make> = Entry {
    name: "knowledge",
    id: "mechanism-knowledge",
    knobs: Knowledge::KNOBS,
    make: |settings, days| Box::new(settings.make::<Knowledge>().per_tick(days)),
};
params! {

    /// The knobs of knowledge.
    #[derive(Clone, Debug)]
    pub struct Knowledge: "mechanism-knowledge" {
        flow: f64 = rate(0.0..=1000.0, 0.5).guess();
        at_start: f64 = number("share", 0.0..=1.0, 0.2).guess();
        per_deed: f64 = number("share-of-the-gap", 0.0..=1.0, 0.002).guess();
        eases: f64 = number("share", 0.0..=1.0, 0.5).guess();
        pub shares: f64 = number("share", 0.0..=1.0, 0.0).guess();
        gap: f64 = number("share", 0.001..=1.0, 0.4).guess();
    }
    derived {
        decay: Decay,
    }
}

impl Knowledge {
    fn per_tick(mut self, days: f64) -> Self {
        self.decay = Decay::new(YEAR / self.flow.max(1e-12), days);
        self
    }
    /// Knowledge of a person after `ticks` without deeds.
    pub fn grown(&self, knowledge: f32, ticks: f32) -> f32 {
        1.0 - (1.0 - knowledge) * self.decay.left(ticks)
    }
    /// Factor on the weight of sharing for a person who is `ahead` of the others.
    fn kept(&self, ahead: f32) -> f64 {
        1.0 - self.shares + self.shares * (f64::from(ahead) / self.gap).clamp(0.0, 1.0)
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
            person.knowledge = self.grown(person.knowledge, *ticks);
        }
    }
    fn utilities(&self, doers: &mut [Doer], seen: &Seen) {
        for doer in doers {
            let file = (doer.person.dossier != NONE).then(|| &seen.dossiers.list[doer.person.dossier as usize]);
            // Counted from the level of newcomers, so the written barrier is that of a newcomer.
            let ahead = (doer.person.knowledge - self.at_start as f32).max(0.0);
            for (action, &barrier) in seen.menu.barriers.iter().enumerate() {
                if barrier > 0.0 && file.is_none_or(|f| f.counts[action] == 0) {
                    doer.gain[action] += self.eases as f32 * barrier * ahead;
                }
            }
            if self.shares > 0.0 {
                let kept = self.kept(doer.person.knowledge - seen.knowledge);
                for (weight, _) in doer.plain.iter_mut().zip(&seen.menu.teaches).filter(|(_, teaches)| **teaches > 0.0)
                {
                    *weight *= kept;
                }
            }
        }
    }
    fn terms(&self, terms: &mut Terms) {
        terms.knowledge = Some(self.clone());
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
