//! How people are doing: anticipation, surprise, tolerance, habit, motivation, needs, and exits from overload.
//!
//! Means are over members, each brought up to the end of the tick.

use super::{Metric, named};
use crate::incentives::Need;
use crate::registry::Row;

pub(super) const ROW: Row<Metric> = Row {
    name: "feelings",
    says: "Anticipation, surprise, tolerance, habit, motivation, need satisfaction, burnout and disappointment.",
    knobs: &[],
    make: Metric {
        names: |_| {
            let mut names = vec![
                named("mean-anticipation", "Anticipated reward, mean", "felt units"),
                named("mean-tolerance", "Tolerance, mean", "share"),
                named("mean-habit", "Habit, mean", "share"),
                named("mean-knowledge", "Knowledge, mean", "share"),
                named("mean-motivation", "Own motivation, mean", "times"),
                named("mean-stake", "Stake, mean", "hours"),
                named("mean-fame", "Fame, mean", "units"),
                named("mean-intensity", "Intensity of effort, mean", "times"),
                named("burnout-exits", "Exits from overload, so far", "people"),
                named("disappointed", "Members disappointed in the period", "people"),
                named("mean-surprise", "Felt beyond what was anticipated, mean of those who felt", "felt units"),
                named("mean-dry", "Expected rewards that have stayed away, mean", "rewards"),
            ];
            names.extend(
                Need::NAMES
                    .iter()
                    .map(|need| named(&format!("satisfaction-{need}"), &format!("Satisfaction of {need}"), "share")),
            );
            names
        },
        read: |look, values| {
            let m = look.means();
            values.extend([
                m.anticipation,
                m.tolerance,
                m.habit,
                m.knowledge,
                m.motivation,
                m.stake,
                m.fame,
                m.intensity,
                look.world.tally.burnt_out as f64,
                look.world.observed.since.disappointed as f64,
                look.world.observed.since.surprise as f64 * 1e-6 / look.world.observed.since.felt.max(1) as f64,
                m.dry,
            ]);
            values.extend(m.deficits.map(|d| 1.0 - d));
        },
    },
};
