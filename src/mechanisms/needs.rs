//! Needs: six deficits rise with time and are relieved by deeds and benefits.
//!
//! A deficit rises with time constant T to the level that life outside leaves; a need counts with its weight, d^η and
//! prepotency ∏(1 − β·d) over the needs below (Maslow 1943; Kenrick 2010). Only the difference from a reference deficit
//! has an effect, so a community without programmes does not change. Limits: β = 0 makes needs independent (Tay &
//! Diener 2011, JPSP 101), β = 1 strictly prepotent.

use super::{Doer, Idle, Make, Mechanism};
use crate::incentives::Need;
use crate::params;
use crate::registry::Entry;
use crate::world::Seen;
use crate::world::decay::Decay;
use crate::world::maths::power;
use crate::world::people::{Column, Person};
use crate::world::requests::{ACTIONS, Requests};
use crate::world::stream::Stream;

pub(super) const ROW: Entry<Make> = Entry {
    name: "needs",
    id: "mechanism-needs",
    knobs: Needs::KNOBS,
    make: |settings, days| Box::new(settings.make::<Needs>().per_tick(days)),
};
params! {

    #[derive(Clone, Debug)]
    struct Needs: "mechanism-needs" {
        rise: f64 = duration(1.0..=36_525.0, 90.0).guess();
        weight: f64 = number("logits", 0.0..=10.0, 0.5).guess();
        eta: f64 = number("power", 0.1..=5.0, 1.0).guess();
        prepotency: f64 = number("share", 0.0..=1.0, 0.3).cited("Tay & Diener 2011", "https://doi.org/10.1037/a0023779");
        height: f64 = number("deficit", 0.0..=1.0, 0.5).guess();
        reference: f64 = number("deficit", 0.0..=1.0, 0.5).guess();
    }
    derived {
        decay: Decay,
    }
}

impl Needs {
    fn per_tick(mut self, days: f64) -> Self {
        self.decay = Decay::new(self.rise, days);
        self
    }
    /// The felt strength of each need.
    fn felt(&self, deficits: &[f32; 6]) -> [f32; 6] {
        let mut unhidden = 1.0;
        deficits.map(|d| {
            let d = f64::from(d);
            let steep = if self.eta == 1.0 { d } else { libm::pow(d, self.eta) };
            let felt = self.weight * steep * unhidden;
            unhidden *= 1.0 - self.prepotency * d;
            felt as f32
        })
    }
}

impl Mechanism for Needs {
    fn columns(&self) -> &'static [Column] {
        &[Column::Needs]
    }
    fn join(&self, person: &mut Person, _luck: Stream) {
        person.needs = [self.reference as f32; Need::NAMES.len()];
    }
    fn relax(&self, idle: &mut [Idle], _now: f32) {
        let rest = self.height as f32;
        for Idle { person, ticks } in idle {
            let left = self.decay.left(*ticks);
            for d in &mut person.needs {
                *d = rest + (*d - rest) * left;
            }
        }
    }
    fn utilities(&self, doers: &mut [Doer], seen: &Seen) {
        let at_rest = self.felt(&[self.reference as f32; 6]);
        let relieving: Vec<usize> = (0..ACTIONS).filter(|a| seen.menu.relief[*a] != [0.0; 6]).collect();
        for doer in doers {
            let felt = self.felt(&doer.person.needs);
            for &action in &relieving {
                let relief = &seen.menu.relief[action];
                doer.gain[action] += (0..6).map(|n| (felt[n] - at_rest[n]) * relief[n]).sum::<f32>();
            }
        }
    }
    fn learn(&self, doers: &mut [Doer], seen: &Seen, _luck: Stream, _requests: &mut Requests) {
        for doer in doers {
            if doer.outcome.fed != [0.0; 6] {
                for (need, fed) in doer.person.needs.iter_mut().zip(doer.outcome.fed) {
                    *need *= 1.0 - fed.clamp(0.0, 1.0);
                }
            }
            for (action, &times) in doer.did.iter().enumerate().filter(|(_, times)| **times > 0) {
                for (need, &relief) in doer.person.needs.iter_mut().zip(&seen.menu.relief[action]) {
                    if relief > 0.0 {
                        *need *= power(f64::from(1.0 - relief), u32::from(times)) as f32;
                    }
                }
            }
        }
    }
}
