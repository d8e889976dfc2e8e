//! Referral: members invite friends.
//!
//! A member who acts invites with probability content × will × channel × (1 − barrier); an invitation to a person who
//! could adopt makes a member with probability `conversion`. Limit: if each member makes k members, one member grows to
//! 1/(1−k).

use super::{Doer, Make, Mechanism, Terms};
use crate::params;
use crate::registry::Entry;
use crate::world::Seen;
use crate::world::requests::{Effect, Requests};
use crate::world::stream::{Stream, path_number};

const INVITES: u64 = path_number("referral");

pub(super) const ROW: Entry<Make> = Entry {
    name: "referral",
    id: "mechanism-referral",
    knobs: Referral::KNOBS,
    make: |settings, _| Box::new(settings.make::<Referral>()),
};
params! {

    /// The knobs of referral.
    #[derive(Clone, Copy, Debug)]
    pub struct Referral: "mechanism-referral" {
        content: f64 = number("chance", 0.0..=1.0, 0.5).guess();
        will: f64 = number("chance", 0.0..=1.0, 0.2).guess();
        channel: f64 = number("chance", 0.0..=1.0, 0.5).guess();
        barrier: f64 = number("chance", 0.0..=1.0, 0.5).guess();
        pub conversion: f64 = number("chance", 0.0..=1.0, 0.05).guess();
    }
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
