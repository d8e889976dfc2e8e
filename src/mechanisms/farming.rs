//! Farming: a minority collects points without creating their value.
//!
//! Only farmers may choose an action that mimics an honest one, and only while the action earns points; a detected deed
//! costs a penalty. Limit: with share 0, or without points, there is no farming.

use super::{Make, Mechanism, Terms};
use crate::params;
use crate::registry::Entry;
use crate::world::stream::{Stream, path_number};

const FARMER: u64 = path_number("farming");

pub(super) const ROW: Entry<Make> = Entry {
    name: "farming",
    id: "mechanism-farming",
    knobs: Farming::KNOBS,
    make: |settings, _| Box::new(settings.make::<Farming>()),
};
params! {

    /// The knobs of farming.
    #[derive(Clone, Copy, Debug)]
    pub struct Farming: "mechanism-farming" {
        share: f64 = number("share", 0.0..=1.0, 0.05).guess();
    }
}

impl Mechanism for Farming {
    fn terms(&self, terms: &mut Terms) {
        terms.farming = Some(*self);
    }
}

impl Farming {
    /// Whether a person games the rules: a trait.
    pub fn games(&self, person: Stream) -> bool {
        person.at(FARMER).unit() < self.share
    }
}
