//! Contest: what members do at an occasion, what each deed earns there, who wins, and who gets a mentor.
//!
//! Effort depends on what it is worth: a person near the jury's cut-off gains V·φ((c − a)/σ)/σ by trying harder (Lazear & Rosen 1981, JPE
//! 89), here over a step as wide as the mean effort. Invariant: a pot is paid out to the unit, or nobody won it.

use super::Guest;
use crate::engine::people::spells::stops_after;
use crate::engine::settle::Settlement;
use crate::incentives::boundary::{Forecast, Kernel, gain};
use crate::incentives::occasion::{Prize, Swag, split};
use crate::model::OccasionRule;
use crate::world::dossier::Part;
use crate::world::ledger::Ledger;
use crate::world::maths::{exp, logistic, logit, normal_quantile, poisson};
use crate::world::people::NEVER;
use crate::world::requests::{Sums, Trigger};
use crate::world::stream::Stream;
use crate::world::{Community, Outcome, Population, Tally, Work, World};

/// A guest who does something there.
struct Entry {
    id: u32,
    deeds: u16,
    /// What the jury sees, in units of mean effort.
    score: f64,
    staff: bool,
    /// Whether they contribute for the first time.
    new: bool,
    /// Added to the logit of their stopping: for ever, and after these deeds alone.
    stops: (f64, f64),
}

impl Settlement<'_> {
    /// What the guests do. Returns those who contributed for the first time.
    pub(super) fn contest(
        &mut self,
        world: &mut World,
        sums: &mut Sums,
        occasion: &OccasionRule,
        guests: &[Guest],
        luck: Stream,
    ) -> Vec<u32> {
        let Some(action) = occasion.action.filter(|_| occasion.occasion.deeds > 0.0) else { return Vec::new() };
        let may = &self.ground.rules.actions[action].who;
        let guests: Vec<&Guest> = guests.iter().filter(|guest| may[world.population.segment_of(guest.id)]).collect();
        let mut entries = self.entries(world, occasion, action, &guests, luck);
        entries.retain(|entry| entry.deeds > 0);
        // The pot is paid before anything else, since it was promised first.
        if let Some(prize) = &occasion.prize {
            self.award(&mut world.ledger, &mut world.tally, occasion, prize, &entries, luck);
        }
        assign_mentors(&mut world.ledger, occasion, &mut entries, luck);
        for entry in &entries {
            self.act(world, sums, occasion, action, entry);
        }
        entries.iter().filter(|entry| entry.new).map(|entry| entry.id).collect()
    }

    /// How much each guest does, and the score that a jury would give.
    fn entries(
        &self,
        world: &World,
        occasion: &OccasionRule,
        action: usize,
        guests: &[&Guest],
        luck: Stream,
    ) -> Vec<Entry> {
        let own = &occasion.occasion;
        let belief = world.hub.belief;
        let contributes = self.ground.rules.contributes(action);
        let entry = |guest: &&Guest| {
            let at = luck.at(u64::from(guest.id));
            let mut pull = occasion.swag.as_ref().map_or(0.0, |s| belief * s.draws);
            let mut merit = 0.0;
            if let Some(prize) = &occasion.prize {
                let brings = prize.skill_spread * normal_quantile(self.ground.person(guest.id).named("contest").unit());
                merit = brings + prize.noise * normal_quantile(at.named("jury").unit());
                pull += belief * self.gain_of_effort(occasion, prize, brings, guests.len());
            }
            let mean = own.deeds * exp(pull.clamp(-3.0, 3.0));
            let deeds = poisson(mean, &mut at.named("deeds").luck()).min(u32::from(u16::MAX)) as u16;
            let file = world.community.dossiers.list.get(world.population.people.dossier[guest.id as usize] as usize);
            Entry {
                id: guest.id,
                deeds,
                score: f64::from(deeds) / own.deeds + merit,
                staff: file.is_some_and(|f| f.clock.part == Part::Staff),
                new: contributes && file.is_none_or(|f| f.clock.part == Part::None && f.counts[action] == 0),
                stops: (if guest.for_pay { own.drive_by } else { 0.0 }, 0.0),
            }
        };
        guests.iter().map(entry).collect()
    }

    /// What additional effort, as much as the mean effort, is worth to a guest of skill `brings` among `all` guests.
    fn gain_of_effort(&self, occasion: &OccasionRule, prize: &Prize, brings: f64, all: usize) -> f64 {
        if prize.winners >= all || prize.pot == 0 {
            return 0.0;
        }
        let worth = self.ground.rules.pay.pull(prize.pot as f64 / prize.winners as f64 / occasion.occasion.hours);
        let share = prize.winners as f64 / all as f64;
        let cut = libm::hypot(prize.noise, prize.skill_spread) * normal_quantile(1.0 - share);
        let forecast = Forecast { kernel: Kernel::Normal, own: prize.noise * prize.noise, bar: 0.0 };
        gain(worth, brings - 0.5, 1.0, cut, forecast)
    }

    /// Records the deeds of one guest.
    fn act(&mut self, world: &mut World, sums: &mut Sums, occasion: &OccasionRule, action: usize, entry: &Entry) {
        let &Entry { id, deeds, .. } = entry;
        let rules = self.ground.rules;
        let row = id as usize;
        let within = self.ground.draws.at(u64::from(id)).named("occasion").unit() as f32;
        let last = world.tick as f32 + within.min(0.999);
        world.population.people.last[row] = world.population.people.last[row].max(last);
        if world.population.people.first_deed[row] <= NEVER {
            world.population.people.first_deed[row] = last;
        }
        let trigger = if occasion.is_paid() { Trigger::Paid } else { Trigger::Social };
        sums.deeds += u64::from(deeds);
        sums.by_action[action] += u64::from(deeds);
        sums.by_trigger[trigger as usize] += u64::from(deeds);
        let merit = world.population.people.merit.get(row).map_or(0.0, |m| f64::from(*m));
        sums.merit[action] += i64::from(deeds) * (merit * 1e6).round() as i64;
        if rules.counted[action] {
            let stops = if rules.contributes(action) {
                self.stops_after_contest(&mut world.population, &mut world.community, &world.work, entry)
            } else {
                None
            };
            self.record(world, id, action, deeds, stops);
        }
        if let Some(challenge) = &occasion.challenge {
            self.outcomes.push(Outcome {
                id,
                succeeded: deeds,
                challenge: challenge.level as f32,
                effort: occasion.occasion.hours as f32,
                ..Outcome::default()
            });
        }
        if let Some(swag) = occasion.swag.as_ref().filter(|_| !entry.staff) {
            self.hand_out(&mut world.ledger, &mut world.tally, occasion, swag, entry);
        }
    }

    /// Hands out swag for each deed, as far as the pool reaches.
    fn hand_out(
        &mut self,
        ledger: &mut Ledger,
        tally: &mut Tally,
        occasion: &OccasionRule,
        swag: &Swag,
        entry: &Entry,
    ) {
        let paid = (0..entry.deeds).filter(|_| ledger.pay(occasion.pool, swag.cost)).count() as u16;
        tally.promises_kept += u64::from(paid);
        tally.rewards += u64::from(paid);
        tally.promises_broken += u64::from(entry.deeds - paid);
        let mut outcome = Outcome {
            id: entry.id,
            eligible: entry.deeds,
            expected: f32::from(entry.deeds),
            won: paid,
            reward: f32::from(paid) * swag.reward as f32,
            ..Outcome::default()
        };
        outcome.contingent[swag.controlling as usize] = paid;
        self.outcomes.push(outcome);
    }

    /// Whether a person's contributions end with this occasion; `None`: the clock decides. Those who contributed before go on.
    fn stops_after_contest(
        &mut self,
        population: &mut Population,
        community: &mut Community,
        work: &Work,
        entry: &Entry,
    ) -> Option<bool> {
        let id = entry.id;
        let dossier = self.dossier(population, community, id);
        if !entry.new {
            return community.dossiers.list[dossier as usize].clock.engaged.then_some(false);
        }
        self.begin(population, community, id, dossier);
        let clock = &mut community.dossiers.list[dossier as usize].clock;
        if clock.part == Part::None {
            return None;
        }
        clock.drop += entry.stops.0 as f32;
        let plain = stops_after(self.ground, &community.dossiers, &population.people.person(id as usize), &work.desks);
        // A chance of 0 or 1 stays as it is, with a mentor or without.
        let chance = if plain <= 0.0 || plain >= 1.0 { plain } else { logistic(logit(plain) + entry.stops.1) };
        Some(self.ground.draws.at(u64::from(id)).named("stops").unit() < chance)
    }

    /// Pays the pot to the best; staff get no prize.
    fn award(
        &mut self,
        ledger: &mut Ledger,
        tally: &mut Tally,
        occasion: &OccasionRule,
        prize: &Prize,
        entries: &[Entry],
        luck: Stream,
    ) {
        let mut entries: Vec<&Entry> = entries.iter().filter(|entry| !entry.staff).collect();
        if entries.is_empty() {
            return;
        }
        let lot = luck.named("tie");
        let key = |entry: &Entry| lot.at(u64::from(entry.id)).bits();
        entries.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| key(a).cmp(&key(b))));
        let winners = prize.winners.min(entries.len());
        let chance = winners as f32 / entries.len() as f32;
        let mut parts = split(prize.pot, winners);
        for entry in entries {
            let mut outcome = Outcome { id: entry.id, eligible: 1, expected: chance, ..Outcome::default() };
            if let Some(part) = parts.next() {
                ledger.pay(occasion.pool, part);
                tally.promises_kept += 1;
                tally.rewards += 1;
                outcome.won = 1;
                outcome.reward = prize.reward as f32;
                outcome.fed[crate::incentives::Need::Esteem as usize] = prize.esteem as f32;
                outcome.contingent[prize.controlling as usize] = 1;
                self.shown.0 += prize.reward;
                self.shown.1 += 1;
            }
            self.outcomes.push(outcome);
        }
    }
}

/// Newcomers get mentors, by lot, as far as mentors and money reach.
fn assign_mentors(ledger: &mut Ledger, occasion: &OccasionRule, entries: &mut [Entry], luck: Stream) {
    let Some(follow_up) = &occasion.follow_up else { return };
    let lot = luck.named("mentor");
    let mut new: Vec<&mut Entry> = entries.iter_mut().filter(|entry| entry.new).collect();
    new.sort_by_key(|entry| lot.at(u64::from(entry.id)).bits());
    for entry in new.into_iter().take(follow_up.mentors as usize * follow_up.each as usize) {
        if ledger.pay(occasion.pool, follow_up.cost) {
            entry.stops.1 = -follow_up.holds;
        }
    }
}
