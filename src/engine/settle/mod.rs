//! Settle: requests are met with what is available.
//!
//! Reviewers' hours and money are finite. If they are too few, requests are served by score and then by an addressed lottery key, never by
//! row or crowd. What is settled now is felt in the next tick. Invariant: the next tick gets one outcome per person, in the order of
//! people, whatever the order in which the outcomes arose.

use super::context::TickContext;
use super::people::membership;
use crate::world::people::NONE;
use crate::world::requests::{Effect, Requests};
use crate::world::{Community, Outcome, Population, Surroundings, World};

mod claims;
mod contributors;
mod deeds;
pub(in crate::engine) mod desks;
mod grants;
mod occasions;
mod review;

/// Number of effects whose dossiers are read together before the first of them is settled.
const AHEAD: usize = 64;

/// Money that a person is owed, and what they get and feel if it is paid.
pub(in crate::engine) struct Claim {
    pub(in crate::engine) pool: Option<usize>,
    pub(in crate::engine) amount: i64,
    pub(in crate::engine) score: f32,
    pub(in crate::engine) lottery: u64,
    pub(in crate::engine) outcome: Outcome,
    /// Points that are turned in if it is paid.
    pub(in crate::engine) price: Option<Price>,
}

/// What a person pays for a thing, and how many of it there may be.
pub(in crate::engine) struct Price {
    /// Whose points.
    dossier: u32,
    /// How many.
    points: i64,
    /// The thing.
    thing: usize,
    /// The period in which it counts, if one person can have only a few.
    each: Option<u32>,
    /// The most that all together can have in a period.
    stock: Option<(u32, u32)>,
}

/// One tick's settlement.
pub(in crate::engine) struct Settlement<'a> {
    pub(in crate::engine) ground: &'a TickContext<'a>,
    pub(in crate::engine) outcomes: Vec<Outcome>,
    pub(in crate::engine) claims: Vec<Claim>,
    /// Dossiers in which anything was counted.
    pub(in crate::engine) touched: Vec<u32>,
    /// Who has a mentor for the first contribution, in the order of people.
    pub(in crate::engine) mentored: Vec<u32>,
    /// Sum and number of the rewards that were won and paid, for everybody to see.
    pub(in crate::engine) shown: (f64, u32),
}

impl<'a> Settlement<'a> {
    pub(in crate::engine) fn new(ground: &'a TickContext<'a>) -> Self {
        Settlement {
            ground,
            outcomes: Vec::new(),
            claims: Vec::new(),
            touched: Vec::new(),
            mentored: Vec::new(),
            shown: (0.0, 0),
        }
    }

    /// Settles everything that was requested.
    pub(in crate::engine) fn settle(&mut self, world: &mut World, mut requests: Requests) {
        membership::count(&mut world.population, &mut world.community, &mut world.tally, &requests);
        self.mentors(&world.population, &world.community, &mut world.work, &requests);
        for some in requests.effects.chunks(AHEAD) {
            world
                .community
                .dossiers
                .prefetch_counts(some.iter().map(|effect| world.population.people.dossier[effect.id() as usize]));
            for effect in some {
                match *effect {
                    Effect::Did { id, action, deeds, stops, .. } => {
                        self.record(world, id, action as usize, deeds, stops)
                    }
                    Effect::Invite { id, ordinal } => {
                        membership::invite(&mut world.population, &mut world.tally, self.ground, id, ordinal)
                    }
                }
            }
        }
        self.occasions(world, &mut requests.sums);
        self.review(world);
        self.buy(&world.population, &mut world.community);
        self.campaigns(&mut world.ledger);
        self.pay(&mut world.community, &mut world.ledger, &mut world.tally);
        world.observed.last = requests.sums;
    }

    /// The dossier of a person; it is opened with the first thing that is counted of them.
    pub(in crate::engine) fn dossier(
        &mut self,
        population: &mut Population,
        community: &mut Community,
        id: u32,
    ) -> u32 {
        let slot = population.people.dossier[id as usize];
        let dossier = if slot == NONE {
            let opened = community.dossiers.open(id, self.ground.tick as f32);
            population.people.dossier[id as usize] = opened;
            opened
        } else {
            slot
        };
        if self.touched.last() != Some(&dossier) {
            self.touched.push(dossier);
        }
        dossier
    }

    /// What a tier grants to a person who comes onto it.
    pub(in crate::engine) fn grant_tier(&mut self, id: u32, fed: [f32; 6], fame: f32) {
        self.outcomes.push(Outcome { id, fed, fame, ..Outcome::default() });
    }

    /// Hands the outcomes over to the next tick, one per person, in the order of people.
    pub(in crate::engine) fn close(mut self, population: &mut Population, surroundings: &mut Surroundings) {
        self.outcomes.sort_by_key(|o| o.id);
        let mut joined: Vec<Outcome> = Vec::with_capacity(self.outcomes.len());
        for next in self.outcomes {
            match joined.last_mut() {
                Some(last) if last.id == next.id => add(last, &next),
                _ => joined.push(next),
            }
        }
        population.outcomes = joined;
        surroundings.shown = if self.shown.1 > 0 { (self.shown.0 / f64::from(self.shown.1)) as f32 } else { -1.0 };
    }
}

/// Adds an outcome of the same person.
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
