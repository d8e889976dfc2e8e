//! Groups: how long work waits in each SIG, which seats are held, what stands on branches, and how lively chapters are.
//!
//! Named only where a scenario has SIGs or chapters.

use super::{Metric, named};
use crate::kinds::chapter::Chapter;
use crate::model::Rules;
use crate::registry::Row;

pub(super) const ROW: Row<Metric> = Row {
    name: "groups",
    says: "Review wait and seats held in each SIG, code and quality not yet released, chapters awake, their leaders, people and meetings.",
    knobs: &[],
    make: Metric {
        names: |model| {
            let (rules, _) = model.rules(0);
            let mut names = Vec::new();
            for sig in &rules.sigs {
                let name = &sig.name;
                names.push(named(&format!("review-wait:{name}"), &format!("{name}: weeks until a review"), "weeks"));
                if !sig.seats.is_empty() {
                    names.push(named(&format!("seats:{name}"), &format!("{name}: share of seats held"), "share"));
                }
            }
            if !rules.sigs.is_empty() {
                names.push(named("unreleased", "Code that is merged and not released", "units"));
                names.push(named("quality-ahead", "Quality on branches, ahead of the stable one", "log"));
            }
            if !rules.chapters.is_empty() {
                names.push(named("chapters-awake", "Chapters that have leaders", "chapters"));
                names.push(named("chapter-leaders", "Leaders of chapters", "people"));
                names.push(named("chapter-met", "People of chapters who have been to a meeting lately", "share"));
            }
            if model.ever(cost) {
                names.push(named("meetings-held", "Meetings of chapters held so far", "meetings"));
                names.push(named("meetings-unpaid", "Meetings of chapters that no pool could pay so far", "meetings"));
            }
            names
        },
        read: |look, values| {
            let (world, rules) = (look.world, look.rules);
            for ((sig, state), desk) in rules.sigs.iter().zip(&world.work.sigs).zip(&world.work.desks[1..]) {
                values.push(f64::from(desk.wait));
                if !sig.seats.is_empty() {
                    let open = sig.seats.iter().filter(|seat| sig.on_now && seat.on_now);
                    let places: u32 = open.map(|seat| seat.rule.places).sum();
                    let held: usize = state.seats.iter().map(|seats| seats.held.len()).sum();
                    values.push(held as f64 / f64::from(places.max(1)));
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
                values.push(met / f64::max(all, 1.0));
            }
            if look.model.ever(cost) {
                let sum = |what: usize| world.community.chapters.iter().map(|state| state.meetings[what]).sum::<f64>();
                values.extend([sum(0), sum(1)]);
            }
        },
    },
};

/// Whether meetings of any chapter cost money.
fn cost(rules: &Rules) -> bool {
    rules.chapters.iter().any(|chapter| chapter.rule.cost > 0)
}
