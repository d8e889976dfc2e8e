//! Money and points: what was paid, what is left, what could not be paid, what was issued and what of it was farmed.

use super::{Metric, named};
use crate::registry::Row;

pub(super) const ROW: Row<Metric> = Row {
    name: "money",
    says: "Money paid in all and by pool, what is left of each, promises unpaid, points issued, farmed and held, rewards.",
    knobs: &[],
    make: Metric {
        names: |model| {
            let mut names = vec![
                named("money-paid", "Money paid so far", "money"),
                named("unpaid", "Payments owed that an empty pool could not make", "payments"),
                named("points-issued", "Points issued so far", "points"),
                named("points-farmed", "Points farmed so far", "points"),
                named("points-held", "Points held", "points"),
                named("points-taken-back", "Points taken back so far", "points"),
                named("points-expired", "Points expired so far", "points"),
                named("caught", "Deeds found to game the rules so far", "deeds"),
                named("rewards", "Rewards handed over so far", "rewards"),
            ];
            names.extend(
                model
                    .pools
                    .iter()
                    .map(|pool| named(&format!("paid:{pool}"), &format!("Paid from {pool} so far"), "money")),
            );
            let left = |pool: &String| named(&format!("pool:{pool}"), &format!("Left in {pool}"), "money");
            names.extend(model.pools.iter().map(left));
            names
        },
        read: |look, values| {
            let (ledger, tally) = (&look.world.ledger, &look.world.tally);
            values.extend([
                ledger.paid_out() as f64,
                ledger.unpaid() as f64,
                ledger.issued as f64,
                ledger.farmed as f64,
                look.world.community.dossiers.points_held() as f64,
                ledger.clawed_back as f64,
                ledger.expired as f64,
                tally.caught as f64,
                tally.rewards as f64,
            ]);
            values.extend(ledger.pools.iter().map(|p| p.paid_out as f64));
            values.extend(ledger.pools.iter().map(|p| (p.paid_in - p.paid_out) as f64));
        },
    },
};
