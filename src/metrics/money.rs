//! Money and points: paid, owed, left and unpaid; issued, held and farmed.

use super::{Family, Observation, Unit, named, named_for, names};
use crate::say;

pub(super) const FAMILY: Family = Family {
    name: "money",
    names: |model| {
        let mut names = vec![
            named(names::MONEY_PAID, say!("metric-money-paid"), Unit::Money),
            named(names::UNPAID, say!("metric-unpaid"), Unit::Payments),
            named(names::POINTS_ISSUED, say!("metric-points-issued"), Unit::Points),
            named(names::POINTS_FARMED, say!("metric-points-farmed"), Unit::Points),
            named(names::POINTS_HELD, say!("metric-points-held"), Unit::Points),
            named(names::POINTS_OWED, say!("metric-points-owed"), Unit::Money),
            named(names::POINTS_TAKEN_BACK, say!("metric-points-taken-back"), Unit::Points),
            named(names::POINTS_EXPIRED, say!("metric-points-expired"), Unit::Points),
            named(names::CAUGHT, say!("metric-caught"), Unit::Deeds),
            named(names::REWARDS, say!("metric-rewards"), Unit::Rewards),
        ];
        let paid = |pool: &String| named_for(names::PAID, pool, say!("metric-paid-of", pool = pool), Unit::Money);
        let left = |pool: &String| named_for(names::POOL, pool, say!("metric-pool-of", pool = pool), Unit::Money);
        names.extend(model.pools.iter().map(paid));
        names.extend(model.pools.iter().map(left));
        names
    },
    read: |observation, values| {
        let (ledger, tally) = (&observation.world.ledger, &observation.world.tally);
        values.extend([
            ledger.paid_out() as f64,
            ledger.unpaid() as f64,
            ledger.issued as f64,
            ledger.farmed as f64,
            observation.world.community.dossiers.points_held() as f64,
            owed(observation),
            ledger.clawed_back as f64,
            ledger.expired as f64,
            tally.caught as f64,
            tally.rewards as f64,
        ]);
        values.extend(ledger.pools.iter().map(|p| p.paid_out as f64));
        values.extend(ledger.pools.iter().map(|p| (p.paid_in - p.paid_out) as f64));
    },
};

/// What the points of those who spend them would cost in the shop, at the mean cost of a point over its things; 0 without a shop. Staff and
/// people who respond to no boundary leave their points.
fn owed(observation: &Observation) -> f64 {
    let shop = &observation.rules.shop;
    let members = observation.world.population.all_members();
    let each: f64 = shop.iter().map(|item| item.cost as f64 / item.price(members).max(1) as f64).sum();
    let held = observation.world.community.dossiers.points_to_spend().max(0) as f64;
    if shop.is_empty() { 0.0 } else { held * each / shop.len() as f64 }
}
