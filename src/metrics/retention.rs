//! Retention: which share of newcomers is active again in the months [a, a+3) after the first contribution.
//!
//! Only cohorts for which the window is fully observed count; 0 where there is none yet. Beside them stands who has come for a second
//! time at all, among those whose first was half a year ago.

use super::{Metric, named};
use crate::registry::Row;
use crate::world::calendar::MONTH;

/// Ages in months, as the shared tables give them.
pub const AGES: [u32; 5] = [1, 3, 6, 12, 24];

pub(super) const ROW: Row<Metric> = Row {
    name: "retention",
    says: "Share of newcomers active again 1, 3, 6, 12 and 24 months after their first contribution, or ever.",
    knobs: &[],
    make: Metric {
        names: |_| {
            AGES.iter()
                .map(|a| {
                    named(
                        &format!("retention-{a}"),
                        &format!("Newcomers active again in months {a} to {}", a + 3),
                        "share",
                    )
                })
                .chain([named(
                    "second-time",
                    "Newcomers of half a year ago and before who have contributed again",
                    "share",
                )])
                .collect()
        },
        read: |look, values| {
            let now = f64::from(look.world.tick) * f64::from(look.world.tick_days) / MONTH;
            let mut seen = [(0_u32, 0_u32); AGES.len()];
            let (mut first, mut second) = (0_u32, 0_u32);
            for &dossier in &look.world.community.contributors {
                let file = &look.world.community.dossiers.list[dossier as usize];
                if !file.has_contributed() || file.first_merged < 0.0 {
                    continue;
                }
                let age = now - f64::from(file.first_merged) * f64::from(look.world.tick_days) / MONTH;
                if age >= 6.0 {
                    first += 1;
                    second += u32::from(file.last_merged.floor() > file.first_merged.floor());
                }
                for ((n, active), from) in seen.iter_mut().zip(AGES) {
                    if age >= f64::from(from + 3) {
                        *n += 1;
                        *active += u32::from(file.presence >> from & 0b111 > 0);
                    }
                }
            }
            let share = |(n, active): (u32, u32)| if n > 0 { f64::from(active) / f64::from(n) } else { 0.0 };
            values.extend(seen.into_iter().chain([(first, second)]).map(share));
        },
    },
};
