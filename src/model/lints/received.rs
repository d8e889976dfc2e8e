//! Given: arrows from what an organisation is given, where it is given nothing of the kind.

use super::Found;
use crate::say;
use crate::scenario::Scenario;

/// Kind, arrow, and the resource from which it starts.
const ARROWS: [(&str, &str, &str); 11] = [
    ("partner", "leads_projects", "leads"),
    ("partner", "brand_draws", "brand"),
    ("partner", "references_draws", "references"),
    ("partner", "capital_capacity", "capital"),
    ("university", "research_students", "research"),
    ("university", "capital_teaching", "capital"),
    ("enterprise", "references_threshold", "references"),
    ("enterprise", "support_service", "support"),
    ("traffic", "traffic_audience", "traffic"),
    ("traffic", "brand_audience", "brand"),
    ("traffic", "capital_audience", "capital"),
];

/// Arrows that start nowhere: the hub makes none of it, or the organisations have no use for it.
pub(super) fn given(scenario: &Scenario, list: &mut Found) {
    let number = |table: &str, knob: &str| scenario.settings(table).number(knob);
    for group in scenario.names("organisation") {
        let table = format!("organisation.{group}");
        for (kind, arrow, resource) in ARROWS {
            let at = format!("{table}.as.{kind}");
            if !scenario.is_on(&at) || number(&at, arrow) <= 0.0 {
                continue;
            }
            // Support comes by tiers too, and references to others of the industry.
            let path = format!("{at}.{arrow}");
            let elsewhere = ["support", "references"].contains(&resource) && kind == "enterprise";
            if number("hub.costs", resource) <= 0.0 {
                list.push(say!("lint-not-made", path = path, resource = resource));
            } else if number(&format!("{table}.worth"), resource) <= 0.0 && !elsewhere {
                list.push(say!("lint-not-wanted", path = path, resource = resource, table = &table));
            }
        }
    }
}
