//! Trial: a first stage of membership, in which people look at the product and pass on word at a rate of their own.
//!
//! A person who adopts is in trial first, and a member when the trial ends; a share of them goes instead. A trial lasts a random time with
//! the hazard 1/lasts, or a fixed time. In trial people do nothing else, and count among others' contacts as `word` members. This is
//! the exposed stage of epidemiology (Anderson & May 1991, Infectious Diseases of Humans). Limits: with word 0, social rate β and members
//! who leave at rate γ, early growth r solves (r + 1/lasts)(r + γ) = β/lasts; the final size is that without a trial; a trial of no time
//! is none.

use serde::Deserialize;

use super::{Make, Mechanism, Terms};
use crate::params;
use crate::registry::Entry;
use crate::world::maths::chance;

pub(super) const ROW: Entry<Make> = Entry {
    name: "trial",
    id: "mechanism-trial",
    knobs: Trial::KNOBS,
    make: |settings, days| Box::new(settings.make::<Trial>().per_tick(days)),
};
params! {

    /// The knobs of trial.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Trial: "mechanism-trial" {
        lasts: f64 = duration(0.0..=36_525.0, 30.0).cited("Yoganarasimhan, Barzegary & Pani 2023, Management Science 69", "https://arxiv.org/abs/2006.13420");
        clock: Clock = choice(&["exponential", "fixed"], "exponential");
        pub word: f64 = number("share", 0.0..=10.0, 0.0).guess();
        pub converts: f64 = number("chance", 0.0..=1.0, 1.0).guess();
    }
    derived {
        ticks: f64,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Clock {
    Exponential,
    Fixed,
}

impl Trial {
    fn per_tick(mut self, days: f64) -> Self {
        self.ticks = self.lasts / days;
        self
    }
    /// Whether it takes no time: nobody is ever in it.
    pub fn is_instant(&self) -> bool {
        match self.clock {
            Clock::Exponential => self.ticks == 0.0,
            Clock::Fixed => self.ticks < 0.5,
        }
    }
    /// Whether it ends in this tick, after which it has lasted `age` ticks, for the draw `u`.
    pub fn ends(&self, age: f64, u: f64) -> bool {
        match self.clock {
            Clock::Exponential => self.ticks == 0.0 || u < chance(1.0 / self.ticks),
            Clock::Fixed => age >= self.ticks - 0.5,
        }
    }
}

impl Mechanism for Trial {
    fn terms(&self, terms: &mut Terms) {
        terms.trial = Some(*self);
    }
}
