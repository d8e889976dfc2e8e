//! Momentum: growth, belief in promises, open places, and hope of coming onto one.
//!
//! Momentum is ln[(A + 20)/(A′ + 20)] of weekly deeds over two half-years; it is 0 within ±0.10. The branching ratio
//! is the share of deeds that other deeds or habit triggered; in a linear community it is the n of activity = μ/(1 − n). Vacuum is the sum
//! over tiers of empty seats × worth × belief. Hope is the share of all seats that come free in a year, at most 1.

use super::tiers::years;
use super::{Family, Unit, named, named_for, names, ratio};
use crate::say;
use crate::world::hub::Hub;
use crate::world::promises::Promise;

pub(super) const FAMILY: Family = Family {
    name: "momentum",
    names: |model| {
        let mut names = vec![
            named(names::MOMENTUM, say!("metric-momentum"), Unit::Log).undefined(say!("metric-undefined-first-year")),
            named(names::BRANCHING, say!("metric-branching"), Unit::Share).undefined(say!("metric-undefined-no-deed")),
            named(names::BELIEF, say!("metric-belief"), Unit::Times),
            named(names::VACUUM, say!("metric-vacuum"), Unit::Logits),
            named(names::HOPE, say!("metric-hope"), Unit::Share).undefined(say!("metric-undefined-no-seat")),
            named(names::PROMISES_KEPT, say!("metric-promises-kept"), Unit::Promises),
            named(names::PROMISES_BROKEN, say!("metric-promises-broken"), Unit::Promises),
        ];
        names.extend(
            model
                .exposable
                .iter()
                .map(|(path, _)| named_for(names::BELIEF, path, say!("metric-belief-of", promise = path), Unit::Times)),
        );
        names
    },
    read: |observation, values| {
        let world = observation.world;
        let (mut vacuum, mut seats, mut freed) = (0.0, 0.0, 0.0);
        let ladders =
            observation.rules.ladders.iter().zip(&world.community.ladders).enumerate().filter(|(_, (l, _))| l.on_now);
        let tiers = ladders.flat_map(|(index, (l, states))| {
            l.tiers.iter().zip(states).enumerate().map(move |(k, (tier, state))| (Promise::Tier(index, k), tier, state))
        });
        for (promise, tier, state) in tiers.filter(|(_, tier, _)| tier.on_now) {
            let Some(places) = tier.places(world.population.all_members()).map(f64::from) else { continue };
            vacuum +=
                (places - state.holders.len() as f64).max(0.0) * f64::from(tier.worth) * world.hub.believes(&promise);
            let years = years(state, world);
            seats += places;
            freed += ((state.promoted + state.demoted + state.exited) as f64 / years).min(places);
        }
        let hope = ratio(freed, seats);
        let (kept, broken) = world.hub.promises;
        let branching = ratio(
            observation.rate(|counts| (counts.sums.by_trigger[2] + counts.sums.by_trigger[3]) as f64),
            observation.rate(|counts| counts.sums.by_trigger.iter().sum::<u64>() as f64),
        );
        let known = world.hub.past.len() >= 2 * Hub::half_year(f64::from(world.tick_days));
        values.extend([if known { world.hub.momentum } else { f64::NAN }, branching]);
        values.extend([world.hub.belief, vacuum, hope, kept as f64, broken as f64]);
        values.extend(observation.model.exposable.iter().map(|(_, promise)| world.hub.believes(promise)));
    },
};
