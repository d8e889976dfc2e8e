//! Around: what organisations know when they decide, as the last tick left it.

use super::context::Ground;
use crate::kinds::Around;
use crate::kinds::flywheel::grown;
use crate::world::World;
use crate::world::calendar::YEAR;
use crate::world::org::{Bond, CURVES, Resource};

/// What all of them know.
pub(super) fn around(world: &World, ground: &Ground) -> Around {
    let years = f64::from(world.tick) * f64::from(world.tick_days) / YEAR;
    let mut around = Around {
        years,
        members: world.all_members() as f64,
        momentum: world.hub.momentum,
        quality: world.hub.quality,
        coverage: world.hub.coverage,
        revenue: world.hub.yearly,
        stopped: world.ledger.stopped,
        demand: world.hub.curves,
        talent: grown(world.all_members(), world.hub.founders, ground.rules.flywheel.members_talent),
        ..Around::default()
    };
    for org in world.orgs.iter().filter(|o| o.bond == Bond::Inside) {
        let group = &ground.rules.organisations[org.group];
        around.inside += f64::from(!matches!(group.kind_name, "investor" | "rival"));
        if group.kind.demand(years).is_some() {
            around.partners += 1.0;
            for k in 0..CURVES {
                around.skill[k] += org.size * org.state[k] * (1.0 + org.brand);
            }
        }
    }
    around
}

/// Share of each industry that has adopted, by weight, and the references that those are given.
pub(super) fn references(world: &World, ground: &Ground) -> Vec<(f64, f64)> {
    let groups = &ground.rules.organisations;
    let industries = groups.iter().map(|g| g.industry + 1).max().unwrap_or(0);
    let (mut adopted, mut all, mut shown) = (vec![0.0; industries], vec![0.0; industries], vec![0.0; industries]);
    for org in world.orgs.iter().filter(|o| groups[o.group].on_now) {
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
