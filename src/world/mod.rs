//! The state of a run, and nothing that decides.
//!
//! [`World`] is everything that changes; [`Seen`] is what may be known of it: the world as it stood when the tick began.
//! Invariant: what is conserved (people, money, points, seats) is counted in whole numbers.

use std::collections::{BTreeMap, VecDeque};
use std::ops::Range;
use std::sync::Arc;

pub mod calendar;
pub mod channels;
pub mod contacts;
pub mod content;
pub mod decay;
pub mod dossier;
pub mod groups;
pub mod ledger;
pub mod maths;
pub mod menu;
pub mod org;
pub mod people;
pub mod promises;
pub mod requests;
pub mod stream;
pub mod window;

use channels::{Channels, Heard};
use contacts::Contacts;
use dossier::Dossiers;
use groups::{ChapterState, Desk, SigState};
use ledger::Ledger;
use menu::Menu;
use org::{Hub, Org, Turns};
use people::People;
use requests::{ACTIONS, Sums};

/// Something that waits for a reviewer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pending {
    /// Who did it.
    pub id: u32,
    /// The action.
    pub action: u8,
    /// How many deeds.
    pub deeds: u16,
    /// The tick in which it was done.
    pub since: u32,
    /// Whether its code counts only when it is merged.
    pub held_back: bool,
}

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
    /// Deeds that were merged, or done where nothing is reviewed, of actions with a challenge.
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

/// Points that will be taken back with what earned them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Removal {
    /// Whose.
    pub dossier: u32,
    /// The rule that gave them.
    pub rule: usize,
    /// How many.
    pub points: i64,
    /// The tick in which they were given.
    pub since: u32,
}

/// Comings and goings of one tier since the start.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TierState {
    /// Dossiers of the people on it now, or indices of organisations, in the order of entry.
    pub holders: Vec<u32>,
    /// Holders with whom it began.
    pub at_start: u32,
    /// The tick from which the tier is in force.
    pub since: Option<u32>,
    /// Came in from below.
    pub entered: u64,
    /// Went up.
    pub promoted: u64,
    /// Sent down.
    pub demoted: u64,
    /// Off the ladder.
    pub exited: u64,
    /// Sum over those who came in of the ticks that they had waited for it.
    pub waited: f64,
    /// Sum over those who went of the ticks they had spent on it.
    pub dwelt: f64,
    /// Where seats are short: the rank between the last to be let in and the first to be left out, as things stand.
    pub cut: Option<f32>,
    /// How many compete for them.
    pub rivals: u32,
}

/// Everything that changes.
#[derive(Clone, Debug)]
pub struct World {
    /// The tick that is about to run.
    pub tick: u32,
    /// Length of a tick, days.
    pub tick_days: f32,
    /// People as columns.
    pub people: People,
    /// Rows of each segment.
    pub segments: Vec<Range<u32>>,
    /// Members of each segment.
    pub members: Vec<u64>,
    /// The network, shared between treatments.
    pub contacts: Arc<Contacts>,
    /// Of those who did something that counts.
    pub dossiers: Dossiers,
    /// Dossiers of contributors, in the order in which they began.
    pub contributors: Vec<u32>,
    /// People who were seen to game the rules together, for deeds that need a partner.
    pub farmers: Vec<u32>,
    /// Money and points.
    pub ledger: Ledger,
    /// Points that will be taken back, by the tick in which they will be.
    pub removals: BTreeMap<u32, Vec<Removal>>,
    /// Where points expire: when they were given, to which dossier, how many; the oldest first.
    pub lots: VecDeque<(u32, u32, i64)>,
    /// Waiting for review, oldest first.
    pub queue: Vec<Pending>,
    /// Who reviews: everybody's desk, then one a SIG.
    pub desks: Vec<Desk>,
    /// Weeks that a first response takes now, everywhere.
    pub wait: f32,
    /// Deeds of each action that were merged in the last tick, each with the merit of whoever did it, in millionths of a deed; work for
    /// branches apart.
    pub merged: [i64; ACTIONS],
    /// Code done in this tick that counts only when it is merged, less what was merged where there is no branch any more, units.
    pub held_back: f64,
    /// Minutes that mentors have.
    pub mentor_minutes: f64,
    /// SIGs.
    pub sigs: Vec<SigState>,
    /// Chapters.
    pub chapters: Vec<ChapterState>,
    /// Who was credited with each contribution, where credit may go to those who are known.
    pub credits: Vec<u32>,
    /// What will be felt in the next tick, in the order of people.
    pub outcomes: Vec<Outcome>,
    /// `ladders[ladder][tier]`.
    pub ladders: Vec<Vec<TierState>>,
    /// Common luck of arrivals, a log factor.
    pub weather: f64,
    /// What happened in the last tick.
    pub last: Sums,
    /// What has happened since the last row was written.
    pub since: Sums,
    /// Ticks in `since`.
    pub since_ticks: u32,
    /// Cumulative counts for metrics.
    pub tally: Tally,
    /// Whether pools could pay for each prize and thing in the last tick.
    pub payable: Vec<bool>,
    /// Mean fame of those who have any.
    pub fame: f32,
    /// Mean knowledge of the members of all segments in which it decides who shares it.
    pub knowledge: f32,
    /// Mean of the rewards that were publicised in the last tick; negative: none.
    pub shown: f32,
    /// Account of who was active when the last row was written.
    pub account: Account,
    /// What is known of each condition, in the order of the model's watches.
    pub watched: Vec<Watched>,
    /// What is known of each milestone, in the order of the model's.
    pub milestones: Vec<Met>,
    /// `paths[path][tier]`; holders are indices of organisations.
    pub paths: Vec<Vec<TierState>>,
    /// Organisations, group by group.
    pub orgs: Vec<Org>,
    /// The product.
    pub hub: Hub,
    /// Carriers and occasions.
    pub channels: Channels,
}

/// What is known of a milestone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Met {
    /// Of its condition.
    pub watched: Watched,
    /// Whether its money has come.
    pub paid: bool,
}

/// What is known of a condition that an intervention or a milestone waits for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Watched {
    /// Whether the intervention holds, or the milestone has been met.
    pub holds: bool,
    /// For each span of time in the condition: since when what it asks for has held, days.
    pub since: Vec<Option<f64>>,
    /// Where the metrics that the condition names are read: the row on the shelf, and the place in it.
    pub places: Vec<Option<(usize, usize)>>,
    /// Account of who was active at the last look.
    pub account: Account,
    /// What has happened since the last look.
    pub sums: Sums,
    /// Ticks in `sums`.
    pub ticks: u32,
}

/// Counts since the start of the run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Contributions merged.
    pub merged: u64,
    /// Contributions that waited too long and were given up.
    pub abandoned: u64,
    /// People who contributed for the first time.
    pub newcomers: u64,
    /// Contributors or holders who went because of overload.
    pub burnt_out: u64,
    /// Deeds that were found to game the rules.
    pub caught: u64,
    /// Prizes and things handed over.
    pub rewards: u64,
    /// Invitations that made a member.
    pub referred: u64,
    /// People adopted ever, those at the start included.
    pub adopted: u64,
    /// Members who left for good.
    pub left: u64,
    /// People who had left and came back.
    pub returned: u64,
    /// Rewards and cash that were owed and paid.
    pub kept: u64,
    /// Those that an empty pool could not pay.
    pub broken: u64,
}

/// Who was active at the last row: bit 1 as a person, bit 2 as a contributor; two bits higher, the same at the row before it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    /// By row of people.
    pub was: Vec<u8>,
    /// When that row was written, ticks.
    pub at: f32,
    /// The tally then.
    pub tally: Tally,
}

/// The world as it stood when the tick began: all that anyone may know of others.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'w> {
    /// The tick.
    pub tick: u32,
    /// Length of a tick, days.
    pub days: f32,
    /// Members over people, everywhere.
    pub share: f32,
    /// Members over people, by segment.
    pub shares: &'w [f32],
    /// Deeds per member in the last tick.
    pub deeds_per_member: f32,
    /// Where work is reviewed, and how long it waits there.
    pub desks: &'w [Desk],
    /// Chapters.
    pub chapters: &'w [ChapterState],
    /// Mean fame of those who have any.
    pub fame: f32,
    /// Mean knowledge of members.
    pub knowledge: f32,
    /// Mean publicised reward of the last tick; negative: none.
    pub shown: f32,
    /// Log factor on arrivals.
    pub weather: f32,
    /// What the flywheel multiplies.
    pub turns: Turns,
    /// What carriers tell each segment; empty where there is none.
    pub heard: &'w [Heard],
    /// What the rules offer.
    pub menu: &'w Menu,
    /// Dossiers.
    pub dossiers: &'w Dossiers,
    /// The network.
    pub contacts: &'w Contacts,
}

impl<'w> Seen<'w> {
    /// What is seen where nothing happens: for rates before the first tick.
    pub fn quiet(days: f64, menu: &'w Menu, dossiers: &'w Dossiers, contacts: &'w Contacts) -> Self {
        Seen {
            tick: 0,
            days: days as f32,
            share: 0.0,
            shares: &[],
            deeds_per_member: 0.0,
            desks: &[],
            chapters: &[],
            fame: 0.0,
            knowledge: 0.0,
            shown: -1.0,
            weather: 0.0,
            turns: Turns::default(),
            heard: &[],
            menu,
            dossiers,
            contacts,
        }
    }
}

impl World {
    /// Members of all segments.
    pub fn all_members(&self) -> u64 {
        self.members.iter().sum()
    }
    /// Which interventions with a condition hold, one bit each.
    pub fn holding(&self) -> usize {
        self.watched.iter().enumerate().map(|(k, watched)| usize::from(watched.holds) << k).sum()
    }
    /// Index of a person's segment.
    pub fn segment_of(&self, id: u32) -> usize {
        self.segments.partition_point(|range| range.end <= id).min(self.segments.len() - 1)
    }
    /// Bytes that the state takes for one person, contacts apart.
    pub fn bytes_per_person(&self) -> f64 {
        self.people.bytes_per_person() as f64 + self.dossiers.bytes() as f64 / self.people.len().max(1) as f64
    }
    /// Adds one to the counter of each contact of somebody who joined.
    pub fn tie(&mut self, id: u32) {
        let contacts = Arc::clone(&self.contacts);
        for &other in contacts.of_person(id) {
            self.people.ties[other as usize] += 1;
        }
    }
    /// Takes one from the counter of each contact of somebody who parted.
    pub fn untie(&mut self, id: u32) {
        let contacts = Arc::clone(&self.contacts);
        for &other in contacts.of_person(id) {
            self.people.ties[other as usize] -= 1;
        }
    }
}

/// An array over actions.
pub type ByAction = [f32; ACTIONS];
