//! Partners: organisations on each tier and their moves, the hours and money that go with it, how projects concentrate, and students on
//! the way.
//!
//! Named only where a scenario has a path or a framework; what vendors take stands with the ecosystem.

use super::{Metric, named};
use crate::model::Rules;
use crate::registry::Row;
use crate::world::org::Bond;

pub(super) const ROW: Row<Metric> = Row {
    name: "partners",
    says: "Organisations on each tier, their moves, fees, surplus, certified people and seats on the board; concentration of projects; students on the way.",
    knobs: &[],
    make: Metric {
        names: |model| {
            let (rules, _) = model.rules(0);
            let mut names = Vec::new();
            for path in &rules.paths {
                for tier in &path.tiers {
                    for (what, title) in [
                        ("standing", "organisations"),
                        ("risen", "came onto it so far"),
                        ("fallen", "fell off it so far"),
                    ] {
                        let name = format!("{what}:{}.{}", path.name, tier.name);
                        names.push(named(&name, &format!("{}: {title}", tier.title), "organisations"));
                    }
                }
            }
            if model.ever(boards) {
                names.push(named("board-seats", "Seats on the board that organisations hold", "seats"));
            }
            if !rules.paths.is_empty() {
                names.push(named("certified", "Certified engineers of organisations", "people"));
                names.push(named("partner-fees", "Fees of organisations so far", "money"));
                names.push(named("partner-surplus", "Surplus of partners so far", "money"));
                names.push(named("project-concentration", "Chance that two projects have one partner", "share"));
            }
            if !rules.frameworks.is_empty() {
                names.push(named("agreements", "Frameworks that organisations have taken up", "agreements"));
                names.push(named("students-inside", "Students inside frameworks", "people"));
            }
            if !names.is_empty() {
                names.push(named(
                    "hub-served",
                    "Share of the hours promised to organisations that the hub has",
                    "share",
                ));
            }
            names
        },
        read: |look, values| {
            let (world, rules) = (look.world, look.model.rules(0).0);
            let (paths, frameworks) = (!rules.paths.is_empty(), !rules.frameworks.is_empty());
            for state in world.organisations.paths.iter().flatten() {
                values.extend([
                    state.holders.len() as f64,
                    state.entered as f64,
                    (state.demoted + state.exited) as f64,
                ]);
            }
            if look.model.ever(boards) {
                let tiers = look.rules.paths.iter().zip(&world.organisations.paths).filter(|(path, _)| path.on_now);
                let tiers = tiers.flat_map(|(path, states)| path.tiers.iter().zip(states));
                let seats =
                    tiers.filter(|(tier, _)| tier.on_now).map(|(tier, state)| tier.seats_of(state.holders.len()));
                values.push(seats.sum::<i64>() as f64);
            }
            let inside = || world.organisations.list.iter().filter(|org| org.bond == Bond::Inside);
            if paths {
                let all: f64 = inside().map(|org| org.projects).sum();
                let squares: f64 = inside().map(|org| org.projects * org.projects).sum();
                values.push(inside().flat_map(|org| &org.stands).map(|stand| stand.papers[1]).fold(0.0, |a, b| a + b));
                values.push(world.hub.fees as f64);
                // What they earned, less what their tiers cost them; those that have gone included, as in their revenue.
                let delivers = |group: usize| rules.organisations[group].kind.demand(0.0).is_some();
                let spent = world
                    .organisations
                    .list
                    .iter()
                    .filter(|org| delivers(org.group))
                    .fold(0.0, |sum, org| sum + org.spent);
                values.push(world.hub.revenue[1] - spent);
                values.push(if all > 0.0 { squares / (all * all) } else { 0.0 });
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
    },
};

/// Whether any tier has seats on a board.
fn boards(rules: &Rules) -> bool {
    rules.paths.iter().flat_map(|path| &path.tiers).any(|tier| tier.board.0 > 0)
}
