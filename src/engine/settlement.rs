//! Settlement: what one tick owes, gathered until it is handed over.
//!
//! Invariant: outcomes reach the next tick one a person and in the order of people, whatever the order in which they came about.

use super::context::Ground;
use crate::world::people::NONE;
use crate::world::{Outcome, World};

/// Money that somebody is owed for something.
pub(super) struct Claim {
    pub(super) pool: Option<usize>,
    pub(super) amount: i64,
    pub(super) score: f32,
    pub(super) lottery: u64,
    pub(super) outcome: Outcome,
    /// Points that are turned in if it is paid: dossier and price.
    pub(super) price: Option<(u32, i64)>,
}

/// One tick's settlement.
pub(super) struct Settlement<'a> {
    pub(super) ground: &'a Ground<'a>,
    pub(super) outcomes: Vec<Outcome>,
    pub(super) claims: Vec<Claim>,
    /// Dossiers in which anything was counted.
    pub(super) touched: Vec<u32>,
    /// Who has a mentor for the first contribution, in the order of people.
    pub(super) mentored: Vec<u32>,
    /// Sum and number of the rewards that were won and paid, for everybody to see.
    pub(super) shown: (f64, u32),
}

impl<'a> Settlement<'a> {
    pub(super) fn new(ground: &'a Ground<'a>) -> Self {
        Settlement {
            ground,
            outcomes: Vec::new(),
            claims: Vec::new(),
            touched: Vec::new(),
            mentored: Vec::new(),
            shown: (0.0, 0),
        }
    }

    /// The dossier of somebody of whom something is counted; it is opened with the first such thing.
    pub(super) fn dossier(&mut self, world: &mut World, id: u32) -> u32 {
        let slot = world.people.dossier[id as usize];
        let dossier = if slot == NONE {
            let opened = world.dossiers.open(id, world.tick as f32);
            world.people.dossier[id as usize] = opened;
            opened
        } else {
            slot
        };
        if self.touched.last() != Some(&dossier) {
            self.touched.push(dossier);
        }
        dossier
    }

    /// What a tier grants to somebody who comes onto it.
    pub(super) fn grant_tier(&mut self, id: u32, fed: [f32; 6], fame: f32) {
        self.outcomes.push(Outcome { id, fed, fame, ..Outcome::default() });
    }

    /// Hands the outcomes over to the next tick, one a person, in the order of people.
    pub(super) fn close(mut self, world: &mut World) {
        self.outcomes.sort_by_key(|o| o.id);
        let mut joined: Vec<Outcome> = Vec::with_capacity(self.outcomes.len());
        for next in self.outcomes {
            match joined.last_mut() {
                Some(last) if last.id == next.id => add(last, &next),
                _ => joined.push(next),
            }
        }
        world.outcomes = joined;
        world.shown = if self.shown.1 > 0 { (self.shown.0 / f64::from(self.shown.1)) as f32 } else { -1.0 };
    }
}

fn add(sum: &mut Outcome, next: &Outcome) {
    sum.eligible = sum.eligible.saturating_add(next.eligible);
    sum.won = sum.won.saturating_add(next.won);
    sum.reward += next.reward;
    sum.expected += next.expected;
    if next.succeeded > 0 {
        sum.succeeded = sum.succeeded.saturating_add(next.succeeded);
        sum.challenge = sum.challenge.max(next.challenge);
        sum.effort += next.effort;
    }
    for (mine, theirs) in sum.fed.iter_mut().zip(next.fed) {
        *mine = 1.0 - (1.0 - *mine) * (1.0 - theirs);
    }
    for (mine, theirs) in sum.contingent.iter_mut().zip(next.contingent) {
        *mine = mine.saturating_add(theirs);
    }
    sum.fame += next.fame;
}
