//! Referral: members bring friends.
//!
//! A member who acts invites with probability content × will × channel × (1 − barrier); an invitation that reaches somebody who
//! could adopt makes a member with probability `conversion`. Limit: with k members made by each member, one grows to 1/(1−k).

use serde::Deserialize;

use super::{Doer, Make, Mechanism, Terms};
use crate::registry::{Knob, Row};
use crate::world::Seen;
use crate::world::requests::{Effect, Requests};
use crate::world::stream::{Stream, path_number};

const INVITES: u64 = path_number("referral");

pub(super) const ROW: Row<Make> = Row {
    name: "referral",
    says: "Members bring friends.",
    knobs: &[
        Knob::number("content", "chance", 0.0..=1.0, 0.5).says("There is something to share.").guess(),
        Knob::number("will", "chance", 0.0..=1.0, 0.2).says("The member wants to share it.").guess(),
        Knob::number("channel", "chance", 0.0..=1.0, 0.5).says("There is a way to share it.").guess(),
        Knob::number("barrier", "chance", 0.0..=1.0, 0.5).says("Something stops it.").guess(),
        Knob::number("conversion", "chance", 0.0..=1.0, 0.05).says("Who is invited adopts.").guess(),
    ],
    make: |settings, _| Box::new(settings.make::<Referral>()),
};

/// How members bring friends.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Referral {
    content: f64,
    will: f64,
    channel: f64,
    barrier: f64,
    /// Who is invited adopts.
    pub conversion: f64,
}

impl Mechanism for Referral {
    fn learn(&self, doers: &mut [Doer], seen: &Seen, luck: Stream, requests: &mut Requests) {
        let chance = self.content * self.will * self.channel * (1.0 - self.barrier);
        for doer in doers.iter().filter(|d| d.deeds + d.engaged > 0) {
            let mut dice = luck.at(u64::from(doer.id)).at(INVITES).at(u64::from(seen.tick)).luck();
            let invites = (0..doer.done).filter(|_| dice.unit() < chance).count();
            for ordinal in 0..invites {
                requests.effects.push(Effect::Invite { id: doer.id, ordinal: ordinal as u16 });
            }
        }
    }
    fn terms(&self, terms: &mut Terms) {
        terms.referral = Some(*self);
    }
}
