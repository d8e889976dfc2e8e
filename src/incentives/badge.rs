//! Badge: a mark given after a fixed number of deeds.
//!
//! Invariant: a person gets a badge once; afterwards its boundary is gone and effort falls back.

use super::Need;
use crate::params;
use crate::registry::Form;

/// `[badge.hundred]`.
pub const FORM: Form = Form { id: "badge", knobs: Badge::KNOBS, parts: &[] };
params! {

    /// The knobs of a badge.
    #[derive(Clone, Debug)]
    pub struct Badge: "badge" {
        pub action: String = reference("action");
        pub at: i64 = count("deeds", 1..=1_000_000, 25);
        pub endowed: i64 = count("deeds", 0..=1_000_000, 0);
        pub value: f64 = number("logits", 0.0..=10.0, 0.6).guess();
        pub feeds: Need = choice(Need::NAMES, "esteem");
        pub relief: f64 = number("relief", 0.0..=1.0, 0.5).guess();
    }
}
