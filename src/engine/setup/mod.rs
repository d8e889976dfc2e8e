//! Setup: the world as it stands when the run begins.
//!
//! Invariant: in every design the run begins with the same people, organisations and weather.

use std::ops::Range;
use std::sync::Arc;

use super::calendar::environment;
use super::closing::chapters;
use super::context::TickContext;
use super::organisations::{self, seats};
use crate::mechanisms::trial::Trial;
use crate::model::{Model, Rules};
use crate::world::channels::Channels;
use crate::world::contacts::Contacts;
use crate::world::dossier::Dossiers;
use crate::world::groups::{ChapterState, Desk};
use crate::world::hub::Hub;
use crate::world::ledger::{Ledger, Pool};
use crate::world::maths::normal;
use crate::world::org::Organisations;
use crate::world::people::{People, Stage};
use crate::world::requests::{ACTIONS, Sums};
use crate::world::stream::Stream;
use crate::world::{Account, Community, Observed, Population, Recent, Surroundings, Tally, TierState, Work, World};
use warm_start::{contributors, ladders, members};

mod warm_start;

/// The world at tick 0.
pub(super) fn set_up(model: &Model, luck: Stream, contacts: Arc<Contacts>) -> World {
    let (rules, _) = model.rules(0);
    let segments: Vec<Range<u32>> = (0..model.segments.len()).map(|s| model.segment_rows(s)).collect();
    let people = People::new(model.people() as usize, &model.columns());
    let mut ledger = Ledger::default();
    for (name, &share) in model.pools.iter().zip(&rules.shares) {
        ledger.pools.push(Pool { name: name.clone(), share, paid_in: 0, paid_out: 0, unpaid: 0 });
    }
    let observed = Observed {
        last: Sums::default(),
        recent: Recent::default(),
        account: Account::default(),
        watched: Vec::new(),
        milestones: Vec::new(),
    };
    let mut world = World {
        tick: 0,
        tick_days: model.calendar.step.days() as f32,
        population: Population {
            people,
            members: vec![0; segments.len()],
            trying: vec![0; segments.len()],
            word: word(rules),
            segments,
            contacts,
            outcomes: Vec::new(),
        },
        community: Community {
            dossiers: Dossiers::new(
                rules.ladders.len(),
                rules.points.len(),
                model.counters.widths(),
                model.counters.half_lives.clone(),
            ),
            contributors: Vec::new(),
            farmers: Vec::new(),
            credits: Vec::new(),
            ladders: rules.ladders.iter().map(|l| vec![TierState::default(); l.tiers.len()]).collect(),
            chapters: vec![ChapterState::default(); rules.chapters.len()],
        },
        work: Work {
            queue: Vec::new(),
            desks: vec![Desk::default(); 1 + rules.sigs.len()],
            wait: 0.0,
            merged: [0; ACTIONS],
            held_back: 0.0,
            mentor_minutes: 0.0,
            sigs: rules.sigs.iter().map(seats::blank_sig).collect(),
        },
        ledger,
        organisations: Organisations::default(),
        hub: Hub::default(),
        channels: Channels::default(),
        surroundings: Surroundings::default(),
        tally: Tally::default(),
        observed,
    };
    let ground = TickContext::new(model, rules, luck, 0, false);
    if let Some(weather) = rules.segments.iter().find_map(|s| s.terms.weather) {
        world.surroundings.weather = weather.sd * normal(&mut luck.named("weather.first").luck());
    }
    for segment in 0..model.segments.len() {
        members(&mut world, &ground, segment);
        contributors(&mut world.population, &mut world.community, &ground, segment);
    }
    ladders(&mut world.population, &mut world.community, &ground);
    organisations::set_up(&world.population, &mut world.organisations, &mut world.hub, &ground);
    chapters::set_up(&mut world.community, &mut world.ledger, &ground);
    environment::fame(&world.population, &mut world.surroundings, &ground, 0.0);
    if world.population.contacts.is_network() {
        for id in 0..world.population.people.len() as u32 {
            if world.population.people.stage[id as usize] == Stage::Member as u8 {
                world.population.tie(id);
            }
        }
    }
    world.observed.recent = Recent::new(world.tick_days, &world.tally);
    world
}

/// Word that people in trial pass on, by segment: thousandths of what a member does.
pub(super) fn word(rules: &Rules) -> Vec<u32> {
    let of = |trial: &Trial| (trial.word * 1000.0).round() as u32;
    rules.segments.iter().map(|segment| segment.terms.trial.as_ref().map_or(0, of)).collect()
}
