//! Paths of organisations: tiers that cannot be reached, seats that never become free, and benefits that the hub does not make.

use super::Sentences;
use crate::incentives::path::Enters;
use crate::model::{Group, OrgTier, Path, Rules};
use crate::say;
use crate::world::maths::exp;
use crate::world::org::Resource;

/// The lints of all tiers that are on.
pub(super) fn paths(rules: &Rules, list: &mut Sentences) {
    for path in rules.paths.iter().filter(|path| path.on_now) {
        let groups = || rules.organisations.iter().zip(&path.admits).filter(|(group, admits)| **admits && group.on_now);
        if groups().next().is_none() {
            list.push(say!("lint-path-empty", path = &path.name));
            continue;
        }
        let deliver = groups().any(|(group, _)| group.kind.demand(0.0).is_some());
        for tier in path.tiers.iter().filter(|tier| tier.on_now) {
            let at = format!("path.{}.tier.{}", path.name, tier.name);
            if tier.seats.is_some() && !tier.is_reviewed() {
                list.push(say!("lint-path-seats", path = &at));
            }
            if let Some(below) = usize::from(tier.from).checked_sub(1).map(|k| &path.tiers[k])
                && path.terms.enters == Enters::StepByStep
                && asks_no_more(tier, below)
            {
                list.push(say!("lint-path-no-more", path = &at, below = &below.name));
            }
            let most = groups().map(|(group, _)| sustained(path, group)).fold(0.0, f64::max);
            if tier.at_start == 0 && tier.papers[1] > most {
                let (asked, most) = (tier.papers[1].to_string(), format!("{most:.0}"));
                list.push(say!("lint-path-certified", path = &at, asked = asked, most = most));
            }
            list.extend(unreachable(path, tier, deliver, &at));
            if tier.support_hours > 0.0 && rules.hub_terms.side.costs[Resource::Support as usize] <= 0.0 {
                list.push(say!("lint-path-support", path = &at));
            }
            if tier.lead_share > 0.0 && !deliver {
                list.push(say!("lint-path-leads", path = &at));
            }
        }
    }
}

/// Whether a holder of the tier below meets all conditions of this one, without waiting or competition.
fn asks_no_more(tier: &OrgTier, below: &OrgTier) -> bool {
    let bars = tier.papers.iter().chain(&tier.done).zip(below.papers.iter().chain(&below.done));
    bars.into_iter().all(|(asked, had)| asked <= had)
        && tier.tenure == 0.0
        && tier.seats.is_none()
        && tier.chance >= 1.0
}

/// Certified people that the largest organisation of a group can maintain; the largest is three standard deviations above the median.
fn sustained(path: &Path, group: &Group) -> f64 {
    let largest = group.common.size * exp(3.0 * group.common.size_spread);
    let a_year = group.side.hours * largest * 12.0 * path.terms.pace / path.training[1].max(1e-9);
    a_year * path.terms.lapse / 365.25
}

/// Why no organisation can reach a tier; `deliver`: whether any organisation on the path is a partner; `at`: the path of the tier.
fn unreachable(path: &Path, tier: &OrgTier, deliver: bool, at: &str) -> Option<String> {
    if tier.at_start > 0 {
        return None;
    }
    if tier.papers.iter().any(|people| *people > 0.0) {
        if path.terms.responds <= 0.0 {
            return Some(say!("lint-path-responds", path = at));
        }
        if path.terms.pace <= 0.0 {
            return Some(say!("lint-path-pace", path = at));
        }
    }
    (tier.done[0].max(tier.done[1]) > 0.0 && !deliver).then(|| say!("lint-path-deliver", path = at))
}
