//! Partners: organisations on each tier of a path and their moves, certified people, fees and surplus, concentration of projects, and students.
//!
//! These metrics exist only if a scenario has a path or a framework. The revenue that vendors take is a metric of `ecosystem`.

use super::{Family, Unit, named, named_for, names, ratio};
use crate::model::Rules;
use crate::say;
use crate::world::org::Bond;

pub(super) const FAMILY: Family = Family {
    name: "partners",
    names: |model| {
        let (rules, _) = model.rules(0);
        let mut names = Vec::new();
        for (path, tier) in rules.paths.iter().flat_map(|path| path.tiers.iter().map(move |tier| (path, tier))) {
            let (place, title) = (format!("{}.{}", path.name, tier.name), &tier.title);
            names.extend([
                named_for(names::STANDING, &place, say!("metric-standing-of", tier = title), Unit::Organisations),
                named_for(names::RISEN, &place, say!("metric-risen-of", tier = title), Unit::Organisations),
                named_for(names::FALLEN, &place, say!("metric-fallen-of", tier = title), Unit::Organisations),
            ]);
        }
        if model.ever(boards) {
            names.push(named(names::BOARD_SEATS, say!("metric-board-seats"), Unit::Seats));
        }
        if !rules.paths.is_empty() {
            names.push(named(names::CERTIFIED, say!("metric-certified"), Unit::People));
            names.push(named(names::PARTNER_FEES, say!("metric-partner-fees"), Unit::Money));
            names.push(named(names::PARTNER_SURPLUS, say!("metric-partner-surplus"), Unit::Money));
            let spread = named(names::PROJECT_CONCENTRATION, say!("metric-project-concentration"), Unit::Share);
            names.push(spread.undefined(say!("metric-undefined-no-project")));
        }
        if !rules.frameworks.is_empty() {
            names.push(named(names::AGREEMENTS, say!("metric-agreements"), Unit::Agreements));
            names.push(named(names::STUDENTS_INSIDE, say!("metric-students-inside"), Unit::People));
        }
        if !names.is_empty() {
            names.push(named(names::HUB_SERVED, say!("metric-hub-served"), Unit::Share));
        }
        names
    },
    read: |observation, values| {
        let (world, rules) = (observation.world, observation.model.rules(0).0);
        let (paths, frameworks) = (!rules.paths.is_empty(), !rules.frameworks.is_empty());
        for state in world.organisations.paths.iter().flatten() {
            values.extend([state.holders.len() as f64, state.entered as f64, (state.demoted + state.exited) as f64]);
        }
        if observation.model.ever(boards) {
            let tiers = observation.rules.paths.iter().zip(&world.organisations.paths).filter(|(path, _)| path.on_now);
            let tiers = tiers.flat_map(|(path, states)| path.tiers.iter().zip(states));
            let seats = tiers.filter(|(tier, _)| tier.on_now).map(|(tier, state)| tier.seats_of(state.holders.len()));
            values.push(seats.sum::<i64>() as f64);
        }
        let inside = || world.organisations.list.iter().filter(|org| org.bond == Bond::Inside);
        if paths {
            let all: f64 = inside().map(|org| org.projects).sum();
            let squares: f64 = inside().map(|org| org.projects * org.projects).sum();
            values.push(inside().flat_map(|org| &org.stands).map(|stand| stand.papers[1]).fold(0.0, |a, b| a + b));
            values.push(world.hub.fees as f64);
            // Revenue minus the cost of tiers. Organisations that have gone count in both.
            let delivers = |group: usize| rules.organisations[group].kind.demand(0.0).is_some();
            let spent =
                world.organisations.list.iter().filter(|org| delivers(org.group)).fold(0.0, |sum, org| sum + org.spent);
            values.push(world.hub.revenue[1] - spent);
            values.push(ratio(squares, all * all));
        }
        if frameworks {
            let agreed = || world.organisations.list.iter().flat_map(|org| &org.agreed);
            values.push(agreed().filter(|a| a.since.is_some()).count() as f64);
            values.push(agreed().flat_map(|a| a.stages).fold(0.0, |a, b| a + b));
        }
        if paths || frameworks {
            values.push(world.hub.served);
        }
    },
};

/// Whether any tier has seats on a board.
fn boards(rules: &Rules) -> bool {
    rules.paths.iter().flat_map(|path| &path.tiers).any(|tier| tier.board.0 > 0)
}
