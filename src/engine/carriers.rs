//! Carriers: what is told before anybody acts, what stays in mind of it, and what it adds to people's rates.
//!
//! Invariant: a carrier that cannot be paid for tells nothing, and what it told before fades.

use crate::model::Rules;
use crate::world::World;
use crate::world::calendar::YEAR;
use crate::world::channels::{Carried, Heard};

/// One tick of all carriers.
pub(super) fn tell(world: &mut World, rules: &Rules) {
    if rules.carriers.is_empty() {
        return;
    }
    let days = f64::from(world.tick_days);
    let (content, tick) = (world.hub.content, world.tick);
    world.channels.carriers.resize(rules.carriers.len(), Carried::default());
    let mut heard = vec![Heard::default(); world.segments.len()];
    for (carried, rule) in world.channels.carriers.iter_mut().zip(&rules.carriers) {
        let carrier = &rule.carrier;
        let mut sent = if rule.tells(tick) { carrier.fed(content) } else { 0.0 };
        if rule.tells(tick) && rule.cost > 0.0 {
            // Whole units: what is due by the end of the tick, less what was due before it.
            let n = f64::from(tick - rule.from);
            let due = (rule.cost * (n + 1.0)).round() as i64 - (rule.cost * n).round() as i64;
            if !world.ledger.pay(rule.pool, due) {
                sent = 0.0;
            }
        }
        let (end, mean) = carrier.after(carried.exposure, days, sent);
        *carried = Carried { exposure: end, heeded: carrier.heeded(mean) };
        let years = carried.heeded * days / YEAR;
        for (heard, _) in heard.iter_mut().zip(&rule.audience).filter(|(_, reaches)| **reaches) {
            heard.adoption += carrier.adoption * years;
            let triggers = if rule.cost > 0.0 { &mut heard.paid } else { &mut heard.free };
            *triggers += carrier.triggers * years;
        }
    }
    world.channels.heard = heard;
}
