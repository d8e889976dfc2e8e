//! Watches: interventions that begin with a condition.
//!
//! Each set of watches that hold has rules of its own, resolved and checked before the run. Invariant: bit k of a set is the k-th watch;
//! patches of watches are applied after patches of dates, in the order of names.

use crate::error::{Error, Mistake};
use crate::say;
use crate::scenario::condition::Condition;
use crate::scenario::schema::Intervention;
use crate::scenario::{Patch, Scenario};

/// Largest number of watches: all their combinations are resolved.
const MOST: usize = 6;

/// An intervention that begins when a condition holds.
#[derive(Clone, Debug)]
pub struct Watch {
    /// As the scenario names it.
    pub name: String,
    /// Its title in charts.
    pub says: String,
    /// Its condition.
    pub condition: Condition,
    /// Ticks between evaluations of the condition.
    pub every: f64,
    /// Whether it ends when its condition no longer holds.
    pub again: bool,
}

/// The watches of a scenario and the patch of each; `days`: length of a tick.
pub(super) fn watches(scenario: &Scenario, days: f64, found: &mut Vec<Mistake>) -> (Vec<Watch>, Vec<Patch>) {
    let all = scenario.conditional_interventions();
    if let Some((patch, _)) = all.get(MOST) {
        found.push(scenario.mistake(
            &format!("intervention.{}", patch.name),
            say!("model-too-many-watches", count = all.len().to_string(), most = MOST),
            Some(say!("model-too-many-watches-help")),
            say!("model-one-too-many-label"),
        ));
    }
    let made = all.into_iter().take(MOST).map(|(patch, condition)| {
        let own: Intervention = scenario.table(&format!("intervention.{}", patch.name));
        let watch = Watch {
            name: patch.name.clone(),
            says: patch.says.clone(),
            condition,
            every: (own.every / days).max(1.0),
            again: own.again,
        };
        (watch, patch)
    });
    made.unzip()
}

/// The scenario under each set of patches: the index is the bits of the set.
pub(super) fn sets(scenario: &Scenario, patches: &[Patch]) -> Result<Vec<Scenario>, Error> {
    let mut list = vec![scenario.clone()];
    for patch in patches {
        for k in 0..list.len() {
            list.push(list[k].patched(patch)?);
        }
    }
    Ok(list)
}
