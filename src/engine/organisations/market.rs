//! Market: what organisations know of each other when they decide, which partner serves which enterprise, and what vendors take.
//!
//! An enterprise prefers a partner that can deliver much, a partner prefers an enterprise that needs much, and both have tastes of their
//! own. The number of places of a partner is its capacity divided by the mean need, and at least one: who can do less than an enterprise
//! needs serves it in part. Partners who repackage the product take a share of what enterprises would pay the hub. Invariants: no partner
//! delivers more than it can; if enterprises are matched, no enterprise and no partner would rather have each other; what vendors take is
//! what the hub lacks; n vendors of size 1 that take a share c leave (1 − c)ⁿ.

use crate::engine::context::TickContext;
use crate::kinds::flywheel::grown;
use crate::kinds::matching::{blocking, matched, mean_ranks};
use crate::kinds::{Asks, Delivery, Outlook};
use crate::world::World;
use crate::world::hub::{Hub, Pairs};
use crate::world::maths::{ln, normal_quantile};
use crate::world::org::{Bond, CURVES, Org, Organisations, Resource};
use crate::world::stream::Stream;

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

/// Gives each enterprise a partner of its own, as far as there are places. Returns the share of needs that is served, and who serves whom.
pub(in crate::engine) fn deliver(
    organisations: &Organisations,
    ground: &TickContext,
    delivery: Delivery,
) -> (f64, Option<Pairs>) {
    let inside = |of: fn(&Org) -> f64| -> Vec<&Org> {
        organisations.list.iter().filter(|o| o.bond == Bond::Inside && of(o) > 0.0).collect()
    };
    let (users, partners) = (inside(|o| o.demand), inside(|o| o.service));
    let needed: f64 = users.iter().map(|o| o.demand).sum();
    if users.is_empty() {
        return (1.0, None);
    }
    let mean = needed / users.len() as f64;
    let places: Vec<usize> = partners.iter().map(|p| ((p.service / mean + 1e-9) as usize).max(1)).collect();
    let luck = ground.luck.named("delivery");
    let of = |luck: Stream, who: &Org| luck.at(who.group as u64).at(u64::from(who.ordinal));
    let likes = |who: &Org, whom: &Org, much: f64| {
        ln(much) + ground.rules.hub_terms.taste * normal_quantile(of(of(luck, who), whom).unit())
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
    let with = match delivery {
        Delivery::ByLot => {
            let lot = luck.named("lot");
            let mut order: Vec<usize> = (0..users.len()).collect();
            order.sort_by_key(|&u| of(lot, users[u]).bits());
            let mut open: Vec<(u64, usize)> = (0..partners.len())
                .flat_map(|p| (0..places[p]).map(move |place| (p, place)))
                .map(|(p, place)| (of(lot, partners[p]).named("place").at(place as u64).bits(), p))
                .collect();
            open.sort_unstable();
            let mut with = vec![None; users.len()];
            order.into_iter().zip(open).for_each(|(user, (_, partner))| with[user] = Some(partner));
            with
        }
        _ => matched(&lists, &scores, &places),
    };
    let mut asked = vec![0.0; partners.len()];
    for (user, partner) in users.iter().zip(&with) {
        partner.iter().for_each(|&p| asked[p] += user.demand);
    }
    // Nobody delivers more than it can.
    let served: f64 = partners.iter().zip(&asked).map(|(partner, asked)| partner.service.min(*asked)).sum();
    let pairs = mean_ranks(&lists, &scores, &with).map(|(partner_place, enterprise_place)| Pairs {
        partner_place,
        enterprise_place,
        blocking: blocking(&lists, &scores, &places, &with),
    });
    (served / needed, pairs)
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
