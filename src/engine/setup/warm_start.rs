//! Warm start: who is a member, a contributor or a holder of a tier as the run begins.
//!
//! Members have ages as if people had come in evenly over the segment's history and left at their own rates, and contributors have clocks
//! as if they had begun at some time since and not stopped. Invariant: who they are is drawn from people's own addresses, so it is the
//! same in every treatment.

use crate::engine::closing::departures::hire;
use crate::engine::context::TickContext;
use crate::engine::institutions::seat_founders;
use crate::engine::people::choice::pick;
use crate::engine::people::membership::join;
use crate::engine::publish::menu::menu;
use crate::mechanisms::{Idle, Rates, relax};
use crate::world::contacts::Contacts;
use crate::world::dossier::{Clock, Dossiers, Part};
use crate::world::maths::{exp, ln, logistic};
use crate::world::people::Person;
use crate::world::requests::ACTIONS;
use crate::world::{Community, Population, Seen, World};

/// Members at the start: drawn in each segment by a lottery that is weighted with each person's chance to have stayed.
pub(super) fn members(world: &mut World, ground: &TickContext, segment: usize) {
    let spec = &ground.model.segments[segment];
    let mechanisms = &ground.rules.segments[segment].mechanisms;
    let range = world.population.segments[segment].clone();
    let menu = menu(world, ground.rules);
    let mut rates = Rates::default();
    for mechanism in mechanisms {
        mechanism.hazards(
            &Seen::quiet(f64::from(world.tick_days), &menu, &Dossiers::default(), &Contacts::default()),
            &mut rates,
        );
    }
    // A key that falls with survival: the exponential race of weighted sampling (Efraimidis & Spirakis 2006).
    let mut keys: Vec<(f64, u32, f32)> = Vec::new();
    for id in range {
        if spec.members == 0 {
            break;
        }
        let who = ground.person(id);
        let u = who.named("start").unit().max(1e-12);
        let (mut age, mut key) = (0.0, u);
        if spec.aged {
            age = who.named("age").unit() * spec.history;
            let mut person = world.population.people.person(id as usize);
            join(&mut person, mechanisms, who, 0.0);
            // −ln u / survival: those who would have left by now come last.
            key = -ln(u) * exp((f64::from(person.leave) * age).min(600.0));
        }
        keys.push((key, id, age as f32));
    }
    keys.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    keys.truncate(spec.members as usize);
    keys.sort_by_key(|k| k.1);
    for (_, id, age) in keys {
        let mut person = world.population.people.person(id as usize);
        join(&mut person, mechanisms, ground.person(id), 0.0);
        person.born = -age;
        if spec.aged {
            settle_in(&mut person, ground, &rates, id, age);
        }
        world.population.people.write(id as usize, &person);
        world.population.members[segment] += 1;
        world.tally.adopted += 1;
    }
}

/// Gives a member of some age the state that such a member has: a last deed, a habit, a stake, knowledge.
fn settle_in(person: &mut Person, ground: &TickContext, rates: &Rates, id: u32, age: f32) {
    let who = ground.person(id);
    let mechanisms = &ground.rules.segments[ground.model.segment_of(id)].mechanisms;
    // Habit depends on deeds and deeds on habit: a few rounds find the balance.
    let mut deeds = 0.0;
    for _ in 0..12 {
        deeds = rates.paid + rates.own * f64::from(person.need) + rates.internal * f64::from(person.habit);
        for mechanism in mechanisms {
            mechanism.ripen(person, who, deeds, f64::from(age));
        }
    }
    let since = -ln(who.named("last").unit().max(1e-12)) / deeds.max(1e-9);
    if since < f64::from(age) {
        person.last = -(since as f32) - 0.001;
        person.first_deed = -age;
    }
    // Habit and stake have their present values already; the effects of time alone are applied now.
    let mut idle = [Idle { person: *person, ticks: age }];
    relax(mechanisms, &mut idle, 0.0);
    let Person { habit, stake, leave, touched, .. } = *person;
    *person = Person { habit, stake, leave, touched, ..idle[0].person };
}

/// Engaged contributors at the start: members who are drawn by a lottery that is weighted with their chance not to have stopped since a
/// first contribution some time ago. The first of them are staff.
pub(super) fn contributors(
    population: &mut Population,
    community: &mut Community,
    ground: &TickContext,
    segment: usize,
) {
    let spec = &ground.model.segments[segment];
    let terms = &ground.rules.segments[segment].terms;
    let Some(engagement) = terms.engagement.as_ref() else { return };
    let days = ground.days();
    let mut staffed = 0;
    let mut keys: Vec<(f64, u32, f64, Clock)> = Vec::new();
    for id in population.segments[segment].clone() {
        let person = &population.people.person(id as usize);
        if !person.is_member() || (spec.contributors == 0 && engagement.staff == 0) {
            continue;
        }
        let who = ground.person(id);
        let age = who.named("engagement.age").unit() * f64::from(-person.born);
        let clock = engagement.clock(who, days);
        let lived = survival(&clock, age);
        let u = who.named("engagement.start").unit().max(1e-12);
        keys.push((-ln(u) / lived.max(1e-250), id, age, clock));
    }
    keys.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    keys.truncate(spec.contributors as usize + engagement.staff as usize);
    for (_, id, age, clock) in keys {
        let clock = if staffed < engagement.staff {
            staffed += 1;
            engagement.staff_clock(ground.person(id), days)
        } else {
            clock
        };
        let u = ground.person(id).named("engagement.last").unit().max(1e-12);
        hire(population, community, ground, id, clock, age as f32, (-ln(u) / f64::from(clock.rate)) as f32);
    }
    community.contributors.sort_by_key(|&d| community.dossiers.list[d as usize].id);
}

/// Tiers get the holders that they begin with: the most active first, by what they did before the run.
pub(super) fn ladders(population: &mut Population, community: &mut Community, ground: &TickContext) {
    for k in 0..community.contributors.len() {
        fill_past(population, community, ground, community.contributors[k]);
    }
    for index in 0..ground.rules.ladders.len() {
        // Whatever this grants them lies before the run.
        seat_founders(population, community, ground, index);
    }
}

/// Draws the spells of a contributor before the run, from the latest back to the first deed, at the pace of their clock. They count in the
/// windows of ladders and in fame.
fn fill_past(population: &mut Population, community: &mut Community, ground: &TickContext, dossier: u32) {
    let file = &community.dossiers.list[dossier as usize];
    let (id, clock, begun, mut back) = (file.id, file.clock, -file.first_merged, -file.last_merged);
    let rules = &ground.rules.segments[population.segment_of(id)];
    let Some(engagement) = &rules.terms.engagement else { return };
    let weights: [f64; ACTIONS] =
        std::array::from_fn(|a| if ground.rules.contributes(a) { rules.plain[a] } else { 0.0 });
    let total: f64 = weights.iter().sum();
    let mut luck = ground.person(id).named("past").luck();
    while total > 0.0 && back <= begun {
        let deeds = engagement.deeds(&clock, false, &mut luck).min(u32::from(u16::MAX)) as u16;
        let action = pick(&weights, total, &mut luck);
        if let (Some(fame), Some(status)) = (population.people.fame.get_mut(id as usize), &rules.terms.status) {
            *fame += f32::from(deeds) * status.left(back);
        }
        for (index, ladder) in ground.rules.ladders.iter().enumerate().filter(|(_, l)| l.counts[action]) {
            for ring in ladder.rings.clone() {
                community.dossiers.count(dossier, ring, f64::from(-back), deeds, 0);
            }
            let standing = community.dossiers.standing_mut(dossier, index);
            standing.last = standing.last.max(-back);
        }
        back += (-ln(luck.unit().max(1e-12)) / f64::from(clock.rate)) as f32;
    }
}

/// Chance that a contributor who began `age` ticks ago still contributes.
fn survival(clock: &Clock, age: f64) -> f64 {
    match clock.part {
        Part::Occasional => {
            // Spells so far, each survived with probability 1 − p.
            let active = f64::from(clock.rate) * age;
            let stays = 1.0 - logistic(f64::from(clock.drop));
            exp((active + 1.0) * ln(stays.max(1e-12)))
        }
        _ => exp(-f64::from(clock.departs) * age),
    }
}
