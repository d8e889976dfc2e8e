//! What was observed: counts of the last tick, of the last month, since the last row and since the start, and what is known of conditions.
//!
//! Invariants: no draw depends on it, unless a condition asks; what a condition reads does not depend on what is written down. A month of
//! flows is [`MONTH`] long, at any tick.

use std::collections::VecDeque;

use super::calendar::MONTH;
use super::requests::Sums;

/// What is known of a milestone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MilestoneState {
    /// Of its condition.
    pub watched: ConditionState,
    /// Whether its money has come.
    pub paid: bool,
}

/// What is known of a condition that an intervention or a milestone waits for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConditionState {
    /// Whether the intervention holds, or the milestone has been met.
    pub holds: bool,
    /// For each span of time in the condition: the day since which the required condition has held.
    pub since: Vec<Option<f64>>,
    /// The metrics that the condition names: for each the index of its family, and its index in the family.
    pub places: Vec<Option<(usize, usize)>>,
}

/// Counts since the start of the run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Contributions merged.
    pub merged: u64,
    /// Contributions that waited too long and were given up.
    pub abandoned: u64,
    /// People who contributed for the first time.
    pub newcomers: u64,
    /// Contributors or holders who went because of overload.
    pub burnt_out: u64,
    /// Deeds that were found to game the rules.
    pub caught: u64,
    /// Prizes and things handed over.
    pub rewards: u64,
    /// Invitations that made a member.
    pub referred: u64,
    /// People adopted ever, those at the start included.
    pub adopted: u64,
    /// People who began a trial.
    pub tried: u64,
    /// Members who left for good.
    pub left: u64,
    /// People who had left and came back.
    pub returned: u64,
    /// Rewards and cash that were owed and paid.
    pub promises_kept: u64,
    /// Those that an empty pool could not pay.
    pub promises_broken: u64,
    /// Minutes of review that were used.
    pub review_minutes: u64,
    /// Minutes that deeds of paid staff and complaints took.
    pub staff_minutes: u64,
}

/// The counts of one tick, or of several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    /// What people did.
    pub sums: Sums,
    /// Contributions merged.
    pub merged: u64,
    /// People who contributed for the first time.
    pub newcomers: u64,
}

impl Counts {
    fn add(&mut self, other: &Counts) {
        self.sums.add(&other.sums);
        self.merged += other.merged;
        self.newcomers += other.newcomers;
    }
}

/// Counts of the time up to now: of the last 30.4 days, tick by tick, and since the last row.
#[derive(Clone, Debug, Default)]
pub struct Recent {
    /// The latest tick first.
    ticks: VecDeque<Counts>,
    /// Ticks in a month; may be a fraction.
    length: f64,
    /// Counts since the last row was written, and ticks in them.
    row: (Counts, u32),
    /// Contributions and newcomers of the tally when the last tick ended.
    tally: (u64, u64),
}

/// The time over which flows are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// Since the last row, which may be a week, a month or a year.
    Row,
    /// The last 30.4 days.
    Month,
}

impl Recent {
    /// Before the first tick; `tick_days`: length of a tick.
    pub fn new(tick_days: f32, tally: &Tally) -> Self {
        let length = MONTH / f64::from(tick_days);
        Recent { length, tally: (tally.merged, tally.newcomers), ..Recent::default() }
    }
    /// Counts a tick, and forgets what is older than a month.
    pub fn close_tick(&mut self, sums: &Sums, tally: &Tally) {
        let (merged, newcomers) = self.tally;
        self.tally = (tally.merged, tally.newcomers);
        let counts =
            Counts { sums: sums.clone(), merged: tally.merged - merged, newcomers: tally.newcomers - newcomers };
        self.row.0.add(&counts);
        self.row.1 += 1;
        self.ticks.truncate(self.length.ceil() as usize - 1);
        self.ticks.push_front(counts);
    }
    /// Begins the counts of the next row.
    pub fn close_row(&mut self) {
        self.row = (Counts::default(), 0);
    }
    /// A count per month of 30.4 days; NaN before the first tick. Of the tick that lies across the beginning of the last 30.4 days, the
    /// share inside them counts; in the first month of a run, what there is per time that has passed.
    pub fn rate(&self, window: Window, of: impl Fn(&Counts) -> f64) -> f64 {
        let (sum, ticks) = match window {
            Window::Row => (of(&self.row.0), f64::from(self.row.1)),
            Window::Month => {
                let share = |k: usize| (self.length - k as f64).min(1.0);
                let sum = self.ticks.iter().enumerate().map(|(k, counts)| share(k) * of(counts)).sum();
                (sum, self.length.min(self.ticks.len() as f64))
            }
        };
        sum * self.length / ticks
    }
}

/// Numbers who came and went in a closed month: A(t) = A(t−1) + new + returned − lapsed − left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// Active at its end.
    pub active: u64,
    /// Active for the first time.
    pub new: u64,
    /// Active again.
    pub returned: u64,
    /// No longer active.
    pub lapsed: u64,
    /// Gone for good.
    pub left: u64,
    /// Active at its end and at the ends of the two months before.
    pub kept: u64,
}

/// The flows of a closed calendar month, or of several.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Closed {
    /// Of active people.
    pub people: Flow,
    /// Of active contributors.
    pub contributors: Flow,
    /// Its length, months of 30.4 days.
    pub months: f64,
}

impl Flow {
    /// This month's flows and those of an earlier one; who is active or kept is of this month.
    fn after(mut self, earlier: &Flow) -> Flow {
        self.new += earlier.new;
        self.returned += earlier.returned;
        self.lapsed += earlier.lapsed;
        self.left += earlier.left;
        self
    }
}

impl Closed {
    /// This month and earlier ones together.
    pub fn after(self, earlier: Option<&Closed>) -> Closed {
        let Some(earlier) = earlier else { return self };
        Closed {
            people: self.people.after(&earlier.people),
            contributors: self.contributors.after(&earlier.contributors),
            months: self.months + earlier.months,
        }
    }
}

/// Who was active at some days: bit 1 as a person, bit 2 as a contributor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    /// By row of people, when the current calendar month was opened, and that tick.
    pub opened: (Vec<u8>, f32),
    /// When the last calendar month ended; two bits higher, the same at the end of the month before.
    pub ended: Vec<u8>,
    /// The flows of that month; `None` until the first has ended.
    pub closed: Option<Closed>,
    /// Those of all months that ended since the last row; `None` if none did.
    pub row: Option<Closed>,
    /// Months that have ended.
    pub months: u32,
}

/// What is kept for metrics and conditions.
#[derive(Clone, Debug)]
pub struct Observed {
    /// What happened in the last tick.
    pub last: Sums,
    /// What happened lately.
    pub recent: Recent,
    /// Who was active when the last calendar month ended.
    pub account: Account,
    /// What is known of each condition, in the order of the model's watches.
    pub watched: Vec<ConditionState>,
    /// What is known of each milestone, in the order of the model's.
    pub milestones: Vec<MilestoneState>,
}

impl Observed {
    /// Which interventions with a condition hold, one bit each.
    pub fn holding(&self) -> usize {
        self.watched.iter().enumerate().map(|(k, watched)| usize::from(watched.holds) << k).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recent(tick_days: f32, each: &[u64]) -> Recent {
        let mut recent = Recent::new(tick_days, &Tally::default());
        for &deeds in each {
            recent.close_tick(&Sums { deeds, ..Sums::default() }, &Tally::default());
        }
        recent
    }

    fn deeds(tick_days: f32, each: &[u64]) -> f64 {
        recent(tick_days, each).rate(Window::Month, |counts| counts.sums.deeds as f64)
    }

    #[test]
    fn seven_deeds_a_week_are_a_month_of_them_whatever_the_tick() {
        for (days, each) in [(1.0, 1), (7.0, 7)] {
            for ticks in [1, 3, 5, 40, 90] {
                let found = deeds(days, &vec![each; ticks]);
                assert!((found - MONTH).abs() < 1e-4, "{found} with {ticks} ticks of {days} days");
            }
        }
        assert!((deeds(3.0 * MONTH as f32, &[0, 90]) - 30.0).abs() < 1e-3);
        assert!((deeds(MONTH as f32, &[5, 8]) - 8.0).abs() < 1e-3);
        assert!(deeds(7.0, &[]).is_nan());
    }

    #[test]
    fn what_is_older_than_a_month_is_forgotten() {
        assert_eq!(deeds(7.0, &[100, 0, 0, 0, 0, 0]), 0.0);
        let part = MONTH / 7.0 - 4.0;
        assert!((deeds(7.0, &[100, 0, 0, 0, 0]) - 100.0 * part).abs() < 1e-4, "the fifth week counts in part");
    }

    #[test]
    fn a_row_counts_all_since_the_row_before_it() {
        let mut recent = recent(7.0, &[100, 0, 0, 0, 0, 0, 0, 0]);
        let rate = |recent: &Recent| recent.rate(Window::Row, |counts| counts.sums.deeds as f64);
        assert!((rate(&recent) - 100.0 * MONTH / 56.0).abs() < 1e-9);
        recent.close_row();
        assert!(rate(&recent).is_nan());
        recent.close_tick(&Sums { deeds: 7, ..Sums::default() }, &Tally::default());
        assert!((rate(&recent) - MONTH).abs() < 1e-9);
    }
}
