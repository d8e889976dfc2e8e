//! Environment: what comes to everybody alike, namely money for the pools, the weather of arrivals, the fame that is seen, and what
//! others know.

use crate::engine::context::TickContext;
use crate::model::SegmentRules;
use crate::world::ledger::Ledger;
use crate::world::maths::{exp, normal};
use crate::world::{Population, Surroundings};

/// Money comes into the pools at the beginning of each period.
pub(in crate::engine) fn fund(ledger: &mut Ledger, ground: &TickContext) {
    let (total, ticks) = ground.rules.budget;
    if total == 0 || ledger.stopped {
        return;
    }
    for (pool, &share) in ledger.pools.iter_mut().zip(&ground.rules.shares) {
        pool.share = share;
    }
    let t = f64::from(ground.tick);
    if ground.tick == 0 || (t / ticks).floor() > ((t - 1.0) / ticks).floor() {
        ledger.fund(total);
    }
}

/// The fame that everybody sees: the mean over the members who have any, faded to the time `now`.
pub(in crate::engine) fn fame(
    population: &Population,
    surroundings: &mut Surroundings,
    ground: &TickContext,
    now: f32,
) {
    if population.people.fame.is_empty() {
        return;
    }
    let people = &population.people;
    let (mut sum, mut known) = (0.0_f64, 0_u32);
    for (range, rules) in population.segments.iter().zip(&ground.rules.segments) {
        let Some(status) = &rules.terms.status else { continue };
        for row in range.start as usize..range.end as usize {
            if people.fame[row] > 0.0 && people.is_member(row) {
                sum += f64::from(people.fame[row] * status.left(now - people.touched[row]));
                known += 1;
            }
        }
    }
    surroundings.fame = (sum / f64::from(known.max(1))) as f32;
}

/// The mean knowledge of members now, under the rules in force. It is computed only if people share less with those who know as much as
/// they do.
pub(in crate::engine) fn knowledge(population: &Population, surroundings: &mut Surroundings, ground: &TickContext) {
    let shares = |rules: &SegmentRules| rules.terms.knowledge.as_ref().is_some_and(|k| k.shares > 0.0);
    if population.people.knowledge.is_empty() || !ground.rules.segments.iter().any(shares) {
        return;
    }
    let (people, now) = (&population.people, ground.tick as f32);
    let (mut sum, mut members) = (0.0_f64, 0_u32);
    for (range, rules) in population.segments.iter().zip(&ground.rules.segments) {
        let Some(knowledge) = &rules.terms.knowledge else { continue };
        for row in (range.start as usize..range.end as usize).filter(|row| people.is_member(*row)) {
            sum += f64::from(knowledge.grown(people.knowledge[row], now - people.touched[row]));
            members += 1;
        }
    }
    surroundings.knowledge = (sum / f64::from(members.max(1))) as f32;
}

/// The common luck of arrivals moves on by one tick (an Ornstein–Uhlenbeck process).
pub(in crate::engine) fn weather(surroundings: &mut Surroundings, ground: &TickContext) {
    let Some(weather) = ground.rules.segments.iter().find_map(|s| s.terms.weather) else { return };
    let keeps = exp(-ground.days() / weather.memory);
    let z = normal(&mut ground.luck.named("weather").at(u64::from(ground.tick)).luck());
    surroundings.weather = surroundings.weather * keeps + weather.sd * libm::sqrt(1.0 - keeps * keeps) * z;
}
