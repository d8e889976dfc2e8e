//! The population: everybody who could be reached, which of them are members, and who knows whom.
//!
//! Invariants: the members of a segment are counted with every step in or out; if contacts are stored, the counter of each person is the
//! number of their contacts who are members, and they hear the word of those who are in trial; there is one waiting outcome per person at most, in the order of people.

use std::ops::Range;
use std::sync::Arc;

use super::contacts::Contacts;
use super::people::{People, Stage};

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
    /// People in trial of each segment.
    pub trying: Vec<u64>,
    /// Word that a person in trial passes on, by segment: thousandths of what a member does.
    pub word: Vec<u32>,
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
    /// Members, and the word of those in trial as members, of a segment.
    pub fn heard_of(&self, segment: usize) -> f32 {
        self.members[segment] as f32 + self.trying[segment] as f32 * self.word[segment] as f32 / 1000.0
    }
    /// Counts a person who begins a trial, for the segment and for their contacts.
    pub fn begin_trial(&mut self, id: u32) {
        let segment = self.segment_of(id);
        self.trying[segment] += 1;
        self.spread(id, self.word[segment].cast_signed());
    }
    /// Counts a person whose trial ends.
    pub fn end_trial(&mut self, id: u32) {
        let segment = self.segment_of(id);
        self.trying[segment] -= 1;
        self.spread(id, -self.word[segment].cast_signed());
    }
    /// Sets what people in trial pass on from now on, by segment.
    pub fn set_word(&mut self, word: Vec<u32>) {
        let before = std::mem::replace(&mut self.word, word);
        if before == self.word || self.people.word.is_empty() {
            return;
        }
        for id in 0..self.people.len() as u32 {
            if self.people.stage[id as usize] != Stage::Trial as u8 {
                continue;
            }
            let segment = self.segment_of(id);
            let old = before.get(segment).copied().unwrap_or(0);
            self.spread(id, self.word[segment].cast_signed() - old.cast_signed());
        }
    }
    /// Adds to the word that each contact of a person hears.
    fn spread(&mut self, id: u32, word: i32) {
        if self.people.word.is_empty() {
            return;
        }
        for &other in self.contacts.of_person(id) {
            let hears = &mut self.people.word[other as usize];
            *hears = hears.saturating_add_signed(word);
        }
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
