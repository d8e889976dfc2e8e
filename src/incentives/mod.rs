//! What is rewarded: the rules that people design.
//!
//! Each file holds one rule: its form (what a scenario may write) and its own arithmetic. One boundary function
//! ([`boundary`]) gives all of them their pull; the ledger pays for all of them.

use serde::Deserialize;

use crate::registry::{Form, Knob};

pub mod announcement;
pub mod badge;
pub mod balance;
pub mod belief;
pub mod boundary;
pub mod campaign;
pub mod carrier;
pub mod endorsement;
pub mod framework;
pub mod gripe;
pub mod grows;
pub mod ladder;
pub mod occasion;
pub mod path;
pub mod points;
pub mod prize;
pub mod shop;

/// The rules, in the order in which `list` shows them: name in the file, and form.
pub const SHELF: &[(&str, &Form)] = &[
    ("points", &points::FORM),
    ("balance", &balance::FORM),
    ("shop", &shop::FORM),
    ("prize", &prize::FORM),
    ("badge", &badge::FORM),
    ("ladder", &ladder::FORM),
    ("campaign", &campaign::FORM),
    ("carrier", &carrier::FORM),
    ("occasion", &occasion::FORM),
    ("belief", &belief::FORM),
    ("announcement", &announcement::FORM),
    ("endorsement", &endorsement::FORM),
    ("path", &path::FORM),
    ("framework", &framework::FORM),
];

/// The six needs, in Maslow's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// Material safety: income, career space.
    Safety,
    /// A circle to belong to.
    Belonging,
    /// Public commendation.
    Esteem,
    /// Knowing and understanding.
    Cognition,
    /// Special tasks, shaping things.
    Actualisation,
    /// Identity with the community.
    Transcendence,
}

impl Need {
    /// How a scenario names them.
    pub const NAMES: &'static [&'static str] =
        &["safety", "belonging", "esteem", "cognition", "actualisation", "transcendence"];
}

/// What a reward is felt to be contingent on (Deci, Koestner & Ryan 1999).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Controlling {
    /// Nothing: unexpected, or recognition.
    None,
    /// Taking part.
    Engagement,
    /// Finishing.
    Completion,
    /// Doing well.
    Performance,
    /// Praise: informs instead of controlling.
    Praise,
}

impl Controlling {
    /// How a scenario names them.
    pub const NAMES: &'static [&'static str] = &["none", "engagement", "completion", "performance", "praise"];
}

/// A table of six needs, in logits or units of relief.
pub const NEEDS: Form = Form {
    says: "How much of each need one deed relieves.",
    knobs: &[
        Knob::number("safety", "relief", 0.0..=1.0, 0.0).says("Material safety.").guess(),
        Knob::number("belonging", "relief", 0.0..=1.0, 0.0).says("Belonging.").guess(),
        Knob::number("esteem", "relief", 0.0..=1.0, 0.0).says("Esteem.").guess(),
        Knob::number("cognition", "relief", 0.0..=1.0, 0.0).says("Cognition.").guess(),
        Knob::number("actualisation", "relief", 0.0..=1.0, 0.0).says("Self-actualisation.").guess(),
        Knob::number("transcendence", "relief", 0.0..=1.0, 0.0).says("Transcendence.").guess(),
    ],
    parts: &[],
};

/// The six numbers of a needs table, as written.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Six {
    /// Safety.
    pub safety: f64,
    /// Belonging.
    pub belonging: f64,
    /// Esteem.
    pub esteem: f64,
    /// Cognition.
    pub cognition: f64,
    /// Self-actualisation.
    pub actualisation: f64,
    /// Transcendence.
    pub transcendence: f64,
}

impl Six {
    /// In Maslow's order.
    pub fn array(&self) -> [f32; 6] {
        [self.safety, self.belonging, self.esteem, self.cognition, self.actualisation, self.transcendence]
            .map(|x| x as f32)
    }
}
