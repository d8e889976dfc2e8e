//! The largest scenarios that a sweep, a search or the worlds of a run may lay out.
//!
//! Invariant: nothing is laid out; what is not valid there is left to the run that meets it.

use super::{Factor, Level, Role};
use crate::scenario::{Patch, Scenario};

/// Values that make a scenario larger.
const SIZES: [&str; 5] = ["people", "horizon", "mean_degree", "number", "file"];

/// The scenario with each lever and uncertainty that makes it larger at its largest value, together and, where values are words, each apart;
/// also in each world. Without `swept`, in its worlds alone.
pub fn extremes(scenario: &Scenario, swept: bool) -> Vec<Scenario> {
    let mut patches: Vec<Vec<String>> = Vec::new();
    let larger = |factor: &&Factor| factor.path.rsplit('.').next().is_some_and(|last| SIZES.contains(&last));
    let factors = if swept { Factor::all(scenario).0 } else { Vec::new() };
    let mut together = Vec::new();
    for factor in factors.iter().filter(larger) {
        let levels = factor.levels();
        let number = |level: &Level| match level {
            Level::Number(x) => *x,
            Level::Word(_) => f64::NAN,
        };
        // A lever ends at its largest value; a distribution, at the end of its grid or far out.
        let far = [factor.at(1.0)].into_iter().filter(|_| factor.role == Role::Uncertainty);
        let most = levels.iter().cloned().chain(far).max_by(|a, b| number(a).total_cmp(&number(b)));
        match most {
            Some(most @ Level::Number(_)) => together.push(factor.set(&most)),
            _ => patches.extend(levels.iter().map(|level| vec![factor.set(level)])),
        }
    }
    if !together.is_empty() {
        patches.iter_mut().for_each(|patch| patch.extend(together.iter().cloned()));
        patches.push(together);
    }
    let mut found: Vec<Scenario> = patches
        .iter()
        .filter_map(|sets| Patch::from_args(sets).and_then(|patch| scenario.patched(&patch)).ok())
        .collect();
    let worlds = scenario.worlds();
    let in_worlds = |base: &Scenario| worlds.iter().filter_map(|world| base.patched(world).ok()).collect::<Vec<_>>();
    let bases: Vec<Scenario> = found.iter().chain(std::iter::once(scenario)).flat_map(in_worlds).collect();
    found.extend(bases);
    found
}
