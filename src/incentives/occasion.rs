//! Occasion: an event on a day, such as a talk, a course, a salon, a hackathon or a gripe session; or a book, which
//! fewer people read over time.
//!
//! A person of the audience attends with P = k·2^(−age/fades)·logistic(interest + b·(pay + swag + draw of the
//! challenge)), where k is the share that knows of it, b the belief in promises, and pay is the felt value of money. At
//! most `capacity` of those who want to attend do, chosen by lot. Limits: without any offer, attendance depends on
//! interest alone; without anything to do, learn or feel, the occasion changes nothing else.

use serde::Deserialize;

use super::{Controlling, NEEDS, gripe};
use crate::params;
use crate::registry::{Form, Part, Shape};
use crate::world::maths::exp;

/// `[occasion.hackathon]`.
pub const FORM: Form = Form {
    id: "occasion",
    knobs: Occasion::KNOBS,
    parts: &[
        Part { name: "prize", shape: Shape::One(&PRIZE) },
        Part { name: "swag", shape: Shape::One(&SWAG) },
        Part { name: "challenge", shape: Shape::One(&CHALLENGE) },
        Part { name: "follow-up", shape: Shape::One(&FOLLOW_UP) },
        Part { name: "relief", shape: Shape::One(&NEEDS) },
        Part { name: "gripe", shape: Shape::One(&gripe::FORM) },
    ],
};

/// `[occasion.hackathon.prize]`.
pub const PRIZE: Form = Form { id: "occasion-prize", knobs: Prize::KNOBS, parts: &[] };

/// `[occasion.hackathon.swag]`.
pub const SWAG: Form = Form { id: "occasion-swag", knobs: Swag::KNOBS, parts: &[] };

/// `[occasion.hackathon.challenge]`.
pub const CHALLENGE: Form = Form { id: "occasion-challenge", knobs: Challenge::KNOBS, parts: &[] };

/// `[occasion.hackathon.follow-up]`.
pub const FOLLOW_UP: Form = Form { id: "occasion-follow-up", knobs: FollowUp::KNOBS, parts: &[] };

/// The audience.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OpenTo {
    /// People who could adopt, and members.
    Everybody,
    /// Members.
    Members,
}
params! {

    /// The knobs of an occasion.
    #[derive(Clone, Debug)]
    pub struct Occasion: "occasion" {
        pub on: String = date();
        pub every: Option<f64> = maybe_duration(1.0..=36_525.0);
        pub until: Option<String> = maybe_date();
        pub audience: Vec<String> = references("segment");
        pub open_to: OpenTo = choice(&["everybody", "members"], "everybody");
        pub told_by: Vec<String> = references("carrier");
        pub interest: f64 = number("logits", -30.0..=30.0, -4.0).guess();
        pub fades: Option<f64> = maybe_duration(1.0..=36_525.0);
        pub capacity: Option<u32> = maybe_count("people", 0..=1_000_000_000).scales();
        pub cost: i64 = count("money", 0..=1_000_000_000_000, 0).scales();
        pub pool: Option<String> = maybe_reference("budget.pools");
        pub adopts: f64 = number("chance", 0.0..=1.0, 0.2).guess();
        pub knowledge: f64 = number("share-of-the-gap", 0.0..=1.0, 0.0).guess();
        pub content: f64 = number("units", 0.0..=1e9, 0.0).guess();
        pub action: Option<String> = maybe_reference("action");
        pub deeds: f64 = number("deeds", 0.0..=1000.0, 0.0).guess();
        pub hours: f64 = number("hours", 0.1..=10_000.0, 8.0).guess();
        pub drive_by: f64 = number("logits", -10.0..=10.0, 1.0).guess();
    }
}
params! {

    /// A pot of money for the best.
    #[derive(Clone, Debug)]
    pub struct Prize: "occasion-prize" {
        pub pot: i64 = count("money", 0..=1_000_000_000_000, 0).scales();
        pub winners: usize = count("people", 1..=1_000_000, 3).scales();
        pub skill_spread: f64 = number("mean-effort", 0.0..=1000.0, 0.5).guess();
        pub noise: f64 = number("mean-effort", 0.05..=1000.0, 1.0).guess();
        pub reward: f64 = number("felt-units", 0.0..=100.0, 1.0).guess();
        pub esteem: f64 = number("relief", 0.0..=1.0, 0.3).guess();
        pub controlling: Controlling = choice(Controlling::NAMES, "performance");
    }
}
params! {

    /// A gift for each deed.
    #[derive(Clone, Debug)]
    pub struct Swag: "occasion-swag" {
        pub cost: i64 = count("money", 0..=1_000_000_000, 0);
        pub draws: f64 = number("logits", 0.0..=10.0, 0.5).guess();
        pub reward: f64 = number("felt-units", 0.0..=100.0, 1.0).guess();
        pub controlling: Controlling = choice(Controlling::NAMES, "engagement");
    }
}
params! {

    /// A task for one level of skill.
    #[derive(Clone, Debug)]
    pub struct Challenge: "occasion-challenge" {
        pub level: f64 = number("skill", 0.0..=1.0, 0.5).guess();
        pub draws: f64 = number("logits", -10.0..=10.0, 0.5).guess();
        pub width: f64 = number("skill", 0.01..=10.0, 0.25).guess();
    }
}
params! {

    /// Mentors for newcomers.
    #[derive(Clone, Debug)]
    pub struct FollowUp: "occasion-follow-up" {
        pub mentors: u32 = count("people", 0..=1_000_000, 0).scales();
        pub each: u32 = count("people", 1..=1000, 3).guess();
        pub cost: i64 = count("money", 0..=1_000_000_000, 0);
        pub holds: f64 = number("logits", 0.0..=20.0, 0.5).guess();
    }
}

impl Challenge {
    /// How well the task fits a person of this skill, from 0 to 1.
    pub fn fits(&self, skill: f64) -> f64 {
        let apart = (skill - self.level) / self.width;
        exp(-0.5 * apart * apart)
    }
}

/// Splits a pot evenly, to the unit; the first shares get what remains.
pub fn split(pot: i64, among: usize) -> impl Iterator<Item = i64> {
    let n = among as i64;
    (0..n).map(move |place| pot / n + i64::from(place < pot % n))
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_pot_is_split_to_the_unit() {
        for (pot, among) in [(100_000, 7), (10, 3), (2, 5), (0, 4)] {
            let parts: Vec<i64> = split(pot, among).collect();
            assert_eq!((parts.iter().sum::<i64>(), parts.len()), (pot, among));
            assert!(parts[0] - parts[among - 1] <= 1);
        }
    }
}
