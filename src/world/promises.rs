//! Promises: which of them have been exposed, and how far each is believed compared with the rest.
//!
//! Invariant: a promise that was never exposed is believed as far as all are.

/// A promise that rules make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Promise {
    /// What a tier of a ladder grants: indices of both.
    Tier(usize, usize),
    /// What a tier of a path grants: indices of both.
    Step(usize, usize),
    /// A size that is announced, by its name.
    Announcement(String),
}

/// Exposed promises, each with a factor on the common belief.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exposed(Vec<(Promise, f64)>);

impl Exposed {
    /// Factor on the common belief in a promise.
    pub fn times(&self, promise: &Promise) -> f64 {
        self.0.iter().find(|(exposed, _)| exposed == promise).map_or(1.0, |(_, times)| *times)
    }
    /// Exposes a promise: its factor is multiplied by `times`.
    pub fn expose(&mut self, promise: &Promise, times: f64) {
        match self.0.iter_mut().find(|(exposed, _)| exposed == promise) {
            Some((_, before)) => *before *= times,
            None => self.0.push((promise.clone(), times)),
        }
    }
    /// Moves each factor towards 1; the share `kept` of the distance stays.
    pub fn relax(&mut self, kept: f64) {
        self.0.iter_mut().for_each(|(_, times)| *times = 1.0 + (*times - 1.0) * kept);
    }
}
