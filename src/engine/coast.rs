//! Coast: the run goes on twice after the horizon, in place and in a twin in which all spending has stopped.
//!
//! Both meet the same luck, so that what differs is what the spending did.

use super::observe::observe;
use crate::model::Model;
use crate::world::World;

/// Activity after all spending has stopped, over activity in the twin that goes on; `advance` runs one tick.
pub(super) fn coast(mut going: World, model: &Model, headline: usize, advance: impl Fn(&mut World) + Sync) -> f64 {
    let mut stopped = going.clone();
    stopped.ledger.stopped = true;
    let (at_once, in_twin) = rayon::join(
        || activity(&mut going, model, headline, &advance),
        || activity(&mut stopped, model, headline, &advance),
    );
    if at_once > 0.0 { in_twin / at_once } else { 1.0 }
}

/// Mean of the headline over the last quarter of the coast.
fn activity(world: &mut World, model: &Model, headline: usize, advance: impl Fn(&mut World)) -> f64 {
    let (mut sum, mut n) = (0.0, 0.0);
    for k in 0..model.coast_ticks {
        advance(world);
        let left = model.coast_ticks - k - 1;
        if left * 4 < model.coast_ticks && left.is_multiple_of(4) {
            sum += observe(world, model)[headline];
            n += 1.0;
        }
    }
    sum / f64::max(n, 1.0)
}
