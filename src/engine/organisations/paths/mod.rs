//! Paths: organisations train, climb, are reviewed, and get what their tiers promise.
//!
//! Invariant: shares of projects add up to 1, however much the tiers lead; a path whose tiers bring nothing and ask for nothing changes
//! nothing.

use crate::engine::context::TickContext;
use crate::kinds::Outlook;
use crate::model::{Group, Path};
use crate::world::TierState;
use crate::world::calendar::MONTH;
use crate::world::hub::Hub;
use crate::world::maths::exp;
use crate::world::org::{Bond, CURVES, Done, FrameworkState, Org, Organisations, Resource, Stand};

mod benefits;
mod promotion;
mod tier_value;

pub(in crate::engine) use benefits::pay_benefits;
pub(in crate::engine) use promotion::meet;
use tier_value::Prospect;

/// Organisations take the places that they hold at the start, the largest inside first, and get what each tier requires.
pub(in crate::engine) fn set_up(organisations: &mut Organisations, ground: &TickContext) {
    let rules = ground.rules;
    organisations.paths = rules.paths.iter().map(|path| vec![TierState::default(); path.tiers.len()]).collect();
    for org in &mut organisations.list {
        org.stands = vec![Stand::default(); rules.paths.len()];
        org.agreed = vec![FrameworkState::default(); rules.frameworks.len()];
    }
    for (p, path) in rules.paths.iter().enumerate().filter(|(_, path)| path.on_now) {
        let mut largest: Vec<usize> = (0..organisations.list.len())
            .filter(|&h| path.admits[organisations.list[h].group] && organisations.list[h].bond == Bond::Inside)
            .collect();
        largest.sort_by(|&a, &b| organisations.list[b].size.total_cmp(&organisations.list[a].size).then(a.cmp(&b)));
        let mut next = largest.into_iter();
        for &k in path.top_first.iter().filter(|k| path.tiers[**k].on_now) {
            let tier = &path.tiers[k];
            let places = tier.at_start.min(tier.seats.unwrap_or(u32::MAX));
            for h in next.by_ref().take(places as usize) {
                let org = &mut organisations.list[h];
                let papers = std::array::from_fn(|i| f64::max(tier.papers[i], tier.keeps()[i]));
                org.stands[p] = Stand { tier: k as u8 + 1, papers, ..Stand::default() };
                org.invested += tier.co_investment / path.terms.hour;
                let [projects, revenue, code] = tier.done;
                org.past.push(Done { at: 0.0, projects, revenue, code });
                org.ever = tier.done;
                organisations.paths[p][k].holders.push(h as u32);
            }
            organisations.paths[p][k].at_start = organisations.paths[p][k].holders.len() as u32;
        }
    }
}

/// Computes how many more projects each organisation attracts, because of what it is given and because of its tiers.
pub(in crate::engine) fn update_brand(organisations: &mut Organisations, ground: &TickContext) {
    let Organisations { list: orgs, paths } = organisations;
    let kinds = &ground.rules.organisations;
    orgs.iter_mut().for_each(|org| (org.brand, org.steered) = (kinds[org.group].kind.draws(org), [0.0; CURVES]));
    for (path, states) in ground.rules.paths.iter().zip(paths).filter(|(path, _)| path.on_now) {
        for (tier, state) in path.tiers.iter().zip(states).filter(|(tier, _)| tier.on_now && tier.brand > 0.0) {
            state.holders.iter().for_each(|&h| orgs[h as usize].brand += tier.brand);
        }
    }
}

/// Leads a share of all projects to the holders of tiers, by size, skill and brand. If no holder of a tier can deliver on a curve, the
/// tier's share of that curve is left to everybody.
pub(in crate::engine) fn lead_projects(organisations: &mut Organisations, ground: &TickContext, outlook: &mut Outlook) {
    let Organisations { list: orgs, paths } = organisations;
    for (path, states) in ground.rules.paths.iter().zip(paths).filter(|(path, _)| path.on_now) {
        for (tier, state) in path.tiers.iter().zip(states).filter(|(tier, _)| tier.on_now && tier.lead_share > 0.0) {
            let delivers = |org: &Org| {
                org.bond == Bond::Inside && ground.rules.organisations[org.group].kind.demand(outlook.years).is_some()
            };
            let holders: Vec<usize> =
                state.holders.iter().map(|&h| h as usize).filter(|&h| delivers(&orgs[h])).collect();
            for c in 0..CURVES {
                let draws = |org: &Org| org.size * org.state[c] * (1.0 + org.brand);
                let all: f64 = holders.iter().map(|&h| draws(&orgs[h])).sum();
                if all > 0.0 {
                    outlook.steered[c] += tier.lead_share;
                    for &h in &holders {
                        let mine = draws(&orgs[h]);
                        orgs[h].steered[c] += tier.lead_share * mine / all;
                    }
                }
            }
        }
    }
}

/// Records what an organisation did in a period, for as long as any tier looks back.
pub(in crate::engine) fn record(org: &mut Org, ground: &TickContext, tick: u32, months: f64) {
    let widest = (ground.rules.paths.iter().filter(|path| path.admits[org.group]))
        .flat_map(|path| path.tiers.iter().flat_map(|tier| [tier.within, tier.keep_within]))
        .filter(|within| within.is_finite())
        .fold(0.0, f64::max);
    let at = f64::from(tick) + 1.0;
    let code = org.gave[Resource::Code as usize] + org.returned;
    let revenue = org.earns * months + org.taken;
    org.taken = 0.0;
    let done = Done { at, projects: org.projects * months, revenue, code: code * months };
    org.ever.iter_mut().zip([done.projects, done.revenue, done.code]).for_each(|(all, more)| *all += more);
    org.past.push(done);
    let old = org.past.iter().take_while(|done| done.at <= at - widest).count();
    org.past.drain(..old);
}

/// Projects, revenue and code inside the last `within` ticks; all of them if that is infinite.
fn done_within(org: &Org, now: f64, within: f64) -> [f64; 3] {
    if within.is_infinite() {
        return org.ever;
    }
    let inside = org.past.iter().filter(|done| done.at > now - within);
    inside.fold([0.0; 3], |sum, done| [sum[0] + done.projects, sum[1] + done.revenue, sum[2] + done.code])
}

/// What organisations do for the tiers that they hold or want, before they exchange with the hub.
pub(in crate::engine) struct Climb {
    prospect: Prospect,
    /// Tiers as the tick found them.
    states: Vec<Vec<TierState>>,
}

impl Climb {
    /// In the present state of the world; `None` if there is no path.
    pub(in crate::engine) fn new(organisations: &Organisations, hub: &Hub, ground: &TickContext) -> Option<Self> {
        let states = || organisations.paths.clone();
        (!ground.rules.paths.is_empty())
            .then(|| Climb { prospect: Prospect::new(organisations, hub, ground), states: states() })
    }

    /// One period of an organisation.
    pub(in crate::engine) fn advance(&self, org: &mut Org, group: &Group, ground: &TickContext, months: f64) {
        (org.busy, org.granted, org.supported) = (0.0, 0.0, 0.0);
        for (p, path) in ground.rules.paths.iter().enumerate().filter(|(_, path)| path.on_now) {
            if path.admits[org.group] {
                self.train(org, group, (p, path), months);
                self.apply_tier(org, group, (p, path), months);
            }
        }
        org.busy = org.busy.min(group.side.hours * org.size);
    }

    /// Trained people leave, and others are trained for the tier that is held and for those that are worth setting out for.
    fn train(&self, org: &mut Org, group: &Group, (p, path): (usize, &Path), months: f64) {
        let left = exp(-months * MONTH / path.terms.lapse);
        org.stands[p].papers.iter_mut().for_each(|people| *people *= left);
        let wanted = self.wanted(org, group, (p, path));
        let hours = path.terms.pace * group.side.hours * org.size * months;
        let mut worked = 0.0;
        for (i, target) in wanted.into_iter().enumerate() {
            let missing = target - org.stands[p].papers[i];
            if missing <= 0.0 {
                continue;
            }
            let (needed, left) = (missing * path.training[i], hours - worked);
            let (trained, now) = match needed <= left {
                true => (missing, target),
                false => (missing * left / needed, target - missing * (1.0 - left / needed)),
            };
            org.stands[p].papers[i] = now;
            worked += needed.min(left);
            if i == 1 && path.terms.skill > 0.0 && group.kind.demand(0.0).is_some() {
                let grows = path.terms.skill * trained / org.size;
                org.state.iter_mut().for_each(|skill| *skill += (1.0 - *skill) * (1.0 - exp(-grows)));
            }
        }
        org.busy += worked / months;
        org.invested += worked;
        org.spent += worked * path.terms.hour;
    }

    /// People required by the tier that it would keep, and by those that it sets out for: accredited and certified.
    fn wanted(&self, org: &Org, group: &Group, (p, path): (usize, &Path)) -> [f64; 2] {
        let here = org.stands[p].tier;
        let worth = |tier: u8| self.prospect.worth(path, tier, &self.states[p], org, group, here);
        let mut wanted = [0.0; 2];
        let mut set_out = |required: [f64; 2], gain: f64, chance: f64| {
            let missing = |i: usize| (required[i] - org.stands[p].papers[i]).max(0.0) * path.training[i];
            let costs = (missing(0) + missing(1)) * path.terms.hour;
            if path.terms.responds * gain * path.ahead * chance > costs {
                wanted = std::array::from_fn(|i| f64::max(wanted[i], required[i]));
            }
        };
        if let Some(tier) = usize::from(here).checked_sub(1).map(|k| &path.tiers[k])
            && tier.is_reviewed()
        {
            set_out(tier.keeps(), worth(here) - worth(tier.from), 1.0);
        }
        for (k, tier) in path.tiers.iter().enumerate().filter(|(k, tier)| tier.on_now && path.leads(here, *k)) {
            let chance = self.prospect.chance(path, tier, &self.states[p][k], org);
            set_out(tier.papers, worth(k as u8 + 1) - worth(here), chance);
        }
        wanted
    }

    /// What the tier that it holds brings and costs in a period.
    fn apply_tier(&self, org: &mut Org, group: &Group, (p, path): (usize, &Path), months: f64) {
        let Some(k) = usize::from(org.stands[p].tier).checked_sub(1) else { return };
        let tier = &path.tiers[k];
        if !tier.on_now {
            return;
        }
        let heard = path.terms.heard * tier.board_share(self.states[p][k].holders.len());
        org.granted += heard * group.side.hours * org.size;
        org.busy += tier.hours;
        org.invested += tier.hours * months;
        org.spent += tier.hours * months * path.terms.hour;
        let a_unit = group.side.costs[Resource::Code as usize];
        org.returned += if a_unit > 0.0 { tier.hours / a_unit } else { 0.0 };
        let units = self.prospect.support(tier) * self.prospect.served;
        org.supported += units;
        let fund = if org.stands[p].unpaid { 0.0 } else { tier.fund_a_year() };
        let money = (fund - tier.fee_a_year(org.size)) / 12.0 / path.terms.hour;
        org.granted += units * group.side.worth[Resource::Support as usize] + money;
    }
}
