//! Promotion: which organisations leave a tier, and which come onto it.
//!
//! Holders who leave go first, from the bottom up; then places are filled from the top down, so that one exit at the top moves one
//! organisation up on every tier below. Invariant: a tier never holds more organisations than it has seats.

use super::done_within;
use super::tier_value::Prospect;
use crate::engine::context::{TickContext, due};
use crate::incentives::ladder::Otherwise;
use crate::incentives::path::{Enters, RankBy};
use crate::model::{OrgTier, Path};
use crate::world::TierState;
use crate::world::hub::Hub;
use crate::world::org::{Bond, Org, Organisations};

/// One meeting of every path.
pub(in crate::engine) fn meet(organisations: &mut Organisations, hub: &Hub, ground: &TickContext) {
    if ground.rules.paths.is_empty() {
        return;
    }
    let prospect = Prospect::new(organisations, hub, ground);
    let Organisations { list: orgs, paths } = organisations;
    for (p, path) in ground.rules.paths.iter().enumerate().filter(|(_, path)| path.on_now) {
        let states = &mut paths[p];
        let mut meeting = Meeting { p, path, ground, prospect: &prospect, tick: ground.tick, orgs, states };
        for &k in path.top_first.iter().rev() {
            meeting.depart(k);
        }
        for &k in path.top_first.iter().filter(|k| path.tiers[**k].on_now) {
            meeting.fill(k);
        }
    }
}

struct Meeting<'a> {
    p: usize,
    path: &'a Path,
    ground: &'a TickContext<'a>,
    prospect: &'a Prospect,
    tick: u32,
    orgs: &'a mut [Org],
    states: &'a mut [TierState],
}

impl Meeting<'_> {
    /// Organisations that are gone, and those that a review sends away, leave a tier.
    fn depart(&mut self, k: usize) {
        // The worth of the tier is shared among its holders at the start of the meeting.
        let holders = self.states[k].holders.clone();
        let mut stay = Vec::with_capacity(holders.len());
        for h in holders {
            match self.verdict(k, h) {
                None => stay.push(h),
                // No path has the word for suspension.
                Some(Otherwise::Exit | Otherwise::Suspend) => self.move_down(k, h, 0),
                Some(Otherwise::Demote) => {
                    let to = self.resting_tier(self.path.tiers[k].from);
                    self.move_down(k, h, to);
                }
            }
        }
        self.states[k].holders = stay;
    }

    /// How a holder goes, or `None` if it stays. A holder whom a review finds below the bar has a grace period.
    fn verdict(&mut self, k: usize, h: u32) -> Option<Otherwise> {
        let (tier, now) = (&self.path.tiers[k], f64::from(self.tick));
        let org = &self.orgs[h as usize];
        if !tier.on_now || !self.may_stand(org) {
            return Some(Otherwise::Exit);
        }
        if !tier.is_reviewed() {
            return None;
        }
        let stand = &org.stands[self.p];
        let age = now - stand.since;
        let reviewed = tier.review.is_some_and(|every| (age / every).floor() > ((age - 1.0).max(0.0) / every).floor())
            || age > 0.0 && tier.review_day.is_some_and(|day| self.ground.model.calendar.has(self.tick, day));
        if reviewed && tier.fall > 0.0 && self.draw(org, tier, "review") < tier.fall {
            return Some(tier.otherwise);
        }
        let graced = stand.warned.is_some_and(|since| now - since >= tier.grace);
        if !reviewed && !graced {
            return None;
        }
        let short = !self.still_fits(k, org);
        let stand = &mut self.orgs[h as usize].stands[self.p];
        if short && !graced && tier.grace > 0.0 {
            stand.warned.get_or_insert(now);
            return None;
        }
        stand.warned = None;
        short.then_some(tier.otherwise)
    }

    /// Whether it still has what a review requires, and still wants the tier.
    fn still_fits(&self, k: usize, org: &Org) -> bool {
        let tier = &self.path.tiers[k];
        let did = done_within(org, f64::from(self.tick), tier.keep_within);
        let required = tier.done.map(|required| required * tier.keep);
        let has = enough(&did, &required) && enough(&org.stands[self.p].papers, &tier.keeps());
        has && self.worth(k as u8 + 1, org) >= self.worth(tier.from, org)
    }

    fn worth(&self, tier: u8, org: &Org) -> f64 {
        let group = &self.ground.rules.organisations[org.group];
        self.prospect.worth(self.path, tier, self.states, org, group, org.stands[self.p].tier)
    }

    /// The tier on which an organisation ends up that is sent down: `to`, the next one below that has a free seat, or none (0).
    fn resting_tier(&self, mut to: u8) -> u8 {
        while let Some(k) = usize::from(to).checked_sub(1) {
            let held = self.states[k].holders.len() as u32;
            if self.path.tiers[k].on_now && self.path.tiers[k].seats.is_none_or(|seats| held < seats) {
                break;
            }
            to = self.path.tiers[k].from;
        }
        to
    }

    fn move_down(&mut self, k: usize, h: u32, to: u8) {
        let now = f64::from(self.tick);
        let stand = &mut self.orgs[h as usize].stands[self.p];
        let dwelt = now - stand.since;
        (stand.tier, stand.since, stand.warned, stand.unpaid) = (to, now, None, false);
        self.states[k].dwelt += dwelt;
        match usize::from(to).checked_sub(1) {
            Some(below) => {
                self.states[k].demoted += 1;
                self.states[below].holders.push(h);
            }
            None => self.states[k].exited += 1,
        }
    }

    fn may_stand(&self, org: &Org) -> bool {
        org.bond == Bond::Inside && self.path.admits[org.group] && self.ground.rules.organisations[org.group].on_now
    }

    /// Lets organisations in that qualify and want to, best first.
    fn fill(&mut self, k: usize) {
        let tier = &self.path.tiers[k];
        self.states[k].since.get_or_insert(self.tick);
        if tier.every.is_some_and(|every| !due(self.tick, every)) {
            return;
        }
        let mut ranked: Vec<(f64, usize)> = (0..self.orgs.len())
            .filter(|&h| self.qualifies(k, &self.orgs[h]))
            .map(|h| (self.rank(tier, &self.orgs[h]), h))
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (_, h) in ranked {
            if tier.seats.is_some_and(|seats| self.states[k].holders.len() as u32 >= seats) {
                break;
            }
            let org = &self.orgs[h];
            let wants = self.wants(k, org);
            if wants && (tier.chance >= 1.0 || self.draw(org, tier, "entry") < tier.chance) {
                self.enter(k, h);
            }
        }
    }

    /// Whether the tier is worth as much as the one that it holds; if it may come onto any level, as much as each that it qualifies for.
    fn wants(&self, k: usize, org: &Org) -> bool {
        let here = org.stands[self.p].tier;
        let worth = self.worth(k as u8 + 1, org);
        let open = |other: &usize| {
            let tier = &self.path.tiers[*other];
            let full = tier.seats.is_some_and(|seats| self.states[*other].holders.len() as u32 >= seats);
            *other != k && tier.on_now && !full && self.qualifies(*other, org)
        };
        let others = match self.path.terms.enters {
            Enters::StepByStep => Vec::new(),
            Enters::AnyLevel => (0..self.path.tiers.len()).filter(open).collect(),
        };
        worth >= self.worth(here, org) && others.iter().all(|other| worth >= self.worth(*other as u8 + 1, org))
    }

    fn qualifies(&self, k: usize, org: &Org) -> bool {
        let (tier, now) = (&self.path.tiers[k], f64::from(self.tick));
        let Some(stand) = org.stands.get(self.p).filter(|stand| self.path.leads(stand.tier, k)) else { return false };
        let since = if stand.tier > 0 { stand.since } else { org.since };
        self.may_stand(org)
            && now - since >= tier.tenure
            && enough(&stand.papers, &tier.papers)
            && enough(&done_within(org, now, tier.within), &tier.done)
    }

    fn rank(&self, tier: &OrgTier, org: &Org) -> f64 {
        let [projects, revenue, code] = done_within(org, f64::from(self.tick), tier.within);
        match tier.rank_by {
            RankBy::Revenue => revenue,
            RankBy::Projects => projects,
            RankBy::Code => code,
            RankBy::Size => org.size,
        }
    }

    fn enter(&mut self, k: usize, h: usize) {
        let now = f64::from(self.tick);
        let org = &mut self.orgs[h];
        let stand = &mut org.stands[self.p];
        let (from, dwelt) = (stand.tier, now - stand.since);
        (stand.tier, stand.since, stand.warned, stand.unpaid) = (k as u8 + 1, now, None, false);
        org.invested += self.path.tiers[k].co_investment / self.path.terms.hour;
        org.spent += self.path.tiers[k].co_investment;
        if let Some(below) = usize::from(from).checked_sub(1) {
            let below = &mut self.states[below];
            below.holders.retain(|&other| other as usize != h);
            below.promoted += 1;
            below.dwelt += dwelt;
        }
        self.states[k].holders.push(h as u32);
        self.states[k].entered += 1;
    }

    /// A draw at the organisation's own address.
    fn draw(&self, org: &Org, tier: &OrgTier, what: &str) -> f64 {
        let own = self.ground.organisation(&self.ground.rules.organisations[org.group], org.ordinal);
        own.named("path").named(&self.path.name).named(&tier.name).named(what).at(u64::from(self.tick)).unit()
    }
}

/// Whether each number reaches what is required.
fn enough(has: &[f64], required: &[f64]) -> bool {
    has.iter().zip(required).all(|(has, required)| *has + 1e-9 >= *required)
}
