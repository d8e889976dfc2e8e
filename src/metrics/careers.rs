//! Careers: how long people wait for a tier and stay on it, whether it goes to those who have done most, and what still motivates holders.
//!
//! Fairness is the probability that a holder of the tier has done more of true value than a person on the tier below (below the first tier:
//! a contributor on no tier); ties count half. It is 1 if the best are picked and ½ in a lottery (Mann & Whitney 1947). Pull is the
//! relative increase of a holder's rate of action because of what can still be gained or kept, mean over holders whose clocks run; 0 is
//! complacency.

use super::{Family, Observation, Unit, named_for, names, ratio};
use crate::model::{Ladder, Tier};
use crate::say;
use crate::world::TierState;
use crate::world::calendar::MONTH;

pub(super) const FAMILY: Family = Family {
    name: "careers",
    names: |model| {
        let (rules, _) = model.rules(0);
        let mut names = Vec::new();
        for (ladder, tier) in rules.ladders.iter().flat_map(|l| l.tiers.iter().map(move |tier| (l, tier))) {
            let (place, title) = (format!("{}.{}", ladder.name, tier.name), &tier.title);
            names.extend([
                named_for(names::TIME_TO, &place, say!("metric-time-to-of", tier = title), Unit::Months)
                    .undefined(say!("metric-undefined-nobody-entered")),
                named_for(names::TIME_ON, &place, say!("metric-time-on-of", tier = title), Unit::Months)
                    .undefined(say!("metric-undefined-no-holder")),
                named_for(names::FAIRNESS, &place, say!("metric-fairness-of", tier = title), Unit::Share)
                    .undefined(say!("metric-undefined-no-pair")),
                named_for(names::PULL, &place, say!("metric-pull-of", tier = title), Unit::Times)
                    .undefined(say!("metric-undefined-no-engaged-holder")),
            ]);
        }
        names
    },
    read: |observation, values| {
        for (index, ladder) in observation.rules.ladders.iter().enumerate() {
            for (k, tier) in ladder.tiers.iter().enumerate() {
                let state = &observation.world.community.ladders[index][k];
                let months = |ticks: f64| ticks * f64::from(observation.world.tick_days) / MONTH;
                values.push(months(ratio(state.waited, state.entered as f64)));
                let entered = |d: &u32| f64::from(observation.world.community.dossiers.standing(*d, index).entered);
                let add_ticks = |sum: f64, d: &u32| sum + f64::from(observation.world.tick) - entered(d);
                values.push(months(ratio(state.holders.iter().fold(0.0, add_ticks), state.holders.len() as f64)));
                values.push(if ladder.on_now { fairness(observation, index, ladder, tier, state) } else { f64::NAN });
                values.push(pull(observation, state));
            }
        }
    },
};

fn fairness(observation: &Observation, index: usize, ladder: &Ladder, tier: &Tier, state: &TierState) -> f64 {
    let world = observation.world;
    let value = |d: &u32| observation.true_value(&world.community.dossiers.list[*d as usize]);
    let mut above: Vec<f64> = state.holders.iter().map(value).collect();
    above.sort_by(f64::total_cmp);
    let below: &[u32] = match usize::from(tier.from).checked_sub(1) {
        Some(from) => &world.community.ladders[index][from].holders,
        None => &world.community.contributors,
    };
    let is_below = |d: &&u32| {
        let on_tier_below = world.community.dossiers.standing(**d, index).tier == tier.from;
        on_tier_below && ladder.admits(world.community.dossiers.list[**d as usize].clock.part)
    };
    let (mut wins, mut pairs) = (0.0, 0.0);
    for own in below.iter().filter(is_below).map(value) {
        let (less, upto) = (above.partition_point(|w| *w < own), above.partition_point(|w| *w <= own));
        wins += (above.len() - upto) as f64 + (upto - less) as f64 / 2.0;
        pairs += above.len() as f64;
    }
    ratio(wins, pairs)
}

fn pull(observation: &Observation, state: &TierState) -> f64 {
    let world = observation.world;
    let (mut sum, mut n) = (0.0, 0_u32);
    for dossier in state.holders.iter().map(|d| &world.community.dossiers.list[*d as usize]) {
        let drive = world.population.people.drive[dossier.id as usize];
        if dossier.clock.engaged && drive > 0.0 && dossier.clock.rate > 0.0 {
            sum += f64::from(drive / dossier.clock.rate) - 1.0;
            n += 1;
        }
    }
    ratio(sum, f64::from(n))
}
