//! Deeds: what is counted of them, which are detected as gaming, and what happens when they are done.
//!
//! Invariant: a deed is granted what it earns once, when it is done or when it is merged, as each rule says.

use super::Settlement;
use super::desks::hold_back;
use crate::incentives::points::On;
use crate::model::Action;
use crate::world::dossier::Part;
use crate::world::ledger::Ledger;
use crate::world::{Community, Outcome, Pending, Tally, World};

impl Settlement<'_> {
    /// Records a deed that is counted.
    pub(super) fn record(&mut self, world: &mut World, id: u32, action: usize, deeds: u16, stops: Option<bool>) {
        let rules = self.ground.rules;
        let action_rules = &rules.actions[action];
        let dossier = self.dossier(&mut world.population, &mut world.community, id);
        let file = &mut world.community.dossiers.list[dossier as usize];
        file.counts[action] += u32::from(deeds);
        if file.clock.part == Part::Staff {
            let minutes = f64::from(action_rules.effort) * 60.0 * f64::from(deeds);
            world.tally.staff_minutes += minutes.round() as u64;
        }
        let mut honest = deeds;
        if action_rules.mimics.is_some() {
            honest -=
                self.detect(&mut world.community, &mut world.ledger, &mut world.tally, dossier, action_rules, deeds);
        }
        if action_rules.contribution {
            self.begin(&mut world.population, &mut world.community, id, dossier);
            self.engage(&mut world.population, &mut world.community, &world.work, id, dossier, stops);
        }
        self.wake(id);
        if honest == 0 {
            return;
        }
        let counted_as = action_rules.mimics.unwrap_or(action);
        let receiver =
            if action_rules.mutual { self.partner(&mut world.community, id, dossier) } else { Some((id, dossier)) };
        if let Some((id, dossier)) = receiver {
            self.grant(world, id, dossier, counted_as, honest, On::Done, action_rules.mimics.is_some());
        }
        if action_rules.reviewed {
            let held_back = hold_back(&world.population, &mut world.work, self.ground, id, action, honest);
            world.work.queue.push(Pending { id, action: action as u8, deeds: honest, since: world.tick, held_back });
        } else {
            self.complete(world, id, dossier, action, honest);
        }
    }

    /// A deed is complete, with nothing left to wait for: it is granted what it earns, and felt.
    pub(super) fn complete(&mut self, world: &mut World, id: u32, dossier: u32, action: usize, deeds: u16) {
        let action_rules = &self.ground.rules.actions[action];
        if action_rules.mimics.is_none() {
            self.grant(world, id, dossier, action, deeds, On::Merged, false);
        }
        if action_rules.challenge > 0.0 {
            self.outcomes.push(Outcome {
                id,
                succeeded: deeds,
                challenge: action_rules.challenge,
                effort: action_rules.effort,
                ..Outcome::default()
            });
        }
        if action_rules.contribution {
            self.record_contribution(&mut world.community, &mut world.tally, id, dossier, deeds);
        }
    }

    /// A person who comes nearer to a boundary responds to it from the next tick on, not only after the next deed.
    fn wake(&mut self, id: u32) {
        let rules = self.ground.rules;
        let bars = !rules.badges.is_empty() || !rules.shop.is_empty() || rules.ladders.iter().any(|l| l.on_now);
        let effort = rules.segments[self.ground.model.segment_of(id)].terms.effort;
        if bars && effort.is_some_and(|e| e.responds(self.ground.person(id))) {
            self.outcomes.push(Outcome { id, ..Outcome::default() });
        }
    }

    /// Draws how many of the deeds are found to game the rules. Their points are not given, and a penalty is taken.
    fn detect(
        &self,
        community: &mut Community,
        ledger: &mut Ledger,
        tally: &mut Tally,
        dossier: u32,
        action_rules: &Action,
        deeds: u16,
    ) -> u16 {
        let id = community.dossiers.list[dossier as usize].id;
        let luck = self.ground.luck.named("detection").at(u64::from(self.ground.tick)).at(u64::from(id));
        let mut dice = luck.luck();
        let found = (0..deeds).filter(|_| dice.unit() < action_rules.detection).count() as u16;
        if found > 0 {
            let file = &mut community.dossiers.list[dossier as usize];
            let penalty = (action_rules.penalty * i64::from(found)).min(file.balance);
            file.balance -= penalty;
            file.caught = true;
            ledger.clawed_back += penalty;
            tally.caught += u64::from(found);
        }
        found
    }

    /// Another person who games the rules in the same way, and gets what the deed earns: id and dossier.
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
        self.wake(id);
        Some((id, other))
    }
}
