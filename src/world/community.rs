//! The community: the records of those who contribute, and their places on ladders.
//!
//! Invariants: the dossier of a holder names the same tier, and a person is on at most one tier of a ladder; a contributor has a dossier.

use super::dossier::Dossiers;
use super::groups::ChapterState;

/// Comings and goings of one tier since the start.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TierState {
    /// Dossiers of the people on it now, or indices of organisations, in the order of entry.
    pub holders: Vec<u32>,
    /// Holders with whom it began.
    pub at_start: u32,
    /// The tick from which the tier is in force.
    pub since: Option<u32>,
    /// Came in from below.
    pub entered: u64,
    /// Went up.
    pub promoted: u64,
    /// Sent down.
    pub demoted: u64,
    /// Off the ladder.
    pub exited: u64,
    /// Ticks that those who came in had waited, summed.
    pub waited: f64,
    /// Ticks that those who went had spent on it, summed.
    pub dwelt: f64,
    /// If seats are short: the rank between the last person who would be let in now and the first who would be left out.
    pub cut: Option<f32>,
    /// Number of people who compete for the seats.
    pub rivals: u32,
    /// Times that sponsors may still vouch for somebody here; `None` before the first meeting.
    pub vouches: Option<f64>,
    /// People who stood at the meetings of late, fading with a half-life of a year.
    pub stood: f32,
    /// Those of them who were let in.
    pub let_in: f32,
}

impl TierState {
    /// The chance that a person who stands at each of `meetings` is let in at one of them, as far as it was seen: 1 before anybody stood.
    pub fn hope(&self, meetings: f64) -> f64 {
        let share = f64::from((1.0 + self.let_in) / (1.0 + self.stood)).min(1.0);
        1.0 - libm::pow(1.0 - share, meetings.max(1.0))
    }
}

/// Contributors, their ladders and their chapters.
#[derive(Clone, Debug)]
pub struct Community {
    /// Dossiers of those who did something that counts.
    pub dossiers: Dossiers,
    /// Dossiers of contributors, in the order in which they began.
    pub contributors: Vec<u32>,
    /// Dossiers of people who were seen to game the rules together, for deeds that need a partner.
    pub farmers: Vec<u32>,
    /// The person who was credited with each contribution; kept if credit may go to those who are known.
    pub credits: Vec<u32>,
    /// `ladders[ladder][tier]`; holders are dossiers.
    pub ladders: Vec<Vec<TierState>>,
    /// Chapters.
    pub chapters: Vec<ChapterState>,
}
