//! Review: work waits in a queue until reviewers have the hours for it.
//!
//! Each SIG has a desk of its own, and there is one more desk for all other work. Invariant: reviewers never work longer than their hours;
//! work that stays in the queue keeps its age.

use super::Settlement;
use super::desks::{capacities, merge};
use crate::mechanisms::review::Review;
use crate::world::{Pending, World};

impl Settlement<'_> {
    /// Reviewers work off the queue, oldest first. What waits too long is given up.
    pub(super) fn review(&mut self, world: &mut World) {
        let ground = self.ground;
        let rules = ground.rules;
        if !rules.actions.iter().any(|a| a.reviewed) {
            return;
        }
        world.work.merged.fill(0);
        let term = rules.segments.iter().find_map(|s| s.terms.review.as_ref());
        let days = f64::from(world.tick_days);
        let capacity = capacities(&world.community, &world.work, &world.organisations, ground, term);
        let mut minutes: Vec<i64> =
            capacity.iter().zip(&world.work.desks).map(|(c, desk)| c + desk.minutes.min(0)).collect();
        let lottery = ground.luck.named("review").at(u64::from(world.tick));
        let mut queue = std::mem::take(&mut world.work.queue);
        queue.sort_by_key(|p| (p.since, lottery.at(u64::from(p.id)).bits()));
        let desk_of = |work: &Pending| rules.desk(work.action as usize, ground.person(work.id));
        let desks: Vec<usize> = queue.iter().map(desk_of).collect();
        if let Some(term) = term.filter(|t| t.newcomers > 0.0) {
            self.newcomers_first(world, &mut queue, &desks, &mut minutes, term);
        }
        let mut waiting = vec![0_i64; minutes.len()];
        let mut left = Vec::new();
        for (mut work, desk) in queue.into_iter().zip(desks) {
            let most = i64::from(work.deeds);
            self.work_off(world, &mut work, most, &mut minutes[desk]);
            if work.deeds == 0 {
                continue;
            }
            let waited = f64::from(world.tick - work.since) * days;
            if term.is_some_and(|t| waited >= t.patience) {
                world.tally.abandoned += u64::from(work.deeds);
            } else {
                waiting[desk] += i64::from(work.deeds) * rules.actions[work.action as usize].review_minutes;
                left.push(work);
            }
        }
        world.work.queue = left;
        for ((desk, &waiting), &given) in world.work.desks.iter_mut().zip(&waiting).zip(&capacity) {
            desk.minutes = 0;
            desk.wait = weeks(waiting, given, days);
            desk.overload = if given > 0 { (waiting as f64 / given as f64).min(1.0) as f32 } else { 0.0 };
        }
        // Mean over all that waits, by minutes.
        let weighed =
            world.work.desks.iter().zip(&waiting).map(|(desk, &waiting)| f64::from(desk.wait) * waiting as f64);
        world.work.wait = (weighed.sum::<f64>() / waiting.iter().sum::<i64>().max(1) as f64) as f32;
    }

    /// A share of the hours goes to first contributions, before anything older.
    fn newcomers_first(
        &mut self,
        world: &mut World,
        queue: &mut [Pending],
        desks: &[usize],
        minutes: &mut [i64],
        term: &Review,
    ) {
        let mut reserved: Vec<i64> = minutes.iter().map(|m| (*m as f64 * term.newcomers) as i64).collect();
        for (work, &desk) in queue.iter_mut().zip(desks) {
            let file = world.community.dossiers.list.get(world.population.people.dossier[work.id as usize] as usize);
            let is_new = file.is_none_or(|f| !f.has_contributed());
            if is_new && self.ground.rules.contributes(work.action as usize) {
                let before = reserved[desk];
                self.work_off(world, work, 1, &mut reserved[desk]);
                minutes[desk] -= before - reserved[desk];
            }
        }
    }

    /// Reviews deeds of a piece of work, at most `most` and as many as the minutes allow.
    fn work_off(&mut self, world: &mut World, work: &mut Pending, most: i64, minutes: &mut i64) {
        let action = work.action as usize;
        let each = self.ground.rules.actions[action].review_minutes;
        let done = if each == 0 { most } else { (*minutes / each).clamp(0, most) };
        if done > 0 {
            *minutes -= done * each;
            world.tally.review_minutes += (done * each).max(0) as u64;
            let dossier = self.dossier(&mut world.population, &mut world.community, work.id);
            if work.held_back {
                merge(&world.population, &mut world.work, self.ground, work, done as u16);
            } else {
                let merit = world.population.people.merit.get(work.id as usize).map_or(0.0, |m| f64::from(*m));
                world.work.merged[action] += done * (1_000_000 + (merit * 1e6).round() as i64);
            }
            self.complete(world, work.id, dossier, action, done as u16);
            work.deeds -= done as u16;
        }
    }
}

/// Weeks that reviewers who have `given` minutes a tick take for `waiting` minutes of work.
fn weeks(waiting: i64, given: i64, days: f64) -> f32 {
    let weekly = given as f64 * 7.0 / days;
    if weekly > 0.0 { (waiting as f64 / weekly) as f32 } else { 0.0 }
}
