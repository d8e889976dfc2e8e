//! Path: ordered tiers of organisations; what each asks, keeps, grants and obliges to.
//!
//! Invariant: an organisation stands on one tier of a path at most, and a tier never holds more than it has seats.

use serde::Deserialize;

use super::ladder::Otherwise;
use crate::registry::{Form, Knob, Part, Shape};

/// `[path.partner]`.
pub const FORM: Form = Form {
    says: "A ladder of organisations, such as partners.",
    knobs: &[
        Knob::references("organisations", "organisation")
            .says("The groups that may stand on it; all partners, where it is empty."),
        Knob::number("responds", "times", 0.0..=10.0, 1.0)
            .says("How far organisations work towards a tier: they set out where so many times its value is more than the way there costs; 0: never.")
            .guess(),
        Knob::duration("looks_ahead", 1.0..=36_525.0, 730.5).says("How far ahead they reckon.").guess(),
        Knob::number("luck", "share", 0.0..=10.0, 0.3)
            .says("How far a year's projects and revenue may end from what they expect, as a share of the bar.")
            .guess(),
        Knob::number("hour", "money", 0.01..=1e9, 300.0).says("What an hour of an organisation is worth to it.").guess(),
        Knob::number("accreditation", "hours", 0.0..=1e6, 8.0).says("Hours that one accredited person takes.").guess(),
        Knob::number("certification", "hours", 0.0..=1e6, 80.0).says("Hours that one certified engineer takes.").guess(),
        Knob::number("pace", "share of hours", 0.0..=1.0, 0.2)
            .says("Most of its hours that an organisation puts into training.")
            .guess(),
        Knob::duration("lapse", 1.0..=365_250.0, 1095.75)
            .says("Time constant with which the accredited and certified leave or let their papers lapse.")
            .guess(),
        Knob::number("skill", "skill", 0.0..=10.0, 0.0)
            .says("What a certified engineer adds to the skill of an organisation of size 1 on each curve.")
            .guess(),
        Knob::number("heard", "share of hours", 0.0..=100.0, 0.05)
            .says("What an organisation gains by a seat on the board, as a share of the hours that it has.")
            .guess(),
    ],
    parts: &[Part { name: "tier", shape: Shape::Named(&TIER) }],
};

/// `[path.partner.tier.select]`.
pub const TIER: Form = Form {
    says: "One tier of organisations.",
    knobs: &[
        Knob::text("title", "").says("What charts call it."),
        Knob::maybe_reference("from", "<siblings>").says("The tier below; any organisation inside where it is absent."),
        Knob::count("holders_at_start", "organisations", 0..=1_000_000, 0).says(
            "How many of those inside stand on it when the run begins, the largest first, with what it asks for.",
        ),
    ],
    parts: &[
        Part { name: "entry", shape: Shape::One(&ENTRY) },
        Part { name: "review", shape: Shape::One(&REVIEW) },
        Part { name: "benefit", shape: Shape::One(&BENEFIT) },
        Part { name: "obligation", shape: Shape::One(&OBLIGATION) },
    ],
};

/// `[path.partner.tier.select.entry]`: all that is set must hold.
pub const ENTRY: Form = Form {
    says: "What it takes an organisation to get in.",
    knobs: &[
        Knob::count("accredited", "people", 0..=1_000_000, 0).says("Accredited people."),
        Knob::count("certified", "people", 0..=1_000_000, 0).says("Certified engineers."),
        Knob::number("launched", "projects", 0.0..=1e9, 0.0).says("Projects delivered inside the window."),
        Knob::number("revenue", "money", 0.0..=1e15, 0.0).says("Money earned by the product inside the window."),
        Knob::number("joint_development", "units", 0.0..=1e9, 0.0).says("Code given inside the window."),
        Knob::duration("within", 1.0..=36_525.0, 365.25)
            .says("The window in which projects, revenue and code are counted."),
        Knob::maybe_duration("tenure", 1.0..=36_525.0).says("Time on the tier below, or inside."),
        Knob::maybe_count("seats", "seats", 1..=1_000_000).says("The most organisations that the tier may hold."),
        Knob::choice("rank_by", &["revenue", "projects", "code", "size"], "revenue")
            .says("Who goes first when seats are short: by the window, or by size."),
        Knob::number("chance", "chance", 0.0..=1.0, 1.0)
            .says("The chance that an organisation which qualifies is let in on a date."),
        Knob::maybe_duration("every", 1.0..=3653.0)
            .says("The time between decision dates; every tick where it is absent."),
    ],
    parts: &[],
};

/// `[path.partner.tier.select.review]`.
pub const REVIEW: Form = Form {
    says: "What it takes an organisation to stay.",
    knobs: &[
        Knob::maybe_duration("every", 1.0..=3653.0).says("The time between reviews; no review where it is absent."),
        Knob::number("keep", "share", 0.0..=1.0, 1.0)
            .says("The share of what entry asks for that a review asks for again."),
        Knob::duration("grace", 0.0..=3653.0, 0.0)
            .says("How long an organisation that a review finds short has to make up for it."),
        Knob::choice("otherwise", &["demote", "exit"], "demote").says("What happens to those who fall short."),
        Knob::number("chance", "chance", 0.0..=1.0, 0.0)
            .says("The chance that a review takes the place away whatever was done."),
    ],
    parts: &[],
};

/// `[path.partner.tier.select.benefit]`.
pub const BENEFIT: Form = Form {
    says: "What the tier grants to each organisation on it, and the share of all projects that goes to it.",
    knobs: &[
        Knob::number("lead_share", "share", 0.0..=1.0, 0.0)
            .says("The share of all projects that is led to the tier's holders; the rest is open to everybody.")
            .guess(),
        Knob::number("brand", "times", 0.0..=100.0, 0.0)
            .says("How much more projects a holder draws than others of its size and skill.")
            .guess(),
        Knob::number("support_hours", "hours a month", 0.0..=1e6, 0.0)
            .says("Hours of the hub's that each holder gets, before any exchange."),
        Knob::count("board_for", "organisations", 0..=1_000_000, 0)
            .says("One seat on the board for every so many holders of the tier, who take turns; 0: none."),
        Knob::maybe_count("board_most", "seats", 0..=1_000_000).says("The most seats on the board that the tier has."),
        Knob::maybe_quota("market_fund", 0.0..=1e12).says("Money for each holder, such as \"100000 per year\"."),
        Knob::maybe_reference("pool", "budget.pools").says("The pool that pays."),
    ],
    parts: &[],
};

/// `[path.partner.tier.select.obligation]`.
pub const OBLIGATION: Form = Form {
    says: "What the tier obliges each organisation on it to.",
    knobs: &[
        Knob::number("co_investment", "money", 0.0..=1e12, 0.0)
            .says("What it puts into the relation on entry: its own money, which binds it against a rival's bid."),
        Knob::number("hours", "hours a month", 0.0..=1e6, 0.0)
            .says("Hours of its own that it works on joint products, which bind it too and make code."),
        Knob::count("certified", "people", 0..=1_000_000, 0).says("Certified engineers that every review asks for."),
        Knob::maybe_quota("fee", 0.0..=1e12)
            .says("What one of size 1 pays into the budget, such as \"2500 per year\"."),
        Knob::number("fee_by_size", "power", 0.0..=5.0, 0.0)
            .says("How much more the large pay: fee · size^power; 0: all alike."),
    ],
    parts: &[],
};

/// A path, as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Path {
    pub organisations: Vec<String>,
    pub responds: f64,
    pub looks_ahead: f64,
    pub luck: f64,
    pub hour: f64,
    pub accreditation: f64,
    pub certification: f64,
    pub pace: f64,
    pub lapse: f64,
    pub skill: f64,
    pub heard: f64,
}

/// What it takes to get in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Entry {
    pub accredited: i64,
    pub certified: i64,
    pub launched: f64,
    pub revenue: f64,
    pub joint_development: f64,
    pub within: f64,
    pub tenure: Option<f64>,
    pub seats: Option<i64>,
    pub rank_by: RankBy,
    pub chance: f64,
    pub every: Option<f64>,
}

/// Who goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RankBy {
    /// Most money earned in the window.
    Revenue,
    /// Most projects delivered in the window.
    Projects,
    /// Most code given in the window.
    Code,
    /// The largest.
    Size,
}

/// What it takes to stay.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Review {
    pub every: Option<f64>,
    pub keep: f64,
    pub grace: f64,
    pub otherwise: Otherwise,
    pub chance: f64,
}

/// What a tier grants.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Benefit {
    pub lead_share: f64,
    pub brand: f64,
    pub support_hours: f64,
    pub board_for: i64,
    pub board_most: Option<i64>,
    pub market_fund: Option<(f64, f64)>,
    pub pool: Option<String>,
}

/// What a tier obliges to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Obligation {
    pub co_investment: f64,
    pub hours: f64,
    pub certified: i64,
    pub fee: Option<(f64, f64)>,
    pub fee_by_size: f64,
}
