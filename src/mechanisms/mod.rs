//! What happens to people: one file a mechanism.
//!
//! The engine owns the draws between these steps (who is triggered, how often, which action), so a mechanism that is switched
//! off is simply absent. A mechanism has no memory: what lasts stands in the person's columns.

use crate::registry::{Registry, Settings};
use crate::world::people::{Column, Person};
use crate::world::requests::{ACTIONS, Requests, Trigger};
use crate::world::stream::Stream;
use crate::world::{ByAction, Outcome, Seen};

pub mod achievement;
pub mod adoption;
pub mod crowding;
pub mod disappointment;
pub mod dropout;
pub mod effort;
pub mod engagement;
pub mod farming;
pub mod habit;
pub mod knowledge;
pub mod learning;
pub mod mentoring;
pub mod merit;
pub mod needs;
pub mod referral;
pub mod review;
pub mod stake;
pub mod status;
pub mod tolerance;
pub mod triggers;
pub mod vicarious;
pub mod weather;

/// How a row is made from its table; `days` is the length of a tick.
pub type Make = fn(&Settings, f64) -> Box<dyn Mechanism>;

/// All mechanisms, in the order in which they are applied.
pub static REGISTRY: Registry<Make> = Registry {
    what: "mechanism",
    entries: &[
        adoption::ROW,
        triggers::ROW,
        engagement::ROW,
        dropout::ROW,
        weather::ROW,
        review::ROW,
        mentoring::ROW,
        merit::ROW,
        effort::ROW,
        farming::ROW,
        habit::ROW,
        learning::ROW,
        vicarious::ROW,
        tolerance::ROW,
        disappointment::ROW,
        achievement::ROW,
        stake::ROW,
        needs::ROW,
        knowledge::ROW,
        status::ROW,
        crowding::ROW,
        referral::ROW,
    ],
};

/// What happens to the people of one segment. Methods are empty by default and called once a crowd, not once a person.
pub trait Mechanism: Send + Sync {
    /// The columns it needs.
    fn columns(&self) -> &'static [Column] {
        &[]
    }
    /// Adds to the rates of the segment for this tick.
    fn hazards(&self, _seen: &Seen, _rates: &mut Rates) {}
    /// Draws the traits of somebody who becomes a member; `luck` is the person's own address.
    fn join(&self, _person: &mut Person, _luck: Stream) {}
    /// Gives a member of so many ticks of age, who does so many deeds a tick, the state that such a member has.
    fn ripen(&self, _person: &mut Person, _luck: Stream, _deeds: f64, _age: f64) {}
    /// What time does to those who do nothing in it.
    fn relax(&self, _idle: &mut [Idle], _now: f32) {}
    /// Adds to the value of each action, in logits, for those who were triggered.
    fn utilities(&self, _doers: &mut [Doer], _seen: &Seen) {}
    /// Updates people after their deeds, and after the outcomes that were settled in the last tick.
    fn learn(&self, _doers: &mut [Doer], _seen: &Seen, _luck: Stream, _requests: &mut Requests) {}
    /// The numbers that the world needs to settle what people ask for.
    fn terms(&self, _terms: &mut Terms) {}
}

/// Somebody who did nothing for a while, taken out of the columns.
#[derive(Clone, Copy, Debug)]
pub struct Idle {
    /// Their properties, as they stood before.
    pub person: Person,
    /// For how many ticks.
    pub ticks: f32,
}

/// Brings people up to date: everything that fades or rises of itself.
pub fn relax(mechanisms: &[Box<dyn Mechanism>], idle: &mut [Idle], now: f32) {
    for mechanism in mechanisms {
        mechanism.relax(idle, now);
    }
    for one in idle {
        one.person.touched = now;
        one.ticks = 0.0;
    }
}

/// How contacts turn into adoption.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Contagion {
    /// Hazard in proportion to the share of members among contacts.
    Linear,
    /// Adopts as soon as the share reaches a threshold of one's own.
    Threshold(adoption::Thresholds),
    /// As linear, but only from so many member contacts on.
    Complex {
        /// Member contacts that it takes.
        reinforcement: u32,
    },
    /// Adopts where the share of members makes it worth the price, and gives it up where it does not.
    CriticalMass {
        /// Share of what the keenest would give for it among all contacts.
        price: f64,
    },
}

/// The rates of one segment in one tick; hazards are per tick.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates {
    /// Adoption from outside.
    pub external: f64,
    /// Adoption at a full share of member contacts, or from each of them.
    pub social: f64,
    /// Whether each member contact counts by itself.
    pub each: bool,
    /// How contacts count.
    pub contagion: Contagion,
    /// Whether own needs trigger.
    pub own: f64,
    /// Paid triggers.
    pub paid: f64,
    /// Triggers from what others do.
    pub others: f64,
    /// Triggers at full habit.
    pub internal: f64,
    /// Whether deeds come like a metronome, not by chance.
    pub steady: bool,
    /// Return of those who left.
    pub comeback: f64,
    /// Log factor on first contributions.
    pub weather: f64,
    /// The function from gain to intensity.
    pub form: Form,
}

/// How a gain raises the rate of deeds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    /// exp(gain).
    Exponential,
    /// 1 + gain / marginal cost: the first-order condition of a tournament with quadratic cost.
    Linear {
        /// Marginal cost of effort.
        cost: f64,
    },
}

impl Form {
    /// Times the rate at a gain, itself held within ±3 logits.
    pub fn times(self, gain: f64) -> f64 {
        match self {
            Form::Exponential => crate::world::maths::exp_near(gain.clamp(-3.0, 3.0)),
            Form::Linear { cost } => (1.0 + gain / cost).max(0.05),
        }
    }
}

impl Default for Rates {
    fn default() -> Self {
        Rates {
            external: 0.0,
            social: 0.0,
            each: false,
            contagion: Contagion::Linear,
            own: 0.0,
            paid: 0.0,
            others: 0.0,
            internal: 0.0,
            steady: false,
            comeback: 0.0,
            weather: 0.0,
            form: Form::Exponential,
        }
    }
}

/// What settling needs to know of a segment's mechanisms.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// How contributors are made and lost.
    pub engagement: Option<engagement::Engagement>,
    /// How review works.
    pub review: Option<review::Review>,
    /// How newcomers are mentored.
    pub mentoring: Option<mentoring::Mentoring>,
    /// Who games the rules.
    pub farming: Option<farming::Farming>,
    /// Who responds to boundaries.
    pub effort: Option<effort::Effort>,
    /// How people compare themselves.
    pub status: Option<status::Status>,
    /// How knowledge grows, and who passes it on.
    pub knowledge: Option<knowledge::Knowledge>,
    /// Luck that arrivals share.
    pub weather: Option<weather::Weather>,
    /// How invitations become members.
    pub referral: Option<referral::Referral>,
}

/// Somebody who was triggered, or who has an outcome to feel: taken out of the columns for this tick.
#[derive(Clone, Debug)]
pub struct Doer {
    /// Row in the crowd.
    pub row: usize,
    /// Who.
    pub id: u32,
    /// Their properties, brought up to date.
    pub person: Person,
    /// Deeds from general triggers.
    pub deeds: u32,
    /// Deeds from the contributor's own clock.
    pub engaged: u32,
    /// Whether that clock stops after them.
    pub stops: bool,
    /// Source of the trigger.
    pub trigger: Trigger,
    /// Weight of each action before incentives; zero: not open to them.
    pub plain: [f64; ACTIONS],
    /// What incentives and states add, logits.
    pub gain: ByAction,
    /// What was done.
    pub did: [u16; ACTIONS],
    /// How many deeds that is.
    pub done: u32,
    /// What was settled in the last tick.
    pub outcome: Outcome,
    /// Whether boundaries move them.
    pub responds: bool,
    /// Whether they part in this tick.
    pub parts: bool,
}

impl Doer {
    /// Somebody of whom nothing is known yet but who they are.
    pub fn new(row: usize, id: u32, person: Person) -> Self {
        Doer {
            row,
            id,
            person,
            deeds: 0,
            engaged: 0,
            stops: false,
            trigger: Trigger::Organic,
            plain: [0.0; ACTIONS],
            gain: [0.0; ACTIONS],
            did: [0; ACTIONS],
            done: 0,
            outcome: Outcome::default(),
            responds: false,
            parts: false,
        }
    }
}
