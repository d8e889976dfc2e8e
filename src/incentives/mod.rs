//! What is rewarded: the rules that people design.
//!
//! Each file holds one rule: its form (what a scenario may write) and its own arithmetic. One boundary function
//! ([`boundary`]) gives all of them their pull; the ledger pays for all of them.

use serde::Deserialize;

use crate::params;
use crate::registry::Form;

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
pub const RULES: &[(&str, &Form)] = &[
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
pub const NEEDS: Form = Form { id: "needs", knobs: Six::KNOBS, parts: &[] };
params! {

    /// The six numbers of a needs table, as written.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Six: "needs" {
        pub safety: f64 = number("relief", 0.0..=1.0, 0.0).guess();
        pub belonging: f64 = number("relief", 0.0..=1.0, 0.0).guess();
        pub esteem: f64 = number("relief", 0.0..=1.0, 0.0).guess();
        pub cognition: f64 = number("relief", 0.0..=1.0, 0.0).guess();
        pub actualisation: f64 = number("relief", 0.0..=1.0, 0.0).guess();
        pub transcendence: f64 = number("relief", 0.0..=1.0, 0.0).guess();
    }
}

impl Six {
    /// In Maslow's order.
    pub fn array(&self) -> [f32; 6] {
        [self.safety, self.belonging, self.esteem, self.cognition, self.actualisation, self.transcendence]
            .map(|x| x as f32)
    }
}
