//! Groups: the state of SIGs and of chapters.
//!
//! Invariant: an organisation holds at most one seat of a table, and no table holds more than its places.

/// Where work is reviewed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Desk {
    /// Minutes of review left over from the last tick; below zero: owed.
    pub minutes: i64,
    /// Weeks that a first response takes now.
    pub wait: f32,
    /// Waiting work divided by what its reviewers can do in a tick; at most 1.
    pub overload: f32,
}

/// A seat that an organisation holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Which of the world's organisations.
    pub org: usize,
    /// The tick in which it took the seat.
    pub since: u32,
}

/// The history of an organisation in the seats of one table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Served {
    /// How often it has taken a seat.
    pub times: u32,
    /// Whether an assessment has sent it away.
    pub refused: bool,
}

/// The seats of one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seats {
    /// Those that are held, in the order in which they were taken.
    pub held: Vec<Seat>,
    /// By the ordinal of an organisation in its group; empty until a seat is taken.
    pub served: Vec<Served>,
}

/// A SIG's branch and seats.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SigState {
    /// Code that is merged and not released, units.
    pub code: f64,
    /// Code that came onto the branch in this tick, units.
    pub fresh: f64,
    /// Quality that is only on the branch, log.
    pub ahead: f64,
    /// The seats, table by table.
    pub seats: Vec<Seats>,
}

/// A chapter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChapterState {
    /// Leaders who live there now.
    pub leaders: u32,
    /// Meetings that are remembered.
    pub remembered: f64,
    /// Factor on the external hazard of adoption of its people.
    pub reach: f64,
    /// Factor on their hazard of leaving.
    pub leave: f64,
    /// The part of a meeting that is paid for and not yet held.
    pub ahead: f64,
    /// Meetings held so far, and those for which there was no money.
    pub meetings: [f64; 2],
}

impl Default for ChapterState {
    fn default() -> Self {
        ChapterState { leaders: 0, remembered: 0.0, reach: 1.0, leave: 1.0, ahead: 0.0, meetings: [0.0; 2] }
    }
}
