//! Adoption: people who can be reached become members.
//!
//! Linear: hazard p·A + q·s, with s the share of members among a person's contacts (Bass 1969, Management Science 15).
//! Threshold: a person adopts when s reaches a personal threshold (Granovetter 1978, AJS 83). Complex: contacts count
//! only from a minimum number on (Centola & Macy 2007, AJS 113). Critical mass: a person with willingness to pay w
//! under full adoption has w·s at a share s, adopts when that is worth the price and leaves when it is not (Rohlfs
//! 1974, Bell Journal of Economics 5). Limits: with linear contagion, well mixed, F(t) =
//! (1−e^−(p+q)t)/(1+(q/p)e^−(p+q)t); counted by each contact, with members who leave at rate γ, an outbreak reaches 1 −
//! G₀(u) with u = 1 − T + T·G₁(u) and T = q/(q+γ) (Newman 2002, Phys. Rev. E 66); with thresholds, one seed grows over
//! a random network if and only if Σ k(k−1)ρ(k)p(k) > z (Watts 2002, PNAS 99); with critical mass, a price p has the
//! equilibria (1 ± √(1−4p))/2.

use serde::Deserialize;

use super::{Contagion, Make, Mechanism, Rates};
use crate::params;
use crate::registry::Entry;
use crate::world::Seen;
use crate::world::calendar::YEAR;
use crate::world::maths::{ln, normal_quantile};

pub(super) const ROW: Entry<Make> = Entry {
    name: "adoption",
    id: "mechanism-adoption",
    knobs: Adoption::KNOBS,
    make: |settings, days| Box::new(settings.make::<Adoption>().per_tick(days)),
};
params! {

    #[derive(Clone, Debug)]
    /// The knobs of adoption.
    pub struct Adoption: "mechanism-adoption" {
        pub external: f64 = rate(0.0..=1000.0, 0.02).cited("Sultan, Farley & Lehmann 1990, J. Marketing Research 27", "https://doi.org/10.1177/002224379002700107");
        social: f64 = rate(0.0..=1000.0, 0.35).cited("Sultan, Farley & Lehmann 1990, J. Marketing Research 27", "https://doi.org/10.1177/002224379002700107");
        counts: Counts = choice(&["share", "each"], "share");
        pub rule: Rule = choice(&["linear", "threshold", "complex", "critical-mass"], "linear");
        thresholds: Spacing = choice(&["even", "normal", "same"], "even");
        threshold_low: f64 = number("share", -10.0..=10.0, 0.0).guess();
        threshold_high: f64 = number("share", -10.0..=10.0, 1.0).guess();
        reinforcement: u32 = count("contacts", 1..=1000, 2).cited("Centola & Macy 2007, AJS 113", "https://doi.org/10.1086/521848");
        price: f64 = number("share", 0.0..=1.0, 0.1).guess();
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Counts {
    Share,
    Each,
}

/// How contacts count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Rule {
    Linear,
    Threshold,
    Complex,
    CriticalMass,
}

/// The distribution of thresholds in a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spacing {
    /// The k-th of n people has low + (high − low)·k/(n−1).
    Even,
    /// Mean low, standard deviation high.
    Normal,
    /// All people have low.
    Same,
}

/// The thresholds of a segment's people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    spacing: Spacing,
    low: f64,
    high: f64,
}

impl Thresholds {
    /// The threshold of the person at `rank` among `people`, whose trait is `u` in [0, 1).
    pub fn of(&self, rank: u32, people: u32, u: f64) -> f64 {
        match self.spacing {
            Spacing::Even => self.low + (self.high - self.low) * f64::from(rank) / f64::from(people.max(2) - 1),
            Spacing::Normal => self.low + self.high * normal_quantile(u),
            Spacing::Same => self.low,
        }
    }
}

impl Adoption {
    /// Years from a tenth to nine tenths of all people, if nobody leaves and nothing else acts; `None` if people do not adopt linearly.
    pub fn takeover(&self, network: bool, mean_degree: f64) -> Option<f64> {
        let q = if self.counts == Counts::Each { self.social * mean_degree } else { self.social };
        let linear = self.rule == Rule::Linear && !network && self.external + q > 0.0;
        linear.then(|| ln(9.0 * (self.external + 0.9 * q) / (self.external + 0.1 * q)) / (self.external + q))
    }
    fn per_tick(mut self, days: f64) -> Self {
        self.external *= days / YEAR;
        self.social *= days / YEAR;
        self
    }
}

impl Mechanism for Adoption {
    fn hazards(&self, seen: &Seen, rates: &mut Rates) {
        // Weather acts only on adoption from outside, not on word of mouth from members.
        let weather = crate::world::maths::exp(f64::from(seen.weather));
        rates.external += self.external * (1.0 + f64::from(seen.menu.reach)) * weather * seen.factors.reach;
        rates.social += self.social;
        rates.each = self.counts == Counts::Each;
        rates.contagion = match self.rule {
            Rule::Linear => Contagion::Linear,
            Rule::Threshold => Contagion::Threshold(Thresholds {
                spacing: self.thresholds,
                low: self.threshold_low,
                high: self.threshold_high,
            }),
            Rule::Complex => Contagion::Complex { reinforcement: self.reinforcement },
            Rule::CriticalMass => Contagion::CriticalMass { price: self.price },
        };
    }
}
