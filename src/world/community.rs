//! The community: what is kept of those who contribute, and where they stand.
//!
//! Invariants: a holder of a tier stands where the dossier says, and on one tier of a ladder at most; a contributor has a dossier.

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
    /// Sum over those who came in of the ticks that they had waited for it.
    pub waited: f64,
    /// Sum over those who went of the ticks they had spent on it.
    pub dwelt: f64,
    /// Where seats are short: the rank between the last to be let in and the first to be left out, as things stand.
    pub cut: Option<f32>,
    /// How many compete for them.
    pub rivals: u32,
}

/// Contributors, their ladders and their chapters.
#[derive(Clone, Debug)]
pub struct Community {
    /// Of those who did something that counts.
    pub dossiers: Dossiers,
    /// Dossiers of contributors, in the order in which they began.
    pub contributors: Vec<u32>,
    /// Dossiers of people who were seen to game the rules together, for deeds that need a partner.
    pub farmers: Vec<u32>,
    /// Who was credited with each contribution, where credit may go to those who are known.
    pub credits: Vec<u32>,
    /// `ladders[ladder][tier]`; holders are dossiers.
    pub ladders: Vec<Vec<TierState>>,
    /// Chapters.
    pub chapters: Vec<ChapterState>,
}
