//! Claims: things that points buy, cash, and the paying of all that is owed.
//!
//! Invariant: no pool pays more than it holds; claims are served by score and then by an addressed lottery key.

use super::{Claim, Price, Settlement};
use crate::incentives::Need;
use crate::world::calendar::period;
use crate::world::dossier::Part;
use crate::world::ledger::Ledger;
use crate::world::{Community, Outcome, Population, Tally};

impl Settlement<'_> {
    /// Those who can afford a thing turn their points in, once a tick for each thing. People who respond to no boundary and do not game the
    /// rules leave their points; staff get no things.
    pub(super) fn buy(&mut self, population: &Population, community: &mut Community) {
        self.touched.sort_unstable();
        self.touched.dedup();
        for item in &self.ground.rules.shop {
            let price = item.price(population.all_members());
            let address = self.ground.luck.named("shop").named(&item.name).at(u64::from(self.ground.tick));
            for &dossier in &self.touched {
                let score = community.dossiers.score_at(dossier, self.ground.tick as f32);
                let file = &mut community.dossiers.list[dossier as usize];
                let terms = &self.ground.rules.segments[population.segment_of(file.id)].terms;
                let who = self.ground.person(file.id);
                let wants_things =
                    terms.effort.is_none_or(|e| e.responds(who)) || terms.farming.is_some_and(|f| f.games(who));
                file.leaves_points = !wants_things || file.clock.part == Part::Staff;
                if file.balance < price || file.leaves_points {
                    continue;
                }
                let id = file.id;
                let each = item.each.map(|(most, ticks)| (most, period(self.ground.tick, ticks)));
                if each.is_some_and(|(most, period)| community.dossiers.bought(item.index, dossier, period) >= most) {
                    continue;
                }
                let reward = item.reward;
                let mut outcome = Outcome { id, eligible: 1, won: 1, reward, ..Outcome::default() };
                outcome.fed[item.feeds as usize] = item.relief;
                outcome.contingent[item.controlling] = 1;
                self.claims.push(Claim {
                    pool: item.pool,
                    amount: item.cost,
                    score,
                    lottery: address.at(u64::from(id)).bits(),
                    outcome,
                    price: Some(Price {
                        dossier,
                        points: price,
                        thing: item.index,
                        each: each.map(|(_, period)| period),
                        stock: item.stock.map(|(most, ticks)| (most, period(self.ground.tick, ticks))),
                    }),
                });
            }
        }
    }

    /// Campaigns are paid for tick by tick.
    pub(super) fn campaigns(&mut self, ledger: &mut Ledger) {
        for campaign in &self.ground.rules.campaigns {
            if (campaign.from..campaign.until).contains(&self.ground.tick) {
                // Whole units: what is due by the end of the tick, less what was due before it.
                let n = f64::from(self.ground.tick - campaign.from);
                let due = (campaign.cost * (n + 1.0)).round() as i64 - (campaign.cost * n).round() as i64;
                ledger.pay(campaign.pool, due);
            }
        }
    }

    /// Cash that tiers grant, on its dates.
    pub(in crate::engine) fn cash(&mut self, community: &Community) {
        let ladders = self.ground.rules.ladders.iter().zip(&community.ladders).enumerate();
        for (index, (ladder, states)) in ladders.filter(|(_, (l, _))| l.on_now) {
            for (tier, state) in ladder.tiers.iter().zip(states) {
                let Some((amount, ticks)) = tier.cash.filter(|_| tier.on_now) else { continue };
                let (before, after) = (f64::from(self.ground.tick) / ticks, f64::from(self.ground.tick + 1) / ticks);
                let times = after.floor() as i64 - before.floor() as i64;
                if times == 0 || amount == 0 {
                    continue;
                }
                let serves = |d: &&u32| community.dossiers.standing(**d, index).serves() > 0;
                for &dossier in state.holders.iter().filter(serves) {
                    let file = &community.dossiers.list[dossier as usize];
                    let luck = self.ground.luck.named("cash").at(u64::from(self.ground.tick)).at(u64::from(file.id));
                    let mut outcome = Outcome { id: file.id, ..Outcome::default() };
                    outcome.fed[Need::Safety as usize] = tier.cash_relief;
                    self.claims.push(Claim {
                        pool: tier.pool,
                        amount: amount * times,
                        score: community.dossiers.score_at(dossier, self.ground.tick as f32),
                        lottery: luck.bits(),
                        outcome,
                        price: None,
                    });
                }
            }
        }
    }

    /// Pays claims in the order of score and lottery, until pools are empty.
    pub(in crate::engine) fn pay(&mut self, community: &mut Community, ledger: &mut Ledger, tally: &mut Tally) {
        let mut claims = std::mem::take(&mut self.claims);
        claims.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.lottery.cmp(&b.lottery)));
        for claim in claims {
            let buys = claim.price.as_ref().is_none_or(|price| {
                let left = price.stock.is_none_or(|(most, period)| ledger.sold(price.thing, period) < most);
                left && community.dossiers.list[price.dossier as usize].balance >= price.points
            });
            if !buys {
                continue;
            }
            if !ledger.pay(claim.pool, claim.amount) {
                tally.promises_broken += 1;
                if claim.price.is_some() {
                    // The shop cannot give what it promised for these points.
                    let id = claim.outcome.id;
                    self.outcomes.push(Outcome { id, eligible: 1, expected: 1.0, ..Outcome::default() });
                }
                continue;
            }
            if let Some(price) = claim.price {
                community.dossiers.list[price.dossier as usize].balance -= price.points;
                ledger.spent += price.points;
                if let Some(period) = price.each {
                    community.dossiers.buys(price.thing, price.dossier, period);
                }
                if let Some((_, period)) = price.stock {
                    ledger.sell(price.thing, period);
                }
            }
            if claim.outcome.won > 0 {
                self.shown.0 += f64::from(claim.outcome.reward);
                self.shown.1 += 1;
            }
            tally.rewards += 1;
            tally.promises_kept += 1;
            self.outcomes.push(claim.outcome);
        }
    }
}
