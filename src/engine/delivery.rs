//! Delivery: which partner serves which enterprise, where each may choose.
//!
//! An enterprise likes a partner that can deliver much, a partner one that needs much, and both have tastes of their own; a partner
//! has as many places as it can serve mean needs. Invariant: no enterprise and no partner would rather have each other.

use super::context::Ground;
use crate::kinds::matching::{blocking, matched};
use crate::world::World;
use crate::world::maths::{ln, normal_quantile};
use crate::world::org::{Bond, Org};

/// Share of needs that are served, and the mean place of its partner in the list of an enterprise that has one.
pub(super) fn deliver(world: &World, ground: &Ground, taste: f64) -> (f64, f64) {
    let inside = |of: fn(&Org) -> f64| -> Vec<&Org> {
        world.orgs.iter().filter(|o| o.bond == Bond::Inside && of(o) > 0.0).collect()
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
