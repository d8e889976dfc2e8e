//! Habit: repetition makes acting automatic.
//!
//! n repetitions: h ← 1 − (1−h)e^(−cn); decay begins after the first missed day (Lally et al. 2010, Eur. J. Social Psychology 40).
//! Limit: with one deed a day, 95 % after ln 20 / c days.

use super::{Doer, Idle, Make, Mechanism};
use crate::params;
use crate::registry::Entry;
use crate::world::Seen;
use crate::world::decay::Decay;
use crate::world::maths::{exp, normal_quantile};
use crate::world::people::{Column, Person};
use crate::world::requests::Requests;
use crate::world::stream::{Stream, path_number};

const SPEED: u64 = path_number("habit");

pub(super) const ROW: Entry<Make> = Entry {
    name: "habit",
    id: "mechanism-habit",
    knobs: Habit::KNOBS,
    make: |settings, days| Box::new(settings.make::<Habit>().per_tick(days)),
};
params! {

    #[derive(Clone, Debug)]
    struct Habit: "mechanism-habit" {
        speed: f64 = number("per-repetition", 0.0..=10.0, 0.0454).cited("Lally et al. 2010", "https://doi.org/10.1002/ejsp.674");
        speed_spread: f64 = number("log-sd", 0.0..=4.0, 0.66).cited("Lally et al. 2010", "https://doi.org/10.1002/ejsp.674");
        decay: f64 = duration(1.0..=36_525.0, 120.0).guess();
        grace: f64 = duration(0.0..=365.0, 1.0).cited("Lally et al. 2010", "https://doi.org/10.1002/ejsp.674");
    }
    derived {
        days: f64,
        fading: Decay,
        grace_ticks: f32,
    }
}

impl Habit {
    fn per_tick(mut self, days: f64) -> Self {
        self.days = days;
        self.fading = Decay::new(self.decay, days);
        self.grace_ticks = (self.grace / days).floor() as f32;
        self
    }
    /// The speed at which a person forms a habit: a trait.
    fn speed_of(&self, person: Stream) -> f64 {
        if self.speed_spread == 0.0 {
            return self.speed;
        }
        self.speed * exp(self.speed_spread * normal_quantile(person.at(SPEED).unit()))
    }
}

impl Mechanism for Habit {
    fn columns(&self) -> &'static [Column] {
        &[Column::Habit]
    }
    fn ripen(&self, person: &mut Person, luck: Stream, deeds: f64, age: f64) {
        // Balances the gain of a tick with deeds against the loss of a tick without.
        let gain = self.speed_of(luck) * deeds;
        let loss = self.days / self.decay * exp(-deeds);
        person.habit = (gain / (gain + loss) * (1.0 - exp(-(gain + loss) * age))) as f32;
    }
    fn relax(&self, idle: &mut [Idle], now: f32) {
        for Idle { person, ticks } in idle.iter_mut().filter(|i| i.person.habit > 0.0) {
            // The tick of the last deed is not idle, however long it is; only whole ticks of the grace period count.
            let without = ticks.min(now - (person.last as i32) as f32 - 1.0 - self.grace_ticks);
            if without > 0.0 {
                person.habit *= self.fading.left(without);
            }
        }
    }
    fn learn(&self, doers: &mut [Doer], _seen: &Seen, luck: Stream, _requests: &mut Requests) {
        for doer in doers {
            let n = doer.done;
            if n == 0 {
                continue;
            }
            let c = self.speed_of(luck.at(u64::from(doer.id)));
            let left = exp(-c * f64::from(n)) as f32;
            doer.person.habit = 1.0 - (1.0 - doer.person.habit) * left;
        }
    }
}
