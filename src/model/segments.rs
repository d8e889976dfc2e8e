//! Segments of people, resolved from the scenario.
//!
//! Invariant: there is at least one segment, and no segment has more members than people.

use super::limits::{SEGMENTS, limited};
use super::ordered::ordered;
use crate::error::Mistake;
use crate::say;
use crate::scenario::Scenario;
use crate::scenario::schema;

/// People with common numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// As the scenario names it.
    pub name: String,
    /// Number of people whom the product could reach.
    pub people: u32,
    /// Members at the start.
    pub members: u32,
    /// Engaged contributors among them.
    pub contributors: u32,
    /// Whether the ages of members at the start come from a steady state.
    pub aged: bool,
    /// Number of employers of its people; 0: everybody is their own employer.
    pub employers: u32,
    /// Age of the oldest possible member, ticks.
    pub history: f64,
}

/// The segments of a scenario, in the order of their names.
pub(super) fn segments(scenario: &Scenario, days: f64, found: &mut Vec<Mistake>) -> Vec<Segment> {
    let mut list = Vec::new();
    limited(scenario, "segment", SEGMENTS, found);
    for name in ordered(scenario.names("segment")).into_iter().take(SEGMENTS) {
        let path = format!("segment.{name}");
        let own: schema::Segment = scenario.table(&path);
        let (people, members) = (own.people, own.members_at_start);
        let contributors = own.contributors_at_start;
        let mut too_many = |knob: &str, most: i64, says: String| {
            let help = say!("model-at-most", most = most.to_string());
            found.push(scenario.mistake(&format!("{path}.{knob}"), says, Some(help), say!("model-too-many-label")));
        };
        if members > people {
            let (count, most) = (members.to_string(), people.to_string());
            too_many("members_at_start", people, say!("model-too-many-members", count = count, most = most));
        }
        if contributors > members {
            let (count, most) = (contributors.to_string(), members.to_string());
            too_many("contributors_at_start", members, say!("model-too-many-contributors", count = count, most = most));
        }
        list.push(Segment {
            people: u32::try_from(people).unwrap_or(u32::MAX),
            members: members as u32,
            contributors: contributors as u32,
            aged: own.ages_at_start == "steady",
            employers: own.employers as u32,
            history: own.history / days,
            name,
        });
    }
    if list.is_empty() {
        found.push(scenario.mistake("segment", say!("model-no-segment"), Some(say!("model-no-segment-help")), ""));
    }
    let all: i64 = list.iter().map(|s| scenario.table::<schema::Segment>(&format!("segment.{}", s.name)).people).sum();
    if all > i64::from(u32::MAX - 1) {
        let says = say!("model-too-many-people", people = all.to_string());
        let help = say!("model-at-most", most = (u32::MAX - 1).to_string());
        found.push(scenario.mistake("segment", says, Some(help), say!("model-too-many-label")));
    }
    list
}
