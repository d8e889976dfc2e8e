//! Tiers of ladders: bars that nobody can reach or that everybody reaches, and seats that never become free.

use super::Sentences;
use super::idle::done;
use super::points::{earned, most};
use crate::incentives::ladder::Apart;
use crate::model::tier_cycles::reachable_tiers;
use crate::model::{Ladder, Model, Rules, Tier};
use crate::say;
use crate::scenario::Scenario;
use crate::world::dossier::Part;

/// The lints of all tiers that are on.
pub(super) fn tiers(scenario: &Scenario, model: &Model, rules: &Rules, list: &mut Sentences) {
    let done = done(scenario, model, rules);
    for ladder in rules.ladders.iter().filter(|ladder| ladder.on_now) {
        for (k, tier) in ladder.tiers.iter().enumerate().filter(|(_, tier)| tier.on_now) {
            let path = format!("ladder.{}.tier.{}", ladder.name, tier.name);
            seats(tier, &path, list);
            employers(model, tier, &path, list);
            review_bars(tier, &path, list);
            unreachable(model, rules, (ladder, &done), k, &path, list);
            asks_no_more(ladder, tier, &path, list);
            too_low_points(scenario, model, rules, ladder, k, &path, list);
        }
    }
}

/// Seats that never become free.
fn seats(tier: &Tier, path: &str, list: &mut Sentences) {
    if tier.removal.is_some() && tier.review.is_none() {
        list.push(say!("lint-tier-no-review", path = path));
    }
    let goes = tier.term.is_some() || tier.inactive.is_some() || tier.goes > 0.0;
    if tier.seats.is_some() && tier.review.is_none() && !goes {
        list.push(say!("lint-tier-seats", path = path));
    }
}

/// Sponsors who must work for different employers, although no segment has employers.
fn employers(model: &Model, tier: &Tier, path: &str, list: &mut Sentences) {
    let alone = model.segments.iter().all(|segment| segment.employers == 0);
    if tier.sponsors > 0 && tier.sponsors_from == Apart::DifferentEmployers && alone {
        list.push(say!("lint-tier-employers", path = path));
    }
}

/// Reviews that ask for more than the entry.
fn review_bars(tier: &Tier, path: &str, list: &mut Sentences) {
    let keeps = tier.keep_deeds.max(tier.keep_points);
    let asks = tier.deeds.unwrap_or(0.0).max(tier.points.unwrap_or(0.0));
    if tier.review.is_some() && keeps > asks && asks > 0.0 {
        list.push(say!("lint-tier-keeps", path = path, keeps = keeps.to_string(), asks = asks.to_string()));
    }
}

/// Tiers that nobody can reach.
fn unreachable(
    model: &Model,
    rules: &Rules,
    (ladder, done): (&Ladder, &[bool]),
    k: usize,
    path: &str,
    list: &mut Sentences,
) {
    let tier = &ladder.tiers[k];
    let open = |a: &usize| ladder.counts[*a] && rules.actions[*a].who.contains(&true);
    let opened = (0..rules.actions.len()).filter(|a| open(a) && rules.actions[*a].mimics.is_none());
    let opened: Vec<usize> = opened.collect();
    if tier.points.is_some() || tier.deeds.is_some() {
        if opened.is_empty() {
            return list.push(say!("lint-tier-closed", path = path));
        }
        if !opened.iter().any(|a| done[*a]) {
            return list.push(say!("lint-tier-undone", path = path));
        }
    }
    if let Some(asked) = tier.points {
        let most = most(rules, ladder, tier.within);
        if most == 0.0 {
            return list.push(say!("lint-tier-no-points", path = path));
        }
        if most < f64::from(asked) {
            let days = tier.within * model.calendar.step.days();
            let (asked, days, most) = (asked.to_string(), format!("{days:.0}"), format!("{most:.0}"));
            return list.push(say!("lint-tier-capped", path = path, asked = asked, days = days, most = most));
        }
    }
    let staff = rules.segments.iter().any(|s| s.terms.engagement.as_ref().is_some_and(|e| e.staff > 0));
    let reached = reachable_tiers(ladder, staff, None);
    if tier.opens >= model.ticks {
        list.push(say!("lint-tier-late", path = path));
    } else if !reached[k] {
        match usize::from(tier.from).checked_sub(1).filter(|t| !reached[*t]) {
            Some(below) => {
                let below = &ladder.tiers[below].name;
                list.push(say!("lint-tier-below", path = path, below = below));
            }
            None => list.push(say!("lint-tier-nobody", path = path)),
        }
    }
}

/// Tiers that ask for no more than the tier below.
fn asks_no_more(ladder: &Ladder, tier: &Tier, path: &str, list: &mut Sentences) {
    let Some(below) = usize::from(tier.from).checked_sub(1).map(|t| &ladder.tiers[t]) else { return };
    let other_bars = tier.seats.is_some()
        || tier.tenure > 0.0
        || tier.sponsors > 0
        || tier.judged.is_some()
        || tier.chance < 1.0
        || tier.within < below.within;
    let no_more = |asked: Option<f32>, below: Option<f32>| asked.unwrap_or(0.0) <= below.unwrap_or(0.0);
    if !other_bars && no_more(tier.points, below.points) && no_more(tier.deeds, below.deeds) {
        list.push(say!("lint-tier-no-more", path = path, below = &below.name));
    }
}

/// A top tier whose points an average member would earn anyway.
fn too_low_points(
    scenario: &Scenario,
    model: &Model,
    rules: &Rules,
    ladder: &Ladder,
    k: usize,
    path: &str,
    list: &mut Sentences,
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
        let (points, asked) = (format!("{has:.0}"), asked.to_string());
        list.push(say!("lint-tier-inflated", path = path, segment = &segment.name, points = points, asked = asked));
    }
}
