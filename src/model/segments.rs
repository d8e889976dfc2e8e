//! Segments: the people there are, as the scenario says it.

use super::ordered::ordered;
use crate::error::Mistake;
use crate::scenario::Scenario;
use crate::scenario::schema;

/// People with common numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// As the scenario names it.
    pub name: String,
    /// Everybody whom the product could reach.
    pub people: u32,
    /// Members when the run begins.
    pub members: u32,
    /// Engaged contributors among them.
    pub contributors: u32,
    /// Whether members at the start have ages from a steady state.
    pub aged: bool,
    /// Among how many employers its people are spread; 0: each is their own.
    pub employers: u32,
    /// Age of the oldest possible member, ticks.
    pub history: f64,
}

/// The segments of a scenario, in the order of their names.
pub(super) fn segments(scenario: &Scenario, days: f64, found: &mut Vec<Mistake>) -> Vec<Segment> {
    let mut list = Vec::new();
    for name in ordered(scenario.names("segment")) {
        let path = format!("segment.{name}");
        let own: schema::Segment = scenario.table(&path);
        let (people, members) = (own.people, own.members_at_start);
        let contributors = own.contributors_at_start;
        let mut more = |knob: &str, has: i64, than: i64, of: &str| {
            if has > than {
                found.push(scenario.mistake(
                    &format!("{path}.{knob}"),
                    format!("{has} is more than the {than} {of} of the segment"),
                    Some(format!("at most {than}")),
                    "too many",
                ));
            }
        };
        more("members_at_start", members, people, "people");
        more("contributors_at_start", contributors, members, "members at the start");
        list.push(Segment {
            people: people as u32,
            members: members as u32,
            contributors: contributors as u32,
            aged: own.ages_at_start == "steady",
            employers: own.employers as u32,
            history: own.history / days,
            name,
        });
    }
    if list.is_empty() {
        found.push(scenario.mistake(
            "segment",
            "there is nobody: the scenario has no segment",
            Some("write for instance: [segment.users] with people = 1000".to_owned()),
            "",
        ));
    }
    let all: i64 = list.iter().map(|s| i64::from(s.people)).sum();
    if all > i64::from(u32::MAX - 1) {
        found.push(scenario.mistake("segment", format!("{all} people are more than a run can hold"), None, ""));
    }
    list
}
