//! Ladder: ordered roles for people; the entry rules, reviews, benefits and costs of each tier.
//!
//! Invariant: a person is on at most one tier of a ladder, and a tier never has more holders than seats.

use serde::Deserialize;

use super::grows;
use super::points::On;
use crate::params;
use crate::registry::{Form, Part, Shape};

params! {
    /// `[ladder.contributor]`.
    pub struct Ladder: "ladder" {
        pub actions: Vec<String> = references("action");
        pub on: On = choice(&["done", "merged"], "done");
        pub staff: String = choice(&["stand-apart", "may-hold-seats"], "stand-apart");
        pub vouches: f64 = rate(0.0..=1000.0, 12.0).guess();
        pub nominates: f64 = rate(0.0..=1000.0, 0.5).guess();
    }
}

/// `[ladder.contributor]`.
pub const FORM: Form =
    Form { id: "ladder", knobs: Ladder::KNOBS, parts: &[Part { name: "tier", shape: Shape::Named(&TIER) }] };

params! {
    /// `[ladder.contributor.tier.sig]`.
    pub struct LadderTier: "ladder-tier" {
        pub title: String = text("");
        pub from: Option<String> = maybe_reference("<siblings>");
        pub holders_at_start: i64 = count("people", 0..=1_000_000_000, 0).scales();
    }
}

/// `[ladder.contributor.tier.sig]`.
pub const TIER: Form = Form {
    id: "ladder-tier",
    knobs: LadderTier::KNOBS,
    parts: &[
        Part { name: "entry", shape: Shape::One(&ENTRY) },
        Part { name: "review", shape: Shape::One(&REVIEW) },
        Part { name: "exit", shape: Shape::One(&EXIT) },
        Part { name: "benefit", shape: Shape::One(&BENEFIT) },
    ],
};

/// `[ladder.contributor.tier.sig.entry]`: every condition that is set must hold.
pub const ENTRY: Form = Form {
    id: "ladder-entry",
    knobs: Entry::KNOBS,
    parts: &[Part { name: "grows", shape: Shape::One(&grows::FORM) }, Part { name: "vote", shape: Shape::One(&VOTE) }],
};

/// `[ladder.contributor.tier.sig.entry.vote]`: on each date every voter names the candidates that seem best.
pub const VOTE: Form = Form { id: "ladder-vote", knobs: Vote::KNOBS, parts: &[] };

/// `[ladder.contributor.tier.sig.review]`.
pub const REVIEW: Form =
    Form { id: "ladder-review", knobs: Review::KNOBS, parts: &[Part { name: "vote", shape: Shape::One(&REMOVAL) }] };

/// `[ladder.contributor.tier.sig.review.vote]`: at a review every voter says whether a holder should leave.
pub const REMOVAL: Form = Form { id: "ladder-removal", knobs: Removal::KNOBS, parts: &[] };

/// `[ladder.contributor.tier.sig.exit]`.
pub const EXIT: Form = Form { id: "ladder-exit", knobs: Exit::KNOBS, parts: &[] };

/// `[ladder.contributor.tier.sig.benefit]`.
pub const BENEFIT: Form = Form { id: "ladder-benefit", knobs: Benefit::KNOBS, parts: &[] };
params! {

    /// The conditions of entry.
    #[derive(Clone, Debug)]
    pub struct Entry: "ladder-entry" {
        pub points: Option<f64> = maybe("points", 0.0..=1e9);
        pub deeds: Option<f64> = maybe("deeds", 0.0..=1e9);
        pub within: Option<f64> = maybe_duration(1.0..=36_525.0);
        pub tenure: Option<f64> = maybe_duration(1.0..=36_525.0);
        pub nominated_by: Option<String> = maybe_reference("<siblings>");
        pub sponsors: i64 = count("people", 0..=100, 0);
        pub sponsors_at: Option<String> = maybe_reference("<siblings>");
        pub sponsors_outside: i64 = count("people", 0..=100, 0);
        pub sponsors_from: Apart = choice(&["anywhere", "different-segments", "different-employers"], "anywhere");
        pub seats: Option<i64> = maybe_count("seats", 1..=1_000_000_000);
        pub seats_share: Option<f64> = maybe("share-of-members", 1e-9..=1.0);
        pub employer_seats: Option<i64> = maybe_count("seats", 1..=1_000_000_000);
        pub employer_share: f64 = number("share", 0.0..=1.0, 1.0);
        pub rank_by: RankBy = choice(&["points", "deeds", "score"], "points");
        pub chance: f64 = number("chance", 0.0..=1.0, 1.0);
        pub every: Option<f64> = maybe_duration(1.0..=3653.0);
        pub on_day: String = text("");
        pub opens: Option<String> = maybe_date();
    }
}

impl Entry {
    /// Days in which points and deeds are counted; infinite: for ever.
    pub fn window(&self) -> f64 {
        self.within.unwrap_or(f64::INFINITY)
    }
}

/// How the supporters of one candidate must differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Apart {
    /// Not at all.
    Anywhere,
    /// They must come from different segments.
    DifferentSegments,
    /// They must have different employers.
    DifferentEmployers,
}
params! {

    /// The knobs of a vote on candidates.
    #[derive(Clone, Debug)]
    pub struct Vote: "ladder-vote" {
        pub by: Option<String> = maybe_reference("<siblings>");
        pub share: f64 = number("share", 0.0..=1.0, 0.667);
        pub passes: Passes = choice(&["at-share", "above-share"], "at-share");
        pub least: i64 = count("votes", 0..=1_000_000, 0);
        pub against: Option<i64> = maybe_count("votes", 0..=1_000_000);
        pub opposes: f64 = number("rank", -10.0..=1.0, 0.0).guess();
        pub employer_votes: Option<i64> = maybe_count("votes", 1..=1_000_000);
        pub quorum: f64 = number("share", 0.0..=1.0, 0.5);
        pub turnout: f64 = number("chance", 0.0..=1.0, 0.8).guess();
        pub weight_of_value: f64 = number("share", 0.0..=1.0, 0.7).guess();
        pub noise: f64 = number("ranks", 0.0..=10.0, 0.2).guess();
    }
}

/// Whether a candidate must reach the share of the votes, or exceed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Passes {
    /// Two thirds of the votes are enough.
    AtShare,
    /// A half of the votes is not: it takes a majority.
    AboveShare,
}
params! {

    /// The knobs of a vote on removal.
    #[derive(Clone, Debug)]
    pub struct Removal: "ladder-removal" {
        pub by: Option<String> = maybe_reference("<siblings>");
        pub floor: f64 = number("rank", 0.0..=1.0, 0.2).guess();
        pub share: f64 = number("share", 0.0..=1.0, 0.667);
        pub quorum: f64 = number("share", 0.0..=1.0, 0.5);
        pub turnout: f64 = number("chance", 0.0..=1.0, 0.8).guess();
        pub weight_of_value: f64 = number("share", 0.0..=1.0, 0.7).guess();
        pub noise: f64 = number("ranks", 0.0..=10.0, 0.2).guess();
    }
}

/// The order of candidates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RankBy {
    /// Most points in the window.
    Points,
    /// Most counted deeds in the window.
    Deeds,
    /// Highest score, points that fade with their half-life.
    Score,
}
params! {

    /// The conditions of staying.
    #[derive(Clone, Debug)]
    pub struct Review: "ladder-review" {
        pub every: Option<f64> = maybe_duration(1.0..=3653.0);
        pub on_day: String = text("");
        pub within: Option<f64> = maybe_duration(1.0..=36_525.0);
        pub immunity: f64 = duration(0.0..=3653.0, 0.0);
        pub keep_points: f64 = number("points", 0.0..=1e9, 0.0);
        pub keep_deeds: f64 = number("deeds", 0.0..=1e9, 0.0);
        pub hysteresis: f64 = number("share", 0.0..=1.0, 1.0).cited("Discourse trust level 3", "https://github.com/discourse/discourse/blob/main/app/models/trust_level3_requirements.rb");
        pub grace: f64 = duration(0.0..=3653.0, 0.0);
        pub otherwise: Otherwise = choice(&["demote", "exit", "suspend"], "demote");
        pub chance: f64 = number("chance", 0.0..=1.0, 0.0);
    }
}

impl Review {
    /// Days in which what a holder must keep is counted: its own window, or that of entry, or the time between reviews.
    pub fn window(&self, entry: &Entry) -> f64 {
        let between = self.every.or((!self.on_day.is_empty()).then_some(365.25));
        self.within.or(entry.within).or(between).unwrap_or(f64::INFINITY)
    }
}

/// Which holders review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewBy {
    /// All of them.
    Holders,
    /// Those who still contribute.
    Engaged,
}

/// What happens to holders who do not meet the conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Otherwise {
    /// Back to the tier below.
    Demote,
    /// Off the ladder.
    Exit,
    /// They keep the place without its benefits, until they meet the conditions again.
    Suspend,
}
params! {

    /// How holders leave other than by a review.
    #[derive(Clone, Debug)]
    pub struct Exit: "ladder-exit" {
        pub inactive: Option<f64> = maybe_duration(1.0..=36_525.0);
        pub suspended: Option<f64> = maybe_duration(1.0..=36_525.0);
        pub term: Option<f64> = maybe_duration(1.0..=36_525.0);
        pub on_day: String = text("");
        pub chance: f64 = rate(0.0..=52.0, 0.0);
        pub to: Option<String> = maybe_reference("<siblings>");
        pub back_after: Option<i64> = maybe_count("deeds", 1..=255);
    }
}
params! {

    /// The benefits and duties of the holders of a tier.
    #[derive(Clone, Debug)]
    pub struct Benefit: "ladder-benefit" {
        pub safety: f64 = number("logits", 0.0..=10.0, 0.0).guess();
        pub belonging: f64 = number("logits", 0.0..=10.0, 0.0).guess();
        pub esteem: f64 = number("logits", 0.0..=10.0, 0.0).guess();
        pub cognition: f64 = number("logits", 0.0..=10.0, 0.0).guess();
        pub actualisation: f64 = number("logits", 0.0..=10.0, 0.0).guess();
        pub transcendence: f64 = number("logits", 0.0..=10.0, 0.0).guess();
        pub fame: f64 = number("units", 0.0..=1000.0, 0.0).guess();
        pub cash: Option<(f64, f64)> = maybe_quota(0.0..=1e12);
        pub pool: Option<String> = maybe_reference("budget.pools");
        pub pot: bool = flag(false);
        pub relief: f64 = number("relief-a-logit", 0.0..=10.0, 0.3).guess();
        pub cash_relief: f64 = number("relief", 0.0..=1.0, 0.3).guess();
        pub retention: f64 = number("logits", 0.0..=10.0, 0.0).guess();
        pub review_hours: f64 = number("hours-a-week", 0.0..=80.0, 0.0).guess();
        pub review_by: ReviewBy = choice(&["holders", "engaged"], "holders");
        pub mentor_hours: f64 = number("hours", 0.0..=1000.0, 0.0).guess();
        pub belief: f64 = number("times", 0.0..=2.0, 1.0).guess();
    }
}
