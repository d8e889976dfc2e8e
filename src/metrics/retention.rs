//! Retention: the share of newcomers who are active again in the months [a, a + 3) after the first contribution.
//!
//! Only newcomers whose window is over count. `second-time` is the share of those whose first
//! contribution was half a year ago or earlier who have contributed again.

use super::{Family, Unit, named, names, ratio};
use crate::say;
use crate::world::calendar::MONTH;

/// Ages in months.
pub const AGES: [u32; 5] = [1, 3, 6, 12, 24];

pub(super) const FAMILY: Family = Family {
    name: "retention",
    names: |_| {
        let retention = |age: &u32| {
            let title = say!("metric-retention-of", from = *age, to = age + 3);
            named(&format!("{}-{age}", names::RETENTION), title, Unit::Share)
                .undefined(say!("metric-undefined-no-newcomer", months = age + 3))
        };
        let second = named(names::SECOND_TIME, say!("metric-second-time"), Unit::Share)
            .undefined(say!("metric-undefined-no-newcomer", months = 6_u32));
        AGES.iter().map(retention).chain([second]).collect()
    },
    read: |observation, values| {
        let now = f64::from(observation.world.tick) * f64::from(observation.world.tick_days) / MONTH;
        let mut cohorts = [(0_u32, 0_u32); AGES.len()];
        let (mut first, mut second) = (0_u32, 0_u32);
        for &index in &observation.world.community.contributors {
            let dossier = &observation.world.community.dossiers.list[index as usize];
            if !dossier.has_contributed() || dossier.first_merged < 0.0 {
                continue;
            }
            let age = now - f64::from(dossier.first_merged) * f64::from(observation.world.tick_days) / MONTH;
            if age >= 6.0 {
                first += 1;
                second += u32::from(dossier.last_merged.floor() > dossier.first_merged.floor());
            }
            for ((n, active), from) in cohorts.iter_mut().zip(AGES) {
                if age >= f64::from(from + 3) {
                    *n += 1;
                    *active += u32::from(dossier.presence >> from & 0b111 > 0);
                }
            }
        }
        let share = |(n, active): (u32, u32)| ratio(f64::from(active), f64::from(n));
        values.extend(cohorts.into_iter().chain([(first, second)]).map(share));
    },
};
