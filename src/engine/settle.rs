//! Settle: what people asked for meets what there is.
//!
//! Attention, reviewers' hours and money are finite; what is rationed is ordered by score and then by an addressed lottery key, never
//! by row or crowd. What is settled now is felt in the next tick.

use super::born::hire;
use super::people::{Ground, open};
use super::publish::bucket;
use crate::incentives::points::On;
use crate::mechanisms::{Doer, Rates};
use crate::model::Action;
use crate::world::calendar::{MONTH, YEAR};
use crate::world::dossier::{MONTHS, Part};
use crate::world::maths::{chance, logistic};
use crate::world::people::{NEVER, NONE, Stage};
use crate::world::requests::{ACTIONS, Effect, Requests, Trigger};
use crate::world::{Outcome, Pending, Seen, World};

/// Money that somebody is owed for something.
struct Claim {
    pool: Option<usize>,
    amount: i64,
    score: f32,
    lottery: u64,
    outcome: Outcome,
    /// Points that are turned in if it is paid: dossier and price.
    price: Option<(u32, i64)>,
}

/// One tick's settlement.
pub(super) struct Settlement<'a> {
    ground: &'a Ground<'a>,
    outcomes: Vec<Outcome>,
    claims: Vec<Claim>,
    /// Dossiers in which anything was counted.
    pub(super) touched: Vec<u32>,
    shown: (f64, u32),
}

impl<'a> Settlement<'a> {
    pub(super) fn new(ground: &'a Ground<'a>) -> Self {
        Settlement { ground, outcomes: Vec::new(), claims: Vec::new(), touched: Vec::new(), shown: (0.0, 0) }
    }

    /// Settles everything that was requested.
    pub(super) fn settle(&mut self, world: &mut World, requests: Requests) {
        self.membership(world, &requests);
        for effect in &requests.effects {
            match *effect {
                Effect::Did { id, action, deeds, .. } => self.did(world, id, action as usize, deeds),
                Effect::Invite { id, ordinal } => self.invite(world, id, ordinal),
            }
        }
        self.review(world);
        self.buy(world);
        self.campaigns(world);
        self.pay(world);
        world.last = requests.sums;
    }

    fn membership(&self, world: &mut World, requests: &Requests) {
        let network = world.contacts.is_network();
        for &id in &requests.joined {
            let segment = world.segment_of(id);
            world.members[segment] += 1;
            if network {
                world.tie(id);
            }
        }
        for &id in &requests.parted {
            let segment = world.segment_of(id);
            world.members[segment] -= 1;
            if network {
                world.untie(id);
            }
            if let Some(file) = world.dossiers.list.get_mut(world.people.dossier[id as usize] as usize) {
                file.clock.engaged = false;
            }
        }
        world.tally.adopted += requests.sums.adopted;
        world.tally.left += requests.sums.left;
        world.tally.returned += requests.sums.returned;
    }

    fn dossier(&mut self, world: &mut World, id: u32) -> u32 {
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

    /// A counted deed.
    fn did(&mut self, world: &mut World, id: u32, action: usize, deeds: u16) {
        let rules = self.ground.rules;
        let what = &rules.actions[action];
        let dossier = self.dossier(world, id);
        let first = world.dossiers.list[dossier as usize].counts[action] == 0;
        world.dossiers.list[dossier as usize].counts[action] += u32::from(deeds);
        let mut kept = deeds;
        if what.mimics.is_some() {
            kept -= self.caught(world, id, dossier, what, deeds);
        }
        if what.contribution {
            self.engage(world, id, dossier, first);
        }
        self.look_again(world, id);
        if kept == 0 {
            return;
        }
        let of = what.mimics.unwrap_or(action);
        let gets = if what.mutual { self.partner(world, id, dossier) } else { Some((id, dossier)) };
        if let Some((id, dossier)) = gets {
            self.grant(world, id, dossier, of, kept, On::Done, what.mimics.is_some());
        }
        if what.reviewed {
            world.queue.push(Pending { id, action: action as u8, deeds: kept, since: world.tick });
        } else {
            self.done(world, id, dossier, action, kept);
        }
    }

    /// Whoever stands nearer to a boundary feels it from the next tick on, not only at the next deed.
    fn look_again(&mut self, world: &World, id: u32) {
        let rules = self.ground.rules;
        let bars = !rules.badges.is_empty() || !rules.shop.is_empty() || rules.ladders.iter().any(|l| l.on_now);
        let effort = rules.segments[world.segment_of(id)].terms.effort;
        if bars && effort.is_some_and(|e| e.responds(self.ground.person(id))) {
            self.outcomes.push(Outcome { id, ..Outcome::default() });
        }
    }

    /// Deeds that are found to game the rules: their points are not given, and a penalty is taken.
    fn caught(&self, world: &mut World, id: u32, dossier: u32, what: &Action, deeds: u16) -> u16 {
        let luck = self.ground.luck.named("detection").at(u64::from(world.tick)).at(u64::from(id));
        let mut dice = luck.luck();
        let found = (0..deeds).filter(|_| dice.unit() < what.detection).count() as u16;
        if found > 0 {
            let file = &mut world.dossiers.list[dossier as usize];
            let penalty = (what.penalty * i64::from(found)).min(file.balance);
            file.balance -= penalty;
            file.caught = true;
            world.ledger.clawed_back += penalty;
            world.tally.caught += u64::from(found);
        }
        found
    }

    /// Somebody else who games the rules in the same way.
    fn partner(&mut self, world: &mut World, id: u32, dossier: u32) -> Option<(u32, u32)> {
        if !world.farmers.contains(&dossier) {
            world.farmers.push(dossier);
        }
        let luck = self.ground.luck.named("partner").at(u64::from(world.tick)).at(u64::from(id));
        let other = world.farmers[((u128::from(luck.bits()) * world.farmers.len() as u128) >> 64) as usize];
        (other != dossier).then(|| (world.dossiers.list[other as usize].id, other))
    }

    /// Points, windows, prizes and badges for a deed that counts now.
    #[expect(clippy::too_many_arguments, reason = "who, what, how often, when, and whether honestly")]
    fn grant(&mut self, world: &mut World, id: u32, dossier: u32, of: usize, deeds: u16, when: On, mimic: bool) {
        let rules = self.ground.rules;
        let now = world.tick as f32;
        let mut points = 0_i64;
        for (index, rule) in rules.points.iter().enumerate() {
            if rule.on_now && rule.action == of && rule.on == when {
                points += self.points(world, dossier, index, deeds, mimic);
            }
        }
        for (index, ladder) in rules.ladders.iter().enumerate() {
            // Counted whether or not the ladder is in force: a programme that begins looks back over its window.
            if ladder.counts[of] && (ladder.on == when || points > 0) {
                let counted = if ladder.on == when { deeds } else { 0 };
                let standing = world.dossiers.standing_mut(dossier, index);
                standing.count(bucket(ladder, world.tick), counted, points.clamp(0, i64::from(u32::MAX)) as u32);
                if counted > 0 {
                    standing.last = now;
                }
            }
        }
        for prize in rules.prizes.iter().filter(|p| p.action == of && p.prize.on == when) {
            self.prize(world, id, dossier, prize, deeds);
        }
        for badge in rules.badges.iter().filter(|b| b.action == of) {
            let file = &mut world.dossiers.list[dossier as usize];
            if file.badges >> badge.bit & 1 == 0 && i64::from(file.counts[of]) + badge.endowed >= badge.at {
                file.badges |= 1 << badge.bit;
                let mut outcome = Outcome { id, ..Outcome::default() };
                outcome.fed[badge.feeds as usize] = 0.5;
                self.outcomes.push(outcome);
                world.tally.rewards += 1;
            }
        }
    }

    fn points(&self, world: &mut World, dossier: u32, index: usize, deeds: u16, mimic: bool) -> i64 {
        let rule = &self.ground.rules.points[index];
        let now = world.tick as f32;
        let slot = dossier as usize * world.dossiers.points_rules + index;
        let mut amount = rule.points * i64::from(deeds);
        if rule.quality > 0.0 {
            // Quality is uniform around 1; what mimics has none.
            let id = u64::from(world.dossiers.list[dossier as usize].id);
            let u = self.ground.luck.named("quality").named(&rule.name).at(u64::from(world.tick)).at(id).unit();
            let quality = if mimic { 0.0 } else { 2.0 * u };
            amount = (amount as f64 * (1.0 - rule.quality + rule.quality * quality)).round() as i64;
        }
        if let Some((most, ticks)) = rule.cap {
            let period = (f64::from(world.tick) / ticks) as u32 + 1;
            let earned = &mut world.dossiers.earned[slot];
            if earned.0 != period {
                *earned = (period, 0);
            }
            // A period shorter than a tick allows its quota so many times over.
            let most = (f64::from(most) * (1.0 / ticks).max(1.0)) as i64;
            amount = amount.min(most - i64::from(earned.1)).max(0);
            earned.1 += amount as u32;
        }
        let file = &mut world.dossiers.list[dossier as usize];
        // Faded at the pace of the rule that earned it, so that old merit does not rank for ever.
        file.score = file.score_at(now) + amount as f32;
        file.half_life = rule.half_life.map_or(f32::INFINITY, |half| half as f32);
        file.scored = now;
        file.balance += amount;
        world.ledger.issued += amount;
        if mimic {
            world.ledger.farmed += amount;
        }
        amount
    }

    fn prize(&mut self, world: &World, id: u32, dossier: u32, rule: &crate::model::PrizeRule, deeds: u16) {
        let (odds, reward) = rule.prize.odds();
        let luck = self.ground.luck.named("prize").named(&rule.name).at(u64::from(world.tick)).at(u64::from(id));
        let mut dice = luck.luck();
        let mut won = 0_u16;
        for _ in 0..deeds {
            let wins = odds >= 1.0 || dice.unit() < odds;
            let handed = rule.prize.paid >= 1.0 || dice.unit() < rule.prize.paid;
            won += u16::from(wins && handed);
        }
        let promise = Outcome { id, eligible: deeds, expected: f32::from(deeds) * odds as f32, ..Outcome::default() };
        self.outcomes.push(promise);
        let file = &world.dossiers.list[dossier as usize];
        for k in 0..won {
            let mut outcome = Outcome { id, won: 1, reward: reward as f32, ..Outcome::default() };
            outcome.fed[rule.prize.feeds as usize] = 0.1;
            outcome.contingent[rule.prize.controlling as usize] = 1;
            self.claims.push(Claim {
                pool: rule.pool.filter(|_| rule.prize.cost > 0),
                amount: rule.prize.cost,
                score: file.score_at(world.tick as f32),
                lottery: luck.at(u64::from(k)).bits(),
                outcome,
                price: None,
            });
        }
    }

    /// An action is completed, with nothing left to wait for: the world is the better for it, and so may be the doer.
    fn done(&mut self, world: &mut World, id: u32, dossier: u32, action: usize, deeds: u16) {
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
            self.contributed(world, id, dossier, deeds);
        }
    }

    fn contributed(&mut self, world: &mut World, id: u32, dossier: u32, deeds: u16) {
        let now = world.tick as f32;
        let days = f64::from(world.tick_days);
        // Where in the tick it falls: for windows of a month.
        let within = self.ground.draws.at(u64::from(id)).named("merged").unit() as f32;
        let at = now + within.min(0.999);
        let file = &mut world.dossiers.list[dossier as usize];
        if !file.has_contributed() {
            file.first_merged = at;
            world.tally.newcomers += 1;
        }
        file.last_merged = file.last_merged.max(at);
        file.merged += u32::from(deeds);
        let month = (f64::from(at) * days / MONTH) as i32;
        file.turn(month);
        let slot = &mut file.year[month.rem_euclid(12) as usize];
        *slot = slot.saturating_add(deeds);
        let age = (f64::from(at - file.first_merged) * days / MONTH) as u32;
        if age < MONTHS {
            file.presence |= 1 << age;
        }
        world.tally.merged += u64::from(deeds);
        self.outcomes.push(Outcome { id, fame: f32::from(deeds), ..Outcome::default() });
    }

    /// A contributor's clock: begun, begun again, or stopped for good after an active tick.
    fn engage(&mut self, world: &mut World, id: u32, dossier: u32, first: bool) {
        let terms = &self.ground.rules.segments[world.segment_of(id)].terms;
        let Some(engagement) = terms.engagement.as_ref() else { return };
        let days = f64::from(world.tick_days);
        let row = id as usize;
        if world.dossiers.list[dossier as usize].clock.part == Part::None {
            let clock = engagement.clock(self.ground.person(id), days);
            world.dossiers.list[dossier as usize].clock = clock;
            world.contributors.push(dossier);
            world.people.drive[row] = clock.rate;
            // The first active tick may hold more than the one deed that began it.
            let mut luck = self.ground.draws.at(u64::from(id)).named("first").luck();
            let more = (engagement.deeds(&clock, first, &mut luck) - 1).min(u32::from(u16::MAX));
            if more > 0 {
                self.more(world, id, dossier, more as u16);
            }
        }
        let clock = &mut world.dossiers.list[dossier as usize].clock;
        // Whoever contributes and parts in the same tick does not go on.
        if world.people.stage[row] != Stage::Member as u8 {
            clock.engaged = false;
            world.people.drive[row] = 0.0;
            return;
        }
        clock.engaged = true;
        if world.people.drive[row] <= 0.0 {
            world.people.drive[row] = clock.rate;
        }
        if clock.part != Part::Occasional {
            return;
        }
        let slow = terms.review.as_ref().map_or(0.0, |r| r.slowness(f64::from(world.wait)));
        let held: f64 = self
            .ground
            .rules
            .ladders
            .iter()
            .enumerate()
            .filter(|(_, l)| l.on_now)
            .filter_map(|(index, l)| {
                let tier = world.dossiers.standing(dossier, index).tier;
                (tier > 0).then(|| f64::from(l.tiers[tier as usize - 1].retention))
            })
            .sum();
        let clock = &mut world.dossiers.list[dossier as usize].clock;
        // An incentive that makes people act more often must not use them up faster.
        let bare = (f64::from(clock.rate) / f64::from(world.people.drive[row]).max(1e-9)).min(1.0);
        let stops = logistic(f64::from(clock.drop) + slow - held) * bare;
        if self.ground.draws.at(u64::from(id)).named("stops").unit() < stops {
            clock.engaged = false;
            world.people.drive[row] = stopped(engagement.comeback * days / YEAR);
        }
    }

    /// Further deeds of a first active tick: of the first contribution open to all.
    fn more(&mut self, world: &mut World, id: u32, dossier: u32, deeds: u16) {
        let Some(action) = self.ground.rules.actions.iter().position(|a| a.contribution) else { return };
        world.dossiers.list[dossier as usize].counts[action] += u32::from(deeds);
        self.grant(world, id, dossier, action, deeds, On::Done, false);
        if self.ground.rules.actions[action].reviewed {
            world.queue.push(Pending { id, action: action as u8, deeds, since: world.tick });
        } else {
            self.done(world, id, dossier, action, deeds);
        }
    }

    /// An invitation reaches one contact, or anybody where contacts are not stored.
    fn invite(&mut self, world: &mut World, id: u32, ordinal: u16) {
        let luck =
            self.ground.luck.named("referral").at(u64::from(world.tick)).at(u64::from(id)).at(u64::from(ordinal));
        let mut dice = luck.luck();
        let contacts = std::sync::Arc::clone(&world.contacts);
        let known = contacts.of_person(id);
        let any = |n: usize, bits: u64| ((u128::from(bits) * n as u128) >> 64) as usize;
        let friend = match known.is_empty() {
            false => known[any(known.len(), dice.bits())],
            true if world.contacts.is_network() => return,
            true => any(world.people.len(), dice.bits()) as u32,
        };
        let segment = world.segment_of(friend);
        let rules = &self.ground.rules.segments[segment];
        let conversion = rules.terms.referral.map_or(0.0, |r| r.conversion);
        if world.people.stage[friend as usize] == Stage::Potential as u8 && dice.unit() < conversion {
            let mut person = world.people.person(friend as usize);
            super::people::join(&mut person, &rules.mechanisms, self.ground.person(friend), world.tick as f32 + 1.0);
            world.people.keep(friend as usize, &person);
            world.members[segment] += 1;
            world.tally.adopted += 1;
            world.tally.referred += 1;
            if world.contacts.is_network() {
                world.tie(friend);
            }
        }
    }

    /// Reviewers work off the queue, oldest first; what waits too long is given up.
    fn review(&mut self, world: &mut World) {
        if !self.ground.rules.actions.iter().any(|a| a.reviewed) {
            return;
        }
        let term = self.ground.rules.segments.iter().find_map(|s| s.terms.review.as_ref());
        let days = f64::from(world.tick_days);
        let mut capacity = i64::MAX / 4;
        if let Some(review) = term {
            capacity = (review.hours * 60.0 * days / 7.0) as i64 + given_minutes(world, self.ground) as i64;
        }
        let lottery = self.ground.luck.named("review").at(u64::from(world.tick));
        let mut queue = std::mem::take(&mut world.queue);
        queue.sort_by_key(|p| (p.since, lottery.at(u64::from(p.id)).bits()));
        let mut minutes = capacity + world.review_minutes.min(0);
        let given = capacity;
        let mut waiting_minutes = 0_i64;
        let mut left = Vec::new();
        for mut work in queue {
            let each = self.ground.rules.actions[work.action as usize].review_minutes;
            let done = if each == 0 { i64::from(work.deeds) } else { (minutes / each).clamp(0, i64::from(work.deeds)) };
            if done > 0 {
                minutes -= done * each;
                let dossier = self.dossier(world, work.id);
                self.done(world, work.id, dossier, work.action as usize, done as u16);
                work.deeds -= done as u16;
            }
            if work.deeds == 0 {
                continue;
            }
            let waited = f64::from(world.tick - work.since) * days;
            if term.is_some_and(|t| waited >= t.patience) {
                world.tally.abandoned += u64::from(work.deeds);
            } else {
                waiting_minutes += i64::from(work.deeds) * each;
                left.push(work);
            }
        }
        world.queue = left;
        world.review_minutes = 0;
        let weekly = given as f64 * 7.0 / days;
        world.wait = if weekly > 0.0 { (waiting_minutes as f64 / weekly) as f32 } else { 0.0 };
        world.overload = if given > 0 { (waiting_minutes as f64 / given as f64).min(1.0) as f32 } else { 0.0 };
    }

    /// Those who can afford a thing turn their points in, once a tick for each thing.
    fn buy(&mut self, world: &mut World) {
        self.touched.sort_unstable();
        self.touched.dedup();
        for item in &self.ground.rules.shop {
            let address = self.ground.luck.named("shop").named(&item.name).at(u64::from(world.tick));
            for &dossier in &self.touched {
                let file = &world.dossiers.list[dossier as usize];
                if file.balance < item.price {
                    continue;
                }
                let mut outcome = Outcome { id: file.id, ..Outcome::default() };
                outcome.fed[item.feeds as usize] = 0.3;
                outcome.contingent[item.controlling] = 1;
                self.claims.push(Claim {
                    pool: item.pool,
                    amount: item.cost,
                    score: file.score_at(world.tick as f32),
                    lottery: address.at(u64::from(file.id)).bits(),
                    outcome,
                    price: Some((dossier, item.price)),
                });
            }
        }
    }

    fn campaigns(&mut self, world: &mut World) {
        for campaign in &self.ground.rules.campaigns {
            if (campaign.from..campaign.until).contains(&world.tick) {
                // Whole units: what is due by the end of the tick, less what was due before it.
                let n = f64::from(world.tick - campaign.from);
                let due = (campaign.cost * (n + 1.0)).round() as i64 - (campaign.cost * n).round() as i64;
                world.ledger.pay(campaign.pool, due);
            }
        }
    }

    /// Cash that tiers grant, on its dates.
    pub(super) fn cash(&mut self, world: &World) {
        for (ladder, states) in self.ground.rules.ladders.iter().zip(&world.ladders).filter(|(l, _)| l.on_now) {
            for (tier, state) in ladder.tiers.iter().zip(states) {
                let Some((amount, ticks)) = tier.cash.filter(|_| tier.on_now) else { continue };
                let (before, after) = (f64::from(world.tick) / ticks, f64::from(world.tick + 1) / ticks);
                let times = after.floor() as i64 - before.floor() as i64;
                if times == 0 || amount == 0 {
                    continue;
                }
                for &dossier in &state.holders {
                    let file = &world.dossiers.list[dossier as usize];
                    let luck = self.ground.luck.named("cash").at(u64::from(world.tick)).at(u64::from(file.id));
                    let mut outcome = Outcome { id: file.id, ..Outcome::default() };
                    outcome.fed[0] = 0.3;
                    self.claims.push(Claim {
                        pool: tier.pool,
                        amount: amount * times,
                        score: file.score_at(world.tick as f32),
                        lottery: luck.bits(),
                        outcome,
                        price: None,
                    });
                }
            }
        }
    }

    /// Pays claims in the order of score and lottery, until pools are empty.
    pub(super) fn pay(&mut self, world: &mut World) {
        let mut claims = std::mem::take(&mut self.claims);
        claims.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.lottery.cmp(&b.lottery)));
        for claim in claims {
            let afford = claim.price.is_none_or(|(d, price)| world.dossiers.list[d as usize].balance >= price);
            if !afford || !world.ledger.pay(claim.pool, claim.amount) {
                continue;
            }
            if let Some((dossier, price)) = claim.price {
                world.dossiers.list[dossier as usize].balance -= price;
                world.ledger.spent += price;
            }
            if claim.outcome.won > 0 {
                self.shown.0 += f64::from(claim.outcome.reward);
                self.shown.1 += 1;
            }
            world.tally.rewards += 1;
            self.outcomes.push(claim.outcome);
        }
    }

    /// What a tier grants to somebody who comes onto it.
    pub(super) fn grant_tier(&mut self, id: u32, grants: &[f32; 6], fame: f32) {
        let fed = grants.map(|g| (g * 0.3).min(0.9));
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

/// Review that holders of tiers give, minutes a tick, less what entries cost.
pub(super) fn given_minutes(world: &World, ground: &Ground) -> f64 {
    ground
        .rules
        .ladders
        .iter()
        .zip(&world.ladders)
        .filter(|(ladder, _)| ladder.on_now)
        .flat_map(|(ladder, states)| ladder.tiers.iter().zip(states))
        .filter(|(tier, _)| tier.on_now)
        .map(|(tier, state)| tier.gives_minutes * state.holders.len() as f64)
        .sum()
}

/// The drive of somebody who has stopped: never quite zero, for zero means that they have not begun.
fn stopped(comeback: f64) -> f32 {
    -(comeback as f32).max(f32::MIN_POSITIVE)
}

/// Core contributors and staff who depart; staff may be replaced.
pub(super) fn departures(world: &mut World, ground: &Ground) {
    let days = f64::from(world.tick_days);
    let tick = ground.luck.named("departure").at(u64::from(world.tick));
    for k in 0..world.contributors.len() {
        let dossier = world.contributors[k];
        let file = &world.dossiers.list[dossier as usize];
        let (id, clock) = (file.id, file.clock);
        if !clock.engaged || clock.departs <= 0.0 {
            continue;
        }
        let terms = &ground.rules.segments[world.segment_of(id)].terms;
        let Some(engagement) = terms.engagement.as_ref() else { continue };
        let strain = terms.review.as_ref().map_or(0.0, |r| r.burnout) * f64::from(world.overload);
        let plain = chance(f64::from(clock.departs));
        let strained = chance(f64::from(clock.departs) * crate::world::maths::exp(strain));
        let u = tick.at(u64::from(id)).unit();
        if u >= strained {
            continue;
        }
        if u >= plain {
            // Would have stayed, had there been hours enough.
            world.tally.burnt_out += 1;
        }
        world.dossiers.list[dossier as usize].clock.engaged = false;
        world.people.drive[id as usize] = stopped(engagement.comeback * days / YEAR);
        if clock.part == Part::Staff {
            world.dossiers.list[dossier as usize].clock.part = Part::Core;
            world.people.drive[id as usize] = 0.0;
            let luck = tick.at(u64::from(id)).named("replaced");
            if luck.unit() < engagement.staff_replaced {
                replace(world, ground, luck.at(1));
            }
        }
    }
}

/// Hires somebody of the segment who does not contribute yet.
fn replace(world: &mut World, ground: &Ground, luck: crate::world::stream::Stream) {
    let mut dice = luck.luck();
    for _ in 0..200 {
        let id = ((u128::from(dice.bits()) * world.people.len() as u128) >> 64) as u32;
        let terms = &ground.rules.segments[world.segment_of(id)].terms;
        let Some(engagement) = terms.engagement.as_ref().filter(|e| e.staff > 0) else { continue };
        if world.people.stage[id as usize] == Stage::Member as u8 && world.people.drive[id as usize] == 0.0 {
            let clock = engagement.staff_clock(ground.person(id), f64::from(world.tick_days));
            hire(world, id, clock, 0.0, 0.0);
            let dossier = world.people.dossier[id as usize];
            let file = &mut world.dossiers.list[dossier as usize];
            if !file.has_contributed() {
                file.first_merged = NEVER;
            }
            return;
        }
    }
}

/// The drive of each engaged contributor who responds to boundaries.
pub(super) fn drives(world: &World, ground: &Ground, seen: &Seen) -> Vec<(u32, f32)> {
    let Some(action) = ground.rules.actions.iter().position(|a| a.contribution) else { return Vec::new() };
    let mut list = Vec::new();
    if seen.menu.offers.is_empty() {
        return list;
    }
    for &dossier in &world.contributors {
        let file = &world.dossiers.list[dossier as usize];
        if !file.clock.engaged {
            continue;
        }
        let rules = &ground.rules.segments[world.segment_of(file.id)];
        if !rules.terms.effort.is_some_and(|e| e.responds(ground.person(file.id))) {
            continue;
        }
        let mut person = world.people.person(file.id as usize);
        let now = world.tick as f32;
        let idle = now - person.touched;
        for mechanism in &rules.mechanisms {
            mechanism.relax(&mut person, now, idle);
        }
        let mut rates = Rates::default();
        for mechanism in &rules.mechanisms {
            mechanism.hazards(seen, &mut rates);
        }
        let mut doer = [Doer {
            row: file.id as usize,
            id: file.id,
            person,
            deeds: 0,
            engaged: 0,
            trigger: Trigger::Organic,
            plain: [0.0; ACTIONS],
            gain: [0.0; ACTIONS],
            did: [0; ACTIONS],
            outcome: Outcome::default(),
            responds: false,
            parts: false,
        }];
        open(&mut doer[0], ground, seen, 1.0);
        for mechanism in &rules.mechanisms {
            mechanism.utilities(&mut doer, seen);
        }
        let times = rates.form.times(f64::from(doer[0].gain[action]));
        list.push((file.id, (f64::from(file.clock.rate) * times) as f32));
    }
    list
}
