//! Engagement: each contributor has a personal clock.
//!
//! Occasional contributors are active in spells that come at random, with several deeds at once, and may stop for good
//! after each spell (BG/NBD: Fader, Hardie & Lee 2005, Marketing Science 24); a few become core; some are staff.
//! Contributors who stopped may return. Limits: with equal rates and no drop-out, deeds are Poisson; the share that
//! never acts again is the mean of p, the chance to stop.

use super::{Make, Mechanism, Terms, busiest};
use crate::params;
use crate::registry::Entry;
use crate::world::calendar::YEAR;
use crate::world::dossier::{Clock, Part};
use crate::world::maths::{beta, exp, geometric, ln, logit, normal_quantile, poisson};
use crate::world::stream::{Luck, Stream};

pub(super) const ROW: Entry<Make> = Entry {
    name: "engagement",
    id: "mechanism-engagement",
    knobs: Engagement::KNOBS,
    make: |settings, _| Box::new(settings.make::<Engagement>()),
};
params! {

    /// The knobs of engagement.
    #[derive(Clone, Debug)]
    pub struct Engagement: "mechanism-engagement" {
        pub rate: f64 = rate(0.0..=10_000.0, 2.24).calibrated();
        pub rate_spread: f64 = number("log-sd", 0.0..=4.0, 1.58).calibrated();
        pub extra: f64 = number("deeds", 0.0..=1000.0, 0.19).calibrated();
        pub extra_spread: f64 = number("log-sd", 0.0..=4.0, 1.7).calibrated();
        pub first_kept: f64 = number("chance", 0.0..=1.0, 0.35).calibrated();
        pub drop_alpha: f64 = number("", 0.01..=1000.0, 0.70).calibrated();
        pub drop_beta: f64 = number("", 0.01..=1000.0, 0.38).calibrated();
        pub comeback: f64 = rate(0.0..=1000.0, 0.052).calibrated();
        pub core: f64 = number("share", 0.0..=1.0, 0.0186).calibrated();
        pub core_rate: f64 = rate(0.0..=10_000.0, 36.5).guess();
        pub core_deeds: f64 = number("deeds", 1.0..=1000.0, 2.4).calibrated();
        pub core_spread: f64 = number("log-sd", 0.0..=4.0, 0.41).calibrated();
        pub core_alpha: f64 = number("", 0.01..=1000.0, 0.31).calibrated();
        pub core_beta: f64 = number("", 0.01..=1000.0, 0.37).calibrated();
        pub staff: i64 = count("people", 0..=1_000_000, 0).scales();
        pub staff_departure: f64 = rate(0.0..=100.0, 0.3).guess();
        pub staff_replaced: f64 = number("chance", 0.0..=1.0, 1.0).guess();
    }
}

impl Mechanism for Engagement {
    fn terms(&self, terms: &mut Terms) {
        terms.engagement = Some(self.clone());
    }
}

impl Engagement {
    /// The clock of a person's first contribution; `person` is the person's address of luck, `days` the length of a
    /// tick.
    pub fn clock(&self, person: Stream, days: f64) -> Clock {
        let luck = person.named("engagement");
        let z = |path: &str| normal_quantile(luck.named(path).unit());
        if luck.named("core").unit() < self.core {
            return self.core_clock(person, days);
        }
        let p = beta(self.drop_alpha, self.drop_beta, &mut luck.named("drop").luck());
        Clock {
            part: Part::Occasional,
            rate: (self.rate * days / YEAR * exp(self.rate_spread * z("rate"))) as f32,
            extra: (self.extra * exp(self.extra_spread * z("extra"))) as f32,
            drop: logit(p) as f32,
            departs: 0.0,
            engaged: true,
        }
    }
    /// The clock of a core member; arguments as in [`Engagement::clock`].
    pub fn core_clock(&self, person: Stream, days: f64) -> Clock {
        let luck = person.named("engagement");
        let theta = beta(self.core_alpha, self.core_beta, &mut luck.named("departure").luck());
        let deeds = self.core_deeds * exp(self.core_spread * normal_quantile(luck.named("deeds").unit()));
        Clock {
            part: Part::Core,
            rate: (self.core_rate * days / YEAR) as f32,
            extra: (deeds - 1.0).max(0.0) as f32,
            drop: -40.0,
            departs: (-ln(1.0 - theta.min(1.0 - 1e-6)) * days / YEAR) as f32,
            engaged: true,
        }
    }
    /// The clock of a person who is paid to contribute; arguments as in [`Engagement::clock`].
    pub fn staff_clock(&self, person: Stream, days: f64) -> Clock {
        Clock {
            part: Part::Staff,
            departs: (self.staff_departure * days / YEAR) as f32,
            ..self.core_clock(person, days)
        }
    }
    /// Deeds a year of the busiest core contributor among that number of people.
    pub fn busiest(&self, people: u32) -> f64 {
        let core = f64::from(people) * self.core;
        if core < 1.0 {
            return 0.0;
        }
        self.core_rate * self.core_deeds * exp(self.core_spread * busiest(core))
    }
    /// The number of deeds in one spell.
    pub fn deeds(&self, clock: &Clock, first: bool, luck: &mut Luck) -> u32 {
        let extra = match clock.part {
            Part::Core | Part::Staff => poisson(f64::from(clock.extra), luck),
            _ => geometric(f64::from(clock.extra), luck),
        };
        if !first {
            return 1 + extra;
        }
        1 + (0..extra).filter(|_| luck.unit() < self.first_kept).count() as u32
    }
}
