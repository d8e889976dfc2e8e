//! Farming: a minority collects points without the value that they stand for.
//!
//! Only they may choose actions that mimic an honest one, and only while points stand on it; a deed that is found out costs a
//! penalty. Limit: with share 0, or with no points, nobody farms.

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

    /// Who games the rules.
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
    /// Whether somebody would game the rules: a trait.
    pub fn games(&self, person: Stream) -> bool {
        person.at(FARMER).unit() < self.share
    }
}
