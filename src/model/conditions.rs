//! Watches: interventions that begin with a condition, and the rules under any of them.
//!
//! Each set of those that have begun has rules of its own, resolved and checked before the run. Invariant: bit k of a set is the
//! k-th watch, and what a set says is laid over what the dates say, in the order of names.

use crate::error::{Error, Mistake};
use crate::say;
use crate::scenario::condition::Condition;
use crate::scenario::{Patch, Scenario};

/// So many are resolved in all their combinations.
const MOST: usize = 6;

/// An intervention that begins when something holds.
#[derive(Clone, Debug)]
pub struct Watch {
    /// As the scenario names it.
    pub name: String,
    /// What charts call it.
    pub says: String,
    /// What must hold.
    pub condition: Condition,
    /// Ticks between looks.
    pub every: f64,
    /// Whether it ends when its condition no longer holds.
    pub again: bool,
}

/// The watches of a scenario, with ticks of so many days, and the patch of each.
pub(super) fn watches(scenario: &Scenario, days: f64, found: &mut Vec<Mistake>) -> (Vec<Watch>, Vec<Patch>) {
    let all = scenario.conditional();
    if let Some((patch, _)) = all.get(MOST) {
        found.push(scenario.mistake(
            &format!("intervention.{}", patch.name),
            say!("model-too-many-watches", count = all.len().to_string(), most = MOST),
            Some(say!("model-too-many-watches-help")),
            say!("model-one-too-many-label"),
        ));
    }
    let made = all.into_iter().take(MOST).map(|(patch, condition)| {
        let settings = scenario.settings(&format!("intervention.{}", patch.name));
        let watch = Watch {
            name: patch.name.clone(),
            says: patch.says.clone(),
            condition,
            every: (settings.number("every") / days).max(1.0),
            again: settings.flag("again"),
        };
        (watch, patch)
    });
    made.unzip()
}

/// The scenario under each set of patches, by the set's bits.
pub(super) fn sets(scenario: &Scenario, patches: &[Patch]) -> Result<Vec<Scenario>, Error> {
    let mut list = vec![scenario.clone()];
    for patch in patches {
        for k in 0..list.len() {
            list.push(list[k].patched(patch)?);
        }
    }
    Ok(list)
}
