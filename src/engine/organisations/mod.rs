//! Organisations: who comes in, what each exchanges with the hub, what it makes of that, and who goes.
//!
//! They decide on the dates of their own periods, in the order of their groups, and see the world as the last tick left it. Each wants its
//! gain to grow. The target adapts to the actual growth: with constant growth g, its distance from g falls as e^(−ηt). A shortfall counts
//! against staying (Cyert & March 1963). Invariant: both sides of an exchange gain, and the hub works no more hours than it has.

use super::context::{TickContext, due};
use crate::kinds::Asks;
use crate::kinds::barter::{Deal, Side, deal};
use crate::model::Group;
use crate::world::calendar::MONTH;
use crate::world::content::Content;
use crate::world::hub::Hub;
use crate::world::maths::{exp, ln, normal_quantile};
use crate::world::org::{Bond, Org, Organisations, Resource};
use crate::world::{Population, World};
use hours::{hub_side, ration, side};
use investors::backing;
use market::{cannibalise, left_by_vendors, outlook, references};
use paths::Climb;

pub(super) mod frameworks;
pub(super) mod hours;
pub(super) mod investors;
pub(super) mod market;
mod mesh;
pub(super) mod paths;
pub(super) mod seats;
pub(super) mod trust;

/// All organisations at the start of the run, and the hub.
pub(super) fn set_up(population: &Population, organisations: &mut Organisations, hub: &mut Hub, ground: &TickContext) {
    let trust = ground.rules.trust.map_or(1.0, |trust| trust.at_start);
    for (g, group) in ground.rules.organisations.iter().enumerate() {
        for ordinal in 0..group.common.number {
            let luck = ground.organisation(group, ordinal);
            let z = normal_quantile(luck.named("size").unit());
            let unlike = if group.common.size_spread > 0.0 { exp(group.common.size_spread * z) } else { 1.0 };
            let size = group.common.size * unlike;
            let diligence = luck.named("attends").unit();
            let (of, target) = (group.common.number, group.common.growth);
            let mut org = Org { group: g, ordinal, of, size, diligence, trust, target, ..Org::default() };
            group.kind.born(&mut org, luck);
            if group.on_now && ordinal < group.common.joined_at_start {
                org.bond = Bond::Inside;
            }
            organisations.list.push(org);
        }
    }
    let belief = ground.rules.belief.map_or(1.0, |b| b.at_start);
    *hub = Hub {
        founders: population.all_members().max(1) as f64,
        belief,
        content: ground.rules.flywheel.content_usual,
        books: Content { opening: ground.rules.flywheel.content_usual, ..Content::default() },
        ..Hub::default()
    };
    paths::set_up(organisations, ground);
}

/// One tick of all organisations. Returns what they ask of the world.
pub(super) fn decide(world: &mut World, ground: &TickContext) -> Asks {
    let mut asks = Asks::default();
    if world.organisations.list.is_empty() {
        return asks;
    }
    trust::reset_if_off(&mut world.organisations, ground);
    mesh::meet(&mut world.organisations, ground);
    let rules = ground.rules;
    let meets = |g: &Group| due(world.tick, g.period) || g.joins_on == Some(world.tick);
    if !rules.organisations.iter().any(meets) {
        return asks;
    }
    paths::update_brand(&mut world.organisations, ground);
    let mut outlook = outlook(world, ground);
    paths::lead_projects(&mut world.organisations, ground, &mut outlook);
    let references = references(&world.organisations, ground);
    let hub = hub_side(&world.population, &world.organisations, &world.hub, ground);
    let climb = Climb::new(&world.organisations, &world.hub, ground);
    let backing = backing(&world.organisations, ground);
    let left = left_by_vendors(&world.organisations, ground);
    let allotted = ration(&mut world.organisations, &mut world.hub, ground, &hub);
    let received = |resource: Resource| world.hub.got[resource as usize];
    let shown = rules.flywheel.references_enterprises * received(Resource::References);
    let leads = rules.flywheel.leads_enterprises * received(Resource::Leads);
    let hearsay = rules.trust.map(|trust| trust::hearsay(&trust, &world.organisations.list));
    let peers = mesh::expected_gain(&world.organisations, ground);
    for (org, allotted) in world.organisations.list.iter_mut().zip(allotted) {
        let group = &rules.organisations[org.group];
        (outlook.references, outlook.shown) = references[group.industry];
        outlook.references += shown;
        if !group.on_now || org.bond == Bond::Gone {
            continue;
        }
        if group.joins_on == Some(world.tick) && org.bond == Bond::Outside {
            let paid = world.ledger.pay(group.pool, group.common.subsidy);
            enter(org, world.tick, paid);
            asks.announced += u64::from(paid);
        }
        if !due(world.tick, group.period) {
            continue;
        }
        let months = group.period * f64::from(world.tick_days) / MONTH;
        if org.bond == Bond::Outside {
            org.trust = hearsay.unwrap_or(org.trust);
            let would = (rules.hub_terms.is_mesh() || would_gain(org, group, (&hub, world.hub.rationed), peers)) && {
                let luck = ground.organisation(group, org.ordinal);
                let faster = 1.0 + backing.circle + if group.kind_name == "enterprise" { leads } else { 0.0 };
                let comes = 1.0 - exp(-group.common.joins * faster * months / 12.0);
                group.kind.would_join(org, &outlook, luck)
                    && luck.named("joins").at(u64::from(world.tick)).unit() < comes
            };
            let brought = backing.orders > 0.0 && group.kind_name == "enterprise" && {
                let luck = ground.organisation(group, org.ordinal).named("orders").at(u64::from(world.tick));
                luck.unit() < 1.0 - exp(-backing.orders * months / 12.0)
            };
            enter(org, world.tick, would || brought);
            continue;
        }
        org.returned = 0.0;
        if let Some(climb) = &climb {
            climb.advance(org, group, ground, months);
        }
        exchange(org, group, &hub, allotted, months);
        group.kind.act(org, &outlook, months, &mut asks);
        if climb.is_some() {
            paths::record(org, ground, world.tick, months);
        }
        trust::update(org, ground, (&hub, allotted), world.hub.served, months);
        leave_or_stay(org, group, &world.hub, world.tick, months);
    }
    cannibalise(&mut world.hub, ground, &mut world.organisations.list, &mut asks, left);
    asks
}

/// Lets an organisation in, if `comes`.
fn enter(org: &mut Org, tick: u32, comes: bool) {
    if comes {
        org.bond = Bond::Inside;
        org.since = f64::from(tick);
    }
}

/// Whether it would gain more than its reserve by the exchange, as far as the hub has hours for it, and by what others bring.
fn would_gain(org: &Org, group: &Group, (hub, rationed): (&Side, f64), peers: f64) -> bool {
    if !group.barters() {
        return true;
    }
    let side = side(org, group);
    let gain = deal(&side, hub, hub.hours).gain * rationed + peers * side.hours;
    gain > 0.0 && gain >= group.common.reserve * side.hours
}

/// The exchange of one period with the hub, and how satisfied it leaves the organisation.
fn exchange(org: &mut Org, group: &Group, hub: &Side, allotted: f64, months: f64) {
    if !group.barters() {
        return;
    }
    let side = side(org, group);
    let Deal { gives, gets, hub_hours, gain, hub_gain } = deal(&side, hub, allotted);
    (org.gave, org.got) = (gives, gets);
    (org.hub_hours, org.hub_gain) = (hub_hours, hub_gain);
    let worked: f64 = gives.iter().zip(&side.costs).map(|(units, cost)| units * cost).sum();
    org.invested += worked * months;
    let all = (group.side.hours * org.size).max(1e-9);
    let earned = if group.common.hour > 0.0 { org.earns / group.common.hour } else { 0.0 };
    let felt = (gain + org.granted + org.peers.gain + earned) / all + org.heard;
    let before = org.satisfaction;
    let years = months / 12.0;
    org.satisfaction += (felt - before) * if org.periods == 0 { 1.0 } else { 1.0 - exp(-years) };
    // The first gain does not count as growth.
    let grew = org.periods > 0 && before > 0.0 && org.satisfaction > 0.0;
    org.growth = if grew { ln(org.satisfaction / before) / years } else { 0.0 };
    org.periods += 1;
    org.target += (org.growth - org.target) * (1.0 - exp(-group.common.aspires * years));
}

/// It goes if the gain has been too small for too long, or a rival has offered more for as long.
fn leave_or_stay(org: &mut Org, group: &Group, hub: &Hub, tick: u32, months: f64) {
    if !group.barters() {
        return;
    }
    let elsewhere = (hub.bid * (1.0 - org.bound(group.common.commitment))).max(group.common.reserve);
    let missing = (org.target - org.growth).max(0.0) * group.common.grieves;
    org.short = if org.satisfaction - missing < elsewhere { org.short + 1 } else { 0 };
    // It offers more before it goes.
    org.seeks = if org.short > 0 { group.common.searches } else { 0.0 };
    if f64::from(org.short) * months * MONTH >= group.common.patience {
        *org = Org {
            group: org.group,
            ordinal: org.ordinal,
            of: org.of,
            size: org.size,
            diligence: org.diligence,
            bond: Bond::Gone,
            since: f64::from(tick),
            handed: org.handed,
            stake: org.stake,
            // It goes on working for others until they meet again.
            peers: org.peers,
            // It leaves its tiers at the next meeting; its students on the way go on.
            stands: std::mem::take(&mut org.stands),
            agreed: std::mem::take(&mut org.agreed),
            ..Org::default()
        };
    }
}

/// Whether it gains by a seat that takes `hours` and is worth the share `heard` of all its hours; its other seats take `elsewhere`.
pub(super) fn would_sit(
    org: &Org,
    group: &Group,
    (hub, rationed): (&Side, f64),
    elsewhere: f64,
    (hours, heard): (f64, f64),
) -> bool {
    if !group.barters() {
        return true;
    }
    let open = group.side.hours * org.size * (1.0 + org.seeks) - org.busy - org.peers.hours - elsewhere;
    let all = Side { hours: open.max(0.0), ..side(org, group) };
    let less = Side { hours: (all.hours - hours).max(0.0), ..all };
    let gain = |side: &Side| deal(side, hub, hub.hours).gain * rationed;
    gain(&less) + heard * group.side.hours * org.size >= gain(&all)
}
