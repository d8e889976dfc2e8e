//! Calendar: what the date and the surroundings bring before anybody acts.

pub(super) mod conditions;
pub(super) mod environment;
pub(super) mod rules_change;
pub(super) mod shocks;
