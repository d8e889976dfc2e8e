//! Deeds: what is counted of them, what is found out, and what happens when they are done.
//!
//! Invariant: a deed is granted what it earns once, when it is done or when it is merged, as each rule says.

use super::Settlement;
use super::desks::hold_back;
use crate::incentives::points::On;
use crate::model::Action;
use crate::world::ledger::Ledger;
use crate::world::{Community, Outcome, Pending, Tally, World};

impl Settlement<'_> {
    /// A counted deed.
    pub(super) fn did(&mut self, world: &mut World, id: u32, action: usize, deeds: u16, stops: Option<bool>) {
        let rules = self.ground.rules;
        let what = &rules.actions[action];
        let dossier = self.dossier(&mut world.population, &mut world.community, id);
        world.community.dossiers.list[dossier as usize].counts[action] += u32::from(deeds);
        let mut kept = deeds;
        if what.mimics.is_some() {
            kept -= self.caught(&mut world.community, &mut world.ledger, &mut world.tally, id, dossier, what, deeds);
        }
        if what.contribution {
            self.begin(&mut world.population, &mut world.community, id, dossier);
            self.engage(&mut world.population, &mut world.community, &world.work, id, dossier, stops);
        }
        self.look_again(id);
        if kept == 0 {
            return;
        }
        let of = what.mimics.unwrap_or(action);
        let gets = if what.mutual { self.partner(&mut world.community, id, dossier) } else { Some((id, dossier)) };
        if let Some((id, dossier)) = gets {
            self.grant(world, id, dossier, of, kept, On::Done, what.mimics.is_some());
        }
        if what.reviewed {
            let held_back = hold_back(&world.population, &mut world.work, self.ground, id, action, kept);
            world.work.queue.push(Pending { id, action: action as u8, deeds: kept, since: world.tick, held_back });
        } else {
            self.done(world, id, dossier, action, kept);
        }
    }

    /// An action is completed, with nothing left to wait for: the world is the better for it, and so may be the doer.
    pub(super) fn done(&mut self, world: &mut World, id: u32, dossier: u32, action: usize, deeds: u16) {
        let what = &self.ground.rules.actions[action];
        if what.mimics.is_none() {
            self.grant(world, id, dossier, action, deeds, On::Merged, false);
        }
        if what.challenge > 0.0 {
            self.outcomes.push(Outcome {
                id,
                succeeded: deeds,
                challenge: what.challenge,
                effort: what.effort,
                ..Outcome::default()
            });
        }
        if what.contribution {
            self.contributed(&mut world.community, &mut world.tally, id, dossier, deeds);
        }
    }

    /// Whoever stands nearer to a boundary feels it from the next tick on, not only at the next deed.
    fn look_again(&mut self, id: u32) {
        let rules = self.ground.rules;
        let bars = !rules.badges.is_empty() || !rules.shop.is_empty() || rules.ladders.iter().any(|l| l.on_now);
        let effort = rules.segments[self.ground.model.segment_of(id)].terms.effort;
        if bars && effort.is_some_and(|e| e.responds(self.ground.person(id))) {
            self.outcomes.push(Outcome { id, ..Outcome::default() });
        }
    }

    /// Deeds that are found to game the rules: their points are not given, and a penalty is taken.
    fn caught(
        &self,
        community: &mut Community,
        ledger: &mut Ledger,
        tally: &mut Tally,
        id: u32,
        dossier: u32,
        what: &Action,
        deeds: u16,
    ) -> u16 {
        let luck = self.ground.luck.named("detection").at(u64::from(self.ground.tick)).at(u64::from(id));
        let mut dice = luck.luck();
        let found = (0..deeds).filter(|_| dice.unit() < what.detection).count() as u16;
        if found > 0 {
            let file = &mut community.dossiers.list[dossier as usize];
            let penalty = (what.penalty * i64::from(found)).min(file.balance);
            file.balance -= penalty;
            file.caught = true;
            ledger.clawed_back += penalty;
            tally.caught += u64::from(found);
        }
        found
    }

    /// Somebody else who games the rules in the same way.
    fn partner(&mut self, community: &mut Community, id: u32, dossier: u32) -> Option<(u32, u32)> {
        if !community.farmers.contains(&dossier) {
            community.farmers.push(dossier);
        }
        let luck = self.ground.luck.named("partner").at(u64::from(self.ground.tick)).at(u64::from(id));
        let other = community.farmers[((u128::from(luck.bits()) * community.farmers.len() as u128) >> 64) as usize];
        if other == dossier {
            return None;
        }
        let id = community.dossiers.list[other as usize].id;
        self.touched.push(other);
        self.look_again(id);
        Some((id, other))
    }
}
