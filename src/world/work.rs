//! Work: what waits for review, who reviews it, and what became of it.
//!
//! Invariants: the queue holds no work of zero deeds; desk 0 reviews all work that belongs to no SIG, and desk k + 1 the work of the k-th
//! SIG.

use super::groups::{Desk, SigState};
use super::requests::ACTIONS;

/// Something that waits for a reviewer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pending {
    /// Who did it.
    pub id: u32,
    /// The action.
    pub action: u8,
    /// How many deeds.
    pub deeds: u16,
    /// The tick in which it was done.
    pub since: u32,
    /// Whether its code counts only when it is merged.
    pub held_back: bool,
}

/// Contributions on their way into the product.
#[derive(Clone, Debug)]
pub struct Work {
    /// Waiting for review, oldest first.
    pub queue: Vec<Pending>,
    /// Who reviews: the common desk, then one desk per SIG.
    pub desks: Vec<Desk>,
    /// Weeks that a first response takes now, everywhere.
    pub wait: f32,
    /// Deeds of each action that were merged in the last tick, each weighted with the merit of its doer, in millionths of a deed; without work for
    /// branches.
    pub merged: [i64; ACTIONS],
    /// Code done in this tick that counts only when it is merged, minus code that was merged although there is no branch any more, units.
    pub held_back: f64,
    /// Minutes that mentors have.
    pub mentor_minutes: f64,
    /// SIGs: their branches and seats.
    pub sigs: Vec<SigState>,
}
