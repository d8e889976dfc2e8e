//! What was observed: counts of the last tick, since the last row and since the start, and what is known of conditions.
//!
//! Invariant: no draw depends on it; an observation changes only the accounts.

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
    /// Account of who was active at the last look.
    pub account: Account,
    /// What has happened since the last look.
    pub sums: Sums,
    /// Ticks in `sums`.
    pub ticks: u32,
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
    /// Members who left for good.
    pub left: u64,
    /// People who had left and came back.
    pub returned: u64,
    /// Rewards and cash that were owed and paid.
    pub promises_kept: u64,
    /// Those that an empty pool could not pay.
    pub promises_broken: u64,
}

/// Who was active at the last row: bit 1 as a person, bit 2 as a contributor; two bits higher, the same at the row before it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    /// By row of people.
    pub activity: Vec<u8>,
    /// When that row was written, ticks.
    pub at: f32,
    /// The tally then.
    pub tally: Tally,
}

/// What is kept for metrics and conditions.
#[derive(Clone, Debug)]
pub struct Observed {
    /// What happened in the last tick.
    pub last: Sums,
    /// What has happened since the last row was written.
    pub since: Sums,
    /// Ticks in `since`.
    pub since_ticks: u32,
    /// Account of who was active when the last row was written.
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
