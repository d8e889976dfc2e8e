//! Groups: waiting for review and seats held in each SIG, unreleased work, and activity of chapters.
//!
//! These metrics exist only if a scenario has SIGs or chapters.

use super::{Family, Unit, named, named_for, names, ratio};
use crate::kinds::chapter::Chapter;
use crate::model::Rules;
use crate::say;

pub(super) const FAMILY: Family = Family {
    name: "groups",
    names: |model| {
        let (rules, _) = model.rules(0);
        let mut names = Vec::new();
        for sig in &rules.sigs {
            let name = &sig.name;
            names.push(named_for(names::REVIEW_WAIT, name, say!("metric-review-wait-of", sig = name), Unit::Weeks));
            if !sig.seats.is_empty() {
                let seats = named_for(names::SEATS, name, say!("metric-seats-of", sig = name), Unit::Share);
                names.push(seats.undefined(say!("metric-undefined-no-place")));
            }
        }
        if !rules.sigs.is_empty() {
            names.push(named(names::UNRELEASED, say!("metric-unreleased"), Unit::Units));
            names.push(named(names::QUALITY_AHEAD, say!("metric-quality-ahead"), Unit::Log));
        }
        if !rules.chapters.is_empty() {
            names.push(named(names::CHAPTERS_AWAKE, say!("metric-chapters-awake"), Unit::Chapters));
            names.push(named(names::CHAPTER_LEADERS, say!("metric-chapter-leaders"), Unit::People));
            let met = named(names::CHAPTER_MET, say!("metric-chapter-met"), Unit::Share);
            names.push(met.undefined(say!("metric-undefined-no-chapter")));
        }
        if model.ever(meetings_cost) {
            names.push(named(names::MEETINGS_HELD, say!("metric-meetings-held"), Unit::Meetings));
            names.push(named(names::MEETINGS_UNPAID, say!("metric-meetings-unpaid"), Unit::Meetings));
        }
        names
    },
    read: |observation, values| {
        let (world, rules) = (observation.world, observation.rules);
        for ((sig, state), desk) in rules.sigs.iter().zip(&world.work.sigs).zip(&world.work.desks[1..]) {
            values.push(f64::from(desk.wait));
            if !sig.seats.is_empty() {
                let open_seats = sig.seats.iter().filter(|seat| sig.on_now && seat.on_now);
                let places: u32 = open_seats.map(|seat| seat.rule.places).sum();
                let held: usize = state.seats.iter().map(|seats| seats.held.len()).sum();
                values.push(ratio(held as f64, f64::from(places)));
            }
        }
        if !rules.sigs.is_empty() {
            values.push(world.work.sigs.iter().fold(0.0, |sum, state| sum + state.code));
            values.push(world.hub.ahead);
        }
        if !rules.chapters.is_empty() {
            let states = &world.community.chapters;
            values.push(states.iter().filter(|state| state.leaders > 0).count() as f64);
            values.push(states.iter().map(|state| f64::from(state.leaders)).sum());
            let people = |segment: usize| {
                (world.population.segments[segment].end - world.population.segments[segment].start) as f64
            };
            let (mut met, mut all) = (0.0, 0.0);
            for (chapter, state) in rules.chapters.iter().zip(states).filter(|(c, _)| c.on_now) {
                let here = people(chapter.segment) * chapter.rule.share;
                met += here * Chapter::been(state.remembered);
                all += here;
            }
            values.push(ratio(met, all));
        }
        if observation.model.ever(meetings_cost) {
            let sum = |what: usize| world.community.chapters.iter().map(|state| state.meetings[what]).sum::<f64>();
            values.extend([sum(0), sum(1)]);
        }
    },
};

/// Whether meetings of a chapter cost money.
fn meetings_cost(rules: &Rules) -> bool {
    rules.chapters.iter().any(|chapter| chapter.rule.cost > 0)
}
