//! Occasion: a day on which people come together, such as a talk, a course, a salon, a hackathon or a gripe session; or a book, read
//! by fewer from time to time.
//!
//! Somebody of the audience comes with P = k·2^(−age/fades)·logistic(interest + b·(pay + swag + draw of the challenge)), k the share
//! that knows of it, b the belief in promises, pay as pay is felt; of those who would come at most `capacity` do, by lot. Limits:
//! without anything offered attendance is that of interest alone; with nothing to do, to learn or to feel it changes nothing else.

use serde::Deserialize;

use super::{Controlling, NEEDS, gripe};
use crate::registry::{Form, Knob, Part, Shape};
use crate::world::maths::exp;

/// `[occasion.hackathon]`.
pub const FORM: Form = Form {
    says: "A day on which people come together; whose pool cannot pay, it does not take place.",
    knobs: &[
        Knob::date("on").says("The first day."),
        Knob::maybe_duration("every", 1.0..=36_525.0).says("How often it comes again; once, where it is absent."),
        Knob::maybe_date("until").says("The day from which it comes no more; never where it is absent."),
        Knob::references("audience", "segment").says("The segments whom it is for; all, where it is empty."),
        Knob::choice("open_to", &["everybody", "members"], "everybody").says("Who of them may come."),
        Knob::references("told_by", "carrier")
            .says("The carriers that tell of it, so that whoever heeds none does not know; everybody knows, where it is empty."),
        Knob::number("interest", "logits", -30.0..=30.0, -4.0)
            .says("How likely somebody of the audience comes, before what is offered there.")
            .guess(),
        Knob::maybe_duration("fades", 1.0..=36_525.0)
            .says("In which the share that comes halves, as for a book; it does not, where it is absent."),
        Knob::maybe_count("capacity", "people", 0..=1_000_000_000).says("How many may come."),
        Knob::count("cost", "money", 0..=1_000_000_000_000, 0).says("Money that it costs each time."),
        Knob::maybe_reference("pool", "budget.pools").says("The pool that pays for all of it."),
        Knob::number("adopts", "chance", 0.0..=1.0, 0.2)
            .says("Chance that somebody who comes and has not adopted becomes a member.")
            .guess(),
        Knob::number("knowledge", "share of the gap", 0.0..=1.0, 0.0).says("What somebody who comes learns.").guess(),
        Knob::number("content", "units", 0.0..=1e9, 0.0).says("Content that it leaves for others.").guess(),
        Knob::maybe_reference("action", "action").says("What members who come do there."),
        Knob::number("deeds", "deeds", 0.0..=1000.0, 0.0).says("How many of it a member does, on average.").guess(),
        Knob::number("hours", "hours", 0.1..=10_000.0, 8.0).says("Hours that taking part takes.").guess(),
        Knob::number("drive_by", "logits", -10.0..=10.0, 1.0)
            .says("How much sooner those stop who would not have come without what is paid.")
            .guess(),
    ],
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
pub const PRIZE: Form = Form {
    says: "A pot for the best by a jury: the rank of skill, effort and luck.",
    knobs: &[
        Knob::count("pot", "money", 0..=1_000_000_000_000, 0).says("Money that the winners share evenly."),
        Knob::count("winners", "people", 1..=1_000_000, 3).says("How many win."),
        Knob::number("skill_spread", "mean effort", 0.0..=1000.0, 0.5)
            .says("How unlike people are in what they bring, as a standard deviation.")
            .guess(),
        Knob::number("noise", "mean effort", 0.05..=1000.0, 1.0)
            .says("How far luck moves the jury, as a standard deviation.")
            .guess(),
        Knob::number("reward", "felt units", 0.0..=100.0, 1.0).says("What a winner feels.").guess(),
        Knob::number("esteem", "relief", 0.0..=1.0, 0.3)
            .says("How much of the need for esteem winning relieves.")
            .guess(),
        Knob::choice("controlling", Controlling::NAMES, "performance")
            .says("What it is felt to be pay for, if for anything."),
    ],
    parts: &[],
};

/// `[occasion.hackathon.swag]`.
pub const SWAG: Form = Form {
    says: "Something for each deed done there, whatever it is worth.",
    knobs: &[
        Knob::count("cost", "money", 0..=1_000_000_000, 0).says("Money for one deed."),
        Knob::number("draws", "logits", 0.0..=10.0, 0.5).says("What it adds to coming, and to doing more.").guess(),
        Knob::number("reward", "felt units", 0.0..=100.0, 1.0).says("What it is felt to be.").guess(),
        Knob::choice("controlling", Controlling::NAMES, "engagement")
            .says("What it is felt to be pay for, if for anything."),
    ],
    parts: &[],
};

/// `[occasion.hackathon.challenge]`.
pub const CHALLENGE: Form = Form {
    says: "A task for a certain skill: it draws those whom it fits, and success in it is an achievement.",
    knobs: &[
        Knob::number("level", "skill", 0.0..=1.0, 0.5).says("The skill that it is matched to.").guess(),
        Knob::number("draws", "logits", -10.0..=10.0, 0.5).says("What it adds to coming where it fits.").guess(),
        Knob::number("width", "skill", 0.01..=10.0, 0.25).says("How far challenge and skill may be apart.").guess(),
    ],
    parts: &[],
};

/// `[occasion.hackathon.follow-up]`.
pub const FOLLOW_UP: Form = Form {
    says: "Mentors for those who contribute there for the first time.",
    knobs: &[
        Knob::count("mentors", "people", 0..=1_000_000, 0).says("How many mentors there are."),
        Knob::count("each", "people", 1..=1000, 3).says("How many newcomers each of them takes on.").guess(),
        Knob::count("cost", "money", 0..=1_000_000_000, 0).says("Money for one newcomer."),
        Knob::number("holds", "logits", 0.0..=20.0, 0.5)
            .says("How much less likely somebody with a mentor stops after the first deeds.")
            .guess(),
    ],
    parts: &[],
};

/// Who of the audience may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OpenTo {
    /// Those who could adopt, and members.
    Everybody,
    /// Members.
    Members,
}

/// An occasion as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Occasion {
    pub on: String,
    pub every: Option<f64>,
    pub until: Option<String>,
    pub audience: Vec<String>,
    pub open_to: OpenTo,
    pub told_by: Vec<String>,
    pub interest: f64,
    pub fades: Option<f64>,
    pub capacity: Option<u32>,
    pub cost: i64,
    pub pool: Option<String>,
    pub adopts: f64,
    pub knowledge: f64,
    pub content: f64,
    pub action: Option<String>,
    pub deeds: f64,
    pub hours: f64,
    pub drive_by: f64,
}

/// A pot for the best.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Prize {
    pub pot: i64,
    pub winners: usize,
    pub skill_spread: f64,
    pub noise: f64,
    pub reward: f64,
    pub esteem: f64,
    pub controlling: Controlling,
}

/// Something for each deed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Swag {
    pub cost: i64,
    pub draws: f64,
    pub reward: f64,
    pub controlling: Controlling,
}

/// A task for a certain skill.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Challenge {
    pub level: f64,
    pub draws: f64,
    pub width: f64,
}

/// Mentors for newcomers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct FollowUp {
    pub mentors: u32,
    pub each: u32,
    pub cost: i64,
    pub holds: f64,
}

impl Challenge {
    /// How well it fits somebody of a skill, 0 to 1.
    pub fn fits(&self, skill: f64) -> f64 {
        let apart = (skill - self.level) / self.width;
        exp(-0.5 * apart * apart)
    }
}

/// A pot split evenly over so many, to the unit: what does not divide goes to the first.
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
