//! Engagement: whoever contributes gets a clock of their own.
//!
//! Occasional contributors are active in spells that come by chance, several deeds at once, and may stop for good after each spell
//! (BG/NBD: Fader, Hardie & Lee 2005, Marketing Science 24); a few become core; some are staff. Those who stopped may return.
//! Limit: with equal rates and no drop-out, deeds are Poisson; the share that never acts again follows the mean of p.

use serde::Deserialize;

use super::{Make, Mechanism, Terms};
use crate::registry::{Knob, Row};
use crate::world::calendar::YEAR;
use crate::world::dossier::{Clock, Part};
use crate::world::maths::{beta, exp, geometric, ln, logit, normal_quantile, poisson};
use crate::world::stream::{Luck, Stream};

const FITTED: &str = "58 open-source histories: one-time share, retention, Gini, absence factor (fitted by simulation)";

pub(super) const ROW: Row<Make> = Row {
    name: "engagement",
    says: "Whoever contributes gets a clock of their own, and may stop after each spell of activity.",
    knobs: &[
        Knob::rate("rate", 0.0..=10_000.0, 2.24)
            .says("Spells of activity of the median contributor.")
            .calibrated(FITTED),
        Knob::number("rate_spread", "log sd", 0.0..=4.0, 1.58).says("How unlike contributors are.").calibrated(FITTED),
        Knob::number("extra", "deeds", 0.0..=1000.0, 0.19)
            .says("Deeds beyond the first in a spell, of the median contributor.")
            .calibrated(FITTED),
        Knob::number("extra_spread", "log sd", 0.0..=4.0, 1.7)
            .says("How unlike contributors are in that.")
            .calibrated(FITTED),
        Knob::number("first_kept", "chance", 0.0..=1.0, 0.35)
            .says("Chance that a deed beyond the first is also done in the very first spell.")
            .calibrated(FITTED),
        Knob::number("drop_alpha", "", 0.01..=1000.0, 0.70)
            .says("First parameter of the beta distribution of stopping after a spell.")
            .calibrated(FITTED),
        Knob::number("drop_beta", "", 0.01..=1000.0, 0.38)
            .says("Second parameter of the beta distribution of stopping after a spell.")
            .calibrated(FITTED),
        Knob::rate("comeback", 0.0..=1000.0, 0.052).says("Rate at which those who stopped return.").calibrated(FITTED),
        Knob::number("core", "share", 0.0..=1.0, 0.0186).says("Share of contributors who are core.").calibrated(FITTED),
        Knob::rate("core_rate", 0.0..=10_000.0, 36.5).says("Spells of activity of core and staff.").guess(),
        Knob::number("core_deeds", "deeds", 1.0..=1000.0, 2.4)
            .says("Deeds of core and staff in a spell.")
            .calibrated(FITTED),
        Knob::number("core_spread", "log sd", 0.0..=4.0, 0.41)
            .says("How unlike core and staff are in that.")
            .calibrated(FITTED),
        Knob::number("core_alpha", "", 0.01..=1000.0, 0.31)
            .says("First parameter of the beta distribution of a core member's yearly departure.")
            .calibrated("share of core still there after years"),
        Knob::number("core_beta", "", 0.01..=1000.0, 0.37)
            .says("Second parameter of the beta distribution of a core member's yearly departure.")
            .calibrated("share of core still there after years"),
        Knob::count("staff", "people", 0..=1_000_000, 0).says(
            "People who are paid to contribute; prizes and the shop are not for them, and ladders where they say so.",
        ),
        Knob::rate("staff_departure", 0.0..=100.0, 0.3).says("Rate at which staff leave.").guess(),
        Knob::number("staff_replaced", "chance", 0.0..=1.0, 1.0)
            .says("Chance that staff who leave are replaced.")
            .guess(),
    ],
    make: |settings, _| Box::new(settings.make::<Engagement>()),
};

/// How contributors are made and lost.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Engagement {
    pub rate: f64,
    pub rate_spread: f64,
    pub extra: f64,
    pub extra_spread: f64,
    pub first_kept: f64,
    pub drop_alpha: f64,
    pub drop_beta: f64,
    pub comeback: f64,
    pub core: f64,
    pub core_rate: f64,
    pub core_deeds: f64,
    pub core_spread: f64,
    pub core_alpha: f64,
    pub core_beta: f64,
    pub staff: i64,
    pub staff_departure: f64,
    pub staff_replaced: f64,
}

impl Mechanism for Engagement {
    fn terms(&self, terms: &mut Terms) {
        terms.engagement = Some(self.clone());
    }
}

impl Engagement {
    /// The clock of somebody who contributes for the first time; `person` is their own address.
    pub fn clock(&self, person: Stream, days: f64) -> Clock {
        let luck = person.named("engagement");
        let z = |path: &str| normal_quantile(luck.named(path).unit());
        if luck.named("core").unit() < self.core {
            return self.core_clock(person, days);
        }
        let p = beta(self.drop_alpha, self.drop_beta, &mut luck.named("drop").luck());
        Clock {
            part: Part::Occasional,
            rate: (self.rate * days / YEAR * exp(self.rate_spread * z("rate"))) as f32,
            extra: (self.extra * exp(self.extra_spread * z("extra"))) as f32,
            drop: logit(p) as f32,
            departs: 0.0,
            engaged: true,
        }
    }
    /// The clock of a core member.
    pub fn core_clock(&self, person: Stream, days: f64) -> Clock {
        let luck = person.named("engagement");
        let theta = beta(self.core_alpha, self.core_beta, &mut luck.named("departure").luck());
        let deeds = self.core_deeds * exp(self.core_spread * normal_quantile(luck.named("deeds").unit()));
        Clock {
            part: Part::Core,
            rate: (self.core_rate * days / YEAR) as f32,
            extra: (deeds - 1.0).max(0.0) as f32,
            drop: -40.0,
            departs: (-ln(1.0 - theta.min(1.0 - 1e-6)) * days / YEAR) as f32,
            engaged: true,
        }
    }
    /// The clock of somebody who is paid to contribute.
    pub fn staff_clock(&self, person: Stream, days: f64) -> Clock {
        Clock {
            part: Part::Staff,
            departs: (self.staff_departure * days / YEAR) as f32,
            ..self.core_clock(person, days)
        }
    }
    /// How many deeds fall in a spell.
    pub fn deeds(&self, clock: &Clock, first: bool, luck: &mut Luck) -> u32 {
        let extra = match clock.part {
            Part::Core | Part::Staff => poisson(f64::from(clock.extra), luck),
            _ => geometric(f64::from(clock.extra), luck),
        };
        if !first {
            return 1 + extra;
        }
        1 + (0..extra).filter(|_| luck.unit() < self.first_kept).count() as u32
    }
}
