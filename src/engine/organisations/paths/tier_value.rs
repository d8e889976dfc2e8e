//! Tier value: what a tier is worth to an organisation, and the chance that it comes onto it.
//!
//! Money a year: belief · trust · (fund + earnings · brand + market · share led / holders + support in hours + being heard · seats on the
//! board / holders) − fee − joint hours − co-investment over the years that it looks ahead. Limit: a tier that brings nothing and costs
//! nothing is worth nothing.

use super::done_within;
use crate::engine::context::TickContext;
use crate::incentives::boundary::{Forecast, Kernel};
use crate::model::{Group, OrgTier, Path};
use crate::world::TierState;
use crate::world::hub::Hub;
use crate::world::org::{Bond, Org, Organisations, Resource};
use crate::world::promises::{Exposed, Promise};

/// What organisations expect of tiers.
pub(super) struct Prospect {
    now: f64,
    /// Years since the run began.
    years: f64,
    /// What all partners earn, money a month.
    market: f64,
    /// How far promises are believed, and which promises are believed less than the rest.
    belief: f64,
    exposed: Exposed,
    /// Share of promised hours that the hub has.
    pub(super) served: f64,
    /// Hours of the hub for a unit of support.
    support: f64,
}

impl Prospect {
    pub(super) fn new(organisations: &Organisations, hub: &Hub, ground: &TickContext) -> Self {
        Prospect {
            now: f64::from(ground.tick),
            years: ground.years(),
            market: organisations.list.iter().filter(|org| org.bond == Bond::Inside).map(|org| org.earns).sum(),
            belief: hub.belief,
            exposed: hub.exposed.clone(),
            served: hub.served,
            support: ground.rules.hub_terms.side.costs[Resource::Support as usize],
        }
    }

    /// Units of support a month that a tier promises.
    pub(super) fn support(&self, tier: &OrgTier) -> f64 {
        if self.support > 0.0 { tier.support_hours / self.support } else { 0.0 }
    }

    /// What a tier is worth to an organisation that stands on `here`, money a year; 0: on none.
    pub(super) fn worth(&self, path: &Path, tier: u8, states: &[TierState], org: &Org, group: &Group, here: u8) -> f64 {
        let Some(k) = usize::from(tier).checked_sub(1) else { return 0.0 };
        let (step, holds) = (&path.tiers[k], here == tier);
        let holders = (states[k].holders.len() + usize::from(!holds)).max(1);
        let sharers = holders as f64;
        let earns = org.earns / (1.0 + org.brand);
        let spared = self.support(step) * group.side.worth[Resource::Support as usize] * path.terms.hour;
        let heard = path.terms.heard * step.board_share(holders) * group.side.hours * org.size * path.terms.hour;
        let led = self.market * step.lead_share / sharers;
        let brings = step.fund_a_year() + 12.0 * (earns * step.brand + led + spared + heard);
        let once = if holds { 0.0 } else { step.co_investment / path.ahead };
        let believed = self.belief * self.exposed.times(&Promise::Step(path.index, k)) * org.trust;
        believed * brings - step.fee_a_year(org.size) - 12.0 * step.hours * path.terms.hour - once
    }

    /// The chance that what it delivers and earns will meet the bar, and that a seat is free.
    pub(super) fn chance(&self, path: &Path, tier: &OrgTier, state: &TierState, org: &Org) -> f64 {
        let did = done_within(org, self.now, tier.within);
        let required = did.iter().zip(tier.done).filter(|(_, required)| *required > 0.0);
        let least = required.map(|(did, required)| did / required).fold(f64::INFINITY, f64::min);
        let luck = Forecast { kernel: Kernel::Normal, own: path.terms.luck * path.terms.luck, bar: 0.0 };
        let meets = if least.is_finite() { luck.chance(least - 1.0) } else { 1.0 };
        let full = tier.seats.filter(|seats| state.holders.len() as u32 >= *seats);
        let Some(seats) = full else { return meets };
        // Hope: the share of the seats that become free in a year, measured since the tier began.
        let freed = (state.promoted + state.demoted + state.exited) as f64;
        let since = f64::from(state.since.unwrap_or(0)) / self.now.max(1.0) * self.years;
        meets * (freed / (self.years - since).max(0.25) / f64::from(seats)).min(1.0)
    }
}
