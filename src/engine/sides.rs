//! Sides: an organisation as it comes to the table: its own luck, and what it makes and needs.
//!
//! Invariant: the same organisation has the same luck in every design.

use super::ground::Ground;
use crate::kinds::barter::Side;
use crate::model::Group;
use crate::world::org::Org;
use crate::world::stream::Stream;

/// The address of an organisation.
pub(super) fn address(ground: &Ground, group: &Group, ordinal: u32) -> Stream {
    ground.luck.named("organisation").named(&group.name).at(u64::from(ordinal))
}

/// What one of its size makes and needs, in the hours that its tiers and seats leave; what it needs counts as far as it trusts the hub.
pub(super) fn side(org: &Org, group: &Group) -> Side {
    Side {
        worth: group.side.worth.map(|hours| hours * org.trust),
        hours: (group.side.hours * org.size - org.busy - org.sits).max(0.0),
        absorbs: group.side.absorbs * org.size,
        ..group.side
    }
}
