//! Incentives: the rules that reward people and organisations.
//!
//! Each file holds one rule: its form (what a scenario may write) and its arithmetic. One boundary function
//! ([`boundary`]) turns every rule into a motive; one ledger pays for all of them.

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

/// The rules in the order of `list`: name in the file, and form.
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
    /// Their names in a scenario.
    pub const NAMES: &'static [&'static str] =
        &["safety", "belonging", "esteem", "cognition", "actualisation", "transcendence"];
}

/// The condition to which people feel a reward is tied (Deci, Koestner & Ryan 1999).
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
    /// Their names in a scenario.
    pub const NAMES: &'static [&'static str] = &["none", "engagement", "completion", "performance", "praise"];
}

/// A table of the six needs, in logits or units of relief.
pub const NEEDS: Form = Form { id: "needs", knobs: Six::KNOBS, parts: &[] };
params! {

    /// The six numbers of a needs table.
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
    /// The numbers in Maslow's order.
    pub fn array(&self) -> [f32; 6] {
        [self.safety, self.belonging, self.esteem, self.cognition, self.actualisation, self.transcendence]
            .map(|x| x as f32)
    }
}
