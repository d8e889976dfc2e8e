//! Quantiles of one number over the runs of an ensemble.
//!
//! Invariant: runs without a value are left out and counted; NaN is `null` in JSON, both ways.

use serde::{Deserialize, Serialize};

/// Quantiles over replicates of one number, over those runs in which it has a value; NaN if it has one in none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "ReadBand")]
#[expect(missing_docs, reason = "the names say it")]
pub struct Band {
    pub p10: f64,
    pub p25: f64,
    pub p50: f64,
    pub p75: f64,
    pub p90: f64,
    pub mean: f64,
    /// Number of runs in which it has no value.
    #[serde(skip_serializing_if = "is_zero")]
    pub missing: usize,
}

/// A band in JSON, where `null` is a value that is not a number.
#[derive(Deserialize)]
struct ReadBand {
    p10: Option<f64>,
    p25: Option<f64>,
    p50: Option<f64>,
    p75: Option<f64>,
    p90: Option<f64>,
    mean: Option<f64>,
    #[serde(default)]
    missing: usize,
}

impl From<ReadBand> for Band {
    fn from(read: ReadBand) -> Band {
        let number = |x: Option<f64>| x.unwrap_or(f64::NAN);
        Band {
            p10: number(read.p10),
            p25: number(read.p25),
            p50: number(read.p50),
            p75: number(read.p75),
            p90: number(read.p90),
            mean: number(read.mean),
            missing: read.missing,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
pub(crate) fn is_zero(n: &usize) -> bool {
    *n == 0
}
