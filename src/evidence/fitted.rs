//! Fitted: the one level of a study that is set so that the control arm is as published.
//!
//! Invariant: a row without a level runs as written.

use super::{Row, level};
use crate::error::Error;
use crate::experiment::Experiment;
use crate::scenario::{Patch, Scenario};

/// Halvings of the range in which a level is sought.
const STEPS: usize = 9;

/// The scenario with the level at which its control arm is as published; the nearest end of the range if none is.
///
/// # Errors
/// A path that the scenario cannot set.
pub(super) fn fitted(scenario: &Scenario, row: &Row) -> Result<Scenario, Error> {
    let (Some(low), Some(high), Some(to)) = (row.fit_low, row.fit_high, row.fit_to) else {
        return Ok(scenario.clone());
    };
    let at = |x: f64| {
        let value =
            Scenario::knob(&row.fit_path).map_or_else(|| format!("{x:?}"), |knob| Scenario::as_written(knob, x));
        scenario.patched(&Patch::from_args(&[format!("{}={value}", row.fit_path)])?)
    };
    let control = |x: f64| -> Result<f64, Error> {
        let mut experiment = Experiment::design(&at(x)?)?;
        experiment.designs.truncate(1);
        let ensemble = experiment.run(&|_| {});
        Ok(level(row, "", &experiment, &ensemble))
    };
    let (mut low, mut high) = (low, high);
    let rises = control(high)? > control(low)?;
    for _ in 0..STEPS {
        let middle = if low > 0.0 { (low * high).sqrt() } else { f64::midpoint(low, high) };
        if (control(middle)? < to) == rises { low = middle } else { high = middle }
    }
    at(if low > 0.0 { (low * high).sqrt() } else { f64::midpoint(low, high) })
}
