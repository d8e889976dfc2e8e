//! Ladder: ordered roles; what each tier asks, keeps, grants and costs.
//!
//! Invariant: nobody stands on two tiers of one ladder, and a tier never holds more people than it has seats.

use serde::Deserialize;

use super::grows;
use crate::registry::{Form, Knob, Part, Shape};

/// `[ladder.contributor]`.
pub const FORM: Form = Form {
    says: "Ordered roles.",
    knobs: &[
        Knob::references("actions", "action").says("The actions that count; all, where it is empty."),
        Knob::choice("on", &["done", "merged"], "done").says("Whether a deed counts when done or only when merged."),
        Knob::choice("staff", &["stand-apart", "may-hold-seats"], "stand-apart").says(
            "Whether those who are paid to contribute hold places, and draw what they bring; they vouch either way.",
        ),
        Knob::rate("vouches", 0.0..=1000.0, 2.0).says("How often a holder, or staff, may vouch for somebody.").guess(),
    ],
    parts: &[Part { name: "tier", shape: Shape::Named(&TIER) }],
};

/// `[ladder.contributor.tier.sig]`.
pub const TIER: Form = Form {
    says: "One role.",
    knobs: &[
        Knob::text("title", "").says("What charts call it."),
        Knob::maybe_reference("from", "<siblings>").says("The tier below; the open community where it is absent."),
        Knob::count("holders_at_start", "people", 0..=1_000_000_000, 0)
            .says("How many contributors stand on it as it begins, with the run or from a later date on: the most active first."),
    ],
    parts: &[
        Part { name: "entry", shape: Shape::One(&ENTRY) },
        Part { name: "review", shape: Shape::One(&REVIEW) },
        Part { name: "exit", shape: Shape::One(&EXIT) },
        Part { name: "benefit", shape: Shape::One(&BENEFIT) },
    ],
};

/// `[ladder.contributor.tier.sig.entry]`: all that is set must hold.
pub const ENTRY: Form = Form {
    says: "What it takes to get in.",
    knobs: &[
        Knob::maybe("points", "points", 0.0..=1e9).says("Points inside the window."),
        Knob::maybe("deeds", "deeds", 0.0..=1e9).says("Counted deeds inside the window."),
        Knob::duration("within", 1.0..=36_525.0, 365.25).says("The window in which points and deeds are counted."),
        Knob::maybe_duration("tenure", 1.0..=36_525.0).says("Time on the tier below (or since the first deed)."),
        Knob::count("sponsors", "people", 0..=100, 0)
            .says("How many people of this tier or above (or staff) must vouch, as often as the ladder's `vouches` lets them."),
        Knob::choice("sponsors_from", &["anywhere", "different-segments", "different-employers"], "anywhere")
            .says("Whether those who vouch for one person must come from different segments or work for different employers."),
        Knob::maybe_count("seats", "seats", 1..=1_000_000_000).says("The most people that the tier may hold."),
        Knob::choice("rank_by", &["points", "deeds", "score"], "points")
            .says("Who goes first when seats are short: most points or deeds in the window, or the score that fades with its half-life."),
        Knob::number("chance", "chance", 0.0..=1.0, 1.0)
            .says("The chance that somebody who qualifies is let in on a date; 0 for a tier onto which people come by another's `exit.to` alone."),
        Knob::maybe_duration("every", 1.0..=3653.0)
            .says("The time between decision dates; every tick where it is absent."),
        Knob::maybe_date("opens")
            .says("The day before which nobody is let in, while people already reckon with what the tier promises."),
    ],
    parts: &[
        Part { name: "grows", shape: Shape::One(&grows::FORM) },
        Part { name: "vote", shape: Shape::One(&VOTE) },
    ],
};

/// `[ladder.contributor.tier.sig.entry.vote]`: on each date every voter names those it holds to be the best.
pub const VOTE: Form = Form {
    says: "A vote on those who qualify, by what they are held to have done.",
    knobs: &[
        Knob::maybe_reference("by", "<siblings>").says("The tier whose holders vote; no vote where it is absent."),
        Knob::number("share", "share", 0.0..=1.0, 0.667).says("The share of the votes cast that lets somebody in."),
        Knob::number("quorum", "share", 0.0..=1.0, 0.5).says("The share of the voters who must vote at all."),
        Knob::number("turnout", "chance", 0.0..=1.0, 0.8).says("The chance that a voter votes on a date.").guess(),
        Knob::number("weight_of_value", "share", 0.0..=1.0, 0.7)
            .says("How far a candidate's name follows the true value of their deeds; the rest is luck.")
            .guess(),
        Knob::number("noise", "ranks", 0.0..=10.0, 0.2)
            .says("How far voters differ on one candidate, where all candidates lie between 0 and 1.")
            .guess(),
    ],
    parts: &[],
};

/// `[ladder.contributor.tier.sig.review]`.
pub const REVIEW: Form = Form {
    says: "What it takes to stay.",
    knobs: &[
        Knob::maybe_duration("every", 1.0..=3653.0).says("The time between reviews; no review where it is absent."),
        Knob::number("keep_points", "points", 0.0..=1e9, 0.0).says("Points inside the window to stay."),
        Knob::number("keep_deeds", "deeds", 0.0..=1e9, 0.0).says("Counted deeds inside the window to stay."),
        Knob::number("hysteresis", "share", 0.0..=1.0, 1.0)
            .says("The share of the bar below which the place is lost.")
            .cited("Discourse trust level 3: LOW_WATER_MARK 0.9 there; 1 means no slack"),
        Knob::duration("grace", 0.0..=3653.0, 0.0)
            .says("How long somebody whom a review finds short has to make up for it."),
        Knob::choice("otherwise", &["demote", "exit"], "demote").says("What happens to those who fall short."),
        Knob::number("chance", "chance", 0.0..=1.0, 0.0)
            .says("The chance that a review takes the place away whatever was done."),
    ],
    parts: &[Part { name: "vote", shape: Shape::One(&REMOVAL) }],
};

/// `[ladder.contributor.tier.sig.review.vote]`: at a review every voter says whether somebody should go.
pub const REMOVAL: Form = Form {
    says: "A vote on whoever is reviewed, by what they are held to have done among those on the tier.",
    knobs: &[
        Knob::maybe_reference("by", "<siblings>").says("The tier whose holders vote; no vote where it is absent."),
        Knob::number("floor", "rank", 0.0..=1.0, 0.2)
            .says("Below this, where all holders lie between 0 and 1, a voter is for removal.")
            .guess(),
        Knob::number("share", "share", 0.0..=1.0, 0.667).says("The share of the votes cast that takes the place away."),
        Knob::number("quorum", "share", 0.0..=1.0, 0.5).says("The share of the voters who must vote at all."),
        Knob::number("turnout", "chance", 0.0..=1.0, 0.8).says("The chance that a voter votes on a date.").guess(),
        Knob::number("weight_of_value", "share", 0.0..=1.0, 0.7)
            .says("How far a holder's name follows the true value of their deeds; the rest is luck.")
            .guess(),
        Knob::number("noise", "ranks", 0.0..=10.0, 0.2)
            .says("How far voters differ on one holder, where all holders lie between 0 and 1.")
            .guess(),
    ],
    parts: &[],
};

/// `[ladder.contributor.tier.sig.exit]`.
pub const EXIT: Form = Form {
    says: "How people go who are not sent.",
    knobs: &[
        Knob::maybe_duration("inactive", 1.0..=36_525.0)
            .says("Time without a counted deed after which the place is lost."),
        Knob::maybe_duration("term", 1.0..=36_525.0).says("Longest time in the tier."),
        Knob::rate("chance", 0.0..=52.0, 0.0).says("Rate at which holders go for reasons of their own."),
        Knob::maybe_reference("to", "<siblings>").says(
            "The tier onto which those go, such as emeritus, who climb no more; off the ladder where it is absent or has no seat left.",
        ),
    ],
    parts: &[],
};

/// `[ladder.contributor.tier.sig.benefit]`.
pub const BENEFIT: Form = Form {
    says: "What the tier grants, needs in logits; and what its holders give.",
    knobs: &[
        Knob::number("safety", "logits", 0.0..=10.0, 0.0).says("Material safety.").guess(),
        Knob::number("belonging", "logits", 0.0..=10.0, 0.0).says("Belonging.").guess(),
        Knob::number("esteem", "logits", 0.0..=10.0, 0.0).says("Esteem.").guess(),
        Knob::number("cognition", "logits", 0.0..=10.0, 0.0).says("Cognition.").guess(),
        Knob::number("actualisation", "logits", 0.0..=10.0, 0.0).says("Self-actualisation.").guess(),
        Knob::number("transcendence", "logits", 0.0..=10.0, 0.0).says("Transcendence.").guess(),
        Knob::number("fame", "units", 0.0..=1000.0, 0.0).says("Fame on entry.").guess(),
        Knob::maybe_quota("cash", 0.0..=1e12).says("Money for each holder, such as \"2000 per quarter\"."),
        Knob::maybe_reference("pool", "budget.pools").says("The pool that pays."),
        Knob::flag("pot", false)
            .says("Whether all of this is a pot that the tier's seats share, instead of for each holder (but for fame and hours)."),
        Knob::number("relief", "relief a logit", 0.0..=10.0, 0.3)
            .says("How far what the tier grants relieves those needs on entry: 1 − exp(−relief · logits).")
            .guess(),
        Knob::number("cash_relief", "relief", 0.0..=1.0, 0.3)
            .says("How much of the need for safety a payment of cash relieves.")
            .guess(),
        Knob::number("retention", "logits", 0.0..=10.0, 0.0).says("How much the odds of dropping out fall.").guess(),
        Knob::number("review_hours", "hours a week", 0.0..=80.0, 0.0).says("Review that each holder gives.").guess(),
        Knob::choice("review_by", &["holders", "engaged"], "holders")
            .says("Whether every holder gives these hours, or only one who still contributes: engaged is what to take where whoever stops also stops reviewing; holders counts those too who have stopped and are not yet off the tier."),
        Knob::number("mentor_hours", "hours", 0.0..=1000.0, 0.0)
            .says("Reviewer hours that each entry into the tier costs.")
            .guess(),
        Knob::number("belief", "times", 0.0..=2.0, 1.0).says("How far the promise is believed.").guess(),
    ],
    parts: &[],
};

/// What it takes to get in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Entry {
    pub points: Option<f64>,
    pub deeds: Option<f64>,
    pub within: f64,
    pub tenure: Option<f64>,
    pub sponsors: i64,
    pub sponsors_from: Apart,
    pub seats: Option<i64>,
    pub rank_by: RankBy,
    pub chance: f64,
    pub every: Option<f64>,
    pub opens: Option<String>,
}

/// Where those who vouch for one person must come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Apart {
    /// From anywhere.
    Anywhere,
    /// From different segments.
    DifferentSegments,
    /// From different employers.
    DifferentEmployers,
}

/// A vote on candidates, as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Vote {
    pub by: Option<String>,
    pub share: f64,
    pub quorum: f64,
    pub turnout: f64,
    pub weight_of_value: f64,
    pub noise: f64,
}

/// A vote on who is to go, as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Removal {
    pub by: Option<String>,
    pub floor: f64,
    pub share: f64,
    pub quorum: f64,
    pub turnout: f64,
    pub weight_of_value: f64,
    pub noise: f64,
}

/// Who goes first.
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

/// What it takes to stay.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Review {
    pub every: Option<f64>,
    pub keep_points: f64,
    pub keep_deeds: f64,
    pub hysteresis: f64,
    pub grace: f64,
    pub otherwise: Otherwise,
    pub chance: f64,
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

/// What happens to those who fall short.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Otherwise {
    /// Back to the tier below.
    Demote,
    /// Off the ladder.
    Exit,
}

/// How people go who are not sent.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Exit {
    pub inactive: Option<f64>,
    pub term: Option<f64>,
    pub chance: f64,
    pub to: Option<String>,
}

/// What a tier grants and asks of its holders.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Benefit {
    pub safety: f64,
    pub belonging: f64,
    pub esteem: f64,
    pub cognition: f64,
    pub actualisation: f64,
    pub transcendence: f64,
    pub fame: f64,
    pub cash: Option<(f64, f64)>,
    pub pool: Option<String>,
    pub pot: bool,
    pub relief: f64,
    pub cash_relief: f64,
    pub retention: f64,
    pub review_hours: f64,
    pub review_by: ReviewBy,
    pub mentor_hours: f64,
    pub belief: f64,
}
