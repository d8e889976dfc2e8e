//! Triggers: what makes a member act, and from which source.
//!
//! Λ = own need + paid attention + deeds of others + ω·habit; the number of deeds in a tick is Poisson, the source is
//! drawn in proportion. Limit: if the rate from outside is a constant μ and each deed triggers n further deeds,
//! activity is μ/(1−n), and a share n of it is self-driven (Hawkes 1971, Biometrika 58).

use serde::Deserialize;

use super::{Make, Mechanism, Rates, busiest};
use crate::params;
use crate::registry::Entry;
use crate::world::Seen;
use crate::world::calendar::YEAR;
use crate::world::maths::{exp, normal_quantile};
use crate::world::people::Person;
use crate::world::stream::Stream;

pub(super) const ROW: Entry<Make> = Entry {
    name: "triggers",
    id: "mechanism-triggers",
    knobs: Triggers::KNOBS,
    make: |settings, days| Box::new(settings.make::<Triggers>().per_tick(days)),
};
params! {

    #[derive(Clone, Debug)]
    /// The knobs of triggers.
    pub struct Triggers: "mechanism-triggers" {
        pub own: f64 = rate(0.0..=100_000.0, 5.22).guess();
        own_spread: f64 = number("log-sd", 0.0..=4.0, 1.2).guess();
        lurkers: f64 = number("share", 0.0..=1.0, 0.0).guess();
        pub paid: f64 = rate(0.0..=100_000.0, 2.61).guess();
        social: f64 = number("deeds-per-deed", 0.0..=2.0, 0.05).guess();
        internal: f64 = rate(0.0..=100_000.0, 21.9).calibrated();
        count: Count = choice(&["poisson", "steady"], "poisson");
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Count {
    Poisson,
    Steady,
}

impl Triggers {
    /// Deeds a year out of own need of the busiest of that number of people.
    pub fn busiest(&self, people: u32) -> f64 {
        self.own * exp(self.own_spread * busiest(f64::from(people) * (1.0 - self.lurkers)))
    }
    fn per_tick(mut self, days: f64) -> Self {
        self.own *= days / YEAR;
        self.paid *= days / YEAR;
        self.internal *= days / YEAR;
        self
    }
}

impl Mechanism for Triggers {
    fn hazards(&self, seen: &Seen, rates: &mut Rates) {
        rates.own += seen.factors.use_;
        rates.paid += self.paid * f64::from(seen.menu.paid);
        rates.others += self.social * f64::from(seen.deeds_per_member);
        rates.internal += self.internal;
        rates.steady |= self.count == Count::Steady;
    }
    fn join(&self, person: &mut Person, luck: Stream) {
        let z = if self.own_spread > 0.0 { normal_quantile(luck.named("triggers.own").unit()) } else { 0.0 };
        let lurks = self.lurkers > 0.0 && luck.named("triggers.lurker").unit() < self.lurkers;
        person.need = if lurks { 0.0 } else { (self.own * exp(self.own_spread * z)) as f32 };
    }
}
