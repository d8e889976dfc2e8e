//! How many: members, active people, active contributors, staff apart from community.
//!
//! A person is active who is a member and did a deed in the last month; a contributor is active of whom something was merged in the
//! last month. Where each member brings k others in a lifetime, those who were brought are k of all who ever adopted (once no more come).

use super::{Metric, named};
use crate::registry::Row;

pub(super) const ROW: Row<Metric> = Row {
    name: "active",
    says: "Members, active people, active contributors, staff and community.",
    knobs: &[],
    make: Metric {
        names: |model| {
            let mut names = vec![
                named("adopted", "People who ever adopted", "people"),
                named("adopted-share", "Share of people who ever adopted", "share"),
                named("members", "Members", "people"),
                named("active-people", "Active people a month", "people"),
                named("active-contributors", "Active contributors a month", "people"),
                named("active-community", "Active contributors a month, staff apart", "people"),
                named("active-staff", "Active staff a month", "people"),
                named("engaged-contributors", "Engaged contributors", "people"),
                named("deeds", "Deeds in the period", "deeds"),
                named("contributions", "Contributions merged in the period", "deeds"),
                named("value", "True value of the period's deeds", "units"),
                named("referred", "Members who were invited", "people"),
                named("viral-k", "Members whom one who ever adopted has brought so far, mean", "people"),
            ];
            for (what, title) in [
                ("members", "Members"),
                ("active-people", "Active people a month"),
                ("active-contributors", "Active contributors a month"),
            ] {
                let of = |name: &str| named(&format!("{what}:{name}"), &format!("{title}: {name}"), "people");
                names.extend(model.segments.iter().map(|segment| of(&segment.name)));
            }
            names
        },
        read: |look, values| {
            let world = look.world;
            let active = look.active();
            let everybody = world.population.people.len().max(1) as f64;
            let worth: f64 = look
                .rules
                .actions
                .iter()
                .enumerate()
                .map(|(a, action)| f64::from(action.value) * world.observed.since.worth(a))
                .sum();
            values.extend([
                world.tally.adopted as f64,
                world.tally.adopted as f64 / everybody,
                world.population.all_members() as f64,
                active.people as f64,
                active.contributors as f64,
                (active.contributors - active.staff) as f64,
                active.staff as f64,
                active.engaged as f64,
                world.observed.since.deeds as f64,
                (world.tally.merged - world.observed.account.tally.merged) as f64,
                worth,
                world.tally.referred as f64,
                world.tally.referred as f64 / world.tally.adopted.max(1) as f64,
            ]);
            values.extend(world.population.members.iter().map(|&m| m as f64));
            let active = look.active_by_segment();
            values.extend(active.iter().map(|(people, _)| *people as f64));
            values.extend(active.iter().map(|(_, contributors)| *contributors as f64));
        },
    },
};
