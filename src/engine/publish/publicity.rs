//! Publicity: endorsements, announced sizes, and carriers that tell of the product.
//!
//! Invariants: if nothing is announced and nobody endorses, nothing changes; an announcement is judged once; a carrier that cannot be paid
//! sends nothing, and its earlier messages fade.

use crate::engine::context::TickContext;
use crate::engine::organisations::trust;
use crate::model::Rules;
use crate::world::World;
use crate::world::calendar::YEAR;
use crate::world::channels::{CarrierRates, CarrierState, Channels};
use crate::world::hub::Hub;
use crate::world::ledger::Ledger;
use crate::world::maths::exp;
use crate::world::menu::Expects;
use crate::world::promises::Promise;

/// An endorsement is dropped when its reach, as a multiple of the external hazard, falls below this.
const GONE: f64 = 1e-6;

/// Endorsements of the tick happen and older ones fade; announcements that fall due are kept or broken.
pub(in crate::engine) fn endorse_and_judge(world: &mut World, ground: &TickContext) {
    let (now, rules) = (world.tick, ground.rules);
    world.hub.endorsed.iter_mut().for_each(|(reach, keeps)| *reach *= *keeps);
    world.hub.endorsed.retain(|(reach, _)| *reach > GONE);
    for endorsement in rules.endorsements.iter().filter(|endorsement| endorsement.at == now) {
        if !world.ledger.pay(endorsement.pool, endorsement.cost) {
            continue;
        }
        world.hub.endorsed.push((endorsement.reach, endorsement.keeps));
        if let Some(belief) = &rules.belief {
            world.hub.belief += (belief.most - world.hub.belief).max(0.0) * endorsement.trust;
        }
    }
    let members = world.population.all_members();
    for announced in rules.announcements.iter().filter(|announced| announced.by == now) {
        // Counted as a promise here and in `hub.promises`: the second count keeps it out of the payments that move belief.
        if members >= announced.size {
            world.tally.promises_kept += 1;
            world.hub.promises.0 += 1;
        } else {
            world.tally.promises_broken += 1;
            world.hub.promises.1 += 1;
            if rules.belief.is_some() {
                world.hub.belief *= exp(-announced.costs);
            }
            trust::break_promise(&mut world.organisations, ground, &Promise::Announcement(announced.name.clone()), 1.0);
        }
    }
}

/// The size of the community that people expect: the largest that is announced now.
pub(in crate::engine) fn expected_size(hub: &Hub, rules: &Rules, tick: u32) -> Expects {
    let open = rules.announcements.iter().filter(|a| (a.at..a.by).contains(&tick));
    let largest = open.max_by(|a, b| a.size.cmp(&b.size).then(a.trust.total_cmp(&b.trust)));
    largest.map_or(Expects::default(), |a| {
        let believed = hub.believes(&Promise::Announcement(a.name.clone()));
        Expects { share: a.share, weight: (a.trust * believed).min(1.0) }
    })
}

/// One tick of all carriers: what is sent, what stays in mind, and what it adds to people's rates.
pub(in crate::engine) fn send(channels: &mut Channels, ledger: &mut Ledger, hub: &Hub, ground: &TickContext) {
    let rules = ground.rules;
    if rules.carriers.is_empty() {
        return;
    }
    let (days, tick) = (ground.days(), ground.tick);
    channels.carriers.resize(rules.carriers.len(), CarrierState::default());
    let mut heard = vec![CarrierRates::default(); rules.segments.len()];
    for (carried, rule) in channels.carriers.iter_mut().zip(&rules.carriers) {
        let carrier = &rule.carrier;
        let mut sent = if rule.tells(tick) { carrier.fed(hub.content) } else { 0.0 };
        if rule.tells(tick) && rule.cost > 0.0 {
            // Whole units: what is due by the end of the tick, less what was due before it.
            let n = f64::from(tick - rule.from);
            let due = (rule.cost * (n + 1.0)).round() as i64 - (rule.cost * n).round() as i64;
            if !ledger.pay(rule.pool, due) {
                sent = 0.0;
            }
        }
        let (end, mean) = carrier.after(carried.exposure, days, sent);
        *carried = CarrierState { exposure: end, heeded: carrier.heeded(mean) };
        let years = carried.heeded * days / YEAR;
        for (heard, _) in heard.iter_mut().zip(&rule.audience).filter(|(_, reaches)| **reaches) {
            heard.adoption += carrier.adoption * years;
            let triggers = if rule.cost > 0.0 { &mut heard.paid } else { &mut heard.free };
            *triggers += carrier.triggers * years;
        }
    }
    channels.heard = heard;
}
