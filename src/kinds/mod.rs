//! Kinds of organisations: one file each, and what all of them have in common.
//!
//! What an organisation makes, needs and costs is data; code stands here only where a kind transforms something: students into
//! graduates, content into traffic, milestones into capital. A kind has no memory: what lasts stands in the organisation.

use serde::Deserialize;

use crate::registry::{Form, Knob, Part, Settings, Shape, Shelf};
use crate::world::org::{ByResource, Org, RESOURCES, Resource};
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

/// How a row is made from its table; the second finds the index of a segment.
pub type Make = fn(&Settings, &dyn Fn(&str) -> Option<usize>) -> Box<dyn Kind>;

/// All kinds.
pub static SHELF: Shelf<Make> = Shelf {
    what: "kind",
    rows: &[partner::ROW, university::ROW, enterprise::ROW, traffic::ROW, investor::ROW, rival::ROW],
};

/// How an organisation of a kind decides. Methods are empty by default.
pub trait Kind: Send + Sync {
    /// What it is at the start; `luck` is its own address.
    fn born(&self, _org: &mut Org, _luck: Stream) {}
    /// Whether it would come in, apart from the gain of the exchange.
    fn would_join(&self, _org: &Org, _around: &Around, _luck: Stream) -> bool {
        true
    }
    /// Whether the exchange decides if it comes in and stays.
    fn barters(&self) -> bool {
        true
    }
    /// What it makes in a period of so many months of what it has, once inside.
    fn act(&self, _org: &mut Org, _around: &Around, _months: f64, _asks: &mut Asks) {}
    /// What a rival's product and bids do, from the day it is there.
    fn presses(&self, _org: &Org, _years: f64) -> Option<Pressure> {
        None
    }
    /// How much more projects it draws by what it was given.
    fn draws(&self, _org: &Org) -> f64 {
        0.0
    }
    /// The share of the hub's revenue that one of size 1 takes.
    fn takes(&self) -> f64 {
        0.0
    }
    /// Takes note of money that it puts in, where the hub's revenue is so much a year; the share of the hub that it buys, which is
    /// its own once all sales of the tick are settled.
    fn puts_in(&self, _org: &mut Org, _years: f64, _money: f64, _revenue: f64) -> f64 {
        0.0
    }
    /// What the hub is worth over its revenue a year, where it values it at all.
    fn multiple(&self) -> f64 {
        0.0
    }
    /// What an investor does beside its money, once it has put some in.
    fn backs(&self, _org: &Org, _years: f64) -> Option<Backing> {
        None
    }
    /// Demand on each innovation curve after so many years, projects a month.
    fn demand(&self, _years: f64) -> Option<[f64; 4]> {
        None
    }
}

/// What a rival does to the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pressure {
    /// Quality of its product, 1 is the hub's at the start.
    pub quality: f64,
    /// What it bids for partners, as a share of their hours.
    pub bid: f64,
}

/// What an investor does for the product beside its money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Backing {
    /// The share of a rival's bid that it blocks.
    pub defends: f64,
    /// Rate at which enterprises come in through it, a year.
    pub orders: f64,
    /// How much faster organisations come in.
    pub circle: f64,
    /// How much more people hear of the product.
    pub beyond: f64,
}

/// What organisations know of the world, as it stood when the tick began.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// Years since the start.
    pub years: f64,
    /// Members.
    pub members: f64,
    /// Growth of members over half a year, log, with a dead band.
    pub momentum: f64,
    /// Quality of the product, 1 at the start.
    pub quality: f64,
    /// Service that partners can deliver, over what enterprises need; 1 where nobody needs any.
    pub coverage: f64,
    /// Share of its industry that has adopted, by weight.
    pub references: f64,
    /// References that the hub gives to those inside of its industry, units a month.
    pub shown: f64,
    /// Demand on each innovation curve, projects a month.
    pub demand: [f64; 4],
    /// Skill on each curve that all partners inside bring together.
    pub skill: [f64; 4],
    /// Partners inside.
    pub partners: f64,
    /// Times the rate at which skill grows: members are the talent from which partners learn.
    pub talent: f64,
    /// Share of all projects on each curve that paths lead to the holders of tiers.
    pub steered: [f64; 4],
    /// Organisations inside, investors and rivals apart.
    pub inside: f64,
    /// Revenue of the hub a year, money.
    pub revenue: f64,
    /// Whether all spending has stopped.
    pub stopped: bool,
}

/// What an organisation asks of the world.
#[derive(Clone, Debug, Default)]
pub struct Asks {
    /// Graduates who come in: segment, how many, knowledge.
    pub graduates: Vec<(usize, u64, f64)>,
    /// Money put into the budget.
    pub capital: i64,
    /// Rounds of capital and lighthouses that everybody hears of.
    pub announced: u64,
    /// Quality that requirements and research add, as a log.
    pub quality: f64,
    /// Money earned by the hub, and by partners.
    pub revenue: [f64; 2],
    /// Shares of the hub that were sold: to which organisation, and how large.
    pub sold: Vec<((usize, u32), f64)>,
}

/// `[organisation.integrators]`.
pub const ORGANISATION: Form = Form {
    says: "Organisations with common numbers; the table under `as` says of which kind.",
    knobs: &[
        Knob::count("number", "organisations", 1..=1_000_000, 1).says("How many there are."),
        Knob::count("joined_at_start", "organisations", 0..=1_000_000, 0)
            .says("How many exchange with the hub from the start."),
        Knob::number("size", "times", 0.001..=1e6, 1.0).says("Size of the median one: times the group's numbers."),
        Knob::number("size_spread", "log sd", 0.0..=4.0, 0.0).says("How unlike they are in size.").guess(),
        Knob::text("industry", "").says("Whose references they look at; the group's own name where it is empty."),
        Knob::number("hours", "hours a month", 0.0..=1e9, 160.0)
            .says("What one of size 1 can put into the exchange.")
            .guess(),
        Knob::number("absorbs", "units a month", 0.0..=1e9, 1e6)
            .says("Most of any one resource that one of size 1 takes.")
            .guess(),
        Knob::duration("period", 1.0..=3653.0, 30.4375).says("How often it decides.").guess(),
        Knob::rate("joins", 0.0..=1000.0, 0.5).says("Rate at which one that would gain comes in.").guess(),
        Knob::number("reserve", "share of hours", -10.0..=1e6, 0.0)
            .says("Gain below which it stays out or goes.")
            .guess(),
        Knob::duration("patience", 1.0..=36_525.0, 365.25)
            .says("For how long it bears a gain that is too small.")
            .guess(),
        Knob::number("hour", "money", 0.0..=1e9, 0.0)
            .says("What an hour is worth to it, so that what it earns by the product counts as gain; 0: it does not."),
        Knob::number("growth", "log a year", -10.0..=10.0, 0.1)
            .says("Growth of what it gains that it wants at the start.")
            .guess(),
        Knob::number("grieves", "share of hours", 0.0..=1e6, 0.0).says(
            "How much less its gain is to it for each log a year of growth that is missing; 0: growth is no aim.",
        ),
        Knob::rate("aspires", 0.0..=1000.0, 1.0)
            .says("Rate at which the growth that it wants becomes the growth that it has (Cyert & March 1963).")
            .guess(),
        Knob::number("searches", "times", 0.0..=100.0, 0.0)
            .says("How much more of its hours it offers while it gains too little, before it goes."),
        Knob::number("commitment", "hours", 1.0..=1e9, 2000.0)
            .says("Hours put into this relation at which half of a rival's bid is lost in switching.")
            .guess(),
        Knob::maybe_date("joins_on").says("A day on which they come in all at once, if the subsidy can be paid."),
        Knob::count("subsidy", "money", 0..=1_000_000_000_000, 0).says("With joins_on: what each of them is paid."),
        Knob::maybe_reference("pool", "budget.pools").says("The pool that pays the subsidy."),
    ],
    parts: &[
        Part { name: "costs", shape: Shape::One(&COSTS) },
        Part { name: "worth", shape: Shape::One(&WORTH) },
        Part { name: "as", shape: Shape::Rows(|| SHELF.forms()) },
    ],
};

/// The common numbers of a group, as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Organisation {
    pub number: u32,
    pub joined_at_start: u32,
    pub size: f64,
    pub size_spread: f64,
    pub industry: String,
    pub hours: f64,
    pub absorbs: f64,
    pub period: f64,
    pub joins: f64,
    pub reserve: f64,
    pub patience: f64,
    pub hour: f64,
    pub growth: f64,
    pub grieves: f64,
    pub aspires: f64,
    pub searches: f64,
    pub commitment: f64,
    pub joins_on: Option<String>,
    pub subsidy: i64,
    pub pool: Option<String>,
}

/// `[hub]`.
pub const HUB: Form = Form {
    says: "The product in the middle of the star: what it can give and what it needs.",
    knobs: &[
        Knob::number("hours", "hours a month", 0.0..=1e9, 0.0).says("What the hub can put into exchange.").guess(),
        Knob::number("absorbs", "units a month", 0.0..=1e9, 1e6)
            .says("Most of any one resource that it takes from one organisation.")
            .guess(),
        Knob::choice("topology", &["star", "star+mesh", "mesh"], "star")
            .says("Who exchanges with whom: each organisation with the hub, with others inside as well, or with others alone."),
        Knob::number("mesh_share", "share of hours", 0.0..=1.0, 0.5)
            .says("With star+mesh: the share of its hours that each keeps for others; what they do not take is the hub's.")
            .guess(),
        Knob::duration("meets", 1.0..=3653.0, 30.4375)
            .says("With a mesh: how often organisations meet others, two and two by lot.")
            .guess(),
        Knob::count("others", "organisations", 1..=1000, 1)
            .says("With a mesh: how many others each meets; its hours are shared among them."),
        Knob::choice("ration", &["proportional", "best-first"], "proportional").says(
            "Who goes short where the hub's hours do not reach: everybody alike, or those from whom it gains least.",
        ),
        Knob::choice("delivery", &["pooled", "matched"], "pooled")
            .says("Whether partners' service is one pool, or each enterprise has one partner by deferred acceptance."),
        Knob::number("taste", "log sd", 0.0..=100.0, 1.0)
            .says("With matched: how far likings differ beside what a partner delivers and an enterprise needs.")
            .guess(),
    ],
    parts: &[Part { name: "costs", shape: Shape::One(&COSTS) }, Part { name: "worth", shape: Shape::One(&WORTH) }],
};

macro_rules! resources {
    ($name:ident, $unit:literal, $says:literal, $what:literal) => {
        /// A number for each resource.
        pub const $name: Form = Form {
            says: $says,
            knobs: &[
        resources!(one "code", $unit, $what, "code"),
        resources!(one "support", $unit, $what, "technical backstop"),
        resources!(one "talent", $unit, $what, "talent and training"),
        resources!(one "brand", $unit, $what, "brand"),
        resources!(one "content", $unit, $what, "content"),
        resources!(one "traffic", $unit, $what, "traffic"),
        resources!(one "leads", $unit, $what, "leads and revenue"),
        resources!(one "capital", $unit, $what, "capital"),
        resources!(one "references", $unit, $what, "references"),
        resources!(one "research", $unit, $what, "research topics and jobs"),
            ],
            parts: &[],
        };
    };
    (one $name:literal, $unit:literal, $what:literal, $title:literal) => {
        Knob::number($name, $unit, 0.0..=1e9, 0.0).says(concat!($what, " of ", $title, "."))
    };
}
resources!(COSTS, "hours a unit", "Hours that a unit takes; zero: cannot be given.", "Hours for a unit");
resources!(WORTH, "hours a unit", "Hours that a unit spares; zero: of no use.", "Hours spared by a unit");

/// The ten numbers of a table of resources.
pub fn by_resource(settings: &Settings) -> ByResource {
    let mut values = [0.0; RESOURCES];
    for (value, name) in values.iter_mut().zip(Resource::NAMES) {
        *value = settings.number(name);
    }
    values
}
