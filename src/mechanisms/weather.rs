//! Weather: luck that all arrivals share, and that lasts a while.
//!
//! A log factor on adoption from outside and on first contributions, mean reverting. Limit: its standard deviation is `sd`, its
//! correlation over t days e^(−t/memory); with sd 0 newcomers are Poisson.

use serde::Deserialize;

use super::{Make, Mechanism, Rates};
use crate::registry::{Knob, Row};
use crate::world::Seen;

pub(super) const ROW: Row<Make> = Row {
    name: "weather",
    says: "Arrivals share some luck, and it lasts a while.",
    knobs: &[
        Knob::number("sd", "log sd", 0.0..=3.0, 0.5)
            .says("Standard deviation of the common factor.")
            .calibrated("dispersion of newcomers a month, 2.2 in the median of 44 communities"),
        Knob::duration("memory", 1.0..=3653.0, 90.0)
            .says("Time in which it forgets.")
            .calibrated("autocorrelation of newcomers"),
    ],
    make: |settings, _| Box::new(settings.make::<Weather>()),
};

/// Common luck.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weather {
    /// Standard deviation of the log factor.
    pub sd: f64,
    /// Time constant, days.
    pub memory: f64,
}

impl Mechanism for Weather {
    fn hazards(&self, seen: &Seen, rates: &mut Rates) {
        rates.weather = f64::from(seen.weather);
    }
    fn terms(&self, terms: &mut super::Terms) {
        terms.weather = Some(*self);
    }
}
