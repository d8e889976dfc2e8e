//! Market: what organisations know of each other when they decide, which partner serves which enterprise, and what vendors take.
//!
//! An enterprise prefers a partner that can deliver much, a partner prefers an enterprise that needs much, and both have tastes of their
//! own. The number of places of a partner is its capacity divided by the mean need. Partners who repackage the product take a share of what
//! enterprises would pay the hub. Invariants: no enterprise and no partner would rather have each other; what vendors take is what the hub
//! lacks; n vendors of size 1 that take a share c leave (1 − c)ⁿ.

use crate::engine::context::TickContext;
use crate::kinds::flywheel::grown;
use crate::kinds::matching::{blocking, matched};
use crate::kinds::{Asks, Outlook};
use crate::world::World;
use crate::world::hub::Hub;
use crate::world::maths::{ln, normal_quantile};
use crate::world::org::{Bond, CURVES, Org, Organisations, Resource};

/// What all organisations know.
pub(in crate::engine) fn outlook(world: &World, ground: &TickContext) -> Outlook {
    let years = ground.years();
    let mut outlook = Outlook {
        years,
        members: world.population.all_members() as f64,
        momentum: world.hub.momentum,
        quality: world.hub.quality,
        coverage: world.hub.coverage,
        revenue: world.hub.yearly,
        stopped: world.ledger.stopped,
        demand: world.hub.curves,
        talent: grown(world.population.all_members(), world.hub.founders, ground.rules.flywheel.members_talent),
        ..Outlook::default()
    };
    for org in world.organisations.list.iter().filter(|o| o.bond == Bond::Inside) {
        let group = &ground.rules.organisations[org.group];
        outlook.inside += f64::from(!matches!(group.kind_name, "investor" | "rival"));
        if group.kind.demand(years).is_some() {
            outlook.partners += 1.0;
            for k in 0..CURVES {
                outlook.skill[k] += org.size * org.state[k] * (1.0 + org.brand);
            }
        }
    }
    outlook
}

/// By industry: the share that has adopted, by weight, and the references that the adopters are given.
pub(in crate::engine) fn references(organisations: &Organisations, ground: &TickContext) -> Vec<(f64, f64)> {
    let groups = &ground.rules.organisations;
    let industries = groups.iter().map(|g| g.industry + 1).max().unwrap_or(0);
    let (mut adopted, mut all, mut shown) = (vec![0.0; industries], vec![0.0; industries], vec![0.0; industries]);
    for org in organisations.list.iter().filter(|o| groups[o.group].on_now) {
        let industry = groups[org.group].industry;
        all[industry] += org.weight;
        if org.bond == Bond::Inside {
            adopted[industry] += org.weight;
            shown[industry] += org.received(Resource::References);
        }
    }
    let shares = adopted.iter().zip(all).map(|(a, all)| if all > 0.0 { a / all } else { 0.0 });
    shares.zip(shown).collect()
}

/// Matches enterprises with partners. Returns the share of needs that is served and, over the enterprises with a partner, the mean rank of
/// the partner in the enterprise's list.
pub(in crate::engine) fn deliver(organisations: &Organisations, ground: &TickContext, taste: f64) -> (f64, f64) {
    let inside = |of: fn(&Org) -> f64| -> Vec<&Org> {
        organisations.list.iter().filter(|o| o.bond == Bond::Inside && of(o) > 0.0).collect()
    };
    let (users, partners) = (inside(|o| o.demand), inside(|o| o.service));
    let needed: f64 = users.iter().map(|o| o.demand).sum();
    if users.is_empty() {
        return (1.0, 0.0);
    }
    let mean = needed / users.len() as f64;
    let places: Vec<usize> = partners.iter().map(|p| (p.service / mean + 1e-9) as usize).collect();
    let luck = ground.luck.named("delivery");
    let likes = |who: &Org, whom: &Org, much: f64| {
        let pair =
            luck.at(who.group as u64).at(u64::from(who.ordinal)).at(whom.group as u64).at(u64::from(whom.ordinal));
        ln(much) + taste * normal_quantile(pair.unit())
    };
    let list = |user: &&Org| {
        let mut order: Vec<(f64, usize)> =
            partners.iter().enumerate().map(|(k, p)| (likes(user, p, p.service * (1.0 + p.brand)), k)).collect();
        order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        order.into_iter().map(|(_, k)| k).collect::<Vec<usize>>()
    };
    let lists: Vec<Vec<usize>> = users.iter().map(list).collect();
    let scores: Vec<Vec<f64>> =
        partners.iter().map(|p| users.iter().map(|user| likes(p, user, user.demand)).collect()).collect();
    let with = matched(&lists, &scores, &places);
    debug_assert_eq!(blocking(&lists, &scores, &places, &with), 0, "some would rather have each other");
    let (mut served, mut sum, mut pairs) = (0.0, 0, 0);
    for ((user, list), partner) in users.iter().zip(&lists).zip(&with) {
        if let Some(place) = partner.and_then(|p| list.iter().position(|&k| k == p)) {
            served += user.demand;
            sum += place + 1;
            pairs += 1;
        }
    }
    (served / needed, sum as f64 / pairs.max(1) as f64)
}

/// Share of what enterprises pay that vendors leave to the hub.
pub(in crate::engine) fn left_by_vendors(organisations: &Organisations, ground: &TickContext) -> f64 {
    let takes = |org: &Org| libm::pow(1.0 - ground.rules.organisations[org.group].kind.takes(), org.size);
    organisations.list.iter().filter(|o| o.bond == Bond::Inside).map(takes).product()
}

/// Vendors take their share of what enterprises paid; `left` is the share that is left to the hub.
pub(in crate::engine) fn cannibalise(
    hub: &mut Hub,
    ground: &TickContext,
    orgs: &mut [Org],
    asks: &mut Asks,
    left: f64,
) {
    let taken = asks.revenue[0] * (1.0 - left);
    if taken <= 0.0 {
        return;
    }
    asks.revenue[0] -= taken;
    asks.revenue[1] += taken;
    hub.cannibalised += taken;
    let takes = |org: &Org| match org.bond {
        Bond::Inside => ground.rules.organisations[org.group].kind.takes() * org.size,
        _ => 0.0,
    };
    let all: f64 = orgs.iter().map(takes).sum();
    orgs.iter_mut().for_each(|org| org.taken += taken * takes(org) / all.max(1e-300));
}
