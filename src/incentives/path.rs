//! Path: ordered tiers for organisations; the entry rules, reviews, benefits and obligations of each tier.
//!
//! Invariant: an organisation is on at most one tier of a path, and a tier never has more holders than seats.

use serde::Deserialize;

use super::ladder::Otherwise;
use crate::params;
use crate::registry::{Form, Part, Shape};

/// `[path.partner]`.
pub const FORM: Form =
    Form { id: "path", knobs: Path::KNOBS, parts: &[Part { name: "tier", shape: Shape::Named(&TIER) }] };

params! {
    /// `[path.partner.tier.select]`.
    pub struct PathTier: "path-tier" {
        pub title: String = text("");
        pub from: Option<String> = maybe_reference("<siblings>");
        pub holders_at_start: i64 = count("organisations", 0..=1_000_000, 0).scales();
    }
}

/// `[path.partner.tier.select]`.
pub const TIER: Form = Form {
    id: "path-tier",
    knobs: PathTier::KNOBS,
    parts: &[
        Part { name: "entry", shape: Shape::One(&ENTRY) },
        Part { name: "review", shape: Shape::One(&REVIEW) },
        Part { name: "benefit", shape: Shape::One(&BENEFIT) },
        Part { name: "obligation", shape: Shape::One(&OBLIGATION) },
    ],
};

/// `[path.partner.tier.select.entry]`: every condition that is set must hold.
pub const ENTRY: Form = Form { id: "path-entry", knobs: Entry::KNOBS, parts: &[] };

/// `[path.partner.tier.select.review]`.
pub const REVIEW: Form = Form { id: "path-review", knobs: Review::KNOBS, parts: &[] };

/// `[path.partner.tier.select.benefit]`.
pub const BENEFIT: Form = Form { id: "path-benefit", knobs: Benefit::KNOBS, parts: &[] };

/// `[path.partner.tier.select.obligation]`.
pub const OBLIGATION: Form = Form { id: "path-obligation", knobs: Obligation::KNOBS, parts: &[] };
params! {

    /// The knobs of a path.
    #[derive(Clone, Debug)]
    pub struct Path: "path" {
        pub organisations: Vec<String> = references("organisation");
        pub enters: Enters = choice(&["step-by-step", "any-level"], "step-by-step");
        pub responds: f64 = number("times", 0.0..=10.0, 1.0).guess();
        pub looks_ahead: f64 = duration(1.0..=36_525.0, 730.5).guess();
        pub luck: f64 = number("share", 0.0..=10.0, 0.3).guess();
        pub hour: f64 = number("money", 0.01..=1e9, 300.0).guess();
        pub accreditation: f64 = number("hours", 0.0..=1e6, 8.0).guess();
        pub certification: f64 = number("hours", 0.0..=1e6, 80.0).guess();
        pub pace: f64 = number("share-of-hours", 0.0..=1.0, 0.2).guess();
        pub lapse: f64 = duration(1.0..=365_250.0, 1095.75).guess();
        pub skill: f64 = number("skill", 0.0..=10.0, 0.0).guess();
        pub heard: f64 = number("share-of-hours", 0.0..=100.0, 0.05).guess();
    }
}

/// Where an organisation comes onto a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Enters {
    /// From the tier below.
    StepByStep,
    /// From anywhere below, onto the tier that is worth most to it.
    AnyLevel,
}
params! {

    /// The conditions of entry.
    #[derive(Clone, Debug)]
    pub struct Entry: "path-entry" {
        pub accredited: i64 = count("people", 0..=1_000_000, 0);
        pub certified: i64 = count("people", 0..=1_000_000, 0);
        pub launched: f64 = number("projects", 0.0..=1e9, 0.0);
        pub revenue: f64 = number("money", 0.0..=1e15, 0.0);
        pub joint_development: f64 = number("units", 0.0..=1e9, 0.0);
        pub within: Option<f64> = maybe_duration(1.0..=36_525.0);
        pub tenure: Option<f64> = maybe_duration(1.0..=36_525.0);
        pub seats: Option<i64> = maybe_count("seats", 1..=1_000_000);
        pub rank_by: RankBy = choice(&["revenue", "projects", "code", "size"], "revenue");
        pub chance: f64 = number("chance", 0.0..=1.0, 1.0);
        pub every: Option<f64> = maybe_duration(1.0..=3653.0);
    }
}

/// The order of candidates.
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
params! {

    /// The conditions of staying.
    #[derive(Clone, Debug)]
    pub struct Review: "path-review" {
        pub every: Option<f64> = maybe_duration(1.0..=3653.0);
        pub on_day: String = text("");
        pub keep: f64 = number("share", 0.0..=1.0, 1.0);
        pub grace: f64 = duration(0.0..=3653.0, 0.0);
        pub otherwise: Otherwise = choice(&["demote", "exit"], "demote");
        pub chance: f64 = number("chance", 0.0..=1.0, 0.0);
    }
}
params! {

    /// The benefits of a tier.
    #[derive(Clone, Debug)]
    pub struct Benefit: "path-benefit" {
        pub lead_share: f64 = number("share", 0.0..=1.0, 0.0).guess();
        pub brand: f64 = number("times", 0.0..=100.0, 0.0).guess();
        pub support_hours: f64 = number("hours-a-month", 0.0..=1e6, 0.0);
        pub board_for: i64 = count("organisations", 0..=1_000_000, 0);
        pub board_most: Option<i64> = maybe_count("seats", 0..=1_000_000);
        pub market_fund: Option<(f64, f64)> = maybe_quota(0.0..=1e12);
        pub pool: Option<String> = maybe_reference("budget.pools");
    }
}
params! {

    /// The obligations of a tier.
    #[derive(Clone, Debug)]
    pub struct Obligation: "path-obligation" {
        pub co_investment: f64 = number("money", 0.0..=1e12, 0.0);
        pub hours: f64 = number("hours-a-month", 0.0..=1e6, 0.0);
        pub certified: i64 = count("people", 0..=1_000_000, 0);
        pub fee: Option<(f64, f64)> = maybe_quota(0.0..=1e12);
        pub fee_by_size: f64 = number("power", 0.0..=5.0, 0.0);
    }
}
