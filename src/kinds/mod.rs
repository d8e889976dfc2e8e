//! Kinds of organisations: one file each, and the parts that they share.
//!
//! What an organisation makes, needs and costs is data. A kind has code only if it transforms something: students into
//! graduates, content into traffic, milestones into capital. A kind has no memory: all state is in the organisation.

use serde::Deserialize;

use crate::params;
use crate::registry::{Form, Part, Registry, Settings, Shape};
use crate::world::org::{ByResource, Org};
use crate::world::stream::Stream;

pub mod barter;
pub mod chapter;
pub mod enterprise;
pub mod flywheel;
pub mod investor;
pub mod matching;
pub mod milestone;
pub mod partner;
pub mod rival;
pub mod sig;
pub mod traffic;
pub mod trust;
pub mod university;

/// Makes a kind from its table; the second argument finds the index of a segment by name.
pub type Make = fn(&Settings, &dyn Fn(&str) -> Option<usize>) -> Box<dyn Kind>;

/// All kinds.
pub static REGISTRY: Registry<Make> =
    Registry { entries: &[partner::ROW, university::ROW, enterprise::ROW, traffic::ROW, investor::ROW, rival::ROW] };

/// The decisions of an organisation of this kind. Methods have empty defaults.
pub trait Kind: Send + Sync {
    /// Sets the state at the start; `luck` is the organisation's own address of luck.
    fn born(&self, _org: &mut Org, _luck: Stream) {}
    /// Whether it would join, apart from the gain of the exchange.
    fn would_join(&self, _org: &Org, _outlook: &Outlook, _luck: Stream) -> bool {
        true
    }
    /// Whether the exchange decides if it joins and stays.
    fn barters(&self) -> bool {
        true
    }
    /// What it makes of its state in a period of `months`, once inside.
    fn act(&self, _org: &mut Org, _outlook: &Outlook, _months: f64, _asks: &mut Asks) {}
    /// Effects of a rival's product and bids, from the day it enters.
    fn presses(&self, _org: &Org, _years: f64) -> Option<Pressure> {
        None
    }
    /// Factor on the projects that it attracts, from what it was given.
    fn draws(&self, _org: &Org) -> f64 {
        0.0
    }
    /// The share of the hub's revenue that one organisation of size 1 takes.
    fn takes(&self) -> f64 {
        0.0
    }
    /// Records an investment of `money` at a hub revenue of `revenue` a year. Returns the share of the hub that it
    /// buys; the share becomes its own after all sales of the tick are settled.
    fn puts_in(&self, _org: &mut Org, _years: f64, _money: f64, _revenue: f64) -> f64 {
        0.0
    }
    /// Value of the hub over its revenue a year; 0 if it gives no value.
    fn multiple(&self) -> f64 {
        0.0
    }
    /// What an investor does beside its money, once it has invested.
    fn backs(&self, _org: &Org, _years: f64) -> Option<Backing> {
        None
    }
    /// Demand on each innovation curve after `years`, projects a month.
    fn demand(&self, _years: f64) -> Option<[f64; 4]> {
        None
    }
}

/// Effects of a rival on the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pressure {
    /// Quality of its product; 1 is the hub's quality at the start.
    pub quality: f64,
    /// Its bid for partners, as a share of their hours.
    pub bid: f64,
}

/// What an investor does for the product beside its money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Backing {
    /// The share of a rival's bid that it blocks.
    pub defends: f64,
    /// Rate at which enterprises join through it, a year.
    pub orders: f64,
    /// Relative increase of the rate at which organisations join.
    pub circle: f64,
    /// Relative increase of the rate at which people hear of the product.
    pub beyond: f64,
}

/// What organisations know of the world, as of the start of the tick.
#[derive(Clone, Debug, Default)]
pub struct Outlook {
    /// Years since the start.
    pub years: f64,
    /// Members.
    pub members: f64,
    /// Log growth of members over half a year, with a dead band.
    pub momentum: f64,
    /// Quality of the product, 1 at the start.
    pub quality: f64,
    /// Service that partners can deliver over what enterprises need; 1 without need.
    pub coverage: f64,
    /// Share of its industry that has adopted, by weight.
    pub references: f64,
    /// References that the hub gives to organisations inside of its industry, units a month.
    pub shown: f64,
    /// Demand on each innovation curve, projects a month.
    pub demand: [f64; 4],
    /// Skill of all partners inside, on each curve.
    pub skill: [f64; 4],
    /// Number of partners inside.
    pub partners: f64,
    /// Factor on the growth of skill: partners learn from members.
    pub talent: f64,
    /// Share of all projects on each curve that paths lead to holders of tiers.
    pub steered: [f64; 4],
    /// Number of organisations inside, without investors and rivals.
    pub inside: f64,
    /// Revenue of the hub a year, money.
    pub revenue: f64,
    /// Whether all spending has stopped.
    pub stopped: bool,
}

/// What an organisation requests from the world.
#[derive(Clone, Debug, Default)]
pub struct Asks {
    /// Graduates who join: segment, number, knowledge.
    pub graduates: Vec<(usize, u64, f64)>,
    /// Money put into the budget.
    pub capital: i64,
    /// Rounds of capital and lighthouses that are announced to everybody.
    pub announced: u64,
    /// Log quality from requirements and research.
    pub quality: f64,
    /// Money earned by the hub, and by partners.
    pub revenue: [f64; 2],
    /// Shares of the hub that were sold: buyer and share.
    pub sold: Vec<((usize, u32), f64)>,
}

/// `[organisation.integrators]`.
pub const ORGANISATION: Form = Form {
    id: "organisation",
    knobs: Organisation::KNOBS,
    parts: &[
        Part { name: "costs", shape: Shape::One(&COSTS) },
        Part { name: "worth", shape: Shape::One(&WORTH) },
        Part { name: "as", shape: Shape::Rows(|| REGISTRY.forms()) },
    ],
};
params! {

    /// The knobs that all groups have.
    #[derive(Clone, Debug)]
    pub struct Organisation: "organisation" {
        pub number: u32 = count("organisations", 1..=1_000_000, 1).scales();
        pub joined_at_start: u32 = count("organisations", 0..=1_000_000, 0).scales();
        pub size: f64 = number("times", 0.001..=1e6, 1.0);
        pub size_spread: f64 = number("log-sd", 0.0..=4.0, 0.0).guess();
        pub industry: String = text("");
        pub hours: f64 = number("hours-a-month", 0.0..=1e9, 160.0).guess();
        pub absorbs: f64 = number("units-a-month", 0.0..=1e9, 1e6).guess();
        pub period: f64 = duration(1.0..=3653.0, 30.4375).guess();
        pub joins: f64 = rate(0.0..=1000.0, 0.5).guess();
        pub reserve: f64 = number("share-of-hours", -10.0..=1e6, 0.0).guess();
        pub patience: f64 = duration(1.0..=36_525.0, 365.25).guess();
        pub hour: f64 = number("money", 0.0..=1e9, 0.0);
        pub growth: f64 = number("log-a-year", -10.0..=10.0, 0.1).guess();
        pub grieves: f64 = number("share-of-hours", 0.0..=1e6, 0.0);
        pub aspires: f64 = rate(0.0..=1000.0, 1.0).guess();
        pub searches: f64 = number("times", 0.0..=100.0, 0.0);
        pub commitment: f64 = number("hours", 1.0..=1e9, 2000.0).guess();
        pub joins_on: Option<String> = maybe_date();
        pub subsidy: i64 = count("money", 0..=1_000_000_000_000, 0);
        pub pool: Option<String> = maybe_reference("budget.pools");
    }
}

/// How the service of partners reaches enterprises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Delivery {
    /// All partners serve all enterprises.
    Pooled,
    /// Each enterprise gets one partner by deferred acceptance.
    Matched,
    /// Each enterprise gets one partner by lot.
    ByLot,
}

params! {
    /// `[hub]`.
    pub struct Hub: "hub" {
        pub hours: f64 = number("hours-a-month", 0.0..=1e9, 0.0).guess().scales();
        pub absorbs: f64 = number("units-a-month", 0.0..=1e9, 1e6).guess();
        pub topology: String = choice(&["star", "star+mesh", "mesh"], "star");
        pub mesh_share: f64 = number("share-of-hours", 0.0..=1.0, 0.5).guess();
        pub meets: f64 = duration(1.0..=3653.0, 30.4375).guess();
        pub others: i64 = count("organisations", 1..=1000, 1);
        pub ration: String = choice(&["proportional", "best-first"], "proportional");
        pub delivery: Delivery = choice(&["pooled", "matched", "by-lot"], "pooled");
        pub taste: f64 = number("log-sd", 0.0..=100.0, 1.0).guess();
    }
}

/// `[hub]`.
pub const HUB: Form = Form {
    id: "hub",
    knobs: Hub::KNOBS,
    parts: &[Part { name: "costs", shape: Shape::One(&COSTS) }, Part { name: "worth", shape: Shape::One(&WORTH) }],
};

macro_rules! resources {
    ($form:ident, $name:ident, $id:literal) => {
        params! {
            /// A number for each resource, hours a unit.
            #[derive(Clone, Debug)]
            pub struct $name: $id {
                code: f64 = number("hours-a-unit", 0.0..=1e9, 0.0);
                support: f64 = number("hours-a-unit", 0.0..=1e9, 0.0);
                talent: f64 = number("hours-a-unit", 0.0..=1e9, 0.0);
                brand: f64 = number("hours-a-unit", 0.0..=1e9, 0.0);
                content: f64 = number("hours-a-unit", 0.0..=1e9, 0.0);
                traffic: f64 = number("hours-a-unit", 0.0..=1e9, 0.0);
                leads: f64 = number("hours-a-unit", 0.0..=1e9, 0.0);
                capital: f64 = number("hours-a-unit", 0.0..=1e9, 0.0);
                references: f64 = number("hours-a-unit", 0.0..=1e9, 0.0);
                research: f64 = number("hours-a-unit", 0.0..=1e9, 0.0);
            }
        }
        /// A number for each resource, hours a unit.
        pub const $form: Form = Form { id: $id, knobs: $name::KNOBS, parts: &[] };
        impl $name {
            /// The numbers in the order of the resources.
            pub const fn array(&self) -> ByResource {
                [
                    self.code,
                    self.support,
                    self.talent,
                    self.brand,
                    self.content,
                    self.traffic,
                    self.leads,
                    self.capital,
                    self.references,
                    self.research,
                ]
            }
        }
    };
}
resources!(COSTS, Costs, "resource-costs");
resources!(WORTH, Worth, "resource-worth");
