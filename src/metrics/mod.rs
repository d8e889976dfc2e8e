//! What is measured: one file a family, one row a family on the shelf.
//!
//! A row names its metrics (some depend on the scenario: one a tier, one a pool) and reads them all off one [`Look`], which passes
//! over people once. Invariant: a row reads as many numbers as it names.

use crate::model::Model;
use crate::registry::{Row, Shelf};

pub mod accounting;
pub mod active;
pub mod careers;
pub mod channels;
pub mod concentration;
pub mod ecosystem;
pub mod feelings;
pub mod gaming;
pub mod groups;
pub mod interventions;
pub mod knowledge;
pub mod momentum;
pub mod money;
mod observation;
pub mod partners;
pub mod potentials;
pub mod retention;
pub mod review;
pub mod tiers;
pub mod triggers;

pub use observation::{Look, Means};

/// A metric's name, title and unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Kebab-case.
    pub name: String,
    /// For titles.
    pub title: String,
    /// For axes.
    pub unit: &'static str,
}

/// Whether a metric of this title is a running total, whose last value says all.
pub fn is_total(title: &str) -> bool {
    title.ends_with("so far")
}

/// How a row names and reads its metrics.
#[derive(Clone, Copy)]
pub struct Metric {
    /// Names, in the order in which they are read.
    pub names: fn(&Model) -> Vec<Named>,
    /// Values.
    pub read: fn(&Look, &mut Vec<f64>),
}

/// All metrics.
pub static SHELF: Shelf<Metric> = Shelf {
    what: "metric",
    rows: &[
        active::ROW,
        accounting::ROW,
        retention::ROW,
        concentration::ROW,
        triggers::ROW,
        feelings::ROW,
        knowledge::ROW,
        tiers::ROW,
        careers::ROW,
        money::ROW,
        gaming::ROW,
        review::ROW,
        interventions::ROW,
        momentum::ROW,
        ecosystem::ROW,
        channels::ROW,
        partners::ROW,
        groups::ROW,
        potentials::ROW,
    ],
};

/// A metric of fixed name.
fn named(name: &str, title: &str, unit: &'static str) -> Named {
    Named { name: name.to_owned(), title: title.to_owned(), unit }
}

/// All metrics of a model, in the order of a trajectory's rows.
pub fn names(model: &Model) -> Vec<Named> {
    SHELF.rows.iter().flat_map(|row| (row.make.names)(model)).collect()
}

/// One row of a trajectory.
pub fn read(look: &Look) -> Vec<f64> {
    let mut values = Vec::new();
    for Row { make, .. } in SHELF.rows {
        (make.read)(look, &mut values);
    }
    values
}

/// Where a metric stands: its row on the shelf, and its place in that row.
pub type Place = (usize, usize);

/// Where some metrics stand, by name; `None` of what no row names.
pub fn places(model: &Model, wanted: &[&str]) -> Vec<Option<Place>> {
    let names: Vec<Vec<Named>> = SHELF.rows.iter().map(|row| (row.make.names)(model)).collect();
    let place = |name: &&str| {
        let at = |row: &Vec<Named>| row.iter().position(|named| named.name == **name);
        names.iter().enumerate().find_map(|(row, names)| Some((row, at(names)?)))
    };
    wanted.iter().map(place).collect()
}

/// The values that stand at some places; a row of the shelf in which none of them stands is not read.
pub fn some(look: &Look, places: &[Option<Place>]) -> Vec<f64> {
    let mut found = vec![f64::NAN; places.len()];
    for (k, Row { make, .. }) in SHELF.rows.iter().enumerate() {
        let mut values = Vec::new();
        for (found, place) in found.iter_mut().zip(places) {
            if let Some((_, at)) = place.filter(|(row, _)| *row == k) {
                if values.is_empty() {
                    (make.read)(look, &mut values);
                }
                *found = values[at];
            }
        }
    }
    found
}
