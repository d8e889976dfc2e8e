//! Arrows that start from a resource that organisations do not receive.

use super::Sentences;
use crate::model::organisations::kind_names;
use crate::registry::Set;
use crate::say;
use crate::scenario::Scenario;

/// Kind of organisation, arrow, and the resource from which it starts.
const ARROWS: [(&str, &str, &str); 11] = [
    (kind_names::PARTNER, "leads_projects", "leads"),
    (kind_names::PARTNER, "brand_draws", "brand"),
    (kind_names::PARTNER, "references_draws", "references"),
    (kind_names::PARTNER, "capital_capacity", "capital"),
    (kind_names::UNIVERSITY, "research_students", "research"),
    (kind_names::UNIVERSITY, "capital_teaching", "capital"),
    (kind_names::ENTERPRISE, "references_threshold", "references"),
    (kind_names::ENTERPRISE, "support_service", "support"),
    (kind_names::TRAFFIC, "traffic_audience", "traffic"),
    (kind_names::TRAFFIC, "brand_audience", "brand"),
    (kind_names::TRAFFIC, "capital_audience", "capital"),
];

/// Arrows whose resource the hub does not make, or the organisations do not want.
pub(super) fn not_received(scenario: &Scenario, list: &mut Sentences) {
    let number = |table: &str, knob: &str| match scenario.settings(table).value(knob) {
        Some(Set::Number(x)) => *x,
        _ => 0.0,
    };
    for group in scenario.names("organisation") {
        let table = format!("organisation.{group}");
        for (kind, arrow, resource) in ARROWS {
            let at = format!("{table}.as.{kind}");
            if !scenario.is_on(&at) || number(&at, arrow) <= 0.0 {
                continue;
            }
            // Tiers give support too, and other organisations of the industry give references.
            let path = format!("{at}.{arrow}");
            let elsewhere = ["support", "references"].contains(&resource) && kind == kind_names::ENTERPRISE;
            if number("hub.costs", resource) <= 0.0 {
                list.push(say!("lint-not-made", path = path, resource = resource));
            } else if number(&format!("{table}.worth"), resource) <= 0.0 && !elsewhere {
                list.push(say!("lint-not-wanted", path = path, resource = resource, table = &table));
            }
        }
    }
}
