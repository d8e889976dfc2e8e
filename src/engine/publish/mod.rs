//! Publish: what everybody is told before anybody acts, and what the rules in force offer.

pub(super) mod menu;
pub(super) mod publicity;
