//! One tick, in this order:
//!
//! 0. *calendar*: the rules in force, by date and by their conditions; shocks strike; money comes into the pools; endorsements happen, and
//!    announcements that fall due are kept or broken
//! 1. *publish*: carriers send; the rules put their offers on the menu, with last tick's cut-offs
//! 2. *look*: what everybody knows is fixed; nobody reads anything newer until the next tick
//! 3. *organisations* decide, on their own periods, and exchange with the hub; frameworks bring students and readers; seats in SIGs are
//!    assessed and filled; investors pay for milestones that were met
//! 4. *people*, crowds in parallel: rates → one draw → who is triggered, from which source, how many deeds → value of each
//!    action → which → learn, with last tick's outcomes → requests
//! 5. *settle*: requests are joined in crowd order; occasions take place; reviewers' hours are spent; claims on pools of money are
//!    collected
//! 6. *institutions*: those who leave a ladder go, then places are filled from the top down; pools pay all claims, cash of tiers among
//!    them, and outcomes wait for the next tick; then the same for organisations on their paths
//! 7. *closing*: points expire or are taken back; releases bring branches to everybody; departures of core and
//!    staff, chapters, the weather of arrivals, fame
//! 8. *observe*: if a calendar month ends, who came and who went in it is counted; if a row is due, every metric reads the world;
//!    conservation is asserted
//!
//! Invariant: people act on the world as it stood when the tick began, and what they ask for is settled in their order.

use super::calendar::{conditions, environment, rules_change, shocks};
use super::closing::{balances, chapters, departures, hub};
use super::context::TickContext;
use super::institutions;
use super::observation::audit::audit;
use super::observation::{close_month, last_rules, open_month};
use super::organisations::{self, frameworks, hours, investors, paths, seats};
use super::people::{self, drives};
use super::publish::{menu, publicity};
use super::settle::Settlement;
use crate::model::{Model, Rules};
use crate::world::menu::Menu;
use crate::world::stream::Stream;
use crate::world::{Seen, World};

/// The rules in force, without spending if it has stopped.
fn in_force<'a>(world: &World, model: &'a Model) -> (&'a Rules, bool) {
    let (rules, anew) = model.rules_under(world.tick, world.observed.holding(), world.ledger.stopped);
    (rules, anew || world.ledger.stopped && world.tick == model.ticks)
}

/// One tick.
pub(super) fn advance(world: &mut World, model: &Model, luck: Stream, crowd: usize) {
    // 0. calendar
    let before = last_rules(world, model);
    let changed = conditions::evaluate(world, model);
    let (rules, anew) = in_force(world, model);
    let mut ground = TickContext::new(model, rules, luck, world.tick, anew || changed);
    if ground.anew && world.tick > 0 {
        rules_change::apply(&mut world.population, &mut world.community, &ground, before);
    }
    shocks::strike(world, &ground);
    environment::fund(&mut world.ledger, &ground);
    environment::knowledge(&world.population, &mut world.surroundings, &ground);
    publicity::endorse_and_judge(world, &ground);
    // 1. publish
    publicity::send(&mut world.channels, &mut world.ledger, &world.hub, &ground);
    let menu = menu::menu(world, rules);
    // If a pool becomes unable or able to pay, everybody decides again at once.
    ground.anew |= world.tick > 0 && menu.payable != world.ledger.payable;
    world.ledger.payable.clone_from(&menu.payable);
    // 2. look
    let shares: Vec<f32> = world
        .population
        .segments
        .iter()
        .enumerate()
        .map(|(segment, r)| world.population.heard_of(segment) / (r.end - r.start) as f32)
        .collect();
    let outcomes = std::mem::take(&mut world.population.outcomes);
    let drives = drives::drives(
        &world.population,
        &world.community,
        &ground,
        &seen(world, world.population.people.len(), &shares, &menu),
    );
    for (id, drive) in drives {
        world.population.people.drive[id as usize] = drive;
    }
    // 3. organisations: they see the world as the last tick left it, and people do not see what they do before the next
    hours::update_served(&world.population, &world.organisations, &mut world.hub, &ground);
    let mut asks = organisations::decide(world, &ground);
    frameworks::advance(&mut world.organisations, &mut world.ledger, &world.hub, &mut world.tally, &ground, &mut asks);
    seats::meet(&world.population, &mut world.work, &mut world.organisations, &world.hub, &ground, &mut asks);
    let milestones = &mut world.observed.milestones;
    investors::pay_milestones(&mut world.organisations, milestones, &world.ledger, &world.hub, &ground, &mut asks);
    // 4. people are taken out of the world while they act, so that nothing they see can change
    let mut people = std::mem::take(&mut world.population.people);
    let seen = seen(world, people.len(), &shares, &menu);
    let requests = people::act(people.crowds(&world.population.segments, crowd), &ground, &seen, &outcomes);
    world.population.people = people;
    // 5. settle
    let mut settlement = Settlement::new(&ground);
    settlement.settle(world, requests);
    // 6. institutions
    institutions::meet(&mut world.population, &mut world.community, &mut world.work, &ground, &mut settlement);
    settlement.cash(&world.community);
    settlement.pay(&mut world.community, &mut world.ledger, &mut world.tally);
    settlement.close(&mut world.population, &mut world.surroundings);
    paths::meet(&mut world.organisations, &world.hub, &ground);
    paths::pay_benefits(&mut world.organisations, &mut world.ledger, &mut world.hub, &mut world.tally, &ground);
    // 7. closing
    balances::close(&mut world.community, &mut world.ledger, &ground);
    hub::advance(world, &ground, asks);
    departures::draw(&mut world.population, &mut world.community, &world.work, &mut world.tally, &ground);
    chapters::advance(&mut world.community, &mut world.ledger, &ground);
    environment::weather(&mut world.surroundings, &ground);
    environment::fame(&world.population, &mut world.surroundings, &ground, world.tick as f32 + 1.0);
    let observed = &mut world.observed;
    observed.recent.close_tick(&observed.last, &world.tally);
    world.tick += 1;
    if model.months.binary_search(&world.tick).is_ok() {
        close_month(world, model);
    }
    if model.openings.binary_search(&world.tick).is_ok() {
        open_month(world, model);
    }
    if cfg!(debug_assertions) {
        audit(world);
    }
}

/// What may be known of the world before anybody acts; `people`: how many there are.
fn seen<'w>(world: &'w World, people: usize, shares: &'w [f32], menu: &'w Menu) -> Seen<'w> {
    let trying = |s: usize| world.population.trying[s] as f32 * world.population.word[s] as f32 / 1000.0;
    let all = world.population.all_members() as f32 + (0..world.population.trying.len()).map(trying).sum::<f32>();
    Seen {
        tick: world.tick,
        days: world.tick_days,
        share: all / people.max(1) as f32,
        shares,
        deeds_per_member: world.observed.last.deeds as f32 / world.population.all_members().max(1) as f32,
        desks: &world.work.desks,
        chapters: &world.community.chapters,
        fame: world.surroundings.fame,
        knowledge: world.surroundings.knowledge,
        shown: world.surroundings.shown,
        weather: world.surroundings.weather as f32,
        factors: world.hub.factors,
        heard: &world.channels.heard,
        menu,
        dossiers: &world.community.dossiers,
        contacts: &world.population.contacts,
    }
}
