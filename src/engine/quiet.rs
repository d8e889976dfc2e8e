//! Quiet: to whom nothing can happen in this tick, so that nobody looks at them.
//!
//! A quiet person costs one hash and one comparison. Invariant: whoever is left out here would have drawn nothing when looked at
//! closely, so that the scan changes the speed and not the result.

use super::chapters::most_reach;
use super::ground::Ground;
use crate::mechanisms::{Contagion, Rates};
use crate::world::Seen;
use crate::world::contacts::Kind;
use crate::world::people::{Crowd, Stage};
use crate::world::stream::mix;

/// Rows of those to whom anything may happen in this tick: everybody else is quiet.
#[inline(never)]
pub(super) fn candidates(crowd: &Crowd, ground: &Ground, seen: &Seen, rates: &Rates) -> Vec<u32> {
    const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
    let n = crowd.len();
    let decided_anew = matches!(rates.contagion, Contagion::Threshold(_) | Contagion::CriticalMass { .. });
    if ground.anew || rates.steady || decided_anew {
        return (0..n as u32).collect();
    }
    let share = heard(seen, crowd.segment, &ground.model.kind);
    let expects = &seen.menu.expects;
    let social = if ground.model.kind.is_network() { 0.0 } else { rates.social * expects.of(f64::from(share)) };
    let external = if seen.chapters.is_empty() {
        rates.external
    } else {
        rates.external * most_reach(ground, seen.chapters, crowd.segment)
    };
    let flat = [(external + social) as f32, (rates.paid + rates.others) as f32, rates.comeback as f32];
    let internal = rates.internal as f32;
    let (own_need, leaves) = (rates.own as f32, seen.turns.leave as f32);
    let key = ground.draws;
    let mut rows = Vec::with_capacity(n / 8 + 16);
    let network = ground.model.kind.is_network();
    let announced = network && expects.weight > 0.0;
    let has_habit = !crowd.habit.is_empty();
    // Cut into blocks so that the bounds are computed in a loop without branches.
    const BLOCK: usize = 256;
    let mut near = [0_u8; BLOCK];
    let mut from = 0;
    while from < n {
        let to = (from + BLOCK).min(n);
        let stage = &crowd.stage[from..to];
        let (need, urge) = (&crowd.need[from..to], &crowd.urge[from..to]);
        let (drive, leave) = (&crowd.drive[from..to], &crowd.leave[from..to]);
        let first = key.bits().wrapping_add((u64::from(crowd.first) + from as u64 + 1).wrapping_mul(GOLDEN));
        let habit = if has_habit { &crowd.habit[from..to] } else { &need[..0] };
        for k in 0..to - from {
            let bits = mix(first.wrapping_add((k as u64).wrapping_mul(GOLDEN)));
            let u = (bits >> 32) as u32 as f32 * (1.0 / 4_294_967_296.0);
            let s = stage[k];
            let base = if s == 1 {
                flat[1]
            } else if s == 2 {
                flat[2]
            } else {
                flat[0]
            };
            let mut own = need[k] * own_need;
            if has_habit {
                own += internal * habit[k];
            }
            // Zero for those who are no members; a hair wide, for the rounding of u.
            let bound = (base + own) * urge[k] + drive[k].abs() + leave[k] * leaves;
            near[k] = u8::from(u <= bound * 1.000_001);
        }
        for (k, &is_near) in near[..to - from].iter().enumerate() {
            let open = stage[k] == Stage::Potential as u8 || stage[k] == Stage::Waiting as u8;
            let reachable = network && open && (announced || crowd.ties[from + k] > 0);
            if is_near == 1 || reachable {
                rows.push((from + k) as u32);
            }
        }
        from = to;
    }
    rows
}

/// Share of members among those whom people of a segment meet, where contacts are not stored.
pub(super) fn heard(seen: &Seen, segment: usize, kind: &Kind) -> f32 {
    match kind {
        Kind::Blocks { own } => own * seen.shares[segment] + (1.0 - own) * seen.share,
        _ => seen.share,
    }
}
