//! Channels: what people remember of carriers, the state of each occasion, and open complaints.
//!
//! Invariant: carriers and occasions are in the order of the rules; complaints and entrants are in the order in which they came.

use std::collections::VecDeque;

/// All channels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Channels {
    /// By carrier.
    pub carriers: Vec<CarrierState>,
    /// What the people of each segment hear in this tick; empty if there is no carrier.
    pub heard: Vec<CarrierRates>,
    /// By occasion.
    pub occasions: Vec<OccasionState>,
    /// People who came in by an occasion and are not counted in `asked` yet, oldest first.
    pub entrants: VecDeque<Entrant>,
    /// People who came in by an occasion so far.
    pub entered: u64,
    /// Entrants counted some months after their occasion: how many, and how many of them were still active.
    pub asked: (u64, u64),
    /// Content that occasions made in this tick, units.
    pub content: f64,
    /// Quality that resolved complaints added in this tick, as a log.
    pub quality: f64,
}

/// What the audience of a carrier remembers of it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CarrierState {
    /// Messages that one person of the audience remembers at the end of the tick.
    pub exposure: f64,
    /// Share of the audience that heeds it, on average in the tick.
    pub heeded: f64,
}

/// What carriers add to the rates of a segment's people, per tick.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CarrierRates {
    /// Adoption from outside.
    pub adoption: f64,
    /// Triggers that are paid for.
    pub paid: f64,
    /// Triggers that are not paid for.
    pub free: f64,
}

/// Counts of an occasion so far, and its open complaints.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OccasionState {
    /// Times that it took place.
    pub times: u64,
    /// Times that its pool could not pay.
    pub cancelled: u64,
    /// People who came, over all times.
    pub came: u64,
    /// Complaints made.
    pub raised: u64,
    /// Complaints that wait, oldest first.
    pub complaints: VecDeque<Complaint>,
    /// Hours left over from the last complaint.
    pub spare: f64,
    /// Complaints resolved.
    pub resolved: u64,
    /// Complaints heard and ignored.
    pub ignored: u64,
}

/// A complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Person.
    pub id: u32,
    /// The tick in which it was made.
    pub since: u32,
}

/// Somebody who came in by an occasion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entrant {
    /// Person.
    pub id: u32,
    /// The tick of the occasion.
    pub since: u32,
    /// Whether they contributed there for the first time; otherwise they became members.
    pub contributes: bool,
}
