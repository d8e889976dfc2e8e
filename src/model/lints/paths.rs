//! Paths of organisations: tiers that nobody can reach, below which hope dies, or that promise what the hub does not make.

use super::Found;
use crate::model::{Group, Path, Rules, Step};
use crate::world::maths::exp;
use crate::world::org::Resource;

/// What is said of every tier that is in force.
pub(super) fn paths(rules: &Rules, list: &mut Found) {
    for path in rules.paths.iter().filter(|path| path.on_now) {
        let groups = || rules.organisations.iter().zip(&path.admits).filter(|(group, admits)| **admits && group.on_now);
        if groups().next().is_none() {
            list.push(format!("path.{}: there is no organisation that may stand on it", path.name));
            continue;
        }
        let deliver = groups().any(|(group, _)| group.kind.demand(0.0).is_some());
        for tier in path.tiers.iter().filter(|tier| tier.on_now) {
            let at = format!("path.{}.tier.{}", path.name, tier.name);
            if tier.seats.is_some() && tier.review.is_none() {
                list.push(format!("{at}: seats without a review fill up once, and hope dies below them"));
            }
            if let Some(below) = usize::from(tier.from).checked_sub(1).map(|k| &path.tiers[k])
                && asks_no_more(tier, below)
            {
                list.push(format!("{at}: it asks for nothing more than {}, on which it stands", below.name));
            }
            let most = groups().map(|(group, _)| sustained(path, group)).fold(0.0, f64::max);
            if tier.at_start == 0 && tier.papers[1] > most {
                list.push(format!(
                    "{at}.entry.certified: {} are asked for, and with the hours of the largest of them {most:.0} can be kept at most",
                    tier.papers[1]
                ));
            }
            if let Some(why) = unreachable(path, tier, deliver) {
                list.push(format!("{at}: nobody can reach it, for {why}"));
            }
            if tier.support_hours > 0.0 && rules.middle.side.costs[Resource::Support as usize] <= 0.0 {
                list.push(format!("{at}.benefit.support_hours: nobody gets support, for hub.costs.support is 0"));
            }
            if tier.lead_share > 0.0 && !deliver {
                list.push(format!(
                    "{at}.benefit.lead_share: nobody on it delivers projects, for none of them is a partner"
                ));
            }
        }
    }
}

/// Whether whoever stands on the tier below has all that this one asks for, and need not wait or compete for it.
fn asks_no_more(tier: &Step, below: &Step) -> bool {
    let bars = tier.papers.iter().chain(&tier.done).zip(below.papers.iter().chain(&below.done));
    bars.into_iter().all(|(asked, had)| asked <= had)
        && tier.tenure == 0.0
        && tier.seats.is_none()
        && tier.chance >= 1.0
}

/// Certified people whom the largest organisation of a group can keep up: three standard deviations above the median.
fn sustained(path: &Path, group: &Group) -> f64 {
    let largest = group.common.size * exp(3.0 * group.common.size_spread);
    let a_year = group.side.hours * largest * 12.0 * path.terms.pace / path.training[1].max(1e-9);
    a_year * path.terms.lapse / 365.25
}

fn unreachable(path: &Path, tier: &Step, deliver: bool) -> Option<&'static str> {
    if tier.at_start > 0 {
        return None;
    }
    if tier.papers.iter().any(|people| *people > 0.0) {
        if path.terms.responds <= 0.0 {
            return Some("it asks for trained people, and with responds at 0 nobody sets out to train any");
        }
        if path.terms.pace <= 0.0 {
            return Some("it asks for trained people, and with pace at 0 nobody has hours to train any");
        }
    }
    (tier.done[0].max(tier.done[1]) > 0.0 && !deliver)
        .then_some("it asks for projects or revenue, and none of its organisations is a partner")
}
