//! Trust: what organisations make of what was delivered to them, and of what was not.
//!
//! Invariant: without `[trust]` everybody trusts wholly and nothing changes.

use super::hours::side;
use crate::engine::context::Ground;
use crate::kinds::barter::{Side, pairs};
use crate::kinds::trust::Trust;
use crate::world::org::{Bond, Org, Organisations};
use crate::world::promises::Promise;

/// Where trust no longer moves, it is whole.
pub(in crate::engine) fn begin(organisations: &mut Organisations, ground: &Ground) {
    if ground.anew && ground.rules.trust.is_none() {
        organisations.list.iter_mut().for_each(|org| org.trust = 1.0);
    }
}

/// What those outside hear.
pub(in crate::engine) fn heard(trust: &Trust, orgs: &[Org]) -> f64 {
    let (sum, inside) = orgs
        .iter()
        .filter(|org| org.bond == Bond::Inside && org.promised)
        .fold((0.0, 0.0), |(sum, inside), org| (sum + org.trust, inside + 1.0));
    trust.heard((inside > 0.0).then(|| sum / inside))
}

/// What an organisation makes of a period in which so many hours of the hub's were left for its exchange, and of all that its tiers and
/// frameworks promise; each counts alike.
pub(in crate::engine) fn judge(
    org: &mut Org,
    ground: &Ground,
    (hub, allotted): (&Side, f64),
    served: f64,
    months: f64,
) {
    let Some(trust) = &ground.rules.trust else { return };
    let mut delivered: Vec<f64> = Vec::new();
    let group = &ground.rules.organisations[org.group];
    if org.wants > 0.0 {
        delivered.push((allotted / org.wants).min(1.0));
    } else if hub.hours <= 0.0
        && !ground.rules.middle.is_mesh()
        && group.barters()
        && !pairs(&side(org, group), hub).is_empty()
    {
        // There would be a deal, and not an hour for it.
        delivered.push(0.0);
    }
    let stands = ground.rules.paths.iter().zip(&org.stands).filter(|(path, _)| path.on_now);
    for (path, stand) in stands {
        let Some(tier) = usize::from(stand.tier).checked_sub(1).map(|k| &path.tiers[k]).filter(|t| t.on_now) else {
            continue;
        };
        if tier.support_hours > 0.0 {
            delivered.push(served);
        }
        if tier.fund.is_some() {
            delivered.push(f64::from(!stand.unpaid));
        }
    }
    let agreed = ground.rules.frameworks.iter().zip(&org.agreed);
    for (framework, agreed) in agreed.filter(|(framework, agreed)| framework.on_now && agreed.since.is_some()) {
        if framework.hours > 0.0 {
            delivered.push(served);
        }
        if framework.upkeep.is_some() {
            delivered.push(f64::from(!agreed.unpaid));
        }
    }
    org.promised |= !delivered.is_empty();
    if !delivered.is_empty() {
        let share = delivered.iter().sum::<f64>() / delivered.len() as f64;
        org.trust = trust.after(org.trust, months / 12.0, share);
    }
}

/// Organisations learn that so large a share of a promise does not stand: those to whom it was made, or all where it was made to everybody.
pub(in crate::engine) fn broken(organisations: &mut Organisations, ground: &Ground, promise: &Promise, share: f64) {
    let Some(trust) = &ground.rules.trust else { return };
    let to = |org: &Org| match promise {
        Promise::Tier(..) => false,
        Promise::Step(path, _) => ground.rules.paths[*path].admits[org.group],
        Promise::Announcement(_) => true,
    };
    for org in organisations.list.iter_mut().filter(|org| org.bond == Bond::Inside) {
        if to(org) {
            org.trust = trust.broken(org.trust, share);
        }
    }
}
