//! Carrier: a place where people hear of the product, such as a chat group, a forum, a tutorial or its own site.
//!
//! What somebody has in mind of its messages is a leaky stock, E' = m·s·f − E/T: m messages, of which a share s reaches each person of
//! the audience, f the share that has something to carry, T the half-life over ln 2. Messages come by chance, so whoever heeds only
//! the r-th does so with P(N ≥ r), N ~ Poisson(E), times trust. Limits: E settles at m·s·T; with r = 1 the share is 1 − e^−E; after
//! the last message E halves with every half-life; without content, or with an empty pool, nothing is carried.

use serde::Deserialize;

use crate::registry::{Form, Knob};
use crate::world::calendar::YEAR;
use crate::world::maths::exp;

/// `[carrier.chat-group]`.
pub const FORM: Form = Form {
    says: "A place where people hear of the product: each message is soon forgotten, and it takes some to be heeded.",
    knobs: &[
        Knob::references("audience", "segment").says("The segments that it reaches; all, where it is empty."),
        Knob::number("reach", "share", 0.0..=1.0, 0.1)
            .says("The share of the audience that one message reaches.")
            .guess(),
        Knob::rate("messages", 0.0..=100_000.0, 52.0).says("How many messages it carries.").guess(),
        Knob::duration("half_life", 0.04..=36_525.0, 7.0)
            .says("In which half of the messages in mind are forgotten.")
            .guess(),
        Knob::count("repeats", "messages", 1..=100, 2)
            .says("How many must be in mind before anybody heeds them.")
            .guess(),
        Knob::number("trust", "share", 0.0..=1.0, 0.5).says("The share of those who then heed them.").guess(),
        Knob::rate("adoption", 0.0..=1000.0, 0.05).says("Hazard of adoption of somebody who heeds it.").guess(),
        Knob::rate("triggers", 0.0..=100_000.0, 1.0)
            .says("Triggers of a member who heeds it: paid for, where it costs money; otherwise of others.")
            .guess(),
        Knob::number("content", "units", 0.0..=1e12, 0.0)
            .says("Content of the hub at which half of its messages have something to carry; 0: they need none.")
            .guess(),
        Knob::maybe_date("from").says("The first day; the start of the run where it is absent."),
        Knob::maybe_date("until").says("The day on which it ends; never where it is absent."),
        Knob::maybe_quota("cost", 0.0..=1e12).says("Money that it costs, such as \"2000 per month\"."),
        Knob::maybe_reference("pool", "budget.pools").says("The pool that pays."),
    ],
    parts: &[],
};

/// A carrier as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the knobs of the same names say it")]
pub struct Carrier {
    pub audience: Vec<String>,
    pub reach: f64,
    pub messages: f64,
    pub half_life: f64,
    pub repeats: u32,
    pub trust: f64,
    pub adoption: f64,
    pub triggers: f64,
    pub content: f64,
    pub from: Option<String>,
    pub until: Option<String>,
    pub cost: Option<(f64, f64)>,
    pub pool: Option<String>,
}

impl Carrier {
    /// What is in mind after so many days, and on average during them, where `sent` is the share of messages that go out.
    pub fn after(&self, exposure: f64, days: f64, sent: f64) -> (f64, f64) {
        let constant = self.half_life / core::f64::consts::LN_2;
        let left = exp(-days / constant);
        let rest = self.messages / YEAR * self.reach * sent * constant;
        let end = rest + (exposure - rest) * left;
        (end, rest + (exposure - rest) * constant / days * (1.0 - left))
    }

    /// The share of messages that have something to carry.
    pub fn fed(&self, content: f64) -> f64 {
        if self.content > 0.0 { content / (content + self.content) } else { 1.0 }
    }

    /// The share of people who heed it with so many messages in mind.
    pub fn heeded(&self, exposure: f64) -> f64 {
        let (mut term, mut fewer) = (exp(-exposure), 0.0);
        for k in 1..=self.repeats {
            fewer += term;
            term *= exposure / f64::from(k);
        }
        self.trust * (1.0 - fewer).max(0.0)
    }
}
