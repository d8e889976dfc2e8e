//! Crowding-out: controlling rewards replace people's own motivation; praise adds to it.
//!
//! Each rewarded deed moves m towards e^(−d) of its type, and time moves it back to 1 (Deci, Koestner & Ryan 1999,
//! Psychological Bulletin 125: d = .40 engagement, .36 completion, .28 performance, −.33 praise). ln m is added to the
//! value of every honest deed. Limit: after pay is withdrawn, activity lies below that of people who were never paid.

use super::{Doer, Idle, Make, Mechanism};
use crate::params;
use crate::registry::Entry;
use crate::world::Seen;
use crate::world::decay::Decay;
use crate::world::maths::{exp, ln};
use crate::world::people::Column;
use crate::world::requests::Requests;
use crate::world::stream::Stream;

pub(super) const ROW: Entry<Make> = Entry {
    name: "crowding",
    id: "mechanism-crowding",
    knobs: Crowding::KNOBS,
    make: |settings, days| Box::new(settings.make::<Crowding>().per_tick(days)),
};
params! {

    #[derive(Clone, Debug)]
    struct Crowding: "mechanism-crowding" {
        engagement: f64 = number("effect-size", -2.0..=2.0, 0.40).cited("Deci, Koestner & Ryan 1999", "https://doi.org/10.1037/0033-2909.125.6.627");
        completion: f64 = number("effect-size", -2.0..=2.0, 0.36).cited("Deci, Koestner & Ryan 1999", "https://doi.org/10.1037/0033-2909.125.6.627");
        performance: f64 = number("effect-size", -2.0..=2.0, 0.28).cited("Deci, Koestner & Ryan 1999", "https://doi.org/10.1037/0033-2909.125.6.627");
        praise: f64 = number("effect-size", -2.0..=2.0, -0.33).cited("Deci, Koestner & Ryan 1999", "https://doi.org/10.1037/0033-2909.125.6.627");
        speed: f64 = number("per-rewarded-deed", 0.0..=10.0, 0.2).guess();
        recovery: f64 = duration(1.0..=36_525.0, 180.0).guess();
    }
    derived {
        decay: Decay,
    }
}

impl Crowding {
    fn per_tick(mut self, days: f64) -> Self {
        self.decay = Decay::new(self.recovery, days);
        self
    }
}

impl Mechanism for Crowding {
    fn columns(&self) -> &'static [Column] {
        &[Column::Motivation]
    }
    fn relax(&self, idle: &mut [Idle], _now: f32) {
        for Idle { person, ticks } in idle.iter_mut().filter(|i| i.person.motivation != 1.0) {
            person.motivation = 1.0 + (person.motivation - 1.0) * self.decay.left(*ticks);
        }
    }
    fn utilities(&self, doers: &mut [Doer], seen: &Seen) {
        for doer in doers.iter_mut().filter(|d| d.person.motivation != 1.0) {
            let own = ln(f64::from(doer.person.motivation)) as f32;
            for (gain, &honest) in doer.gain.iter_mut().zip(&seen.menu.honest) {
                if honest {
                    *gain += own;
                }
            }
        }
    }
    fn learn(&self, doers: &mut [Doer], _seen: &Seen, _luck: Stream, _requests: &mut Requests) {
        let sizes = [0.0, self.engagement, self.completion, self.performance, self.praise];
        for doer in doers {
            for (kind, &times) in doer.outcome.contingent.iter().enumerate().skip(1).filter(|(_, n)| **n > 0) {
                let target = exp(-sizes[kind]);
                let m = f64::from(doer.person.motivation);
                let left = exp(-self.speed * f64::from(times));
                doer.person.motivation = (target + (m - target) * left) as f32;
            }
        }
    }
}
