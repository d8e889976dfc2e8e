//! Momentum: growth, belief, open places and hope.
//!
//! Momentum is ln[(A + 20)/(A′ + 20)] of weekly deeds over two half-years, zero within ±.10 and in the first year. The branching ratio is
//! the share of deeds that other deeds and habit brought about; in a linear community it is the n of activity = μ/(1 − n).
//! Vacuum is what stands open: empty seats × worth × belief. Hope is how many of all seats come free in a year, 1 at most; where
//! nobody ever goes, hope dies.

use super::tiers::years;
use super::{Metric, named};
use crate::registry::Row;
use crate::world::promises::Promise;

pub(super) const ROW: Row<Metric> = Row {
    name: "momentum",
    says: "Growth of activity, branching ratio, belief in promises and in each that may be exposed, vacuum of open places, hope of coming onto one, promises kept and broken.",
    knobs: &[],
    make: Metric {
        names: |model| {
            let mut names = vec![
                named("momentum", "Momentum: growth of activity over half a year", "log"),
                named("branching", "Deeds that other deeds and habit brought about", "share"),
                named("belief", "Belief in promises", "times"),
                named("vacuum", "Open seats times worth times belief", "logits"),
                named("hope", "Share of seats that come free in a year", "share"),
                named("promises-kept", "Promises kept so far", "promises"),
                named("promises-broken", "Promises broken so far", "promises"),
            ];
            let exposable = model.exposable.iter();
            names.extend(exposable.map(|(at, _)| named(&format!("belief:{at}"), &format!("Belief in {at}"), "times")));
            names
        },
        read: |look, values| {
            let world = look.world;
            let (mut vacuum, mut seats, mut freed) = (0.0, 0.0, 0.0);
            let ladders =
                look.rules.ladders.iter().zip(&world.community.ladders).enumerate().filter(|(_, (l, _))| l.on_now);
            let tiers = ladders.flat_map(|(index, (l, states))| {
                l.tiers
                    .iter()
                    .zip(states)
                    .enumerate()
                    .map(move |(k, (tier, state))| (Promise::Tier(index, k), tier, state))
            });
            for (promise, tier, state) in tiers.filter(|(_, tier, _)| tier.on_now) {
                let Some(places) = tier.seats.map(f64::from) else { continue };
                vacuum += (places - state.holders.len() as f64).max(0.0)
                    * f64::from(tier.worth)
                    * world.hub.believes(&promise);
                let years = years(state, world);
                seats += places;
                freed += ((state.promoted + state.demoted + state.exited) as f64 / years).min(places);
            }
            let hope = if seats > 0.0 { freed / seats } else { 0.0 };
            let (kept, broken) = world.hub.promises;
            let by = &world.observed.since.by_trigger;
            let own = (by[2] + by[3]) as f64 / by.iter().sum::<u64>().max(1) as f64;
            values.extend([world.hub.momentum, own]);
            values.extend([world.hub.belief, vacuum, hope, kept as f64, broken as f64]);
            values.extend(look.model.exposable.iter().map(|(_, promise)| world.hub.believes(promise)));
        },
    },
};
