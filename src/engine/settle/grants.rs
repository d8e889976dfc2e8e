//! Grants: points, windows of ladders, prizes and badges for deeds that count.
//!
//! Invariant: points are issued here and nowhere else, and are in the ledger as soon as they are in a dossier.

use super::{Claim, Settlement};
use crate::incentives::points::On;
use crate::model::PrizeRule;
use crate::world::calendar::period;
use crate::world::dossier::Part;
use crate::world::ledger::Ledger;
use crate::world::maths::normal_quantile;
use crate::world::{Community, Outcome, Removal, Tally, World};

impl Settlement<'_> {
    /// Grants points, windows, prizes and badges for deeds that count now.
    #[expect(clippy::too_many_arguments, reason = "who, what, how often, when, and whether honestly")]
    pub(super) fn grant(
        &mut self,
        world: &mut World,
        id: u32,
        dossier: u32,
        action: usize,
        deeds: u16,
        when: On,
        mimic: bool,
    ) {
        let rules = self.ground.rules;
        let now = world.tick as f32;
        let mut points = 0_i64;
        for (index, rule) in rules.points.iter().enumerate() {
            if rule.action == action && rule.on == when && rule.earns(&rules.calendar, self.ground.tick) {
                points += self.points(world, dossier, index, deeds, mimic);
            }
        }
        for (index, ladder) in rules.ladders.iter().enumerate() {
            // Counted whether or not the ladder is in force: a programme that begins looks back over its window.
            if ladder.counts[action] && (ladder.on == when || points > 0) {
                let counted = if ladder.on == when { deeds } else { 0 };
                let points = points.clamp(0, i64::from(u32::MAX)) as u32;
                for ring in ladder.rings.clone() {
                    world.community.dossiers.count(dossier, ring, f64::from(world.tick), counted, points);
                }
                if counted > 0 {
                    let standing = world.community.dossiers.standing_mut(dossier, index);
                    standing.last = now;
                    standing.lapsed = false;
                    standing.since = standing.since.saturating_add(counted.min(u16::from(u8::MAX)) as u8);
                }
            }
        }
        for prize in rules.prizes.iter().filter(|p| p.action == action && p.prize.on == when) {
            self.prize(&world.community, id, dossier, prize, deeds);
        }
        self.badges(&mut world.community, &mut world.tally, id, dossier, action);
    }

    /// What one rule gives for some deeds, within its cap.
    fn points(&self, world: &mut World, dossier: u32, index: usize, deeds: u16, mimic: bool) -> i64 {
        let rule = &self.ground.rules.points[index];
        let now = world.tick as f32;
        let slot = dossier as usize * world.community.dossiers.points_rules + index;
        let mut amount = rule.points * i64::from(deeds);
        if !rule.grades.is_empty() {
            let id = u64::from(world.community.dossiers.list[dossier as usize].id);
            let mut grade = self.ground.luck.named("grade").named(&rule.name).at(u64::from(world.tick)).at(id).luck();
            amount = (0..deeds).map(|_| rule.of(grade.unit())).sum();
        }
        if rule.quality > 0.0 {
            // Quality is 1 plus merit and luck; a deed that mimics another has none.
            let id = world.community.dossiers.list[dossier as usize].id;
            let luck = self.ground.luck.named("quality").named(&rule.name).at(u64::from(world.tick)).at(u64::from(id));
            let merit = world.population.people.merit.get(id as usize).map_or(0.0, |m| f64::from(*m));
            let seen = (1.0 + merit + rule.noise * normal_quantile(luck.unit())).max(0.0);
            let quality = if mimic { 0.0 } else { seen };
            amount = (amount as f64 * (1.0 - rule.quality + rule.quality * quality)).round() as i64;
        }
        if let Some((most, ticks)) = rule.cap {
            let period = period(world.tick, ticks);
            let earned = &mut world.community.dossiers.earned[slot];
            if earned.0 != period {
                *earned = (period, 0);
            }
            // A period shorter than a tick allows its quota several times in a tick.
            let most = (f64::from(most) * (1.0 / ticks).max(1.0)) as i64;
            amount = amount.min(most - earned.1).max(0);
            earned.1 += amount;
        }
        if amount < 0 {
            self.take(world, dossier, index, -amount);
            return 0;
        }
        // The score fades at the pace of the rule that earned it, so that old merit does not count for ever.
        world.community.dossiers.score(dossier, rule.score, amount as f32, now);
        world.community.dossiers.list[dossier as usize].balance += amount;
        world.ledger.issued += amount;
        if self.ground.model.counters.lots && amount > 0 {
            world.community.dossiers.list[dossier as usize].fresh += amount;
            world.ledger.lots.push_back((world.tick, dossier, amount));
        }
        self.removals(&world.community, &mut world.ledger, dossier, index, deeds, amount);
        if mimic {
            world.ledger.farmed += amount;
        }
        amount
    }

    /// Takes points for deeds of a grade below zero: from the balance as far as it goes, unless there may be debt.
    fn take(&self, world: &mut World, dossier: u32, index: usize, points: i64) {
        let rule = &self.ground.rules.points[index];
        let debt = self.ground.rules.balance.debt;
        let file = &mut world.community.dossiers.list[dossier as usize];
        let taken = if debt { points } else { points.min(file.balance.max(0)) };
        file.balance -= taken;
        world.ledger.debt |= debt;
        world.ledger.clawed_back += taken;
        let had = world.community.dossiers.score_at(dossier, world.tick as f32);
        let off = if debt { points as f32 } else { (points as f32).min(had.max(0.0)) };
        world.community.dossiers.score(dossier, rule.score, -off, world.tick as f32);
        for ladder in self.ground.rules.ladders.iter().filter(|ladder| ladder.counts[rule.action]) {
            for ring in ladder.rings.clone() {
                let points = points.min(i64::from(u32::MAX)) as u32;
                world.community.dossiers.uncount(dossier, ring, f64::from(world.tick), points);
            }
        }
    }

    /// Draws which of the deeds will be removed, and when.
    fn removals(
        &self,
        community: &Community,
        ledger: &mut Ledger,
        dossier: u32,
        index: usize,
        deeds: u16,
        amount: i64,
    ) {
        let rule = &self.ground.rules.points[index];
        let points = amount / i64::from(deeds.max(1));
        if rule.removed <= 0.0 || points <= 0 && rule.penalty == 0 {
            return;
        }
        let id = u64::from(community.dossiers.list[dossier as usize].id);
        let address = self.ground.luck.named("removed").named(&rule.name).at(u64::from(self.ground.tick));
        let mut dice = address.at(id).luck();
        for _ in 0..deeds {
            let (falls, moment) = (dice.unit() < rule.removed, dice.unit());
            if falls {
                let due = self.ground.tick + (rule.removed_within * moment).ceil().max(1.0) as u32;
                let removal = Removal { dossier, rule: index, points, since: self.ground.tick };
                ledger.removals.entry(due).or_default().push(removal);
            }
        }
    }

    /// Draws whether each deed wins, and claims what was won; prizes are not for those who are paid to contribute.
    fn prize(&mut self, community: &Community, id: u32, dossier: u32, rule: &PrizeRule, deeds: u16) {
        if community.dossiers.list[dossier as usize].clock.part == Part::Staff {
            return;
        }
        let (odds, reward) = rule.prize.odds();
        let luck = self.ground.luck.named("prize").named(&rule.name).at(u64::from(self.ground.tick)).at(u64::from(id));
        let mut dice = luck.luck();
        let mut won = 0_u16;
        for _ in 0..deeds {
            let wins = odds >= 1.0 || dice.unit() < odds;
            let handed = rule.prize.paid >= 1.0 || dice.unit() < rule.prize.paid;
            won += u16::from(wins && handed);
        }
        let promise = Outcome { id, eligible: deeds, expected: f32::from(deeds) * odds as f32, ..Outcome::default() };
        self.outcomes.push(promise);
        for k in 0..won {
            let mut outcome = Outcome { id, won: 1, reward: reward as f32, ..Outcome::default() };
            outcome.fed[rule.prize.feeds as usize] = rule.prize.relief as f32;
            outcome.contingent[rule.prize.controlling as usize] = 1;
            self.claims.push(Claim {
                pool: rule.pool.filter(|_| rule.prize.cost > 0),
                amount: rule.prize.cost,
                score: community.dossiers.score_at(dossier, self.ground.tick as f32),
                lottery: luck.at(u64::from(k)).bits(),
                outcome,
                price: None,
            });
        }
    }

    /// Gives the badges that are reached with these deeds.
    fn badges(&mut self, community: &mut Community, tally: &mut Tally, id: u32, dossier: u32, action: usize) {
        for badge in self.ground.rules.badges.iter().filter(|b| b.action == action) {
            let file = &mut community.dossiers.list[dossier as usize];
            if file.badges >> badge.bit & 1 == 0 && i64::from(file.counts[action]) + badge.endowed >= badge.at {
                file.badges |= 1 << badge.bit;
                let mut outcome = Outcome { id, ..Outcome::default() };
                outcome.fed[badge.feeds as usize] = badge.relief;
                self.outcomes.push(outcome);
                tally.rewards += 1;
            }
        }
    }
}
