//! Organisations: who exchanges with the product.
//!
//! Invariant: an organisation is identified by its group and its place in the group, whatever a treatment did before; stocks are never
//! negative.

use super::community::TierState;

/// What organisations and the hub hand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Resource {
    Code,
    Support,
    Talent,
    Brand,
    Content,
    Traffic,
    Leads,
    Capital,
    References,
    Research,
}

/// How many resources there are.
pub const RESOURCES: usize = 10;

/// A number for each resource.
pub type ByResource = [f64; RESOURCES];

impl Resource {
    /// How a scenario names them.
    pub const NAMES: [&'static str; RESOURCES] =
        ["code", "support", "talent", "brand", "content", "traffic", "leads", "capital", "references", "research"];
}

/// Innovation curves: staffing services, on-premise product, cross-cloud native product, cloud service.
pub const CURVES: usize = 4;

/// The relation of an organisation to the hub.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bond {
    /// Has not come in.
    #[default]
    Outside,
    /// Exchanges with the hub.
    Inside,
    /// Has gone, to a rival or because it gained too little.
    Gone,
}

/// The position of an organisation on a path.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stand {
    /// Tier k means the k-th of the path; 0: none.
    pub tier: u8,
    /// Time at which it came onto the tier, ticks.
    pub since: f64,
    /// When a review found it below the bar.
    pub warned: Option<f64>,
    /// Whether its last payment could not be made.
    pub unpaid: bool,
    /// Number of its people who are accredited, and certified, for the path.
    pub papers: [f64; 2],
}

/// What an organisation did in one period.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Done {
    /// When the period ended, ticks.
    pub at: f64,
    /// Projects delivered.
    pub projects: f64,
    /// Money earned by the product.
    pub revenue: f64,
    /// Units of code given.
    pub code: f64,
}

/// A framework as an organisation has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrameworkState {
    /// Since when, ticks; `None`: not taken up.
    pub since: Option<f64>,
    /// Whether its last upkeep could not be paid.
    pub unpaid: bool,
    /// Share of its students that it covers.
    pub covers: f64,
    /// Students on the way, by stage.
    pub stages: [f64; 3],
    /// Remainder of whole students.
    pub carry: f64,
    /// Heat of the content.
    pub heat: f64,
}

/// What an organisation exchanges with others, apart from the hub.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Peers {
    /// What it got, units a month.
    pub got: ByResource,
    /// What it gave.
    pub gave: ByResource,
    /// Hours a month that it works for them.
    pub hours: f64,
    /// Gain, its own hours a month.
    pub gain: f64,
}

/// What an investor holds of the hub.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stake {
    /// Share of the hub.
    pub share: f64,
    /// What it has paid for it, money.
    pub paid: f64,
}

/// One organisation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Org {
    /// Index of its group.
    pub group: usize,
    /// Its place in the group.
    pub ordinal: u32,
    /// Factor on the group's numbers.
    pub size: f64,
    /// Its rank in diligence, uniform on 0 to 1, which decides how many meetings it attends in its seats.
    pub diligence: f64,
    /// Hours a month that it gives in the seats that it holds.
    pub sits: f64,
    /// What it gains by being heard there, share of its hours.
    pub heard: f64,
    /// Whether it is inside.
    pub bond: Bond,
    /// When it came in or went, ticks.
    pub since: f64,
    /// What it has put into this relation and cannot take elsewhere, hours.
    pub invested: f64,
    /// What its tiers have cost it so far: hours, joint money and fees, less funds; money.
    pub spent: f64,
    /// Gain of its exchange divided by the hours that it has, smoothed.
    pub satisfaction: f64,
    /// How far it believes that promises to it will be kept, 0 to 1.
    pub trust: f64,
    /// Whether anything was ever promised to it.
    pub promised: bool,
    /// Growth of its gain, log a year.
    pub growth: f64,
    /// Growth that it wants, log a year.
    pub target: f64,
    /// How much more of its hours it offers while it gains too little.
    pub seeks: f64,
    /// For how many periods it has gained too little.
    pub short: u32,
    /// Periods of exchange so far.
    pub periods: u32,
    /// Hours of the hub that it would take.
    pub wants: f64,
    /// What the hub gains by an hour for it.
    pub yields: f64,
    /// Hours that the hub works for it, a month.
    pub hub_hours: f64,
    /// What the hub gains by it, hours a month.
    pub hub_gain: f64,
    /// What it got in the last period, units a month.
    pub got: ByResource,
    /// What it gave.
    pub gave: ByResource,
    /// What it exchanges with others.
    pub peers: Peers,
    /// What it holds of the hub.
    pub stake: Stake,
    /// Skill on each innovation curve, 0 to 1; or stages of a pipeline; or heat.
    pub state: [f64; CURVES],
    /// Organisations in its group.
    pub of: u32,
    /// Weight of its reference.
    pub weight: f64,
    /// How far capital that it was given has raised what it can do, log.
    pub raised: f64,
    /// Service that it can deliver, projects a month.
    pub service: f64,
    /// Service that it needs.
    pub demand: f64,
    /// People a month whom it sends.
    pub traffic: f64,
    /// What it earns by the product, money a month.
    pub earns: f64,
    /// Remainder of whole numbers.
    pub carry: f64,
    /// Whole things done so far: graduates, tranches.
    pub done: u64,
    /// Content that it has handed over to the hub so far, and taken from it, units.
    pub handed: [f64; 2],
    /// Its position on each path.
    pub stands: Vec<Stand>,
    /// What it did, period by period, the oldest first; kept if it may climb a path.
    pub past: Vec<Done>,
    /// Projects, revenue and code since the start.
    pub ever: [f64; 3],
    /// Hours a month that training and joint products take.
    pub busy: f64,
    /// What its tiers bring it, less what they cost, hours a month.
    pub granted: f64,
    /// How much more projects it draws than others of its size and skill.
    pub brand: f64,
    /// Share of all projects on each curve that its tiers lead to it.
    pub steered: [f64; CURVES],
    /// Projects a month that it delivers.
    pub projects: f64,
    /// Units of support a month that its tiers bring.
    pub supported: f64,
    /// Code a month that it gives beside the exchange.
    pub returned: f64,
    /// Money that it took from the hub since it was last counted.
    pub taken: f64,
    /// What it has of each framework.
    pub agreed: Vec<FrameworkState>,
    /// Research a month, and people a month, that frameworks bring.
    pub brings: [f64; 2],
}

impl Org {
    /// What it got of a resource in the last period, from the hub and from others, units a month.
    pub fn received(&self, resource: Resource) -> f64 {
        self.got[resource as usize] + self.peers.got[resource as usize]
    }
    /// The share of a rival's bid that it would lose by going over: a half if it has invested `commitment` hours, at size 1.
    pub fn bound(&self, commitment: f64) -> f64 {
        self.invested / (self.invested + commitment * self.size)
    }
}

/// All organisations, and the paths on which they climb.
#[derive(Clone, Debug, Default)]
pub struct Organisations {
    /// Group by group.
    pub list: Vec<Org>,
    /// `paths[path][tier]`; holders are indices of organisations.
    pub paths: Vec<Vec<TierState>>,
}
