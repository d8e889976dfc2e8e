//! Words of presets: the small vocabulary in which presets name what people do.
//!
//! Invariant: a preset uses no other word for an action.

use crate::params;
use crate::registry::Form;

params! {
    /// `[preset-actions]`: the words of presets for what people do, and which action of the scenario each of them is.
    #[expect(dead_code, reason = "a preset is read by its paths")]
    pub(super) struct PresetActions: "preset-actions" {
        pub r#use: Option<String> = maybe_reference("action");
        pub ask: Option<String> = maybe_reference("action");
        pub answer: Option<String> = maybe_reference("action");
        pub article: Option<String> = maybe_reference("action");
        pub organise: Option<String> = maybe_reference("action");
        pub code: Option<String> = maybe_reference("action");
    }
}

/// `[preset-actions]`: the words of presets for what people do, and which action of the scenario each of them is.
pub(super) const ACTIONS: Form = Form { id: "preset-actions", knobs: PresetActions::KNOBS, parts: &[] };
