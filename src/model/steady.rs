//! Steady: what a patch with a date may not change.

use crate::error::Mistake;
use crate::scenario::Scenario;

/// What people, pools, actions, points and ladders there are is settled as the world is born; a dated patch may switch and turn
/// them, not bring new ones.
pub(super) fn steady(now: &Scenario, later: &Scenario, found: &mut Vec<Mistake>) {
    let mut parts: Vec<String> =
        ["segment", "action", "points", "ladder", "badge", "organisation"].map(str::to_owned).to_vec();
    parts.extend(now.all_names("ladder").iter().map(|l| format!("ladder.{l}.tier")));
    for part in parts {
        let before = now.all_names(&part);
        for name in later.all_names(&part).iter().filter(|n| !before.contains(n)) {
            found.push(later.mistake(
                &format!("{part}.{name}"),
                format!("{part}.{name} comes into the world on a date, and what there is must be there from the start"),
                Some(format!("write [{part}.{name}] in the file with off = true, and switch it \"on\" on the date")),
                "new on that date",
            ));
        }
    }
    if now.numbers("budget.pools").len() != later.numbers("budget.pools").len() {
        let help = Some("write the pool in the file, with share 0 until it is needed".to_owned());
        found.push(later.mistake("budget.pools", "a pool comes into the world on a date", help, "new on that date"));
    }
    for segment in now.names("segment") {
        for knob in ["people", "members_at_start", "contributors_at_start", "history", "ages_at_start"] {
            let path = format!("segment.{segment}.{knob}");
            let value = |s: &Scenario| s.settings(&format!("segment.{segment}")).value(knob).cloned();
            if value(now) != value(later) {
                found.push(later.mistake(&path, "the world is born once: this cannot change on a date", None, "here"));
            }
        }
    }
    if now.settings("contacts") != later.settings("contacts") {
        found.push(later.mistake("contacts", "contacts are drawn once: they cannot change on a date", None, "here"));
    }
}
