//! What is seldom meant of levers and uncertainties: those that turn nothing, those that a design sets itself, points that are the same.
//!
//! Invariant: a note never stops a sweep, and nothing is simulated for it.

use super::Plan;
use super::spread::Spread;
use crate::error::Error;
use crate::say;
use crate::scenario::{Scenario, schema};
use crate::words::number::figure;

/// Notes on the levers and uncertainties of a scenario, and on the plan that it makes of them.
///
/// # Errors
/// Mistakes in its levers and uncertainties.
pub fn lints(scenario: &Scenario) -> Result<Vec<String>, Error> {
    let plan = Plan::empty(scenario)?;
    let mut notes: Vec<String> = plan.factors.iter().filter_map(|factor| factor.turns_nothing(scenario)).collect();
    for patch in scenario.treatments() {
        for factor in plan.factors.iter().filter(|factor| patch.sets().iter().any(|(path, _)| *path == factor.path)) {
            notes.push(say!("plan-set-by-design", design = &patch.says, factor = &factor.says, path = &factor.path));
        }
    }
    let count = Plan::count(scenario)?;
    let own: schema::Plan = scenario.table("plan");
    let drawn = !matches!(own.sampling.as_str(), "grid" | "one-at-a-time" | "table");
    let settings = plan
        .factors
        .iter()
        .map(|factor| matches!(factor.spread, Spread::Among { .. }).then(|| factor.levels().len() as f64));
    if let Some(settings) = settings.product::<Option<f64>>()
        && drawn
        && !plan.factors.is_empty()
        && settings < count.points
    {
        notes.push(say!("plan-few-settings", settings = figure(settings), points = figure(count.points)));
    }
    Ok(notes)
}
