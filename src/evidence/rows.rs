//! Rows: what studies published, and how a scenario poses each of them.
//!
//! Invariant: a row is posed by one scenario, or says why it is not; a band is open on a side where only an order was published.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::files::FILES;
use crate::error::{Attempt, Error};
use crate::say;

/// The table of all rows.
const TABLE: &str = include_str!("../../scenarios/evidence/rows.csv");

/// How the number is made that is compared with the published one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Level under the arm, over that under the other arm.
    Ratio,
    /// Gain of the arm over the control, over that of the other arm.
    GainRatio,
    /// Level under the arm, less that under the other arm.
    Difference,
    /// Level under the arm.
    Level,
    /// Logarithm of the ratio over that of the factor.
    Elasticity,
    /// Odds under the arm over those under the other arm.
    OddsRatio,
    /// Whether levels fall in the order in which the arms stand.
    Order,
}

/// One row.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Row {
    /// As the bench names it.
    pub id: String,
    /// The group: V, K, F, M, S, L, H, R, A, P.
    pub group: String,
    /// Rows of one study count once.
    pub cluster: String,
    /// Authors, year and place.
    pub citation: String,
    /// Who was given what, and what was read.
    pub what: String,
    /// The published number as text.
    pub published: String,
    /// Lower end of its band; `None`: open.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Unit of the number.
    pub unit: String,
    /// How sure the number is: source, secondary, direction or memory.
    pub verified: String,
    /// Where it was read.
    pub address: String,
    /// Why a simulator of communities is not asked; empty: it is.
    pub left_out: String,
    /// The scenario that poses it, without `.toml`.
    pub scenario: String,
    /// How ours is made.
    pub measure: Option<Measure>,
    /// The metric; its mean over the weeks is taken.
    pub metric: String,
    /// The arms: a design, or for an order several with `>` between them; empty: the control.
    pub arm: String,
    /// The other arm; empty: the control.
    pub than: String,
    /// First and last week of the run that are read.
    pub from_week: Option<f64>,
    /// Last week.
    pub until_week: Option<f64>,
    /// By what the cause was multiplied, for an elasticity.
    pub factor: Option<f64>,
    /// The knob whose level is fitted to the control arm.
    pub fit_path: String,
    /// Where it is sought.
    pub fit_low: Option<f64>,
    /// Upper end.
    pub fit_high: Option<f64>,
    /// What the metric is in the control arm.
    pub fit_to: Option<f64>,
}

impl Row {
    /// Whether a number is inside the band.
    pub fn holds(&self, ours: f64) -> bool {
        ours.is_finite() && self.low.is_none_or(|low| ours >= low) && self.high.is_none_or(|high| ours <= high)
    }
    /// Whether only an order was published.
    pub fn is_order(&self) -> bool {
        self.low.is_none() || self.high.is_none()
    }
    /// Whether it is posed.
    pub fn is_posed(&self) -> bool {
        self.left_out.is_empty() && !self.scenario.is_empty()
    }
}

/// All rows, in the order of the table: that of the program, or `rows.csv` of a folder.
///
/// # Errors
/// A table that cannot be read, with the line and what is wrong with it.
pub fn rows(folder: Option<&Path>) -> Result<Vec<Row>, Error> {
    let text = match folder {
        None => TABLE.to_owned(),
        Some(folder) => read(&folder.join("rows.csv"))?,
    };
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(|fault| Error::Argument(say!("evidence-table-wrong", fault = fault.to_string())))
}

/// The text of a scenario of the bench: that of the program, or of a folder.
pub(super) fn scenario(folder: Option<&Path>, name: &str) -> Result<String, Error> {
    match folder {
        Some(folder) => read(&folder.join(format!("{name}.toml"))),
        None => {
            let unknown = || Error::Argument(say!("evidence-no-scenario", name = name));
            FILES.iter().find(|(own, _)| *own == name).map(|(_, text)| (*text).to_owned()).ok_or_else(unknown)
        }
    }
}

fn read(path: &Path) -> Result<String, Error> {
    let failed = |source| Error::File { attempt: Attempt::Read, path: path.to_owned(), source };
    std::fs::read_to_string(path).map_err(failed)
}
