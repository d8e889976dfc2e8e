//! Settle: what people asked for meets what there is.
//!
//! Attention, reviewers' hours and money are finite; what is rationed is ordered by score and then by an addressed lottery key, never
//! by row or crowd. What is settled now is felt in the next tick.

use super::membership;
use super::settlement::Settlement;
use crate::world::World;
use crate::world::requests::{Effect, Requests};

/// Effects whose dossiers are read together before any of them is settled.
const AHEAD: usize = 64;

impl Settlement<'_> {
    /// Settles everything that was requested.
    pub(super) fn settle(&mut self, world: &mut World, mut requests: Requests) {
        membership::count(world, &requests);
        self.mentors(world, &requests);
        for some in requests.effects.chunks(AHEAD) {
            world.dossiers.counts_ahead(some.iter().map(|effect| world.people.dossier[effect.id() as usize]));
            for effect in some {
                match *effect {
                    Effect::Did { id, action, deeds, stops, .. } => self.did(world, id, action as usize, deeds, stops),
                    Effect::Invite { id, ordinal } => membership::invite(world, self.ground, id, ordinal),
                }
            }
        }
        self.occasions(world, &mut requests.sums);
        self.review(world);
        self.buy(world);
        self.campaigns(world);
        self.pay(world);
        world.last = requests.sums;
    }
}
