//! The population: everybody who could be reached, which of them are members, and who knows whom.
//!
//! Invariants: the members of a segment are counted with every step in or out; if contacts are stored, the counter of each person is the
//! number of their contacts who are members; there is one waiting outcome per person at most, in the order of people.

use std::ops::Range;
use std::sync::Arc;

use super::contacts::Contacts;
use super::people::People;

/// What the world gave back for deeds of an earlier tick; felt in the next.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Who.
    pub id: u32,
    /// Deeds for which a reward was promised.
    pub eligible: u16,
    /// Rewards handed over.
    pub won: u16,
    /// Sum of the rewards, felt units before tolerance.
    pub reward: f32,
    /// Expected rewards of the eligible deeds: sum of the promised chances.
    pub expected: f32,
    /// Deeds of actions with a challenge that were merged, or done if nothing is reviewed.
    pub succeeded: u16,
    /// The challenge of those deeds, 0 to 1.
    pub challenge: f32,
    /// Their effort, hours.
    pub effort: f32,
    /// What relieves each need.
    pub fed: [f32; 6],
    /// Rewarded deeds by what the reward is contingent on: none, engagement, completion, performance, praise.
    pub contingent: [u16; 5],
    /// Fame gained.
    pub fame: f32,
}

/// People, and what is known of them together.
#[derive(Clone, Debug)]
pub struct Population {
    /// One row a person, as columns.
    pub people: People,
    /// Rows of each segment.
    pub segments: Vec<Range<u32>>,
    /// Members of each segment.
    pub members: Vec<u64>,
    /// The network, shared between treatments.
    pub contacts: Arc<Contacts>,
    /// What will be felt in the next tick, in the order of people.
    pub outcomes: Vec<Outcome>,
}

impl Population {
    /// Members of all segments.
    pub fn all_members(&self) -> u64 {
        self.members.iter().sum()
    }
    /// Index of a person's segment.
    pub fn segment_of(&self, id: u32) -> usize {
        self.segments.partition_point(|range| range.end <= id).min(self.segments.len() - 1)
    }
    /// Adds one to the counter of each contact of a person who joined.
    pub fn tie(&mut self, id: u32) {
        for &other in self.contacts.of_person(id) {
            self.people.ties[other as usize] += 1;
        }
    }
    /// Takes one from the counter of each contact of a person who left.
    pub fn untie(&mut self, id: u32) {
        for &other in self.contacts.of_person(id) {
            self.people.ties[other as usize] -= 1;
        }
    }
}
