//! Chapter: the user group of a city or an industry, which meets as often as its leaders manage.
//!
//! Leaders are holders of a tier who live there. Meetings are remembered for a while: m' = r − m/T, with r meetings a year; a share
//! 1 − e^−m of its people has been to one lately (as many as a Poisson number of meetings reaches at all). Those hear more of the
//! product and leave it less. Limits: with r for ever m tends to r·T (Little 1961), so the hazard of adoption from outside tends to
//! p·(1 + reach·(1 − e^−rT)); without leaders it sleeps, and nothing differs from there being no chapter; what is always paid
//! meets as what costs nothing.

use serde::Deserialize;

use crate::registry::{Form, Knob};
use crate::world::maths::exp;

/// `[chapter.shanghai]`.
pub const FORM: Form = Form {
    says: "A user group: people of a segment in a city or an industry, with leaders of their own.",
    knobs: &[
        Knob::reference("segment", "segment").says("Whose people."),
        Knob::number("share", "share", 0.0..=1.0, 0.1).says("The share of them who live there."),
        Knob::text("by", "city").says(
            "What divides people: by the same word they belong to one chapter at most, by another to one of each.",
        ),
        Knob::reference("ladder", "ladder").says("The ladder whose tier its leaders stand on."),
        Knob::needed_text("tier").says("The tier of that ladder that leads."),
        Knob::maybe_count("leaders", "seats", 0..=1_000_000)
            .says("The most holders of the tier who may live there, so that people compete where they live."),
        Knob::rate("meets", 0.0..=365.0, 4.0).says("How many meetings each leader manages.").guess(),
        Knob::rate("most", 0.0..=365.0, 12.0).says("The most meetings that a chapter holds.").guess(),
        Knob::count("cost", "money", 0..=1_000_000_000_000, 0)
            .says("What a meeting costs; none is held that its pool does not pay in full."),
        Knob::maybe_reference("pool", "budget.pools").says("The pool that pays."),
        Knob::duration("lasts", 1.0..=3653.0, 90.0).says("How long a meeting is remembered, on average.").guess(),
        Knob::number("reach", "times", 0.0..=1000.0, 0.5)
            .says("Times the external hazard of adoption that it adds among those who have been to one lately.")
            .guess(),
        Knob::number("holds", "logs", 0.0..=10.0, 0.2)
            .says("How far the log hazard of leaving falls where all have been to one lately.")
            .guess(),
    ],
    parts: &[],
};

/// A chapter as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Chapter {
    pub segment: String,
    pub share: f64,
    pub by: String,
    pub ladder: String,
    pub tier: String,
    pub leaders: Option<u32>,
    pub meets: f64,
    pub most: f64,
    pub cost: i64,
    pub pool: Option<String>,
    pub lasts: f64,
    pub reach: f64,
    pub holds: f64,
}

impl Chapter {
    /// Meetings a year with so many leaders.
    pub fn meetings(&self, leaders: u32) -> f64 {
        (f64::from(leaders) * self.meets).min(self.most)
    }
    /// Meetings that are remembered, so many years later, with so many leaders.
    pub fn remembered(&self, before: f64, leaders: u32, years: f64) -> f64 {
        let lasts = self.lasts / 365.25;
        let left = exp(-years / lasts);
        before * left + self.meetings(leaders) * lasts * (1.0 - left)
    }
    /// The share of its people who have been to one of so many.
    pub fn been(remembered: f64) -> f64 {
        1.0 - exp(-remembered)
    }
    /// Times the external hazard of adoption, and times the hazard of leaving, of its people.
    pub fn felt(&self, remembered: f64) -> (f64, f64) {
        let been = Self::been(remembered);
        (1.0 + self.reach * been, exp(-self.holds * been))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::{Set, Settings};

    #[test]
    fn what_is_remembered_tends_to_the_rate_times_how_long() {
        let named = ["segment", "ladder", "tier"];
        let settings = Settings::defaults(FORM.knobs);
        let filled = named.into_iter().fold(settings, |s, name| s.with(name, Set::Text("it".to_owned())));
        for (meets, lasts, leaders) in [(2.0, 90.0, 3), (5.0, 30.0, 1), (9.0, 365.25, 7)] {
            let chapter = Chapter { meets, lasts, ..filled.make() };
            for step in [1.0 / 365.25, 7.0 / 365.25, 1.0] {
                let mut held = 0.0;
                for _ in 0..20_000 {
                    held = chapter.remembered(held, leaders, step);
                }
                let rate = (f64::from(leaders) * meets).min(12.0);
                assert!((held / (rate * lasts / 365.25) - 1.0).abs() < 1e-9);
            }
        }
    }
}
