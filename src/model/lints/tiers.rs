//! Tiers of ladders: bars that nobody can reach or that everybody reaches, and seats that never become free.

use super::Sentences;
use super::idle::done;
use super::points::{earned, most};
use crate::incentives::ladder::{Apart, Otherwise};
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
            halves(scenario, ladder, k, &path, list);
            asks_nothing(tier, &path, list);
            review_bars(tier, &path, list);
            unreachable(model, rules, (ladder, &done), k, &path, list);
            asks_no_more(ladder, tier, &path, list);
            too_low_points(scenario, model, rules, ladder, k, &path, list);
        }
    }
}

/// Rules of which one part is missing.
fn halves(scenario: &Scenario, ladder: &Ladder, k: usize, path: &str, list: &mut Sentences) {
    let tier = &ladder.tiers[k];
    let written = |knob: &str| scenario.written_value(&format!("{path}.{knob}")).is_some();
    let votes = ["share", "least", "against", "quorum", "passes", "employer_votes"];
    if tier.judged.is_none() && votes.iter().any(|knob| written(&format!("entry.vote.{knob}"))) {
        list.push(say!("lint-tier-vote-by-nobody", path = path));
    }
    if tier.sponsors == 0 && tier.sponsors_outside > 0 {
        list.push(say!("lint-tier-outside-none", path = path));
    }
    if let (Some(suspended), Some(inactive)) = (tier.suspended, tier.inactive)
        && suspended >= inactive
    {
        list.push(say!("lint-tier-suspended-late", path = path));
    }
    let sent = ladder.tiers.iter().any(|other| usize::from(other.to) == k + 1);
    if tier.back_after.is_some() && !sent {
        list.push(say!("lint-tier-back-nobody", path = path));
    }
}

/// Seats that never become free.
fn seats(tier: &Tier, path: &str, list: &mut Sentences) {
    if tier.removal.is_some() && !tier.is_reviewed() {
        list.push(say!("lint-tier-no-review", path = path));
    }
    let goes = tier.term.is_some() || tier.term_day.is_some() || tier.inactive.is_some() || tier.goes > 0.0;
    if tier.is_limited() && !tier.is_reviewed() && !goes {
        list.push(say!("lint-tier-seats", path = path));
    }
}

/// Sponsors who must work for different employers, although no segment has employers.
fn employers(model: &Model, tier: &Tier, path: &str, list: &mut Sentences) {
    let alone = model.segments.iter().all(|segment| segment.employers == 0);
    if tier.sponsors > 0 && tier.sponsors_from == Apart::DifferentEmployers && alone {
        list.push(say!("lint-tier-employers", path = path));
    }
    let votes = tier.judged.as_ref().is_some_and(|(_, vote)| vote.employer_votes.is_some());
    if alone && (tier.is_capped() || votes || tier.sponsors_outside > 0 && tier.sponsors > 0) {
        list.push(say!("lint-tier-no-employers", path = path));
    }
    if tier.sponsors_outside > tier.sponsors && tier.sponsors > 0 {
        let (outside, sponsors) = (tier.sponsors_outside.to_string(), tier.sponsors.to_string());
        list.push(say!("lint-tier-outside", path = path, outside = outside, sponsors = sponsors));
    }
}

/// A first tier that asks for nothing that is measured: the whole community climbs onto it.
fn asks_nothing(tier: &Tier, path: &str, list: &mut Sentences) {
    let asks = tier.points.is_some() || tier.deeds.is_some() || tier.tenure > 0.0 || tier.sponsors > 0;
    let picks = tier.is_limited() || tier.judged.is_some() || tier.nominated_by > 0 || tier.chance < 1.0;
    if tier.from == 0 && !asks && !picks {
        list.push(say!("lint-tier-asks-nothing", path = path));
    }
}

/// Reviews whose bar can never be missed, since what it counts is never forgotten, and reviews that ask for more than the entry.
fn review_bars(tier: &Tier, path: &str, list: &mut Sentences) {
    let keeps = tier.keep_deeds.max(tier.keep_points);
    if keeps > 0.0 && !tier.is_reviewed() {
        list.push(say!("lint-tier-keeps-unreviewed", path = path));
    }
    if tier.otherwise == Otherwise::Suspend && !tier.is_reviewed() {
        list.push(say!("lint-tier-suspend-unreviewed", path = path));
    }
    let asks = tier.deeds.unwrap_or(0.0).max(tier.points.unwrap_or(0.0));
    if tier.is_reviewed() && tier.keep_within <= tier.within && keeps > asks && asks > 0.0 {
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
    // What counts for ever counts until the end of the run.
    let within = tier.within.min(f64::from(model.ticks));
    if let Some(asked) = tier.points {
        let most = most(rules, ladder, within);
        if most == 0.0 {
            return list.push(say!("lint-tier-no-points", path = path));
        }
        if most < f64::from(asked) {
            let days = within * model.calendar.step.days();
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
    let other_bars = tier.is_limited()
        || tier.nominated_by > 0
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
    let within = tier.within.min(f64::from(model.ticks));
    let (segment, has) = model
        .segments
        .iter()
        .enumerate()
        .map(|(s, segment)| (segment, earned(scenario, model, rules, ladder, s, within)))
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .unzip();
    if let (Some(segment), Some(has)) = (segment, has)
        && has >= f64::from(asked)
    {
        let (points, asked) = (format!("{has:.0}"), asked.to_string());
        list.push(say!("lint-tier-inflated", path = path, segment = &segment.name, points = points, asked = asked));
    }
}
