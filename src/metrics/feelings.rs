//! Feelings: anticipation, surprise, tolerance, habit, motivation, satisfaction of needs, and exits from overload.
//!
//! Means are over members, whose state is first relaxed to the end of the tick.

use super::{Family, Unit, named, names, ratio};
use crate::incentives::Need;
use crate::say;

pub(super) const FAMILY: Family = Family {
    name: "feelings",
    names: |_| {
        let mean = |name: &str, title, unit| named(name, title, unit).undefined(say!("metric-undefined-no-member"));
        let mut names = vec![
            mean(names::MEAN_ANTICIPATION, say!("metric-mean-anticipation"), Unit::FeltUnits),
            mean(names::MEAN_TOLERANCE, say!("metric-mean-tolerance"), Unit::Share),
            mean(names::MEAN_HABIT, say!("metric-mean-habit"), Unit::Share),
            mean(names::MEAN_KNOWLEDGE, say!("metric-mean-knowledge"), Unit::Share),
            mean(names::MEAN_MOTIVATION, say!("metric-mean-motivation"), Unit::Times),
            mean(names::MEAN_STAKE, say!("metric-mean-stake"), Unit::Hours),
            mean(names::MEAN_FAME, say!("metric-mean-fame"), Unit::Units),
            mean(names::MEAN_INTENSITY, say!("metric-mean-intensity"), Unit::Times),
            named(names::BURNOUT_EXITS, say!("metric-burnout-exits"), Unit::People),
            named(names::DISAPPOINTED, say!("metric-disappointed"), Unit::PeopleAMonth)
                .undefined(say!("metric-undefined-start")),
            named(names::MEAN_SURPRISE, say!("metric-mean-surprise"), Unit::FeltUnits)
                .undefined(say!("metric-undefined-nothing-felt")),
            mean(names::MEAN_DRY, say!("metric-mean-dry"), Unit::Rewards),
        ];
        names.extend(Need::NAMES.iter().map(|need| {
            let name = format!("{}-{need}", names::SATISFACTION);
            mean(&name, say!("metric-satisfaction-of", need = *need), Unit::Share)
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
            observation.rate(|counts| counts.sums.disappointed as f64),
            ratio(
                observation.rate(|counts| counts.sums.surprise as f64 * 1e-6),
                observation.rate(|counts| counts.sums.felt as f64),
            ),
            means.dry,
        ]);
        values.extend(means.deficits.map(|d| 1.0 - d));
    },
};
