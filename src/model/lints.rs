//! Lints: what is no mistake, and yet is seldom meant.
//!
//! Invariant: a lint never stops a run; it names the path and what to do.

use jiff::civil::Date;

use super::Model;
use crate::error::Mistake;
use crate::scenario::Scenario;
use crate::shelf::Set;

/// Money that no pool pays: a mistake, for costs would look smaller than they are.
pub(super) fn unpooled(scenario: &Scenario, found: &mut Vec<Mistake>) {
    let costs = |set: Option<&Set>| match set {
        Some(Set::Count(n)) => *n > 0,
        Some(Set::Quota(amount, _)) => *amount > 0.0,
        _ => false,
    };
    let mut look = |path: &str, knob: &str| {
        let settings = scenario.settings(path);
        if costs(settings.value(knob)) && settings.text("pool").is_empty() {
            let pools: Vec<String> = scenario.numbers("budget.pools").into_iter().map(|(name, _)| name).collect();
            let help = match pools.as_slice() {
                [] => "write [budget] with pools = { prizes = 1.0 }, and pool = \"prizes\" here".to_owned(),
                some => format!("add pool = \"…\", one of: {}", some.join(", ")),
            };
            let at = format!("{path}.{knob}");
            found.push(scenario.mistake(
                &at,
                "this costs money, and no pool pays for it",
                Some(help),
                "from which pool?",
            ));
        }
    };
    for (part, knob) in [("shop", "cost"), ("prize", "cost"), ("campaign", "cost")] {
        for name in scenario.names(part) {
            look(&format!("{part}.{name}"), knob);
        }
    }
    for ladder in scenario.names("ladder") {
        for tier in scenario.names(&format!("ladder.{ladder}.tier")) {
            look(&format!("ladder.{ladder}.tier.{tier}.benefit"), "cash");
        }
    }
}

/// What a scenario says that is seldom meant, a sentence each.
pub fn lints(scenario: &Scenario, model: &Model) -> Vec<String> {
    let mut list = Vec::new();
    for ladder in scenario.all_names("ladder") {
        for tier in scenario.all_names(&format!("ladder.{ladder}.tier")) {
            seats(scenario, &format!("ladder.{ladder}.tier.{tier}"), &mut list);
        }
    }
    farmed(scenario, model, &mut list);
    let end = model.rows.last().map(|row| row.date).unwrap_or_default();
    let dated = scenario.names("treatment").into_iter().map(|t| (format!("treatment.{t}.from"), "from"));
    let dated = dated.chain(scenario.names("intervention").into_iter().map(|t| (format!("intervention.{t}.on"), "on")));
    for (path, knob) in dated {
        let table = path.rsplit_once('.').map_or("", |(table, _)| table);
        let date = scenario.settings(table).text(knob).parse::<Date>();
        if date.is_ok_and(|date| date >= end) {
            list.push(format!("{path}: the run ends on {end}, so it never begins"));
        }
    }
    list
}

/// Seats that never come free; bars that nobody can reach in the window.
fn seats(scenario: &Scenario, tier: &str, list: &mut Vec<String>) {
    let at = |table: &str| scenario.settings(&format!("{tier}.{table}"));
    let (entry, review, exit) = (at("entry"), at("review"), at("exit"));
    let absent = |set: Option<&Set>| matches!(set, None | Some(Set::Absent));
    let goes = !absent(exit.value("term")) || !absent(exit.value("inactive")) || exit.number("chance") > 0.0;
    if !absent(entry.value("seats")) && absent(review.value("every")) && !goes {
        list.push(format!("{tier}: seats without a review, a term or an exit fill up once, and hope dies below them"));
    }
    let keeps = review.number("keep_deeds").max(review.number("keep_points"));
    let asks = entry.number("deeds").max(entry.number("points"));
    if !absent(review.value("every")) && keeps > asks && asks > 0.0 {
        list.push(format!(
            "{tier}: staying asks more ({keeps}) than getting in ({asks}), so many fall at the first review"
        ));
    }
}

/// Actions that collect points for less effort than the honest one.
fn farmed(scenario: &Scenario, model: &Model, list: &mut Vec<String>) {
    let (rules, _) = model.rules(0);
    for action in &rules.actions {
        let Some(honest) = action.mimics.map(|of| &rules.actions[of]) else { continue };
        let paid = scenario.all_names("points").iter().any(|p| {
            let named = scenario.settings(&format!("points.{p}")).text("action");
            *p == honest.name || named == honest.name
        });
        let kept = f64::from(honest.effort) * (1.0 - action.detection);
        if paid && kept > f64::from(action.effort) && action.penalty == 0 {
            list.push(format!(
                "action.{}: it collects the points of {} for less effort and without a penalty, so it pays to game the rules",
                action.name, honest.name
            ));
        }
    }
}
