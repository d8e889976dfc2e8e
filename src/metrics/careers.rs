//! Careers: how long people wait for each tier and hold it, whether it goes to those who have done most, and what still draws them on.
//!
//! Fairness is the chance that somebody who holds a tier has done more of true value than somebody on the tier below (or, below the first
//! tier, a contributor off the ladder), ties counting half: 1 where the best are picked, a half where it is a lottery (Mann & Whitney 1947).
//! Pull is how much faster the clocks of its holders run for what is still to be gained or kept, mean of those whose clocks run, few of whom respond at all; 0 is complacency.
//! Where nobody is to be found, all of them are 0.

use super::{Look, Metric, named};
use crate::model::{Ladder, Tier};
use crate::registry::Row;
use crate::world::TierState;
use crate::world::calendar::MONTH;

pub(super) const ROW: Row<Metric> = Row {
    name: "careers",
    says: "Months until each tier and on it, whether it goes to those who have done most, and what draws its holders on.",
    knobs: &[],
    make: Metric {
        names: |model| {
            let (rules, _) = model.rules(0);
            let mut names = Vec::new();
            for (ladder, tier) in rules.ladders.iter().flat_map(|l| l.tiers.iter().map(move |tier| (l, tier))) {
                for (what, title, unit) in [
                    ("time-to", "months until it, mean of all who came in so far", "months"),
                    ("time-on", "months since they came onto it, mean of holders", "months"),
                    ("fairness", "chance that a holder has done more than one below", "share"),
                    ("pull", "how much faster holders act for what is still to come", "times"),
                ] {
                    let name = format!("{what}:{}.{}", ladder.name, tier.name);
                    names.push(named(&name, &format!("{}: {title}", tier.title), unit));
                }
            }
            names
        },
        read: |look, values| {
            for (index, ladder) in look.rules.ladders.iter().enumerate() {
                for (k, tier) in ladder.tiers.iter().enumerate() {
                    let state = &look.world.community.ladders[index][k];
                    let months = |ticks: f64| ticks * f64::from(look.world.tick_days) / MONTH;
                    values.push(months(state.waited / state.entered.max(1) as f64));
                    let since = |d: &u32| f64::from(look.world.community.dossiers.standing(*d, index).entered);
                    let held = |sum: f64, d: &u32| sum + f64::from(look.world.tick) - since(d);
                    values.push(months(state.holders.iter().fold(0.0, held) / state.holders.len().max(1) as f64));
                    values.push(if ladder.on_now { fairness(look, index, ladder, tier, state) } else { 0.0 });
                    values.push(pull(look, state));
                }
            }
        },
    },
};

fn fairness(look: &Look, index: usize, ladder: &Ladder, tier: &Tier, state: &TierState) -> f64 {
    let world = look.world;
    let worth = |d: &u32| look.worth(&world.community.dossiers.list[*d as usize]);
    let mut above: Vec<f64> = state.holders.iter().map(worth).collect();
    if above.is_empty() {
        return 0.0;
    }
    above.sort_by(f64::total_cmp);
    let below: &[u32] = match usize::from(tier.from).checked_sub(1) {
        Some(from) => &world.community.ladders[index][from].holders,
        None => &world.community.contributors,
    };
    let stands = |d: &&u32| {
        let free = world.community.dossiers.standing(**d, index).tier == tier.from;
        free && ladder.admits(world.community.dossiers.list[**d as usize].clock.part)
    };
    let (mut wins, mut pairs) = (0.0, 0.0);
    for own in below.iter().filter(stands).map(worth) {
        let (less, upto) = (above.partition_point(|w| *w < own), above.partition_point(|w| *w <= own));
        wins += (above.len() - upto) as f64 + (upto - less) as f64 / 2.0;
        pairs += above.len() as f64;
    }
    if pairs > 0.0 { wins / pairs } else { 0.0 }
}

fn pull(look: &Look, state: &TierState) -> f64 {
    let world = look.world;
    let (mut sum, mut n) = (0.0, 0_u32);
    for file in state.holders.iter().map(|d| &world.community.dossiers.list[*d as usize]) {
        let drive = world.population.people.drive[file.id as usize];
        if file.clock.engaged && drive > 0.0 && file.clock.rate > 0.0 {
            sum += f64::from(drive / file.clock.rate) - 1.0;
            n += 1;
        }
    }
    sum / f64::from(n.max(1))
}
