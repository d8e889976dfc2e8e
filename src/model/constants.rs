//! Steady: what stands in the world from its first tick to its last, whatever the dates bring.
//!
//! Invariant: after [`stand`] the rules of every date hold the same names of points, badges, ladders, paths, tiers, frameworks and milestones, so that an index means
//! the same at all of them. What a date brings stands switched off until then; what it takes away stands switched off from then on.

use std::collections::BTreeSet;

use crate::error::Mistake;
use crate::say;
use crate::scenario::Scenario;
use crate::world::calendar::Tick;

/// What is found by its index as long as the world lasts.
const KEPT: &[&str] = &[
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

/// Gives the rules of every date the names that those of any other have, switched off.
pub(super) fn stand(standing: &mut [(Tick, Scenario)]) {
    // A ladder that begins on a date is until then what it will be: it looks back over its window by its own rules.
    for at in (1..standing.len()).rev() {
        let (before, after) = standing.split_at_mut(at);
        let (before, after) = (&mut before[at - 1].1, &after[0].1);
        for path in named(after, KEPT.iter().map(|part| (*part).to_owned())) {
            if !before.is_on(&path) {
                before.stand(&path, after);
            }
        }
        absent(before, after);
    }
    for at in 1..standing.len() {
        let (before, after) = standing.split_at_mut(at);
        absent(&mut after[0].1, &before[at - 1].1);
    }
}

/// Gives a scenario, switched off, what it lacks of the other.
fn absent(scenario: &mut Scenario, other: &Scenario) {
    let inner = |of: &Scenario, part: &str, what: &str| {
        of.all_names(part).into_iter().map(|name| format!("{part}.{name}.{what}")).collect::<Vec<_>>()
    };
    let inside = [inner(other, "ladder", "tier"), inner(other, "path", "tier"), inner(other, "sig", "seat")].concat();
    for parts in [KEPT.iter().map(|part| (*part).to_owned()).collect(), inside] {
        let there: BTreeSet<String> = named(scenario, parts.iter().cloned()).into_iter().collect();
        for path in named(other, parts.into_iter()).iter().filter(|path| !there.contains(*path)) {
            scenario.stand(path, other);
        }
    }
}

/// The paths of all tables under some parts.
fn named(scenario: &Scenario, parts: impl Iterator<Item = String>) -> Vec<String> {
    parts.flat_map(|part| scenario.all_names(&part).into_iter().map(move |name| format!("{part}.{name}"))).collect()
}

/// What a patch with a date may not change: people, organisations, contacts, what they may do, and the pools of money.
pub(super) fn steady(now: &Scenario, later: &Scenario, found: &mut Vec<Mistake>) {
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
    let born: [(&str, &[&str]); 3] = [
        ("segment", &["people", "members_at_start", "contributors_at_start", "history", "ages_at_start"]),
        ("organisation", &["number", "joined_at_start", "size", "size_spread", "growth"]),
        ("milestone", &["when", "every"]),
    ];
    for (part, knobs) in born {
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
