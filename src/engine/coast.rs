//! Coast: the run goes on twice after the horizon, in place and in a twin in which all spending has stopped.
//!
//! Both meet the same luck, so that what differs is what the spending did.

use super::observation::observe;
use super::trajectory::Coast;
use crate::model::Model;
use crate::world::World;

/// Activity after all spending has stopped, beside activity in the twin that goes on; `advance` runs one tick.
pub(super) fn coast(mut going: World, model: &Model, headline: usize, advance: impl Fn(&mut World) + Sync) -> Coast {
    let mut twin = going.clone();
    twin.ledger.stopped = true;
    let (going, stopped) = rayon::join(
        || activity(&mut going, model, headline, &advance),
        || activity(&mut twin, model, headline, &advance),
    );
    // Rows of few people jump: what is compared is a quarter of the time, and no single row.
    let late = model.coast_marks().iter().position(|after| after * 4 > 3 * model.coast_ticks).unwrap_or(0);
    let lately = |rows: &[f64]| rows[late..].iter().sum::<f64>();
    Coast { left: Coast::share(lately(&stopped), lately(&going)), stopped, going }
}

/// The headline at each mark of the coast.
fn activity(world: &mut World, model: &Model, headline: usize, advance: impl Fn(&mut World)) -> Vec<f64> {
    let (mut rows, mut now) = (Vec::new(), 0);
    for mark in model.coast_marks() {
        (now..mark).for_each(|_| advance(world));
        now = mark;
        rows.push(observe(world, model)[headline]);
    }
    rows
}
