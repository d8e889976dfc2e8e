//! How people are doing: anticipation, tolerance, habit, motivation, needs, and exits from overload.
//!
//! Means are over members, each brought up to the end of the tick.

use super::{Metric, named};
use crate::incentives::Need;
use crate::shelf::Row;

pub(super) const ROW: Row<Metric> = Row {
    name: "feelings",
    says: "Anticipation, tolerance, habit, motivation, need satisfaction, burnout and disappointment.",
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
                look.world.since.disappointed as f64,
            ]);
            values.extend(m.deficits.map(|d| 1.0 - d));
        },
    },
};
