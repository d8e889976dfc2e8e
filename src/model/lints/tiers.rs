//! Tiers: bars that nobody can reach, that everybody reaches, or below which hope dies.

use super::Found;
use super::points::{earned, most};
use crate::incentives::ladder::Apart;
use crate::model::tier_cycles::reached;
use crate::model::{Ladder, Model, Rules, Tier};
use crate::scenario::Scenario;
use crate::world::dossier::Part;

/// What is said of every tier that is in force.
pub(super) fn tiers(scenario: &Scenario, model: &Model, rules: &Rules, list: &mut Found) {
    for ladder in rules.ladders.iter().filter(|ladder| ladder.on_now) {
        for (k, tier) in ladder.tiers.iter().enumerate().filter(|(_, tier)| tier.on_now) {
            let path = format!("ladder.{}.tier.{}", ladder.name, tier.name);
            seats(tier, &path, list);
            apart(model, tier, &path, list);
            keeps(tier, &path, list);
            unreachable(model, rules, ladder, k, &path, list);
            monotone(ladder, tier, &path, list);
            inflated(scenario, model, rules, ladder, k, &path, list);
        }
    }
}

/// Seats that never come free.
fn seats(tier: &Tier, path: &str, list: &mut Found) {
    if tier.removal.is_some() && tier.review.is_none() {
        list.push(format!("{path}: nobody is voted out, for there is no review: say `every` in `review`"));
    }
    let goes = tier.term.is_some() || tier.inactive.is_some() || tier.goes > 0.0;
    if tier.seats.is_some() && tier.review.is_none() && !goes {
        list.push(format!("{path}: seats without a review, a term or an exit fill up once, and hope dies below them"));
    }
}

/// Sponsors who must work for different employers, where everybody is their own.
fn apart(model: &Model, tier: &Tier, path: &str, list: &mut Found) {
    let alone = model.segments.iter().all(|segment| segment.employers == 0);
    if tier.sponsors > 0 && tier.sponsors_from == Apart::DifferentEmployers && alone {
        list.push(format!(
            "{path}: everybody is their own employer, so that any sponsors do: say among how many a segment's people are spread, in `employers`"
        ));
    }
}

/// Bars that are higher for those within than for those without.
fn keeps(tier: &Tier, path: &str, list: &mut Found) {
    let keeps = tier.keep_deeds.max(tier.keep_points);
    let asks = tier.deeds.unwrap_or(0.0).max(tier.points.unwrap_or(0.0));
    if tier.review.is_some() && keeps > asks && asks > 0.0 {
        list.push(format!(
            "{path}: staying asks more ({keeps}) than getting in ({asks}), so many fall at the first review"
        ));
    }
}

/// Tiers onto which nobody can come.
fn unreachable(model: &Model, rules: &Rules, ladder: &Ladder, k: usize, path: &str, list: &mut Found) {
    let tier = &ladder.tiers[k];
    let open = |a: &usize| ladder.counts[*a] && rules.actions[*a].who.contains(&true);
    let done = (0..rules.actions.len()).any(|a| open(&a) && rules.actions[a].mimics.is_none());
    if (tier.points.is_some() || tier.deeds.is_some()) && !done {
        return list.push(format!("{path}: nobody can reach it, for no action that counts is open to anybody"));
    }
    if let Some(asked) = tier.points {
        let most = most(rules, ladder, tier.within);
        if most == 0.0 {
            return list.push(format!("{path}: nobody can reach it, for no action that counts earns points"));
        }
        if most < f64::from(asked) {
            let days = tier.within * model.calendar.step.days();
            return list.push(format!(
                "{path}: nobody can reach it: it asks for {asked} points within {days:.0} days, and the caps allow {most:.0}"
            ));
        }
    }
    let staff = rules.segments.iter().any(|s| s.terms.engagement.as_ref().is_some_and(|e| e.staff > 0));
    let reached = reached(ladder, staff, None);
    if tier.opens >= model.ticks {
        list.push(format!("{path}: nobody can reach it, for it opens after the last day of the run"));
    } else if !reached[k] {
        match usize::from(tier.from).checked_sub(1).filter(|t| !reached[*t]) {
            Some(below) => {
                let below = &ladder.tiers[below].name;
                list.push(format!("{path}: nobody can reach it, for nobody comes onto {below} below it"));
            }
            None => list
                .push(format!("{path}: nobody can reach it, for there is nobody at the start who could vouch or vote")),
        }
    }
}

/// Steps that ask for no more than the one below.
fn monotone(ladder: &Ladder, tier: &Tier, path: &str, list: &mut Found) {
    let Some(below) = usize::from(tier.from).checked_sub(1).map(|t| &ladder.tiers[t]) else { return };
    let else_asked = tier.seats.is_some()
        || tier.tenure > 0.0
        || tier.sponsors > 0
        || tier.judged.is_some()
        || tier.chance < 1.0
        || tier.within < below.within;
    let no_more = |asked: Option<f32>, below: Option<f32>| asked.unwrap_or(0.0) <= below.unwrap_or(0.0);
    if !else_asked && no_more(tier.points, below.points) && no_more(tier.deeds, below.deeds) {
        list.push(format!(
            "{path}: it asks for no more than {} below it, so whoever is there comes up at once",
            below.name
        ));
    }
}

/// A top tier whose points the average member has anyway.
fn inflated(
    scenario: &Scenario,
    model: &Model,
    rules: &Rules,
    ladder: &Ladder,
    k: usize,
    path: &str,
    list: &mut Found,
) {
    let tier = &ladder.tiers[k];
    let top = tier.from > 0 && ladder.tiers.iter().all(|other| usize::from(other.from) != k + 1);
    let Some(asked) = tier.points.filter(|_| top && ladder.admits(Part::Occasional)) else { return };
    let (segment, has) = model
        .segments
        .iter()
        .enumerate()
        .map(|(s, segment)| (segment, earned(scenario, model, rules, ladder, s, tier.within)))
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .unzip();
    if let (Some(segment), Some(has)) = (segment, has)
        && has >= f64::from(asked)
    {
        list.push(format!(
            "{path}: points inflate: an average member of {} earns {has:.0} within its window, and it asks for {asked}",
            segment.name
        ));
    }
}
