//! Trust: how far organisations trust the hub, by what was delivered to them and what was not.
//!
//! Invariant: without `[trust]` everybody trusts fully and nothing changes.

use super::hours::side;
use crate::engine::context::TickContext;
use crate::kinds::barter::{Side, pairs};
use crate::kinds::trust::Trust;
use crate::world::org::{Bond, Org, Organisations};
use crate::world::promises::Promise;

/// If the rules have no `[trust]` any more, everybody trusts fully.
pub(in crate::engine) fn reset_if_off(organisations: &mut Organisations, ground: &TickContext) {
    if ground.anew && ground.rules.trust.is_none() {
        organisations.list.iter_mut().for_each(|org| org.trust = 1.0);
    }
}

/// The trust of those outside: what they hear from those inside.
pub(in crate::engine) fn hearsay(trust: &Trust, orgs: &[Org]) -> f64 {
    let (sum, inside) = orgs
        .iter()
        .filter(|org| org.bond == Bond::Inside && org.promised)
        .fold((0.0, 0.0), |(sum, inside), org| (sum + org.trust, inside + 1.0));
    trust.heard((inside > 0.0).then(|| sum / inside))
}

/// Updates the trust of an organisation after a period, by the delivered share of what it was promised: the hours for its exchange
/// (`allotted`), and all that its tiers and frameworks promise. Each promise counts alike.
pub(in crate::engine) fn update(
    org: &mut Org,
    ground: &TickContext,
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
        && !ground.rules.hub_terms.is_mesh()
        && group.barters()
        && !pairs(&side(org, group), hub).is_empty()
    {
        // A deal would be possible, but the hub has no hour for it.
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

/// Breaks a share of a promise: it costs trust of the organisations to which it was made, or of all if it was made to everybody.
pub(in crate::engine) fn break_promise(
    organisations: &mut Organisations,
    ground: &TickContext,
    promise: &Promise,
    share: f64,
) {
    let Some(trust) = &ground.rules.trust else { return };
    let is_promised = |org: &Org| match promise {
        Promise::Tier(..) => false,
        Promise::Step(path, _) => ground.rules.paths[*path].admits[org.group],
        Promise::Announcement(_) => true,
    };
    for org in organisations.list.iter_mut().filter(|org| org.bond == Bond::Inside) {
        if is_promised(org) {
            org.trust = trust.broken(org.trust, share);
        }
    }
}
