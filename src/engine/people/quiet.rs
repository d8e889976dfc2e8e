//! Quiet people: nothing can happen to them in this tick, so they are not examined.
//!
//! A quiet person costs one hash and one comparison. Invariant: a person who is left out here would have drawn nothing when examined, so the
//! scan changes the speed and not the result.

use crate::engine::closing::chapters::highest_reach;
use crate::engine::context::TickContext;
use crate::mechanisms::{Contagion, Rates};
use crate::world::Seen;
use crate::world::contacts::Kind;
use crate::world::people::{Crowd, Stage};
use crate::world::stream::mix;

/// Rows of the people to whom anything may happen in this tick; all others are quiet.
#[inline(never)]
pub(in crate::engine) fn candidates(crowd: &Crowd, ground: &TickContext, seen: &Seen, rates: &Rates) -> Vec<u32> {
    const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
    let n = crowd.len();
    let decided_anew = matches!(rates.contagion, Contagion::Threshold(_) | Contagion::CriticalMass { .. });
    if ground.anew || rates.steady || decided_anew {
        return (0..n as u32).collect();
    }
    let share = member_share(seen, crowd.segment, &ground.model.contact_kind);
    let expects = &seen.menu.expects;
    let social = if ground.model.contact_kind.is_network() { 0.0 } else { rates.social * expects.of(f64::from(share)) };
    let external = if seen.chapters.is_empty() {
        rates.external
    } else {
        rates.external * highest_reach(ground, seen.chapters, crowd.segment)
    };
    let flat = [(external + social) as f32, (rates.paid + rates.others) as f32, rates.comeback as f32];
    let internal = rates.internal as f32;
    let (own_need, leaves) = (rates.own as f32, seen.factors.leave as f32);
    let key = ground.draws;
    let network = ground.model.contact_kind.is_network();
    let announced = network && expects.weight > 0.0;
    // People in trial hear nothing, but their time runs; rules that end all trials make everybody decide anew.
    let tries = ground.rules.segments.iter().any(|segment| segment.terms.trial.is_some());
    // In blocks, so that bounds and draws are found in loops without branches.
    const BLOCK: usize = 256;
    let (mut bounds, mut near) = ([0.0_f32; BLOCK], [false; BLOCK]);
    let mut rows: Vec<u32> = Vec::with_capacity(n / 8 + BLOCK);
    for from in (0..n).step_by(BLOCK) {
        let to = (from + BLOCK).min(n);
        let stage = &crowd.stage[from..to];
        let (need, urge) = (&crowd.need[from..to], &crowd.urge[from..to]);
        let (drive, leave) = (&crowd.drive[from..to], &crowd.leave[from..to]);
        let bounds = &mut bounds[..to - from];
        for (own, need) in bounds.iter_mut().zip(need) {
            *own = need * own_need;
        }
        for (own, habit) in bounds.iter_mut().zip(crowd.habit.get(from..to).unwrap_or_default()) {
            *own += internal * habit;
        }
        let base = |s: u8| match s {
            1 => flat[1],
            2 => flat[2],
            _ => flat[0],
        };
        for ((((bound, &s), urge), drive), leave) in bounds.iter_mut().zip(stage).zip(urge).zip(drive).zip(leave) {
            // Need, drive and leave are zero for those who are no members. The bound is slightly too high, because u is rounded.
            *bound = ((base(s) + *bound) * urge + drive.abs() + leave * leaves) * 1.000_001;
        }
        let first = key.bits().wrapping_add((u64::from(crowd.first) + from as u64 + 1).wrapping_mul(GOLDEN));
        for ((near, bound), k) in near.iter_mut().zip(bounds.iter()).zip(0_u64..) {
            let bits = mix(first.wrapping_add(k.wrapping_mul(GOLDEN)));
            let u = (bits >> 32) as u32 as f32 * (1.0 / 4_294_967_296.0);
            *near = u <= *bound;
        }
        if network {
            let ties = &crowd.ties[from..to];
            for ((near, s), ties) in near.iter_mut().zip(stage).zip(ties) {
                let open = *s == Stage::Potential as u8 || *s == Stage::Waiting as u8;
                *near |= open && (announced || *ties > 0);
            }
        }
        if tries {
            let word = crowd.word.get(from..to).unwrap_or_default();
            for ((near, s), word) in near.iter_mut().zip(stage).zip(word) {
                let open = *s == Stage::Potential as u8 || *s == Stage::Waiting as u8;
                *near |= open && *word > 0;
            }
            for (near, s) in near.iter_mut().zip(stage) {
                *near |= *s == Stage::Trial as u8;
            }
        }
        // Every row is written, and only those that are near are kept: an unpredictable branch would cost more.
        let mut at = rows.len();
        rows.resize(at + to - from, 0);
        for (k, &is_near) in near[..to - from].iter().enumerate() {
            rows[at] = (from + k) as u32;
            at += usize::from(is_near);
        }
        rows.truncate(at);
    }
    rows
}

/// Share of members among those whom people of a segment meet, if contacts are not stored.
pub(in crate::engine) fn member_share(seen: &Seen, segment: usize, kind: &Kind) -> f32 {
    match kind {
        Kind::Blocks { own } => own * seen.shares[segment] + (1.0 - own) * seen.share,
        _ => seen.share,
    }
}
