//! Words of presets: the small vocabulary in which published rules speak of what people do.
//!
//! Invariant: a preset speaks of no action by another word.

use crate::registry::{Form, Knob};

/// `[preset-actions]`: the words of presets for what people do, and which action of the scenario each of them is.
pub(super) const ACTIONS: Form = Form {
    says: "Which action of the scenario is meant by each word of a preset; the one of the same name where it is absent.",
    knobs: &[
        Knob::maybe_reference("use", "action").says("Using the product, logging in, reading."),
        Knob::maybe_reference("ask", "action").says("Asking a question or opening an issue."),
        Knob::maybe_reference("answer", "action").says("Answering or commenting."),
        Knob::maybe_reference("article", "action").says("Writing an article, a blog post, a review of a product."),
        Knob::maybe_reference("organise", "action").says("Organising an event, or speaking at one."),
        Knob::maybe_reference("code", "action").says("Contributing code: a pull request."),
    ],
    parts: &[],
};
