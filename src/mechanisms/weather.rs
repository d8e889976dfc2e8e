//! Weather: luck that all arrivals share and that lasts for a time.
//!
//! A mean-reverting log factor on external adoption and on first contributions. Limit: its standard deviation is `sd`,
//! its correlation over t days e^(−t/memory); with sd 0, newcomers are Poisson.

use super::{Make, Mechanism, Rates};
use crate::params;
use crate::registry::Entry;
use crate::world::Seen;

pub(super) const ROW: Entry<Make> = Entry {
    name: "weather",
    id: "mechanism-weather",
    knobs: Weather::KNOBS,
    make: |settings, _| Box::new(settings.make::<Weather>()),
};
params! {

    /// The knobs of weather.
    #[derive(Clone, Copy, Debug)]
    pub struct Weather: "mechanism-weather" {
        pub sd: f64 = number("log-sd", 0.0..=3.0, 0.5).calibrated();
        pub memory: f64 = duration(1.0..=3653.0, 90.0).calibrated();
    }
}

impl Mechanism for Weather {
    fn hazards(&self, seen: &Seen, rates: &mut Rates) {
        rates.weather = f64::from(seen.weather);
    }
    fn terms(&self, terms: &mut super::Terms) {
        terms.weather = Some(*self);
    }
}
