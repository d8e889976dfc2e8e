//! Tolerance: frequent rewards are felt less, and a pause restores their effect.
//!
//! dtol/dt = κ·a·(1−tol) − tol/T with a rewards a day, solved exactly over the tick (after Solomon & Corbit 1974,
//! Psychological Review 81). Limit: tol* = κa/(κa + 1/T) for any tick; without rewards tol falls as e^(−t/T).

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
    name: "tolerance",
    id: "mechanism-tolerance",
    knobs: Tolerance::KNOBS,
    make: |settings, days| Box::new(settings.make::<Tolerance>().per_tick(days)),
};
params! {

    #[derive(Clone, Debug)]
    struct Tolerance: "mechanism-tolerance" {
        gain: f64 = number("per-reward", 0.0..=10.0, 0.05).guess();
        recovery: f64 = duration(0.1..=36_525.0, 30.0).guess();
    }
    derived {
        days: f64,
        decay: Decay,
    }
}

impl Tolerance {
    fn per_tick(mut self, days: f64) -> Self {
        self.days = days;
        self.decay = Decay::new(self.recovery, days);
        self
    }
}

impl Mechanism for Tolerance {
    fn columns(&self) -> &'static [Column] {
        &[Column::Tolerance]
    }
    fn relax(&self, idle: &mut [Idle], _now: f32) {
        for Idle { person, ticks } in idle.iter_mut().filter(|i| i.person.tolerance > 0.0) {
            person.tolerance *= self.decay.left(*ticks);
        }
    }
    fn learn(&self, doers: &mut [Doer], _seen: &Seen, _luck: Stream, _requests: &mut Requests) {
        for doer in doers.iter_mut().filter(|d| d.outcome.won > 0) {
            let reward = f64::from(doer.outcome.reward);
            let (up, down) = (self.gain * reward, self.days / self.recovery);
            let rest = up / (up + down);
            let tol = f64::from(doer.person.tolerance);
            let end = rest + (tol - rest) * exp(-(up + down));
            // The solution includes the decay of this tick, so the stored value is the one that decays to `end` by the
            // end of the tick.
            doer.person.tolerance = (end * exp(down)) as f32;
        }
    }
}
