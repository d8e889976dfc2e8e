//! Farming: a minority collects points without the value that they stand for.
//!
//! Only they may choose actions that mimic an honest one, and only while points stand on it; a deed that is found out costs a
//! penalty. Limit: with share 0, or with no points, nobody farms.

use serde::Deserialize;

use super::{Make, Mechanism, Terms};
use crate::registry::{Knob, Row};
use crate::world::stream::{Stream, path_number};

const FARMER: u64 = path_number("farming");

pub(super) const ROW: Row<Make> = Row {
    name: "farming",
    says: "A minority games the rules.",
    knobs: &[Knob::number("share", "share", 0.0..=1.0, 0.05).says("Share of people who would game the rules.").guess()],
    make: |settings, _| Box::new(settings.make::<Farming>()),
};

/// Who games the rules.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Farming {
    share: f64,
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
