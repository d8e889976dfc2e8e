//! Mechanisms: how people behave; one file each.
//!
//! The engine owns the draws between these steps (who is triggered, how often, which action), so a mechanism that is
//! switched off is simply absent. A mechanism has no memory: all state is in the person's columns.

use crate::registry::{Registry, Settings};
use crate::world::maths::normal_quantile;
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
pub mod trial;
pub mod triggers;
pub mod vicarious;
pub mod weather;

/// Makes a mechanism from its table; the second argument is the length of a tick in days.
pub type Make = fn(&Settings, f64) -> Box<dyn Mechanism>;

/// All mechanisms, in the order of application.
pub static REGISTRY: Registry<Make> = Registry {
    entries: &[
        adoption::ROW,
        trial::ROW,
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

/// One mechanism of one segment. Methods have empty defaults and are called once per crowd, not once per person.
pub trait Mechanism: Send + Sync {
    /// The columns of people that it needs.
    fn columns(&self) -> &'static [Column] {
        &[]
    }
    /// Adds to the rates of the segment for this tick.
    fn hazards(&self, _seen: &Seen, _rates: &mut Rates) {}
    /// Draws the traits of a new member; `luck` is the person's own address of luck.
    fn join(&self, _person: &mut Person, _luck: Stream) {}
    /// Sets the state of a member whose age is `age` ticks and who does `deeds` deeds a tick.
    fn ripen(&self, _person: &mut Person, _luck: Stream, _deeds: f64, _age: f64) {}
    /// Applies the effect of time to idle people; `now` is the tick.
    fn relax(&self, _idle: &mut [Idle], _now: f32) {}
    /// Adds to the value of each action, in logits, for triggered people.
    fn utilities(&self, _doers: &mut [Doer], _seen: &Seen) {}
    /// Updates people after their deeds, and after the outcomes that the last tick settled.
    fn learn(&self, _doers: &mut [Doer], _seen: &Seen, _luck: Stream, _requests: &mut Requests) {}
    /// Gives the numbers that the world needs to settle requests.
    fn terms(&self, _terms: &mut Terms) {}
}

/// A person without deeds for some ticks, taken out of the columns.
#[derive(Clone, Copy, Debug)]
pub struct Idle {
    /// The person's state before these ticks.
    pub person: Person,
    /// Number of idle ticks.
    pub ticks: f32,
}

/// The standard normal quantile at which the busiest of that number of people is expected.
fn busiest(people: f64) -> f64 {
    normal_quantile(people.max(1.0) / (people.max(1.0) + 1.0))
}

/// Brings idle people up to date: applies everything that decays or grows by itself.
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
    /// Hazard proportional to the share of members among contacts.
    Linear,
    /// Adopts when the share reaches a personal threshold.
    Threshold(adoption::Thresholds),
    /// As linear, but only from a minimum number of member contacts on.
    Complex {
        /// The minimum number of member contacts.
        reinforcement: u32,
    },
    /// Adopts when the share of members makes it worth the price, and leaves when it does not.
    CriticalMass {
        /// The price, as a share of the highest willingness to pay under full adoption.
        price: f64,
    },
}

/// The rates of one segment in one tick; hazards are per tick.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates {
    /// External adoption.
    pub external: f64,
    /// Adoption if all contacts are members, or per member contact.
    pub social: f64,
    /// Whether each member contact counts separately.
    pub each: bool,
    /// How contacts count.
    pub contagion: Contagion,
    /// Triggers from own needs.
    pub own: f64,
    /// Paid triggers.
    pub paid: f64,
    /// Triggers from what others do.
    pub others: f64,
    /// Triggers at full habit.
    pub internal: f64,
    /// Whether deeds come at regular intervals instead of at random.
    pub steady: bool,
    /// Return of members who left.
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
    /// The factor on the rate at a gain; the exponential form limits the gain to ±3 logits.
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

/// Mechanisms of a segment that settling needs; `None`: switched off.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// A first stage of membership.
    pub trial: Option<trial::Trial>,
    /// Clocks of contributors.
    pub engagement: Option<engagement::Engagement>,
    /// Review of contributions.
    pub review: Option<review::Review>,
    /// Mentoring of newcomers.
    pub mentoring: Option<mentoring::Mentoring>,
    /// Gaming of the rules.
    pub farming: Option<farming::Farming>,
    /// Response to boundaries.
    pub effort: Option<effort::Effort>,
    /// Comparison between people.
    pub status: Option<status::Status>,
    /// Growth and sharing of knowledge.
    pub knowledge: Option<knowledge::Knowledge>,
    /// Luck that all arrivals share.
    pub weather: Option<weather::Weather>,
    /// Invitations by members.
    pub referral: Option<referral::Referral>,
}

/// A person who was triggered or has an outcome to process, taken out of the columns for this tick.
#[derive(Clone, Debug)]
pub struct Doer {
    /// Row in the crowd.
    pub row: usize,
    /// Id of the person.
    pub id: u32,
    /// The person's state, brought up to date.
    pub person: Person,
    /// Deeds from general triggers.
    pub deeds: u32,
    /// Deeds from the contributor's own clock.
    pub engaged: u32,
    /// Whether that clock stops after these deeds.
    pub stops: bool,
    /// Source of the trigger.
    pub trigger: Trigger,
    /// Weight of each action before incentives; zero: not available.
    pub plain: [f64; ACTIONS],
    /// What incentives and states add to each action, logits.
    pub gain: ByAction,
    /// Number of deeds done of each action.
    pub did: [u16; ACTIONS],
    /// Number of deeds done in total.
    pub done: u32,
    /// The outcome that the last tick settled.
    pub outcome: Outcome,
    /// Whether the person responds to boundaries.
    pub responds: bool,
    /// Whether the person leaves in this tick.
    pub parts: bool,
}

impl Doer {
    /// A person with an identity only; everything else is zero.
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
