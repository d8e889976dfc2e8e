//! The hub: what people and organisations have made of the product.
//!
//! Invariant: stocks are never negative; factors are 1 if the arrows of the flywheel are cut.

use super::calendar::YEAR;
use super::content::Content;
use super::org::{ByResource, CURVES, RESOURCES};
use super::promises::{Exposed, Promise};

/// The product, as the world sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Hub {
    /// What it gets from organisations now, units a month.
    pub got: ByResource,
    /// What it gives.
    pub gave: ByResource,
    /// Its own gain from the exchange, hours a month.
    pub gain: f64,
    /// Share of the hours asked of it that it has.
    pub rationed: f64,
    /// Content that is alive.
    pub content: f64,
    /// What became of all content so far.
    pub books: Content,
    /// Quality, 1 at the start.
    pub quality: f64,
    /// Quality that is merged on branches but not yet released, log.
    pub ahead: f64,
    /// Best quality among rivals, 1 at the start; 0: none.
    pub rival: f64,
    /// The best bid of rivals for partners, as a share of their hours.
    pub bid: f64,
    /// Service that partners can deliver, over what enterprises need.
    pub coverage: f64,
    /// Who serves whom; `None` if all service is pooled, or no enterprise has a partner.
    pub pairs: Option<Pairs>,
    /// People a month who hear of the product through traffic partners.
    pub traffic: f64,
    /// Revenue of the hub and of partners so far, money.
    pub revenue: [f64; 2],
    /// Money that investors have put in so far.
    pub capital: i64,
    /// Graduates who came in so far.
    pub graduates: u64,
    /// Revenue of the hub that partners took so far, money.
    pub cannibalised: f64,
    /// Fees of organisations so far, money.
    pub fees: i64,
    /// Share of the hours promised by paths and frameworks that the hub has.
    pub served: f64,
    /// Revenue of the hub a year, smoothed, money.
    pub yearly: f64,
    /// Members at the start.
    pub founders: f64,
    /// Deeds of each tick of the last year, oldest first.
    pub past: Vec<u64>,
    /// Growth of activity over half a year, log; zero within its noise.
    pub momentum: f64,
    /// Demand on each innovation curve, projects a month.
    pub curves: [f64; CURVES],
    /// How far promises are believed; 1 as long as nothing has been broken or announced.
    pub belief: f64,
    /// Promises that have been exposed.
    pub exposed: Exposed,
    /// Endorsements that still reach people: factor added to the external hazard of adoption, and the share of it that a tick leaves.
    pub endorsed: Vec<(f64, f64)>,
    /// Promises kept and broken before this tick.
    pub promises: (u64, u64),
    /// What the flywheel multiplies: external adoption, leaving, own need.
    pub factors: Factors,
}

/// Enterprises and partners, one partner each.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pairs {
    /// The mean rank of the partner in the enterprise's list.
    pub partner_place: f64,
    /// The mean rank of the enterprise in the partner's list.
    pub enterprise_place: f64,
    /// Pairs of an enterprise and a partner who would both rather have each other.
    pub blocking: usize,
}

/// Factors of the flywheel on people; 1 if its arrows are cut.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factors {
    /// Factor on the external hazard of adoption.
    pub reach: f64,
    /// Factor on the hazard of leaving.
    pub leave: f64,
    /// Factor on own need.
    pub use_: f64,
}

impl Default for Factors {
    fn default() -> Self {
        Factors { reach: 1.0, leave: 1.0, use_: 1.0 }
    }
}

impl Hub {
    /// Ticks in half a year; `tick_days`: length of a tick.
    pub fn half_year(tick_days: f64) -> usize {
        (f64::from(YEAR as f32) / 2.0 / tick_days).round().max(1.0) as usize
    }
    /// How far one promise is believed.
    pub fn believes(&self, promise: &Promise) -> f64 {
        self.belief * self.exposed.times(promise)
    }
}

impl Default for Hub {
    fn default() -> Self {
        Hub {
            got: [0.0; RESOURCES],
            gave: [0.0; RESOURCES],
            gain: 0.0,
            rationed: 1.0,
            content: 0.0,
            books: Content::default(),
            quality: 1.0,
            ahead: 0.0,
            rival: 0.0,
            bid: 0.0,
            coverage: 1.0,
            pairs: None,
            traffic: 0.0,
            revenue: [0.0; 2],
            capital: 0,
            graduates: 0,
            cannibalised: 0.0,
            fees: 0,
            served: 1.0,
            yearly: 0.0,
            founders: 1.0,
            past: Vec::new(),
            momentum: 0.0,
            curves: [0.0; CURVES],
            belief: 1.0,
            exposed: Exposed::default(),
            endorsed: Vec::new(),
            promises: (0, 0),
            factors: Factors::default(),
        }
    }
}
