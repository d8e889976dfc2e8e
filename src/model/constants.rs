//! What is constant from the first tick of a run to the last, whatever changes on a date.
//!
//! Invariant: after [`complete`] the scenarios of all dates have the same names under each part that is found by index, so that an index
//! means the same at every date. A table that a date adds is switched off before it; one that a date removes is switched off from then on.

use std::collections::BTreeSet;

use crate::error::Mistake;
use crate::kinds::{Organisation, milestone::Milestone};
use crate::knob;
use crate::say;
use crate::scenario::Scenario;
use crate::scenario::schema::Segment;
use crate::world::calendar::Tick;

/// Parts whose tables are found by index all through a run.
const INDEXED_PARTS: &[&str] = &[
    "points",
    "badge",
    "ladder",
    "carrier",
    "occasion",
    "path",
    "framework.university",
    "framework.traffic",
    "sig",
    "chapter",
    "milestone",
];

/// Adds to the scenario of each date the tables that only other dates have, switched off.
pub(super) fn complete(standing: &mut [(Tick, Scenario)]) {
    // Before its date a table has its later values, because a ladder counts deeds in its window even before it begins.
    for at in (1..standing.len()).rev() {
        let (before, after) = standing.split_at_mut(at);
        let (before, after) = (&mut before[at - 1].1, &after[0].1);
        for path in paths_under(after, INDEXED_PARTS.iter().map(|part| (*part).to_owned())) {
            if !before.is_on(&path) {
                before.insert_switched_off(&path, after);
            }
        }
        add_missing(before, after);
    }
    for at in 1..standing.len() {
        let (before, after) = standing.split_at_mut(at);
        add_missing(&mut after[0].1, &before[at - 1].1);
    }
}

/// Adds to a scenario the tables that only the other one has, switched off.
fn add_missing(scenario: &mut Scenario, other: &Scenario) {
    let inner = |of: &Scenario, part: &str, what: &str| {
        of.all_names(part).into_iter().map(|name| format!("{part}.{name}.{what}")).collect::<Vec<_>>()
    };
    let inside = [inner(other, "ladder", "tier"), inner(other, "path", "tier"), inner(other, "sig", "seat")].concat();
    for parts in [INDEXED_PARTS.iter().map(|part| (*part).to_owned()).collect(), inside] {
        let present: BTreeSet<String> = paths_under(scenario, parts.iter().cloned()).into_iter().collect();
        for path in paths_under(other, parts.into_iter()).iter().filter(|path| !present.contains(*path)) {
            scenario.insert_switched_off(path, other);
        }
    }
}

/// The paths of all tables under some parts.
fn paths_under(scenario: &Scenario, parts: impl Iterator<Item = String>) -> Vec<String> {
    parts.flat_map(|part| scenario.all_names(&part).into_iter().map(move |name| format!("{part}.{name}"))).collect()
}

/// Reports changes that a dated patch may not make: of people, organisations, contacts, actions, and pools of money.
pub(super) fn check_constants(now: &Scenario, later: &Scenario, found: &mut Vec<Mistake>) {
    for part in ["segment", "action", "organisation"] {
        let before = now.all_names(part);
        for name in later.all_names(part).iter().filter(|n| !before.contains(n)) {
            let path = format!("{part}.{name}");
            found.push(later.mistake(
                &path,
                say!("model-new-on-date", path = &path),
                Some(say!("model-new-on-date-help", path = &path)),
                say!("model-new-on-date-label"),
            ));
        }
    }
    if now.numbers("budget.pools").len() != later.numbers("budget.pools").len() {
        let (says, help) = (say!("model-new-pool"), say!("model-new-pool-help"));
        found.push(later.mistake("budget.pools", says, Some(help), say!("model-new-on-date-label")));
    }
    let fixed: [(&str, &[&str]); 3] = [
        (
            "segment",
            &[
                knob!(Segment, people),
                knob!(Segment, members_at_start),
                knob!(Segment, contributors_at_start),
                knob!(Segment, history),
                knob!(Segment, ages_at_start),
            ],
        ),
        (
            "organisation",
            &[
                knob!(Organisation, number),
                knob!(Organisation, joined_at_start),
                knob!(Organisation, size),
                knob!(Organisation, size_spread),
                knob!(Organisation, growth),
            ],
        ),
        ("milestone", &[knob!(Milestone, when), knob!(Milestone, every)]),
    ];
    for (part, knobs) in fixed {
        for (name, knob) in now.names(part).iter().flat_map(|name| knobs.iter().map(move |knob| (name, knob))) {
            let table = format!("{part}.{name}");
            let value = |s: &Scenario| s.settings(&table).value(knob).cloned();
            if value(now) != value(later) {
                let says = match part {
                    "milestone" => say!("model-changed-milestone"),
                    _ => say!("model-changed"),
                };
                let help = say!("model-changed-help", part = part);
                let label = say!("mistake-label-here");
                found.push(later.mistake(&format!("{table}.{knob}"), says, Some(help), label));
            }
        }
    }
    if now.settings("contacts") != later.settings("contacts") {
        let (says, help) = (say!("model-changed-contacts"), say!("model-changed-contacts-help"));
        found.push(later.mistake("contacts", says, Some(help), say!("mistake-label-here")));
    }
}
