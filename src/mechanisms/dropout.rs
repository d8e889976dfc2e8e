//! Drop-out by time: members leave for good, each with a personal yearly probability.
//!
//! θ ~ Beta(α, β); the hazard is −ln(1−θ) a year. Limit: S(t) = B(α, β+t)/B(α, β) (Fader & Hardie 2007, J. Interactive
//! Marketing 21): retention rises with age although no person changes.

use serde::Deserialize;

use super::{Make, Mechanism, Rates};
use crate::params;
use crate::registry::Entry;
use crate::world::Seen;
use crate::world::calendar::YEAR;
use crate::world::maths::{beta, ln};
use crate::world::people::Person;
use crate::world::stream::Stream;

pub(super) const ROW: Entry<Make> = Entry {
    name: "dropout",
    id: "mechanism-dropout",
    knobs: Dropout::KNOBS,
    make: |settings, days| Box::new(settings.make::<Dropout>().per_tick(days)),
};
params! {

    #[derive(Clone, Debug)]
    /// The knobs of drop-out.
    pub struct Dropout: "mechanism-dropout" {
        alpha: f64 = number("", 0.01..=1000.0, 0.704).cited("Fader & Hardie 2007", "https://doi.org/10.1002/dir.20074");
        beta: f64 = number("", 0.01..=1000.0, 1.182).cited("Fader & Hardie 2007", "https://doi.org/10.1002/dir.20074");
        heterogeneity: Heterogeneity = choice(&["beta", "none"], "beta");
        comeback: f64 = rate(0.0..=1000.0, 0.0).guess();
    }
    derived {
        years: f64,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Heterogeneity {
    Beta,
    None,
}

impl Dropout {
    fn per_tick(mut self, days: f64) -> Self {
        self.years = days / YEAR;
        self
    }
    /// Share of new members who stay that number of years.
    pub fn stays(&self, years: u32) -> f64 {
        let of = |t: u32| match self.heterogeneity {
            Heterogeneity::Beta => (self.beta + f64::from(t)) / (self.alpha + self.beta + f64::from(t)),
            Heterogeneity::None => self.beta / (self.alpha + self.beta),
        };
        (0..years).map(of).product()
    }
}

impl Mechanism for Dropout {
    fn hazards(&self, _seen: &Seen, rates: &mut Rates) {
        rates.comeback += self.comeback * self.years;
    }
    fn join(&self, person: &mut Person, luck: Stream) {
        let theta = match self.heterogeneity {
            Heterogeneity::Beta => beta(self.alpha, self.beta, &mut luck.named("dropout").luck()),
            Heterogeneity::None => self.alpha / (self.alpha + self.beta),
        };
        person.leave = (-ln(1.0 - theta.min(1.0 - 1e-9)) * self.years) as f32;
    }
}
