//! Carrier: a place where people hear of the product, such as a chat group, a forum, a tutorial or the product's own
//! site.
//!
//! The exposure of a person to its messages is a leaky stock, E' = m·s·f − E/T: m messages, each of which reaches a
//! share s of the audience, f the share of messages that have content, T the half-life over ln 2. Messages come at
//! random, so a person who reacts only from the r-th message on reacts with probability trust · P(N ≥ r), N ~
//! Poisson(E). Limits: E tends to m·s·T; with r = 1 the share is 1 − e^−E; after the last message E halves with every
//! half-life; without content, or with an empty pool, the carrier has no effect.

use crate::params;
use crate::registry::Form;
use crate::world::calendar::YEAR;
use crate::world::maths::exp;

/// `[carrier.chat-group]`.
pub const FORM: Form = Form { id: "carrier", knobs: Carrier::KNOBS, parts: &[] };
params! {

    /// The knobs of a carrier.
    #[derive(Clone, Debug)]
    pub struct Carrier: "carrier" {
        pub audience: Vec<String> = references("segment");
        pub reach: f64 = number("share", 0.0..=1.0, 0.1).guess();
        pub messages: f64 = rate(0.0..=100_000.0, 52.0).guess();
        pub half_life: f64 = duration(0.04..=36_525.0, 7.0).guess();
        pub repeats: u32 = count("messages", 1..=100, 2).guess();
        pub trust: f64 = number("share", 0.0..=1.0, 0.5).guess();
        pub adoption: f64 = rate(0.0..=1000.0, 0.05).guess();
        pub triggers: f64 = rate(0.0..=100_000.0, 1.0).guess();
        pub content: f64 = number("units", 0.0..=1e12, 0.0).guess();
        pub from: Option<String> = maybe_date();
        pub until: Option<String> = maybe_date();
        pub cost: Option<(f64, f64)> = maybe_quota(0.0..=1e12).scales();
        pub pool: Option<String> = maybe_reference("budget.pools");
    }
}

impl Carrier {
    /// Exposure after `days`, and its mean during them; `sent` is the share of messages that go out.
    pub fn after(&self, exposure: f64, days: f64, sent: f64) -> (f64, f64) {
        let constant = self.half_life / core::f64::consts::LN_2;
        let left = exp(-days / constant);
        let rest = self.messages / YEAR * self.reach * sent * constant;
        let end = rest + (exposure - rest) * left;
        (end, rest + (exposure - rest) * constant / days * (1.0 - left))
    }

    /// The share of messages that have content.
    pub fn fed(&self, content: f64) -> f64 {
        if self.content > 0.0 { content / (content + self.content) } else { 1.0 }
    }

    /// The share of people who react at this exposure.
    pub fn heeded(&self, exposure: f64) -> f64 {
        let (mut term, mut fewer) = (exp(-exposure), 0.0);
        for k in 1..=self.repeats {
            fewer += term;
            term *= exposure / f64::from(k);
        }
        self.trust * (1.0 - fewer).max(0.0)
    }
}
