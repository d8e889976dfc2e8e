//! Review: work waits in a queue until somebody has the hours to look at it.
//!
//! Invariant: reviewers never work longer than their hours; what is left of the queue keeps its age.

use super::ground::Ground;
use super::settlement::Settlement;
use crate::world::World;

impl Settlement<'_> {
    /// Reviewers work off the queue, oldest first; what waits too long is given up.
    pub(super) fn review(&mut self, world: &mut World) {
        if !self.ground.rules.actions.iter().any(|a| a.reviewed) {
            return;
        }
        world.merged.fill(0);
        let term = self.ground.rules.segments.iter().find_map(|s| s.terms.review.as_ref());
        let days = f64::from(world.tick_days);
        let mut capacity = i64::MAX / 4;
        if let Some(review) = term {
            capacity = (review.hours * 60.0 * days / 7.0) as i64 + given_minutes(world, self.ground) as i64;
        }
        let lottery = self.ground.luck.named("review").at(u64::from(world.tick));
        let mut queue = std::mem::take(&mut world.queue);
        queue.sort_by_key(|p| (p.since, lottery.at(u64::from(p.id)).bits()));
        let mut minutes = capacity + world.review_minutes.min(0);
        let given = capacity;
        let mut waiting_minutes = 0_i64;
        let mut left = Vec::new();
        for mut work in queue {
            let each = self.ground.rules.actions[work.action as usize].review_minutes;
            let done = if each == 0 { i64::from(work.deeds) } else { (minutes / each).clamp(0, i64::from(work.deeds)) };
            if done > 0 {
                minutes -= done * each;
                let merit = world.people.merit.get(work.id as usize).map_or(0.0, |m| f64::from(*m));
                world.merged[work.action as usize] += done * (1_000_000 + (merit * 1e6).round() as i64);
                let dossier = self.dossier(world, work.id);
                self.done(world, work.id, dossier, work.action as usize, done as u16);
                work.deeds -= done as u16;
            }
            if work.deeds == 0 {
                continue;
            }
            let waited = f64::from(world.tick - work.since) * days;
            if term.is_some_and(|t| waited >= t.patience) {
                world.tally.abandoned += u64::from(work.deeds);
            } else {
                waiting_minutes += i64::from(work.deeds) * each;
                left.push(work);
            }
        }
        world.queue = left;
        world.review_minutes = 0;
        let weekly = given as f64 * 7.0 / days;
        world.wait = if weekly > 0.0 { (waiting_minutes as f64 / weekly) as f32 } else { 0.0 };
        world.overload = if given > 0 { (waiting_minutes as f64 / given as f64).min(1.0) as f32 } else { 0.0 };
    }
}

/// Review that holders of tiers give, minutes a tick, less what entries cost.
fn given_minutes(world: &World, ground: &Ground) -> f64 {
    ground
        .rules
        .ladders
        .iter()
        .zip(&world.ladders)
        .filter(|(ladder, _)| ladder.on_now)
        .flat_map(|(ladder, states)| ladder.tiers.iter().zip(states))
        .filter(|(tier, _)| tier.on_now)
        .map(|(tier, state)| tier.gives_minutes * state.holders.len() as f64)
        .sum()
}
