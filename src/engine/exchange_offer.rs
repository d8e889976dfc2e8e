//! Sides: an organisation as it comes to the table: its own luck, and what it makes and needs.
//!
//! Invariant: the same organisation has the same luck in every design.

use super::context::Ground;
use crate::kinds::barter::Side;
use crate::model::Group;
use crate::world::org::Org;
use crate::world::stream::Stream;

/// The address of an organisation.
pub(super) fn address(ground: &Ground, group: &Group, ordinal: u32) -> Stream {
    ground.luck.named("organisation").named(&group.name).at(u64::from(ordinal))
}

/// Hours a month that its tiers and seats leave it.
pub(super) fn open(org: &Org, group: &Group) -> f64 {
    (group.side.hours * org.size * (1.0 + org.seeks) - org.busy - org.sits).max(0.0)
}

/// What one of its size makes and needs, in the hours that its tiers, seats and others leave; what it needs counts as far as it trusts the hub.
pub(super) fn side(org: &Org, group: &Group) -> Side {
    Side {
        worth: group.side.worth.map(|hours| hours * org.trust),
        hours: (open(org, group) - org.peers.hours).max(0.0),
        absorbs: group.side.absorbs * org.size - org.peers.got.iter().fold(0.0, |most: f64, units| most.max(*units)),
        ..group.side
    }
}
