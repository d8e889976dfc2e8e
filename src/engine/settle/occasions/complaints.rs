//! Complaints: raised by those who come, resolved one after the other, or ignored.
//!
//! Invariant: every complaint is open, resolved or ignored.

use super::Guest;
use crate::engine::people::membership::{count, part};
use crate::engine::settle::Settlement;
use crate::model::OccasionRule;
use crate::world::World;
use crate::world::calendar::MONTH;
use crate::world::channels::{Channels, Complaint};
use crate::world::hub::Hub;
use crate::world::maths::poisson;
use crate::world::requests::Requests;
use crate::world::stream::Stream;

impl Settlement<'_> {
    /// Guests complain.
    pub(super) fn complain(
        &self,
        channels: &mut Channels,
        hub: &Hub,
        index: usize,
        occasion: &OccasionRule,
        guests: &[Guest],
        luck: Stream,
    ) {
        let Some(gripe) = &occasion.gripe else { return };
        let mean = gripe.each(hub.quality, hub.rival);
        for guest in guests {
            let n = poisson(mean, &mut luck.named("complains").at(u64::from(guest.id)).luck());
            let complaint = Complaint { id: guest.id, since: self.ground.tick };
            let held = &mut channels.occasions[index];
            held.raised += u64::from(n);
            held.complaints.extend(std::iter::repeat_n(complaint, n as usize));
        }
    }

    /// The hours of the tick go into the complaints that have waited longest. Those that have waited too long are ignored.
    pub(super) fn resolve(&self, world: &mut World, index: usize, occasion: &OccasionRule) {
        let Some(gripe) = &occasion.gripe else { return };
        let days = f64::from(world.tick_days);
        let held = &mut world.channels.occasions[index];
        held.spare += gripe.hours * days / MONTH;
        while held.spare >= gripe.hours_each && !held.complaints.is_empty() {
            if !world.ledger.pay(occasion.pool, gripe.cost) {
                break;
            }
            held.spare -= gripe.hours_each;
            world.tally.staff_minutes += (gripe.hours_each * 60.0).round() as u64;
            held.complaints.pop_front();
            held.resolved += 1;
            // A public complaint counts as a promise, which is kept or broken.
            world.tally.promises_kept += 1;
            world.channels.quality += gripe.quality;
        }
        // Hours that nobody needed lapse.
        held.spare = held.spare.min(gripe.hours_each);
        let mut gone = Requests::default();
        while let Some(&Complaint { id, since }) = held.complaints.front() {
            if f64::from(world.tick + 1 - since) * days <= gripe.patience {
                break;
            }
            held.complaints.pop_front();
            held.ignored += 1;
            world.tally.promises_broken += 1;
            let luck = self.ground.luck.named("ignored").named(&occasion.name).at(held.ignored);
            if world.population.people.is_member(id as usize) && luck.unit() < gripe.leaves {
                let mut person = world.population.people.person(id as usize);
                part(&mut person);
                world.population.people.write(id as usize, &person);
                gone.sums.left += 1;
                gone.parted.push(id);
            }
        }
        count(&mut world.population, &mut world.community, &mut world.tally, &gone);
    }
}
