//! The mesh: what organisations exchange with each other, past the hub.
//!
//! They meet in pairs by lot, as often as the table `[hub]` says, in the hours that they reserve for it. They trade by comparative
//! advantage, as with the hub; the hub gets the hours that are left. Invariants: what one gives is what the other gets; nobody works more
//! hours than they have, or takes more of a resource than they absorb, counting what comes from the hub.

use super::hours::open_hours;
use crate::engine::context::TickContext;
use crate::kinds::barter::{Side, deal};
use crate::world::org::{Bond, Org, Organisations, Peers};

/// The mean gain of those inside from each other, as a share of their hours: what an organisation outside may expect.
pub(in crate::engine) fn expected_gain(organisations: &Organisations, ground: &TickContext) -> f64 {
    let groups = &ground.rules.organisations;
    let inside = organisations.list.iter().filter(|org| org.bond == Bond::Inside && groups[org.group].barters());
    let share = |org: &Org| org.peers.gain / (groups[org.group].side.hours * org.size).max(1e-9);
    let (sum, n) = inside.fold((0.0, 0.0), |(sum, n), org| (sum + share(org), n + 1.0));
    sum / f64::max(n, 1.0)
}

/// Organisations meet in pairs, if there is a mesh.
pub(in crate::engine) fn meet(organisations: &mut Organisations, ground: &TickContext) {
    let terms = &ground.rules.hub_terms;
    let (every, others) = terms.meets;
    if terms.mesh > 0.0 && !ground.due(every) {
        return;
    }
    organisations.list.iter_mut().for_each(|org| org.peers = Peers::default());
    if terms.mesh <= 0.0 {
        return;
    }
    let groups = &ground.rules.organisations;
    let comes = |org: &Org| org.bond == Bond::Inside && groups[org.group].on_now && groups[org.group].barters();
    let inside: Vec<usize> = (0..organisations.list.len()).filter(|k| comes(&organisations.list[*k])).collect();
    let reserved = terms.mesh / f64::from(others);
    let hours: Vec<f64> = organisations.list.iter().map(|org| reserved * open_hours(org, &groups[org.group])).collect();
    for round in 0..others {
        let lots = ground.draws.named("mesh").at(u64::from(round));
        let mut order: Vec<(f64, usize)> = inside.iter().map(|&k| (lots.at(k as u64).unit(), k)).collect();
        order.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        for pair in order.chunks_exact(2) {
            let [one, other] = [pair[0].1, pair[1].1];
            let side = |k: usize| {
                let (org, group) = (&organisations.list[k], &groups[organisations.list[k].group]);
                Side { hours: hours[k], absorbs: group.side.absorbs * org.size / f64::from(others), ..group.side }
            };
            let made = deal(&side(one), &side(other), hours[other]);
            let worked = made.gives.iter().zip(&side(one).costs).map(|(units, cost)| units * cost).sum();
            for (k, gave, got, hours, gain) in [
                (one, made.gives, made.gets, worked, made.gain),
                (other, made.gets, made.gives, made.hub_hours, made.hub_gain),
            ] {
                let peers = &mut organisations.list[k].peers;
                peers.gave.iter_mut().zip(gave).for_each(|(sum, units)| *sum += units);
                peers.got.iter_mut().zip(got).for_each(|(sum, units)| *sum += units);
                peers.hours += hours;
                peers.gain += gain;
            }
        }
    }
}
