//! The state of a run, and nothing that decides.
//!
//! [`World`] is everything that changes, in parts: a function that needs one or two of them is given those, so that its signature says what
//! it may touch. [`Seen`] is what people may know of the world: its state when the tick began. Invariant: what is conserved (people, money,
//! points, seats) is counted in whole numbers.

pub mod calendar;
pub mod channels;
pub mod community;
pub mod contacts;
pub mod content;
pub mod decay;
pub mod dossier;
pub mod groups;
pub mod hub;
pub mod ledger;
pub mod maths;
pub mod menu;
pub mod observed;
pub mod org;
pub mod people;
pub mod population;
pub mod promises;
pub mod requests;
pub mod stream;
pub mod window;
pub mod work;

use channels::{CarrierRates, Channels};
pub use community::{Community, TierState};
use contacts::Contacts;
use dossier::Dossiers;
use groups::{ChapterState, Desk};
use hub::{Factors, Hub};
use ledger::Ledger;
pub use ledger::Removal;
use menu::Menu;
pub use observed::{Account, Closed, ConditionState, Flow, MilestoneState, Observed, Recent, Tally, Window};
use org::Organisations;
pub use population::{Outcome, Population};
use requests::ACTIONS;
pub use work::{Pending, Work};

/// Everything that changes.
#[derive(Clone, Debug)]
pub struct World {
    /// The tick that is about to run.
    pub tick: u32,
    /// Length of a tick, days.
    pub tick_days: f32,
    /// People, members, contacts.
    pub population: Population,
    /// Contributors, ladders, chapters.
    pub community: Community,
    /// Review, and SIGs.
    pub work: Work,
    /// Money and points.
    pub ledger: Ledger,
    /// Organisations, and their paths.
    pub organisations: Organisations,
    /// The product.
    pub hub: Hub,
    /// Carriers and occasions.
    pub channels: Channels,
    /// What everybody meets alike.
    pub surroundings: Surroundings,
    /// Counts since the start of the run.
    pub tally: Tally,
    /// What metrics and conditions read besides.
    pub observed: Observed,
}

/// What everybody meets alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Surroundings {
    /// Common luck of arrivals, a log factor.
    pub weather: f64,
    /// Mean fame of those who have any.
    pub fame: f32,
    /// Mean knowledge of members, over the segments in which knowledge is modelled.
    pub knowledge: f32,
    /// Mean of the rewards that were publicised in the last tick; negative: none.
    pub shown: f32,
}

impl Default for Surroundings {
    fn default() -> Self {
        Surroundings { weather: 0.0, fame: 0.0, knowledge: 0.0, shown: -1.0 }
    }
}

impl World {
    /// Bytes that the state takes for one person, contacts apart.
    pub fn bytes_per_person(&self) -> f64 {
        let people = &self.population.people;
        people.bytes_per_person() as f64 + self.community.dossiers.bytes() as f64 / people.len().max(1) as f64
    }
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
    pub factors: Factors,
    /// What carriers tell each segment; empty if there is none.
    pub heard: &'w [CarrierRates],
    /// What the rules offer.
    pub menu: &'w Menu,
    /// Dossiers.
    pub dossiers: &'w Dossiers,
    /// The network.
    pub contacts: &'w Contacts,
}

impl<'w> Seen<'w> {
    /// What people see if nothing happens; used for rates before the first tick.
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
            factors: Factors::default(),
            heard: &[],
            menu,
            dossiers,
            contacts,
        }
    }
}

/// An array over actions.
pub type ByAction = [f32; ACTIONS];
