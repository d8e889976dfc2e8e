//! Occasions: on their days people come together; some become members, all may learn, do something, win, or complain.
//!
//! Who comes is drawn at a person's own address, so that those who would have come without what is paid come with it too. Invariants:
//! nobody comes beyond the capacity; what cannot be paid in full beforehand does not take place.

use crate::engine::context::TickContext;
use crate::engine::people::membership::adopt;
use crate::engine::settle::Settlement;
use crate::incentives::occasion::OpenTo;
use crate::model::{OccasionRule, Rules};
use crate::world::calendar::MONTH;
use crate::world::channels::{Channels, Entrant, OccasionState};
use crate::world::hub::Hub;
use crate::world::maths::logistic;
use crate::world::people::Stage;
use crate::world::requests::Sums;
use crate::world::stream::Stream;
use crate::world::{Community, Outcome, Population, Tally, World};

mod complaints;
mod contest;

/// Months after an occasion: an entrant who is active between these two counts as still active.
const SURVEYED: (f64, f64) = (6.0, 9.0);

/// A person who attends an occasion.
struct Guest {
    id: u32,
    /// Whether they would not have come without what is paid.
    for_pay: bool,
    /// Whether they became a member there.
    joined: bool,
}

impl Settlement<'_> {
    /// All occasions of the tick. What is done there is added to the sums.
    pub(super) fn occasions(&mut self, world: &mut World, sums: &mut Sums) {
        let rules = &self.ground.rules.occasions;
        if rules.is_empty() {
            return;
        }
        world.channels.occasions.resize(rules.len(), OccasionState::default());
        for (index, occasion) in rules.iter().enumerate() {
            if occasion.falls(world.tick) {
                self.hold(world, sums, index, occasion);
            }
            self.resolve(world, index, occasion);
        }
        survey_entrants(&world.population, &world.community, &mut world.channels, self.ground);
    }

    /// One occasion takes place, if it can be paid.
    fn hold(&mut self, world: &mut World, sums: &mut Sums, index: usize, occasion: &OccasionRule) {
        let owed = occasion.owed();
        if owed > 0 && !world.ledger.can_pay(occasion.pool, owed) {
            // An occasion that was announced and does not take place is a broken promise.
            world.ledger.pay(occasion.pool, owed);
            world.tally.promises_broken += 1;
            world.channels.occasions[index].cancelled += 1;
            return;
        }
        world.ledger.pay(occasion.pool, occasion.occasion.cost);
        world.tally.promises_kept += 1;
        let luck = self.ground.luck.named("occasion").named(&occasion.name).at(u64::from(world.tick));
        let mut guests = self.guests(&world.population, &world.channels, &world.hub, occasion, luck);
        let held = &mut world.channels.occasions[index];
        held.times += 1;
        held.came += guests.len() as u64;
        world.channels.content += occasion.occasion.content;
        self.welcome(&mut world.population, &mut world.tally, occasion, &mut guests, luck);
        // Those who came to look and did not stay have no part in what follows.
        guests.retain(|guest| world.population.people.is_member(guest.id as usize));
        let begin = self.contest(world, sums, occasion, &guests, luck);
        let contributes = occasion.action.is_some_and(|a| self.ground.rules.contributes(a));
        let entered: Vec<u32> = match contributes {
            true => begin,
            false => guests.iter().filter(|guest| guest.joined).map(|guest| guest.id).collect(),
        };
        world.channels.entered += entered.len() as u64;
        let since = world.tick;
        world.channels.entrants.extend(entered.into_iter().map(|id| Entrant { id, since, contributes }));
        self.complain(&mut world.channels, &world.hub, index, occasion, &guests, luck);
    }

    /// Those of the audience who come, by their draws; by lot if there is not room for all.
    fn guests(
        &self,
        population: &Population,
        channels: &Channels,
        hub: &Hub,
        occasion: &OccasionRule,
        luck: Stream,
    ) -> Vec<Guest> {
        let own = &occasion.occasion;
        let belief = hub.belief;
        let paid = belief * (occasion.pull + occasion.swag.as_ref().map_or(0.0, |s| s.draws));
        let faded = occasion.faded(self.ground.tick);
        let mut guests = Vec::new();
        for (segment, range) in population.segments.iter().enumerate().filter(|(s, _)| occasion.audience[*s]) {
            let informed = faded * share_informed(channels, self.ground.rules, occasion, segment);
            for id in range.clone() {
                let stage = population.people.stage[id as usize];
                let outside = stage == Stage::Potential as u8 && own.open_to == OpenTo::Everybody;
                if stage != Stage::Member as u8 && !outside {
                    continue;
                }
                let fits = occasion.challenge.as_ref().map_or(0.0, |challenge| {
                    let skill = population.people.knowledge.get(id as usize).map_or(0.0, |k| f64::from(*k));
                    belief * challenge.draws * challenge.fits(skill)
                });
                let u = luck.named("comes").at(u64::from(id)).unit();
                if u < informed * logistic(own.interest + fits + paid) {
                    let for_pay = paid > 0.0 && u >= informed * logistic(own.interest + fits);
                    guests.push(Guest { id, for_pay, joined: false });
                }
            }
        }
        if let Some(room) = own.capacity.map(|n| n as usize).filter(|room| guests.len() > *room) {
            let lot = luck.named("room");
            guests.sort_by_key(|guest| lot.at(u64::from(guest.id)).bits());
            guests.truncate(room);
            guests.sort_by_key(|guest| guest.id);
        }
        guests
    }

    /// Those who came adopt, learn, and are among others.
    fn welcome(
        &mut self,
        population: &mut Population,
        tally: &mut Tally,
        occasion: &OccasionRule,
        guests: &mut [Guest],
        luck: Stream,
    ) {
        let own = &occasion.occasion;
        for guest in guests {
            let row = guest.id as usize;
            if !population.people.is_member(row) {
                if luck.named("adopts").at(u64::from(guest.id)).unit() >= own.adopts {
                    continue;
                }
                guest.joined = true;
                adopt(population, tally, self.ground, guest.id);
            }
            if let Some(knowledge) = population.people.knowledge.get_mut(row) {
                // Forgetting and learning in the meantime also multiply the gap, so the order does not matter.
                *knowledge = 1.0 - (1.0 - *knowledge) * (1.0 - own.knowledge as f32);
            }
            if occasion.relief != [0.0; 6] {
                self.outcomes.push(Outcome { id: guest.id, fed: occasion.relief, ..Outcome::default() });
            }
        }
    }
}

/// Share of a segment that knows of an occasion: everybody, or those who heed one of the carriers that tell of it.
fn share_informed(channels: &Channels, rules: &Rules, occasion: &OccasionRule, segment: usize) -> f64 {
    if occasion.told_by.is_empty() {
        return 1.0;
    }
    let reaches = |carrier: &&usize| rules.carriers[**carrier].audience[segment];
    let heeded = |carrier: &usize| channels.carriers.get(*carrier).map_or(0.0, |c| c.heeded);
    1.0 - occasion.told_by.iter().filter(reaches).map(|carrier| 1.0 - heeded(carrier)).product::<f64>()
}

/// Counts entrants, and those of them who are still active, once the months in question are over.
fn survey_entrants(population: &Population, community: &Community, channels: &mut Channels, ground: &TickContext) {
    let month = MONTH / ground.days();
    let (from, to) = (month * SURVEYED.0, month * SURVEYED.1);
    while let Some(&Entrant { id, since, contributes }) = channels.entrants.front() {
        if f64::from(ground.tick + 1 - since) < to {
            break;
        }
        channels.entrants.pop_front();
        let last = match contributes {
            true => community
                .dossiers
                .list
                .get(population.people.dossier[id as usize] as usize)
                .map(|file| file.last_merged),
            false => Some(population.people.last[id as usize]),
        };
        let active = last.is_some_and(|last| f64::from(last) >= f64::from(since) + from);
        channels.asked.0 += 1;
        channels.asked.1 += u64::from(active);
    }
}
