//! Feelings: anticipation, surprise, tolerance, habit, motivation, satisfaction of needs, and exits from overload.
//!
//! Means are over members, whose state is first relaxed to the end of the tick.

use super::{Family, Unit, named, names};
use crate::incentives::Need;
use crate::say;

pub(super) const FAMILY: Family = Family {
    name: "feelings",
    names: |_| {
        let mut names = vec![
            named(names::MEAN_ANTICIPATION, say!("metric-mean-anticipation"), Unit::FeltUnits),
            named(names::MEAN_TOLERANCE, say!("metric-mean-tolerance"), Unit::Share),
            named(names::MEAN_HABIT, say!("metric-mean-habit"), Unit::Share),
            named(names::MEAN_KNOWLEDGE, say!("metric-mean-knowledge"), Unit::Share),
            named(names::MEAN_MOTIVATION, say!("metric-mean-motivation"), Unit::Times),
            named(names::MEAN_STAKE, say!("metric-mean-stake"), Unit::Hours),
            named(names::MEAN_FAME, say!("metric-mean-fame"), Unit::Units),
            named(names::MEAN_INTENSITY, say!("metric-mean-intensity"), Unit::Times),
            named(names::BURNOUT_EXITS, say!("metric-burnout-exits"), Unit::People),
            named(names::DISAPPOINTED, say!("metric-disappointed"), Unit::People),
            named(names::MEAN_SURPRISE, say!("metric-mean-surprise"), Unit::FeltUnits),
            named(names::MEAN_DRY, say!("metric-mean-dry"), Unit::Rewards),
        ];
        names.extend(Need::NAMES.iter().map(|need| {
            let name = format!("{}-{need}", names::SATISFACTION);
            named(&name, say!("metric-satisfaction-of", need = *need), Unit::Share)
        }));
        names
    },
    read: |observation, values| {
        let means = observation.means();
        values.extend([
            means.anticipation,
            means.tolerance,
            means.habit,
            means.knowledge,
            means.motivation,
            means.stake,
            means.fame,
            means.intensity,
            observation.world.tally.burnt_out as f64,
            observation.world.observed.since.disappointed as f64,
            observation.world.observed.since.surprise as f64 * 1e-6
                / observation.world.observed.since.felt.max(1) as f64,
            means.dry,
        ]);
        values.extend(means.deficits.map(|d| 1.0 - d));
    },
};
